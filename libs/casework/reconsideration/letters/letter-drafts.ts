import {
  changedFields,
  draftLetter,
  fieldsOf,
  fingerprintOf,
  letterNumber,
  NUMBERED,
  seriesOf,
  type ChangedField,
  type IssuedLetter,
  type Letter,
  type LetterDetails,
  type LetterDraft,
  type LetterKind,
  type NumberPlace,
} from '#documents';
import { calendarDate, partsOf } from '#law/calendar';
import { w } from '#law/statute';
import { OrganDirectory } from '#persistence';
import { FieldCipher } from '#protection';
import { LawToday, type LetterRow } from '#queries';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { asKeyRefusal } from '../../personal/key-refusals.ts';
import { partyPlace } from '../../personal/party-columns.ts';
import { letterCaseOf, type LetterSource } from './letter-case.ts';

/** What somebody asks for besides the kind of letter. */
export interface LetterFor extends Pick<LetterDetails, 'to' | 'about'> {
  /** For a service receipt: the letters that are served, by their ids, and how and where. */
  readonly served?: Omit<NonNullable<LetterDetails['served']>, 'letters'> & {
    readonly letters: readonly string[];
  };
}

/** The same with what the letter is given when it goes out. */
export type LetterAsked = LetterFor & Pick<LetterDetails, 'on' | 'number'>;

const SEALED_ADDRESSES = `select id::text, address_sealed as sealed from party t
  where t.proceeding_id = $1::bigint and address_sealed is not null`;

const MARK_KEPT = w('机关资料(机关代字)', 'details of the organ (the mark of its numbers)');

/** 拟稿: writes letters from a case as it stands today. */
@Injectable()
export class LetterDrafts {
  constructor(
    private readonly law: LawToday,
    private readonly organs: OrganDirectory,
    private readonly cipher: FieldCipher,
  ) {}

  /** @param details with `on` and `number` as they were, for a letter that went out already */
  draft(source: LetterSource, kind: LetterKind, details: LetterAsked): LetterDraft {
    const { organId, respondentId } = source.facts;
    const organ = this.organs.byId(organId)!;
    const respondent = respondentId === null ? null : this.organs.byId(respondentId);
    const context = this.law.reconsideration();
    const { served, ...rest } = details;
    const letter = {
      on: context.today,
      ...rest,
      ...(served ? { served: { ...served, letters: issuedAs(source, served.letters) } } : {}),
    };
    const draft = draftLetter(kind, letterCaseOf(source, { organ, respondent }, context, letter));
    if (draft.ok) return draft;
    const missing = draft.missing.map(one =>
      one.source === 'letter.number' ? { ...one, suppliedBy: MARK_KEPT } : one,
    );
    return { ok: false, missing };
  }

  /**
   * What is kept of a letter holds the masks of addresses; whoever gets the paper gets it with the addresses themselves.
   * @throws UserError when a key is missing
   */
  async inClear(client: PoolClient, caseId: string, source: LetterSource): Promise<LetterSource> {
    const { rows } = await client.query<{ id: string; sealed: string }>(SEALED_ADDRESSES, [caseId]);
    const sealed = new Map(rows.map(row => [row.id, row.sealed]));
    const parties = source.facts.parties.map(one => {
      const address = sealed.get(one.id);
      return address === undefined ? one : { ...one, address: this.opened(address, one.id) };
    });
    return { ...source, facts: { ...source.facts, parties } };
  }

  private opened(sealed: string, party: string): string {
    try {
      return this.cipher.open(sealed, partyPlace(party, 'address'));
    } catch (error) {
      throw asKeyRefusal(error);
    }
  }

  /** The series today's letter takes its number from, and how the number is written; null: it bears none. */
  series(
    kind: LetterKind,
    organId: number,
  ): { readonly name: string; readonly number: (n: number) => string } | null {
    const pattern = NUMBERED[kind];
    const mark = this.organs.byId(organId)?.letterhead?.mark;
    if (pattern === null || !mark) return null;
    const place: NumberPlace = { organ: mark, year: partsOf(this.law.reconsideration().today).year };
    return { name: seriesOf(pattern, place), number: n => letterNumber(pattern, place, n) };
  }

  /** 已过时: what today's facts would make different in a letter that went out. None: it is up to date. */
  outdated({ facts, rows }: LetterSource, row: LetterRow): ChangedField[] {
    const before = row.content as unknown as Letter;
    // letters that went out with it or later are no part of what it spoke of
    const issued = facts.issued.filter(one => Number(one.id) < Number(row.id));
    const source = { facts: { ...facts, issued }, rows };
    const draft = this.draft(source, row.kind as LetterKind, row.details);
    if (!draft.ok) return draft.missing.map(one => gone(before, one.source));
    if (fingerprintOf(draft.letter) === row.fingerprint) return [];
    const changed = changedFields(before, draft.letter);
    return changed.length > 0 ? changed : [{ source: 'letter.words', before: null, after: null }];
  }
}

const issuedAs = ({ facts }: LetterSource, ids: readonly string[]): IssuedLetter[] =>
  facts.issued
    .filter(one => ids.includes(one.id))
    .map(({ kind, number, on }) => ({ kind: kind as LetterKind, number, on: calendarDate(on) }));

/** A fact the letter spoke of, or its whole step, that is there no longer. */
function gone(letter: Letter, source: string): ChangedField {
  const was = fieldsOf(letter).find(one => one.source === source || one.source.startsWith(`${source}.`));
  return { source, before: was?.value ?? null, after: null };
}
