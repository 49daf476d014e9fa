import { rate, type Rate } from './rate.ts';

const LOCAL = '地方考核办法(未核实)';

/** 败诉率 and the rates of mediation registers. A series of like suits moves 败诉率 by points: show the counts. */
export const LITIGATION_RATES: readonly Rate[] = [
  rate('LOSS', 'a', '败诉率', 'loss rate, first instance', {
    kind: 'LITIGATION',
    formula: '判决败诉 / 一审审结',
    numerator: ['SUITS_LOST_FIRST'],
    denominator: ['SUITS_CLOSED_FIRST'],
    source: '云南2023、杭州2021、上海2020',
  }),
  rate('LOSS', 'b', '败诉率', 'loss rate, all instances, withdrawals in the base', {
    kind: 'LITIGATION',
    formula: '各审级败诉 / 各审级审结(含撤诉)',
    numerator: ['SUITS_LOST'],
    denominator: ['SUITS_CLOSED'],
    source: LOCAL,
    tag: 'UNVERIFIED',
  }),
  rate('LOSS', 'bSecond', '败诉率(二审)', 'loss rate, second instance', {
    kind: 'LITIGATION',
    formula: '二审败诉 / 二审审结',
    numerator: ['SUITS_LOST_SECOND'],
    denominator: ['SUITS_CLOSED_SECOND'],
    source: LOCAL,
    tag: 'UNVERIFIED',
  }),
  rate('LOSS', 'bRetrial', '败诉率(再审)', 'loss rate, retrial', {
    kind: 'LITIGATION',
    formula: '再审败诉 / 再审审结',
    numerator: ['SUITS_LOST_RETRIAL'],
    denominator: ['SUITS_CLOSED_RETRIAL'],
    source: LOCAL,
    tag: 'UNVERIFIED',
  }),
  rate('JUDICIAL_SUGGESTION_REPLY', 'standard', '司法建议回复率', 'judicial suggestions answered', {
    kind: 'LITIGATION',
    formula: '回复 / 收到',
    numerator: [],
    denominator: [],
    source: '云南2023',
    unavailable: {
      zh: '司法建议登记簿尚未建立',
      en: 'the register of judicial suggestions does not exist yet',
    },
  }),
  rate('MEDIATION_SUCCESS', 'standard', '调解成功率', 'mediations agreed', {
    kind: 'MEDIATION',
    formula: '调解成功 / 办结',
    numerator: ['MEDIATIONS_SUCCEEDED'],
    denominator: ['MEDIATIONS_CLOSED'],
    source: '北京市行政调解案件季度统计表,基数为推定',
    tag: 'A',
  }),
];
