import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../conditions/evaluate.ts';
import { formatRatio } from '../rates/ratio.ts';
import { scopeOf } from '../scope.ts';
import { scopes, suits } from '#test/support/statistics/arbitrary';
import { facts, many, suit } from '#test/support/statistics/facts';
import { APPEARANCE_ASIDES } from './asides.ts';
import { evaluateAppearance } from './evaluate-appearance.ts';
import { universe } from './parts.ts';
import { APPEARANCE_VARIANTS, findAppearanceVariant } from './variants.ts';

const YEAR = scopeOf('2024-01-01', '2024-12-31');
const came = { appeared: true, appearedPost: 'DEPUTY', hearingsAttended: 1 } as const;

function fraction(code: string, cases: Parameters<typeof evaluateAppearance>[1], scope = YEAR) {
  const { numerator, denominator } = evaluateAppearance(findAppearanceVariant(code), cases, scope);
  return `${numerator}/${denominator}`;
}
const reasons = (code: string, cases: Parameters<typeof evaluateAppearance>[1], scope = YEAR) =>
  evaluateAppearance(findAppearanceVariant(code), cases, scope).excluded.map(one => one.reason);

function zhuhai(suitsInAll: number): string {
  const cases = [...many(87, () => suit(came)), ...many(suitsInAll - 87, () => suit({ heardOn: null }))];
  return formatRatio(evaluateAppearance(findAppearanceVariant('P3'), cases, YEAR), 2, 100);
}

const on = (heardOn: string) => suit({ ...came, receivedOn: '2015-01-05', heardOn });

describe('published appearance rates', () => {
  it('东丽: 10 of 16 heard is 62.50 %; those not heard do not lower it', () => {
    const cases = [
      ...many(10, () => suit(came)),
      ...many(6, () => suit()),
      ...many(9, () => suit({ heardOn: null })),
    ];
    const rate = evaluateAppearance(findAppearanceVariant('P1'), cases, YEAR);
    expect(rate).toMatchObject({ numerator: 10, denominator: 16, value: 0.625 });
    expect(formatRatio(rate, 2, 100)).toBe('62.50');
    expect(rate.excluded).toHaveLength(9);
  });

  it('新野 2024: only heard cases are the base, 100 %', () => {
    expect(fraction('P1', [...many(20, () => suit(came)), ...many(4, () => suit({ heardOn: null }))])).toBe(
      '20/20',
    );
  });

  it('珠海 2018: 87 of all 434 suits is 20.05 %, of 407 it is 21.38 %; the printed 21.75 % is neither', () => {
    expect([zhuhai(434), zhuhai(407)]).toEqual(['20.05', '21.38']);
  });

  it('西宁 2018 上半年: 130 appearances of 209 sued agencies is 62.2 %', () => {
    const cases = [...many(130, () => suit(came)), ...many(79, () => suit())];
    expect(formatRatio(evaluateAppearance(findAppearanceVariant('P1'), cases, YEAR), 1, 100)).toBe('62.2');
  });

  it('青岛 2021 上半年: the chief came to 115 of 1,006 heard suits, 11.43 %', () => {
    const cases = [
      ...many(115, () => suit({ ...came, appearedPost: 'CHIEF' })),
      ...many(891, () => suit(came)),
    ];
    expect(fraction('P6_HEARD', cases)).toBe('115/1006');
    expect(formatRatio(evaluateAppearance(findAppearanceVariant('P6_HEARD'), cases, YEAR), 2, 100)).toBe(
      '11.43',
    );
    expect(fraction('P6', cases)).toBe('115/1006');
    expect(fraction('P6_HEARD', [...cases, suit()])).toBe('115/1007');
  });

  it('云南 2023: 616 chiefs in 4188 appearances is 14.71 %', () => {
    const cases = [
      ...many(616, () => suit({ ...came, appearedPost: 'CHIEF' })),
      ...many(3572, () => suit(came)),
      suit(),
    ];
    expect(formatRatio(evaluateAppearance(findAppearanceVariant('P6'), cases, YEAR), 2, 100)).toBe('14.71');
  });

  it('南阳 2015: hearings before May do not count', () => {
    const scope = scopeOf('2015-01-01', '2015-12-31', { windowStart: '2015-05-01' });
    const cases = [on('2015-04-30'), on('2015-05-01'), on('2015-12-31')];
    expect(fraction('P8', cases, scope)).toBe('2/2');
    expect(fraction('P1', cases, scope)).toBe('3/3');
    expect(reasons('P8', cases, scope)).toEqual(['BEFORE_WINDOW']);
  });
});

