import { normalise } from '#codes';
import { rowKeys, type LedgerFacts } from '#ledger';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

export interface IdentifyingKeys {
  /** Register, instance and case number; null without a number. */
  caseKey: string | null;
  /** The row itself: number and respondent, or sequence, day of receipt and first party. */
  exactKey: string;
  datePartyKey: string | null;
  seqPartyKey: string | null;
  seqDateKey: string | null;
  contentHash: string;
}

/** One case number may stand in two rows, one for each agency that is sued: the respondent tells them apart. */
export function identifyingKeys(facts: LedgerFacts): IdentifyingKeys {
  const keys = rowKeys(facts);
  return { ...keys, exactKey: keys.exactKey ?? `${keys.caseKey}|${normalise(facts.respondent ?? '')}` };
}

/** What a case from an earlier ledger looked like there. */
export interface KnownRow extends IdentifyingKeys {
  proceedingId: string;
  rowId: string;
  importId: number;
  /** Version the import left behind; another one means that somebody has changed the case since. */
  importedVersion: number;
  currentVersion: number;
}

const LOOSE = ['caseKey', 'datePartyKey', 'seqPartyKey', 'seqDateKey'] as const;
const KEYS = ['exactKey', ...LOOSE] as const;

const FIND = `select s.proceeding_id::text as "proceedingId", s.row_id::text as "rowId", r.import_id as "importId",
    s.proceeding_version as "importedVersion", p.version as "currentVersion", s.case_key as "caseKey", s.exact_key as "exactKey",
    s.date_party_key as "datePartyKey", s.seq_party_key as "seqPartyKey", s.seq_date_key as "seqDateKey",
    s.content_hash as "contentHash"
  from ledger_source s join proceeding p on p.id = s.proceeding_id join ledger_row r on r.id = s.row_id
  where s.organ_id = $1 and (s.exact_key = any($2::text[]) or s.case_key = any($3::text[]) or s.date_party_key = any($4::text[])
    or s.seq_party_key = any($5::text[]) or s.seq_date_key = any($6::text[]))`;
const EARLIER = `select r.import_id as "importId", s.exact_key as "exactKey"
  from ledger_source s join ledger_row r on r.id = s.row_id where s.organ_id = $1`;

/** An earlier import is taken for another version of this file when at least so many of its rows stand in it. */
const SAME_FILE = 0.5;

/**
 * Recognises rows of earlier ledgers. A row that stands there as it is, is that case. Where this file is a corrected
 * version of an earlier one, two of sequence, day of receipt and first party, or the number, are enough — but not for
 * a row that this file contains elsewhere. In other files (next month's) a same sequence and name prove nothing.
 */
export class RowRecogniser {
  readonly #claimed: Set<string>;

  constructor(
    private readonly find: (keys: readonly IdentifyingKeys[]) => Promise<KnownRow[]>,
    private readonly keysOfFile: ReadonlySet<string>,
    private readonly versionsOfFile: ReadonlySet<number>,
    claimed: Iterable<string> = [],
  ) {
    this.#claimed = new Set(claimed);
  }

  /** The known row for each of the given ones, or null where the row is new. */
  async recognise(rows: readonly IdentifyingKeys[]): Promise<(KnownRow | null)[]> {
    const index = new Map<string, KnownRow[]>();
    for (const one of await this.find(rows)) {
      for (const key of KEYS) {
        const entry = `${key}:${one[key]}`;
        if (one[key] !== null) index.set(entry, [...(index.get(entry) ?? []), one]);
      }
    }
    return rows.map(row => this.claim(row, index));
  }

  private claim(row: IdentifyingKeys, index: ReadonlyMap<string, KnownRow[]>): KnownRow | null {
    for (const key of KEYS) {
      const candidates = row[key] === null ? [] : (index.get(`${key}:${row[key]}`) ?? []);
      const found = candidates.find(
        one => !this.#claimed.has(one.proceedingId) && (key === 'exactKey' || this.mayBeCorrected(one)),
      );
      if (!found) continue;
      this.#claimed.add(found.proceedingId);
      return found;
    }
    return null;
  }

  private mayBeCorrected(one: KnownRow): boolean {
    return this.versionsOfFile.has(one.importId) && !this.keysOfFile.has(one.exactKey);
  }
}

/** Looks up what an organ's earlier ledgers have brought in. */
@Injectable()
export class KnownRows {
  constructor(private readonly reader: Reader) {}

  /**
   * @param readKeys reads the exact keys of the whole file; asked only when there are earlier ledgers to compare with
   * @param claimed cases this very import has already recognised, when it is taken up again after a kill
   */
  async recogniser(
    organId: number,
    readKeys: () => Promise<ReadonlySet<string>>,
    claimed: Iterable<string> = [],
  ): Promise<RowRecogniser> {
    const earlier = await this.reader.rows<{ importId: number; exactKey: string }>(
      'ledger.earlier',
      EARLIER,
      [organId],
    );
    const keysOfFile = earlier.length ? await readKeys() : new Set<string>();
    const counts = new Map<number, { all: number; here: number }>();
    for (const { importId, exactKey } of earlier) {
      const count = counts.get(importId) ?? { all: 0, here: 0 };
      count.all++;
      if (keysOfFile.has(exactKey)) count.here++;
      counts.set(importId, count);
    }
    const versions = [...counts].filter(([, { all, here }]) => here >= all * SAME_FILE).map(([id]) => id);
    const find = (rows: readonly IdentifyingKeys[]) => {
      if (!earlier.length) return Promise.resolve([]);
      const values = KEYS.map(key => rows.map(row => row[key]).filter(value => value !== null));
      return this.reader.rows<KnownRow>('ledger.known', FIND, [organId, ...values]);
    };
    return new RowRecogniser(find, keysOfFile, new Set(versions), claimed);
  }
}
