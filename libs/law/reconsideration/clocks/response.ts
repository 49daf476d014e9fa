import { cd, wd } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { w } from '#law/statute';
import { law, OLD_TEXTS, oldLaw, oldWorkingDays, WORKING_DAYS } from '../texts.ts';
import { ACCEPTED, fact, OFFICE, RESPONDENT } from './words.ts';

const LIABLE = w('对负有责任的人员依法处分', 'disciplinary liability');
const NO_EVIDENCE = w(
  '视为行政行为没有证据、依据;第三人提供证据的除外',
  'the act is taken to have no evidence or basis, unless a third party supplies it',
);
const COPY_RECEIVED = fact('COPY_SERVED', '收到申请书副本之日', 'receipt of the copy');

/** From acceptance, deemed or not. An office that did not notice the silence is late from the first day it looks. */
export const RC_12: ClockRule = {
  code: 'RC-12',
  name: w('发送申请书副本(普通程序)', 'send the copy, ordinary procedure'),
  who: OFFICE,
  trigger: ACCEPTED,
  missed: LIABLE,
  variants: [
    variant([law(48), WORKING_DAYS], wd(7)),
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 23, 1), oldWorkingDays(t)], wd(7))),
  ],
};

/** After a conversion that comes before the copy is sent, RC-12 takes its place, from the same acceptance. */
export const RC_13: ClockRule = {
  code: 'RC-13',
  name: w('发送申请书副本(简易程序)', 'send the copy, simplified procedure'),
  who: OFFICE,
  trigger: ACCEPTED,
  missed: LIABLE,
  variants: [variant([law(54, 1), WORKING_DAYS], wd(3))],
};

/**
 * The trap of the whole law: the same 十日 is ten working days since 2024 and ten calendar days before. And it runs from
 * the respondent's receipt, which the organ learns only from the receipt slip.
 */
export const RS_01: ClockRule = {
  code: 'RS-01',
  name: w('书面答复并提交证据、依据(普通程序)', 'written reply and evidence, ordinary procedure'),
  who: RESPONDENT,
  trigger: COPY_RECEIVED,
  missed: NO_EVIDENCE,
  variants: [
    variant([law(48), WORKING_DAYS], wd(10)),
    // Art. 40(2) of the older texts makes only five and seven days working days: ten days were calendar days.
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 23, 1), oldLaw(t, 40, 1)], cd(10))),
  ],
};

/** The miss weighs as much as in the ordinary procedure (70 names both articles). */
export const RS_02: ClockRule = {
  code: 'RS-02',
  name: w('书面答复并提交证据、依据(简易程序)', 'written reply and evidence, simplified procedure'),
  who: RESPONDENT,
  trigger: COPY_RECEIVED,
  missed: NO_EVIDENCE,
  variants: [variant([law(54, 1), WORKING_DAYS], wd(5))],
};

/** Counted back from the hearing and never moved: rolling it forward would eat the notice the parties are owed. */
export const RC_16: ClockRule = {
  code: 'RC-16',
  name: w('听证通知', 'hearing notice'),
  who: OFFICE,
  trigger: fact('HEARING', '举行听证之日', 'the hearing'),
  missed: w('应当另行安排听证', 'the hearing has to be set anew'),
  // The regulation of 2007 allows hearings (33) without a period for the notice.
  variants: [variant([law(51, 1), WORKING_DAYS], wd(5), { direction: 'BACKWARD' })],
};
