// npm run bench: seeds throw-away databases, measures the product against its targets and a bare program, prints a table.
import { Cluster } from './cluster.ts';
import { measuresOf } from './measures.ts';
import { readOptions, type Options } from './options.ts';
import { describeMachine, table, writeReport } from './report.ts';
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
  const measures = measuresOf(sizes, imported);
  console.log(`\n${table(measures)}\n`);
  if (!options.full) return;
  const { rows, seconds, rounds, connections } = options;
  const file = writeReport({
    date: new Date(begun).toISOString().slice(0, 10),
    machine: await describeMachine(cluster),
    settings: { rows, seconds, rounds, connections },
    measures,
    details: { sizes, imported },
  });
  say(`written to ${file}`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
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
