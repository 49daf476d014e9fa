import type { Column, Condition, DateCondition, Difference } from '#statistics';
import { columnSql } from './columns.ts';
import { leafSql } from './leaf-sql.ts';
import type { Bind } from './parameters.ts';

/**
 * Compiles a condition to a boolean over the columns of `proceeding`, for use in `where` and `filter (where …)`.
 * Conditions are two-valued and SQL has a third value; only a negated leaf can tell the difference there, so
 * negations are pushed down to the leaves and those become `(…) is not true`. Other leaves stay bare for indexes.
 */
export function conditionSql(condition: Condition, bind: Bind, alias = 'p'): string {
  return compile(condition, bind, alias, false);
}

function compile(condition: Condition, bind: Bind, alias: string, negated: boolean): string {
  const parts = (list: readonly Condition[]) => list.map(one => compile(one, bind, alias, negated));
  if ('not' in condition) return compile(condition.not, bind, alias, !negated);
  if ('all' in condition) return join(parts(condition.all), negated ? 'or' : 'and');
  if ('any' in condition) return join(parts(condition.any), negated ? 'and' : 'or');
  if ('differs' in condition) return differsSql(condition.differs, bind, alias, negated);
  const column = (name: Column) => columnSql(name, alias);
  const leaf = 'date' in condition ? dateSql(condition, bind, column) : leafSql(condition, bind, column);
  return negated ? `(${leaf}) is not true` : leaf;
}

/** An empty "and" is true and an empty "or" is false, negated or not: De Morgan has already swapped them. */
function join(parts: string[], word: 'and' | 'or'): string {
  if (parts.length === 0) return word === 'and' ? 'true' : 'false';
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${word} `)})`;
}

function differsSql({ left, right }: Difference, bind: Bind, alias: string, negated: boolean): string {
  const count = (list: readonly Condition[]) =>
    list.length === 0
      ? '0'
      : list.map(one => `((${compile(one, bind, alias, false)}) is true)::int`).join(' + ');
  return `(${count(left)}) ${negated ? '=' : '<>'} (${count(right)})`;
}

function dateSql(condition: DateCondition, bind: Bind, column: (name: Column) => string): string {
  const date = column(condition.date);
  if ('within' in condition) return `${date} between ${bind.day('start')} and ${bind.day('end')}`;
  if ('before' in condition) return `${date} < ${bind.day(condition.before)}`;
  if ('onOrAfter' in condition) return `${date} >= ${bind.day(condition.onOrAfter)}`;
  return `${date} <= ${bind.day(condition.onOrBefore)}`;
}
