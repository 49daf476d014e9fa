import type { Grant } from '#identity';
import type { PoolClient } from 'pg';
import { loginOf } from '../../accounts/account-records.ts';
import type { Conflict, Qualification } from './facts.ts';

/** An officer as the database knows them; certificates and conflicts are those kept at organs in scope. */
export interface OfficerRecord {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly organId: number | null;
  readonly disabled: boolean;
  /** Where they hold the role of a handler. */
  readonly grants: readonly Grant[];
  readonly qualifications: readonly (Qualification & { organId: number })[];
  readonly conflicts: readonly (Conflict & { organId: number })[];
}

// of a certificate entered several times the last row counts
const OFFICERS = `select a.id, a.login, a.name, a.organ_id as "organId", a.disabled,
    coalesce((select json_agg(json_build_object('role', g.role, 'organId', g.organ_id, 'withSubordinates', g.with_subordinates))
      from account_grant g where g.account_id = a.id and g.role = 'HANDLER' and g.revoked_at is null), '[]') as grants,
    coalesce((select json_agg(json_build_object('organId', q.organ_id, 'number', q.certificate_number, 'from', q.valid_from,
        'to', q.valid_to))
      from (select distinct on (organ_id, certificate_number) * from officer_qualification
        where account_id = a.id order by organ_id, certificate_number, id desc) q), '[]') as qualifications,
    coalesce((select json_agg(json_build_object('organId', d.organ_id, 'kind', d.kind, 'caseId', d.proceeding_id::text,
        'against', d.against_id, 'party', d.party_name))
      from conflict_declaration d where d.account_id = a.id and d.withdrawn_at is null), '[]') as conflicts
  from account a`;

export async function officersNamed(client: PoolClient, logins: readonly string[]): Promise<OfficerRecord[]> {
  const text = `${OFFICERS} where a.login = any($1::text[])`;
  const query = { name: 'assignment.officers', text, values: [logins.map(loginOf)] };
  return (await client.query<OfficerRecord>(query)).rows;
}

export async function officersWithIds(client: PoolClient, ids: readonly number[]): Promise<OfficerRecord[]> {
  const text = `${OFFICERS} where a.id = any($1::int[])`;
  return (await client.query<OfficerRecord>({ name: 'assignment.officersById', text, values: [ids] })).rows;
}
