import { kindOf } from '#codes';
import type { Register } from '#codes';
import { all, type Condition } from '../conditions/condition.ts';
import { evaluate } from '../conditions/evaluate.ts';
import type { ProceedingFacts } from '../facts.ts';

import { sumOf, type MeasureValues } from '../measures/count.ts';
import type { Scope } from '../scope.ts';
import { identitiesOfKind } from './catalogue.ts';
import { FAULTS, type FaultCode } from './faults.ts';
import type { Identity } from './identity.ts';

export interface IdentityCheck {
  readonly identity: Identity;
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
  /** One sentence with both numbers, for the page and for the refusal to export. */
  readonly zh: string;
  readonly en: string;
}

/** Checks every identity of a register on its counted measures. */
export function checkIdentities(register: Register, values: MeasureValues): IdentityCheck[] {
  return identitiesOfKind(kindOf(register)).map(one => {
    const [left, right] = [sumOf(values, one.left), sumOf(values, one.right)];
    const holds = left === right;
    return {
      identity: one,
      left,
      right,
      holds,
      zh: `${one.zh}${holds ? '平衡' : '不平衡'}:${one.formula},${left} ${holds ? '=' : '≠'} ${right}`,
      en: `${one.en}: ${one.formula}, ${left} ${holds ? '=' : '≠'} ${right}`,
    };
  });
}

/** Finds the cases that break an identity; to be counted and listed like any other number. */
export function brokenCondition(one: Identity, register: Register): Condition {
  return all({ eq: ['register', register] }, one.cases);
}

export function brokenCases(
  one: Identity,
  register: Register,
  facts: readonly ProceedingFacts[],
  scope: Scope,
): ProceedingFacts[] {
  const condition = brokenCondition(one, register);
  return facts.filter(each => evaluate(condition, each, scope));
}

/** What is wrong with a case that breaks the identity; empty when none of the known faults explains it. */
export function faultsOf(one: Identity, facts: ProceedingFacts, scope: Scope): FaultCode[] {
  return one.faults.filter(code => evaluate(FAULTS[code].where, facts, scope));
}
