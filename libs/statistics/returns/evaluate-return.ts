import type { Register } from '#codes';
import { aggregate } from '../conditions/aggregate.ts';
import { evaluate } from '../conditions/evaluate.ts';
import type { ProceedingFacts } from '../facts.ts';
import type { Scope } from '../scope.ts';
import type { CountedColumn, ReturnForm } from './form.ts';
import { countedColumns, fillReturn, type CountedGroup, type ReturnGrid } from './grid.ts';

/** Fills a return from facts in memory; the database fills it in one pass from the same columns. */
export function evaluateReturn(
  form: ReturnForm,
  register: Register,
  facts: readonly ProceedingFacts[],
  scope: Scope,
  labels: ReadonlyMap<string, string> = new Map(),
): ReturnGrid {
  const inRegister = facts.filter(one => one.register === register);
  const columns = countedColumns(form);
  const groups = form.blocks.map(block =>
    [...Map.groupBy(inRegister, one => one[block.column])].map(([value, cases]): CountedGroup => ({
      value,
      numbers: columns.map(column => number(column, cases, scope)),
    })),
  );
  return fillReturn(form, register, scope, groups, labels);
}

function number(column: CountedColumn, cases: readonly ProceedingFacts[], scope: Scope): number {
  return aggregate(
    column.aggregate,
    cases.filter(one => evaluate(column.where, one, scope)),
  );
}
