import { UserError } from '#casework';
import { accountEntry, type Principal } from '#identity';
import { AttemptJournal } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../graphql/shared/types.ts';

interface Asking {
  principal: Principal | null;
}

/** Refused for want of permission; every other refusal is about what was asked for. */
const CODES = new Set(['NOT_ALLOWED', 'NOT_IN_SCOPE', 'ACCOUNT_OUT_OF_REACH']);

/** Whoever asks for what is not theirs to have is written down, whether the answer is a refusal or an error. */
@Injectable()
export class PermissionRefusals {
  /** What has been written down of a request: one that fails is run a second time, and is still one try. */
  readonly #seen = new WeakMap<object, Set<string>>();

  constructor(private readonly attempts: AttemptJournal) {}

  /** Gives on what the work gives or throws. @param within the request or its context */
  noted<T>(within: Asking, asked: string, work: () => T): T {
    const note = (outcome: unknown) => this.note(within, asked, outcome);
    try {
      const result = work();
      if (result instanceof Promise) result.then(note, note);
      else note(result);
      return result;
    } catch (error) {
      note(error);
      throw error;
    }
  }

  private note(within: Asking, asked: string, outcome: unknown): void {
    if (!(outcome instanceof UserError || outcome instanceof Refusal) || !CODES.has(outcome.code)) return;
    const seen = this.#seen.get(within) ?? new Set();
    if (seen.has(asked)) return;
    this.#seen.set(within, seen.add(asked));
    const principal = within.principal!;
    const { accountId: id, organId } = principal;
    const details = { asked, code: outcome.code, about: outcome.details };
    const entry = accountEntry({ id, organId }, 'PERMISSION_REFUSED', details);
    this.attempts.note(`account ${id}`, principal, entry);
  }
}
