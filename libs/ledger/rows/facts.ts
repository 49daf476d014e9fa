import type { Instance, PostClass, Register } from '#codes';
import type { IdentityType } from '#personal';

export interface PartyFact {
  role: 'APPLICANT' | 'PLAINTIFF' | 'THIRD_PARTY' | 'PARTY';
  name: string;
  isOrganisation: boolean;
  /** 证件号码, in clear: whoever keeps it must protect it. */
  identity?: { type: IdentityType; number: string };
  /** 联系电话, in clear. */
  phone?: string;
}

export interface HearingFact {
  /** ISO day, or null when the ledger records an appearance without a day. */
  on: string | null;
  /** What the ledger says; null when it is silent. Whether the post counts as a head is `postClass`. */
  attended: boolean | null;
  headName: string | null;
  headPost: string | null;
  postClass: PostClass | null;
  absenceReason: string | null;
  /** The court accepted the reason (出庭规定(2020) arts 8–9); only there when the ledger says so. */
  excused?: true;
  /** Another defendant's head came for both (art. 3); only there when the ledger says so. */
  covered?: true;
}

/**
 * What one ledger row states, in typed form. Days are ISO days, codes are code-list codes, money is yuan. What may be
 * missing (`?`) is left out where the ledger is silent, so that a row without it keeps its content hash.
 */
export interface LedgerFacts {
  register: Register;
  instance: Instance | null;
  caseNumber: string | null;
  sequence: string | null;
  receivedOn: string;
  /** Null: refused, still under examination, or (litigation) not recorded. */
  acceptedOn: string | null;
  closedOn: string | null;
  outcome: string | null;
  field: string | null;
  matter: string | null;
  disputeType: string | null;
  respondentLevel: string | null;
  /** Persons on the applying side (申请人总数). */
  applicants: number | null;
  parties: PartyFact[];
  respondent: string | null;
  authority: string | null;
  mediator: string | null;
  court: string | null;
  afterReconsideration: boolean | null;
  /** Sued as the reconsideration organ beside the one that acted (行政诉讼法(2017) art. 26 ¶2). */
  asReconsiderationOrgan?: boolean;
  heard: boolean | null;
  extended: boolean | null;
  /** Yuan, as a decimal string. */
  compensation: string | null;
  /** Yuan, as a decimal string. */
  amount: string | null;
  normativeReview: boolean | null;
  opinionLetters: number | null;
  /** 意见书落实数 */
  opinionsPerformed?: number;
  hearings: HearingFact[];
  channel: string | null;
  handler: string | null;
  remark: string | null;
}

/** What the reader assumed or noticed; the row is accepted all the same. */
export const FLAGS = {
  RECEIVED_DATE_ASSUMED: ['收到日期按受理日期计', 'received day taken from the acceptance'],
  ACCEPTED_DATE_ASSUMED: ['受理日期按收到日期计', 'acceptance day taken from the receipt'],
  CLOSED_DATE_FROM_REVIEW: ['结案日期按审查日期计', 'closing day taken from the review'],
  LEVEL_INFERRED: ['被申请人级别按名称推定', 'level inferred from the name'],
  LEVEL_UNKNOWN: ['被申请人级别未知', 'level could not be inferred'],
  SEVERAL_MATTERS: ['涉及两种以上事项,计入其他', 'several matters, counted as other'],
  SEVERAL_RESPONDENT_LEVELS: [
    '被申请人不止一类,级别计入其他',
    'respondents of several levels, counted as other',
  ],
  MATTER_READ_FROM_CAUSE: ['事项取自案由文字', 'matter read from the cause'],
  MATTER_NOT_CODED: ['案由未能归入事项代码', 'the cause names no matter of the code list'],
  RESPONDENT_ASSUMED: ['被告(被申请人)按本机关计', 'respondent taken as the office itself'],
  INSTANCE_ASSUMED: ['审级未写明,按一审计', 'instance not stated, taken as first'],
  INSTANCE_DIFFERS_FROM_NUMBER: ['审级与案号不一致,以审级列为准', 'instance differs from the case number'],
  MOVED_TO_CIVIL: ['民事案件,列入民事应诉', 'civil case, kept in the civil register'],
  HEARING_DATE_MISSING: ['负责人出庭但无开庭日期', 'head appeared but no hearing day'],
  HEARING_IN_FUTURE: ['开庭日期在今天之后', 'hearing lies in the future'],
  ATTENDANCE_FOR_ALL_HEARINGS: ['出庭情况适用于各次开庭', 'one attendance entry for several hearings'],
  APPEARANCE_INFERRED: ['按出庭负责人栏推定是否出庭', 'appearance inferred from the name of the head'],
  POST_UNKNOWN: ['职务未识别,按其他负责人计', 'post not recognised, taken as other head'],
  NOT_A_HEAD: ['出庭人职务不是负责人', 'the person who appeared is not a head'],
  CO_DEFENDANT_ASSUMED: [
    '只写明为复议机关,按复议机关作共同被告计',
    'reconsideration organ, taken as sued beside the organ that acted',
  ],
  EXCUSE_NOT_JUDGED: [
    '有未出庭理由,法院是否认可未写明,按未认可计',
    'a reason of absence, not said whether the court accepted it: counted as not accepted',
  ],
  EXCUSE_WITHOUT_ABSENCE: ['负责人已出庭,未出庭理由的认可不计', 'excuse accepted although the head appeared'],
  COVER_AGREEMENT_ASSUMED: [
    '共同被告负责人出庭,未写明协商或法院确定,按共同确定计',
    "a co-defendant's head appeared, agreement or decision of the court not stated, taken as given",
  ],
  IDENTITY_NUMBER_INVALID: [
    '证件号码的位数、日期或校验码不对,按原样保存',
    'identity number with a wrong length, date or check digit, kept as written',
  ],
  PHONE_INVALID: ['联系电话不像电话号码,按原样保存', 'telephone that looks like none, kept as written'],
  NUMBER_OF_FIRST_PARTY: [
    '当事人不止一人,号码只有一个,记在第一人名下',
    'one number for several parties, kept with the first',
  ],
  NUMBER_MASKED_IN_TEXT: [
    '文字中的证件号码或电话已遮盖',
    'identity number or telephone in a text, masked there',
  ],
  OPINION_COUNT_ASSUMED: [
    '只写明制发(落实)了意见书,份数按1份计',
    'opinion letter without a count, taken as one',
  ],
  FORM_WITHOUT_SUCCESS: ['调解未成功却有协议形式', 'form of agreement without success'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;
export type Flag = keyof typeof FLAGS;
