import type { CalendarDate } from '#law/calendar';
import { clockOf, guard, last, type ClockRule, type Guard } from '#law/procedure';
import { w } from '#law/statute';
import { LT_29, LT_43 } from './clocks/after.ts';
import { LT_13, LT_15, LT_35 } from './clocks/trial.ts';
import type { LtEvent } from './events.ts';
import { appealDue, effectiveOn, instanceOf, mayBeAppealed, trialOf, type LtContext } from './facts.ts';
import { endsAfterNinetyDays } from './grounds.ts';
import type { LitigationSettings } from './settings.ts';
import type { LtState } from './states.ts';
import { reading, suit } from './texts.ts';

export type LtGuard = Guard<LtState, LtEvent, LitigationSettings>;

function within(
  rule: ClockRule,
  day0: CalendarDate | undefined,
  on: CalendarDate,
  { calendar, settings }: LtContext,
): boolean {
  if (!day0) return true;
  const ruling = clockOf({ rule, governing: day0, day0 }, calendar, settings.count);
  return !ruling.ok || ruling.value.due === null || on <= ruling.value.due;
}
const onOf = (event: LtEvent | null, { today }: LtContext): CalendarDate => event?.on ?? today;

export const extensionAskedInTime: LtGuard = guard(
  'LATE_EVIDENCE_IS_ASKED_FOR_WITHIN_FIFTEEN_DAYS',
  {
    basis: [reading(34), suit(36, 1)],
    message: w(
      '延期提供证据应当在收到起诉状副本之日起十五日内书面提出',
      'late evidence is asked for in writing within fifteen days of the copy',
    ),
    remedy: w('逾期的,视为没有相应证据', 'after that there is no such evidence'),
  },
  (facts, event, context) => within(LT_13, last(facts, 'COPY_SERVED')?.on, onOf(event, context), context),
);

export const extensionAskedInWriting: LtGuard = guard(
  'LATE_EVIDENCE_IS_ASKED_FOR_IN_WRITING',
  {
    basis: [reading(34)],
    message: w('应当以书面方式提出', 'it has to be in writing'),
    remedy: w('提交延期提供证据申请书', 'hand in a written request'),
  },
  (_, event) => event?.kind !== 'REQUEST_EXTENSION' || event.written,
);

export const objectionInTime: LtGuard = guard(
  'JURISDICTION_IS_OBJECTED_TO_WITHIN_FIFTEEN_DAYS',
  {
    basis: [reading(10, 1), reading(11)],
    message: w(
      '管辖异议应在收到副本之日起十五日内提出;发回重审、再审和上诉中首次提出的不予审查',
      'within fifteen days of the copy; not on remand, retrial or first on appeal',
    ),
    remedy: w('不再审查', 'it is no longer examined'),
  },
  (facts, event, context) =>
    instanceOf(facts) === 'FIRST' &&
    within(LT_15, last(facts, 'COPY_SERVED')?.on, onOf(event, context), context),
);

export const appearanceRecorded: LtGuard = guard(
  'APPEARANCE_IS_RECORDED_WITH_THE_HEARING',
  {
    basis: [suit(3, 3)],
    message: w('登记开庭须同时登记负责人出庭情况', 'who appeared is recorded with the hearing'),
    remedy: w('补充到庭记录', 'add the attendance record'),
  },
  (_, event) => event?.kind !== 'HOLD_HEARING' || event.appearanceRecorded,
);

export const courtToldOfChange: LtGuard = guard(
  'COURT_IS_TOLD_OF_A_CHANGED_ACT',
  {
    basis: [reading(81, 1)],
    message: w('一审期间改变被诉行政行为的,应当书面告知人民法院', 'the court has to be told in writing'),
    remedy: w('提交书面告知', 'send the written notice'),
  },
  (_, event) => event?.kind !== 'CHANGE_ACT' || event.courtInformed,
);

export const onlySimplifiedTrialConverts: LtGuard = guard(
  'ONLY_A_SIMPLIFIED_TRIAL_IS_CONVERTED',
  {
    basis: [reading(105)],
    message: w('只有简易程序可以转为普通程序', 'only a simplified trial turns ordinary'),
    remedy: w('本案已适用普通程序', 'the trial is ordinary already'),
  },
  facts => trialOf(facts) === 'SIMPLIFIED',
);

export const simplifiedOnlyInFirstInstance: LtGuard = guard(
  'SIMPLIFIED_TRIAL_ONLY_IN_FIRST_INSTANCE',
  {
    basis: [suit(82, 3)],
    message: w('发回重审、再审案件不适用简易程序', 'not on remand or retrial'),
    remedy: w('适用普通程序', 'use the ordinary procedure'),
  },
  (_, event) => event?.kind !== 'OPEN' || event.trial !== 'SIMPLIFIED' || event.instance === 'FIRST',
);

export const ninetyDaysPassed: LtGuard = guard(
  'NINETY_DAYS_OF_SUSPENSION_HAVE_PASSED',
  {
    basis: [reading(88, 2)],
    message: w(
      '中止的诉讼,满九十日且属第一至三项情形的方可终结',
      'a suspended suit ends after ninety days, on grounds 1 to 3 only',
    ),
    remedy: w('待期满,或者恢复诉讼', 'wait, or resume'),
  },
  (facts, event, context) => {
    if (facts.state !== 'SUSPENDED' || event?.kind !== 'END' || event.how !== 'TERMINATED') return true;
    const since = facts.history.find(
      e => e.kind === 'SUSPEND' && endsAfterNinetyDays(e.ground) && facts.openSuspensions.includes(e.id),
    );
    if (!since) return false;
    const reached = clockOf(
      { rule: LT_35, governing: since.on, day0: since.on },
      context.calendar,
      context.settings.count,
    );
    return reached.ok && reached.value.due !== null && event.on >= reached.value.due;
  },
);

export const appealable: LtGuard = guard(
  'RESULT_MAY_BE_APPEALED',
  {
    basis: [suit(85), reading(101, 2)],
    message: w('该裁判不能上诉', 'this result cannot be appealed'),
    remedy: w('可以申请再审', 'a retrial may be applied for'),
  },
  facts => mayBeAppealed(facts),
);

export const appealInTime: LtGuard = guard(
  'APPEAL_WITHIN_ITS_LIMIT',
  {
    basis: [suit(85)],
    message: w('上诉期限已届满', 'the appeal limit has run out'),
    remedy: w('裁判已生效,可以申请再审', 'the result is effective; a retrial may be applied for'),
  },
  (facts, event, context) => {
    const due = appealDue(facts, context);
    return due === null || onOf(event, context) <= due;
  },
);

export const retrialInTime: LtGuard = guard(
  'RETRIAL_WITHIN_SIX_MONTHS',
  {
    basis: [reading(110)],
    message: w('申请再审应当在六个月内提出', 'within six months'),
    remedy: w('有四种法定情形的,自知道之日起计算', 'four grounds count from knowledge'),
  },
  (facts, event, context) => {
    const known = event?.kind === 'APPLY_RETRIAL' ? event.specialGroundKnownOn : undefined;
    return within(LT_29, known ?? effectiveOn(facts) ?? undefined, onOf(event, context), context);
  },
);

export const suggestionReceived: LtGuard = guard(
  'A_SUGGESTION_WAS_RECEIVED',
  {
    basis: LT_43.variants[0]?.basis ?? [reading(149, 4)],
    message: w('没有待答复的司法建议', 'there is no suggestion to reply to'),
    remedy: w('先登记收到的司法建议', 'record it first'),
  },
  facts => last(facts, 'SUGGESTION_RECEIVED') !== undefined,
);
