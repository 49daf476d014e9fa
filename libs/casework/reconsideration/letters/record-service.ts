import { LETTER_KINDS, type LetterKind } from '#documents';
import { accountOf, type Actor } from '#identity';
import { calendarDate, servedOn, serviceBasis, type ServiceMethod } from '#law/calendar';
import { appendToJournal, OrganDirectory } from '#persistence';
import {
  LawToday,
  LETTER_FACTS,
  LETTERS_OF_CASE,
  SERVICES_OF_CASE,
  type LetterFacts,
  type LetterRow,
  type LetterServiceRow,
} from '#queries';
import { Injectable } from '@nestjs/common';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import { CaseDoor, type OpenedCase } from '../case-door.ts';
import { changedSince } from '../changed-since.ts';
import { mustBeTheOffice } from './letter-refusals.ts';
import { recipientName, type Recipient } from './recipients.ts';
import { isTakenRequest } from './request-taken.ts';
import { letterUnknown, recipientUnknown, serviceDaysWrong, serviceUnknown } from './service-refusals.ts';
import { addService, type NewService } from './write-service.ts';

export interface RecordServiceInput {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  readonly letter: string;
  readonly recipient: Recipient;
  readonly method: ServiceMethod;
  readonly sentOn?: string | null;
  /** The day the method fixes: of the signature, of arrival, of publication. */
  readonly on?: string | null;
  readonly note?: string | null;
  /** The record that this one corrects. */
  readonly corrects?: string | null;
}

/** 登记送达: how a letter reached its recipient, and which day counts. Rows are only added. */
@Injectable()
export class RecordService {
  constructor(
    private readonly door: CaseDoor,
    private readonly law: LawToday,
    private readonly organs: OrganDirectory,
  ) {}

  /** Sent twice under one requestId, it is one record. @throws UserError for what does not belong to the case, or days that cannot be */
  async execute(actor: Actor, input: RecordServiceInput): Promise<void> {
    checkRequestId(input.requestId);
    const recording = this.door.change(actor, input.caseId, async opened => {
      const { client, file, roles } = opened;
      mustBeTheOffice(roles(null));
      const kept = (await client.query<LetterServiceRow>(SERVICES_OF_CASE, [file.id])).rows;
      if (wasRecorded(kept, input)) return;
      if (file.version !== input.expectedVersion)
        throw await changedSince(opened.ask, file, input.expectedVersion);
      const letters = (await client.query<LetterRow>(LETTERS_OF_CASE, [file.id])).rows;
      const letter = letters.find(one => one.id === input.letter);
      if (!letter) throw letterUnknown();
      const row = await this.row(opened, letter, input);
      checkCorrection(kept, row);
      const id = await addService(client, file.id, { ...row, enteredBy: accountOf(actor) });
      const title = LETTER_KINDS[letter.kind as LetterKind].words.zh;
      const day = row.servedOn ? `${row.servedOn}送达` : `${row.sentOn}发出`;
      const what = `《${title}》${letter.number ?? ''},${row.recipient},${day}`;
      await appendToJournal(client, actor, [
        {
          subject: { kind: 'PROCEEDING', id: Number(file.id) },
          action: 'LETTER_SERVED',
          organId: file.organId,
          basis: serviceBasis(input.method),
          details: { service: id, letter: letter.id, method: input.method, what },
        },
      ]);
    });
    await recording.catch(error => {
      throw isTakenRequest(error) ? requestIdReused() : error;
    });
  }

  private async row(
    { client, file }: OpenedCase,
    letter: LetterRow,
    input: RecordServiceInput,
  ): Promise<NewService> {
    const { recipient, method, sentOn = null, on = null, note, corrects = null, requestId } = input;
    const facts = (await client.query<LetterFacts>(LETTER_FACTS, [file.id])).rows[0]!;
    const respondent = file.respondentId === null ? null : this.organs.byId(file.respondentId);
    const name = recipientName({ facts, rows: file.rows }, respondent?.name ?? null, recipient);
    if (name === null) throw recipientUnknown();
    checkDays(letter.details['on'] as string, this.law.reconsideration().today, sentOn, on);
    return {
      letterId: letter.id,
      requestId,
      ...recipient,
      recipient: name,
      method,
      sentOn,
      happenedOn: on,
      servedOn: on === null ? null : servedOn(method, calendarDate(on)),
      returnedOn: null,
      note: note?.trim() || null,
      corrects,
    };
  }
}

function checkDays(letterOn: string, today: string, sentOn: string | null, on: string | null): void {
  const wrong = [
    ...(sentOn === null && on === null ? ['sentOn', 'on'] : []),
    ...(sentOn !== null && (sentOn < letterOn || sentOn > today) ? ['sentOn'] : []),
    ...(on !== null && (on < (sentOn ?? letterOn) || on > today) ? ['on'] : []),
  ];
  if (wrong.length > 0) throw serviceDaysWrong(wrong);
}

/** @throws UserError for a correction of another letter's service, or of what was corrected already */
function checkCorrection(kept: readonly LetterServiceRow[], { corrects, letterId }: NewService): void {
  if (corrects === null) return;
  const row = kept.find(one => one.id === corrects);
  if (!row || row.corrected || row.letterId !== letterId) throw serviceUnknown();
}

/** The same request again is no new record. @throws UserError when the id stands for another one */
function wasRecorded(kept: readonly LetterServiceRow[], input: RecordServiceInput): boolean {
  const row = kept.find(one => one.requestId === input.requestId);
  if (!row) return false;
  const { letter, recipient, method, sentOn = null, on = null } = input;
  const same =
    row.letterId === letter &&
    row.role === recipient.role &&
    row.at === recipient.at &&
    row.method === method &&
    row.sentOn === sentOn &&
    row.happenedOn === on;
  if (!same) throw requestIdReused();
  return true;
}
