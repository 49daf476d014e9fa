import { citationText, type Refusal } from '#law/statute';
import { RC_ROLES, type RcRole } from '#law/reconsideration';
import { UserError, type Text } from '../refusal.ts';

/** A rule of law stands in the way: its name is the code; the articles and who may mend it are told with it. */
export class RuleRefusal extends UserError {
  readonly basis: readonly Text[];
  readonly who: readonly Text[];

  constructor({ code, message, remedy, basis, missing, who }: Refusal) {
    super(
      code,
      { zh: `${message.zh}。`, en: `${message.en}.` },
      { zh: `${remedy.zh}。`, en: `${remedy.en}.` },
      missing ?? [],
    );
    this.basis = basis.map(citationText);
    this.who = (who ?? []).map(role => RC_ROLES[role as RcRole] ?? { zh: role, en: role });
  }
}

export const stepUnknown = (): UserError =>
  new UserError(
    'STEP_UNKNOWN',
    { zh: '案件中没有这项登记,或已经撤回。', en: 'The case has no such step, or it was taken back already.' },
    { zh: '重新查询案件,从其登记事项中选择。', en: 'Read the case again and choose one of its steps.' },
  );

export const resumedTooEarly = (): UserError =>
  new UserError(
    'RESUMED_BEFORE_SUSPENDED',
    { zh: '恢复日期早于中止日期。', en: 'The case cannot go on before it was suspended.' },
    { zh: '核对两个日期。', en: 'Check the two days.' },
    ['resumedOn'],
  );

export const respondentIsLate = (today: string): UserError =>
  new UserError(
    'RESPONDENT_DATES_ITS_STEPS_TODAY',
    {
      zh: `被申请人登记的事项以登记当日(${today})为准。`,
      en: `What the respondent enters counts from the day it is entered (${today}).`,
    },
    {
      zh: '实际日期更早的,由复议机构核对凭证(如邮戳)后登记。',
      en: 'If it happened earlier, the reconsideration office enters it from the proof, such as a postmark.',
    },
    ['on'],
  );

export const officeTakesBack = (): UserError =>
  new UserError(
    'TAKEN_BACK_BY_THE_OFFICE',
    { zh: '被申请人不能撤回登记。', en: 'A respondent takes no step back.' },
    { zh: '登记有误的,请复议机构撤回。', en: 'Ask the reconsideration office to take it back.' },
  );

export const registrationStays = (): UserError =>
  new UserError(
    'REGISTRATION_STAYS',
    {
      zh: '收件登记不能撤回:收到的申请必须有处理结果。',
      en: 'A registration is not taken back: an application that came in needs an answer.',
    },
    { zh: '按不予受理、转送或者终止等程序处理。', en: 'Refuse it, transfer it, or end the case.' },
  );

export const reasonMissing = (): UserError =>
  new UserError(
    'REASON_MISSING',
    { zh: '撤回登记须说明理由(5至500字)。', en: 'Taking a step back needs a reason (5 to 500 characters).' },
    { zh: '填写理由。', en: 'Say why.' },
  );
