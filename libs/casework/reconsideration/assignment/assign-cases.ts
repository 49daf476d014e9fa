import type { Actor } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { LawToday } from '#queries';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../../identity/access.ts';
import { accountsUnknown, caseUnknown } from '../../proceedings/case-refusals.ts';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import { CaseDoor } from '../case-door.ts';
import { askOf } from '../case-file.ts';
import { changedSince } from '../changed-since.ts';
import { RuleRefusal } from '../step-refusals.ts';
import {
  CasesNotAssigned,
  checkReason,
  noCasesNamed,
  nobodyNamed,
  type CaseNotAssigned,
} from './assignment-refusals.ts';
import { holdCases, surroundingsOf, writtenUnder, type HeldCase, type Surroundings } from './case-records.ts';
import { examine } from './examine.ts';
import { officersNamed } from './officer-records.ts';
import { factsOf, movesOf, officerAt, type Asked, type Move } from './plan.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS } from './settings.ts';
import { assignmentEntries, writeAssignments, type CaseChange } from './write-assignment.ts';

export interface CaseVersion {
  readonly caseId: string;
  readonly expectedVersion: number;
}

export interface AssignInput {
  readonly requestId: string;
  readonly cases: readonly CaseVersion[];
  /** Logins; a part that is not named stays as it is. */
  readonly handler?: string | null;
  readonly secondHandler?: string | null;
  readonly reason: string;
}

const ID = /^\d{1,18}$/;
const MOST = 200;

/** 分派案件: says who handles cases (行政复议法(2023) art. 36(1)). Several at once: all of them, or none. */
@Injectable()
export class AssignCases {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /** @throws UserError as `many`; RuleRefusal for the first rule that stands in the way */
  async one(actor: Actor, input: Omit<AssignInput, 'cases'> & CaseVersion): Promise<void> {
    try {
      await this.many(actor, { ...input, cases: [input] });
    } catch (error) {
      throw error instanceof CasesNotAssigned ? error.cases[0]!.refusals[0]! : error;
    }
  }

  /**
   * Sent twice under one requestId, it is done once.
   * @throws UserError for an asker who may not, cases not seen, unknown logins; CasesNotAssigned for what the rules say of each
   */
  async many(actor: Actor, input: AssignInput): Promise<void> {
    const scope = this.access.scope(actor, 'cases.assign');
    checkRequestId(input.requestId);
    const reason = checkReason(input.reason);
    const ids = casesNamed(input.cases);
    if (!input.handler?.trim() && !input.secondHandler?.trim()) throw nobodyNamed();
    await this.writer.transaction(scope, async client => {
      const held = await holdCases(client, ids);
      const unseen = ids.filter(id => !held.some(one => one.id === id));
      if (unseen.length) throw caseUnknown();
      const asked = await officersAsked(client, input);
      const changes = await this.changes(client, held, asked, input);
      if (!changes.length) return;
      await writeAssignments(client, { actor, requestId: input.requestId, reason }, changes);
      const entries = await assignmentEntries(client, 'CASE_ASSIGNED', changes, { reason });
      await appendToJournal(client, actor, entries);
    });
  }

  /** What is to be written. @throws CasesNotAssigned when a rule stands in the way of one of the cases */
  private async changes(
    client: PoolClient,
    held: readonly HeldCase[],
    asked: Asked,
    { requestId, cases }: AssignInput,
  ): Promise<CaseChange[]> {
    const ids = held.map(one => one.id);
    const written = await writtenUnder(client, ids, requestId);
    const around = await surroundingsOf(
      client,
      ids,
      [asked.handler, asked.second].flatMap(o => o?.id ?? []),
    );
    const changes: CaseChange[] = [];
    const refused: CaseNotAssigned[] = [];
    for (const one of held) {
      const before = written.filter(row => row.caseId === one.id);
      if (before.length) {
        const wanted = { HANDLER: asked.handler?.id, SECOND: asked.second?.id };
        if (before.some(row => row.accountId !== wanted[row.part])) throw requestIdReused();
        continue;
      }
      const { expectedVersion } = cases.find(({ caseId }) => BigInt(caseId) === BigInt(one.id))!;
      const examined =
        one.version === expectedVersion
          ? this.examined(one, asked, around)
          : { parts: [], warnings: [], refusals: [await changedSince(askOf(client), one, expectedVersion)] };
      const { refusals, parts, warnings } = examined;
      if (refusals.length) refused.push({ caseId: one.id, caseNumber: one.caseNumber, refusals });
      else if (parts.length) changes.push({ held: one, parts, warnings });
    }
    if (refused.length) throw new CasesNotAssigned(refused);
    return changes;
  }

  private examined(held: HeldCase, asked: Asked, around: Surroundings) {
    const moves = movesOf(held, asked);
    const facts = factsOf(held, asked, around, this.law.reconsideration().today);
    const officers = moves.map(({ to }) =>
      officerAt(to, held.organId, (grant, organId) => this.door.reaches(grant, organId)),
    );
    const { refusals, warnings } = examine(facts, officers, DEFAULT_ASSIGNMENT_SETTINGS);
    return {
      refusals: refusals.map(one => new RuleRefusal(one)),
      warnings: [...new Set(warnings.map(one => one.code))],
      parts: moves.map(({ part, from, to }: Move) => ({ part, from, to: to.id })),
    };
  }
}

/** @throws UserError for none, too many, the same one twice, or an id no case can have */
function casesNamed(cases: readonly CaseVersion[]): string[] {
  if (cases.some(({ caseId }) => !ID.test(caseId))) throw caseUnknown();
  const ids = [...new Set(cases.map(({ caseId }) => String(BigInt(caseId))))];
  if (ids.length < 1 || ids.length > MOST || ids.length !== cases.length) throw noCasesNamed(MOST);
  return ids;
}

/** @throws UserError for a login nobody has */
async function officersAsked(client: PoolClient, input: AssignInput): Promise<Asked> {
  const [handler, second] = [input.handler?.trim(), input.secondHandler?.trim()];
  const logins = [handler, second].filter((login): login is string => !!login);
  const found = await officersNamed(client, logins);
  const byLogin = (login: string | undefined) =>
    (login && found.find(one => one.login === login.toLowerCase())) || null;
  const unknown = logins.filter(login => !byLogin(login));
  if (unknown.length) throw accountsUnknown(unknown);
  return { handler: byLogin(handler), second: byLogin(second) };
}
