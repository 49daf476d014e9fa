import { daysBetween } from '../days.ts';
import type { DateColumn, NumberColumn, ProceedingFacts } from '../facts.ts';

/** What is added up over the proceedings that meet a condition. */
export type Aggregate =
  | { readonly count: true }
  | { readonly sum: NumberColumn }
  /** Calendar days from the first date to the second; a proceeding without one of them adds nothing. */
  | { readonly sumDays: readonly [DateColumn, DateColumn] };

export const COUNT: Aggregate = { count: true };

/** The aggregate over proceedings already filtered. Money is added in 分, so that cents cannot drift. */
export function aggregate(how: Aggregate, cases: Iterable<ProceedingFacts>): number {
  let total = 0;
  for (const facts of cases) total += part(how, facts);
  return 'sum' in how && how.sum === 'compensation' ? total / 100 : total;
}

function part(how: Aggregate, facts: ProceedingFacts): number {
  if ('count' in how) return 1;
  if ('sumDays' in how) {
    const [from, to] = [facts[how.sumDays[0]], facts[how.sumDays[1]]];
    return from === null || to === null ? 0 : daysBetween(from, to);
  }
  if (how.sum === 'compensation') return Math.round(Number(facts.compensation ?? 0) * 100);
  return facts[how.sum] ?? 0;
}
