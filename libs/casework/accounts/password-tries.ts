import { accountEntry, installationEntry, lockOutMs, referenceScope, type JournalEntry } from '#identity';
import { appendToJournal, AttemptJournal, BulkWriter, Reader, WallClock } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { lockAccount, loginOf, type AccountRecord } from './account-records.ts';
import { signInRefused } from './account-refusals.ts';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';

const FAILED = `update account set failed_sign_ins = $2, locked_until = $3 where id = $1`;
const SUCCEEDED = `update account set failed_sign_ins = 0, locked_until = null, password_hash = $2 where id = $1`;
const HASH_OF = `select password_hash as hash from account where login = $1`;

/** Somebody nobody knows yet. */
const NOBODY = { system: 'sign-in', onBehalfOf: null };

export interface PasswordTry {
  login: string;
  password: string;
  address: string | null;
}

/** Tries a password, and counts the tries. Whatever is wrong, the answer is the same and takes the same work. */
@Injectable()
export class PasswordTries {
  /** Stands in where there is no hash to compare with. */
  readonly #decoy = hashPassword('nobody has this password');

  constructor(
    private readonly reader: Reader,
    private readonly writer: BulkWriter,
    private readonly clock: WallClock,
    private readonly attempts: AttemptJournal,
  ) {}

  /**
   * The password is compared before the account is locked: a slow hash must not hold a connection.
   * @param work is done in the same transaction as the counting, when the password was right
   * @throws UserError, always the same one: unknown login, wrong password, locked, disabled
   */
  async once<T>(
    { login, password, address }: PasswordTry,
    work: (client: PoolClient, account: AccountRecord, now: Date) => Promise<T>,
  ): Promise<T> {
    const tried = await this.hashOf(loginOf(login));
    const right = await isPassword(password, tried ?? (await this.#decoy));
    const kept = right && tried && isOutdated(tried) ? await hashPassword(password) : tried;
    const done = await this.writer.transaction(referenceScope(), async client => {
      const account = await lockAccount(client, { login });
      const now = this.clock.now();
      const shut = shutTo(account, now);
      if (!account || shut) return this.note(account, shut, address);
      if (!right || account.passwordHash !== tried) return countFailure(client, account, now, address);
      await client.query(SUCCEEDED, [account.id, kept]);
      return { result: await work(client, account, now) };
    });
    if (!done) throw signInRefused();
    return done.result;
  }

  /** These are not counted, so anybody could write them without end. An unknown login may be a password: it is left out. */
  private note(account: AccountRecord | null, reason: string | null, address: string | null): null {
    const entry = account
      ? accountEntry(account, 'SIGN_IN_FAILED', { reason })
      : installationEntry('SIGN_IN_FAILED', { reason: 'UNKNOWN_LOGIN' });
    this.attempts.note(`address ${address}`, NOBODY, { ...entry, address });
    return null;
  }

  private async hashOf(login: string): Promise<string | null> {
    const row = await this.reader.first<{ hash: string | null }>(referenceScope(), 'accounts.hash', HASH_OF, [
      login,
    ]);
    return row?.hash ?? null;
  }
}

function shutTo(account: AccountRecord | null, now: Date): string | null {
  if (account?.disabled) return 'DISABLED';
  return (account?.lockedUntil ?? 0) > now.getTime() ? 'LOCKED_OUT' : null;
}

async function countFailure(
  client: PoolClient,
  account: AccountRecord,
  now: Date,
  address: string | null,
): Promise<null> {
  const failures = account.failedSignIns + 1;
  const ms = lockOutMs(failures);
  const until = ms ? new Date(now.getTime() + ms) : null;
  await client.query(FAILED, [account.id, failures, until]);
  const entries: JournalEntry[] = [
    accountEntry(account, 'SIGN_IN_FAILED', { reason: 'WRONG_PASSWORD', failures }),
  ];
  if (until) entries.push(accountEntry(account, 'LOCKED_OUT', { until }));
  await appendToJournal(
    client,
    NOBODY,
    entries.map(entry => ({ ...entry, address })),
  );
  return null;
}
