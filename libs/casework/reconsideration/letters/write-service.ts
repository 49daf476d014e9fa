import type { LetterServiceRow } from '#queries';
import type { PoolClient } from 'pg';

/** A record of service to add. */
export type NewService = Omit<LetterServiceRow, 'id' | 'letterKind' | 'corrected' | 'enteredAt'>;

const ADD = `insert into letter_service (proceeding_id, letter_id, request_id, role, party_place, recipient, method, sent_on,
    happened_on, served_on, returned_on, note, corrects_id, entered_by_id)
  values ($1::bigint, $2::bigint, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::bigint, $14) returning id::text`;

/** @returns the id of the row */
export async function addService(
  client: PoolClient,
  caseId: string,
  one: NewService & { enteredBy: number | null },
): Promise<string> {
  const { letterId, requestId, role, at, recipient, method, sentOn, happenedOn, servedOn } = one;
  const { returnedOn, note, corrects, enteredBy } = one;
  const whom = [caseId, letterId, requestId, role, at, recipient, method];
  const days = [sentOn, happenedOn, servedOn, returnedOn];
  const { rows } = await client.query<{ id: string }>(ADD, [...whom, ...days, note, corrects, enteredBy]);
  return rows[0]!.id;
}
