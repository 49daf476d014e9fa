import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar } from '#law/calendar';
import { DEFAULT_LITIGATION_SETTINGS, LITIGATION } from '#law/litigation';
import { DEFAULT_MEDIATION_SETTINGS, MEDIATION } from '#law/mediation';
import {
  actionsFrom,
  edgesOf,
  faultsOf,
  matrixOf,
  NO_FACTS,
  obstaclesFrom,
  SHARED_RULES,
  type BaseEvent,
  type Facts,
  type Machine,
} from '#law/procedure';
import { DEFAULT_RECONSIDERATION_SETTINGS, RECONSIDERATION } from '#law/reconsideration';

type AnyMachine = Machine<string, BaseEvent, object>;
const calendar = WorkingCalendar.shipped();
const opening = { id: 'o', on: d('2024-06-03') };
const MACHINES = [
  ['reconsideration', RECONSIDERATION, DEFAULT_RECONSIDERATION_SETTINGS, { ...opening, kind: 'RECEIVE' }],
  ['litigation', LITIGATION, DEFAULT_LITIGATION_SETTINGS, { ...opening, kind: 'OPEN', instance: 'FIRST' }],
  [
    'mediation',
    MEDIATION,
    DEFAULT_MEDIATION_SETTINGS,
    { ...opening, kind: 'APPLY', regime: 'DEFAULT', partyType: 'CIVIL' },
  ],
] as unknown as [string, AnyMachine, object, BaseEvent][];

describe.each(MACHINES)('the state table of %s', (_, machine, settings, first) => {
  it('reaches every state and has no dead end but the final ones', () => {
    const none = { unreachable: [], deadEnds: [] };
    expect(faultsOf(machine)).toEqual(none);
    // whatever the order of the table
    expect(faultsOf({ ...machine, steps: machine.steps.toReversed() })).toEqual(none);
  });

  it('would be reported if it had one', () => {
    const cut = { ...machine, steps: machine.steps.filter(s => s.kind !== 'CLOSE') };
    expect(faultsOf(cut).deadEnds.length).toBeGreaterThan(0);
    const orphan = { ...machine, states: { ...machine.states, NOWHERE: { zh: '无', en: 'nowhere' } } };
    expect(faultsOf(orphan)).toMatchObject({ unreachable: ['NOWHERE'], deadEnds: ['NOWHERE'] });
  });

  it('names only states and roles that exist', () => {
    for (const { from, to } of edgesOf(machine)) {
      expect(from === null || from in machine.states).toBe(true);
      expect(to in machine.states).toBe(true);
    }
    for (const step of machine.steps) expect(step.roles.filter(r => !(r in machine.roles))).toEqual([]);
  });

  it('leads out of no final state', () => {
    const moves = edgesOf(machine).filter(
      e => e.from !== null && machine.finals.includes(e.from) && e.to !== e.from,
    );
    expect(moves).toEqual([]);
  });

  /** Every cell is walked: the action is offered, or a named rule refuses it with an article and a way out. */
  it('answers every cell of state × role × action', () => {
    const named = new Set<string>([
      ...SHARED_RULES,
      ...machine.steps.flatMap(s => (s.guards ?? []).map(g => g.code)),
      'REVIEW_PERIOD_HAS_RUN_OUT',
    ]);
    const context = { today: d('2024-06-10'), calendar, settings };
    const cells = matrixOf(machine);
    expect(cells).toHaveLength(
      (Object.keys(machine.states).length + 1) * Object.keys(machine.roles).length * machine.steps.length,
    );
    let allowed = 0;
    for (const state of [null, ...Object.keys(machine.states)])
      for (const role of Object.keys(machine.roles)) {
        const facts: Facts<string, BaseEvent> =
          state === null ? NO_FACTS : { ...NO_FACTS, state, history: [first] };
        const actions = actionsFrom(machine, facts, role, context);
        for (const { kind, ruling } of actions) {
          const cell = cells.find(c => c.state === state && c.role === role && c.kind === kind)!;
          const answer = ruling.ok ? null : ruling.refusal.code;
          const agrees =
            cell.refusedBy === null ? answer === null || named.has(answer) : answer === cell.refusedBy;
          expect([state, role, kind, answer, agrees]).toEqual([state, role, kind, answer, true]);
          // the whole list begins with what the action is refused for, and is empty exactly where it is offered
          const all = obstaclesFrom(machine, facts, kind, role, context).map(o => o.code);
          expect([state, role, kind, all[0] ?? null, new Set(all).size]).toEqual([
            state,
            role,
            kind,
            answer,
            all.length,
          ]);
          if (ruling.ok) allowed += 1;
          expect((ruling.ok ? ruling.basis : ruling.refusal.basis).length).toBeGreaterThan(0);
          expect(ruling.ok || (ruling.refusal.remedy.zh !== '' && ruling.refusal.message.en !== '')).toBe(
            true,
          );
        }
      }
    expect(allowed).toBeGreaterThan(machine.steps.length / 2);
  });

  it('lets each action be taken somewhere by someone', () => {
    const possible = new Set(
      matrixOf(machine)
        .filter(c => c.refusedBy === null)
        .map(c => c.kind),
    );
    expect(machine.steps.filter(s => !possible.has(s.kind))).toEqual([]);
  });
});
