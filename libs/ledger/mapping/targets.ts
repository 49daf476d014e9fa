import type { CodeListName, Register } from '#codes';

/** How the cells of a column are read. */
export type TargetType =
  | {
      kind:
        | 'TEXT'
        | 'DAY'
        | 'DAYS'
        | 'COUNT'
        | 'YES_NO'
        | 'MONEY'
        | 'SEQUENCE'
        | 'CASE_NUMBER'
        | 'NAMES'
        | 'ORGAN'
        | 'IDENTITY'
        | 'PHONE';
    }
  | { kind: 'ACCEPTANCE' | 'INSTANCE' | 'NATURE' | 'POST' | 'AGREEMENT' | 'SUCCESS' }
  | { kind: 'CAPACITY' | 'EXCUSE' | 'COVER' | 'ISSUED' | 'PERFORMED' }
  | { kind: 'CODE'; lists: Partial<Record<Register, CodeListName>> };

export interface Target {
  zh: string;
  en: string;
  type: TargetType;
  registers: readonly Register[];
  /** REQUIRED: rows cannot be imported without it; ADVISED: figures stay incomplete without it. */
  need: 'REQUIRED' | 'ADVISED' | 'OPTIONAL';
}

const R = ['RECONSIDERATION', 'RECONSIDERATION_RESPONSE'] as const;
const L = ['LITIGATION', 'CIVIL_LITIGATION'] as const;
const M = ['MEDIATION'] as const;
const ALL = [...R, ...L, ...M] as const;
const RL = [...R, ...L] as const;

type SimpleKind = Exclude<TargetType['kind'], 'CODE'>;

function target(
  names: [zh: string, en: string],
  kind: SimpleKind,
  registers: readonly Register[],
  need: Target['need'] = 'OPTIONAL',
): Target {
  return { zh: names[0], en: names[1], type: { kind }, registers, need };
}

function coded(
  names: [zh: string, en: string],
  lists: Partial<Record<Register, CodeListName>>,
  need: Target['need'] = 'OPTIONAL',
): Target {
  const registers = ALL.filter(register => lists[register] !== undefined);
  return { zh: names[0], en: names[1], type: { kind: 'CODE', lists }, registers, need };
}

function listFor(
  registers: readonly Register[],
  list: CodeListName,
): Partial<Record<Register, CodeListName>> {
  return Object.fromEntries(registers.map(register => [register, list]));
}

