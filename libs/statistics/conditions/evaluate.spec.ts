import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, daysBetween } from '../days.ts';
import type { ProceedingFacts } from '../facts.ts';
import { scopeOf } from '../scope.ts';
import { reconsiderations, scopes } from '#test/support/statistics/arbitrary';
import { facts } from '#test/support/statistics/facts';
import { aggregate } from './aggregate.ts';
import { all, any, not, type Condition } from './condition.ts';
import { evaluate } from './evaluate.ts';

const YEAR = scopeOf('2024-01-01', '2024-12-31');
const holds = (condition: Condition, more: Partial<ProceedingFacts> = {}) =>
  evaluate(condition, facts(more), YEAR);

describe('conditions', () => {
  it.each<[string, Condition, Partial<ProceedingFacts>, boolean]>([
    ['unknown date is in no period', { date: 'closedOn', within: 'period' }, {}, false],
    ['and its negation holds', not({ date: 'closedOn', within: 'period' }), {}, true],
    ['unknown flag is not set', { flag: 'appeared' }, { appeared: null }, false],
    ['unknown date is not later', { gt: ['closedOn', 'dueOn'] }, { closedOn: '2024-01-02' }, false],
    ['a later date is', { gt: ['closedOn', 'dueOn'] }, { closedOn: '2024-01-02', dueOn: '2024-01-01' }, true],
    [
      'equal dates are not',
      { gt: ['closedOn', 'dueOn'] },
      { closedOn: '2024-01-01', dueOn: '2024-01-01' },
      false,
    ],
    [
      'counts compare as numbers',
      { gt: ['hearingsHeld', 'hearingsAttended'] },
      { hearingsHeld: 10, hearingsAttended: 9 },
      true,
    ],
    ['class of an outcome', { outcomeClass: ['CORRECTED'] }, { outcome: 'CONFIRMED_INVALID' }, true],
    ['no outcome has no class', { outcomeClass: ['CORRECTED'] }, {}, false],
    ['sum of money above zero', { positive: 'compensation' }, { compensation: '0.01' }, true],
    ['zero is not', { positive: 'compensation' }, { compensation: '0.00' }, false],
    ['empty all', all(), {}, true],
    ['empty any', any(), {}, false],
    ['one of', { in: ['field', ['LAND', 'WATER']] }, { field: 'WATER' }, true],
    ['one side only', { differs: { left: [all()], right: [any()] } }, {}, true],
    ['both sides', { differs: { left: [all(), any()], right: [all()] } }, {}, false],
  ])('%s', (_name, condition, more, expected) => {
    expect(holds(condition, more)).toBe(expected);
  });

  it('agrees with a filter written by hand', () => {
    const open: Condition = all(
      { date: 'acceptedOn', onOrBefore: 'end' },
      not({ date: 'closedOn', onOrBefore: 'end' }),
      any({ outcomeClass: ['UPHELD', 'DISMISSED'] }, { isNull: 'outcome' }),
    );
    fc.assert(
      fc.property(reconsiderations, scopes, (one, scope) => {
        const byHand =
          one.acceptedOn !== null &&
          one.acceptedOn <= scope.end &&
          (one.closedOn === null || one.closedOn > scope.end) &&
          (one.outcome === null || ['UPHELD', 'DISMISSED', 'CLAIM_DISMISSED'].includes(one.outcome));
        expect(evaluate(open, one, scope)).toBe(byHand);
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2024-02-29', 19_782],
    ['1899-12-31', -25_568],
  ])('%s is day %i', (day, number) => expect(dayNumber(day)).toBe(number));

  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2100-02-28', '2100-03-01', 1],
    ['2024-12-31', '2025-01-01', 1],
    ['2024-05-01', '2024-05-01', 0],
  ])('from %s to %s: %i', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});

describe('aggregates', () => {
  it('adds money to the 分', () => {
    const cases = Array.from({ length: 10 }, () => facts({ compensation: '0.10' }));
    expect(aggregate({ sum: 'compensation' }, cases)).toBe(1);
  });
});

describe('scope', () => {
  it.each([
    ['2024-12-31', '2024-01-01', {}],
    ['2024-01-01', '2024-12-31', { cutOff: '2023-12-31' }],
    ['2024-1-1', '2024-12-31', {}],
  ])('refuses %s to %s %o', (start, end, more) =>
    expect(() => scopeOf(start, end, more)).toThrow(RangeError),
  );
});
