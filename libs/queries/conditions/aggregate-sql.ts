import type { Aggregate, Condition } from '#statistics';
import { columnSql } from './columns.ts';
import { conditionSql } from './condition-sql.ts';
import type { Bind } from './parameters.ts';

/** One number over the proceedings that meet a condition, so that many fit into one pass over the table. */
export function aggregateSql(how: Aggregate, condition: Condition, bind: Bind, alias = 'p'): string {
  const filter = `filter (where ${conditionSql(condition, bind, alias)})`;
  if ('count' in how) return `count(*) ${filter}`;
  if ('sum' in how) return `coalesce(sum(${columnSql(how.sum, alias)}) ${filter}, 0)`;
  const [from, to] = how.sumDays.map(column => columnSql(column, alias));
  return `coalesce(sum(${to} - ${from}) ${filter}, 0)`;
}
