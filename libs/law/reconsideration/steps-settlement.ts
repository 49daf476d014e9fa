import { w } from '#law/statute';
import { mediationHasBegun, oneMediationAtATime } from './guards-settlement.ts';
import * as ask from './inputs.ts';
import { OPEN_OR_SUSPENDED } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { inOldTexts, law, regulation } from './texts.ts';

const HANDLER = ['HANDLER'] as const;

/**
 * Mediation, settlement, withdrawal (行政复议法(2023) art. 5, 41(1), 73, 74). None of them touches a clock: the review
 * stands still only where both sides agree to it (39(1)(6)), and that is a suspension like any other.
 */
export const SETTLEMENT_STEPS: readonly RcStep[] = [
  {
    // voluntary, in any case; before 2024 for acts of discretion and for money only (条例 50(1)), which people weigh
    kind: 'BEGIN_MEDIATION',
    name: w('启动调解', 'begin mediation'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(5)], [regulation(50, 1)]],
    guards: [oneMediationAtATime],
  },
  {
    kind: 'HOLD_MEDIATION',
    name: w('组织调解', 'hold a mediation session'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(5)], [regulation(50, 1)]],
    guards: [mediationHasBegun],
  },
  {
    // the case is decided after that; a suspension agreed on for the talks is lifted by its own step
    kind: 'END_MEDIATION',
    name: w('终结调解', 'end mediation'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.MEDIATION_END],
    bases: [[law(73, 2)], [regulation(50, 3)]],
    guards: [mediationHasBegun],
  },
  {
    // between the parties; since 2024 it ends nothing by itself, the applicant withdraws after it (74(2))
    kind: 'SETTLE',
    name: w('达成和解', 'the parties settle'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(74, 1)], [regulation(40)]],
  },
  {
    // with a settlement or without; the leave and the end are the termination that follows
    kind: 'ASK_WITHDRAWAL',
    name: w('申请撤回', 'ask to withdraw'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(41, undefined, 1), law(74, 2)], [regulation(38, 1)], ...inOldTexts(25)],
  },
];
