import { unknownOrgan } from '#casework';
import { OrganDirectory, type OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';

/** Which organs a question is about. `organIds` is null when that is every organ there is. */
export interface OrganScope {
  organ: OrganRecord | null;
  organIds: readonly number[] | null;
}

@Injectable()
export class Scopes {
  constructor(private readonly organs: OrganDirectory) {}

  /** @param code null: all organs. @throws UserError for an unknown code */
  of(code: string | null | undefined, withSubordinates: boolean): OrganScope {
    if (!code) return { organ: null, organIds: null };
    const organ = this.organs.byCode(code);
    if (!organ) throw unknownOrgan(code);
    const ids = withSubordinates ? this.organs.subtree(organ.id).map(o => o.id) : [organ.id];
    return { organ, organIds: ids.length === this.organs.size ? null : ids };
  }
}
