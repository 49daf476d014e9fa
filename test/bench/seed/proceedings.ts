import type { Client } from 'pg';
import type { Cluster } from '../cluster.ts';
import { CITIES, ORGANS } from './organs.ts';
import { FIELDS, INSTANCES, MATTERS, OUTCOMES, POSTS, REGISTERS } from './spread.ts';

/** First day and number of days of the cases: twelve years. */
const DAYS = { first: '2013-01-01', last: '2024-12-31', count: 4383 };
/** A year in the middle, with cases carried over into it and out of it. */
export const YEAR = { from: '2023-01-01', to: '2023-12-31' };

const CHUNK = 50_000;

const draw = (parameter: string, of: string) =>
  `(${parameter}::text[])[1 + floor(${of} * cardinality(${parameter}::text[]))::int]`;

/** Cities have more than departments, the first of each more than the last: 3 % province, 37 % cities, 60 % below. */
const ORGAN = `case when r1 < 0.03 then 1
  when r1 < 0.40 then 2 + floor(power(r2, 1.6) * ${CITIES})::int
  else ${CITIES + 2} + floor(power(r2, 1.6) * ${ORGANS - CITIES - 1})::int end`;

const OUTCOME = `case when closed_on is null then null
  when early then ${draw('$5', 'r7')}
  when register like 'RECONSIDERATION%' then ${draw('$6', 'r7')}
  when register = 'MEDIATION' then ${draw('$8', 'r7')}
  else ${draw('$7', 'r7')} end`;

const INSERT = `with
  dice as (select i, random() as r1, random() as r2, random() as r3, random() as r4, random() as r5, random() as r6,
      random() as r7, random() as r8, random() as r9, random() as r10
    from generate_series($1::int, $2::int) i),
  received as (select *, ${ORGAN} as organ_id, ${draw('$3', 'r3')} as register,
      '${DAYS.first}'::date + floor(r4 * ${DAYS.count})::int as received_on
    from dice),
  decided as (select *, register like 'RECONSIDERATION%' and r5 < 0.12 as early,
      case when register like 'RECONSIDERATION%' then received_on + 1 + floor(r6 * 5)::int else received_on end as started_on
    from received),
  ended as (select *, case when early then null else started_on end as accepted_on,
      nullif(least(started_on + case when early then 1 else 12 + floor(r8 * 100)::int end, '${DAYS.last}'::date + 1),
        '${DAYS.last}'::date + 1) as ends_on
    from decided),
  closed as (select *, case when r9 < 0.02 or ends_on is null then null else ends_on end as closed_on from ended),
  heard as (select *, register in ('LITIGATION', 'CIVIL_LITIGATION') as suit,
      register in ('LITIGATION', 'CIVIL_LITIGATION') and closed_on is not null and r10 < 0.7 as was_heard from closed)
insert into proceeding (id, dispute_id, register, instance, organ_id, respondent_id, authority_id, authority_level,
  respondent_level, case_number, court, received_on, accepted_on, closed_on, due_on, outcome, field, matter, handler_id,
  applicants, after_reconsideration, extended, heard_on, hearings_held, hearings_attended, appeared, appeared_post)
select i, i, register, case when suit then ${draw('$4', 'r8')} end, h.organ_id,
  case when register = 'RECONSIDERATION' then other.id else h.organ_id end,
  case when register = 'RECONSIDERATION' then h.organ_id end,
  case when register = 'RECONSIDERATION' then own.level end,
  case when register = 'RECONSIDERATION' then other.level else own.level end,
  '(' || extract(year from received_on) || ')复' || i || '号', case when suit then '江南市中级人民法院' end,
  received_on, accepted_on, closed_on, accepted_on + 60, ${OUTCOME}, ${draw('$9', 'r8')}, ${draw('$10', 'r9')},
  (h.organ_id - 1) * 5 + 1 + floor(r10 * 5)::int, 1 + floor(power(r2, 8) * 20)::int, case when suit then r9 < 0.3 end,
  r8 > 0.9, case when was_heard then received_on + 10 end, was_heard::int, (was_heard and r6 < 0.55)::int,
  case when was_heard then r6 < 0.55 end, case when was_heard and r6 < 0.55 then ${draw('$11', 'r8')} end
from heard h join organ own on own.id = h.organ_id
  join organ other on other.id = ${CITIES + 2} + floor(r9 * ${ORGANS - CITIES - 1})::int
order by i`;

const SPREAD = [
  REGISTERS,
  INSTANCES,
  OUTCOMES.early,
  OUTCOMES.reconsideration,
  OUTCOMES.litigation,
  OUTCOMES.mediation,
  FIELDS,
  MATTERS,
  POSTS,
];

const INDEXES = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index where indrelid = 'proceeding'::regclass and not indisprimary`;

/** Takes the secondary indexes away while the cases are written: built at the end they cost half as much. */
async function withoutIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(INDEXES);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}

async function insertCases(cluster: Cluster, database: string, from: number, to: number): Promise<void> {
  await cluster.session(database, async client => {
    await client.query('select setseed($1)', [0.17 + from / 1e8]);
    await client.query(INSERT, [from, to, ...SPREAD]);
  });
}

/**
 * Writes the cases with all constraints and the triggers of the figures in force. The same every time: the dice are
 * seeded. Every chunk has a connection of its own, as many writers would.
 */
export async function seedProceedings(
  cluster: Cluster,
  database: string,
  cases: number,
  progress: (done: number) => void,
): Promise<void> {
  await cluster.session(database, async client => {
    await client.query('insert into dispute (organ_id) select 1 from generate_series(1, $1::int)', [cases]);
    await withoutIndexes(client, async () => {
      for (let from = 1; from <= cases; from += CHUNK) {
        const to = Math.min(cases, from + CHUNK - 1);
        await insertCases(cluster, database, from, to);
        progress(to);
      }
    });
    await client.query("select setval('proceeding_id_seq', $1)", [cases]);
    await client.query('vacuum (analyze, freeze) proceeding, dispute, figure_month, figure_below');
    await client.query('checkpoint');
  });
}
