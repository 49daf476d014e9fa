import type { CalendarDate } from '#law/calendar';
import { granted, refused, w, type Basis, type Citation, type Ruling } from '#law/statute';
import type { ReasonStatus } from './reason.ts';
import { AR, POSTS, VIOLATIONS, type AppearanceRuleCode, type Post, type Violation } from './rules.ts';
import { DUTY, reading, textOf } from './texts.ts';

/** One hearing of one sued agency (law.md 4.2). */
export interface HearingRecord {
  readonly hearingOn: CalendarDate;
  readonly heard: boolean;
  readonly headPresent: boolean;
  readonly post: Post | null;
  readonly identityDocument: 'OK' | 'CORRECTED' | 'BAD';
  readonly staffPresent: boolean;
  /** false when the power of attorney or its seal is missing: such staff does not represent (AR-22) */
  readonly staffAuthorised?: boolean;
  readonly lawyerPresent: boolean;
  readonly reason: ReasonStatus;
  readonly leftWithoutLeave?: boolean;
  readonly refusedToExplain?: boolean;
  readonly earlierAppearanceSameInstance?: boolean;
  readonly courtRenotified?: boolean;
  readonly postponedBefore?: boolean;
  readonly courtSuggestedInWriting?: boolean;
  /** another co-defendant's head was agreed on or named by the court, and appeared */
  readonly coDefendantHeadAppeared?: boolean;
  readonly noticeLate?: boolean;
  readonly spoke?: boolean;
  readonly gaveResolutionOpinion?: boolean;
}

/**
 * SATISFIED_BY_CO_DEFENDANT keeps apart what art. 3 makes good in another's name: figures may or may not count
 * it.
 */
export type AppearanceResult =
  | 'SATISFIED'
  | 'SATISFIED_BY_CO_DEFENDANT'
  | 'JUSTIFIED_ABSENCE'
  | 'PENDING_COURT_REVIEW'
  | 'VIOLATION'
  | 'NOT_APPLICABLE';

/** Recorded and shown, never by itself a violation: local assessments ask for them, national rules do not. */
export type AppearanceFlag =
  | 'SILENT'
  | 'MISSING_RESOLUTION_OPINION'
  | 'LAWYER_ONLY'
  | 'IGNORED_WRITTEN_SUGGESTION'
  | 'UNQUALIFIED_HEAD'
  | 'BAD_IDENTITY_DOCUMENT'
  | 'LATE_NOTICE';

/**
 * What one hearing amounts to, for the register, the reminder and the figures. `headCounts` is kept apart from
 * the result: a rate asks who came, not whether the duty is met.
 */
export interface Assessment {
  readonly result: AppearanceResult;
  readonly headCounts: boolean;
  readonly violations: readonly Violation[];
  readonly flags: readonly AppearanceFlag[];
  readonly rules: readonly AppearanceRuleCode[];
  /** SHALL: suggestion, record and judgment (出庭规定 12); MAY: 行诉解释 129(4), 132 */
  readonly judicialSuggestion: 'SHALL' | 'MAY' | 'NONE';
}

/** Judges one hearing by the decision table. */
export function assessHearing(hearing: HearingRecord): Ruling<Assessment> {
  const text = textOf(hearing.hearingOn);
  if (text === null) return refused(noText(hearing.hearingOn));
  if (!hearing.heard) return granted(plain('NOT_APPLICABLE', false, ['AR-31']), AR['AR-31'].basis);
  const special = text === 'RULES_2020';
  const outcome = counts(hearing, special) ? appeared(hearing, special) : absent(hearing, special);
  const assessment = { ...outcome, flags: [...outcome.flags, ...commonFlags(hearing, special)] };
  return granted(assessment, basisOf(assessment, special));
}

/** AR-04, 05, 13: present, qualified, and able to show it. The exclusion of AR-05 is new in 2020. */
function counts({ headPresent, post, identityDocument }: HearingRecord, special: boolean): boolean {
  if (!headPresent || post === null) return false;
  if (!POSTS[post].qualified) return false;
  return !special || identityDocument !== 'BAD';
}

/**
 * The duty is met by coming (table 4.2, first row); leaving or refusing to explain is a violation of its own
 * beside it. Silence is none: a local “出声率” counts it, no text attaches anything to it.
 */
