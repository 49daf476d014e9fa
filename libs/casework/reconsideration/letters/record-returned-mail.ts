import { LETTER_KINDS, type LetterKind } from '#documents';
import { accountOf, type Actor, type JournalEntry } from '#identity';
import { appendToJournal } from '#persistence';
import { LawToday, SERVICES_OF_CASE, stepsInForce, type CaseStepRow, type LetterServiceRow } from '#queries';
import { Injectable } from '@nestjs/common';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import { CaseDoor, type OpenedCase } from '../case-door.ts';
import { changedSince } from '../changed-since.ts';
import { settleCase } from '../settle-case.ts';
import { takingBack } from '../taking-back.ts';
import { datedByService } from './deliveries.ts';
import { mustBeTheOffice } from './letter-refusals.ts';
import { isTakenRequest } from './request-taken.ts';
import { serviceDaysWrong, serviceUnknown } from './service-refusals.ts';
import { addService } from './write-service.ts';

export interface ReturnedMailInput {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  /** The record of the service that failed. */
  readonly service: string;
  readonly returnedOn: string;
  readonly note?: string | null;
  /** Take back the step that rested on the service, in the same transaction. */
  readonly takeBack: boolean;
}

/** 登记退回: a letter came back, so it was not served. What rested on its service is named, and taken back if asked to. */
@Injectable()
export class RecordReturnedMail {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
  ) {}

  /**
   * @returns the ids of the steps that rested on the service and still stand
   * @throws UserError for a service there is not; RuleRefusal when later steps rest on the step that is to be taken back
   */
  execute(actor: Actor, input: ReturnedMailInput): Promise<string[]> {
    checkRequestId(input.requestId);
    const recording = this.door.change(actor, input.caseId, async opened => {
      const { client, file, roles } = opened;
      mustBeTheOffice(roles(null));
      const kept = (await client.query<LetterServiceRow>(SERVICES_OF_CASE, [file.id])).rows;
      const failed = kept.find(one => one.id === input.service);
      const before = kept.find(one => one.requestId === input.requestId);
      if (before && before.corrects !== input.service) throw requestIdReused();
      if (!failed) throw serviceUnknown();
      const resting = restingOn(failed, file.rows);
      if (before) return resting.map(one => one.eventId);
      if (file.version !== input.expectedVersion)
        throw await changedSince(opened.ask, file, input.expectedVersion);
      if (failed.corrected || failed.returnedOn !== null) throw serviceUnknown();
      const entry = await this.record(opened, actor, failed, input);
      const [step] = resting;
      if (!step || !input.takeBack) {
        await appendToJournal(client, actor, [entry]);
        return resting.map(one => one.eventId);
      }
      await this.takeBack(opened, actor, step, input, entry);
      return [];
    });
    return recording.catch(error => {
      throw isTakenRequest(error) ? requestIdReused() : error;
    });
  }

  private async record(
    { client, file }: OpenedCase,
    actor: Actor,
    failed: LetterServiceRow,
    { requestId, returnedOn, note }: ReturnedMailInput,
  ): Promise<JournalEntry> {
    const { today } = this.law.reconsideration();
    const first = failed.sentOn ?? failed.happenedOn;
    if (returnedOn > today || (first !== null && returnedOn < first)) throw serviceDaysWrong(['returnedOn']);
    const came = { returnedOn, happenedOn: null, servedOn: null, note: note?.trim() || null };
    const row = { ...failed, ...came, requestId, corrects: failed.id, enteredBy: accountOf(actor) };
    const id = await addService(client, file.id, row);
    const title = LETTER_KINDS[failed.letterKind as LetterKind].words.zh;
    const what = `《${title}》,${failed.recipient},${returnedOn}退回`;
    return {
      subject: { kind: 'PROCEEDING', id: Number(file.id) },
      action: 'MAIL_RETURNED',
      organId: file.organId,
      details: { service: id, corrects: failed.id, what },
    };
  }

  private async takeBack(
    { client, file, roles }: OpenedCase,
    actor: Actor,
    { eventId: step }: CaseStepRow,
    { requestId, returnedOn }: ReturnedMailInput,
    entry: JournalEntry,
  ): Promise<void> {
    const context = this.law.reconsideration();
    const reason = `送达的文书于${returnedOn}退回`;
    const asked = { requestId: `${requestId}!back`, step, reason };
    const change = takingBack(file, asked, { actor, roles }, context);
    await settleCase(client, actor, file, { ...change, also: [entry] }, context);
  }
}

/** The last step that was dated by this service. */
function restingOn(service: LetterServiceRow, rows: readonly CaseStepRow[]): CaseStepRow[] {
  const dated = datedByService(service.letterKind as LetterKind);
  if (!dated) return [];
  const days = new Set<unknown>([service.servedOn, service.happenedOn, service.sentOn]);
  // where the slip is not back yet, the day of the step stands in
  const dayOf = ({ happenedOn, input }: CaseStepRow) => (dated.on && input[dated.on]) ?? happenedOn;
  return stepsInForce(rows)
    .filter(row => row.kind === dated.step && days.has(dayOf(row)))
    .slice(-1);
}
