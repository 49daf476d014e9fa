import { covers, officeScope, sees, type Actor, type Grant, type Scope } from '#identity';
import type { RcKind, RcRole } from '#law/reconsideration';
import { BulkWriter, OrganDirectory, Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { caseUnknown } from '../proceedings/case-refusals.ts';
import { askOf, lookAtCase, openCase, type Ask, type CaseFile } from './case-file.ts';
import { rolesIn } from './case-roles.ts';

const ID = /^\d{1,18}$/;
const SEEN = `select organ_id as "organId", respondent_id as "respondentId" from proceeding where id = $1::bigint and not voided`;

/** A case, and as whom the asker may act in it. */
export interface SeenCase {
  readonly file: CaseFile;
  /** As whom the asker may take a step of this kind. */
  readonly roles: (kind: RcKind | null) => readonly RcRole[];
  /** Reads on, in the scope and at the moment the case was read. */
  readonly ask: Ask;
}

/** A case that is open for a change. */
export interface OpenedCase extends SeenCase {
  readonly client: PoolClient;
}

/** Opens cases for change: who may, which case, and one transaction around it; or only to look what a change would do. */
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
    const within = await this.within(actor, id);
    return this.writer.transaction(within, async client => {
      const file = await openCase(client, id);
      return work({ client, ...this.seen(actor, file, askOf(client)) });
    });
  }

  /**
   * The same way, on the side on which nothing can be written.
   * @throws UserError for an actor who may not, or a case they do not see
   */
  async look<T>(actor: Actor, id: string, work: (seen: SeenCase) => Promise<T>): Promise<T> {
    const within = await this.within(actor, id);
    const ask: Ask = (name, text, values) => this.reader.rows(within, name, text, values);
    return this.reader.moment().use(async () => work(this.seen(actor, await lookAtCase(ask, id), ask)));
  }

  private within(actor: Actor, id: string): Promise<Scope> {
    const scope = this.access.scope(actor, 'cases.handle');
    if (!ID.test(id)) throw caseUnknown();
    return this.writingScope(scope, id);
  }

  private seen(actor: Actor, file: CaseFile | null, ask: Ask): SeenCase {
    if (!file) throw caseUnknown();
    return { file, ask, roles: kind => this.roles(actor, file, kind) };
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
