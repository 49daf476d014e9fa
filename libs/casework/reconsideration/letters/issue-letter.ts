import { fingerprintOf, letterDocx, type Letter, type LetterKind } from '#documents';
import { accountOf, type Actor } from '#identity';
import { appendToJournal, FileStore, WallClock } from '#persistence';
import { LawToday, LETTER_FACTS, LETTERS_OF_CASE, type LetterFacts, type LetterRow } from '#queries';
import { isDeepStrictEqual } from 'node:util';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import { CaseDoor } from '../case-door.ts';
import type { CaseFile } from '../case-file.ts';
import { changedSince } from '../changed-since.ts';
import { given } from '../given.ts';
import { LetterDrafts, type LetterAsked, type LetterFor } from './letter-drafts.ts';
import { letterIncomplete, letterUnchanged, mustBeTheOffice } from './letter-refusals.ts';
import { isTakenRequest } from './request-taken.ts';

export interface IssueLetterInput extends LetterFor {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  readonly kind: LetterKind;
}

/** The row of the series is held until the transaction ends: a letter that does not go out leaves no gap. */
const NUMBER = `insert into letter_series (organ_id, series, last) values ($1, $2, 1)
  on conflict (organ_id, series) do update set last = letter_series.last + 1 returning last`;

const INSERT = `insert into letter (proceeding_id, request_id, kind, number, details, content, fingerprint, file_key, issued_by_id)
  values ($1::bigint, $2, $3, $4, $5, $6, $7, $8, $9) returning id::text`;

/** A letter as it is kept, and as it is printed. */
interface Written extends IssueLetterInput {
  readonly details: LetterAsked;
  readonly letter: Letter;
  readonly printed: Letter;
}

/** What a letter was asked with. */
const asked = ({ to, about, served }: LetterFor): LetterFor =>
  given({ to: to && given({ ...to }), about, served: served && given({ ...served }) });

/** 制发文书: the letter with its number, as a file, and in the journal; in one transaction. */
@Injectable()
export class IssueLetter {
  constructor(
    private readonly door: CaseDoor,
    private readonly drafts: LetterDrafts,
    private readonly files: FileStore,
    private readonly law: LawToday,
    private readonly clock: WallClock,
  ) {}

  /** Sent twice under one requestId, it is one letter. @throws UserError naming every fact the letter lacks */
  async execute(actor: Actor, input: IssueLetterInput): Promise<void> {
    checkRequestId(input.requestId);
    const issuing = this.door.change(actor, input.caseId, async ({ client, file, roles, ask }) => {
      mustBeTheOffice(roles(null));
      const before = (await client.query<LetterRow>(LETTERS_OF_CASE, [file.id])).rows;
      if (await wasIssued(client, before, input)) return;
      if (file.version !== input.expectedVersion) throw await changedSince(ask, file, input.expectedVersion);
      const { rows } = await client.query<LetterFacts>(LETTER_FACTS, [file.id]);
      const source = { facts: rows[0]!, rows: file.rows };
      const same = before.findLast(one => one.kind === input.kind && wants(one, input));
      if (same && this.drafts.outdated(source, same).length === 0)
        throw letterUnchanged(input.kind, same.number);
      const details = await this.details(client, file, input);
      const draft = this.drafts.draft(source, input.kind, details);
      if (!draft.ok) throw letterIncomplete(input.kind, draft.missing);
      const clear = await this.drafts.inClear(client, file.id, source);
      const printed = this.drafts.draft(clear, input.kind, details);
      const { letter } = draft;
      await this.write(client, actor, file, {
        ...input,
        details,
        letter,
        printed: printed.ok ? printed.letter : letter,
      });
    });
    await issuing.catch(error => {
      throw isTakenRequest(error) ? requestIdReused() : error;
    });
  }

  private async details(
    client: PoolClient,
    { organId }: CaseFile,
    input: IssueLetterInput,
  ): Promise<LetterAsked> {
    const series = this.drafts.series(input.kind, organId);
    const taken = series && (await client.query<{ last: number }>(NUMBER, [organId, series.name])).rows[0]!;
    const number = taken && series.number(taken.last);
    return { ...asked(input), on: this.law.reconsideration().today, ...(number ? { number } : {}) };
  }

  private async write(
    client: PoolClient,
    actor: Actor,
    file: CaseFile,
    { requestId, kind, details, letter, printed }: Written,
  ): Promise<void> {
    const docx = await letterDocx(printed, new Date(this.clock.ms()));
    const { key } = await this.files.put(Readable.from([Buffer.from(docx)]));
    const { number = null } = details;
    const content = [JSON.stringify(details), JSON.stringify(letter), fingerprintOf(letter)];
    const { rows } = await client.query<{ id: string }>(INSERT, [
      file.id,
      requestId,
      kind,
      number,
      ...content,
      key,
      accountOf(actor),
    ]);
    await appendToJournal(client, actor, [
      {
        subject: { kind: 'PROCEEDING', id: Number(file.id) },
        action: 'LETTER_ISSUED',
        organId: file.organId,
        details: { letter: rows[0]!.id, of: kind, number, what: `《${letter.title}》${number ?? ''}` },
      },
    ]);
  }
}

const wants = ({ details }: LetterRow, input: LetterFor): boolean =>
  isDeepStrictEqual(asked(details as LetterFor), asked(input));

/** The same request again is no new letter. @throws UserError when the id stands for another one */
async function wasIssued(
  client: PoolClient,
  letters: readonly LetterRow[],
  input: IssueLetterInput,
): Promise<boolean> {
  const { rows } = await client.query<{ id: string }>('select id::text from letter where request_id = $1', [
    input.requestId,
  ]);
  if (!rows[0]) return false;
  const row = letters.find(one => one.id === rows[0]!.id);
  if (row?.kind !== input.kind || !wants(row, input)) throw requestIdReused();
  return true;
}
