import { cd, wd, type Fact } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { w } from '#law/statute';
import { law, OLD_TEXTS, oldLaw, oldWorkingDays, WORKING_DAYS } from '../texts.ts';
import { fact, OFFICE, ORGAN } from './words.ts';

const NONE_STATED = w('法律未规定直接后果', 'no stated sanction');
const MAKER = w('规范性文件制定机关', 'maker of the document');
/** Art. 56 and 57 name no day 0: the request (56) or the organ's own doubt (57) is a design choice. */
const RAISED: Fact = fact(
  'NORMATIVE_RAISED',
  '提出或者发现规范性文件问题之日',
  'the day the question was raised',
);

/** Thirty days are calendar days in every text: 88(2) and 40(2) name only 三日, 五日, 七日 and (since 2024) 十日. */
export const RC_23: ClockRule = {
  code: 'RC-23',
  name: w('处理规范性文件(有权处理)', 'deal with the document, own power'),
  who: ORGAN,
  trigger: RAISED,
  missed: NONE_STATED,
  variants: [
    variant([law(56), law(57)], cd(30)),
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 26), oldLaw(t, 27)], cd(30))),
  ],
};

/** An organ without power over a document may not leave it lying: the case stands still meanwhile. */
export const RC_24: ClockRule = {
  code: 'RC-24',
  name: w('转送规范性文件(无权处理)', 'transfer the document, no power'),
  who: ORGAN,
  trigger: RAISED,
  missed: NONE_STATED,
  variants: [
    variant([law(56), law(57), WORKING_DAYS], wd(7)),
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 26), oldLaw(t, 27), oldWorkingDays(t)], wd(7))),
  ],
};

/** 58 is new: the maker of a document was not heard before. Counted from the suspension, which has to be recorded first. */
export const RC_25: ClockRule = {
  code: 'RC-25',
  name: w('书面通知制定机关', 'notify the maker'),
  who: OFFICE,
  trigger: fact('SUSPENDED', '行政复议中止之日', 'suspension'),
  missed: NONE_STATED,
  variants: [variant([law(58, 1), WORKING_DAYS], wd(3))],
};

/** Ten working days. No sanction is stated, and the review goes on without the reply. */
export const RC_26: ClockRule = {
  code: 'RC-26',
  name: w('制定机关书面答复', "maker's written reply"),
  who: MAKER,
  trigger: fact('MAKER_NOTIFIED', '制定机关收到书面通知之日', 'receipt by the maker'),
  missed: NONE_STATED,
  variants: [variant([law(58, 1), WORKING_DAYS], wd(10))],
};

/**
 * Sixty days for the other organ. The older texts set them for dealing with the document, 60 for answering: the same
 * clock for whoever waits.
 */
export const RC_27: ClockRule = {
  code: 'RC-27',
  name: w('接受转送机关回复处理意见', 'answer of the organ transferred to'),
  who: w('接受转送的机关', 'organ transferred to'),
  trigger: fact('TRANSFER_RECEIVED', '收到转送之日', 'receipt of the transfer'),
  missed: NONE_STATED,
  variants: [variant([law(60)], cd(60)), ...OLD_TEXTS.map(t => variant([oldLaw(t, 26)], cd(60)))],
};
