import { cd, mo } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { cite, w } from '#law/statute';
import { law, oldLaw, regulation, suit } from '../texts.ts';
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

export const RC_35: ClockRule = {
  code: 'RC-35',
  name: w('不服复议决定起诉', 'suit after the decision'),
  who: APPLICANT,
  trigger: fact('DECISION_SERVED', '收到复议决定书之日', 'receipt of the decision'),
  missed: w('复议决定不可再诉', 'the decision becomes final'),
  variants: [variant([suit(45)], cd(15))],
};

export const RC_36: ClockRule = {
  code: 'RC-36',
  name: w('重新作出行政行为', 're-make the act'),
  who: RESPONDENT,
  trigger: fact('DECISION_SERVED', '复议决定生效之日', 'effect of the decision'),
  missed: w('依法处分责任人员', 'disciplinary liability'),
  // Only the regulation of 2007 sets a length; it stays in force beside the law of 2023.
  variants: [variant([regulation(49, 1)], cd(60))],
};

export const RC_38: ClockRule = {
  code: 'RC-38',
  name: w('报送行政复议意见书办理情况', 'report back on an opinion letter'),
  who: w('收到意见书的机关', 'organ addressed'),
  trigger: fact('OPINION_LETTER_RECEIVED', '收到行政复议意见书之日', 'receipt of the opinion letter'),
  missed: w('责令限期履行,可以约谈、通报批评', 'order to perform; talk; public criticism'),
  variants: [variant([law(76)], cd(60)), variant([regulation(57, 1)], cd(60))],
};

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
