import { cd, wd } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { w } from '#law/statute';
import { OLD_TEXTS, oldLaw, oldWorkingDays, regulation } from '../texts.ts';
import { fact, RECEIVED } from './words.ts';

const NONE_STATED = w('法律未规定直接后果', 'no stated sanction');

/** Art. 18 of the older texts: the county of the act takes in what another organ decides. Gone since 2024. */
export const JU_01: ClockRule = {
  code: 'JU-01',
  name: w('县级人民政府转送复议申请', 'county government passes the application on'),
  who: w('行政行为发生地的县级人民政府', 'county government where the act was done'),
  trigger: RECEIVED,
  // 34 of the older texts names it among what is punished
  missed: w('对直接负责的人员依法处分', 'disciplinary liability'),
  variants: OLD_TEXTS.map(t => variant([oldLaw(t, 18), oldWorkingDays(t)], wd(7))),
};

/** 条例(2007) art. 30 has no clause on working days, so its ten days are calendar days; no text overtook it. */
export const JU_02: ClockRule = {
  code: 'JU-02',
  name: w('同时收到申请的机关协商确定受理机关', 'organs that received it together agree on one'),
  who: w('收到申请的各行政机关', 'the organs that received it'),
  trigger: RECEIVED,
  missed: w('由共同上一级行政机关指定', 'the common superior designates one'),
  variants: [variant([regulation(30)], cd(10))],
};

/** From the day the talks failed; the time both take is no time of the review (EXCLUDE_TIME, ORGAN_AGREEMENT). */
export const JU_03: ClockRule = {
  code: 'JU-03',
  name: w('指定受理机关', 'the common superior designates the organ'),
  who: w('共同上一级行政机关', 'common superior'),
  trigger: fact('NOT_AGREED', '协商不成之日', 'the organs could not agree'),
  missed: NONE_STATED,
  variants: [variant([regulation(30)], cd(10))],
};
