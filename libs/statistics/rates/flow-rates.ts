import { rate, type Rate } from './rate.ts';

const TABLE_20 = '北京市行政复议效率指标表(表20)';

/** 受理率, 审结率 and the rates of time. */
export const FLOW_RATES: readonly Rate[] = [
  rate('ACCEPTANCE', 'standard', '受理率', 'acceptance rate', {
    formula: 'A / N',
    numerator: ['ACCEPTED'],
    denominator: ['RECEIVED'],
    source: '湖北2020、云南2014、上海2014',
  }),
  rate('CLOSING', 'a', '审结率', 'closing rate, of the accepted', {
    formula: 'C / A',
    numerator: ['CLOSED'],
    denominator: ['ACCEPTED'],
    source: '重庆2020',
  }),
  rate('CLOSING', 'b', '审结率', 'closing rate, of the accepted in hand', {
    formula: 'C / (R0 + A)',
    numerator: ['CLOSED'],
    denominator: ['CARRIED_OVER', 'ACCEPTED'],
    source: '上海2014',
  }),
  rate('CLOSING', 'c', '审结率', 'closing rate, of closed and open of this period', {
    formula: 'C / (C + 本期新收未审结)',
    numerator: ['CLOSED'],
    denominator: ['CLOSED', 'OPEN_RECEIVED_IN_PERIOD'],
    source: TABLE_20,
  }),
  rate('CLOSING', 'd', '结收比', 'closed suits to received suits', {
    kind: 'LITIGATION',
    formula: '审结 / 新收(不含旧存)',
    numerator: ['SUITS_CLOSED'],
    denominator: ['SUITS_RECEIVED'],
    source: '重庆法院2020、南阳法院2015',
  }),
  rate('OVERDUE', 'a', '超期率', 'share closed overdue', {
    formula: '结案日晚于审理期限届满日的 / C;期限自受理之日起,60日或30日,含延长,扣除中止',
    numerator: ['CLOSED_OVERDUE'],
    denominator: ['CLOSED'],
    source: '行政复议法(2023) arts 39, 62',
    tag: 'A',
  }),
  rate('WITHIN_60_DAYS', 'b', '60日内办结率', 'share closed within 60 days of receipt', {
    formula: '自收案之日起60个自然日内审结的 / C',
    numerator: ['CLOSED_WITHIN_60_DAYS'],
    denominator: ['CLOSED'],
    source: TABLE_20,
  }),
  rate('EXTENSION', 'c20', '延期办结率', 'share closed after 60 days of receipt', {
    formula: '自收案之日起超过60日审结的 / C',
    numerator: ['CLOSED_AFTER_60_DAYS'],
    denominator: ['CLOSED'],
    source: TABLE_20,
  }),
  rate('EXTENSION', 'c21', '延期办结率', 'share with an extended period', {
    formula: '已延期的 / (R0 + A)',
    numerator: ['EXTENDED'],
    denominator: ['CARRIED_OVER', 'ACCEPTED'],
    source: '北京市行政复议效果指标表(表21)',
  }),
  rate('AVERAGE_DAYS', 'standard', '平均办案天数', 'average days from receipt to closing', {
    formula: 'Σ(结案日 − 收案日) / C',
    numerator: ['DAYS_TO_CLOSE'],
    denominator: ['CLOSED'],
    unit: 'DAYS',
    source: TABLE_20,
  }),
];
