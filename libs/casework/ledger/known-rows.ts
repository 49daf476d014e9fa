import type { Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { KEYS, type FileKeys, type IdentifyingKeys, type KnownRow } from './identifying-keys.ts';
import { RowRecogniser } from './row-recogniser.ts';

const FIND = `select s.proceeding_id::text as "proceedingId", s.row_id::text as "rowId", s.proceeding_version as "importedVersion",
    p.version as "currentVersion", p.hearings_held as "hearingsHeld", s.case_key as "caseKey", s.exact_key as "exactKey", s.date_party_key as "datePartyKey",
    s.seq_party_key as "seqPartyKey", s.seq_date_key as "seqDateKey", s.content_hash as "contentHash"
  from ledger_source s join proceeding p on p.id = s.proceeding_id join ledger_row r on r.id = s.row_id
  where s.organ_id = $1 and r.import_id <> $2 and (s.exact_key = any($3::text[]) or s.case_key = any($4::text[])
    or s.date_party_key = any($5::text[]) or s.seq_party_key = any($6::text[]) or s.seq_date_key = any($7::text[]))
  order by s.proceeding_id`;
/** Every case an earlier import has met, changed or not, as the ledgers say it now. */
const EARLIER = `select r.import_id as "importId", s.proceeding_id::text as "proceedingId", s.exact_key as "exactKey",
    s.date_party_key as "datePartyKey"
  from ledger_row r join ledger_import i on i.id = r.import_id join ledger_source s on s.proceeding_id = r.proceeding_id
  where i.organ_id = $1 and i.id <> $2 and i.state <> 'UNDONE'`;

/** An earlier import is taken for another version of this file when at least so many of its rows stand in it. */
const SAME_FILE = 0.5;

interface EarlierRow {
  importId: number;
  proceedingId: string;
  exactKey: string;
  datePartyKey: string | null;
}

/** What is being read: an organ's file, and the import that reads it (0 for a check). */
export interface Reading {
  scope: Scope;
  organId: number;
  importId: number;
  /** Reads the keys of the whole file; asked only when there are earlier ledgers to compare with. */
  readKeys: () => Promise<FileKeys>;
  /** Cases this import has recognised already, when it is taken up again after a kill. */
  claimed?: Iterable<string>;
}

/** Looks up what an organ's earlier ledgers have brought in. */
@Injectable()
export class KnownRows {
  constructor(private readonly reader: Reader) {}

  async recogniser({ scope, organId, importId, readKeys, claimed = [] }: Reading): Promise<RowRecogniser> {
    const earlier = await this.reader.rows<EarlierRow>(scope, 'ledger.earlier', EARLIER, [organId, importId]);
    if (!earlier.length) return RowRecogniser.ofFirstLedger();
    const keys = await readKeys();
    const find = (rows: readonly IdentifyingKeys[]) => {
      const values = KEYS.map(key => rows.map(row => row[key]).filter(value => value !== null));
      return this.reader.rows<KnownRow>(scope, 'ledger.known', FIND, [organId, importId, ...values]);
    };
    return new RowRecogniser(find, keys, casesOfVersions(earlier, keys), claimed);
  }
}

/**
 * The cases of earlier imports that this file is another version of. Judged by the rows an import met, not by who
 * wrote them last; renumbered rows still have their day and party.
 */
function casesOfVersions(earlier: readonly EarlierRow[], file: FileKeys): Set<string> {
  const counts = new Map<number, { all: number; here: number }>();
  for (const { importId, exactKey, datePartyKey } of earlier) {
    const count = counts.get(importId) ?? { all: 0, here: 0 };
    counts.set(importId, count);
    count.all++;
    if (file.exact.has(exactKey) || (datePartyKey !== null && file.dateParty.has(datePartyKey))) count.here++;
  }
  const isVersion = (importId: number) => {
    const { all, here } = counts.get(importId)!;
    return here >= all * SAME_FILE;
  };
  return new Set(earlier.filter(one => isVersion(one.importId)).map(one => one.proceedingId));
}
