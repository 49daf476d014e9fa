import { guard, last } from '#law/procedure';
import { w } from '#law/statute';
import { isMediating } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import { inOldTexts, law, OWN_CHOICE, regulation } from './texts.ts';

/** No text says that talks begin before they are held; the order of the record is this office's choice. */
export const mediationHasBegun: RcGuard = guard(
  'MEDIATION_HAS_BEGUN',
  {
    basis: [OWN_CHOICE, law(5, 1)],
    older: [[OWN_CHOICE, regulation(50, 1)]],
    message: w('本案没有正在进行的调解', 'no mediation is under way'),
    remedy: w('先登记启动调解', 'record first that mediation began'),
    who: ['HANDLER'],
  },
  isMediating,
);

/** Begun anew only when the one before has failed, or nobody could tell which of the two did. */
export const oneMediationAtATime: RcGuard = guard(
  'ONE_MEDIATION_AT_A_TIME',
  {
    basis: [OWN_CHOICE, law(5, 1)],
    older: [[OWN_CHOICE, regulation(50, 1)]],
    message: w('调解正在进行', 'mediation is under way already'),
    remedy: w('登记组织调解,或者先终结调解', 'record a session, or end the mediation first'),
  },
  facts => !isMediating(facts),
);

/** Leave is given to somebody who asked: “申请人撤回……准予撤回” (41(1)), “申请人要求撤回” (25 before 2024). */
export const withdrawalIsAskedFor: RcGuard = guard(
  'WITHDRAWAL_IS_ASKED_FOR',
  {
    basis: [law(41, undefined, 1)],
    older: [[regulation(42, 1, 1)], ...inOldTexts(25)],
    message: w('申请人没有申请撤回', 'the applicant has not asked to withdraw'),
    remedy: w('先登记申请人的撤回申请', 'record the request of the applicant first'),
    who: ['HANDLER'],
  },
  (facts, event) =>
    event?.kind !== 'TERMINATE' ||
    event.ground !== 'WITHDRAWN_WITH_LEAVE' ||
    last(facts, 'ASK_WITHDRAWAL') !== undefined,
);
