import { Access } from '#casework';
import type { Scope } from '#identity';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';

/** Which organs a question is about. `organIds` is null when that is every organ there is. */
export interface OrganQuestion {
  organ: OrganRecord | null;
  organIds: readonly number[] | null;
}

@Injectable()
export class OrgansAsked {
  constructor(
    private readonly organs: OrganDirectory,
    private readonly access: Access,
  ) {}

  /**
   * @param code null: all organs of the scope
   * @throws UserError for an unknown code, or an organ outside of the scope
   */
  of(scope: Scope, code: string | null | undefined, withSubordinates: boolean): OrganQuestion {
    if (!code) return { organ: null, organIds: scope.keeps === 'ALL' ? null : scope.keeps };
    const { organ, ids } = this.access.organs(scope, code, withSubordinates);
    const every = scope.keeps === 'ALL' && ids.length === this.organs.size;
    return { organ, organIds: every ? null : ids };
  }
}
