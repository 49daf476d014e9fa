import { describe, expect, it } from 'vitest';
import { MEASURE_CODES, MEASURES } from '../measures/catalogue.ts';
import type { MeasureValues } from '../measures/count.ts';
import { DEFAULT_VARIANTS, findRate, RATES } from './catalogue.ts';
import { evaluateRate, formatRate } from './evaluate-rate.ts';
import { neededMeasures } from './needed-measures.ts';
import { formatRatio } from './ratio.ts';

/** Every measure 0 but the published parts: a rate that reads another measure shows itself. */
const ZERO = Object.fromEntries(MEASURE_CODES.map(code => [code, 0])) as MeasureValues;
const printed = (code: string, variant: string, values: MeasureValues, decimals = 2) =>
  formatRate(evaluateRate(findRate(code, variant), { ...ZERO, ...values }), decimals);

const SHANGHAI_2014: MeasureValues = {
  RECEIVED: 6200,
  ACCEPTED: 4955,
  CARRIED_OVER: 676,
  CLOSED: 4696,
  UPHELD: 3509,
  DISMISSED: 295,
  CORRECTED: 63 + 43 + 0 + 8,
  WITHDRAWN_AFTER_CHANGE: 77,
  WITHDRAWN: 678 + 77,
  OUTCOME_OTHER: 23,
};
const CHONGQING_2020: MeasureValues = {
  ACCEPTED: 3246,
  CLOSED: 3086,
  UPHELD: 1313,
  DISMISSED: 572,
  CORRECTED: 413,
  MEDIATED: 759,
};
const ZHUHAI_2018: MeasureValues = {
  CARRIED_OVER: 126,
  ACCEPTED: 1243,
  CLOSED: 1148,
  OPEN: 221,
  UPHELD: 763,
  CORRECTED: 48,
  WITHDRAWN: 195 + 67,
  WITHDRAWN_AFTER_CHANGE: 195,
  SUED_AFTER_RECONSIDERATION: 119,
};
const TONGZHOU_2023: MeasureValues = { CLOSED: 977, UPHELD: 435, CORRECTED: 236, MEDIATED: 100, SETTLED: 70 };
const YUNNAN_2023: MeasureValues = {
  CLOSED: 4519,
  CORRECTED: 935,
  MEDIATED: 980,
  SUITS_LOST_FIRST: 1235,
  SUITS_CLOSED_FIRST: 6001,
};

