import type { SignedIn } from '#persistence';
import type { Authentication } from '../../identity/authentication.ts';
import { askingOf, type Connection } from '../connections.ts';

/** Pages and programs of one account that follow something at the same time. */
const MOST_OF_AN_ACCOUNT = 20;

const CHANGED = 1012; // a client connects again, and comes in as what it now is
const SIGNED_OUT = 4401;
const TOO_MANY = 4429;

/** What of an account decides what its subscriptions may see. */
const standing = ({ grants, only, mustChangePassword }: SignedIn): string =>
  JSON.stringify([grants, only, mustChangePassword]);

/** The open sockets by account: how many there are, and which to close when an account changes. */
export class Accounts {
  readonly #open = new Map<number, Map<Connection, string>>();

  constructor(private readonly authentication: Authentication) {}

  /** @returns false for nobody, or for somebody with too many sockets */
  async enter(connection: Connection): Promise<boolean> {
    const principal = await this.authentication.of(askingOf(connection));
    if (!principal) return false;
    const { accountId } = principal;
    const open = this.#open.get(accountId) ?? new Map<Connection, string>();
    if (open.size >= MOST_OF_AN_ACCOUNT) {
      connection.extra.socket.close(TOO_MANY, 'Too many connections');
      return false;
    }
    this.#open.set(accountId, open.set(connection, standing(principal)));
    connection.extra.socket.once('close', () => {
      open.delete(connection);
      if (open.size === 0 && this.#open.get(accountId) === open) this.#open.delete(accountId);
    });
    return true;
  }

  /**
   * Closes what was opened by a session or token that has ended since, or by an account whose roles are others now.
   * @param accountId 0: of every account
   */
  async lookAgain(accountId: number): Promise<void> {
    const all = accountId ? [this.#open.get(accountId) ?? []] : [...this.#open.values()];
    for (const [connection, was] of all.flatMap(one => [...one])) {
      const principal = await this.authentication.of(askingOf(connection)).catch(() => null);
      if (!principal) connection.extra.socket.close(SIGNED_OUT, 'Signed out');
      else if (standing(principal) !== was) connection.extra.socket.close(CHANGED, 'Account changed');
    }
  }
}
