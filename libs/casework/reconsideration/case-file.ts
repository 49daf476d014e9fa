import { deemedOnRecord, eventOf, STEPS_OF_CASE, stepsInForce, type CaseStepRow } from '#queries';
import type { RcEvent } from '#law/reconsideration';
import type { PoolClient } from 'pg';

/** 案卷: a case as it is read before a step is taken, and held until that is written. */
export interface CaseFile {
  readonly id: string;
  readonly organId: number;
  readonly respondentId: number | null;
  readonly version: number;
  /** Every step ever entered. */
  readonly rows: readonly CaseStepRow[];
  /** Those that count, as the law knows them. */
  readonly events: readonly RcEvent[];
  /** What the law made happen, as far as it is on record. */
  readonly deemed: readonly CaseStepRow[];
}

type Held = Pick<CaseFile, 'id' | 'organId' | 'respondentId' | 'version'>;

const HOLD = `select p.id::text, p.organ_id as "organId", p.respondent_id as "respondentId", p.version
  from proceeding p join reconsideration r on r.proceeding_id = p.id
  where p.id = $1::bigint and not p.voided for update of p`;

/** Reads a case and keeps others from changing it. @returns null when the scope of the transaction does not let it be changed */
export async function openCase(client: PoolClient, id: string): Promise<CaseFile | null> {
  const held = await client.query<Held>({ name: 'case.hold', text: HOLD, values: [id] });
  const found = held.rows[0];
  if (!found) return null;
  const { rows } = await client.query<CaseStepRow>({ name: 'case.steps', text: STEPS_OF_CASE, values: [id] });
  return { ...found, rows, events: stepsInForce(rows).map(eventOf), deemed: deemedOnRecord(rows) };
}
