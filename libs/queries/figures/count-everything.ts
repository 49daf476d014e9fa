import { kindOf, REGISTERS, type CodeItem, type Register } from '#codes';
import { measuresOfKind, MEASURES, outcomeClassLookup, scopeOf } from '#statistics';
import type { ClientBase } from 'pg';
import { aggregateSql } from '../conditions/aggregate-sql.ts';
import { Parameters } from '../conditions/parameters.ts';

const SPAN = `select min(received_on)::text as first, max(greatest(received_on, accepted_on, closed_on, heard_on))::text as last
  from proceeding where not voided`;
const CODES = 'select code, list, parent_code as parent, class from code_item order by code';

/** The definitions by which the numbers come about, written down: what to compare before comparing the numbers. */
export const measureDefinitions = (): string => JSON.stringify(MEASURES);

/**
 * Every measure of every register over all cases, from the first day to the last: what two databases with the same
 * cases must agree on. For the owner of the tables; a process that serves people asks Figures.
 * @returns the numbers under `REGISTER.MEASURE`
 */
export async function countEverything(client: ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query<{ first: string | null; last: string }>(SPAN);
  const { first, last } = rows[0]!;
  if (first === null) return {};
  const classes = outcomeClassLookup((await client.query<CodeItem>(CODES)).rows);
  const values: Record<string, number> = {};
  for (const register of Object.keys(REGISTERS) as Register[]) {
    const bind = new Parameters(scopeOf(first, last), classes);
    const [row] = (await client.query<Record<string, string>>(allMeasures(register, bind), bind.values)).rows;
    for (const [code, value] of Object.entries(row!)) values[`${register}.${code}`] = Number(value);
  }
  return values;
}

function allMeasures(register: Register, bind: Parameters): string {
  const columns = measuresOfKind(kindOf(register)).map(
    one => `(${aggregateSql(one.aggregate, one.where, bind)})::text as "${one.code}"`,
  );
  return `select ${columns.join(', ')} from proceeding p where not p.voided and p.register = ${bind.value(register)}`;
}
