import { cd, yr } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { w } from '#law/statute';
import { law, OLD_TEXTS, oldLaw, regulation } from '../texts.ts';
import { APPLICANT, fact } from './words.ts';

const OUT_OF_TIME = w('不予受理;受理后发现的,驳回申请', 'refused; if found later, dismissed');

/**
 * Sixty days are a floor: only a law may set another limit, and only a longer one. The many fifteen-day limits in old
 * statutes give way (before 2024: art. 9(1), 42). “应当知道” came in 2023; before, actual knowledge counted.
 */
export const RC_01: ClockRule = {
  code: 'RC-01',
  name: w('申请行政复议', 'application'),
  who: APPLICANT,
  trigger: fact('KNEW_THE_ACT', '知道或者应当知道行政行为之日', 'knowledge of the act'),
  missed: OUT_OF_TIME,
  variants: [variant([law(20, 1)], cd(60)), ...OLD_TEXTS.map(t => variant([oldLaw(t, 9, 1)], cd(60)))],
};

/**
 * New in 2023. Whoever was not told of right, organ and limit cannot lose them by sitting still; before, 条例 17 asked
 * to be told without saying what follows, so the older texts have no variant.
 */
export const RC_02: ClockRule = {
  code: 'RC-02',
  name: w('申请行政复议(未告知权利)', 'application, rights not notified'),
  who: APPLICANT,
  trigger: fact('KNEW_THE_RIGHTS', '知道申请权利、机关和期限之日', 'knowledge of right, organ and limit'),
  missed: OUT_OF_TIME,
  variants: [variant([law(20, 3), law(20, 1)], cd(60))],
};

/** The cap of RC-02; the earlier of the two governs. */
export const RC_02_CAP: ClockRule = {
  code: 'RC-02-CAP',
  name: w('申请行政复议最长期限(未告知权利)', 'longest application limit, rights not notified'),
  who: APPLICANT,
  trigger: fact('KNEW_THE_CONTENT', '知道或者应当知道行政行为内容之日', 'knowledge of the content'),
  missed: OUT_OF_TIME,
  variants: [variant([law(20, 3)], yr(1))],
};

/** Art. 21 bars even those who never knew. Counted from the act, and not stopped by any obstacle. */
export const RC_04_IMMOVABLE: ClockRule = {
  code: 'RC-04',
  name: w('最长申请期限(不动产)', 'absolute bar, immovable property'),
  who: APPLICANT,
  trigger: fact('ACT_MADE', '行政行为作出之日', 'the act was made'),
  missed: w('不予受理', 'must be refused'),
  variants: [variant([law(21)], yr(20))],
};

export const RC_04_OTHER: ClockRule = {
  ...RC_04_IMMOVABLE,
  name: w('最长申请期限', 'absolute bar'),
  variants: [variant([law(21)], yr(5))],
};

/** 条例(2007) art. 16: the sixty full days after which an unanswered request is inaction. */
export const RC_05_WAIT: ClockRule = {
  code: 'RC-05-WAIT',
  name: w('无履行期限规定的,收到申请满六十日', 'sixty full days after the request'),
  who: w('行政机关', 'agency'),
  trigger: fact('REQUEST_RECEIVED', '行政机关收到履职申请之日', 'receipt of the request by the agency'),
  missed: w('构成不履行,可以申请复议', 'inaction; may be taken to reconsideration'),
  variants: [variant([regulation(16, 1, 2)], cd(60))],
};

/** Inaction has no day on which it was done. The end of the duty period takes its place (条例 16, still in force). */
export const RC_05: ClockRule = {
  code: 'RC-05',
  name: w('对不履行法定职责申请复议', 'application against inaction'),
  who: APPLICANT,
  trigger: fact('DUTY_PERIOD_OVER', '履行期限届满之日', 'end of the duty period'),
  missed: OUT_OF_TIME,
  variants: [
    variant([law(20, 1), regulation(16, 1)], cd(60)),
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 9, 1), regulation(16, 1)], cd(60))),
  ],
};
