import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar } from '#law/calendar';
import { clockOf } from '#law/procedure';
import {
  competentOrgans,
  DEFAULT_RECONSIDERATION_SETTINGS,
  JU_01,
  JU_02,
  JU_03,
  PREREQUISITES,
  reconsiderationFirst,
  SPECIAL_STATUTES,
  type Competence,
  type OrderQuestion,
  type Respondent,
} from '#law/reconsideration';
import { basisInForce, type Basis, type Citation, type Ruling } from '#law/statute';
import { RESPONDENTS } from '#test/fixtures/law/respondents';

const PREFIX: Partial<Record<Citation['statute'], string>> = {
  RECONSIDERATION_LAW: '',
  RECONSIDERATION_REGULATION: '条例',
  OFFICE_SETTINGS: '设置',
  LITIGATION_LAW: '诉',
};
const place = ({ statute, article, paragraph, item }: Citation): string =>
  `${PREFIX[statute] ?? statute}${article}${paragraph ? `(${paragraph})` : ''}${item ? `(${item})` : ''}`;
const places = (basis: Basis): string => basis.map(place).join(' ');
const words = ({ organs, afterwards }: Competence): string =>
  organs.map(o => `${o.forwards ? '→' : ''}${o.organ} ${places(o.basis)}`).join(' + ') +
  (afterwards === 'COURT' ? '' : ' (裁决)');
const heardBy = (respondent: Respondent, on: string, settings = DEFAULT_RECONSIDERATION_SETTINGS): string => {
  const ruling = competentOrgans(respondent, d(on), settings);
  return ruling.ok ? words(ruling.value) : ruling.refusal.code;
};
/** Every cited text lies in force on the day: no case of 2017 is answered with the law of 2023. */
const inForceOn = (ruling: Ruling<unknown>, day: string): boolean => {
  const days = basisInForce(ruling.ok ? ruling.basis : ruling.refusal.basis);
  return days !== null && days.from <= day && (days.to === null || day < days.to);
};

describe('who hears the case (12–15 of the older texts, 24–28 since 2024)', () => {
  it.each(RESPONDENTS)('%s', (_, respondent, older, since2024) => {
    expect(heardBy(respondent, '2023-12-31')).toBe(older);
    expect(heardBy(respondent, '2024-01-01')).toBe(since2024);
    for (const day of ['2007-08-01', '2009-08-26', '2009-08-27', '2017-12-31', '2018-01-01', '2023-12-31'])
      expect([day, heardBy(respondent, day)]).toEqual([day, older]);
    expect(heardBy(respondent, '2026-11-22')).toBe(since2024);
  });

  it.each(RESPONDENTS)('%s: cites texts in force on the day, and every organ its own', (_, respondent) => {
    for (const day of ['1999-10-01', '2007-07-31', '2007-08-01', '2009-08-27', '2018-01-01', '2024-01-01']) {
      const ruling = competentOrgans(respondent, d(day));
      expect([day, inForceOn(ruling, day)]).toEqual([day, true]);
      const cited = ruling.ok ? ruling.value.organs.flatMap(o => o.basis.map(place)) : [];
      expect(ruling.ok && ruling.basis.map(place)).toEqual(cited);
    }
  });

  it('before the regulation of 2007 the law alone is cited', () => {
    expect(heardBy({ kind: 'DEPARTMENT', verticalWithinProvince: true }, '2007-07-31')).toBe(
      'SAME_LEVEL_GOVERNMENT 12(1) + NEXT_HIGHER_DEPARTMENT 12(1)',
    );
    expect(heardBy({ kind: 'JOINT', of: 'STATE_DEPARTMENTS' }, '2007-07-31')).toBe(
      'ANY_STATE_DEPARTMENT 14 (裁决)',
    );
  });

  it('before 1 October 1999 nothing is guessed', () => {
    const ruling = competentOrgans({ kind: 'DEPARTMENT' }, d('1999-09-30'));
    expect(ruling).toMatchObject({
      ok: false,
      refusal: {
        code: 'NO_TEXT_GOVERNS_THE_DAY',
        message: { zh: '1999-09-30《行政复议法》尚未施行' },
        basis: [{ version: '1999', article: 43 }],
      },
    });
  });

  it('an office may settle what the text of 2023 leaves open', () => {
    const settings = {
      ...DEFAULT_RECONSIDERATION_SETTINGS,
      jointActs: 'COMMON_SUPERIOR',
      verticalWithinProvince: 'NEXT_HIGHER_DEPARTMENT',
    } as const;
    expect(heardBy({ kind: 'JOINT', of: 'OTHERS' }, '2024-01-01', settings)).toBe(
      'COMMON_SUPERIOR 设置1 19(2)',
    );
    expect(heardBy({ kind: 'DEPARTMENT', verticalWithinProvince: true }, '2024-01-01', settings)).toBe(
      'NEXT_HIGHER_DEPARTMENT 设置1 27',
    );
  });

  it('the successor of an organ that is no more may itself judge its own act', () => {
    expect(heardBy({ kind: 'ABOLISHED', successor: { kind: 'STATE_DEPARTMENT' } }, '2024-01-01')).toBe(
      'STATE_DEPARTMENT 25(1) 26 19(4) (裁决)',
    );
  });
});

