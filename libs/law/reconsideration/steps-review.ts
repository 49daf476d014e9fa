import { w, type Basis } from '#law/statute';
import { committeeWasAsked } from './guards-footing.ts';
import {
  hearingDayIsSet,
  hearingIsHeldOnItsDay,
  hearingIsNotSetInThePast,
  hearingIsSetOnceADay,
  hearingNeedsNotice,
  hearingNoticeInTime,
  HEARINGS_BEFORE_2024,
  twoHearingOfficers,
} from './guards-hearing.ts';
import { onlySimplifiedConverts } from './guards-intake.ts';
import * as ask from './inputs.ts';
import { OPEN_AFTER_ACCEPTANCE } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { law, OLD_TEXTS, oldLaw } from './texts.ts';

const HANDLER = ['HANDLER'] as const;

/** “被申请人不得自行……收集证据”: what it decided on was there when it decided. */
export const NO_LATER_EVIDENCE_BASIS: Basis = [law(46, 1)];
const OPEN = OPEN_AFTER_ACCEPTANCE;
const REVIEWING = ['REPLY_PENDING', 'IN_REVIEW'] as const;

/** Copy, reply, hearing of the parties (行政复议法(2023) art. 45–55). */
export const REVIEW_STEPS: readonly RcStep[] = [
  {
    // what makes a hearing or the committee's opinion a duty, so it is said before the case is submitted
    kind: 'CLASSIFY',
    name: w('标注案件性质', 'classify the case'),
    from: OPEN,
    to: 'SAME',
    roles: ['HANDLER', 'OFFICE_HEAD'],
    inputs: [ask.MAJOR, ask.TECHNICAL, ask.OWN_ACT],
    bases: [[law(50, 1), law(52, 2)], ...HEARINGS_BEFORE_2024],
  },
  {
    // sending ends the office's clock, receipt starts the respondent's: two events
    kind: 'SEND_COPY',
    name: w('发送申请书副本', 'send the copy'),
    from: ['ACCEPTED'],
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(48), law(54, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 23, 1)] as const)],
    clocks: { meets: ['RC-12', 'RC-13'] },
  },
  {
    // a respondent may record its own receipt: it knows the day best
    kind: 'COPY_SERVED',
    name: w('被申请人收到副本', 'copy received by the respondent'),
    from: ['ACCEPTED'],
    to: ['REPLY_PENDING'],
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(48), law(54, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 23, 1)] as const)],
    clocks: { starts: ['RS-01', 'RS-02'], meets: ['RC-12', 'RC-13'] },
  },
  {
    // with the evidence of the time of the act: none may be gathered afterwards
    kind: 'REPLY',
    name: w('提交书面答复和证据', 'reply with evidence'),
    // a reply after the time is recorded; it no longer undoes art. 70
    from: REVIEWING,
    to: ['IN_REVIEW'],
    roles: ['HANDLER', 'RESPONDENT'],
    bases: [[law(48), law(54, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 23, 1)] as const)],
    clocks: { meets: ['RS-01', 'RS-02'] },
  },
  {
    // sets what art. 70 needs for good: a late reply is filed and changes nothing
    kind: 'NO_REPLY',
    name: w('逾期未答复', 'no reply in time'),
    from: ['REPLY_PENDING'],
    to: ['IN_REVIEW'],
    roles: ['SYSTEM'],
    bases: [[law(70)], ...OLD_TEXTS.map(t => [oldLaw(t, 28, 1, 4)] as const)],
  },
  {
    // in any open state, for a case may prove difficult only when it is about to be decided
    kind: 'CONVERT',
    name: w('转为普通程序', 'convert to the ordinary procedure'),
    from: OPEN,
    to: 'SAME',
    roles: ['OFFICE_HEAD'],
    bases: [[law(55)]],
    guards: [onlySimplifiedConverts],
    clocks: { starts: ['RC-28'], stops: ['RC-30'] },
  },
  {
    // in person, on the net or by telephone; a party that cannot be reached is recorded as the cause
    kind: 'HEAR_OPINIONS',
    name: w('听取当事人意见', 'hear the parties'),
    from: OPEN,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.PARTY_IS_THE_CAUSE],
    bases: [[law(49)], ...OLD_TEXTS.map(t => [oldLaw(t, 22)] as const)],
  },
  {
    // apart from the notice: a hearing may be set, moved, and notified anew
    kind: 'SCHEDULE_HEARING',
    name: w('确定听证日期', 'set the hearing'),
    from: OPEN,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.HEARING_ON],
    bases: [[law(50)], ...HEARINGS_BEFORE_2024],
    guards: [hearingIsNotSetInThePast, hearingIsSetOnceADay],
    clocks: { starts: ['RC-16'], moves: ['RC-16'] },
  },
  {
    // time, place and matters; refused when it comes too late for the day that is set
    kind: 'NOTIFY_HEARING',
    name: w('通知听证', 'notify the hearing'),
    from: OPEN,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(51, 1)], ...HEARINGS_BEFORE_2024],
    guards: [hearingDayIsSet, hearingNoticeInTime],
    clocks: { meets: ['RC-16'] },
  },
  {
    // its record binds the decision (61(2)); the applicant who stays away without reason waives it (51(2))
    kind: 'HOLD_HEARING',
    name: w('举行听证', 'hold the hearing'),
    from: OPEN,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.HEARING_OFFICERS],
    bases: [[law(50, 3)], ...HEARINGS_BEFORE_2024],
    guards: [hearingNeedsNotice, hearingIsHeldOnItsDay, twoHearingOfficers],
  },
  {
    // no period is set for the committee, and asking stops no clock
    kind: 'ASK_COMMITTEE',
    name: w('提请行政复议委员会咨询', 'ask the committee'),
    from: OPEN,
    to: 'SAME',
    roles: ['HANDLER', 'OFFICE_HEAD'],
    bases: [[law(52, 2)]],
  },
  {
    // recorded, then weighed: an important reference, not a vote (61(3))
    kind: 'COMMITTEE_OPINION',
    name: w('记录咨询意见', "record the committee's opinion"),
    from: OPEN,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(52, 3)]],
    guards: [committeeWasAsked],
  },
];
