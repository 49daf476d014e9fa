import { cd, mo, yr } from '#law/calendar';
import { w } from '#law/statute';
import { reading, readingOf2000, readingOf2015, suit } from '../texts.ts';
import { COMPLAIN, COURT, fact, NOT_FILED, PLAINTIFF, rule } from './rule.ts';

/**
 * Limits of suing (行政诉讼法(2017) art. 45–51). “法律另有规定的除外”: shorter limits stand in many single laws
 * (土地管理法 30 and 15 days, 专利法 3 months …), too many and too changeable to encode; they are given by hand.
 */
const KNEW = fact('KNEW_THE_ACT', '知道或者应当知道行政行为之日', 'knowledge of the act');
const common = { who: PLAINTIFF, missed: NOT_FILED };

/**
 * Six months, not days: 31 August ends on 28 or 29 February (E24a). The text of 1989 had three months; suits
 * under it are not encoded.
 */
export const LT_01 = rule('LT-01', {
  ...common,
  name: w('直接起诉', 'direct suit'),
  trigger: KNEW,
  basis: [suit(46, 1)],
  period: mo(6),
});
/**
 * The bar counts from the making of the act, whether anybody knew of it or not, and nothing in the text lets it
 * stand still. “因不动产”: an act that moves title to it (行诉解释 9), not any act about land.
 */
export const LT_02_IMMOVABLE = rule('LT-02', {
  ...common,
  name: w('最长起诉期限(不动产)', 'absolute bar, immovable property'),
  trigger: fact('ACT_MADE', '行政行为作出之日', 'the act was made'),
  basis: [suit(46, 2)],
  period: yr(20),
});
export const LT_02_OTHER = rule('LT-02', {
  ...common,
  name: w('最长起诉期限', 'absolute bar'),
  trigger: LT_02_IMMOVABLE.trigger,
  basis: [suit(46, 2)],
  period: yr(5),
});
/**
 * 行诉解释 art. 64: a limit nobody told the plaintiff of runs from the day he learns of it, a year from knowing the
 * content at most (E25). The reading of 2000 allowed two years (art. 41); which cap holds for knowledge that
 * straddles 2018-02-08 no text says: the day on which the limit became known decides here.
 */
export const LT_03 = rule('LT-03', {
  ...common,
  name: w('起诉(未告知起诉期限)', 'suit, limit not notified'),
  trigger: fact('KNEW_THE_LIMIT', '知道起诉期限之日', 'knowledge of the limit'),
  basis: [reading(64), suit(46, 1)],
  before2018: [readingOf2000(41), suit(46, 1)],
  period: mo(6),
});
/**
 * The cap itself is a year from knowing the content, and its last day moves on from a day off like any other:
 * that is an inference, as law.md marks it for reconsideration (E03b).
 */
export const LT_03_CAP = rule('LT-03-CAP', {
  ...common,
  name: w('未告知起诉期限的最长期限', 'longest limit, not notified'),
  trigger: fact('KNEW_THE_CONTENT', '知道行政行为内容之日', 'knowledge of the content'),
  basis: [reading(64)],
  period: yr(1),
  before2018: [readingOf2000(41)],
  periodBefore2018: yr(2),
});
/**
 * For whoever was never told the act's content: the six months wait for that knowledge, but never beyond the
 * five or twenty years.
 */
export const LT_04 = rule('LT-04', {
  ...common,
  name: w('起诉(不知道内容)', 'suit, content unknown'),
  trigger: LT_03_CAP.trigger,
  basis: [reading(65), suit(46)],
  before2018: [readingOf2000(42), suit(46)],
  period: mo(6),
});
/**
 * Fifteen days in either case, but from two different days: the decision in hand, or the end of the organ's
 * period when it stays silent, which is its rolled end (E20, E21; P-13).
 */
export const LT_05 = rule('LT-05', {
  ...common,
  name: w('经复议后起诉', 'suit after reconsideration'),
  trigger: fact(
    'RECONSIDERATION_OVER',
    '收到复议决定书或者复议期满之日',
    'receipt of the decision or end of the period',
  ),
  basis: [suit(45)],
  period: cd(15),
});
/**
 * Two months “在接到申请之日起”, unless a law or regulation gives the agency another time; in an emergency there is
 * nothing to wait for (47(2)), and then the limit starts with the refusal.
 */
export const LT_06_WAIT = rule('LT-06-WAIT', {
  name: w('行政机关履行法定职责', 'the agency performs its duty'),
  who: w('行政机关', 'agency'),
  missed: w('可以起诉不履行', 'may be sued for inaction'),
  trigger: fact('REQUEST_RECEIVED', '行政机关接到申请之日', 'receipt of the request'),
  basis: [suit(47, 1)],
  period: mo(2),
});
export const LT_06 = rule('LT-06', {
  ...common,
  name: w('起诉不履行法定职责', 'suit against inaction'),
  trigger: fact('DUTY_PERIOD_OVER', '履行期限届满之日', 'end of the duty period'),
  basis: [reading(66), suit(47, 1)],
  before2018: [readingOf2015(4), suit(47, 1)],
  period: mo(6),
});
/**
 * A request, not a right: the court decides. Force majeure needs no request; its time is simply not counted
 * (48(1)).
 */
export const LT_07 = rule('LT-07', {
  ...common,
  name: w('申请延长起诉期限', 'request to extend the limit'),
  trigger: fact('OBSTACLE_REMOVED', '障碍消除之日', 'removal of the obstacle'),
  basis: [suit(48, 2)],
  period: cd(10),
});
/**
 * What the court does with a complaint: the agency sees the result only, but a wrongly late filing explains a
 * suit that arrives after everyone thought the limit had run.
 */
const FILING = { who: COURT, missed: COMPLAIN };
export const LT_09 = rule('LT-09', {
  ...FILING,
  name: w('决定是否立案', 'decide on filing'),
  trigger: fact('COMPLAINT_RECEIVED', '接到起诉状之日', 'receipt of the complaint'),
  basis: [suit(51, 2), reading(53, 2)],
  before2018: [suit(51, 2), readingOf2015(1, 2)],
  period: cd(7),
});
export const LT_10 = rule('LT-10', {
  ...FILING,
  name: w('补正后决定是否立案', 'decide on filing after corrections'),
  trigger: fact('CORRECTED_COMPLAINT', '递交补正材料之日', 'the corrected complaint was handed in'),
  basis: [reading(49), suit(51, 2)],
  // that the seven days begin anew after corrections is first said by the reading of 2018
  before2018: null,
  period: cd(7),
});
