import type { Scope } from '#identity';
import { Reader } from '#persistence';
import type { CHANNELS, PARTY_ROLES } from '#schema';
import { Injectable } from '@nestjs/common';

export interface LetterFactsParty {
  readonly id: string;
  readonly role: (typeof PARTY_ROLES)[number];
  readonly name: string;
  readonly isOrganisation: boolean;
  readonly represents: string | null;
  /** 送达地址: masked, unless the letter is being printed. */
  readonly address: string | null;
}

/** What letters say of a case besides its steps. */
export interface LetterFacts {
  readonly organId: number;
  readonly respondentId: number | null;
  readonly caseNumber: string | null;
  readonly receivedOn: string;
  readonly channel: (typeof CHANNELS)[number];
  readonly actName: string;
  readonly actNumber: string | null;
  readonly actMadeOn: string | null;
  readonly claims: string;
  readonly grounds: string | null;
  readonly parties: readonly LetterFactsParty[];
  readonly issued: readonly { id: string; kind: string; number: string | null; on: string }[];
  /** Titles of the papers that were handed in with the application. */
  readonly papers: readonly string[];
}

/** Of one case, in one statement: read for a draft, and again in the transaction that issues the letter. */
export const LETTER_FACTS = `select p.organ_id as "organId", p.respondent_id as "respondentId", p.case_number as "caseNumber",
    p.received_on::text as "receivedOn", r.channel, r.act_name as "actName", r.act_number as "actNumber",
    r.act_made_on::text as "actMadeOn", r.claims, r.grounds,
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id::text, 'role', t.role, 'name', t.name, 'isOrganisation',
      t.is_organisation, 'represents', t.represents_id::text,
      'address', t.address_masked) order by t.id), '[]') from party t
      where t.proceeding_id = p.id) as parties,
    (select coalesce(jsonb_agg(jsonb_build_object('id', l.id::text, 'kind', l.kind, 'number', l.number, 'on',
      l.details->>'on') order by l.id), '[]') from letter l where l.proceeding_id = p.id) as issued,
    (select coalesce(jsonb_agg(d.title order by d.id), '[]') from case_document d
      where d.proceeding_id = p.id and d.kind = 'APPLICATION') as papers
  from reconsideration r join proceeding p on p.id = r.proceeding_id where p.id = $1::bigint`;

/** A letter as it went out. */
export interface LetterRow {
  readonly id: string;
  readonly caseId: string;
  readonly organId: number;
  readonly kind: string;
  readonly number: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
  readonly fingerprint: string;
  readonly fileKey: string;
  readonly issuedAt: string;
  readonly issuedBy: string | null;
}

const LETTER = `select l.id::text, l.proceeding_id::text as "caseId", p.organ_id as "organId", l.kind, l.number, l.details, l.content,
    l.fingerprint, l.file_key as "fileKey",
    to_char(l.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "issuedAt", a.name as "issuedBy"
  from letter l join proceeding p on p.id = l.proceeding_id left join account a on a.id = l.issued_by_id`;

export const LETTERS_OF_CASE = `${LETTER} where l.proceeding_id = $1::bigint order by l.id`;
const LETTER_BY_ID = `${LETTER} where l.id = $1::bigint and not p.voided`;

const LAST_NUMBER = 'select last from letter_series where organ_id = $1 and series = $2';

/** 文书: what letters are drafted from, and those that went out. */
@Injectable()
export class CaseLetters {
  constructor(private readonly reader: Reader) {}

  facts(scope: Scope, caseId: string): Promise<LetterFacts | null> {
    return this.reader.first<LetterFacts>(scope, 'case.letterFacts', LETTER_FACTS, [caseId]);
  }

  issued(scope: Scope, caseId: string): Promise<LetterRow[]> {
    return this.reader.rows<LetterRow>(scope, 'case.letters', LETTERS_OF_CASE, [caseId]);
  }

  byId(scope: Scope, id: string): Promise<LetterRow | null> {
    return this.reader.first<LetterRow>(scope, 'letter.byId', LETTER_BY_ID, [id]);
  }

  /** The last number taken of a series; 0 before the first. */
  async lastNumber(scope: Scope, organId: number, series: string): Promise<number> {
    const row = await this.reader.first<{ last: number }>(scope, 'letter.lastNumber', LAST_NUMBER, [
      organId,
      series,
    ]);
    return row?.last ?? 0;
  }
}
