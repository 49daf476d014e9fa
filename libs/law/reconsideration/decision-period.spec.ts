import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { e, heard, inReview, look, received, replied, served } from '#test/fixtures/law/reconsideration';
import type { RcEvent } from '#law/reconsideration';

const specOf = (events: RcEvent[], today: string, settings = {}) =>
  look(events, today, settings).all.find(c => c.code === 'RC-28')!.clock.spec;

const acceptedWith = (more: object): RcEvent[] => [
  received,
  e('2024-06-05', { kind: 'ACCEPT', procedure: 'ORDINARY', ...more }),
  served,
  replied,
  heard,
];

describe('62(1): sixty days, unless a law sets fewer', () => {
  it.each([
    [{ decisionDaysByLaw: 30 }, '2024-07-05'],
    [{ decisionDaysByLaw: 58 }, '2024-08-02'],
    [{ decisionDaysByLaw: 60 }, '2024-08-05'], // the sixtieth day is Sunday 08-04
    [{ decisionDaysByLaw: 90 }, '2024-08-05'], // a law may shorten the period, never lengthen it
    [{ decisionDaysByLaw: null }, '2024-08-05'], // left blank in the form
    [{}, '2024-08-05'],
  ])('%j: due %s', (more, due) =>
    expect(look(acceptedWith(more), '2024-06-25').clocks['RC-28']).toBe(`${due} RUNNING`),
  );

  it.each([
    [30, '2024-07-05'], // from acceptance: the law in question knows no conversion
    [60, '2024-08-19'], // not fewer than sixty, so no period of its own: from the conversion
  ])(
    'counted from the conversion where the office chooses so; %i days by another law: due %s',
    (days, due) => {
      const simplified = {
        kind: 'ACCEPT',
        procedure: 'SIMPLIFIED',
        simplifiedGround: 'ON_SPOT_ACT',
      } as const;
      const events = [
        received,
        e('2024-06-05', { ...simplified, decisionDaysByLaw: days }),
        e('2024-06-20', { kind: 'CONVERT' }),
      ];
      expect(look(events, '2024-06-21', { conversion: 'FROM_CONVERSION' }).clocks['RC-28']).toBe(
        `${due} RUNNING`,
      );
      // until it is converted the thirty days of the simplified procedure run, and nothing else
      const before = look(events, '2024-06-19').clocks;
      expect(before['RC-30']).toBe('2024-07-05 RUNNING');
      expect(before).not.toHaveProperty('RC-28');
    },
  );
});

const corrected = (year: string) => [
  e(`${year}-03-01`, { kind: 'RECEIVE' }),
  e(`${year}-03-03`, { kind: 'NOTICE_CORRECTION', until: d(`${year}-03-18`) }),
  e(`${year}-03-15`, { kind: 'RECEIVE_CORRECTIONS' }),
  e(`${year}-03-16`, { kind: 'ACCEPT', procedure: 'ORDINARY' }),
];

describe('a reckoning tells of nothing that did not happen', () => {
  it('no extension where none was given', () => {
    expect(specOf(inReview, '2024-07-11').extension).toBeNull();
    const extended = e('2024-07-10', { kind: 'EXTEND_DECISION', days: 1, approvedBy: 'OFFICE_HEAD' });
    expect(specOf([...inReview, extended], '2024-07-11').extension).toEqual({ length: 1, unit: 'CD' });
  });

  it('条例 29: corrections take no time out of a period that begins after them', () => {
    expect(specOf(corrected('2017'), '2017-03-17').stops).toHaveLength(1);
    expect(specOf(corrected('2024'), '2024-03-17').stops).toEqual([]);
  });
});
