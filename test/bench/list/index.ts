import assert from 'node:assert/strict';
import { PROCESS_FLAGS } from '../../../scripts/process-flags.mjs';
import { plantAsker } from '../asker.ts';
import type { Cluster } from '../cluster.ts';
import { median } from '../numbers.ts';
import type { Options } from '../options.ts';
import { startServer, type ServerProcess } from '../processes.ts';
import { run, type LoadResult } from './load.ts';
import { bodyOf } from './page.ts';

const SIDES = ['floor', 'api', 'unprotected'] as const;
type Side = (typeof SIDES)[number];

export interface ListResult extends Record<Side, LoadResult> {
  /** Median of the rounds' ratios to the floor: what disturbs the machine disturbs all parts of a round. */
  ratio: number;
  ratios: number[];
  /** The same for the product with protection against the product without. */
  protection: number;
}

const POSITIONS = 1000;
const WARM_UP_SECONDS = 6;
const ROUNDS_OF_A_PROCESS = 4;

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

/** Programs to compare, and what the asker shows to them. */
interface Compared {
  servers: Record<Side, ServerProcess>;
  headers: Record<string, string>;
}

async function answer(url: string, shown: Compared['headers'], body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...shown };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return response.json();
}

/** A comparison is worth something only when all give the same answers. */
async function proveSame({ servers, headers }: Compared, asked: string[]): Promise<void> {
  for (const body of asked.slice(0, 40)) {
    const [expected, ...others] = await Promise.all(
      SIDES.map(side => answer(servers[side].url, headers, body)),
    );
    for (const other of others) assert.deepEqual(other, expected);
  }
}

const middle = (results: LoadResult[]): LoadResult => ({
  perSecond: median(results.map(one => one.perSecond)),
  p50: median(results.map(one => one.p50)),
  p99: median(results.map(one => one.p99)),
});

type Results = Record<Side, LoadResult[]>;

async function compare(
  { servers, headers }: Compared,
  asked: string[],
  { connections, seconds, rounds }: Pick<Options, 'connections' | 'seconds' | 'rounds'>,
  results: Results,
): Promise<void> {
  const load = (side: Side, time: number) =>
    run({ url: servers[side].url, headers, bodies: asked, connections, seconds: time });
  for (const side of SIDES) await load(side, WARM_UP_SECONDS);
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 ? SIDES.toReversed() : SIDES) results[side].push(await load(side, seconds));
}

function summed({ floor, api, unprotected }: Results): ListResult {
  const against = (side: LoadResult[]) => api.map((one, i) => one.perSecond / side[i]!.perSecond);
  return {
    floor: middle(floor),
    api: middle(api),
    unprotected: middle(unprotected),
    ratio: median(against(floor)),
    ratios: against(floor),
    protection: median(against(unprotected)),
  };
}

async function startAll(env: NodeJS.ProcessEnv): Promise<Record<Side, ServerProcess>> {
  return {
    floor: await startServer('test/bench/list/floor.ts', env, PROCESS_FLAGS),
    api: await startServer('dist/apps/api/src/main.js', env, PROCESS_FLAGS),
    unprotected: await startServer(
      'test/bench/list/unprotected.ts',
      { ...env, RATE_LIMIT: '0' },
      PROCESS_FLAGS,
    ),
  };
}

/**
 * The built API, run as in production, beside the floor and beside itself without protection, on the same database.
 * All are started anew every few rounds: of the same program one process is up to a fifth faster than the next, by how
 * its code happened to be compiled.
 */
export async function measureList(cluster: Cluster, database: string, options: Options): Promise<ListResult> {
  const asked = await bodies(cluster, database);
  const headers = await plantAsker(cluster, database);
  const env = { DATABASE_URL: cluster.url(database), PORT: '0', DATA_DIR: `${cluster.folder}/files` };
  const results: Results = { floor: [], api: [], unprotected: [] };
  for (let left = options.rounds; left > 0; left -= ROUNDS_OF_A_PROCESS) {
    const servers = await startAll(env);
    try {
      await proveSame({ servers, headers }, asked);
      const rounds = Math.min(left, ROUNDS_OF_A_PROCESS);
      await compare({ servers, headers }, asked, { ...options, rounds }, results);
    } finally {
      await Promise.all(SIDES.map(side => servers[side].stop()));
    }
  }
  return summed(results);
}
