import { accountOf, type Actor } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../../identity/access.ts';
import { accountsUnknown, caseUnknown } from '../../proceedings/case-refusals.ts';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import { askOf } from '../case-file.ts';
import { changedSince } from '../changed-since.ts';
import { RuleRefusal } from '../step-refusals.ts';
import { checkReason, notAssigned } from './assignment-refusals.ts';
import { holdCases, writtenUnder, type HeldCase } from './case-records.ts';
import { addConflict } from './declare-conflict.ts';
import { refusalBy } from './examine.ts';
import type { CasePart, ConflictKind } from './facts.ts';
import { CASE_IS_STILL_OPEN } from './guards.ts';
import { officersNamed } from './officer-records.ts';
import { assignmentEntries, writeAssignments } from './write-assignment.ts';

export interface RecuseInput {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  /** Login; without, whoever asks. */
  readonly officer?: string | null;
  readonly kind: ConflictKind;
  readonly reason: string;
}

/** 回避: takes an officer off a case and keeps them off it. One's own, or of another by whoever assigns cases. */
@Injectable()
export class Recuse {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
  ) {}

  /** @throws UserError for an asker who may not, a case not seen, a newer version, somebody who has no part in the case */
  async execute(actor: Actor, input: RecuseInput): Promise<void> {
    const scope = this.access.scope(actor, input.officer ? 'cases.assign' : 'cases.handle');
    checkRequestId(input.requestId);
    const reason = checkReason(input.reason);
    if (!/^\d{1,18}$/.test(input.caseId)) throw caseUnknown();
    await this.writer.transaction(scope, async client => {
      const [held] = await holdCases(client, [input.caseId]);
      if (!held) throw caseUnknown();
      const written = await writtenUnder(client, [held.id], input.requestId);
      if (written.some(row => row.accountId !== null)) throw requestIdReused();
      if (written.length) return;
      if (held.version !== input.expectedVersion)
        throw await changedSince(askOf(client), held, input.expectedVersion);
      const ended = CASE_IS_STILL_OPEN.check(held);
      if (ended) throw new RuleRefusal(refusalBy(CASE_IS_STILL_OPEN, ended));
      const officer = await officerMeant(client, actor, input.officer);
      const part = partOf(held, officer);
      const change = { held, parts: [{ part, from: officer, to: null }], warnings: [] };
      await writeAssignments(client, { actor, requestId: input.requestId, reason }, [change]);
      const conflict = { kind: input.kind, caseId: held.id, against: null, party: null };
      await addConflict(client, actor, { ...conflict, organId: held.organId, officer, reason });
      const details = { because: input.kind, reason };
      const entries = await assignmentEntries(client, 'OFFICER_RECUSED', [change], details);
      await appendToJournal(client, actor, entries);
    });
  }
}

async function officerMeant(client: PoolClient, actor: Actor, login: string | null | undefined) {
  if (!login) return accountOf(actor);
  const [found] = await officersNamed(client, [login]);
  if (!found) throw accountsUnknown([login]);
  return found.id;
}

/** @throws UserError for somebody who has no part in the case */
function partOf({ handlerId, secondHandlerId }: HeldCase, officer: number | null): CasePart {
  if (officer !== null && officer === handlerId) return 'HANDLER';
  if (officer !== null && officer === secondHandlerId) return 'SECOND';
  throw notAssigned();
}