describe('published figures', () => {
  it.each<[string, string, string, MeasureValues, string, number?]>([
    ['上海 2014 受理率', 'ACCEPTANCE', 'standard', SHANGHAI_2014, '79.9%', 1],
    ['上海 2014 审结率 of accepted in hand', 'CLOSING', 'b', SHANGHAI_2014, '83.4%', 1],
    ['上海 2014 维持率', 'UPHELD', 'strict', SHANGHAI_2014, '74.7%', 1],
    ['上海 2014 纠错率 with 改正后终止', 'CORRECTION', 'shanghai2014', SHANGHAI_2014, '4.1%', 1],
    ['上海 2014 without them it would be 2.4', 'DIRECT_CORRECTION', 'a', SHANGHAI_2014, '2.4%', 1],
    ['湖北 2020 受理率', 'ACCEPTANCE', 'standard', { RECEIVED: 5422, ACCEPTED: 3129 }, '57.71%'],
    ['云南 2014 受理率', 'ACCEPTANCE', 'standard', { RECEIVED: 1375, ACCEPTED: 1205 }, '87.64%'],
    ['重庆 2020 审结率 of the accepted', 'CLOSING', 'a', CHONGQING_2020, '95.07%'],
    ['重庆 2020 维持率 with 驳回', 'UPHELD', 'wide', CHONGQING_2020, '61.08%'],
    ['重庆 2020 直接纠错率', 'DIRECT_CORRECTION', 'a', CHONGQING_2020, '13.38%'],
    ['重庆 2020 调解和解及其他', 'MEDIATION', 'd', CHONGQING_2020, '24.59%'],
    [
      '重庆法院 2020 结收比',
      'CLOSING',
      'd',
      { SUITS_CLOSED: 12_865, SUITS_RECEIVED: 14_427 - 1436 },
      '99.03%',
    ],
    ['南阳 2015 审结/新收', 'CLOSING', 'd', { SUITS_CLOSED: 962, SUITS_RECEIVED: 1120 }, '85.89%'],
    ['珠海 2018 维持率', 'UPHELD', 'strict', ZHUHAI_2018, '66.46%'],
    ['珠海 2018 直接纠错率', 'DIRECT_CORRECTION', 'a', ZHUHAI_2018, '4.18%'],
    ['珠海 2018 综合纠错率', 'COMPREHENSIVE_CORRECTION', 'zhuhai', ZHUHAI_2018, '21.17%'],
    ['珠海 2018 复议后起诉率', 'SUED_AFTER', 'standard', ZHUHAI_2018, '10.37%'],
    ['通州 2023 维持率', 'UPHELD', 'strict', TONGZHOU_2023, '44.5%', 1],
    ['通州 2023 直接纠错率', 'DIRECT_CORRECTION', 'a', TONGZHOU_2023, '24.2%', 1],
    ['通州 2023 调解和解率', 'MEDIATION', 'a', TONGZHOU_2023, '17.4%', 1],
    ['通州 2023 综合化解率', 'COMPREHENSIVE_RESOLUTION', 'standard', TONGZHOU_2023, '42%', 0],
    ['北京 2022 直接纠错率', 'DIRECT_CORRECTION', 'a', { CORRECTED: 1639, CLOSED: 12_195 }, '13.4%', 1],
    [
      '北京 2022 综合化解率',
      'COMPREHENSIVE_RESOLUTION',
      'standard',
      { CORRECTED: 1639, MEDIATED: 4426 - 1639, CLOSED: 12_195 },
      '36.3%',
      1,
    ],
    [
      '北京 2024 复议后起诉率, of 审结',
      'SUED_AFTER',
      'standard',
      { SUED_AFTER_RECONSIDERATION: 2996, CLOSED: 56_528 },
      '5.3%',
      1,
    ],
    [
      '方城 2024 纠错率 of the accepted',
      'DIRECT_CORRECTION',
      'b',
      { CORRECTED: 29, ACCEPTED: 151, CLOSED: 135 },
      '19.2%',
      1,
    ],
    [
      '方城 2024 of the closed it would be 21.5',
      'DIRECT_CORRECTION',
      'a',
      { CORRECTED: 29, ACCEPTED: 151, CLOSED: 135 },
      '21.5%',
      1,
    ],
    ['云南 2023 纠错率', 'DIRECT_CORRECTION', 'a', YUNNAN_2023, '20.69%'],
    ['云南 2023 调解和解率', 'MEDIATION', 'a', YUNNAN_2023, '21.69%'],
    ['云南 2023 败诉率', 'LOSS', 'a', YUNNAN_2023, '20.58%'],
    ['上海 2020 败诉率', 'LOSS', 'a', { SUITS_LOST_FIRST: 209, SUITS_CLOSED_FIRST: 5129 }, '4.1%', 1],
    ['杭州 2021 败诉率', 'LOSS', 'a', { SUITS_LOST_FIRST: 128, SUITS_CLOSED_FIRST: 2297 }, '5.6%', 1],
    ['某县 2022–2025 维持率', 'UPHELD', 'strict', { UPHELD: 2, CLOSED: 9 }, '22.2%', 1],
    ['某县 2022–2025 直接纠错率', 'DIRECT_CORRECTION', 'a', { CORRECTED: 5, CLOSED: 9 }, '55.6%', 1],
    [
      '全国 2023 案结事了率 (万)',
      'SETTLED_FOR_GOOD',
      'a',
      { DISPOSED: 352, SUED_AFTER_RECONSIDERATION: 82 },
      '76.7%',
      1,
    ],
  ])('%s', (...row) => {
    const [, code, variant, values, expected, decimals = 2] = row;
    expect(printed(code, variant, values, decimals)).toBe(expected);
  });

  it('rounds half up where 通州 2021 was printed rounded down: (56 + 51) / 262 is 41, not 40', () => {
    const values = { CORRECTED: 56, MEDIATED: 51, CLOSED: 262 };
    expect(printed('COMPREHENSIVE_RESOLUTION', 'standard', values, 0)).toBe('41%');
  });

  it('counts 和解 once in the Beijing reading', () => {
    // 10 closed: 1 corrected, 1 mediated, 2 settled, 1 withdrawn, 1 ended otherwise; the rest upheld
    const values = { CLOSED: 10, ACCEPTED: 10, CORRECTED: 1, MEDIATED: 1, SETTLED: 2, TERMINATED: 4 };
    expect(printed('COMPREHENSIVE_CORRECTION', 'beijingText', values)).toBe('60.00%');
    expect(printed('COMPREHENSIVE_CORRECTION', 'beijingAccepted', values)).toBe('60.00%');
  });

  it.each([
    ['MEDIATION', 'b', { MEDIATED: 2, SETTLED: 3, WITHDRAWN: 4, CLOSED: 20 }, '45.00%'],
    ['MEDIATION', 'c', { MEDIATED: 2, SETTLED: 3, SETTLED_BEFORE: 5, CLOSED: 20 }, '40.00%'],
    ['CLOSING', 'c', { CLOSED: 30, OPEN_RECEIVED_IN_PERIOD: 10 }, '75.00%'],
    ['DIRECT_CORRECTION', 'c', { CORRECTED: 10, UPHELD: 60, DISMISSED: 10, CLOSED: 200 }, '12.50%'],
    ['SETTLED_FOR_GOOD', 'aClosed', { CLOSED: 50, SUED_AFTER_RECONSIDERATION: 5, DISPOSED: 80 }, '90.00%'],
    ['OVERDUE', 'a', { CLOSED_OVERDUE: 1, CLOSED: 8 }, '12.50%'],
    ['WITHIN_60_DAYS', 'b', { CLOSED_WITHIN_60_DAYS: 6, CLOSED: 8 }, '75.00%'],
    ['EXTENSION', 'c20', { CLOSED_AFTER_60_DAYS: 2, CLOSED: 8 }, '25.00%'],
    ['EXTENSION', 'c21', { EXTENDED: 2, CARRIED_OVER: 4, ACCEPTED: 12, CLOSED: 8 }, '12.50%'],
    ['AVERAGE_DAYS', 'standard', { DAYS_TO_CLOSE: 413, CLOSED: 10 }, '41.30天'],
    ['HEARING', 'standard', { HEARD: 3, ACCEPTED: 12 }, '25.00%'],
    ['OPINIONS', 'standard', { OPINIONS_PERFORMED: 2, OPINIONS_ISSUED: 3 }, '66.67%'],
    ['LOSS', 'b', { SUITS_LOST: 1, SUITS_CLOSED: 40 }, '2.50%'],
    ['MEDIATION_SUCCESS', 'standard', { MEDIATIONS_SUCCEEDED: 1, MEDIATIONS_CLOSED: 4 }, '25.00%'],
  ])('%s %s', (code, variant, values, expected) => expect(printed(code, variant, values)).toBe(expected));
});

