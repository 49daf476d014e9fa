import { first, guard, last, type Guard } from '#law/procedure';
import { w, type Basis } from '#law/statute';
import { RC_10 } from './clocks/acceptance.ts';
import type { RcEvent } from './events.ts';
import { isDeemedAccepted, procedureOf, underOldText } from './facts.ts';
import { dueOf } from './rows.ts';
import type { ReconsiderationSettings } from './settings.ts';
import type { RcState } from './states.ts';
import { inOldTexts, law, oldLaw, OLD_TEXTS, regulation } from './texts.ts';

export type RcGuard = Guard<RcState, RcEvent, ReconsiderationSettings>;

/**
 * The older texts review every case alike, in writing (22), within sixty days (31(1)). A record of a simplified case
 * before 2024 would run without any decision period, so it is refused rather than left without a clock.
 */
export const procedureInForce: RcGuard = guard(
  'PROCEDURE_IS_KNOWN_TO_THE_TEXT',
  {
    basis: [law(53)],
    older: OLD_TEXTS.map(t => [oldLaw(t, 22), oldLaw(t, 31, 1)] as const),
    message: w('适用于本案的条文没有简易程序', 'the text that governs the case has no simplified procedure'),
    remedy: w('按普通程序登记', 'record the ordinary procedure'),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'ACCEPT' || event.procedure !== 'SIMPLIFIED' || !underOldText(facts, event.on, settings),
);

/** 53: clear facts and little dispute are weighed by the office; the ground itself has to be one of the listed. */
export const simplifiedNeedsAGround: RcGuard = guard(
  'SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND',
  {
    basis: [law(53)],
    older: [],
    message: w('适用简易程序须具备法定情形之一', 'the simplified procedure needs one of its grounds'),
    remedy: w('选择简易程序的情形,或者适用普通程序', 'name the ground, or use the ordinary procedure'),
  },
  (_, event) =>
    event?.kind !== 'ACCEPT' || event.procedure !== 'SIMPLIFIED' || event.simplifiedGround !== undefined,
);

/**
 * Acceptance happens once. What silence accepted may be confirmed by a notice, which also chooses the procedure; the
 * day of acceptance stays that of the silence, or else a late notice would give the organ more time than the law.
 */
export const onlyDeemedIsConfirmed: RcGuard = guard(
  'ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER',
  {
    basis: [law(30, 3)],
    older: inOldTexts(17, 2),
    message: w('该申请已经受理', 'the application has been accepted already'),
    remedy: w('无需再次受理', 'no second acceptance is needed'),
  },
  facts => facts.state !== 'ACCEPTED' || (isDeemedAccepted(facts) && last(facts, 'ACCEPT')?.deemed === true),
);

/** “不得再以同一事实和理由提出行政复议申请”, unless the withdrawal was against the true will. */
export const WITHDRAWN_FOR_GOOD_BASIS: Basis = [law(74, 2)];

/**
 * 74(2): withdrawn with leave is withdrawn for good. Silence accepts such an application all the same (30(3) asks only
 * whether it was refused in time), and what is left then is to dismiss it (33). Before the regulation of 2007 no text
 * barred a second application.
 */
export const noNewApplicationAfterWithdrawal: RcGuard = guard(
  'NO_NEW_APPLICATION_AFTER_WITHDRAWAL',
  {
    basis: WITHDRAWN_FOR_GOOD_BASIS,
    older: [[regulation(38, 2)]],
    message: w(
      '申请人撤回申请后,不得再以同一事实和理由提出行政复议申请',
      'what was withdrawn cannot be applied for again on the same facts and reasons',
    ),
    remedy: w(
      '在审查期限内决定不予受理;已视为受理的,决定驳回申请;申请人能够证明撤回违背其真实意愿的除外',
      'refuse within the period, or dismiss what silence accepted; unless the withdrawal proves to be against its will',
    ),
  },
  facts => {
    const received = first(facts, 'RECEIVE');
    return received?.withdrawnBefore !== true || received.withdrawalAgainstWill === true;
  },
);

/** The applicant must not be sent away empty-handed: all texts want the competent organ named. */
export const jurisdictionRefusalNamesTheOrgan: RcGuard = guard(
  'REFUSAL_FOR_JURISDICTION_NAMES_THE_ORGAN',
  {
    basis: [law(30, 2)],
    older: inOldTexts(17, 1),
    message: w(
      '以不属于本机关管辖为由不予受理的,应当告知有管辖权的机关',
      'the competent organ has to be named',
    ),
    remedy: w('填写有管辖权的行政复议机关', 'enter the competent organ'),
  },
  (_, event) =>
    // a blank is no name
    event?.kind !== 'REFUSE' || event.ground !== 'NO_JURISDICTION' || Boolean(event.competentOrgan?.trim()),
);

/** “一次性载明” is new in 2023; 条例(2007) art. 29 does not bar a second notice, so nothing does before. */
export const correctionNoticeOnce: RcGuard = guard(
  'CORRECTION_NOTICE_IS_GIVEN_ONCE',
  {
    basis: [law(31, 1)],
    older: [],
    message: w(
      '补正通知应当一次性载明,不得再次通知补正',
      'what is to be corrected is told once and completely',
    ),
    remedy: w('作出受理或者不予受理的决定', 'accept or refuse'),
  },
  facts => last(facts, 'NOTICE_CORRECTION') === undefined,
);

/** There is no way back from ordinary to simplified: art. 55 turns one way only. */
export const onlySimplifiedConverts: RcGuard = guard(
  'ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED',
  {
    basis: [law(55)],
    older: [],
    message: w('只有简易程序可以转为普通程序', 'only a simplified case turns ordinary'),
    remedy: w('本案已适用普通程序', 'the case is ordinary already'),
  },
  facts => procedureOf(facts) === 'SIMPLIFIED',
);

/**
 * 31(2): “可以延长合理的补正期限” lengthens; nothing may shorten the ten working days. Before 2024 the notice itself set
 * the time (条例 29); what it granted is relied on and is not taken back either.
 */
export const extensionLengthens: RcGuard = guard(
  'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS',
  {
    basis: [law(31, 2)],
    older: [[regulation(29)]],
    message: w('延长后的补正期限应当晚于原期限', 'the new day has to lie after the old one'),
    remedy: w('填写更晚的日期', 'enter a later day'),
  },
  (facts, event, context) => {
    if (event?.kind !== 'EXTEND_CORRECTION') return true;
    const due = dueOf(RC_10.code, facts, context);
    // where the notice set no time, the new day has to lie after the extension itself
    return event.until > (due ?? event.on);
  },
);
