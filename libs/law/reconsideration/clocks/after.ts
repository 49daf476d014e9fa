import { cd, mo } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { cite, w } from '#law/statute';
import { law, OLD_TEXTS, oldLaw, regulation, suit, suitOf2014 } from '../texts.ts';
import { APPLICANT, fact, ORGAN, RESPONDENT } from './words.ts';

const reading = (article: number, paragraph?: number) =>
  cite('LITIGATION_INTERPRETATION', '2018', article, paragraph);

/** 行政复议法(2023) art. 41(5): sixty full days, for three of the ten grounds only. */
export const RC_31: ClockRule = {
  code: 'RC-31',
  name: w('中止满六十日可以终止', 'termination after sixty days of suspension'),
  who: ORGAN,
  trigger: fact('SUSPENDED', '行政复议中止之日', 'suspension'),
  missed: w('满六十日后可以决定终止', 'the case may then be terminated'),
  variants: [
    variant([law(41, undefined, 5)], cd(60), { direction: 'ELAPSED' }),
    variant([regulation(42, 2)], cd(60), { direction: 'ELAPSED' }),
  ],
};

/**
 * Fifteen days, where a suit without reconsideration has six months (行政诉讼法 46). The court's own law, on the day
 * itself, whatever text governed the review. The law of 2014 is the first encoded: that of 1989 was not at hand.
 */
export const RC_35: ClockRule = {
  code: 'RC-35',
  name: w('不服复议决定起诉', 'suit after the decision'),
  who: APPLICANT,
  trigger: fact('DECISION_SERVED', '收到复议决定书之日', 'receipt of the decision'),
  missed: w('复议决定不可再诉', 'the decision becomes final'),
  variants: [variant([suit(45)], cd(15)), variant([suitOf2014(45)], cd(15))],
};

export const RC_36: ClockRule = {
  code: 'RC-36',
  name: w('重新作出行政行为', 're-make the act'),
  who: RESPONDENT,
  trigger: fact('DECISION_SERVED', '复议决定生效之日', 'effect of the decision'),
  missed: w('依法处分责任人员', 'disciplinary liability'),
  // what the decision itself sets goes first (64(1)); the row replaces the length
  // Only the regulation of 2007 sets a length; it stays in force beside the law of 2023.
  variants: [variant([regulation(49, 1)], cd(60))],
};

const ORDERED = w('责令限期履行,可以约谈、通报批评', 'order to perform; talk; public criticism');

/** 66: the decision itself names the time (“一定期限”); no text has a figure, so without one there is no clock. */
export const RC_37: ClockRule = {
  code: 'RC-37',
  name: w('履行复议决定', 'perform the decision'),
  who: RESPONDENT,
  trigger: fact('DECISION_SERVED', '复议决定生效之日', 'effect of the decision'),
  missed: ORDERED,
  variants: [
    variant([law(66), law(77, 1)], null),
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 28, 1, 2)], null)),
  ],
};

/** 77(2): “责令其限期履行”: the length is that of the order. Talks and criticism are new in 2023 and have no period. */
export const RC_37_ORDER: ClockRule = {
  code: 'RC-37-ORDER',
  name: w('按责令的期限履行', 'perform within the time ordered'),
  who: RESPONDENT,
  trigger: fact('PERFORMANCE_ORDERED', '责令限期履行之日', 'the order to perform'),
  missed: w('依法处分责任人员', 'disciplinary liability'),
  variants: [variant([law(77, 2)], null), ...OLD_TEXTS.map(t => variant([oldLaw(t, 32, 2)], null))],
};

/** Both texts count from receipt. 2023 makes it a duty (“应当”), 2007 left the letter itself to the organ (“可以”). */
export const RC_38: ClockRule = {
  code: 'RC-38',
  name: w('报送行政复议意见书办理情况', 'report back on an opinion letter'),
  who: w('收到意见书的机关', 'organ addressed'),
  trigger: fact('OPINION_LETTER_RECEIVED', '收到行政复议意见书之日', 'receipt of the opinion letter'),
  missed: ORDERED,
  variants: [variant([law(76)], cd(60)), variant([regulation(57, 1)], cd(60))],
};

/**
 * Three months from the day the suit limit ran out, or the decision cannot be enforced through the court any more. The
 * older variant starts in 2018 only because the court's reading cited with it does.
 */
export const RC_39: ClockRule = {
  code: 'RC-39',
  name: w('申请法院强制执行', 'apply to the court for enforcement'),
  who: ORGAN,
  trigger: fact('SUIT_LIMIT_OVER', '起诉期限届满之日', 'end of the suit limit'),
  missed: w('法院不予受理', 'the court does not accept'),
  variants: [
    variant([law(78), cite('COMPULSION_LAW', '2011', 53), reading(156)], mo(3)),
    variant([oldLaw('2017', 33), cite('COMPULSION_LAW', '2011', 53), reading(156)], mo(3)),
  ],
};
