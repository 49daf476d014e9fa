import type { RcEvent } from '#law/reconsideration';

/** A step as it stands in `case_step`. */
export interface CaseStepRow {
  eventId: string;
  kind: string;
  happenedOn: string;
  of: string | null;
  deemed: boolean;
  input: Readonly<Record<string, unknown>>;
  record: Readonly<Record<string, unknown>>;
  role: string | null;
  enteredBy: number | null;
  enteredAt: string;
  version: number;
}

/** Of one case, in the order of entry. */
export const STEPS_OF_CASE = `select event_id as "eventId", kind, happened_on::text as "happenedOn", of_event as "of", deemed, input,
    record, role, entered_by_id as "enteredBy", to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "enteredAt",
    version
  from case_step where proceeding_id = $1::bigint order by id`;

/** 撤回登记: the row that takes another one back. It is no event of the law. */
export const TAKE_BACK = 'TAKE_BACK';

/** 更正登记: the row that says what of the registration was put right. It is no event of the law either. */
export const AMEND = 'AMEND';

/** Whether a row is something the office did to its own record, and nothing that happened in the case. */
export const isOfTheRecord = ({ kind }: Pick<CaseStepRow, 'kind'>): boolean =>
  kind === TAKE_BACK || kind === AMEND;

/** Steps people have entered and not taken back. What the law made of silence is worked out anew each time. */
export function stepsInForce(rows: readonly CaseStepRow[]): CaseStepRow[] {
  const takenBack = new Set(rows.flatMap(row => (row.kind === TAKE_BACK && row.of ? [row.of] : [])));
  return rows.filter(row => !isOfTheRecord(row) && !row.deemed && !takenBack.has(row.eventId));
}

/** A step as the law's rules know it: its inputs were checked when it was entered. */
export function eventOf({ eventId, kind, happenedOn, of, input }: CaseStepRow): RcEvent {
  return {
    ...input,
    id: eventId,
    kind,
    on: happenedOn,
    ...(of === null ? {} : { of }),
  } as unknown as RcEvent;
}

/** What the law made happen, recorded when it was noticed and not fallen away since. */
export function deemedOnRecord(rows: readonly CaseStepRow[]): CaseStepRow[] {
  const fellAway = new Set(rows.flatMap(row => (row.kind === TAKE_BACK && row.of ? [row.of] : [])));
  return rows.filter(row => row.deemed && row.kind !== TAKE_BACK && !fellAway.has(row.eventId));
}
