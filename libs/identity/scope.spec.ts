import { describe, expect, it } from 'vitest';
import {
  countingScope,
  covers,
  officeScope,
  openCases,
  referenceScope,
  ROLE_PERMISSIONS,
  ROLES,
  scopeOf,
  sees,
  systemScope,
  type Grant,
  type OrganTree,
  type Permission,
  type Principal,
} from './index.ts';

/** 1 above 2 and 3; 9 stands alone. */
const BELOW: Record<number, number[]> = { 1: [1, 2, 3], 2: [2], 3: [3], 9: [9] };
const tree: OrganTree = { subtree: id => BELOW[id] ?? [] };
const grant = (role: Grant['role'], organId: number | null, withSubordinates = false): Grant => ({
  role,
  organId,
  withSubordinates,
});
const principal = (grants: Grant[], only: Permission[] | null = null): Principal => ({
  accountId: 7,
  name: 'x',
  organId: 1,
  grants,
  via: 'SESSION',
  only,
  address: null,
});
const readCases = (...grants: Grant[]) => scopeOf(principal(grants), 'cases.read', tree);

describe('what somebody may see', () => {
  it.each<[string, Grant[], 'ALL' | number[], number[]]>([
    ['an organ', [grant('HANDLER', 1)], [1], [1]],
    ['an organ with those below it', [grant('SUPERVISOR', 1, true)], [1, 2, 3], [1]],
    ['the whole installation', [grant('AUDITOR', null)], 'ALL', []],
    ['the sum of the roles', [grant('HANDLER', 9), grant('APPROVER', 1, true)], [1, 2, 3, 9], [1, 9]],
    [
      'only by roles that carry the permission',
      [grant('HANDLER', 9), grant('ADMINISTRATOR', null)],
      [9],
      [9],
    ],
  ])('%s', (_name, grants, keeps, own) => {
    expect(readCases(...grants)).toEqual({ keeps, own, accountId: 7, purpose: 'READ' });
  });

  it.each<[string, Principal]>([
    ['no role', principal([])],
    ['roles without the permission', principal([grant('ADMINISTRATOR', null)])],
    ['a token that is narrower', principal([grant('HANDLER', 1)], ['figures.read'])],
  ])('nothing, not even an empty scope: %s', (_name, who) => {
    expect(scopeOf(who, 'cases.read', tree)).toBeNull();
  });

  it('a case: of an organ whose register one keeps, or against the own organ', () => {
    const scope = readCases(grant('HANDLER', 1))!;
    expect(sees(scope, { organId: 1, respondentId: null })).toBe(true);
    expect(sees(scope, { organId: 9, respondentId: 1 })).toBe(true);
    expect(sees(scope, { organId: 9, respondentId: 2 })).toBe(false);
    expect(sees(scope, { organId: 9, respondentId: null })).toBe(false);
    expect(covers(scope, 9)).toBe(false);
    expect(covers(systemScope(), 9)).toBe(true);
  });
});

describe('scopes made of others', () => {
  const scope = readCases(grant('HANDLER', 1))!;
  it('numbers count within the same organs, and the same scope gives the same', () => {
    expect(countingScope(scope)).toEqual({ ...scope, purpose: 'COUNT' });
    expect(countingScope(scope)).toBe(countingScope(scope));
  });
  it('what the system works on for an office, and what of it others may read', () => {
    expect(officeScope([1])).toMatchObject({ keeps: [1], purpose: 'SYSTEM', accountId: null });
    expect(openCases(officeScope([1]))).toMatchObject({ keeps: [1], purpose: 'READ', accountId: null });
  });
  it('tables without cases need no case', () => {
    expect(referenceScope()).toMatchObject({ keeps: [], own: [] });
  });
});

const of = (permission: Permission) =>
  (Object.keys(ROLES) as Grant['role'][]).filter(role => ROLE_PERMISSIONS[role].includes(permission));

describe('roles', () => {
  it('an administrator has no case content, an auditor changes nothing', () => {
    expect(
      ROLE_PERMISSIONS.ADMINISTRATOR.filter(one => /^(cases|figures|ledgers|returns|personal)/.test(one)),
    ).toEqual([]);
    expect(ROLE_PERMISSIONS.AUDITOR.filter(one => !one.endsWith('.read'))).toEqual([]);
  });

  it('who changes what', () => {
    expect(of('ledgers.import')).toEqual(['HANDLER', 'LITIGATION_CONTACT', 'STATISTICIAN']);
    expect(of('cases.confide')).toEqual(['APPROVER']);
    expect(of('cases.assign')).toEqual(['APPROVER']);
    expect(of('officers.keep')).toEqual(['APPROVER', 'ADMINISTRATOR']);
    expect(of('accounts.manage')).toEqual(['ADMINISTRATOR']);
    expect(of('self.manage')).toEqual([]); // comes with the account, role or not
  });
});