describe('applications on their way to the right organ', () => {
  const calendar = WorkingCalendar.shipped();
  const due = (rule: typeof JU_01, day0: string) => {
    const ruling = clockOf({ rule, governing: d(day0), day0: d(day0) }, calendar);
    return ruling.ok ? ruling.value.due : ruling.refusal.code;
  };

  it('18 of the older texts: the county passes it on in seven working days, until the end of 2023', () => {
    // 2023-09-26 Tue: 27, 28, (29–10-06 off), Sat 10-07 and Sun 10-08 worked, 09, 10, 11 → the seventh
    expect(due(JU_01, '2023-09-26')).toBe('2023-10-11');
    expect(due(JU_01, '2024-01-01')).toBe('NO_TEXT_GOVERNS_THE_DAY');
  });

  it('条例 30: ten calendar days to agree, ten more to designate', () => {
    expect(due(JU_02, '2024-09-24')).toBe('2024-10-08'); // 10-04 lies in the National Day holiday
    expect(due(JU_03, '2024-10-08')).toBe('2024-10-18');
  });
});

const order = (question: OrderQuestion, day: string, settings = DEFAULT_RECONSIDERATION_SETTINGS) => {
  const ruling = reconsiderationFirst(question, d(day), settings);
  return ruling.ok ? `${ruling.value.first} ${places(ruling.basis)}` : ruling.refusal.code;
};

const told = (question: OrderQuestion, day: string) => {
  const ruling = reconsiderationFirst(question, d(day));
  return ruling.ok ? [ruling.value.mustBeTold, ruling.value.because?.zh ?? null] : null;
};

