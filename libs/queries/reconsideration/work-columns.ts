import { NEXT_DUE, OPEN_CASE } from '#schema';

/** A case in somebody's work: what a list shows of it. Its clock is the nearest, or the one the list is about. */
export interface WorkRow {
  id: string;
  organId: number;
  respondentId: number | null;
  caseNumber: string | null;
  receivedOn: string;
  actName: string;
  state: string;
  procedure: string;
  clock: string | null;
  /** Null: no clock runs. */
  dueOn: string | null;
  handler: string | null;
  secondHandler: string | null;
  version: number;
  /** What the asker, or whom the list is of, is in it. */
  part: 'HANDLER' | 'SECOND' | null;
}

/** Where a page ended: the due date (or infinity), the case, and where a case can stand twice the clock. */
export interface WorkCursor {
  due: string;
  id: string;
  clock: string;
}

export const WORK_COLUMNS = `p.id::text, p.organ_id as "organId", p.respondent_id as "respondentId", p.case_number as "caseNumber",
    p.received_on as "receivedOn", r.act_name as "actName", r.state, r.procedure, h.name as handler,
    s.name as "secondHandler", p.version`;

export const WORK_JOINS = `join proceeding p on p.id = r.proceeding_id and not p.voided
    left join account h on h.id = r.handler_id left join account s on s.id = r.second_handler_id`;

/** In these very words the partial indexes of open cases are found. */
export const IS_OPEN = `r.${OPEN_CASE}`;
export const DUE = NEXT_DUE.replaceAll('next_due_on', 'r.next_due_on');

/** Cases that are counted and not listed for this asker, because they are confidential. */
export const HIDDEN_FROM = (account: string): string =>
  `p.confidential and not exists (select from confidential_reader c
    where c.proceeding_id = p.id and c.account_id = ${account}::int and c.revoked_at is null)`;
