import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar } from '#law/calendar';
import { edgesOf, project, take, type BaseEvent, type Machine, type Step } from '#law/procedure';
import { cite, w } from '#law/statute';

/**
 * The three proceedings all stand still, all know a silence, and rest on texts in force. The machinery asks none of
 * it: a petition that is filed, noted and answered has no more than its table.
 */
type State = 'FILED' | 'ANSWERED';
type Small = Machine<State, BaseEvent, object>;
const basis = [cite('RECONSIDERATION_LAW', '2023', 10)] as const;
const step = (kind: string, from: Step<State, BaseEvent, object>['from'], to: State | 'SAME') => ({
  kind,
  name: w(kind, kind),
  from,
  to: to === 'SAME' ? to : ([to] as const),
  roles: ['CLERK'],
  bases: [basis] as const,
});
const SMALL: Small = {
  name: w('信访', 'petition'),
  states: { FILED: w('已登记', 'filed'), ANSWERED: w('已答复', 'answered') },
  finals: ['ANSWERED'],
  roles: { CLERK: w('承办人', 'clerk') },
  steps: [
    step('FILE', [null], 'FILED'),
    step('NOTE', [null, 'FILED'], 'SAME'),
    step('STOP', ['FILED'], 'SAME'),
    step('GO_ON', ['FILED'], 'SAME'),
    step('ANSWER', ['FILED'], 'ANSWERED'),
  ],
  governing: (_, on) => on,
};
const context = { today: d('2024-06-28'), calendar: WorkingCalendar.shipped(), settings: {} };
const event = (on: string, kind: string): BaseEvent => ({ id: `${on} ${kind}`, kind, on: d(on) });
const filed = event('2024-06-03', 'FILE');
const run = (machine: Small, ...events: BaseEvent[]) => {
  const { facts } = project(machine, events, context);
  return { state: facts.state, history: facts.history.map(h => h.kind), open: facts.openSuspensions.length };
};

describe('a proceeding that never stands still and knows no silence', () => {
  it('runs by its table alone', () => {
    expect(run(SMALL, filed, event('2024-06-04', 'NOTE'), event('2024-06-05', 'ANSWER'))).toEqual({
      state: 'ANSWERED',
      history: ['FILE', 'NOTE', 'ANSWER'],
      open: 0,
    });
  });

  it('a step that keeps the state leads nowhere from before the first event', () => {
    expect(edgesOf(SMALL).filter(e => e.kind === 'NOTE')).toEqual([
      { from: 'FILED', to: 'FILED', kind: 'NOTE' },
    ]);
  });

  it('may stand still without a state of its own for it', () => {
    const machine: Small = { ...SMALL, suspension: { suspend: 'STOP', resume: 'GO_ON' } };
    const stopped = [filed, event('2024-06-04', 'STOP')];
    expect(run(machine, ...stopped)).toMatchObject({ state: 'FILED', open: 1 });
    expect(run(machine, ...stopped, event('2024-06-05', 'GO_ON'))).toMatchObject({ state: 'FILED', open: 0 });
  });
});

/** A law that after 10 June makes one and the same thing of everything. */
const silence = (kind: string): Small => ({
  ...SMALL,
  deemed: () => ({ event: event('2024-06-11', kind), after: d('2024-06-10') }),
});

describe('what the law makes of silence', () => {
  it('needs a case: nothing happens by itself before the first event', () => {
    expect(run(silence('FILE'))).toEqual({ state: null, history: [], open: 0 });
  });

  it('is not forced on a case whose state the table does not list', () => {
    expect(run(silence('ANSWER'), filed)).toMatchObject({ state: 'ANSWERED', history: ['FILE', 'ANSWER'] });
    expect(run(silence('FILE'), filed).history).toEqual(['FILE']);
    expect(run(silence('NONSENSE'), filed).history).toEqual(['FILE']);
  });

  it('a law that never came to rest would be stopped after ten rounds, and hang nobody', () => {
    expect(run(silence('NOTE'), filed).history).toHaveLength(11);
  });
});

describe('a step that only an ended text knew', () => {
  const ended = cite('RECONSIDERATION_LAW', '2017', 10);
  const machine: Small = { ...SMALL, steps: [{ ...SMALL.steps[0]!, bases: [[ended]] }] };
  const answer = (on: string) => take(machine, [], event(on, 'FILE'), 'CLERK', context);
  it.each(['2018-01-01', '2023-12-31'])('may be taken while it was in force: %s', on =>
    expect(answer(on)).toMatchObject({ ok: true, basis: [ended] }),
  );
  it.each([
    ['2017-12-31', '(2018-01-01起方有规定)'],
    ['2024-01-01', ''], // nothing is still to come; the text that had it is cited all the same
  ])('is refused on %s', (on, told) =>
    expect(answer(on)).toMatchObject({
      refusal: {
        code: 'NO_TEXT_GOVERNS_THE_DAY',
        message: { zh: `适用于${on}收案的条文没有“FILE”这一程序${told}` },
        basis: [ended],
      },
    }),
  );
});
