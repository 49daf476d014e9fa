import { rate, type Rate } from './rate.ts';

/** 调解率, 综合化解率, 案结事了率 and what follows a decision. */
export const RESOLUTION_RATES: readonly Rate[] = [
  rate('MEDIATION', 'a', '调解和解率', 'mediated or settled', {
    formula: '(调解 + 和解) / C',
    numerator: ['MEDIATED', 'SETTLED'],
    denominator: ['CLOSED'],
    source: '通州2023、云南2023',
  }),
  rate('MEDIATION', 'b', '调撤率', 'mediated, settled or withdrawn', {
    formula: '(调解 + 和解 + 撤回) / C',
    numerator: ['MEDIATED', 'SETTLED', 'WITHDRAWN'],
    denominator: ['CLOSED'],
    source: '全国2007、2023、2024',
  }),
  rate('MEDIATION', 'c', '调解和解率(含案前)', 'mediated or settled, before acceptance too', {
    formula: '(调解 + 和解 + 受理前化解) / (C + 受理前化解)',
    numerator: ['MEDIATED', 'SETTLED', 'SETTLED_BEFORE'],
    denominator: ['CLOSED', 'SETTLED_BEFORE'],
    source: '北京2024(文字)',
    tag: 'A',
  }),
  rate('MEDIATION', 'd', '调解和解及其他方式结案率', 'ended without a decision', {
    formula: '(调解 + 和解 + 撤回 + 其他方式) / C;「其他方式」的范围为推定',
    numerator: ['MEDIATED', 'SETTLED', 'WITHDRAWN', 'OUTCOME_OTHER'],
    denominator: ['CLOSED'],
    source: '重庆2020',
    tag: 'A',
  }),
  rate('COMPREHENSIVE_RESOLUTION', 'standard', '综合化解率', 'corrected, mediated or settled', {
    formula: '(直接纠错 + 调解 + 和解) / C',
    numerator: ['CORRECTED', 'MEDIATED', 'SETTLED'],
    denominator: ['CLOSED'],
    source: '北京2022、通州2023',
  }),
  rate('SETTLED_FOR_GOOD', 'a', '案结事了率', 'disposed and not sued', {
    formula: '(办结 − 复议后被诉) / 办结',
    numerator: ['DISPOSED'],
    less: ['SUED_AFTER_RECONSIDERATION'],
    denominator: ['DISPOSED'],
    source: '全国2023',
    tag: 'A',
  }),
  rate('SETTLED_FOR_GOOD', 'aClosed', '案结事了率', 'closed and not sued', {
    formula: '(C − 复议后被诉) / C',
    numerator: ['CLOSED'],
    less: ['SUED_AFTER_RECONSIDERATION'],
    denominator: ['CLOSED'],
    source: '全国2023,以审结为基数',
    tag: 'A',
  }),
  rate('SETTLED_FOR_GOOD', 'b', '案结事了率', 'neither sued nor petitioned', {
    formula: '(办结 − 复议后被诉 − 复议后信访) / 办结',
    numerator: [],
    denominator: [],
    source: '全国2024',
    unavailable: { zh: '信访数据不在本系统内', en: 'petitions (信访) are not held here' },
  }),
  rate('SUED_AFTER', 'standard', '复议后起诉率', 'sued after reconsideration', {
    formula: '复议后被诉 / C',
    numerator: ['SUED_AFTER_RECONSIDERATION'],
    denominator: ['CLOSED'],
    source: '珠海2018、北京2024、广州2023',
  }),
  rate('HEARING', 'standard', '听证率', 'share heard', {
    formula: '听证案件 / A',
    numerator: ['HEARD'],
    denominator: ['ACCEPTED'],
    source: '北京市行政复议公正指标表(表19)',
  }),
  rate('OPINIONS', 'standard', '意见书落实率', 'opinion letters acted on', {
    formula: '落实数 / 制发数',
    numerator: ['OPINIONS_PERFORMED'],
    denominator: ['OPINIONS_ISSUED'],
    source: '行政复议案件统计报表(2015修订); 行政复议法(2023) art. 76',
  }),
];
