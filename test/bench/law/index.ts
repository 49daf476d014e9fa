import type { LawInput, LawOutput, LawRound } from '../children/law.ts';
import { median } from '../numbers.ts';
import { runChild } from '../processes.ts';
import type { Measure } from '../report.ts';

export const OPEN_CASES = 100_000;
const ROUNDS = 7;
const CLOCKS_MOST = 1.5;
const EXPLAINED_MOST = 5;

/** The clocks of open cases, in a process of its own: one thread, no database. */
export const measureLaw = (): Promise<LawOutput> => {
  const input: LawInput = { cases: OPEN_CASES, rounds: ROUNDS };
  return runChild<LawOutput>('law', input, {});
};

/** Judged by the processor's seconds: on a busy machine the wall shows how long one core had to be waited for. */
function line(name: string, rounds: readonly LawRound[], most: number): Measure {
  const cpu = median(rounds.map(one => one.cpuSeconds));
  const wall = median(rounds.map(one => one.seconds));
  return {
    measure: `${name} of ${OPEN_CASES / 1e3}k open cases`,
    value: `${cpu.toFixed(2)} s of processor, ${wall.toFixed(2)} s by the wall (${rounds[0]!.clocks} clocks)`,
    ratio: null,
    target: `≤ ${most} s on one core`,
    met: cpu <= most,
  };
}

export const ofLaw = ({ clocks, explained }: LawOutput): Measure[] => [
  line('clocks', clocks, CLOCKS_MOST),
  line('clocks with explanations', explained, EXPLAINED_MOST),
];
