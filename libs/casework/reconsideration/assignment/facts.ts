import type { CalendarDate } from '#law/calendar';
import type { RcState } from '#law/reconsideration';
import { w, type Words } from '#law/statute';
import type { CASE_PARTS, CONFLICT_KINDS } from '#schema';

export type CasePart = (typeof CASE_PARTS)[number];
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const PART_WORDS: Readonly<Record<CasePart, Words>> = {
  HANDLER: w('承办人', 'handler'),
  SECOND: w('协办人', 'second handler'),
};

/** 回避事由. Kinship stands for what 近亲属 covers; whether somebody is one is theirs to say. */
export const CONFLICT_WORDS: Readonly<Record<ConflictKind, Words>> = {
  TOOK_PART_IN_ACT: w('参与作出原行政行为', 'took part in the original act'),
  KINSHIP: w('与当事人有亲属关系', 'kin of a party'),
  INTEREST: w('与案件有利害关系', 'has an interest in the case'),
  OTHER: w('其他可能影响公正办理的情形', 'may not be impartial for another reason'),
};

/** 复议人员, as the rules of assignment know them. */
export interface OfficerFacts {
  readonly id: number;
  readonly name: string;
  readonly disabled: boolean;
  /** Holds the role of a handler at the organ of the case. */
  readonly handlesHere: boolean;
  readonly qualifications: readonly Qualification[];
  /** Declared and not withdrawn. */
  readonly conflicts: readonly Conflict[];
}

export interface Qualification {
  readonly number: string;
  readonly from: string;
  /** Last day; null: without end. */
  readonly to: string | null;
}

/** Of one case, of every case against an organ, or of every case of a party. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly caseId: string | null;
  readonly against: number | null;
  readonly party: string | null;
}

export interface AssignmentFacts {
  readonly today: CalendarDate;
  readonly caseId: string;
  readonly state: RcState;
  readonly respondentId: number | null;
  /** Applicants, third parties, and who stands for them. */
  readonly parties: readonly string[];
  /** Accounts that may see it; null: it is not confidential. */
  readonly readers: readonly number[] | null;
  /** Other cases of the dispute that ended with a decision, and who handled them. */
  readonly decidedEarlier: readonly { readonly caseNumber: string | null; readonly officer: number }[];
  /** Who will handle the case; null: nobody. */
  readonly handler: number | null;
  readonly second: number | null;
}

/** Whether the day lies within one of the certificates. */
export const qualifiedOn = (day: CalendarDate, qualifications: readonly Qualification[]): boolean =>
  qualifications.some(({ from, to }) => from <= day && (to === null || day <= to));

/** The conflicts of the officer that concern the case. A party is known by its name, written alike. */
export function conflictsWith(
  { conflicts }: Pick<OfficerFacts, 'conflicts'>,
  { caseId, respondentId, parties }: Pick<AssignmentFacts, 'caseId' | 'respondentId' | 'parties'>,
): Conflict[] {
  const names = new Set(parties.map(plain));
  return conflicts.filter(
    one =>
      (one.caseId !== null && one.caseId === caseId) ||
      (one.against !== null && one.against === respondentId) ||
      (one.party !== null && names.has(plain(one.party))),
  );
}

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
