import type { MeasureCode } from '../measures/catalogue.ts';
import { rate, type Rate } from './rate.ts';

const CLOSED: MeasureCode[] = ['CLOSED'];

/** 维持率 and 纠错率: the same words, many meanings. */
export const OUTCOME_RATES: readonly Rate[] = [
  rate('UPHELD', 'strict', '维持率', 'upheld rate, without dismissals', {
    formula: '维持 / C',
    numerator: ['UPHELD'],
    denominator: CLOSED,
    source: '珠海2018、上海2014、通州2023',
  }),
  rate('UPHELD', 'wide', '维持率(含驳回)', 'upheld rate, with dismissals', {
    formula: '(维持 + 驳回) / C',
    numerator: ['UPHELD', 'DISMISSED'],
    denominator: CLOSED,
    source: '重庆2020、全国2007',
  }),
  rate('DIRECT_CORRECTION', 'a', '直接纠错率', 'direct correction rate, of the closed', {
    formula: '(撤销 + 变更 + 确认违法 + 确认无效 + 责令履行) / C',
    numerator: ['CORRECTED'],
    denominator: CLOSED,
    source: '珠海2018、北京2022、重庆2020、通州2023、云南2023',
  }),
  rate('DIRECT_CORRECTION', 'b', '直接纠错率', 'direct correction rate, of the accepted', {
    formula: '直接纠错 / A',
    numerator: ['CORRECTED'],
    denominator: ['ACCEPTED'],
    source: '方城2024',
  }),
  rate('DIRECT_CORRECTION', 'c', '直接纠错率', 'direct correction rate, of the decisions', {
    formula: '直接纠错 / (维持 + 驳回 + 直接纠错)',
    numerator: ['CORRECTED'],
    denominator: ['UPHELD', 'DISMISSED', 'CORRECTED'],
    source: '全国2023、2024:基数小于办结数,未公布,按决定数推定',
    tag: 'A',
  }),
  rate('CORRECTION', 'shanghai2014', '纠错率', 'correction rate with cases ended after correction', {
    formula: '(直接纠错 + 改正后终止) / C',
    numerator: ['CORRECTED', 'WITHDRAWN_AFTER_CHANGE'],
    denominator: CLOSED,
    source: '上海2014',
  }),
  rate('COMPREHENSIVE_CORRECTION', 'zhuhai', '综合纠错率', 'comprehensive correction rate', {
    formula: '(直接纠错 + 被申请人改变后撤回) / C',
    numerator: ['CORRECTED', 'WITHDRAWN_AFTER_CHANGE'],
    denominator: CLOSED,
    source: '珠海2018',
  }),
  rate('COMPREHENSIVE_CORRECTION', 'beijingText', '综合纠错率', 'comprehensive correction rate, Beijing', {
    formula: '(直接纠错 + 调解 + 终止) / C;表21只写「调解终止 + 直接纠错」,基数为推定',
    numerator: ['CORRECTED', 'MEDIATED', 'TERMINATED'],
    denominator: CLOSED,
    source: '北京市行政复议效果指标表(表21)',
    tag: 'A',
  }),
  rate('COMPREHENSIVE_CORRECTION', 'beijingAccepted', '综合纠错率', 'the same, of the accepted', {
    formula: '(直接纠错 + 调解 + 终止) / A',
    numerator: ['CORRECTED', 'MEDIATED', 'TERMINATED'],
    denominator: ['ACCEPTED'],
    source: '北京市行政复议信息管理系统(统计口径甲)',
  }),
  rate('COMPREHENSIVE_CORRECTION', 'beijingDouble', '综合纠错率', 'Beijing, 和解 counted twice', {
    formula: '(调解 + 终止)/S + 和解/S + 直接纠错/S, S = R0 + A',
    numerator: [],
    denominator: [],
    source: '北京市行政复议信息管理系统(统计口径乙)',
    unavailable: {
      zh: '不提供数值:和解已包含在终止内,该口径重复计算',
      en: 'no value is given: 和解 is part of 终止, so this formula counts it twice',
    },
  }),
];
