/** The outcome breakdown of a year: through GraphQL inside the process, and the query alone. */
import { readConfig } from '#config';
import { MonthRollup } from '#queries';
import { OrganDirectory } from '#persistence';
import { scopeOf } from '#statistics';
import { medianMs } from '../numbers.ts';
import { done, fromBuild, input } from './child.ts';

export interface FiguresInput {
  from: string;
  to: string;
  questions: { organ: string | null; withSubordinates: boolean }[];
  runs: number;
}

export interface FiguresOutput {
  graphql: number;
  query: number;
  /** Cases in the breakdown. */
  cases: number;
}

const QUERY = `query Outcomes($input: FiguresArgs!) { figures(input: $input) { outcomes { codes label value ref } } }`;

const { from, to, questions, runs } = input<FiguresInput>();
const { createApp } = await fromBuild<typeof import('../../../apps/api/src/create-app.ts')>(
  'apps/api/src/create-app.js',
);
const app = await createApp(readConfig());
await app.init();
const rollup = app.get(MonthRollup);
const organs = app.get(OrganDirectory);

async function ask(variables: object): Promise<number> {
  const payload = { query: QUERY, variables };
  const { body } = await app.inject({ method: 'POST', url: '/graphql', payload });
  const { data, errors } = JSON.parse(body) as {
    data: { figures: { outcomes: { value: number }[] } };
    errors?: unknown;
  };
  if (errors) throw new Error(JSON.stringify(errors));
  return data.figures.outcomes.reduce((sum, one) => sum + one.value, 0);
}

const results: FiguresOutput[] = [];
for (const { organ, withSubordinates } of questions) {
  const asked = { input: { organ, withSubordinates, register: 'RECONSIDERATION', from, to } };
  const own = organ ? organs.byCode(organ)! : null;
  const ids = own && (withSubordinates ? organs.subtree(own.id).map(one => one.id) : [own.id]);
  const question = { register: 'RECONSIDERATION' as const, organIds: ids, scope: scopeOf(from, to) };
  results.push({
    cases: await ask(asked),
    graphql: await medianMs(() => ask(asked), runs),
    query: await medianMs(() => rollup.outcomes(question), runs),
  });
}
await app.close();
done(results);
