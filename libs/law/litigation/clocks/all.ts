import type { ClockRule } from '#law/procedure';
import * as after from './after.ts';
import * as compensation from './compensation.ts';
import * as suit from './suit.ts';
import * as trial from './trial.ts';

function rulesOf(module: object): ClockRule[] {
  return Object.values(module as Record<string, unknown>).filter(isRule);
}
function isRule(value: unknown): value is ClockRule {
  return typeof value === 'object' && value !== null && 'variants' in value;
}

/** Every period of litigation, for the register, the tests and the help page. */
export const LITIGATION_CLOCKS: readonly ClockRule[] = [suit, trial, after, compensation].flatMap(rulesOf);