describe('what each variant leaves out', () => {
  it.each([
    ['no hearing at all (–, not 0 %)', suit({ heardOn: null }), { P1: '0/0', P3: '0/1' }, 'NOT_YET_HEARD'],
    [
      '二审 decided on paper (行政诉讼法(2017) art. 86)',
      suit({ instance: 'SECOND', heardOn: null, closedOn: '2024-05-01', outcome: 'JUDGMENT_UPHELD' }),
      { P1: '0/0', P3: '0/0', P4_SECOND: '0/0' },
      'DECIDED_WITHOUT_HEARING',
    ],
    [
      'withdrawn before a hearing: out of P1, in P3',
      suit({ heardOn: null, closedOn: '2024-05-01', outcome: 'SUIT_WITHDRAWN' }),
      { P1: '0/0', P3: '0/1', P3_CLOSED: '0/1' },
      'WITHDRAWN_BEFORE_HEARING',
    ],
    [
      'heard the year before',
      suit({ ...came, heardOn: '2023-12-31' }),
      { P1: '0/0' },
      'HEARD_IN_ANOTHER_PERIOD',
    ],
    ['civil', suit({ ...came, register: 'CIVIL_LITIGATION' }), { P1: '0/0', P3: '0/0', P5: '0/0' }, 'CIVIL'],
  ])('%s', (_name, one, fractions, reason) => {
    for (const [code, text] of Object.entries(fractions)) expect(fraction(code, [one])).toBe(text);
    expect(reasons('P1', [one])).toEqual([reason]);
  });

  it('keeps the excused in P1 and shows them beside; P2 takes them out (art. 8)', () => {
    const cases = [suit(came), suit({ excused: true })];
    expect([fraction('P1', cases), fraction('P2', cases)]).toEqual(['1/2', '1/1']);
    expect(reasons('P2', cases)).toEqual(['EXCUSED']);
    const beside = cases.filter(one => evaluate(APPEARANCE_ASIDES.EXCUSED.where, one, YEAR));
    expect(beside).toEqual([cases[1]]);
  });

  it('co-defendants who agreed on one head (art. 3): 1/1 for each that is due, 1/2 by times', () => {
    const [one, other] = [suit({ ...came, respondent: 'B' }), suit({ respondent: 'C', covered: true })];
    expect(fraction('P2', [one, other])).toBe('1/1');
    expect(reasons('P2', [one, other])).toEqual(['COVERED']);
    expect([fraction('P2_EACH', [one]), fraction('P2_EACH', [other])]).toEqual(['1/1', '1/1']);
    expect(fraction('P5', [one, other])).toBe('1/2');
  });

  it('counts hearings only in P5: three hearings, one attended (件 and 件次)', () => {
    const cases = [suit({ ...came, hearingsHeld: 3 }), suit()];
    expect([fraction('P1', cases), fraction('P5', cases)]).toEqual(['1/2', '1/4']);
  });

  it('counts each instance for itself (art. 7 ¶2)', () => {
    const cases = [suit(came), suit({ instance: 'SECOND' }), suit({ ...came, instance: 'RETRIAL' })];
    expect(['P4_FIRST', 'P4_SECOND', 'P4_RETRIAL', 'P1'].map(code => fraction(code, cases))).toEqual([
      '1/1',
      '0/1',
      '1/1',
      '2/3',
    ]);
    expect(reasons('P4_FIRST', cases)).toEqual(['OTHER_INSTANCE', 'OTHER_INSTANCE']);
  });

  it('leaves the reconsideration organ as co-defendant out of P7', () => {
    const cases = [suit(came), suit({ asReconsiderationOrgan: true })];
    expect([fraction('P7', cases), fraction('P1', cases)]).toEqual(['1/1', '1/2']);
    expect(reasons('P7', cases)).toEqual(['RECONSIDERATION_ORGAN']);
  });

  it('counts unrecorded attendance as absence, but says so', () => {
    const cases = [suit({ appeared: null })];
    expect(fraction('P1', cases)).toBe('0/1');
    expect(cases.filter(one => evaluate(APPEARANCE_ASIDES.UNRECORDED.where, one, YEAR))).toHaveLength(1);
  });

  it('accounts for every suit in hand: in the base or excluded, with one reason', () => {
    fc.assert(
      fc.property(fc.array(suits, { maxLength: 25 }), scopes, (cases, scope) => {
        const inHand = cases.filter(one => evaluate(universe, one, scope));
        for (const variant of APPEARANCE_VARIANTS) {
          const base = inHand.filter(one => evaluate(variant.base, one, scope));
          const excluded = evaluateAppearance(variant, cases, scope).excluded.map(one => one.facts);
          expect(base.length).toBe(cases.filter(one => evaluate(variant.base, one, scope)).length);
          expect(new Set([...base, ...excluded])).toEqual(new Set(inHand));
          expect(base.length + excluded.length).toBe(inHand.length);
        }
      }),
    );
  });

  it('ignores other registers', () =>
    expect(reasons('P1', [facts({ receivedOn: '2024-01-01' })])).toEqual([]));
  it('refuses an unknown variant', () => expect(() => findAppearanceVariant('P9')).toThrow(RangeError));
});