function appeared(hearing: HearingRecord, special: boolean): Assessment {
  const violations: Violation[] = [];
  if (special && hearing.leftWithoutLeave) violations.push('V4');
  if (special && hearing.refusedToExplain) violations.push('V5');
  const flags: AppearanceFlag[] = [];
  if (special && hearing.spoke === false) flags.push('SILENT');
  if (special && hearing.gaveResolutionOpinion === false) flags.push('MISSING_RESOLUTION_OPINION');
  const base = plain('SATISFIED', true, ['AR-01', 'AR-04']);
  return { ...base, violations, flags, judicialSuggestion: violations.length > 0 ? 'SHALL' : 'NONE' };
}

/**
 * The order is the table's: without staff nothing else helps; an earlier appearance or a co-defendant's head
 * makes a reason needless; only then does the reason decide.
 */
function absent(hearing: HearingRecord, special: boolean): Assessment {
  // A good reason covers the head only: without staff nobody answers for the agency.
  if (!hearing.staffPresent || hearing.staffAuthorised === false)
    return violation('V3', special, ['AR-20', 'AR-25'], hearing.lawyerPresent ? ['LAWYER_ONLY'] : []);
  if (special && hearing.earlierAppearanceSameInstance && !hearing.courtRenotified)
    return plain('SATISFIED', false, ['AR-14']);
  if (special && hearing.coDefendantHeadAppeared) return plain('SATISFIED_BY_CO_DEFENDANT', false, ['AR-06']);
  if (hearing.reason === 'ACCEPTED') return plain('JUSTIFIED_ABSENCE', false, ['AR-16', 'AR-18']);
  if (hearing.reason === 'PENDING') return plain('PENDING_COURT_REVIEW', false, ['AR-18']);
  const again = special && hearing.postponedBefore === true;
  const ignored: AppearanceFlag[] = hearing.courtSuggestedInWriting ? ['IGNORED_WRITTEN_SUGGESTION'] : [];
  return violation(again ? 'V2' : 'V1', special, ['AR-01', 'AR-25'], ignored);
}

function commonFlags(hearing: HearingRecord, special: boolean): AppearanceFlag[] {
  const flags: AppearanceFlag[] = [];
  const { headPresent, post, identityDocument } = hearing;
  if (headPresent && post !== null && !POSTS[post].qualified) flags.push('UNQUALIFIED_HEAD');
  if (headPresent && special && identityDocument === 'BAD') flags.push('BAD_IDENTITY_DOCUMENT');
  // Recorded, not scored: the agency did not have its three days (AR-10).
  if (special && hearing.noticeLate) flags.push('LATE_NOTICE');
  return flags;
}

/** A result nothing follows from: no violation, no suggestion. */
function plain(result: AppearanceResult, headCounts: boolean, rules: AppearanceRuleCode[]): Assessment {
  return { result, headCounts, violations: [], flags: [], rules, judicialSuggestion: 'NONE' };
}

/** Art. 12 says shall; before July 2020 the court may suggest (行诉解释 129(4), 132). */
function violation(
  v: Violation,
  special: boolean,
  rules: AppearanceRuleCode[],
  flags: AppearanceFlag[],
): Assessment {
  return {
    result: 'VIOLATION',
    headCounts: false,
    violations: [v],
    flags,
    rules,
    judicialSuggestion: special ? 'SHALL' : 'MAY',
  };
}

/** Before July 2020 the reading of 2018 carries the duty alone. */
function basisOf({ violations, rules: codes }: Assessment, special: boolean): Basis {
  if (!special) return [DUTY, reading(128), reading(129), reading(132)];
  const cited: Citation[] = [
    ...violations.flatMap(v => VIOLATIONS[v].basis),
    ...codes.flatMap(c => AR[c].basis),
  ];
  const [first = DUTY, ...more] = cited;
  return [first, ...more];
}

/**
 * The duty is older (行政诉讼法(2014) art. 3(3)), but what counted as a head, a reason or staff then could not be
 * read; an old ledger's own entry stands as it is.
 */
function noText(hearingOn: CalendarDate) {
  return {
    code: 'NO_TEXT_GOVERNS_THE_DAY',
    message: w(
      `${hearingOn}开庭时的出庭规则未收录`,
      `the rules on appearance of ${hearingOn} are not encoded`,
    ),
    basis: AR['AR-01'].basis,
    remedy: w('2018年2月8日前的开庭应人工认定', 'hearings before 2018-02-08 are judged by hand'),
  };
}
