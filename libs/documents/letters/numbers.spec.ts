import { describe, expect, it } from 'vitest';
import { LETTER_KINDS, letterNumber, NUMBERED, patternFault, seriesOf, type LetterKind } from '#documents';

const PLACE = { organ: '青', year: 2026 };

describe('文号', () => {
  it.each<[LetterKind, string]>([
    ['DECISION', '青政复〔2026〕12号'],
    ['ACCEPTANCE_NOTICE', '青政复受字〔2026〕12号'],
    ['COPY_LETTER', '青政复函〔2026〕12号'],
  ])('%s: %s', (kind, text) => expect(letterNumber(NUMBERED[kind] ?? '', PLACE, 12)).toBe(text));

  it('every kind has a pattern that holds, or is a paper without a number', () => {
    for (const kind of Object.keys(LETTER_KINDS) as LetterKind[]) {
      const pattern = NUMBERED[kind];
      expect([kind, pattern === null ? null : patternFault(pattern)]).toEqual([kind, null]);
    }
    const without = Object.entries(NUMBERED).flatMap(([kind, pattern]) => (pattern === null ? [kind] : []));
    expect(without).toEqual([
      'ORAL_APPLICATION',
      'RECEIPT',
      'OPINIONS_RECORD',
      'HEARING_RECORD',
      'SERVICE_RECEIPT',
    ]);
  });

  it('kinds with one text share one series, a new year begins another', () => {
    const pattern = '{organ}政复函〔{year}〕{number}号';
    expect(seriesOf(pattern, PLACE)).toBe('青政复函〔2026〕{number}号');
    expect(NUMBERED.COPY_LETTER).toBe(NUMBERED.COMMITTEE_LETTER);
    expect(seriesOf(pattern, { ...PLACE, year: 2027 })).not.toBe(seriesOf(pattern, PLACE));
  });

  it.each([
    ['{organ}政复〔{year}〕{number}号', null],
    ['复〔{year}〕{number}号', null],
    ['{organ}政复[{year}]{number}号', '年份应当写作〔{year}〕,只出现一次'],
    ['{organ}政复〔{year}〕〔{year}〕{number}号', '年份应当写作〔{year}〕,只出现一次'],
    ['{organ}政复{number}号', '年份应当写作〔{year}〕,只出现一次'],
    ['{organ}政复〔{year}〕{number}', '应当以{number}号结尾,只出现一次'],
    ['{number}〔{year}〕{number}号', '应当以{number}号结尾,只出现一次'],
    ['{organ}政复〔{year}〕第{number}号', '序号前不加“第”'],
    ['{organ}{organ}〔{year}〕{number}号', '{organ}只能出现一次'],
    ['{organ}{mouth}〔{year}〕{number}号', '不认识的占位符{mouth}'],
    ['{organ}}〔{year}〕{number}号', '花括号不成对'],
    ['{organ} 复〔{year}〕{number}号', '不得有空格或者控制字符'],
    ['{organ}\u200B复〔{year}〕{number}号', '不得有空格或者控制字符'],
    [`${'复'.repeat(50)}〔{year}〕{number}号`, '不得超过60个字'],
    ['', '年份应当写作〔{year}〕,只出现一次'],
  ])('%j: %s', (pattern, fault) => expect(patternFault(pattern)?.zh ?? null).toBe(fault));

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number', number => {
    expect(() => letterNumber(NUMBERED.DECISION ?? '', PLACE, number)).toThrow(RangeError);
  });

  it('no year, no pattern: no number', () => {
    expect(() => letterNumber(NUMBERED.DECISION ?? '', { organ: '青', year: 26 }, 1)).toThrow('no year');
    expect(() => letterNumber('{number}', PLACE, 1)).toThrow(RangeError);
  });

  it('a mark that looks like a placeholder is no trap', () => {
    expect(letterNumber('{organ}复〔{year}〕{number}号', { organ: '$&', year: 2026 }, 3)).toBe(
      '$&复〔2026〕3号',
    );
  });
});
