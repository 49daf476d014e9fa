import { KEYS, type FileKeys, type IdentifyingKeys, type KnownRow } from './identifying-keys.ts';

const NO_KEYS: FileKeys = { exact: new Set(), dateParty: new Set(), content: new Set() };

/**
 * Recognises rows of earlier ledgers. A row that stands there as it is, is that case. Where this file is a corrected
 * version of an earlier one, two of sequence, day of receipt and first party, or the number, are enough — but not for
 * a case whose row this file contains elsewhere. In other files (next month's) a same sequence and name prove nothing.
 */
export class RowRecogniser {
  readonly #claimed: Set<string>;

  /** @param versions the earlier imports that this file is another version of */
  constructor(
    private readonly find: (keys: readonly IdentifyingKeys[]) => Promise<KnownRow[]>,
    private readonly file: FileKeys,
    private readonly versions: ReadonlySet<number>,
    claimed: Iterable<string> = [],
  ) {
    this.#claimed = new Set(claimed);
  }

  /** For an organ without earlier ledgers: everything is new. */
  static ofFirstLedger(): RowRecogniser {
    return new RowRecogniser(() => Promise.resolve([]), NO_KEYS, new Set());
  }

  /** The known row for each of the given ones, or null where the row is new. Rows said before come first. */
  async recognise(rows: readonly IdentifyingKeys[]): Promise<(KnownRow | null)[]> {
    const index = indexOf(await this.find(rows));
    const same = rows.map(row =>
      this.claim(candidates(index, 'exactKey', row), one => one.contentHash === row.contentHash),
    );
    return rows.map((row, i) => same[i] ?? this.claimCorrected(row, index));
  }

  private claimCorrected(row: IdentifyingKeys, index: KnownIndex): KnownRow | null {
    for (const key of KEYS) {
      const found = this.claim(candidates(index, key, row), one => this.mayBe(one, key));
      if (found) return found;
    }
    return null;
  }

  /** A case that the file says elsewhere, word for word or under its own key, is not this row's. */
  private mayBe(one: KnownRow, key: (typeof KEYS)[number]): boolean {
    if (key === 'exactKey') return !this.file.content.has(one.contentHash);
    return one.metBy.some(id => this.versions.has(id)) && !this.file.exact.has(one.exactKey);
  }

  private claim(known: readonly KnownRow[], test: (one: KnownRow) => boolean): KnownRow | null {
    const found = known.find(one => !this.#claimed.has(one.proceedingId) && test(one));
    if (found) this.#claimed.add(found.proceedingId);
    return found ?? null;
  }
}

type KnownIndex = ReadonlyMap<string, KnownRow[]>;

function indexOf(known: readonly KnownRow[]): KnownIndex {
  const index = new Map<string, KnownRow[]>();
  for (const one of known) {
    for (const key of KEYS) {
      const entry = `${key}:${one[key]}`;
      if (one[key] !== null) index.set(entry, [...(index.get(entry) ?? []), one]);
    }
  }
  return index;
}

function candidates(
  index: KnownIndex,
  key: (typeof KEYS)[number],
  row: IdentifyingKeys,
): readonly KnownRow[] {
  return row[key] === null ? [] : (index.get(`${key}:${row[key]}`) ?? []);
}
