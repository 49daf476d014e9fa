/** A return of a year: filled, checked and written as XLSX, as the export job does it. */
import { officeScope } from '#identity';
import { readConfig } from '#config';
import { returnContent, returnXlsx } from '#documents';
import { OrganDirectory } from '#persistence';
import { FillReturn } from '#queries';
import { checkReturn, scopeOf } from '#statistics';
import { median, timed } from '../numbers.ts';
import { done, fromBuild, input } from './child.ts';

export interface ReturnsInput {
  form: string;
  from: string;
  to: string;
  /** Organ codes, each with its subordinates. */
  organs: string[];
  runs: number;
}

export interface ReturnsOutput {
  all: number;
  fill: number;
  check: number;
  write: number;
  bytes: number;
}

const { form, from, to, organs: codes, runs } = input<ReturnsInput>();
const { createApp } = await fromBuild<typeof import('../../../apps/api/src/create-app.ts')>(
  'apps/api/src/create-app.js',
);
const app = await createApp(readConfig());
await app.init();
const organs = app.get(OrganDirectory);
const filler = app.get(FillReturn);

async function once(code: string): Promise<ReturnsOutput> {
  const organ = organs.byCode(code)!;
  const below = organs.subtree(organ.id).map(one => one.id);
  const organIds = below.length === organs.size ? null : below;
  const question = {
    register: 'RECONSIDERATION' as const,
    organIds,
    scope: scopeOf(from, to),
    visible: officeScope(organIds ?? 'ALL'),
  };
  const filled = await timed(() => filler.fill(form, question));
  const checked = await timed(async () => checkReturn(filled.answer));
  if (checked.answer.length)
    throw new Error(`the return does not balance: ${JSON.stringify(checked.answer[0])}`);
  const meta = { unit: organ.name, preparedOn: to };
  const written = await timed(() => returnXlsx(returnContent(filled.answer, meta), new Date()));
  const times = { fill: filled.ms, check: checked.ms, write: written.ms };
  return { ...times, all: filled.ms + checked.ms + written.ms, bytes: written.answer.length };
}

const results: ReturnsOutput[] = [];
for (const code of codes) {
  await once(code);
  const times: ReturnsOutput[] = [];
  for (let i = 0; i < runs; i++) times.push(await once(code));
  const of = (key: keyof ReturnsOutput) => median(times.map(one => one[key]));
  results.push({
    all: of('all'),
    fill: of('fill'),
    check: of('check'),
    write: of('write'),
    bytes: of('bytes'),
  });
}
await app.close();
done(results);
