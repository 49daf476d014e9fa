import type { OrganRecord } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { accountsUnknown } from '../../proceedings/case-refusals.ts';
import { CaseDoor } from '../case-door.ts';
import { officersNamed, type OfficerRecord } from './officer-records.ts';

/** Finds the officers of an organ: who belongs to it, or handles cases there. */
@Injectable()
export class OfficersOf {
  constructor(private readonly door: CaseDoor) {}

  /** @throws UserError for a login nobody has there; the same for one that is of another organ */
  async named(client: PoolClient, organ: OrganRecord, login: string): Promise<OfficerRecord> {
    const [found] = await officersNamed(client, [login]);
    const there =
      found?.organId === organ.id || found?.grants.some(grant => this.door.reaches(grant, organ.id));
    if (!found || !there) throw accountsUnknown([login]);
    return found;
  }
}
