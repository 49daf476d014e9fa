import { describe, expect, it } from 'vitest';
import * as appearance from '#law/appearance';
import * as litigation from '#law/litigation';
import * as mediation from '#law/mediation';
import type { ClockRule } from '#law/procedure';
import * as reconsideration from '#law/reconsideration';
import { chineseNumeral } from '#law/statute';
import { PERIOD_WORDS } from '#test/fixtures/law/period-words';
import { TEXTS, wordsOf } from '#test/fixtures/law/statute-texts';

const RULES = [reconsideration, appearance, litigation, mediation].flatMap(room =>
  Object.values(room as Record<string, unknown>).filter(
    (v): v is ClockRule => typeof v === 'object' && v !== null && 'variants' in v && 'code' in v,
  ),
);
/** A period the text names no length of has no number to look up: a document of the case sets its last day. */
const VARIANTS = RULES.flatMap(({ code, variants }) =>
  variants.flatMap(({ period, ...rest }) => (period ? [{ code, variant: { ...rest, period } }] : [])),
);
type Numbered = (typeof VARIANTS)[number]['variant'];

const keyOf = (code: string, { basis: [{ statute, article }], period }: Numbered): string => {
  const key = `${code} ${statute} ${article}`;
  return key in PERIOD_WORDS ? key : `${key} ${period.length}`;
};

/** How a statute may write a number: 两个月, 十五日, 10日. */
const written = (n: number): string[] => [String(n), chineseNumeral(n), ...(n === 2 ? ['两'] : [])];
const UNITS = { WD: '(?:个工作)?日', CD: '日', MO: '个月', YR: '年' };

describe('the length of every period', () => {
  it.each(VARIANTS)('$code ($variant.from) is the number its article says', ({ code, variant }) => {
    const { period, extension } = variant;
    const words = PERIOD_WORDS[keyOf(code, variant)];
    expect(words, `no words for ${keyOf(code, variant)}`).toBeDefined();
    const numbers = period.length === 0 ? [] : [period, ...(extension ? [extension] : [])];
    const said = numbers.map(({ length, unit }, i) =>
      new RegExp(`(?<![零一二三四五六七八九十百0-9])(?:${written(length).join('|')})${UNITS[unit]}`).test(
        words![i] ?? '',
      ),
    );
    expect([words, said]).toEqual([words, numbers.map(() => true)]);
  });

  it('and every line of the list belongs to a period', () => {
    const used = new Set(VARIANTS.map(({ code, variant }) => keyOf(code, variant)));
    expect(Object.keys(PERIOD_WORDS).filter(key => !used.has(key))).toEqual([]);
  });
});

describe.skipIf(!TEXTS)(
  `the words of every period${TEXTS ? '' : ' (NOT APPLICABLE: the texts are not beside this checkout)'}`,
  () => {
    /** In one of the cited articles: the number is often in another one than the duty (复议法 78, 强制法 53). */
    it.each(VARIANTS)('$code ($variant.from) stand in an article it cites', ({ code, variant }) => {
      const texts = variant.basis.map(wordsOf);
      const missing = (PERIOD_WORDS[keyOf(code, variant)] ?? []).filter(
        words => !texts.some(text => text?.includes(words)),
      );
      // of the two readings the one of 2018 replaced, no text is at hand
      const whole = texts.every(text => text !== null);
      expect(whole ? missing : []).toEqual([]);
    });

    it('were looked up for nearly all of them', () => {
      const without = VARIANTS.filter(({ variant }) => variant.basis.some(c => wordsOf(c) === null));
      expect([...new Set(without.map(v => v.code))].toSorted()).toEqual([
        'LT-03',
        'LT-03-CAP',
        'LT-04',
        'LT-06',
        'LT-09',
        'LT-15',
      ]);
    });
  },
);
