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

const LOOK = `select p.id::text, p.organ_id as "organId", p.respondent_id as "respondentId", p.version
  from proceeding p join reconsideration r on r.proceeding_id = p.id
  where p.id = $1::bigint and not p.voided`;
const HOLD = `${LOOK} for update of p`;

/** Runs a statement by its name: in a transaction that writes, or on the read side. */
export type Ask = <T>(name: string, text: string, values: readonly unknown[]) => Promise<T[]>;

export const askOf =
  (client: PoolClient): Ask =>
  async <T>(name: string, text: string, values: readonly unknown[]) =>
    (await client.query({ name, text, values: [...values] })).rows as T[];

/** Reads a case and keeps others from changing it. @returns null when the scope of the transaction does not let it be changed */
export async function openCase(client: PoolClient, id: string): Promise<CaseFile | null> {
  const ask = askOf(client);
  return fileOf(ask, await ask<Held>('case.hold', HOLD, [id]));
}

/** Reads a case that nobody is kept from changing. @returns null when the scope does not let it be seen */
export const lookAtCase = async (ask: Ask, id: string): Promise<CaseFile | null> =>
  fileOf(ask, await ask<Held>('case.look', LOOK, [id]));

async function fileOf(ask: Ask, [found]: readonly Held[]): Promise<CaseFile | null> {
  if (!found) return null;
  const rows = await ask<CaseStepRow>('case.steps', STEPS_OF_CASE, [found.id]);
  return { ...found, rows, events: stepsInForce(rows).map(eventOf), deemed: deemedOnRecord(rows) };
}
