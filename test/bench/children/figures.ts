/**
 * The outcome breakdown of a year: through GraphQL inside the process, and the query alone. Databases of several sizes
 * take turns, so that what disturbs the machine disturbs all of them.
 */
import { officeScope } from '#identity';
import { readConfig } from '#config';
import { OrganDirectory } from '#persistence';
import { MonthRollup } from '#queries';
import { scopeOf } from '#statistics';
import { median, timed } from '../numbers.ts';
import { done, fromBuild, input } from './child.ts';

export interface FiguresInput {
  urls: string[];
  /** What the asker shows. */
  headers: Record<string, string>;
  from: string;
  to: string;
  questions: { organ: string | null; withSubordinates: boolean }[];
  runs: number;
}

/** Median milliseconds. */
export interface FiguresOutput {
  graphql: number;
  query: number;
  /** Cases in the breakdown. */
  cases: number;
}

type Question = FiguresInput['questions'][number];

const QUERY = `query Outcomes($input: FiguresArgs!) { figures(input: $input) { outcomes { codes label value ref } } }`;
const WARM_UP = 20;

const { urls, headers, from, to, questions, runs } = input<FiguresInput>();
const { createApp } = await fromBuild<typeof import('../../../apps/api/src/create-app.ts')>(
  'apps/api/src/create-app.js',
);

async function open(url: string) {
  const app = await createApp(readConfig({ ...process.env, DATABASE_URL: url }));
  await app.init();
  const rollup = app.get(MonthRollup);
  const organs = app.get(OrganDirectory);
  return {
    close: () => app.close(),
    async ask({ organ, withSubordinates }: Question): Promise<number> {
      const variables = { input: { organ, withSubordinates, register: 'RECONSIDERATION', from, to } };
      const payload = { query: QUERY, variables };
      const { body } = await app.inject({ method: 'POST', url: '/graphql', headers, payload });
      const { data, errors } = JSON.parse(body) as {
        data: { figures: { outcomes: { value: number }[] } };
        errors?: unknown;
      };
      if (errors) throw new Error(JSON.stringify(errors));
      return data.figures.outcomes.reduce((sum, one) => sum + one.value, 0);
    },
    async query({ organ, withSubordinates }: Question): Promise<unknown> {
      const own = organ ? organs.byCode(organ)! : null;
      const ids = own && (withSubordinates ? organs.subtree(own.id).map(one => one.id) : [own.id]);
      return rollup.outcomes({
        register: 'RECONSIDERATION',
        organIds: ids,
        scope: scopeOf(from, to),
        visible: officeScope(ids ?? 'ALL'),
      });
    },
  };
}

const sides = [];
for (const url of urls) sides.push(await open(url));

/** Per side the median of works that take turns. */
async function inTurns(works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = -WARM_UP; run < runs; run++)
    for (const [i, work] of works.entries()) {
      const { ms } = await timed(work);
      if (run >= 0) times[i]!.push(ms);
    }
  return times.map(median);
}

const results: FiguresOutput[][] = sides.map(() => []);
for (const question of questions) {
  const graphql = await inTurns(sides.map(side => () => side.ask(question)));
  const query = await inTurns(sides.map(side => () => side.query(question)));
  for (const [i, side] of sides.entries())
    results[i]!.push({ graphql: graphql[i]!, query: query[i]!, cases: await side.ask(question) });
}
for (const side of sides) await side.close();
done(results);
