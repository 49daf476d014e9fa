import type { OrganDirectory } from '#persistence';
import type { Parameters } from '../conditions/parameters.ts';

/** The month figures of some organs: what it reads, and the name of that shape. */
export interface RollupSource {
  shape: 'all' | 'one' | 'subtree' | 'some';
  sql: string;
}

const read = (table: string, organs: string) =>
  `select register, event, month, outcome, n from ${table} where organ_id ${organs}`;

/**
 * Sums over all organs, or over the organs below one, are kept: adding up every organ's months would grow with what
 * they have done. Any other choice of organs is added up.
 * @param organIds null: all
 */
export function rollupSource(
  organIds: readonly number[] | null,
  organs: Pick<OrganDirectory, 'rootOf'>,
  bind: Pick<Parameters, 'value'>,
): RollupSource {
  if (organIds === null) return { shape: 'all', sql: read('figure_below', '= 0') };
  if (organIds.length === 1)
    return { shape: 'one', sql: read('figure_month', `= ${bind.value(organIds[0])}`) };
  const root = organs.rootOf(organIds);
  if (root === null)
    return { shape: 'some', sql: read('figure_month', `= any(${bind.value([...organIds], 'int[]')})`) };
  const own = `= ${bind.value(root)}`;
  return { shape: 'subtree', sql: `${read('figure_month', own)} union all ${read('figure_below', own)}` };
}
