import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ROOT, type Cluster } from './cluster.ts';

/** One line of the table. */
export interface Measure {
  measure: string;
  value: string;
  /** Ratio to the floor or to the other size, where there is one. */
  ratio: number | null;
  target: string | null;
  met: boolean | null;
}

export interface Report {
  date: string;
  machine: Record<string, string | number>;
  settings: object;
  measures: Measure[];
  /** Everything that was measured, as it came. */
  details: object;
}

export async function describeMachine(cluster: Cluster): Promise<Report['machine']> {
  const text = "select current_setting('server_version') as version, current_setting('fsync') as fsync";
  const { rows } = await cluster.session('postgres', client =>
    client.query<{ version: string; fsync: string }>(text),
  );
  return {
    cores: os.cpus().length,
    cpu: os.cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.versions.node,
    postgresql: rows[0]!.version,
    fsync: rows[0]!.fsync,
  };
}

const COLUMNS = ['measure', 'value', 'ratio', 'target', 'met'] as const;

function cells(one: Measure): string[] {
  const met = one.met === null ? '' : one.met ? 'yes' : 'no';
  return [one.measure, one.value, one.ratio === null ? '' : one.ratio.toFixed(2), one.target ?? '', met];
}

export function table(measures: readonly Measure[]): string {
  const rows = [[...COLUMNS], ...measures.map(cells)];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map(row => row[i]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n');
}

function markdown({ date, machine, measures }: Report): string {
  const { cores, cpu, memoryGiB, node, postgresql, fsync } = machine;
  const where = `${cores} cores (${cpu}), ${memoryGiB} GiB, Node ${node}, PostgreSQL ${postgresql} (fsync ${fsync})`;
  return [
    `# Benchmark of ${date}`,
    '',
    `\`npm run bench\` on ${where}; load generator, server and database share the machine.`,
    'Only ratios within one run can be compared: the absolute numbers vary with what else the machine does.',
    '',
    table(measures),
    '',
  ].join('\n');
}

const RESULTS = path.join(ROOT, 'test/bench/results');

/** Puts lines that were measured alone into the report of the day. @returns the file, null when there is no report */
export function joinReport(date: string, measures: readonly Measure[]): string | null {
  const file = path.join(RESULTS, `${date}.json`);
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const names = new Set(measures.map(one => one.measure));
  const others = report.measures.filter(one => !names.has(one.measure));
  return writeReport({ ...report, measures: [...others, ...measures] });
}

/** @returns the file the README quotes, relative to the project */
export function writeReport(report: Report): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = path.join(RESULTS, report.date);
  writeFileSync(`${file}.json`, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(`${file}.md`, markdown(report));
  return path.relative(ROOT, `${file}.md`);
}
