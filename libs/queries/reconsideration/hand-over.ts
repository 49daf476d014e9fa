import type { Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { TAKE_BACK } from './case-steps.ts';

/** A clock of a case somebody hands over. */
export interface OpenClockRow {
  caseId: string;
  code: string;
  /** Null: it stands still. */
  dueOn: string | null;
}

/** A step whose document has not reached its addressee, as far as it is on record. */
export interface UndeliveredRow {
  caseId: string;
  eventId: string;
  kind: string;
  happenedOn: string;
}

const CLOCKS = `select proceeding_id::text as "caseId", code, due_on as "dueOn" from case_clock
  where proceeding_id = any($1::bigint[]) order by due_on nulls last, code`;

type Arrival<Step> =
  /** another step says so, */
  | { readonly by: Step }
  /** a day entered with the step itself, */
  | { readonly on: 'servedOn' | 'receivedOn' }
  /** or services of the letter: everybody it was sent to has it, and of each of these roles at least one does. */
  | { readonly to: readonly ('APPLICANT' | 'RESPONDENT')[] };

/** How the case tells that the paper of a step arrived. */
export type DeliveryRule<Step = string, Letter = string> = {
  readonly step: Step;
  readonly letter: Letter;
} & Arrival<Step>;

const UNDELIVERED = `with rules as (select * from jsonb_to_recordset($2::jsonb) as r(step text, by text, "on" text, letter text, "to" text[])),
  steps as (select s.* from case_step s where s.proceeding_id = any($1::bigint[]) and s.kind <> '${TAKE_BACK}'
    and not exists (select from case_step t where t.proceeding_id = s.proceeding_id and t.kind = '${TAKE_BACK}' and t.of_event = s.event_id)),
  -- a letter that names no step is about the last one there was when it went out
  letters as (select l.id, coalesce(l.details ->> 'about', (select s.event_id from steps s join rules r on r.step = s.kind
      where s.proceeding_id = l.proceeding_id and r.letter = l.kind and s.entered_at <= l.issued_at order by s.id desc limit 1)) as about, l.proceeding_id, l.kind
    from letter l where l.proceeding_id = any($1::bigint[])),
  services as (select u.id, u.role, u.party_place, u.served_on, l.proceeding_id, l.kind, l.about
    from letter_service u join letters l on l.id = u.letter_id
    where not exists (select from letter_service c where c.corrects_id = u.id))
  select s.proceeding_id::text as "caseId", s.event_id as "eventId", s.kind, s.happened_on as "happenedOn"
  from steps s join rules r on r.step = s.kind
  where case
    when r.by is not null then not exists (select from steps d
      where d.proceeding_id = s.proceeding_id and d.kind = r.by and d.id > s.id)
    when r."on" is not null then s.input ->> r."on" is null
    else exists (select from unnest(r."to") role where not exists (select from services u
        where u.proceeding_id = s.proceeding_id and u.kind = r.letter and u.about = s.event_id and u.role = role.role and u.served_on is not null))
      or exists (select from services u
        where u.proceeding_id = s.proceeding_id and u.kind = r.letter and u.about = s.event_id and u.served_on is null
          and not exists (select from services w where w.proceeding_id = u.proceeding_id and w.kind = u.kind and w.about = u.about
            and w.role = u.role and w.party_place = u.party_place and w.served_on is not null))
    end
  order by s.id`;

/** 移交清单: what else somebody has to know who takes over these cases. */
@Injectable()
export class HandOver {
  constructor(private readonly reader: Reader) {}

  clocks(scope: Scope, ids: readonly string[]): Promise<OpenClockRow[]> {
    return this.reader.rows<OpenClockRow>(scope, 'handOver.clocks', CLOCKS, [ids]);
  }

  undelivered(
    scope: Scope,
    ids: readonly string[],
    rules: readonly DeliveryRule[],
  ): Promise<UndeliveredRow[]> {
    const values = [ids, JSON.stringify(rules)];
    return this.reader.rows<UndeliveredRow>(scope, 'handOver.undelivered', UNDELIVERED, values);
  }
}
