import { cite, w, type Basis, type Words } from '#law/statute';

/** One rule of counting, with what it rests on. `open`: the text is silent and a setting decides. */
export interface CountingRule {
  readonly words: Words;
  readonly basis: Basis;
  readonly open: boolean;
}

/**
 * Each rule is cited where it is read, so that the page that explains a date can name the article behind its
 * last line.
 */
const civil = (article: number, paragraph?: number) =>
  cite('CIVIL_PROCEDURE_LAW', '2023', article, paragraph);
const code = (article: number, paragraph?: number) => cite('CIVIL_CODE', '2020', article, paragraph);
const reading = (article: number, paragraph?: number) =>
  cite('LITIGATION_INTERPRETATION', '2018', article, paragraph);
const law = (article: number, paragraph?: number) => cite('RECONSIDERATION_LAW', '2023', article, paragraph);
const regulation = (article: number, paragraph?: number) =>
  cite('RECONSIDERATION_REGULATION', '2007', article, paragraph);
const compulsion = (article: number) => cite('COMPULSION_LAW', '2011', article);

const rule = (zh: string, en: string, basis: Basis, open = false): CountingRule => ({
  words: w(zh, en),
  basis,
  open,
});

/** How periods are counted (law.md 1.1), for the help page and for whoever asks where a convention comes from. */
export const COUNTING_RULES = {
  'P-1': rule('期间开始的时和日不计算在内', 'the day of the trigger is not counted', [
    civil(85, 2),
    reading(48, 2),
    code(201),
  ]),
  'P-2': rule('最后一日是节假日的,顺延至其后第一日', 'a last day that is a day off moves on', [
    civil(85, 3),
    reading(48, 3),
    code(203),
  ]),
  'P-3': rule(
    '调休上班的周末是工作日',
    'a make-up weekend is a working day',
    [cite('HOLIDAY_RULES', '2024', 7)],
    true,
  ),
  'P-4': rule(
    '按月、年计算的,至对应日;没有的,至月末',
    'months end on the corresponding day, or the last of the month',
    [code(202)],
    true,
  ),
  'P-5': rule(
    '行政复议的三、五、七、十日是工作日',
    'three, five, seven, ten days are working days in reconsideration',
    [law(88, 2)],
  ),
  'P-6': rule('行政诉讼的日均为自然日', 'days are calendar days in court', [reading(48)]),
  'P-7': rule(
    '行政强制法十日以内的期间是工作日',
    'ten days or less are working days under the compulsion law',
    [compulsion(69)],
  ),
  'P-9': rule('在途时间不计,期满前交邮的不算过期', 'travel is not counted; posted in time is in time', [
    civil(85, 4),
    reading(48, 4),
  ]),
  'P-10': rule(
    '行政复议的期间、送达适用民事诉讼法',
    'reconsideration takes counting and service from civil procedure',
    [law(88, 1)],
  ),
  'P-11': rule('“若干日前”不顺延', 'a backward period is never rolled', [law(51, 1), reading(71)], true),
  'P-12': rule(
    '停止计算的,按停止日数顺延',
    'a stop moves the end by its days',
    [law(39), reading(50, 1)],
    true,
  ),
  'P-13': rule(
    '自期限届满之日起算的,从顺延后的届满日起算',
    'a period after a period begins at the rolled end',
    [cite('LITIGATION_LAW', '2017', 45)],
    true,
  ),
  'P-14': rule('“满若干日”自次日成就', 'full days are over on the next day', [law(41), reading(88, 2)], true),
  'P-15': rule('最后一日的截止时间为二十四时', 'the last day ends at midnight', [code(203, 2)]),
  'P-16': rule('以小时计算的期间不顺延', 'hours are not rolled', [reading(76), reading(77)]),
  'X-1': rule('中止不计入审理期限', 'suspension is not counted', [law(39)], true),
  'X-2': rule('补正不计入审理期限', 'corrections are not counted', [regulation(29)]),
  'X-3': rule('现场勘验不计入审理期限', 'inspection is not counted', [regulation(34, 3)]),
  'X-4': rule('鉴定不计入审理期限', 'appraisal is not counted', [regulation(37)]),
  'X-5': rule('协商、指定受理机关不计入审理期限', 'agreeing on the organ is not counted', [regulation(30)]),
  'X-6': rule(
    '公告、鉴定、调解、中止、管辖异议不计入审限',
    'announcement, appraisal, mediation, suspension, jurisdiction are not counted',
    [reading(50, 1)],
  ),
  'X-7': rule('一并审理民事争议的处理期间不计入审限', 'a joined civil dispute is not counted', [
    reading(138, 3),
  ]),
  'X-8': rule('鉴定、检测不计入调解期限', 'appraisal is not counted in mediation', [
    cite('MEDICAL_DISPUTE_REGULATION', '2018', 40, 3),
    cite('MARKET_COMPLAINT_MEASURES', '2022', 20, 3),
  ]),
} as const satisfies Record<string, CountingRule>;
export type CountingRuleCode = keyof typeof COUNTING_RULES;
