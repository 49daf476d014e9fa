import { describe, expect, it } from 'vitest';
import {
  coversGrant,
  lockOutMs,
  mayManage,
  passwordFault,
  permissionsOf,
  scopeOf,
  SESSION_TIMES,
  sessionOverAt,
  type Grant,
  type OrganTree,
  type Permission,
  type Principal,
} from './index.ts';

/** 1 above 2 and 3, 2 above 4; 9 stands alone. */
const BELOW: Record<number, number[]> = { 1: [1, 2, 3, 4], 2: [2, 4], 3: [3], 4: [4], 9: [9] };
const tree: OrganTree = { subtree: id => BELOW[id] ?? [] };

const principal = (grants: Grant[], only: Permission[] | null = null): Principal => ({
  accountId: 1,
  name: 'x',
  organId: null,
  grants,
  via: 'SESSION',
  only,
  address: null,
});
const at = (organId: number | null, withSubordinates = false, role: Grant['role'] = 'HANDLER'): Grant => ({
  role,
  organId,
  withSubordinates,
});
const scope = (organId: number | null, withSubordinates: boolean) =>
  scopeOf(principal([at(organId, withSubordinates, 'ADMINISTRATOR')]), 'accounts.manage', tree)!;

describe('lock-out', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [9, 480],
    [10, 900],
    [1000, 900],
  ])('after %i wrong passwords: %i seconds', (failures, seconds) => {
    expect(lockOutMs(failures)).toBe(seconds * 1000);
  });
});

describe('a session is over', () => {
  const { idleMs, absoluteMs } = SESSION_TIMES;
  it.each([
    ['after the idle time', 0, absoluteMs, idleMs],
    ['at its end, however busy', absoluteMs - 1, absoluteMs, absoluteMs],
    ['at its end, when another clock is ahead', absoluteMs + 1, absoluteMs, absoluteMs],
  ])('%s', (_name, lastSeenAt, expiresAt, over) => {
    expect(sessionOverAt({ lastSeenAt, expiresAt })).toBe(over);
  });
});

describe('a password', () => {
  it.each([
    ['elevenchars', 'SHORT'],
    ['twelve chars', null],
    ['十一个字的密码还不够长', 'SHORT'],
    ['十二个字的密码已经足够长了', null],
    ['x'.repeat(128), null],
    ['x'.repeat(129), 'LONG'],
    ['twelve\0chars', 'CONTROL'],
    ['zhangsan2024', 'OWN_NAME'],
    ['ZhangSan12345', 'OWN_NAME'],
    ['zhangsanzhangsan', 'OWN_NAME'],
    ['zhangsan river 7 lamp', null],
    ['张三丰2024张三丰2024', null],
    ['张三丰张三丰张三丰张三丰', 'OWN_NAME'],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, { login: 'zhangsan', name: '张三丰' })).toBe(fault);
  });

  it('a login of one letter does not stand in the way', () => {
    expect(passwordFault('aaaaaaaaaaaa', { login: 'a', name: ' ' })).toBeNull();
  });
});

describe('who manages the accounts of some organs', () => {
  it.each<[string, ReturnType<typeof scope>, Omit<Grant, 'role'>, boolean]>([
    ['the installation: everything', scope(null, false), at(null), true],
    ['the installation: an organ', scope(null, false), at(9, true), true],
    ['an organ: itself', scope(1, false), at(1), true],
    ['an organ: itself with those below', scope(1, false), at(1, true), false],
    ['an organ: one below', scope(1, false), at(2), false],
    ['a tree: one below with those below', scope(1, true), at(2, true), true],
    ['a tree: the one above', scope(2, true), at(1), false],
    ['a tree: a stranger', scope(1, true), at(9), false],
    ['a tree: the installation', scope(1, true), at(null), false],
    ['an organ that is not there', scope(1, true), at(77, true), false],
  ])('%s', (_name, managed, grant, covered) => {
    expect(coversGrant(managed, grant, tree)).toBe(covered);
  });

  it.each([
    ['inside', 2, [at(2), at(4)], true],
    ['a role outside', 2, [at(2), at(9)], false],
    ['a role everywhere', 2, [at(null)], false],
    ['belongs elsewhere', 9, [], false],
    ['belongs to the installation', null, [], false],
  ])('an account: %s', (_name, organId, grants, may) => {
    expect(mayManage(scope(1, true), { organId, grants }, tree)).toBe(may);
  });
});

describe('what a principal may do', () => {
  it('is what the roles carry, each once, narrowed by the token', () => {
    const grants = [at(1, false, 'HEARING_CLERK'), at(2, false, 'AGENCY_HEAD')];
    const all = [
      'cases.handle',
      'cases.read',
      'figures.read',
      'personal.reveal',
      'reference.read',
      'returns.read',
      'self.manage',
    ];
    expect(permissionsOf(principal(grants))).toEqual(all);
    expect(permissionsOf(principal(grants, ['cases.read', 'accounts.manage']))).toEqual(['cases.read']);
    expect(permissionsOf(principal([]))).toEqual(['self.manage']);
    expect(permissionsOf(principal([], ['cases.read']))).toEqual([]);
  });
});
