import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { basisOn, nextBasis } from '#law/procedure';
import { cite, type Basis } from '#law/statute';

const law = (version: '1999' | '2009' | '2017' | '2023'): Basis => [cite('RECONSIDERATION_LAW', version, 1)];
const regulation: Basis = [cite('RECONSIDERATION_REGULATION', '2007', 1)];
/** An article of 2017 and one of 2023: the second began on the day the first ended. */
const neverTogether: Basis = [...law('2017'), ...law('2023')];
const version = (basis: Basis | null | undefined): string => basis?.[0].version ?? '—';

describe('which basis is in force on a day', () => {
  it.each([
    ['2017-12-31', '2009'],
    ['2018-01-01', '2017'],
    ['2023-12-31', '2017'],
    ['2024-01-01', '2023'],
    ['1999-09-30', '—'],
  ])('%s: %s', (day, expected) =>
    expect(version(basisOn([law('2023'), law('2017'), law('2009')], d(day)))).toBe(expected),
  );

  it('none, where its texts were never in force together', () => {
    expect(basisOn([neverTogether], d('2023-12-31'))).toBeNull();
    expect(basisOn([neverTogether], d('2024-01-01'))).toBeNull();
    expect(nextBasis([neverTogether], d('2017-01-01'))).toBeNull();
  });
});

describe('which basis comes next', () => {
  const all = [law('2023'), law('2017'), regulation, law('1999')];
  it.each([
    ['1999-09-30', '1999 from 1999-10-01'],
    ['1999-10-01', '2007 from 2007-08-01'], // what begins on the day itself is not still to come
    ['2007-07-31', '2007 from 2007-08-01'],
    ['2007-08-01', '2017 from 2018-01-01'],
    ['2023-12-31', '2023 from 2024-01-01'],
    ['2024-01-01', '—'],
  ])('after %s: %s', (day, expected) => {
    for (const bases of [all, all.toReversed()]) {
      const next = nextBasis(bases, d(day));
      expect(next ? `${version(next.basis)} from ${next.from}` : '—').toBe(expected);
    }
  });

  it('of two that begin on one day, the first listed', () => {
    const [first, second] = [
      cite('RECONSIDERATION_LAW', '2023', 30),
      cite('RECONSIDERATION_LAW', '2023', 61),
    ];
    expect(nextBasis([[first], [second]], d('2023-12-31'))?.basis).toEqual([first]);
    expect(nextBasis([[second], [first]], d('2023-12-31'))?.basis).toEqual([second]);
  });
});
