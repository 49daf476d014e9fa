import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Register } from '#codes';
import type { ProceedingFacts } from '../facts.ts';
import { countMeasures } from '../measures/count.ts';
import { scopeOf } from '../scope.ts';
import { reconsiderations, scopes, suits } from '#test/support/statistics/arbitrary';
import { accepted, facts, suit } from '#test/support/statistics/facts';
import { IDENTITIES } from './catalogue.ts';
import { brokenCases, checkIdentities, faultsOf } from './check.ts';

const YEAR = scopeOf('2024-01-01', '2024-12-31');

function broken(register: Register, cases: readonly ProceedingFacts[]) {
  return checkIdentities(register, countMeasures(register, cases, YEAR)).filter(check => !check.holds);
}

describe('identities', () => {
  it('hold for any consistent cases in any period', () => {
    fc.assert(
      fc.property(fc.array(reconsiderations, { maxLength: 40 }), scopes, (cases, scope) => {
        const checks = checkIdentities('RECONSIDERATION', countMeasures('RECONSIDERATION', cases, scope));
        expect(checks.filter(check => !check.holds).map(check => check.zh)).toEqual([]);
        expect(checks).toHaveLength(8);
      }),
    );
  });

  it('hold for each instance of litigation', () => {
    fc.assert(
      fc.property(fc.array(suits, { maxLength: 40 }), scopes, (cases, scope) => {
        const checks = checkIdentities('LITIGATION', countMeasures('LITIGATION', cases, scope));
        expect(checks.filter(check => !check.holds).map(check => check.zh)).toEqual([]);
        expect(checks).toHaveLength(6);
      }),
    );
  });

  // a good case stands beside each planted one, to see that only the planted one is named
  it.each<[string, Partial<ProceedingFacts>, string[], string[]]>([
    ['no field', { field: null }, ['FIELDS'], ['NO_FIELD']],
    ['no matter', { matter: null }, ['MATTERS'], ['NO_MATTER']],
    ['no respondent level', { respondentLevel: null }, ['RESPONDENT_LEVELS'], ['NO_RESPONDENT_LEVEL']],
    ['closed without outcome', { closedOn: '2024-05-01' }, ['OUTCOMES'], ['CLOSED_WITHOUT_OUTCOME']],
    [
      'an outcome of another register',
      { closedOn: '2024-05-01', outcome: 'ACT_REVOKED' },
      ['OUTCOMES'],
      ['UNKNOWN_OUTCOME'],
    ],
    [
      'refused after acceptance',
      { closedOn: '2024-05-01', outcome: 'REFUSED' },
      ['OUTCOMES'],
      ['REFUSED_AFTER_ACCEPTANCE'],
    ],
    [
      'decided without acceptance',
      { acceptedOn: null, closedOn: '2024-05-01', outcome: 'UPHELD' },
      ['INTAKE', 'DISPOSED', 'OUTCOMES'],
      ['OUTCOME_WITHOUT_ACCEPTANCE'],
    ],
    ['no day of receipt', { receivedOn: null }, ['INTAKE', 'HANDLED_STOCK'], ['NO_RECEIVED_DATE']],
    [
      'accepted before received, over the turn of the year',
      { receivedOn: '2024-01-03', acceptedOn: '2023-12-30' },
      ['INTAKE', 'HANDLED_STOCK'],
      ['ACCEPTED_BEFORE_RECEIVED'],
    ],
    [
      'closed before accepted, over the turn of the year',
      { receivedOn: '2023-12-01', acceptedOn: '2024-01-05', closedOn: '2023-12-20', outcome: 'UPHELD' },
      ['INTAKE', 'ACCEPTED_STOCK'],
      ['CLOSED_BEFORE_ACCEPTED'],
    ],
  ])('%s is found and explained', (_name, defect, codes, faults) => {
    const bad = accepted(defect);
    const cases = [accepted(), bad];
    const violations = broken('RECONSIDERATION', cases);
    expect(violations.map(one => one.identity.code)).toEqual(codes);
    for (const { identity, zh, en, left, right } of violations) {
      expect(brokenCases(identity, 'RECONSIDERATION', cases, YEAR)).toEqual([bad]);
      expect(faultsOf(identity, bad, YEAR)).toEqual(expect.arrayContaining(faults.slice(0, 1)));
      expect(zh).toContain(`${left} ≠ ${right}`);
      expect(en).toContain(identity.en);
    }
  });

  it('does not call a harmless case broken: closed before the period, whatever is wrong with it', () => {
    const old = facts({ receivedOn: '2020-01-02', closedOn: '2020-02-01', outcome: null });
    expect(broken('RECONSIDERATION', [old])).toEqual([]);
    for (const one of IDENTITIES) expect(brokenCases(one, 'RECONSIDERATION', [old], YEAR)).toEqual([]);
  });

  it('names a suit without an instance and one that closed before it came', () => {
    const nowhere = suit({ instance: null });
    const backwards = suit({ receivedOn: '2024-03-01', closedOn: '2023-12-01', outcome: 'SUIT_DISMISSED' });
    expect(broken('LITIGATION', [nowhere, suit()]).map(one => one.identity.code)).toEqual(['SUIT_INSTANCES']);
    const violations = broken('LITIGATION', [backwards, suit()]);
    expect(violations.map(one => one.identity.code)).toEqual(['SUITS', 'SUITS_FIRST']);
  });

  it('finds cases whose errors cancel each other out in the sum', () => {
    const early = accepted({ receivedOn: null });
    const late = accepted({ acceptedOn: null, closedOn: '2024-05-01', outcome: 'UPHELD' });
    const intake = IDENTITIES.find(one => one.code === 'INTAKE');
    expect(broken('RECONSIDERATION', [early, late]).map(one => one.identity.code)).not.toContain('INTAKE');
    expect(intake && brokenCases(intake, 'RECONSIDERATION', [early, late], YEAR)).toEqual([early, late]);
  });

  it('checks mediations', () => {
    const one = facts({
      register: 'MEDIATION',
      receivedOn: '2024-01-02',
      closedOn: '2024-01-09',
      outcome: 'AGREED',
    });
    expect(broken('MEDIATION', [one])).toEqual([]);
    const odd = { ...one, outcome: null };
    expect(broken('MEDIATION', [one, odd]).map(check => check.identity.code)).toEqual(['MEDIATION_RESULTS']);
  });

  it('refuses to check what was not counted', () => {
    expect(() => checkIdentities('MEDIATION', {})).toThrow(/was not counted/);
  });
});
