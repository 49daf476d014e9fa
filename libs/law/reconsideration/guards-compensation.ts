import { guard } from '#law/procedure';
import { w } from '#law/statute';
import type { RcEvent } from './events.ts';
import type { RcGuard } from './guards-intake.ts';
import { RC_OUTCOMES } from './outcomes.ts';
import { inOldTexts, law } from './texts.ts';

type Decision = Extract<RcEvent, { kind: 'DECIDE' }>;

/** As a rider on another result, or recorded as the result itself. */
export const grantsCompensation = ({ outcome, compensation }: Decision): boolean =>
  compensation === 'COMPENSATION_GRANTED' || outcome === 'COMPENSATION_GRANTED';

/** 72(1) knows two answers to the claim: “应当不予赔偿的……驳回”, “应当给予赔偿的……给予”. One decision gives one of them; before 2024 none denied. */
export const claimIsGrantedOrDenied: RcGuard = guard(
  'COMPENSATION_IS_GRANTED_OR_DENIED',
  {
    basis: [law(72, 1)],
    older: [],
    message: w('同一赔偿请求不能既给予赔偿又予以驳回', 'the same claim cannot be granted and denied'),
    remedy: w('两处选择一致,或者只选一处', 'choose the same in both places, or choose in one only'),
  },
  (_, event) =>
    event?.kind !== 'DECIDE' ||
    !event.compensation ||
    !CLAIMS.has(event.outcome) ||
    event.outcome === event.compensation,
);

const CLAIMS: ReadonlySet<string> = new Set(['COMPENSATION_GRANTED', 'COMPENSATION_DENIED']);

/** An amount beside a denied claim, or beside none, would be paid by mistake. */
export const amountNeedsAGrant: RcGuard = guard(
  'COMPENSATION_AMOUNT_NEEDS_A_GRANT',
  {
    basis: [law(72, 1)],
    older: inOldTexts(29, 1),
    message: w('未决定给予赔偿的,不得填写赔偿数额', 'there is an amount, but no compensation was granted'),
    remedy: w('选择“给予赔偿”,或者删去数额', 'choose “compensation granted”, or leave the amount out'),
  },
  (_, event) =>
    event?.kind !== 'DECIDE' || (event.compensationYuan ?? null) === null || grantsCompensation(event),
);

/**
 * 72(1) grants it together with 撤销, 变更, 确认违法 or 无效. The list is not read as closed: what is refused is what it
 * surely leaves out, compensation beside a result that finds nothing wrong.
 */
export const grantNeedsACorrection: RcGuard = guard(
  'COMPENSATION_NEEDS_A_CORRECTION',
  {
    basis: [law(72, 1)],
    older: inOldTexts(29, 1),
    message: w(
      '维持行政行为或者驳回请求的,不能同时决定给予赔偿',
      'a result that finds nothing wrong grants no compensation',
    ),
    remedy: w('改为驳回赔偿请求,或者选择其他决定种类', 'deny the claim, or choose another result'),
  },
  (_, event) =>
    event?.kind !== 'DECIDE' ||
    !grantsCompensation(event) ||
    RC_OUTCOMES[event.outcome].statisticalClass !== 'UPHELD',
);
