import type { Register } from '#codes';
import type { Scope as Visible } from '#identity';
import type { Scope } from '#statistics';
import type { Parameters } from '../conditions/parameters.ts';

/** What a figure is asked of: one register, some organs (null: all of them) and a period. */
export interface Question {
  register: Register;
  organIds: readonly number[] | null;
  scope: Scope;
  /** What the asker may see; numbers are counted within the same organs. */
  visible: Visible;
}

/** How the organs are filtered decides the SQL text, so it is part of a statement's name. */
export const organShape = (organIds: readonly number[] | null): string =>
  organIds === null ? 'all' : organIds.length === 1 ? 'one' : 'some';

export function organSql(
  organIds: readonly number[] | null,
  bind: Pick<Parameters, 'value'>,
  alias = 'p',
): string {
  if (organIds === null) return 'true';
  return organIds.length === 1
    ? `${alias}.organ_id = ${bind.value(organIds[0])}`
    : `${alias}.organ_id = any(${bind.value([...organIds], 'int[]')})`;
}
