import { first, guard, last, type Guard } from '#law/procedure';
import { w } from '#law/statute';
import type { AmEvent } from './events.ts';
import { regimeOf } from './facts.ts';
import { dueOf } from './rows.ts';
import type { MediationSettings } from './settings.ts';
import type { AmState } from './states.ts';
import { civil, office, peoples } from './texts.ts';

export type AmGuard = Guard<AmState, AmEvent, MediationSettings>;

/** A regime is data of the office; a case under one that is gone stays readable but starts no more. */
export const regimeIsKnown: AmGuard = guard(
  'REGIME_IS_KNOWN',
  {
    basis: [office(1)],
    message: w('未设置该调解制度', 'this regime is not set up'),
    remedy: w('选择已设置的调解制度', 'choose one that is'),
  },
  (_, event, { settings }) => event?.kind !== 'APPLY' || event.regime in settings.regimes,
);

/** Scope differs by place: some regimes mediate civil disputes only. */
export const partyTypeMediatedHere: AmGuard = guard(
  'THIS_KIND_OF_DISPUTE_IS_MEDIATED_HERE',
  {
    basis: [office(1)],
    message: w('该调解制度不适用于此类争议', 'the regime does not mediate this kind of dispute'),
    remedy: w(
      '行政争议可以申请行政复议或者提起行政诉讼',
      'administrative disputes go to reconsideration or to court',
    ),
  },
  (_, event, { settings }) =>
    event?.kind !== 'APPLY' || (settings.regimes[event.regime]?.partyTypes.includes(event.partyType) ?? true),
);

/** The one rule every regime shares: without consent there is nothing to mediate. */
export const allPartiesAgree: AmGuard = guard(
  'ALL_PARTIES_AGREE_TO_MEDIATION',
  {
    basis: [office(1)],
    message: w('须各方当事人同意调解', 'all parties have to agree'),
    remedy: w('征求对方意见;不同意的,不予受理', 'ask them; without consent, refuse'),
  },
  (facts, event) => event?.kind !== 'ACCEPT' || event.allAgree || first(facts, 'APPLY')?.joint === true,
);

/** Where the text sets no extension none is invented, and a second one is as little in any of them. */
export const extensionInRegime: AmGuard = guard(
  'THE_REGIME_HAS_AN_EXTENSION_ONCE',
  {
    basis: [office(1)],
    message: w('该调解制度没有延长规定,或者已经延长', 'the regime has no extension, or it was used'),
    remedy: w('在期限内完成或者终止调解', 'complete or end the mediation in time'),
  },
  (facts, _, { settings }) =>
    Boolean(regimeOf(facts, settings)?.extension) && last(facts, 'EXTEND') === undefined,
);

/** Effect comes when all have signed (道交条例 95(1)), so a draft is no agreement. */
export const agreementSigned: AmGuard = guard(
  'AGREEMENT_IS_SIGNED_BY_ALL',
  {
    basis: [office(1)],
    message: w('调解协议须各方签字', 'all parties sign the agreement'),
    remedy: w('补齐签字', 'complete the signatures'),
  },
  (_, event) => event?.kind !== 'AGREE' || event.signedByAll,
);

/**
 * Ending for time before the time is over would hide another ground; every other ground may be named any day.
 */
export const timeIsOver: AmGuard = guard(
  'TIME_FOR_MEDIATION_IS_OVER',
  {
    basis: [office(1)],
    message: w('调解期限尚未届满', 'the time for mediation is not over'),
    remedy: w('期满后终止,或者选择其他终止情形', 'wait, or name another ground'),
  },
  (facts, event, context) => {
    if (event?.kind !== 'TERMINATE' || event.ground !== 'TIME_OVER') return true;
    const due = dueOf('AM-03', facts, context);
    return due !== null && event.on > due;
  },
);

const CONFIRMATION = { basis: [civil(205), peoples(33, 1)] as const };

/** One party alone cannot make the other's promise enforceable. */
export const confirmationIsJoint: AmGuard = guard(
  'CONFIRMATION_IS_ASKED_FOR_JOINTLY',
  {
    ...CONFIRMATION,
    message: w('司法确认由双方当事人共同申请', 'both parties apply together'),
    remedy: w('取得对方同意共同申请', 'apply with the other party'),
  },
  (_, event) => event?.kind !== 'FILE_CONFIRMATION' || event.jointly,
);

/**
 * Asked of the clock itself, so that roll-forward and provisional years are the same here and on the screen; an
 * agreement older than the text has no limit and is not refused.
 */
export const confirmationInTime: AmGuard = guard(
  'CONFIRMATION_WITHIN_THIRTY_DAYS',
  {
    ...CONFIRMATION,
    message: w('应自调解协议生效之日起三十日内申请', 'within thirty days of the agreement'),
    remedy: w('逾期的,可以就协议向法院起诉', 'after that the agreement may be sued on'),
  },
  (facts, event, context) => {
    const due = dueOf('AM-05', facts, context);
    return due === null || (event?.on ?? context.today) <= due;
  },
);

/** An administrative agreement has its own way: the reconsideration or the suit it ends is withdrawn. */
export const confirmationOnlyCivil: AmGuard = guard(
  'CONFIRMATION_ONLY_OF_CIVIL_CONTENT',
  {
    ...CONFIRMATION,
    message: w(
      '司法确认仅适用于民事内容,且当地承认行政机关主持的调解',
      'only civil content, and only where agencies’ mediation is recognised',
    ),
    remedy: w('可以就协议依法起诉', 'the agreement may be sued on'),
  },
  (facts, _, { settings }) => settings.agencyMayHaveConfirmed && last(facts, 'AGREE')?.civilContent !== false,
);
