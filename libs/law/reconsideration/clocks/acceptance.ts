import { w, type Basis } from '#law/statute';
import { cd, wd } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { law, OLD_TEXTS, oldLaw, oldWorkingDays, regulation, WORKING_DAYS } from '../texts.ts';
import { APPLICANT, CORRECTED, fact, ORGAN, RECEIVED } from './words.ts';

/**
 * Silence accepts (30(3)), so this is the one clock whose miss changes the case by itself. Day 0 is receipt by the organ,
 * not by its office: 30(1) says “行政复议机关收到”.
 */
export const RC_07: ClockRule = {
  code: 'RC-07',
  name: w('审查是否受理', 'review for acceptance'),
  who: ORGAN,
  trigger: RECEIVED,
  missed: w('期限届满之日视为受理', 'deemed accepted on the day the period ends'),
  variants: [
    variant([law(30, 1), WORKING_DAYS], wd(5)),
    // Before 2024 an application not refused counted as accepted from its receipt by the legal office (17(2)).
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 17, 1), oldWorkingDays(t)], wd(5))),
  ],
};

/**
 * Runs beside RC-07 and not instead of it: a notice that comes too late asks for corrections of a case that silence has
 * already accepted.
 */
export const RC_09: ClockRule = {
  code: 'RC-09',
  name: w('通知补正', 'correction notice'),
  who: ORGAN,
  trigger: RECEIVED,
  missed: w('审查期限照常届满,视为受理', 'the review period runs on; deemed accepted at its end'),
  variants: [
    variant([law(31, 1), WORKING_DAYS], wd(5)),
    // The regulation has no clause of its own on working days; it carries out art. 17, whose five days are.
    ...OLD_TEXTS.map(t => variant([regulation(29), oldWorkingDays(t)], wd(5))),
  ],
};

/** The applicant's ten days count from the receipt of the notice; the day it was sent starts nothing. */
export const RC_10: ClockRule = {
  code: 'RC-10',
  name: w('提交补正材料', 'supply corrections'),
  who: APPLICANT,
  trigger: fact('CORRECTION_NOTICE_RECEIVED', '收到补正通知之日', 'receipt of the correction notice'),
  missed: w('无正当理由的,视为放弃申请', 'without good reason: deemed abandoned'),
  variants: [
    variant([law(31, 2), WORKING_DAYS], wd(10)),
    // “合理的补正期限”: the notice sets the last day, and a notice that set none started no period.
    variant([regulation(29)], null),
  ],
};

/** The whole five days again, not what was left of the first: 31(3) sends the corrected application back to art. 30. */
export const RC_11: ClockRule = {
  code: 'RC-11',
  name: w('补正后审查是否受理', 'review after corrections'),
  who: ORGAN,
  trigger: CORRECTED,
  missed: w('期限届满之日视为受理', 'deemed accepted on the day the period ends'),
  variants: [
    variant([law(31, 3), law(30, 1), WORKING_DAYS], wd(5)),
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 17, 1), oldWorkingDays(t)], wd(5))),
  ],
};

/**
 * New in 2023, for penalties on the spot or by camera. Only an organ that means to uphold has to pass the application on;
 * one that gives way needs no clock. RC-07 begins with the reconsideration organ's own receipt.
 */
export const RC_06: ClockRule = {
  code: 'RC-06',
  name: w('处罚机关转送复议申请', 'penalty organ forwards the application'),
  who: w('作出处罚决定的行政机关', 'organ that imposed the penalty'),
  trigger: RECEIVED,
  missed: w(
    '法律未规定直接后果;复议机关收到之日起算审查期限',
    'no stated sanction; review runs from receipt',
  ),
  variants: [variant([law(32, 2), WORKING_DAYS], wd(5))],
};

/**
 * 34 speaks only of cases where reconsideration must come first: there a refusal would otherwise shut both doors. In
 * other cases the ordinary time to sue goes on (行政诉讼法 46).
 */
export const SUIT_AFTER_REFUSAL: ClockRule = {
  code: 'RC-35B',
  name: w('复议前置案件起诉', 'suit where reconsideration comes first'),
  who: APPLICANT,
  trigger: fact('REFUSAL_SERVED', '收到不予受理或者驳回决定书之日', 'receipt of the refusal or dismissal'),
  missed: w('丧失起诉权', 'right to sue lost'),
  variants: [variant([law(34)], cd(15)), ...OLD_TEXTS.map(t => variant([oldLaw(t, 19)], cd(15)))],
};

/** To the organ above, by whoever was turned away without reason or left waiting; no period is set for it. */
export const COMPLAINT_UPWARDS_BASIS: Basis = [law(35)];
