import { covers, officeScope, sees, type Actor, type Grant, type Scope } from '#identity';
import type { RcKind, RcRole } from '#law/reconsideration';
import { BulkWriter, OrganDirectory, Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { caseUnknown } from '../proceedings/case-refusals.ts';
import { openCase, type CaseFile } from './case-file.ts';
import { rolesIn } from './case-roles.ts';

const ID = /^\d{1,18}$/;
const SEEN = `select organ_id as "organId", respondent_id as "respondentId" from proceeding where id = $1::bigint and not voided`;

/** A case that is open for a change, and as whom the asker may act in it. */
export interface OpenedCase {
  readonly client: PoolClient;
  readonly file: CaseFile;
  /** As whom the asker may take a step of this kind. */
  readonly roles: (kind: RcKind) => readonly RcRole[];
}

/** Opens cases for change: who may, which case, and one transaction around it. */
@Injectable()
export class CaseDoor {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly reader: Reader,
    private readonly organs: OrganDirectory,
  ) {}

  /** @throws UserError for an actor who may not, or a case they do not see */
  async change<T>(actor: Actor, id: string, work: (opened: OpenedCase) => Promise<T>): Promise<T> {
    const scope = this.access.scope(actor, 'cases.handle');
    if (!ID.test(id)) throw caseUnknown();
    const within = await this.writingScope(scope, id);
    return this.writer.transaction(within, async client => {
      const file = await openCase(client, id);
      if (!file) throw caseUnknown();
      return work({ client, file, roles: kind => this.roles(actor, file, kind) });
    });
  }

  /**
   * A case is written where it is kept. The organ it is against may see it and add its own steps: then the system writes for
   * the office, after it was asked whether the asker sees the case at all.
   */
  private async writingScope(scope: Scope, id: string): Promise<Scope> {
    if (scope.own.length === 0) return scope;
    const seen = await this.reader.first<{ organId: number; respondentId: number | null }>(
      scope,
      'case.seen',
      SEEN,
      [id],
    );
    if (!seen || !sees(scope, seen)) throw caseUnknown();
    return covers(scope, seen.organId) ? scope : officeScope([seen.organId]);
  }

  roles(
    actor: Actor,
    organs: Pick<CaseFile, 'organId' | 'respondentId'>,
    kind: RcKind | null,
  ): readonly RcRole[] {
    if (!('accountId' in actor)) return ['SYSTEM'];
    return rolesIn(actor, organs, kind, (grant, organId) => this.reaches(grant, organId));
  }

  /** Whether a grant reaches the organ, itself or from above. */
  reaches({ organId: of, withSubordinates }: Grant, organId: number): boolean {
    if (of === null || of === organId) return true;
    const [above, below] = [this.organs.byId(of), this.organs.byId(organId)];
    return withSubordinates && above !== null && below !== null && below.path.startsWith(above.path);
  }
}
