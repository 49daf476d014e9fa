import { w } from '#law/statute';

/** States of one agency's part in one court instance (law.md 3.4). */
export const LT_STATES = {
  NOTICE_RECEIVED: w('收到应诉通知', 'notice received'),
  ANSWERING: w('答辩举证期', 'answering'),
  EVIDENCE_EXTENSION_REQUESTED: w('申请延期举证', 'evidence extension requested'),
  EVIDENCE_EXTENDED: w('获准延期举证', 'evidence extended'),
  AWAITING_HEARING: w('待开庭', 'awaiting hearing'),
  HEARING_SCHEDULED: w('已排期', 'hearing scheduled'),
  POSTPONED: w('延期开庭', 'postponed'),
  HEARD: w('已开庭', 'heard'),
  SUSPENDED: w('中止诉讼', 'suspended'),
  DECIDED: w('已裁判(未生效)', 'decided, not yet effective'),
  APPEALED: w('上诉', 'appealed'),
  EFFECTIVE: w('已生效', 'effective'),
  RETRIAL_REVIEW: w('再审审查', 'retrial review'),
  RETRIAL: w('再审', 'retrial'),
  PERFORMING: w('履行中', 'performing'),
  ENFORCED: w('强制执行', 'enforced'),
  CLOSED: w('结案归档', 'closed'),
} as const;
export type LtState = keyof typeof LT_STATES;

/** Only one: withdrawn, judged, performed — every way ends in the archive, and how is in the outcome. */
export const LT_FINALS: readonly LtState[] = ['CLOSED'];

/** Before a judgment: suspension and every ending without one are possible here. */
export const UNDECIDED = [
  'NOTICE_RECEIVED',
  'ANSWERING',
  'EVIDENCE_EXTENSION_REQUESTED',
  'EVIDENCE_EXTENDED',
  'AWAITING_HEARING',
  'HEARING_SCHEDULED',
  'POSTPONED',
  'HEARD',
] as const satisfies readonly LtState[];

/** Everything from the result on: the clocks of the trial fall away here. */
export const AFTER_DECISION: readonly LtState[] = [
  'DECIDED',
  'APPEALED',
  'EFFECTIVE',
  'RETRIAL_REVIEW',
  'RETRIAL',
  'PERFORMING',
  'ENFORCED',
  'CLOSED',
];

/** Who may take a step. SYSTEM is the law itself: its steps are never offered to anybody. */
export const LT_ROLES = {
  HANDLER: w('应诉承办人', 'handler of the suit'),
  HEAD: w('行政机关负责人', 'head of the agency'),
  COURT_LIAISON: w('应诉联络员', 'litigation contact'),
  SYSTEM: w('法律规定', 'by operation of law'),
} as const;
export type LtRole = keyof typeof LT_ROLES;

/** Each instance is a case of its own with its own duties; remand and retrial are instances too. */
export const LT_INSTANCES = {
  FIRST: w('一审', 'first instance'),
  SECOND: w('二审', 'second instance'),
  RETRIAL_FIRST: w('再审(一审程序)', 'retrial by first-instance procedure'),
  RETRIAL_SECOND: w('再审(二审程序)', 'retrial by second-instance procedure'),
  REMAND_FIRST: w('发回重审', 'remanded to first instance'),
} as const;
export type LtInstance = keyof typeof LT_INSTANCES;

/** Judgments of these may be appealed. */
export const APPEALABLE: readonly LtInstance[] = ['FIRST', 'RETRIAL_FIRST', 'REMAND_FIRST'];