describe('rates', () => {
  it('have no value without a base: neither 0 % nor 100 %', () => {
    const values = RATES.map(rate => evaluateRate(rate, ZERO));
    expect(values.filter(value => value.value !== null)).toEqual([]);
    expect(new Set(values.map(value => formatRate(value)))).toEqual(new Set(['–']));
  });

  it('are missing, not zero, where the data are not held', () => {
    const missing = RATES.filter(rate => rate.unavailable);
    expect(missing.map(rate => `${rate.code} ${rate.variant}`)).toEqual([
      'COMPREHENSIVE_CORRECTION beijingDouble',
      'SETTLED_FOR_GOOD b',
      'JUDICIAL_SUGGESTION_REPLY standard',
    ]);
    expect(missing.map(rate => evaluateRate(rate, {}).numerator)).toEqual([null, null, null]);
  });

  it('say what they divide, where from, and are unique', () => {
    expect(new Set(RATES.map(rate => `${rate.code} ${rate.variant}`)).size).toBe(RATES.length);
    const wordless = RATES.filter(rate => !(rate.formula && rate.source && rate.zh && rate.en));
    const empty = RATES.filter(one => !one.unavailable && !(one.numerator.length && one.denominator.length));
    expect([...wordless, ...empty]).toEqual([]);
  });

  it('have a default variant that can be given, but where none can', () => {
    const defaults = Object.keys(DEFAULT_VARIANTS).map(code => [code, findRate(code).variant]);
    expect(Object.fromEntries(defaults)).toEqual(DEFAULT_VARIANTS);
    const missing = RATES.filter(rate => findRate(rate.code).unavailable);
    expect(missing.map(rate => rate.code)).toEqual(['JUDICIAL_SUGGESTION_REPLY']);
  });

  it('name only measures that exist', () => {
    const named = RATES.flatMap(one => [...one.numerator, ...(one.less ?? []), ...one.denominator]);
    expect(named.filter(code => !Object.hasOwn(MEASURES, code))).toEqual([]);
  });

  it('refuse an unknown variant', () => expect(() => findRate('CLOSING', 'z')).toThrow(RangeError));
});

describe('neededMeasures', () => {
  it('names each measure once, suits in the register of suits', () => {
    const rates = [findRate('SUED_AFTER'), findRate('CLOSING', 'a')];
    expect(neededMeasures(rates, 'RECONSIDERATION_RESPONSE')).toEqual([
      { code: 'SUED_AFTER_RECONSIDERATION', register: 'LITIGATION' },
      { code: 'CLOSED', register: 'RECONSIDERATION_RESPONSE' },
      { code: 'ACCEPTED', register: 'RECONSIDERATION_RESPONSE' },
    ]);
  });
});

describe('rounding', () => {
  it.each([
    [5, 8, 2, 100, '62.50'],
    [1, 8, 1, 100, '12.5'],
    [1, 200, 0, 100, '1'],
    [1005, 1000, 2, 1, '1.01'],
    [0, 7, 2, 100, '0.00'],
    [7, 7, 2, 100, '100.00'],
    [-1, 8, 2, 100, '-12.50'],
    [10.25, 2, 2, 1, '5.13'],
    [0, 0, 2, 100, '–'],
  ])('%d of %d to %i places', (numerator, denominator, decimals, scale, text) => {
    expect(formatRatio({ numerator, denominator }, decimals, scale)).toBe(text);
  });
});
