import { OF_EVERY_ACCOUNT, ROLE_PERMISSIONS, type Permission } from './permissions.ts';
import type { Principal } from './principal.ts';
import type { Grant } from './roles.ts';
import type { OrganTree, Scope } from './scope.ts';

/** Where an account reaches: the organ it belongs to, and its grants in force. */
export interface Reach {
  readonly organId: number | null;
  readonly grants: readonly Grant[];
}

/** Whether a grant gives nothing outside of the scope. */
export function coversGrant(scope: Scope, grant: Omit<Grant, 'role'>, tree: OrganTree): boolean {
  if (scope.keeps === 'ALL') return true;
  if (grant.organId === null) return false;
  const organs = grant.withSubordinates ? tree.subtree(grant.organId) : [grant.organId];
  const kept = new Set(scope.keeps);
  return kept.has(grant.organId) && organs.every(id => kept.has(id));
}

/**
 * Whether whoever manages the accounts of a scope may touch this one. All of its reach must lie in the scope: who sets
 * the password of an account can do whatever that account can.
 */
export function mayManage(scope: Scope, { organId, grants }: Reach, tree: OrganTree): boolean {
  return [{ organId, withSubordinates: false }, ...grants].every(one => coversGrant(scope, one, tree));
}

/** What a principal may do somewhere, narrowed by its token. */
export function permissionsOf({ grants, only }: Pick<Principal, 'grants' | 'only'>): Permission[] {
  const all = new Set([...OF_EVERY_ACCOUNT, ...grants.flatMap(({ role }) => ROLE_PERMISSIONS[role])]);
  return [...all].filter(one => !only || only.includes(one)).sort();
}

/** An API token lives no longer. */
export const LONGEST_TOKEN_DAYS = 365;
