import type { Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { IS_OPEN } from './work-columns.ts';

export interface QualificationView {
  certificateNumber: string;
  validFrom: string;
  validTo: string | null;
}

export interface ConflictView {
  id: number;
  kind: string;
  caseId: string | null;
  against: number | null;
  party: string | null;
  reason: string;
}

/** 复议人员: who belongs to an organ, handles its cases, or still has one of them. */
export interface OfficerView {
  id: number;
  login: string;
  name: string;
  disabled: boolean;
  /** Holds the role of a handler at this very organ. */
  handler: boolean;
  qualifications: QualificationView[];
  conflicts: ConflictView[];
}

const OFFICERS = `select a.id, a.login, a.name, a.disabled, g.account_id is not null as handler,
    coalesce((select json_agg(json_build_object('certificateNumber', q.certificate_number, 'validFrom', q.valid_from,
        'validTo', q.valid_to) order by q.certificate_number)
      from (select distinct on (certificate_number) * from officer_qualification
        where account_id = a.id and organ_id = $1 order by certificate_number, id desc) q), '[]') as qualifications,
    coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'caseId', d.proceeding_id::text, 'against',
        d.against_id, 'party', d.party_name, 'reason', d.reason) order by d.id)
      from conflict_declaration d where d.account_id = a.id and d.organ_id = $1 and d.withdrawn_at is null), '[]') as conflicts
  from account a left join account_grant g
    on g.account_id = a.id and g.organ_id = $1 and g.role = 'HANDLER' and g.revoked_at is null
  where (a.organ_id = $1 or g.account_id is not null or a.id in (
      select unnest(array[r.handler_id, r.second_handler_id]) from reconsideration r where r.organ_id = $1 and ${IS_OPEN}))
    and ($2::text is null or a.login = $2) order by a.login`;

const HISTORY = `select c.part, a.name, to_char(c.assigned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, b.name as by,
    c.reason, array_to_json(c.warnings) as warnings, c.version
  from case_assignment c left join account a on a.id = c.account_id left join account b on b.id = c.assigned_by_id
  where c.proceeding_id = $1::bigint order by c.id`;

/** Somebody was given a part of a case, or (null) taken off it. */
export interface AssignmentView {
  part: 'HANDLER' | 'SECOND';
  name: string | null;
  at: string;
  by: string | null;
  reason: string;
  warnings: string[];
  version: number;
}

/** Who may handle cases of an organ, and who handled one. */
@Injectable()
export class Officers {
  constructor(private readonly reader: Reader) {}

  list(scope: Scope, organId: number): Promise<OfficerView[]> {
    return this.reader.rows<OfficerView>(scope, 'officers.list', OFFICERS, [organId, null]);
  }

  one(scope: Scope, organId: number, login: string): Promise<OfficerView | null> {
    return this.reader.first<OfficerView>(scope, 'officers.list', OFFICERS, [organId, login]);
  }

  /** First to last; nothing for those who do not keep the case. */
  history(scope: Scope, caseId: string): Promise<AssignmentView[]> {
    return this.reader.rows<AssignmentView>(scope, 'officers.history', HISTORY, [caseId]);
  }
}
