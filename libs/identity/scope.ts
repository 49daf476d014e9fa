import { OF_EVERY_ACCOUNT, ROLE_PERMISSIONS, type Permission } from './permissions.ts';
import type { Principal } from './principal.ts';
import type { Grant } from './roles.ts';

declare const brand: unique symbol;

/**
 * 可见范围: what a statement may see. The reading side takes nothing without one, and PostgreSQL's row-level security
 * applies the same one again. Made only by the functions of this file.
 */
export interface Scope {
  readonly [brand]: true;
  /** Organs whose cases, ledgers and returns may be seen. */
  readonly keeps: 'ALL' | readonly number[];
  /** Organs for which the asker acts: cases in which they are respondent or defendant may be seen too. */
  readonly own: readonly number[];
  /** Confidential cases are seen only by the accounts named in them; null: by none. */
  readonly accountId: number | null;
  /** COUNT sees confidential cases, so that figures balance; it may only be used for numbers. SYSTEM sees them too. */
  readonly purpose: 'READ' | 'COUNT' | 'SYSTEM';
}

const made = (scope: Omit<Scope, typeof brand>): Scope => scope as Scope;

/** The organ tree, as far as a scope needs it. */
export interface OrganTree {
  /** Ids of the organ and all organs below it. */
  subtree(organId: number): readonly number[];
}

/** @returns what the principal may see under this permission; null when no role of theirs carries it */
export function scopeOf(principal: Principal, permission: Permission, tree: OrganTree): Scope | null {
  if (principal.only && !principal.only.includes(permission)) return null;
  if (OF_EVERY_ACCOUNT.includes(permission)) return REFERENCE;
  const grants = principal.grants.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission));
  if (grants.length === 0) return null;
  const organs = grants.flatMap(g => (g.organId === null ? [] : [g.organId]));
  return made({
    keeps: keptBy(grants, tree),
    own: [...new Set(organs)].sort((a, b) => a - b),
    accountId: principal.accountId,
    purpose: 'READ',
  });
}

function keptBy(grants: readonly Grant[], tree: OrganTree): Scope['keeps'] {
  const ids = new Set<number>();
  for (const { organId, withSubordinates } of grants) {
    if (organId === null) return 'ALL';
    for (const id of withSubordinates ? tree.subtree(organId) : [organId]) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

const counting = new WeakMap<Scope, Scope>();

/** The same organs, for numbers only. */
export function countingScope(scope: Scope): Scope {
  let counts = counting.get(scope);
  if (!counts) counting.set(scope, (counts = made({ ...scope, purpose: 'COUNT' })));
  return counts;
}

const SYSTEM = made({ keeps: 'ALL', own: [], accountId: null, purpose: 'SYSTEM' });
const REFERENCE = made({ keeps: [], own: [], accountId: null, purpose: 'READ' });

/** Everything: for work of the system that belongs to no office. */
export function systemScope(): Scope {
  return SYSTEM;
}

/** No case at all: for tables without any, like organs, codes and accounts. */
export function referenceScope(): Scope {
  return REFERENCE;
}

/** What the system works on for an office, whose scope was checked when the work was asked for. */
export function officeScope(organIds: Scope['keeps']): Scope {
  return made({ keeps: organIds, own: [], accountId: null, purpose: 'SYSTEM' });
}

/** The same organs, without the confidential cases: for what the system writes down for others to read. */
export function openCases(scope: Scope): Scope {
  return made({ ...scope, accountId: null, purpose: 'READ' });
}

/** Whether a case may be seen, as far as its organs decide. */
export function sees(scope: Scope, of: { organId: number; respondentId: number | null }): boolean {
  return covers(scope, of.organId) || (of.respondentId !== null && scope.own.includes(of.respondentId));
}

/** Whether the organ lies in the scope. */
export function covers(scope: Scope, organId: number): boolean {
  return scope.keeps === 'ALL' || scope.keeps.includes(organId);
}
