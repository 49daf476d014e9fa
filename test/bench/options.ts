import { parseArgs } from 'node:util';

export const PARTS = ['list', 'figures', 'returns', 'import', 'command', 'law'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Sizes of the databases, largest first. */
  sizes: number[];
  /** Rows of the ledger that is imported. */
  rows: number;
  seconds: number;
  rounds: number;
  connections: number;
  parts: Part[];
  /** Folder of a cluster to keep and to use again; null: a temporary one, removed at the end. */
  data: string | null;
  keep: boolean;
  /** False when no part asks for a database. */
  database: boolean;
  /** True when nothing was scaled down: only then the results are written. */
  full: boolean;
}

export const USAGE = `npm run bench -- [--cases 1000000,100000] [--rows 100000] [--seconds 2] [--rounds 20]
  [--connections 32] [--only ${PARTS.join(',')}] [--keep] [--data FOLDER]
Results are written to test/bench/results only when nothing is scaled down or left out; the lines of --only law, which
nothing scales, join the report of the same day.`;

/** @throws Error for an option that is not known or not a number */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: 'string', default: '1000000,100000' },
      rows: { type: 'string', default: '100000' },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '20' },
      connections: { type: 'string', default: '32' },
      only: { type: 'string', default: PARTS.join(',') },
      data: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const sizes = values.cases.split(',').map(natural);
  const [rows, seconds, rounds] = [natural(values.rows), natural(values.seconds), natural(values.rounds)];
  const parts = PARTS.filter(part => values.only.split(',').includes(part));
  const data = values.data ?? null;
  const full =
    Math.max(...sizes) >= 1e6 &&
    sizes.length > 1 &&
    rows >= 1e5 &&
    rounds >= 3 &&
    parts.length === PARTS.length;
  return {
    sizes: sizes.sort((a, b) => b - a),
    rows,
    seconds,
    rounds,
    connections: natural(values.connections),
    parts,
    data,
    keep: values.keep || data !== null,
    database: parts.some(part => part !== 'law'),
    full,
  };
}

function natural(text: string): number {
  const value = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(value) || value < 1) throw new Error(`not a number: ${text}\n${USAGE}`);
  return value;
}
