import assert from 'node:assert/strict';
import { PROCESS_FLAGS } from '../../../scripts/process-flags.mjs';
import type { Cluster } from '../cluster.ts';
import { median } from '../numbers.ts';
import type { Options } from '../options.ts';
import { startServer, type ServerProcess } from '../processes.ts';
import { run, type LoadResult } from './load.ts';
import { bodyOf } from './page.ts';

export interface ListResult {
  floor: LoadResult;
  api: LoadResult;
  /** Median of the rounds' ratios: what disturbs the machine disturbs both halves of a round. */
  ratio: number;
  ratios: number[];
}

const POSITIONS = 1000;
const WARM_UP_SECONDS = 4;

/** A page after each of a thousand places of the list, spread over all of it; every second one of one organ. */
async function bodies(cluster: Cluster, database: string): Promise<string[]> {
  const text = `select p.received_on::text || '|' || p.id as cursor, o.code
    from proceeding p join organ o on o.id = p.organ_id
    where p.id in (select 1 + ((n::bigint * 7919) % max) from generate_series(1, $1::int) n, (select max(id) from proceeding) m(max))
    order by hashint8(p.id) limit $1`;
  const { rows } = await cluster.session(database, client =>
    client.query<{ cursor: string; code: string }>(text, [POSITIONS]),
  );
  return rows.map(({ cursor, code }, i) =>
    bodyOf({ organ: i % 2 ? code : null, after: Buffer.from(cursor).toString('base64url') }),
  );
}

async function answer(server: ServerProcess, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
  return response.json();
}

/** A comparison is worth something only when both give the same answers. */
async function proveSame(floor: ServerProcess, api: ServerProcess, asked: string[]): Promise<void> {
  for (const body of asked.slice(0, 40)) {
    const [expected, actual] = await Promise.all([answer(floor, body), answer(api, body)]);
    assert.deepEqual(actual, expected);
  }
}

const middle = (results: LoadResult[]): LoadResult => ({
  perSecond: median(results.map(one => one.perSecond)),
  p50: median(results.map(one => one.p50)),
  p99: median(results.map(one => one.p99)),
});

async function compare(
  servers: { floor: ServerProcess; api: ServerProcess },
  asked: string[],
  { connections, seconds, rounds }: Options,
): Promise<ListResult> {
  const results: Record<'floor' | 'api', LoadResult[]> = { floor: [], api: [] };
  for (const which of ['floor', 'api'] as const)
    await run({ url: servers[which].url, bodies: asked, connections, seconds: WARM_UP_SECONDS });
  for (let round = 0; round < rounds; round++)
    for (const which of round % 2 ? (['api', 'floor'] as const) : (['floor', 'api'] as const))
      results[which].push(await run({ url: servers[which].url, bodies: asked, connections, seconds }));
  const ratios = results.api.map((one, i) => one.perSecond / results.floor[i]!.perSecond);
  return { floor: middle(results.floor), api: middle(results.api), ratio: median(ratios), ratios };
}

/** The built API, run as in production, beside the floor on the same database. */
export async function measureList(cluster: Cluster, database: string, options: Options): Promise<ListResult> {
  const asked = await bodies(cluster, database);
  const env = { DATABASE_URL: cluster.url(database), PORT: '0', DATA_DIR: `${cluster.folder}/files` };
  const floor = await startServer('test/bench/list/floor.ts', env);
  const api = await startServer('dist/apps/api/src/main.js', env, PROCESS_FLAGS);
  try {
    await proveSame(floor, api, asked);
    return await compare({ floor, api }, asked, options);
  } finally {
    await Promise.all([floor.stop(), api.stop()]);
  }
}
