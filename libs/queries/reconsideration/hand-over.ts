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

/** Which step delivers what another one made. */
const DELIVERED_BY: Readonly<Record<string, string>> = {
  SEND_COPY: 'COPY_SERVED',
  DECIDE: 'SERVE',
  MEDIATE: 'SERVE',
  DISMISS: 'SERVE',
  TERMINATE: 'SERVE',
};
/** Which input of a step says when its document arrived. */
const ARRIVED: Readonly<Record<string, string>> = {
  NOTICE_CORRECTION: 'servedOn',
  OPINION_LETTER: 'servedOn',
  NOTIFY_MAKER: 'servedOn',
  TRANSFER_NORMATIVE: 'receivedOn',
};

const UNDELIVERED = `with steps as (select s.* from case_step s where s.proceeding_id = any($1::bigint[]) and s.kind <> '${TAKE_BACK}'
    and not exists (select from case_step t where t.proceeding_id = s.proceeding_id and t.kind = '${TAKE_BACK}' and t.of_event = s.event_id))
  select s.proceeding_id::text as "caseId", s.event_id as "eventId", s.kind, s.happened_on as "happenedOn" from steps s
  where (s.kind in (select jsonb_object_keys($3::jsonb)) and s.input ->> ($3::jsonb ->> s.kind) is null)
    or (s.kind in (select jsonb_object_keys($2::jsonb)) and not exists (select from steps d
      where d.proceeding_id = s.proceeding_id and d.kind = $2::jsonb ->> s.kind and d.id > s.id))
  order by s.id`;

/** 移交清单: what else somebody has to know who takes over these cases. */
@Injectable()
export class HandOver {
  constructor(private readonly reader: Reader) {}

  clocks(scope: Scope, ids: readonly string[]): Promise<OpenClockRow[]> {
    return this.reader.rows<OpenClockRow>(scope, 'handOver.clocks', CLOCKS, [ids]);
  }

  undelivered(scope: Scope, ids: readonly string[]): Promise<UndeliveredRow[]> {
    const values = [ids, JSON.stringify(DELIVERED_BY), JSON.stringify(ARRIVED)];
    return this.reader.rows<UndeliveredRow>(scope, 'handOver.undelivered', UNDELIVERED, values);
  }
}
