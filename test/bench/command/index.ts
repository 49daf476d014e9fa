import type { Cluster } from '../cluster.ts';
import type { CommandInput, CommandOutput } from '../children/command.ts';
import { runChild } from '../processes.ts';
import type { Measure } from '../report.ts';
import { databaseOf } from '../seed/index.ts';
import { seedWorkedCases } from '../seed/worked-cases.ts';
import { CITY } from '../seed/organs.ts';

const SMALL = 10_000;
const LEAST_RATIO = 0.25;
const SAME_WITHIN = 1.2;

export interface CommandResult {
  /** Cases of the databases, largest first. */
  sizes: number[];
  worked: number[];
  sides: CommandOutput[];
}

/** @param sizes databases that are there, largest first */
export async function measureCommand(
  cluster: Cluster,
  sizes: number[],
  env: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const worked: number[] = [];
  for (const size of sizes) worked.push(await cluster.session(databaseOf(size), seedWorkedCases));
  const urls = sizes.map(size => cluster.url(databaseOf(size)));
  const input: CommandInput = { urls, organ: CITY, runs: 300 };
  return { sizes, worked, sides: await runChild<CommandOutput[]>('command', input, env) };
}

/** The smallest database of the comparison. */
export const SMALL_SIZE = SMALL;

const ms = (value: number) => `${value.toFixed(2)} ms`;
const short = (cases: number) => (cases >= 1e6 ? `${cases / 1e6}M` : `${cases / 1e3}k`);

export function ofCommand({ sizes, worked, sides }: CommandResult): Measure[] {
  const lines = sides.map(({ command, bare }, i) => ({
    measure: `one step of a case, ${short(sizes[i]!)} cases (${worked[i]} worked on)`,
    value: `${ms(command)}; the same statements alone ${ms(bare)}`,
    ratio: bare / command,
    target: `≥ ${LEAST_RATIO} of the bare transaction`,
    met: bare / command >= LEAST_RATIO,
  }));
  const [large, small] = [sides[0]!, sides.at(-1)!];
  const growth = large.command / small.command;
  return [
    ...lines,
    {
      measure: `one step of a case: ${short(sizes[0]!)} against ${short(sizes.at(-1)!)}`,
      value: `${ms(large.command)} / ${ms(small.command)}`,
      ratio: growth,
      target: `≤ ${SAME_WITHIN}`,
      met: growth <= SAME_WITHIN,
    },
  ];
}
