import { daysBetween } from '../days.ts';
import type { ProceedingFacts } from '../facts.ts';
import { boundsOf, type Bounds, type Scope } from '../scope.ts';
import type { Condition, DateCondition, Difference, ValueCondition } from './condition.ts';
import { SHIPPED_OUTCOME_CLASSES, type OutcomeClassLookup } from './outcome-classes.ts';

/** Whether a proceeding meets a condition in a period. */
export function evaluate(
  condition: Condition,
  facts: ProceedingFacts,
  scope: Scope,
  classes: OutcomeClassLookup = SHIPPED_OUTCOME_CLASSES,
): boolean {
  const holds = (c: Condition): boolean => evaluate(c, facts, scope, classes);
  if ('all' in condition) return condition.all.every(holds);
  if ('any' in condition) return condition.any.some(holds);
  if ('not' in condition) return !holds(condition.not);
  if ('differs' in condition) return balance(condition.differs, holds) !== 0;
  if ('date' in condition) return dateHolds(condition, facts[condition.date], boundsOf(scope));
  return valueHolds(condition, facts, classes);
}

function balance({ left, right }: Difference, holds: (c: Condition) => boolean): number {
  return left.filter(holds).length - right.filter(holds).length;
}

function dateHolds(condition: DateCondition, day: string | null, bounds: Bounds): boolean {
  if (day === null) return false;
  if ('within' in condition) return bounds.start <= day && day <= bounds.end;
  if ('before' in condition) return day < bounds[condition.before];
  if ('onOrAfter' in condition) return day >= bounds[condition.onOrAfter];
  return day <= bounds[condition.onOrBefore];
}

function valueHolds(c: ValueCondition, facts: ProceedingFacts, classes: OutcomeClassLookup): boolean {
  if ('isNull' in c) return facts[c.isNull] === null;
  if ('notNull' in c) return facts[c.notNull] !== null;
  if ('outcomeClass' in c) {
    const cls = facts.outcome === null ? null : classes.classOf(facts.outcome);
    return c.outcomeClass.some(one => one === cls);
  }
  if ('codeOf' in c) return c.codeOf[1].flatMap(classes.under).includes(facts[c.codeOf[0]] ?? '');
  if ('eq' in c) return facts[c.eq[0]] === c.eq[1];
  if ('in' in c) return c.in[1].some(value => value === facts[c.in[0]]);
  if ('flag' in c) return facts[c.flag] === true;
  if ('positive' in c) return Number(facts[c.positive] ?? 0) > 0;
  if ('gt' in c) return greater(facts[c.gt[0]], facts[c.gt[1]]);
  const [from, to] = [facts[c.days[0]], facts[c.days[1]]];
  return from !== null && to !== null && daysBetween(from, to) <= c.atMost;
}

function greater(a: string | number | null, b: string | number | null): boolean {
  return a !== null && b !== null && a > b;
}
