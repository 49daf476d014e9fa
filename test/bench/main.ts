// npm run bench: seeds throw-away databases, measures the product against its targets and a bare program, prints a table.
import { Cluster } from './cluster.ts';
import { measureLaw, ofLaw } from './law/index.ts';
import { ofCommand } from './command/index.ts';
import { measuresOf } from './measures.ts';
import { readOptions, type Options } from './options.ts';
import { describeMachine, joinReport, table, writeReport } from './report.ts';
import { Bench, type SizeResult } from './run.ts';

const begun = Date.now();
const say = (line: string) =>
  console.log(`[bench ${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s] ${line}`);

async function measure(cluster: Cluster, options: Options): Promise<void> {
  const bench = new Bench(cluster, options, say);
  const sizes: SizeResult[] = [];
  for (const cases of options.sizes) sizes.push(await bench.size(cases));
  if (options.parts.includes('figures')) await bench.figures(sizes);
  const imported = options.parts.includes('import') ? await bench.import(options.sizes[0]!) : null;
  const command = options.parts.includes('command') ? await bench.command(options.sizes) : null;
  const law = options.parts.includes('law') ? await measureLaw() : null;
  const measures = [
    ...measuresOf(sizes, imported),
    ...(command ? ofCommand(command) : []),
    ...(law ? ofLaw(law) : []),
  ];
  console.log(`\n${table(measures)}\n`);
  if (!options.full) return;
  const { rows, seconds, rounds, connections } = options;
  const file = writeReport({
    date: today(),
    machine: await describeMachine(cluster),
    settings: { rows, seconds, rounds, connections },
    measures,
    details: { sizes, imported, command, law },
  });
  say(`written to ${file}`);
}

/** The law alone needs no database and takes seconds; its lines join the report of the day, if there is one. */
async function measureLawAlone(): Promise<void> {
  say('clocks of open cases');
  const measures = ofLaw(await measureLaw());
  console.log(`\n${table(measures)}\n`);
  const file = joinReport(today(), measures);
  if (file) say(`joined ${file}`);
}

const today = () => new Date(begun).toISOString().slice(0, 10);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options.database) return measureLawAlone();
  const cluster = await Cluster.start(options.data, options.keep);
  process.once('SIGINT', () => cluster.stop().finally(() => process.exit(130)));
  try {
    await measure(cluster, options);
  } finally {
    await cluster.stop();
    if (options.keep) say(`kept: ${cluster.folder}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
