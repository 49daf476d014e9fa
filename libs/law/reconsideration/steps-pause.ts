import { w } from '#law/statute';
import {
  extensionAtMostThirtyDays,
  extensionBeforeTheEnd,
  extensionByTheRightHead,
  extensionOnce,
  extensionOnlyOrdinary,
  suspensionGroundInForce,
} from './guards-decision.ts';
import { excludedTimeEndsAfterItBegins, receivedNoEarlierThanSent } from './guards-days.ts';
import {
  makerIsAskedWithPower,
  makerWasNotified,
  normativeReviewHasBegun,
  resumptionNamesASuspension,
  transferNeedsLackOfPower,
} from './guards-footing.ts';
import * as ask from './inputs.ts';
import { OPEN_AFTER_ACCEPTANCE, OPEN_OR_SUSPENDED } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { law, OLD_TEXTS, oldLaw, regulation } from './texts.ts';

const HANDLER = ['HANDLER'] as const;
const OPEN = OPEN_AFTER_ACCEPTANCE;

/** Before the regulation of 2007 the law itself knew one reason to stand still: a document under review. */
const OLD_NORMATIVE = OLD_TEXTS.map(t => [oldLaw(t, 26), oldLaw(t, 27)] as const);

/** What stops, lengthens or accompanies the review (行政复议法(2023) art. 39, 42, 56–60, 62(1)). */
export const PAUSE_STEPS: readonly RcStep[] = [
  {
    // the act's own execution; touches no clock of the review
    kind: 'STOP_EXECUTION',
    name: w('停止执行行政行为', 'stop execution of the act'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.STOP_GROUND],
    bases: [[law(42)], ...OLD_TEXTS.map(t => [oldLaw(t, 21)] as const)],
  },
  {
    // the regulation of 2007 takes this time out of the period without a suspension, under both laws
    kind: 'EXCLUDE_TIME',
    name: w('扣除审理期限', 'exclude time from the period'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.EXCLUSION, ask.UNTIL],
    bases: [[regulation(30), regulation(34, 3), regulation(37)]],
    guards: [excludedTimeEndsAfterItBegins],
    clocks: { moves: ['RC-28', 'RC-30'] },
  },
  {
    // the role that enters it and the head who approved it are two things: the guard looks at the latter
    kind: 'EXTEND_DECISION',
    name: w('延长审理期限', 'extend the decision period'),
    from: OPEN,
    to: 'SAME',
    roles: ['OFFICE_HEAD', 'ORGAN_HEAD'],
    inputs: [ask.DAYS, ask.APPROVED_BY],
    bases: [[law(62, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 31, 1)] as const)],
    guards: [
      extensionOnlyOrdinary,
      extensionAtMostThirtyDays,
      extensionOnce,
      extensionByTheRightHead,
      extensionBeforeTheEnd,
    ],
    clocks: { moves: ['RC-28'] },
  },
  {
    // at a party's request (56) or of the organ's own motion (57); recorded apart from the suspension it leads to
    kind: 'BEGIN_NORMATIVE_REVIEW',
    name: w('启动规范性文件附带审查', 'begin the review of a normative document'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.OWN_POWER],
    bases: [[law(56), law(57)], ...OLD_NORMATIVE],
    clocks: { starts: ['RC-23', 'RC-24'] },
  },
  {
    // within seven working days; the sixty days of the other organ begin with its receipt
    kind: 'TRANSFER_NORMATIVE',
    name: w('转送规范性文件', 'transfer the document'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.RECEIVED_ON],
    bases: [[law(56), law(57)], ...OLD_NORMATIVE],
    guards: [normativeReviewHasBegun, transferNeedsLackOfPower, receivedNoEarlierThanSent],
    clocks: { starts: ['RC-27'], meets: ['RC-24'] },
  },
  {
    // only where the organ has power over the document itself
    kind: 'NOTIFY_MAKER',
    name: w('通知制定机关答复', 'notify the maker'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.SERVED_ON],
    bases: [[law(58, 1)]],
    guards: [normativeReviewHasBegun, makerIsAskedWithPower, receivedNoEarlierThanSent],
    clocks: { starts: ['RC-26'], meets: ['RC-25'] },
  },
  {
    // on the articles in question alone; a maker may also be heard in person (58(2))
    kind: 'MAKER_REPLY',
    name: w('制定机关答复', "maker's reply"),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(58, 1)]],
    guards: [makerWasNotified],
    clocks: { meets: ['RC-26'] },
  },
  {
    // found lawful or not: the case may go on, but only a resumption makes it
    kind: 'END_NORMATIVE_REVIEW',
    name: w('规范性文件处理完毕', 'end the review of the document'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(59), law(60)], ...OLD_NORMATIVE],
    guards: [normativeReviewHasBegun],
    clocks: { meets: ['RC-23', 'RC-27'] },
  },
  {
    // one ground may go while another stays: `of` names the suspension that is lifted
    kind: 'RESUME',
    name: w('恢复审理', 'resume'),
    from: ['SUSPENDED'],
    to: OPEN,
    roles: HANDLER,
    inputs: [ask.SUSPENSION_LIFTED],
    bases: [[law(39, 2), law(39, 3)], [regulation(41, 2)], ...OLD_NORMATIVE],
    guards: [resumptionNamesASuspension],
    clocks: { moves: ['RC-28', 'RC-30'], stops: ['RC-31'] },
  },
  {
    kind: 'SUSPEND',
    name: w('中止', 'suspend'),
    // a second ground may arise while the first still holds
    from: OPEN_OR_SUSPENDED,
    to: ['SUSPENDED'],
    roles: HANDLER,
    inputs: [ask.SUSPENSION_GROUND],
    bases: [[law(39, 1), law(39, 3)], [regulation(41, 1)], ...OLD_NORMATIVE],
    guards: [suspensionGroundInForce],
    clocks: { starts: ['RC-25', 'RC-31'], stops: ['RC-28', 'RC-30'] },
  },
];
