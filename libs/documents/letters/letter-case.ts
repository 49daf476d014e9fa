import type { CalendarDate } from '#law/calendar';
import type { RcFacts } from '#law/reconsideration';
import type { LetterKind } from './letter-kind.ts';
import type { StepRecord } from './step-record.ts';

/** A name and how to reach it. Identity numbers have no place in a letter, so they have none here. */
export interface LetterParty {
  readonly name: string;
  /** addressed as 你单位 instead of 你 */
  readonly organisation: boolean;
  /** what a decision says of a person: 女, 1980年3月出生 … */
  readonly details?: string | null;
  readonly address?: string | null;
  /** 法定代表人 or 负责人, with the post */
  readonly head?: string | null;
  readonly agents?: readonly string[];
}

/** An organ with its place and telephone, for those who have to bring or send something. */
export interface LetterOffice {
  readonly name: string;
  readonly address?: string | null;
  readonly telephone?: string | null;
}

/** The act complained of (被申请行政复议的行政行为). */
export interface LetterAct {
  readonly name: string;
  /** 文号; an act without one is no paper, such as a pulled-down wall */
  readonly number?: string | null;
  readonly on?: CalendarDate | null;
  /** the respondent did nothing: `name` is then the duty */
  readonly inaction?: boolean;
}

export type PartyRole = 'APPLICANT' | 'RESPONDENT' | 'THIRD_PARTY';

/** A letter sent before, which a later one speaks of. */
export interface IssuedLetter {
  readonly kind: LetterKind;
  readonly number?: string | null;
  readonly on: CalendarDate;
}

/** What is known of the very letter that is written. */
export interface LetterDetails {
  /** 文号, from the organ's series */
  readonly number?: string | null;
  readonly on?: CalendarDate | null;
  /** who gets it, where a letter may go to several; `at` picks one of them, else all are named */
  readonly to?: { readonly role: PartyRole; readonly at?: number };
  /** the event it speaks of, where there were several of a kind; else the last one */
  readonly about?: string;
  /** 抄送 */
  readonly copies?: readonly string[];
  /** for a service receipt: what is served, how and where */
  readonly served?: {
    readonly letters: readonly IssuedLetter[];
    readonly method?: string | null;
    readonly place?: string | null;
    readonly by?: readonly string[];
  };
}

/**
 * A case as its letters see it: plain facts, no database. A letter that goes out with a step is drafted from a case in
 * which that step is already replayed, so that a preview and the letter sent are the same.
 */
export interface LetterCase {
  /** 案号 */
  readonly number?: string | null;
  readonly organ: LetterOffice;
  /** 行政复议机构: the department that does the organ's work */
  readonly office: LetterOffice;
  readonly applicants: readonly LetterParty[];
  readonly representatives?: readonly string[];
  readonly thirdParties?: readonly LetterParty[];
  readonly respondent: LetterParty & { readonly superior?: string | null };
  readonly act: LetterAct;
  readonly claims: readonly string[];
  readonly reasons?: string | null;
  readonly receivedOn?: CalendarDate | null;
  /** the day whose text of the law governs the case */
  readonly governing: CalendarDate;
  /** no suit without reconsideration (复议前置) */
  readonly reconsiderationFirst?: boolean;
  /** the court named in the suit instruction */
  readonly court?: string | null;
  /** the case as replayed by the law, with what the law made happen */
  readonly facts: RcFacts;
  /** what the steps left on record, by the id of the event */
  readonly records: Readonly<Record<string, StepRecord | undefined>>;
  /** last days by the code of their clock, as the law counted them */
  readonly dues: Readonly<Record<string, CalendarDate | null | undefined>>;
  /** 行政复议建议书: no step of the case, so it stands here */
  readonly recommendation?: {
    readonly to: string;
    readonly problems: readonly string[];
    readonly advice: readonly string[];
  };
  /** letters sent so far, oldest first */
  readonly issued?: readonly IssuedLetter[];
  readonly letter: LetterDetails;
}
