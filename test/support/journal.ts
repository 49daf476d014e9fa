import { runSql } from './database.ts';

export interface SeenEntry {
  id: string;
  subject: string;
  seq: number;
  action: string;
  account_id: number | null;
  via: string | null;
  system: string | null;
  address: string | null;
  organ_id: number | null;
  details: Record<string, unknown>;
}

const AFTER = `select id::text as id, subject_kind || ':' || subject_id as subject, seq, action, account_id, via, system,
    address, organ_id, details from journal j where j.id > $1::bigint order by j.id`;

/** The entries after one, as they stand in the database. */
export const entriesAfter = (databaseUrl: string, id = '0'): Promise<SeenEntry[]> =>
  runSql<SeenEntry>(databaseUrl, AFTER, [id]);

/** Waits until there are so many: a refusal is written beside its answer, the end of a job after it. */
export async function entriesWithin(databaseUrl: string, id: string, many: number): Promise<SeenEntry[]> {
  for (let i = 0; ; i++) {
    const entries = await entriesAfter(databaseUrl, id);
    if (entries.length >= many || i >= 100) return entries;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
