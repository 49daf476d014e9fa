import type { CodeColumn, Column, IdColumn, ValueCondition } from '#statistics';
import type { Bind } from './parameters.ts';

/** Codes are text; the type of an id is the column's own, which PostgreSQL infers for a bare parameter. */
const CODE_COLUMNS: ReadonlySet<string> = new Set<CodeColumn>([
  'register',
  'instance',
  'outcome',
  'field',
  'matter',
  'respondentLevel',
  'authorityLevel',
  'appearedPost',
]);

/** One comparison that is not about a bound of the period; may be null in SQL where a value is unknown. */
export function leafSql(c: ValueCondition, bind: Bind, column: (name: Column) => string): string {
  if ('isNull' in c) return `${column(c.isNull)} is null`;
  if ('notNull' in c) return `${column(c.notNull)} is not null`;
  if ('outcomeClass' in c) return `${column('outcome')} = any(${bind.outcomes(c.outcomeClass)})`;
  if ('codeOf' in c) return `${column(c.codeOf[0])} = any(${bind.codesUnder(c.codeOf[1])})`;
  if ('eq' in c) return `${column(c.eq[0])} = ${bind.value(c.eq[1], typeOf(c.eq[0]))}`;
  if ('in' in c) return `${column(c.in[0])} = any(${bind.value([...c.in[1]], typeOf(c.in[0], '[]'))})`;
  if ('flag' in c) return column(c.flag);
  if ('positive' in c) return `${column(c.positive)} > 0`;
  if ('gt' in c) return `${column(c.gt[0])} > ${column(c.gt[1])}`;
  return `${column(c.days[1])} - ${column(c.days[0])} <= ${bind.value(c.atMost, 'int')}`;
}

function typeOf(column: CodeColumn | IdColumn, suffix = ''): string | undefined {
  return CODE_COLUMNS.has(column) ? `text${suffix}` : undefined;
}
