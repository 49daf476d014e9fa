import type { Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { KEYS, type FileKeys, type IdentifyingKeys, type KnownRow } from './identifying-keys.ts';
import { RowRecogniser } from './row-recogniser.ts';

const FIND = `select s.proceeding_id::text as "proceedingId", s.row_id::text as "rowId", s.proceeding_version as "importedVersion",
    p.version as "currentVersion", p.hearings_held as "hearingsHeld", s.case_key as "caseKey", s.exact_key as "exactKey", s.date_party_key as "datePartyKey",
    s.seq_party_key as "seqPartyKey", s.seq_date_key as "seqDateKey", s.content_hash as "contentHash",
    array(select met.import_id from ledger_row met where met.proceeding_id = s.proceeding_id) as "metBy"
  from ledger_source s join proceeding p on p.id = s.proceeding_id join ledger_row r on r.id = s.row_id
  where s.organ_id = $1 and r.import_id <> $2 and (s.exact_key = any($3::text[]) or s.case_key = any($4::text[])
    or s.date_party_key = any($5::text[]) or s.seq_party_key = any($6::text[]) or s.seq_date_key = any($7::text[]))
  order by s.proceeding_id`;
const EARLIER = `select id from ledger_import i where organ_id = $1 and id <> $2 and state <> 'UNDONE'
  and exists (select from ledger_row r where r.import_id = i.id and r.proceeding_id is not null)`;
const PAGE = 5000;
/** The cases an import has met, changed or not, as the ledgers say it now: a page of them, in the order of its rows. */
const MET = `select r.sheet, r.row_number as "rowNumber", s.exact_key as "exactKey", s.date_party_key as "datePartyKey"
  from ledger_row r join ledger_source s on s.proceeding_id = r.proceeding_id
  where r.import_id = $1 and (r.sheet, r.row_number) > ($2, $3) order by r.sheet, r.row_number limit ${PAGE}`;

/** An earlier import is taken for another version of this file when at least so many of its rows stand in it. */
const SAME_FILE = 0.5;

interface MetCase {
  sheet: string;
  rowNumber: number;
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
    const values = [organId, importId];
    const earlier = await this.reader.rows<{ id: number }>(scope, 'ledger.earlier', EARLIER, values);
    if (!earlier.length) return RowRecogniser.ofFirstLedger();
    const keys = await readKeys();
    const versions = new Set<number>();
    for (const { id } of earlier) if (await this.isVersion(scope, id, keys)) versions.add(id);
    const find = (rows: readonly IdentifyingKeys[]) => {
      const wanted = KEYS.map(key => rows.map(row => row[key]).filter(value => value !== null));
      return this.reader.rows<KnownRow>(scope, 'ledger.known', FIND, [...values, ...wanted]);
    };
    return new RowRecogniser(find, keys, versions, claimed);
  }

  /**
   * Whether the file is another version of what was imported. Judged by the rows that import met, not by who wrote
   * them last; renumbered rows still have their day and party. Counted page by page: the rows are never all in memory.
   */
  private async isVersion(scope: Scope, importId: number, file: FileKeys): Promise<boolean> {
    let all = 0;
    let here = 0;
    for (let last: Pick<MetCase, 'sheet' | 'rowNumber'> | undefined = { sheet: '', rowNumber: 0 }; last;) {
      const values = [importId, last.sheet, last.rowNumber];
      const page: MetCase[] = await this.reader.rows<MetCase>(scope, 'ledger.met', MET, values);
      all += page.length;
      here += page.filter(one => standsIn(file, one)).length;
      last = page.length === PAGE ? page.at(-1) : undefined;
    }
    return here >= all * SAME_FILE;
  }
}

function standsIn(file: FileKeys, { exactKey, datePartyKey }: MetCase): boolean {
  return file.exact.has(exactKey) || (datePartyKey !== null && file.dateParty.has(datePartyKey));
}
