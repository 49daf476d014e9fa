import type { Scope } from '#identity';
import type { IdentityType } from '#personal';
import { Reader } from '#persistence';
import type { PARTY_ROLES } from '#schema';
import { Injectable } from '@nestjs/common';

/** A party as lists show it: of its numbers only the masks are read. */
export interface PartyRow {
  id: string;
  proceedingId: string;
  role: (typeof PARTY_ROLES)[number];
  name: string;
  /** Id of the party a representative or agent stands for. */
  represents: string | null;
  isOrganisation: boolean;
  identityType: IdentityType | null;
  maskedIdentityNumber: string | null;
  maskedPhone: string | null;
  maskedAddress: string | null;
}

const OF_CASES = `select id::text, proceeding_id::text as "proceedingId", role, name,
    represents_id::text as represents, is_organisation as "isOrganisation",
    identity_type as "identityType", identity_masked as "maskedIdentityNumber", phone_masked as "maskedPhone",
    address_masked as "maskedAddress"
  from party t where proceeding_id = any($1::bigint[]) order by t.proceeding_id, t.id`;

/** 当事人 of the cases of a page, in one statement. */
@Injectable()
export class ListParties {
  constructor(private readonly reader: Reader) {}

  async of(scope: Scope, proceedingIds: readonly string[]): Promise<ReadonlyMap<string, PartyRow[]>> {
    if (!proceedingIds.length) return new Map();
    const rows = await this.reader.rows<PartyRow>(scope, 'parties.ofCases', OF_CASES, [proceedingIds]);
    return Map.groupBy(rows, row => row.proceedingId);
  }
}
