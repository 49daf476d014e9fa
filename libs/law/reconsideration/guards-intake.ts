import { clockOf, guard, last, type Guard } from '#law/procedure';
import { w } from '#law/statute';
import { RC_10 } from './clocks/acceptance.ts';
import type { RcEvent } from './events.ts';
import { isDeemedAccepted, procedureOf } from './facts.ts';
import type { ReconsiderationSettings } from './settings.ts';
import type { RcState } from './states.ts';
import { law } from './texts.ts';

export type RcGuard = Guard<RcState, RcEvent, ReconsiderationSettings>;

export const simplifiedNeedsAGround: RcGuard = guard(
  'SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND',
  {
    basis: [law(53)],
    message: w('适用简易程序须具备法定情形之一', 'the simplified procedure needs one of its grounds'),
    remedy: w('选择简易程序的情形,或者适用普通程序', 'name the ground, or use the ordinary procedure'),
  },
  (_, event) =>
    event?.kind !== 'ACCEPT' || event.procedure !== 'SIMPLIFIED' || event.simplifiedGround !== undefined,
);

export const onlyDeemedIsConfirmed: RcGuard = guard(
  'ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER',
  {
    basis: [law(30, 3)],
    message: w('该申请已经受理', 'the application has been accepted already'),
    remedy: w('无需再次受理', 'no second acceptance is needed'),
  },
  facts => facts.state !== 'ACCEPTED' || (isDeemedAccepted(facts) && last(facts, 'ACCEPT')?.deemed === true),
);

export const jurisdictionRefusalNamesTheOrgan: RcGuard = guard(
  'REFUSAL_FOR_JURISDICTION_NAMES_THE_ORGAN',
  {
    basis: [law(30, 2)],
    message: w(
      '以不属于本机关管辖为由不予受理的,应当告知有管辖权的机关',
      'the competent organ has to be named',
    ),
    remedy: w('填写有管辖权的行政复议机关', 'enter the competent organ'),
  },
  (_, event) =>
    event?.kind !== 'REFUSE' || event.ground !== 'NO_JURISDICTION' || Boolean(event.competentOrgan?.trim()),
);

export const correctionNoticeOnce: RcGuard = guard(
  'CORRECTION_NOTICE_IS_GIVEN_ONCE',
  {
    basis: [law(31, 1)],
    message: w(
      '补正通知应当一次性载明,不得再次通知补正',
      'what is to be corrected is told once and completely',
    ),
    remedy: w('作出受理或者不予受理的决定', 'accept or refuse'),
  },
  facts => last(facts, 'NOTICE_CORRECTION') === undefined,
);

export const onlySimplifiedConverts: RcGuard = guard(
  'ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED',
  {
    basis: [law(55)],
    message: w('只有简易程序可以转为普通程序', 'only a simplified case turns ordinary'),
    remedy: w('本案已适用普通程序', 'the case is ordinary already'),
  },
  facts => procedureOf(facts) === 'SIMPLIFIED',
);

/** 31(2): “可以延长合理的补正期限” lengthens; nothing may shorten the ten working days. */
export const extensionLengthens: RcGuard = guard(
  'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS',
  {
    basis: [law(31, 2)],
    message: w('延长后的补正期限应当晚于原期限', 'the new day has to lie after the old one'),
    remedy: w('填写更晚的日期', 'enter a later day'),
  },
  (facts, event, { calendar, settings }) => {
    const notice = last(facts, 'NOTICE_CORRECTION');
    if (event?.kind !== 'EXTEND_CORRECTION' || !notice) return true;
    const day0 = notice.servedOn ?? notice.on;
    const clock = clockOf({ rule: RC_10, governing: day0, day0 }, calendar, settings.count);
    const until = last(facts, 'EXTEND_CORRECTION')?.until ?? (clock.ok ? clock.value.due : notice.until);
    return !until || event.until > until;
  },
);
