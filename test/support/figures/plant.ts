import type { ProceedingFacts } from '#statistics';
import { runSql } from '../database.ts';
import type { PlantedCase } from './cases.ts';

/** The columns of `proceeding` beside the facts they hold. */
const COLUMNS: readonly (readonly [column: string, type: string, fact: keyof PlantedCase])[] = [
  ['register', 'text', 'register'],
  ['instance', 'text', 'instance'],
  ['organ_id', 'int', 'organ'],
  ['respondent_id', 'int', 'respondent'],
  ['handler_id', 'int', 'handler'],
  ['received_on', 'date', 'receivedOn'],
  ['accepted_on', 'date', 'acceptedOn'],
  ['closed_on', 'date', 'closedOn'],
  ['due_on', 'date', 'dueOn'],
  ['outcome', 'text', 'outcome'],
  ['field', 'text', 'field'],
  ['matter', 'text', 'matter'],
  ['respondent_level', 'text', 'respondentLevel'],
  ['authority_level', 'text', 'authorityLevel'],
  ['applicants', 'int', 'applicants'],
  ['after_reconsideration', 'boolean', 'afterReconsideration'],
  ['as_reconsideration_organ', 'boolean', 'asReconsiderationOrgan'],
  ['extended', 'boolean', 'extended'],
  ['hearing_held', 'boolean', 'hearingHeld'],
  ['normative_review', 'boolean', 'normativeReview'],
  ['opinions_issued', 'int', 'opinionsIssued'],
  ['opinions_performed', 'int', 'opinionsPerformed'],
  ['compensation', 'numeric', 'compensation'],
  ['heard_on', 'date', 'heardOn'],
  ['hearings_held', 'int', 'hearingsHeld'],
  ['hearings_attended', 'int', 'hearingsAttended'],
  ['appeared', 'boolean', 'appeared'],
  ['appeared_post', 'text', 'appearedPost'],
  ['excused', 'boolean', 'excused'],
  ['covered', 'boolean', 'covered'],
  ['voided', 'boolean', 'voided'],
];
const NAMES = COLUMNS.map(([column]) => column).join(', ');

export const INSERT_CASES = `with d as (insert into dispute (organ_id) select (r->>'organ_id')::int from jsonb_array_elements($1::jsonb) r returning id),
    numbered as (select id, row_number() over (order by id) as n from d),
    cases as (select r.*, row_number() over () as n from jsonb_to_recordset($1::jsonb)
      as r(${COLUMNS.map(([column, type]) => `${column} ${type}`).join(', ')}))
  insert into proceeding (dispute_id, case_number, ${NAMES})
  select numbered.id, 'planted ' || numbered.id, ${NAMES} from cases join numbered using (n)`;

export const recordsOf = (cases: readonly PlantedCase[]): string =>
  JSON.stringify(
    cases.map(one => Object.fromEntries(COLUMNS.map(([column, , fact]) => [column, one[fact]]))),
  );

/** Writes cases straight to the table, a thousand at a time. */
export async function plant(url: string, cases: readonly PlantedCase[]): Promise<void> {
  for (let from = 0; from < cases.length; from += 1000)
    await runSql(url, INSERT_CASES, [recordsOf(cases.slice(from, from + 1000))]);
}

const text = (column: string, type: string) =>
  /^(date|int|numeric)$/.test(type) ? `${column}::text` : column;

/** The facts as the table has them; an unknown flag is not set. */
export async function factsIn(url: string): Promise<ProceedingFacts[]> {
  const facts = COLUMNS.map(([column, type, fact]) => `${text(column, type)} as "${fact}"`);
  const rows = await runSql<Record<string, unknown>>(
    url,
    `select id::text as id, ${facts.join(', ')} from proceeding where not voided order by id`,
  );
  return rows.map(row => ({
    ...(row as unknown as ProceedingFacts),
    afterReconsideration: row.afterReconsideration === true,
    ...Object.fromEntries(NUMBERS.map(name => [name, Number(row[name])])),
  }));
}

const NUMBERS = ['applicants', 'opinionsIssued', 'opinionsPerformed', 'hearingsHeld', 'hearingsAttended'];

/** A small tree: a city, two counties and their departments, some handlers of the same name. */
export async function plantOrgans(url: string): Promise<{ byCode: Map<string, string>; handlers: string[] }> {
  const tree: [code: string, name: string, level: string | null, parent: string | null][] = [
    ['city', '甲市人民政府', 'CITY_GOVERNMENT', null],
    ['east', '东县人民政府', 'COUNTY_GOVERNMENT', 'city'],
    ['west', '西区人民政府', 'COUNTY_GOVERNMENT', 'city'],
    ['east-police', '东县公安局', 'COUNTY_DEPARTMENT', 'east'],
    ['west-town', '柳树镇人民政府', 'TOWNSHIP_GOVERNMENT', 'west'],
    ['east-town', '柳树镇人民政府', 'TOWNSHIP_GOVERNMENT', 'east'],
    ['other', '乙市人民政府', 'CITY_GOVERNMENT', null],
  ];
  const byCode = new Map<string, string>();
  for (const [code, name, level, parent] of tree) {
    const rows = await runSql<{ id: string }>(
      url,
      `with n as (select nextval('organ_id_seq')::int as id), p as (select id, path from organ where code = $4)
       insert into organ (id, code, name, level, parent_id, path)
       select n.id, $1, $2, $3, (select id from p), coalesce((select path from p), '/') || n.id || '/' from n returning id::text as id`,
      [code, name, level, parent],
    );
    byCode.set(code, rows[0]!.id);
  }
  const handlers = await runSql<{ id: string }>(
    url,
    `insert into official (organ_id, name) select o.id, h.name from organ o, (values ('张三'), ('李四')) h(name)
     where o.code in ('city', 'east', 'west') returning id::text as id`,
  );
  return { byCode, handlers: handlers.map(one => one.id) };
}
