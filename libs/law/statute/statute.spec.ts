import { describe, expect, it } from 'vitest';
import {
  basisInForce,
  basisText,
  chineseNumeral,
  citationExists,
  citationText,
  cite,
  coded,
  granted,
  noRule,
  notCovered,
  refused,
  statuteText,
  STATUTES,
  versionInForce,
  type StatuteId,
} from '#law/statute';

describe('citations', () => {
  it('read as lawyers write them', () => {
    expect(citationText(cite('RECONSIDERATION_LAW', '2023', 39, 1, 10))).toEqual({
      zh: '《行政复议法》(2023)第三十九条第一款第(十)项',
      en: 'Administrative Reconsideration Law (2023), art. 39(1)(10)',
    });
    expect(citationText(cite('LITIGATION_INTERPRETATION', '2018', 105)).zh).toBe(
      '《行诉解释》(2018)第一百零五条',
    );
    expect(basisText([cite('RECONSIDERATION_LAW', '2023', 62, 1), cite('CIVIL_CODE', '2020', 202)])).toEqual({
      zh: '《行政复议法》(2023)第六十二条第一款、《民法典》(2020)第二百零二条',
      en: 'Administrative Reconsideration Law (2023), art. 62(1); Civil Code (2020), art. 202',
    });
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [62, '六十二'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [163, '一百六十三'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
  ])('%i is %s', (n, zh) => expect(chineseNumeral(n)).toBe(zh));

  it.each([
    [cite('RECONSIDERATION_LAW', '2023', 90), true],
    [cite('RECONSIDERATION_LAW', '2023', 91), false],
    [cite('RECONSIDERATION_LAW', '2023', 1), true],
    [cite('RECONSIDERATION_LAW', '2017', 44), false],
    [cite('APPEARANCE_RULES', '2020', 0), false],
    [cite('APPEARANCE_RULES', '2020', 1.5), false],
    [{ statute: 'APPEARANCE_RULES', version: '2019', article: 1 } as const, false],
  ])('%o exists: %s', (citation, exists) => expect(citationExists(citation)).toBe(exists));
});

describe('answers', () => {
  const basis = [cite('CIVIL_CODE', '2020', 202)] as const;
  const refusal = { code: 'X', message: { zh: '', en: '' }, basis, remedy: { zh: '', en: '' } };

  it('are granted with a basis or refused with a reason', () => {
    expect(granted(3, basis)).toEqual({ ok: true, value: 3, basis });
    expect(refused(refusal)).toEqual({ ok: false, refusal });
  });

  it('of the register say how an article is accounted for', () => {
    expect(coded('A', 'B')).toEqual({ how: 'CODED', rules: ['A', 'B'] });
    expect(noRule('purpose')).toEqual({ how: 'NO_RULE_NEEDED', why: 'purpose' });
    expect(notCovered('later')).toEqual({ how: 'NOT_COVERED', why: 'later' });
  });
});

describe('versions in force', () => {
  it.each([
    ['1999-09-30', null],
    ['1999-10-01', '1999'],
    ['2009-08-26', '1999'],
    ['2009-08-27', '2009'],
    ['2017-12-31', '2009'],
    ['2018-01-01', '2017'],
    ['2023-12-31', '2017'],
    ['2024-01-01', '2023'],
  ])('行政复议法 on %s: %s', (day, version) =>
    expect(versionInForce('RECONSIDERATION_LAW', day)).toBe(version),
  );

  it.each([
    ['2020-06-30', null],
    ['2020-07-01', '2020'],
  ])('出庭规定 on %s: %s', (day, version) => expect(versionInForce('APPEARANCE_RULES', day)).toBe(version));

  it.each([
    ['2015-04-30', null],
    ['2015-05-01', '2014'],
    ['2017-06-30', '2014'],
    ['2017-07-01', '2017'],
  ])('行政诉讼法 on %s: %s', (day, version) => expect(versionInForce('LITIGATION_LAW', day)).toBe(version));

  it('of one statute never overlap and leave no gap between them', () => {
    // 行诉解释 (2018) took the place of both, under a name of its own
    const replaced = new Set<StatuteId>([
      'LITIGATION_EXECUTION_INTERPRETATION',
      'LITIGATION_APPLICATION_INTERPRETATION',
    ]);
    const since2018 = statuteText('LITIGATION_INTERPRETATION', '2018')!.from;
    for (const id of Object.keys(STATUTES) as StatuteId[]) {
      const texts = Object.keys(STATUTES[id].texts).map(v => statuteText(id, v)!);
      texts.slice(1).forEach((text, i) => expect([id, text.from]).toEqual([id, texts[i]!.to]));
      expect([id, texts.at(-1)!.to]).toEqual([id, replaced.has(id) ? since2018 : null]);
    }
  });

  it('of a basis are in force together, or never', () => {
    expect(
      basisInForce([cite('RECONSIDERATION_LAW', '2017', 31), cite('RECONSIDERATION_REGULATION', '2007', 42)]),
    ).toEqual({
      from: '2018-01-01',
      to: '2024-01-01',
    });
    expect(basisInForce([cite('RECONSIDERATION_REGULATION', '2007', 42)])).toEqual({
      from: '2007-08-01',
      to: null,
    });
    expect(
      basisInForce([cite('RECONSIDERATION_LAW', '2017', 31), cite('RECONSIDERATION_LAW', '2023', 62)]),
    ).toBeNull();
    const [older, old] = [cite('RECONSIDERATION_LAW', '2009', 31), cite('LITIGATION_LAW', '2017', 45)];
    expect(basisInForce([older, old])).toEqual({ from: '2017-07-01', to: '2018-01-01' });
    expect(basisInForce([old, older])).toEqual({ from: '2017-07-01', to: '2018-01-01' });
    expect(basisInForce([cite('HOLIDAY_RULES', '2013', 7), cite('RECONSIDERATION_LAW', '2017', 31)])).toEqual(
      { from: '2018-01-01', to: '2024-01-01' },
    );
    expect(basisInForce([cite('RECONSIDERATION_LAW', '2017', 31), cite('HOLIDAY_RULES', '2013', 7)])).toEqual(
      { from: '2018-01-01', to: '2024-01-01' },
    );
    expect(Object.keys(cite('CIVIL_CODE', '2020', 202))).toEqual(['statute', 'version', 'article']);
    expect(basisInForce([{ statute: 'CIVIL_CODE', version: '1', article: 1 }])).toBeNull();
  });
});
