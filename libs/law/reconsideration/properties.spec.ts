import {
  array,
  assert,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate as d, type CalendarDate } from '#law/calendar';
import { clocksOf, project, take } from '#law/procedure';
import { RECONSIDERATION, rcRows, type RcEvent } from '#law/reconsideration';
import { at } from '#test/fixtures/law/reconsideration';

/** A story of a case: days in order, so that each event is possible where it stands; some stories stop early. */
const story: Arbitrary<RcEvent[]> = record({
  start: integer({ min: 0, max: 600 }),
  gaps: array(integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
  procedure: constantFrom('ORDINARY' as const, 'SIMPLIFIED' as const),
  grounds: array(constantFrom('APPLICANT_DIED' as const, 'DEPENDENT_CASE' as const), {
    minLength: 2,
    maxLength: 2,
  }),
  length: integer({ min: 1, max: 9 }),
}).map(({ start, gaps, procedure, grounds, length }) => {
  let on: CalendarDate = addDays(d('2024-01-02'), start);
  const then = (n: number): CalendarDate => (on = addDays(on, gaps[n] ?? 0));
  const events: RcEvent[] = [
    { id: 'a', kind: 'RECEIVE', on },
    { id: 'b', kind: 'ACCEPT', on: then(0), procedure, simplifiedGround: 'GOV_INFORMATION' },
    { id: 'c', kind: 'COPY_SERVED', on: then(1) },
    { id: 'd', kind: 'REPLY', on: then(2) },
    { id: 'e', kind: 'HEAR_OPINIONS', on: then(3) },
    { id: 'f', kind: 'SUSPEND', on: then(4), ground: grounds[0]! },
    { id: 'g', kind: 'SUSPEND', on: then(5), ground: grounds[1]! },
    { id: 'h', kind: 'RESUME', on: then(6), of: 'f' },
    { id: 'i', kind: 'RESUME', on: then(7), of: 'g' },
  ];
  return events.slice(0, length);
});

const TODAY = at('2026-11-22');
function clocks(events: readonly RcEvent[]) {
  const { facts } = project(RECONSIDERATION, events, TODAY);
  const seen = clocksOf(RECONSIDERATION, rcRows(TODAY.settings), facts, TODAY);
  return { state: facts.state, clocks: seen.map(c => [c.code, c.clock.due, c.status]) };
}
const decisionDue = (events: readonly RcEvent[]): string => {
  const { facts } = project(RECONSIDERATION, events, TODAY);
  const found = clocksOf(RECONSIDERATION, rcRows(TODAY.settings), facts, TODAY).find(c =>
    ['RC-28', 'RC-30'].includes(c.code),
  );
  return found?.clock.due ?? '9999-12-31';
};

describe('a case is the set of its events', () => {
  it('gives the same state and clocks in any order of entry', () => {
    assert(
      property(
        story.chain(events =>
          record({
            events: constantFrom(events),
            shuffled: shuffledSubarray(events, { minLength: events.length }),
          }),
        ),
        ({ events, shuffled }) => {
          expect(clocks(shuffled)).toEqual(clocks(events));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('restores everything when the last event is taken back', () => {
    assert(
      property(story, events => {
        const before = clocks(events);
        const more: RcEvent = { id: 'z', kind: 'OPINION_LETTER', on: d('2026-11-20') };
        const after = project(RECONSIDERATION, [...events, more], TODAY);
        expect(clocks([...events, more].slice(0, -1))).toEqual(before);
        expect(after.facts.history.length).toBeGreaterThanOrEqual(
          project(RECONSIDERATION, events, TODAY).facts.history.length,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never has its decision due earlier for one more suspension, closed or open', () => {
    assert(
      property(
        story.filter(events => events.length === 5 || events.length === 9),
        integer({ min: 0, max: 40 }),
        integer({ min: 0, max: 40 }),
        (events, gap, days) => {
          const lastDay = events.at(-1)!.on;
          const from = addDays(lastDay, gap);
          const stop: RcEvent[] = [
            { id: 'y', kind: 'SUSPEND', on: from, ground: 'OTHER' },
            { id: 'z', kind: 'RESUME', on: addDays(from, days), of: 'y' },
          ];
          expect(decisionDue([...events, ...stop]) >= decisionDue(events)).toBe(true);
          expect(decisionDue([...events, stop[0]!]) >= decisionDue(events)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('accepts an event by the rules exactly when the replay would take it', () => {
    assert(
      property(
        story,
        constantFrom<RcEvent['kind']>('SUSPEND', 'RESUME', 'SUBMIT', 'CLOSE', 'REPLY'),
        (events, kind) => {
          const event = { id: 'z', kind, on: d('2026-11-20'), ground: 'OTHER' } as RcEvent;
          const ruling = take(RECONSIDERATION, events, event, 'HANDLER', TODAY);
          const { rejected } = project(RECONSIDERATION, [...events, event], TODAY);
          expect(ruling.ok && rejected.includes(event)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