describe('reconsideration before suit (23; before 2024: 16, 30)', () => {
  it.each([
    ['当场处罚', { matter: 'ON_SPOT_PENALTY' }, 'EITHER 16(1)', 'RECONSIDERATION 23(1)(1) 23(2)'],
    [
      '侵犯已取得的自然资源权利',
      { matter: 'INFRINGES_ACQUIRED_NATURAL_RESOURCE' },
      'RECONSIDERATION 30(1)',
      'RECONSIDERATION 23(1)(2) 23(2)',
    ],
    ['未履行职责', { matter: 'NON_PERFORMANCE' }, 'EITHER 16(1)', 'RECONSIDERATION 23(1)(3) 23(2)'],
    [
      '不予答复许可申请',
      { matter: 'NON_PERFORMANCE', of: 'LICENSING' },
      'EITHER 16(1)',
      'RECONSIDERATION 23(1)(3) 23(2)',
    ],
    [
      '未给付低保',
      { matter: 'NON_PERFORMANCE', of: 'FAILURE_TO_PAY' },
      'EITHER 16(1)',
      'RECONSIDERATION 23(1)(3) 23(2)',
    ],
    [
      '行政协议不履行不是第十一条的未履行法定职责',
      { matter: 'NON_PERFORMANCE', of: 'ADMIN_AGREEMENT' },
      'EITHER 16(1)',
      'EITHER 23(1)(3) 诉44(1)',
    ],
    ['信息不予公开', { matter: 'INFO_DISCLOSURE_REFUSED' }, 'EITHER 16(1)', 'RECONSIDERATION 23(1)(4) 23(2)'],
    [
      '税务争议',
      { matter: 'BY_LAW_OR_REGULATION', statute: 'TAX' },
      'RECONSIDERATION 16(1)',
      'RECONSIDERATION 23(1)(5) 23(2)',
    ],
    [
      '行政法规规定的前置',
      { matter: 'BY_LAW_OR_REGULATION', statute: 'PRICES' },
      'RECONSIDERATION 16(1)',
      'RECONSIDERATION 23(1)(5) 23(2)',
    ],
    [
      '地方性法规规定的前置',
      { matter: 'BY_LAW_OR_REGULATION', statute: 'LOCAL' },
      'RECONSIDERATION 16(1)',
      'EITHER 23(1)(5) 诉44(1)',
    ],
    [
      '未写明哪部法律',
      { matter: 'BY_LAW_OR_REGULATION' },
      'RECONSIDERATION 16(1)',
      'RECONSIDERATION 23(1)(5) 23(2)',
    ],
    ['一般处罚', { matter: 'NONE' }, 'EITHER 16(1)', 'EITHER 诉44(1)'],
  ] as [string, OrderQuestion, string, string][])('%s', (_, question, older, since2024) => {
    expect(order(question, '2023-12-31')).toBe(older);
    expect(order(question, '2007-01-01')).toBe(older);
    expect(order(question, '2024-01-01')).toBe(since2024);
    expect(order(question, '1999-09-30')).toBe('NO_TEXT_GOVERNS_THE_DAY');
    for (const day of ['1999-10-01', '2009-08-27', '2018-01-01', '2024-01-01'])
      expect([day, inForceOn(reconsiderationFirst(question, d(day)), day)]).toEqual([day, true]);
  });

  it.each([
    ['2025-05-31', 'OTHER_REASON', 'RECONSIDERATION 23(1)(4) 23(2)'],
    ['2025-06-01', 'OTHER_REASON', 'EITHER 设置1 23(1)(4) 诉44(1)'],
    ['2025-06-02', 'OTHER_REASON', 'EITHER 设置1 23(1)(4) 诉44(1)'],
    ['2025-06-01', 'SECRET', 'RECONSIDERATION 23(1)(4) 23(2)'],
  ] as const)('refused on %s as %s: %s', (day, refusedAs, expected) => {
    expect(order({ matter: 'INFO_DISCLOSURE_REFUSED', refusedAs }, day)).toBe(expected);
    expect(
      order({ matter: 'INFO_DISCLOSURE_REFUSED', refusedAs }, day, {
        ...DEFAULT_RECONSIDERATION_SETTINGS,
        informationRefusals: 'ALL_REFUSALS',
      }),
    ).toBe('RECONSIDERATION 23(1)(4) 23(2)');
  });

  it('the party has to be told since 2024, and names the statute, with its doubts', () => {
    const tax = { matter: 'BY_LAW_OR_REGULATION', statute: 'TAX' } as const;
    const religion = { matter: 'BY_LAW_OR_REGULATION', statute: 'RELIGION' } as const;
    expect(told(tax, '2024-01-01')).toEqual([true, '税收征收管理法第八十八条第一款']);
    expect(told(tax, '2023-12-31')).toEqual([false, '税收征收管理法第八十八条第一款']);
    expect(told(religion, '2024-01-01')).toEqual([true, '宗教事务条例第七十五条(是否复议前置存在争议)']);
    expect(told({ matter: 'ON_SPOT_PENALTY' }, '2024-01-01')).toEqual([true, null]);
    expect(told({ matter: 'INFO_DISCLOSURE_REFUSED' }, '2024-01-01')).toEqual([true, null]);
    expect(told({ matter: 'NONE' }, '2024-01-01')).toEqual([false, null]);
    expect(told({ matter: 'INFRINGES_ACQUIRED_NATURAL_RESOURCE' }, '2023-12-31')).toEqual([false, null]);
  });

  it('art. 11 is asked for inaction alone, a special statute for the fifth item alone', () => {
    const onSpot = { matter: 'ON_SPOT_PENALTY', of: 'PENALTY', statute: 'TAX' } as const;
    expect(order(onSpot, '2024-01-01')).toBe('RECONSIDERATION 23(1)(1) 23(2)');
    expect(told(onSpot, '2024-01-01')).toEqual([true, null]);
  });

  it('the five items of 23(1), each with its place, and no special statute of lower rank than it may be', () => {
    expect(Object.values(PREREQUISITES).map(p => places(p.basis))).toEqual([
      '23(1)(1)',
      '23(1)(2)',
      '23(1)(3)',
      '23(1)(4)',
      '23(1)(5)',
    ]);
    const byRank = Object.entries(SPECIAL_STATUTES).map(([name, s]) => `${name} ${s.rank}`);
    expect(byRank).toEqual([
      'TAX LAW',
      'CUSTOMS_DUTY LAW',
      'MERGER LAW',
      'FILM LAW',
      'PRICES ADMINISTRATIVE_REGULATION',
      'ARMS_EXPORT ADMINISTRATIVE_REGULATION',
      'RELIGION ADMINISTRATIVE_REGULATION',
      'LOCAL LOCAL_REGULATION',
    ]);
  });
});
