/** All clocks of open cases recomputed on one core: replay, clocks, and how each due date came about. */
import { calendarDate, explain, WorkingCalendar, type Clock } from '#law/calendar';
import { LITIGATION, LT_ROWS } from '#law/litigation';
import { amRows, MEDIATION } from '#law/mediation';
import { clocksOf, project } from '#law/procedure';
import { rcRows, RECONSIDERATION } from '#law/reconsideration';
import { DEFAULT_LAW_SETTINGS, litigationSettings, mediationSettings, reconsiderationSettings } from '#law';
import { openCases } from '../law/cases.ts';
import { done, input } from './child.ts';

export interface LawInput {
  cases: number;
  rounds: number;
}

export interface LawRound {
  clocks: number;
  seconds: number;
  /** of the processor: neighbours on the machine do not count, the collector's threads do */
  cpuSeconds: number;
}

export interface LawOutput {
  clocks: LawRound[];
  explained: LawRound[];
}

const calendar = WorkingCalendar.shipped();
const today = calendarDate('2026-11-22');
const { count } = DEFAULT_LAW_SETTINGS;
const rc = { today, calendar, settings: reconsiderationSettings(DEFAULT_LAW_SETTINGS) };
const lt = { today, calendar, settings: litigationSettings(DEFAULT_LAW_SETTINGS) };
const am = { today, calendar, settings: mediationSettings(DEFAULT_LAW_SETTINGS) };
const rows = rcRows(rc.settings);

/** Nothing is kept: a recount hands each clock on to whoever writes it. */
function each(cases: ReturnType<typeof openCases>, use: (clock: Clock) => void): number {
  let seen = 0;
  const hand = (clocks: readonly { clock: Clock }[]) => {
    for (const { clock } of clocks) use(clock);
    seen += clocks.length;
  };
  for (const events of cases.reconsideration)
    hand(clocksOf(RECONSIDERATION, rows, project(RECONSIDERATION, events, rc).facts, rc));
  for (const events of cases.litigation)
    hand(clocksOf(LITIGATION, LT_ROWS, project(LITIGATION, events, lt).facts, lt));
  for (const events of cases.mediation) {
    const { facts } = project(MEDIATION, events, am);
    hand(clocksOf(MEDIATION, amRows(facts, am.settings), facts, am));
  }
  return seen;
}

function timed(run: () => number): LawRound {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const clocks = run();
  const { user, system } = process.cpuUsage(cpu);
  return { clocks, seconds: (performance.now() - wall) / 1000, cpuSeconds: (user + system) / 1e6 };
}

const { cases: many, rounds } = input<LawInput>();
const cases = openCases(many);
let used = 0;
const output: LawOutput = { clocks: [], explained: [] };
for (let round = 0; round < rounds; round++) {
  output.clocks.push(timed(() => each(cases, clock => (used += clock.due === null ? 0 : 1))));
  output.explained.push(
    timed(() => each(cases, clock => (used += explain(clock, calendar, count).stretches.length))),
  );
}
if (used === 0) throw new Error('no clock was counted');
done(output);