/** Every field a ledger's column can be read into, for all registers: the one table of targets. */
export const TARGETS = {
  SEQUENCE: target(['序号', 'sequence number'], 'SEQUENCE', ALL),
  CASE_NUMBER: target(['案号', 'case number'], 'CASE_NUMBER', ALL, 'ADVISED'),
  RECEIVED_ON: target(['收到日期', 'received on'], 'DAY', ALL, 'REQUIRED'),
  CHANNEL: target(['来源', 'channel'], 'TEXT', R),
  APPLICANT: target(['申请人', 'applicant'], 'NAMES', R, 'ADVISED'),
  APPLICANT_COUNT: target(['申请人数', 'number of applicants'], 'COUNT', R),
  AUTHORITY: target(['复议机关', 'reconsideration authority'], 'TEXT', R),
  RESPONDENT: target(['被申请人', 'respondent'], 'ORGAN', R, 'ADVISED'),
  RESPONDENT_LEVEL: coded(['被申请人级别', 'level of respondent'], listFor(R, 'ORGAN_LEVEL')),
  FIELD: coded(['行政管理类别', 'administrative field'], listFor(RL, 'FIELD')),
  MATTER: coded(['申请复议事项 / 被诉行为种类', 'matter'], listFor(RL, 'MATTER')),
  ACCEPTED: target(['是否受理', 'accepted'], 'ACCEPTANCE', R),
  ACCEPTED_ON: target(['受理(审查)日期', 'accepted or decided on'], 'DAY', [...R, ...M]),
  HEARD: target(['是否听证', 'heard'], 'YES_NO', R),
  EXTENDED: target(['是否延期', 'extended'], 'YES_NO', R),
  COURT: target(['受理法院', 'court'], 'TEXT', L),
  NATURE: target(['案件性质', 'nature of the case'], 'NATURE', L),
  INSTANCE: target(['审级', 'instance'], 'INSTANCE', L, 'ADVISED'),
  PLAINTIFF: target(['原告', 'plaintiff'], 'NAMES', L, 'ADVISED'),
  PLAINTIFF_COUNT: target(['原告人数', 'number of plaintiffs'], 'COUNT', L),
  DEFENDANT: target(['被告', 'defendant'], 'ORGAN', L, 'ADVISED'),
  CAPACITY: target(['被告身份', 'capacity in which the organ is sued'], 'CAPACITY', L),
  THIRD_PARTY: target(['第三人', 'third party'], 'NAMES', RL),
  AFTER_RECONSIDERATION: target(['是否经复议', 'after reconsideration'], 'YES_NO', L),
  HEARING_ON: target(['开庭日期', 'hearing on'], 'DAYS', L, 'ADVISED'),
  HEAD_APPEARED: target(['负责人是否出庭', 'head appeared'], 'YES_NO', L, 'ADVISED'),
  HEAD_NAME: target(['出庭负责人', 'head who appeared'], 'TEXT', L),
  HEAD_POST: target(['职务', 'post'], 'POST', L),
  ABSENCE_REASON: target(['未出庭理由', 'reason of absence'], 'TEXT', L),
  EXCUSE_ACCEPTED: target(['法院是否认可未出庭理由', 'reason of absence accepted'], 'EXCUSE', L),
  CO_DEFENDANT_APPEARED: target(['共同被告出庭情况', "a co-defendant's head appeared"], 'COVER', L),
  MEDIATOR: target(['调解机关', 'mediating organ'], 'TEXT', M, 'ADVISED'),
  PARTIES: target(['当事人', 'parties'], 'NAMES', M, 'ADVISED'),
  OTHER_PARTY: target(['对方当事人', 'other party'], 'NAMES', M),
  PARTY_COUNT: target(['当事人数', 'number of parties'], 'COUNT', M),
  IDENTITY_NUMBER: target(['证件号码', 'identity number'], 'IDENTITY', ALL),
  CREDIT_CODE: target(['统一社会信用代码', 'unified social credit code'], 'IDENTITY', ALL),
  PHONE: target(['联系电话', 'telephone'], 'PHONE', ALL),
  DISPUTE_TYPE: coded(['纠纷类型', 'type of dispute'], listFor(M, 'DISPUTE_TYPE')),
  SUCCEEDED: target(['是否成功', 'succeeded'], 'SUCCESS', M, 'ADVISED'),
  AGREEMENT_FORM: target(['协议形式', 'form of agreement'], 'AGREEMENT', M),
  AMOUNT: target(['涉及金额', 'amount'], 'MONEY', M),
  CLOSED_ON: target(['结案日期', 'closed on'], 'DAY', ALL, 'ADVISED'),
  OUTCOME: coded(
    ['结案方式', 'outcome'],
    { ...listFor(R, 'RECONSIDERATION_OUTCOME'), ...listFor(L, 'LITIGATION_OUTCOME') },
    'ADVISED',
  ),
  COMPENSATION: target(['赔偿数额', 'compensation'], 'MONEY', RL),
  NORMATIVE_REVIEW: target(['附带审查', 'review of a normative document'], 'YES_NO', RL),
  OPINION_LETTER: target(['意见书制发数', 'opinion letters issued'], 'ISSUED', R),
  OPINION_PERFORMED: target(['意见书落实数', 'opinion letters acted on'], 'PERFORMED', R),
  HANDLER: target(['承办人', 'handler'], 'TEXT', ALL),
  REMARK: target(['备注', 'remark'], 'TEXT', ALL),
} as const satisfies Record<string, Target>;
export type TargetName = keyof typeof TARGETS;

export const TARGET_NAMES = Object.keys(TARGETS) as TargetName[];

export function isTargetName(name: string): name is TargetName {
  return Object.hasOwn(TARGETS, name);
}

export function targetOf(name: TargetName): Target {
  return TARGETS[name];
}

/** The targets a register knows. */
export function targetsOf(register: Register): TargetName[] {
  return TARGET_NAMES.filter(name => targetOf(name).registers.includes(register));
}

/** The code list a target's texts are looked up in, or null. */
export function listOf(name: TargetName, register: Register): CodeListName | null {
  const { type } = targetOf(name);
  return type.kind === 'CODE' ? (type.lists[register] ?? null) : null;
}
