import type { LimitFacts } from '#law/reconsideration';
import { sees, type Scope } from '#identity';
import { Reader } from '#persistence';
import type { CHANNELS } from '#schema';
import { Injectable } from '@nestjs/common';
import { STEPS_OF_CASE, type CaseStepRow } from './case-steps.ts';

/** A reconsideration that is worked on here; what follows from its steps is worked out from them. */
export interface CaseRow {
  id: string;
  organId: number;
  respondentId: number | null;
  disputeId: string;
  channel: (typeof CHANNELS)[number];
  actName: string;
  actNumber: string | null;
  actMadeOn: string | null;
  actKnownOn: string | null;
  receivedOn: string;
  limitFacts: LimitFacts;
  claims: string;
  grounds: string | null;
  handlerId: number | null;
  handlerName: string | null;
  secondHandlerId: number | null;
  secondHandlerName: string | null;
  version: number;
}

const CASE = `select p.id::text, p.organ_id as "organId", p.respondent_id as "respondentId", p.dispute_id::text as "disputeId",
    r.channel, r.act_name as "actName", r.act_number as "actNumber", r.act_made_on::text as "actMadeOn",
    r.act_known_on::text as "actKnownOn", p.received_on::text as "receivedOn", r.limit_facts as "limitFacts", r.claims, r.grounds, r.handler_id as "handlerId", h.name as "handlerName",
    r.second_handler_id as "secondHandlerId", s.name as "secondHandlerName", p.version
  from reconsideration r join proceeding p on p.id = r.proceeding_id
    left join account h on h.id = r.handler_id left join account s on s.id = r.second_handler_id
  where p.id = $1::bigint and not p.voided`;

const TIMELINE = `select j.id::text, j.seq, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, j.action, j.basis, j.details,
    a.name as "accountName"
  from journal j left join account a on a.id = j.account_id
  where j.subject_kind = 'PROCEEDING' and j.subject_id = $1::bigint order by j.seq`;

/** An entry of the journal about a case. */
export interface TimelineRow {
  id: string;
  seq: number;
  at: string;
  action: string;
  basis: unknown;
  details: Record<string, unknown>;
  accountName: string | null;
}

/** One case with its steps. */
@Injectable()
export class FindCase {
  constructor(private readonly reader: Reader) {}

  /** @returns null for a case there is not, or that the asker does not see */
  async byId(scope: Scope, id: string): Promise<CaseRow | null> {
    if (!/^\d{1,18}$/.test(id)) return null;
    const row = await this.reader.first<CaseRow>(scope, 'case.byId', CASE, [id]);
    return row && sees(scope, row) ? row : null;
  }

  steps(scope: Scope, id: string): Promise<CaseStepRow[]> {
    return this.reader.rows<CaseStepRow>(scope, 'case.stepsOf', STEPS_OF_CASE, [id]);
  }

  /** What was done in a case, first to last; the journal itself, so nothing can be missing from it. */
  timeline(scope: Scope, id: string): Promise<TimelineRow[]> {
    return this.reader.rows<TimelineRow>(scope, 'case.timeline', TIMELINE, [id]);
  }
}
