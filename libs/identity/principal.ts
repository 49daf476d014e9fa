import type { Permission } from './permissions.ts';
import type { Grant } from './roles.ts';

/**
 * 当前用户: who asks, as found by the session cookie, the API token or (in the demo) the persona of a request. Every
 * use case and query is born with one.
 */
export interface Principal {
  readonly accountId: number;
  readonly name: string;
  /** The organ the account belongs to; null: the installation itself (the first administrator). */
  readonly organId: number | null;
  readonly grants: readonly Grant[];
  readonly via: 'SESSION' | 'TOKEN' | 'PERSONA';
  /** An API token narrows its account to these; null: not narrowed. */
  readonly only: readonly Permission[] | null;
  /** Network address of the request, for the journal. */
  readonly address: string | null;
}

/** Work the system does by itself: jobs, migrations, start. The job names who asked for it, where somebody did. */
export interface SystemActor {
  readonly system: string;
  readonly onBehalfOf: number | null;
}

export type Actor = Principal | SystemActor;

/** The account that acts, or for which the system does. */
export const accountOf = (actor: Actor): number | null =>
  'system' in actor ? actor.onBehalfOf : actor.accountId;
