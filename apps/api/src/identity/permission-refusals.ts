import { UserError } from '#casework';
import { accountEntry, type Principal } from '#identity';
import { AttemptJournal } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../graphql/shared/types.ts';

/** Refused for want of permission; every other refusal is about what was asked for. */
const CODES = new Set(['NOT_ALLOWED', 'NOT_IN_SCOPE']);

/** Whoever asks for what is not theirs to have is written down, whether the answer is a refusal or an error. */
@Injectable()
export class PermissionRefusals {
  constructor(private readonly attempts: AttemptJournal) {}

  /** Gives on what the work gives or throws. */
  noted<T>(principal: Principal, asked: string, work: () => T): T {
    const note = (outcome: unknown) => this.note(principal, asked, outcome);
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

  private note(principal: Principal, asked: string, outcome: unknown): void {
    if (!(outcome instanceof UserError || outcome instanceof Refusal) || !CODES.has(outcome.code)) return;
    const { accountId: id, organId } = principal;
    const details = { asked, code: outcome.code, about: outcome.details };
    const entry = accountEntry({ id, organId }, 'PERMISSION_REFUSED', details);
    this.attempts.note(`account ${id}`, principal, entry);
  }
}
