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
import { availableActions, clocksOf, project, take } from '#law/procedure';
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

const ROLES = Object.keys(RECONSIDERATION.roles);
/** Input for any action; each takes what it asks for. */
const EVERY_INPUT = {
  ground: 'OTHER',
  procedure: 'ORDINARY',
  outcome: 'UPHOLD',
  until: d('2026-12-22'),
  hearingOn: d('2026-12-22'),
  hearingOfficers: 2,
  officers: 2,
  competentOrgan: '某市人民政府',
  reason: '补充调查',
  addressee: '某省某厅',
  days: 10,
  approvedBy: 'OFFICE_HEAD',
  ownPower: true,
  signedByAll: true,
  sealed: true,
};

/** Enters what the rules let in, again and again, until nothing more goes in. */
function enterAll(events: readonly RcEvent[]): RcEvent[] {
  const entered: RcEvent[] = [];
  for (let grown = true; grown;) {
    grown = false;
    for (const event of events) {
      if (entered.includes(event)) continue;
      const role = event.kind === 'EXTEND_DECISION' ? 'OFFICE_HEAD' : 'HANDLER';
      if (!take(RECONSIDERATION, entered, event, role, TODAY).ok) continue;
      entered.push(event);
      grown = true;
    }
  }
  return entered;
}

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

  it('entered one by one through the rules, in any order they let in, it ends the same', () => {
    let complete = 0;
    assert(
      property(
        story.chain(events => shuffledSubarray(events, { minLength: events.length })),
        shuffled => {
          const entered = enterAll(shuffled);
          const told = entered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
          expect(clocks(entered)).toEqual(clocks(told));
          if (entered.length === shuffled.length) complete += 1;
        },
      ),
      { numRuns: 200 },
    );
    expect(complete).toBeGreaterThan(100);
  });

  it('is as it was when its last event is taken back, whichever of the open actions that was', () => {
    let taken = 0;
    assert(
      property(story, integer({ min: 0, max: 99 }), (events, pick) => {
        const before = structuredClone(project(RECONSIDERATION, events, TODAY));
        const seen = clocks(events);
        const open = ROLES.flatMap(role =>
          availableActions(RECONSIDERATION, events, role, TODAY)
            .filter(action => action.ruling.ok)
            .map(action => ({ role, kind: action.kind as RcEvent['kind'] })),
        );
        const { role, kind } = open[pick % open.length] ?? { role: 'HANDLER', kind: 'CLOSE' };
        const more = { ...EVERY_INPUT, id: 'z', kind, on: TODAY.today } as RcEvent;
        const ruling = take(RECONSIDERATION, events, more, role, TODAY);
        const history = ruling.ok ? ruling.value.facts.history : before.facts.history;
        taken += ruling.ok ? 1 : 0;
        expect(history.some(e => e.id === 'z')).toBe(ruling.ok);
        const undone = history.filter(e => e.id !== 'z' && !e.deemed);
        expect(clocks([...undone, ...before.rejected])).toEqual(seen);
        expect(project(RECONSIDERATION, events, TODAY)).toEqual(before);
        expect(clocks(events)).toEqual(seen);
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('never has its decision due earlier for one more stop: closed or open, ahead or entered late', () => {
    assert(
      property(
        story.filter(events => events.length >= 2),
        constantFrom('SUSPEND' as const, 'EXCLUDE_TIME' as const),
        integer({ min: 0, max: 90 }),
        integer({ min: 0, max: 40 }),
        integer({ min: 0, max: 30 }),
        (events, kind, gap, days, longer) => {
          const leave = { kind: 'EXTEND_DECISION', days: longer, approvedBy: 'OFFICE_HEAD' } as const;
          const accepted = events[1]!.on;
          const extended: RcEvent[] = [...events, { id: 'x', on: accepted, ...leave }];
          const from = addDays(accepted, gap);
          const to = addDays(from, days);
          const stop: RcEvent[] =
            kind === 'EXCLUDE_TIME'
              ? [{ id: 'y', kind, on: from, ground: 'APPRAISAL', until: to }]
              : [
                  { id: 'y', kind, on: from, ground: 'OTHER' },
                  { id: 'z', kind: 'RESUME', on: to, of: 'y' },
                ];
          expect(decisionDue([...extended, ...stop]) >= decisionDue(extended)).toBe(true);
          expect(decisionDue([...extended, stop[0]!]) >= decisionDue(extended)).toBe(true);
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
