import type { Flag } from './rows/facts.ts';
import type { LedgerRow } from './rows/types.ts';

export interface SheetCounts {
  sheet: string;
  /** Non-blank rows below the header; always accepted + rejected + skipped. */
  rowsIn: number;
  accepted: number;
  rejected: number;
  skipped: number;
}

export interface LedgerReport {
  sheets: SheetCounts[];
  total: Omit<SheetCounts, 'sheet'>;
  /** Names of organs in accepted rows that the caller does not know yet, with the rows that name them. */
  newOrgans: { name: string; rows: number }[];
  flags: Partial<Record<Flag, number>>;
  rejects: Extract<LedgerRow, { kind: 'REJECTED' }>[];
  skipped: Extract<LedgerRow, { kind: 'SKIPPED' }>[];
}

export interface ReportOptions {
  /** Tells whether an organ's name is known already; without it every name counts as new. */
  knowsOrgan?(name: string): boolean;
  /** Longest list of rejects or skipped rows that is kept; the counts go on. Default 10,000. */
  keep?: number;
}

/** Folds a stream of rows into counts and lists; feed it every row, then take the report. */
export class ReportFold {
  readonly #counts = new Map<string, SheetCounts>();
  readonly #organs = new Map<string, number>();
  readonly #flags = new Map<Flag, number>();
  readonly #rejects: LedgerReport['rejects'] = [];
  readonly #skipped: LedgerReport['skipped'] = [];
  readonly #options: ReportOptions;

  constructor(options: ReportOptions = {}) {
    this.#options = options;
  }

  add(row: LedgerRow): void {
    const counts = this.#countsOf(row.sheet);
    const keep = this.#options.keep ?? 10_000;
    counts.rowsIn++;
    if (row.kind === 'ACCEPTED') {
      counts.accepted++;
      for (const name of [row.facts.respondent, row.facts.authority, row.facts.mediator]) this.#organ(name);
      for (const flag of row.flags) this.#flags.set(flag, (this.#flags.get(flag) ?? 0) + 1);
    } else if (row.kind === 'REJECTED') {
      counts.rejected++;
      if (this.#rejects.length < keep) this.#rejects.push(row);
    } else {
      counts.skipped++;
      if (this.#skipped.length < keep) this.#skipped.push(row);
    }
  }

  report(): LedgerReport {
    const sheets = [...this.#counts.values()];
    for (const c of sheets) assertBalanced(c);
    const sum = (key: 'rowsIn' | 'accepted' | 'rejected' | 'skipped'): number =>
      sheets.reduce((total, counts) => total + counts[key], 0);
    return {
      sheets,
      total: {
        rowsIn: sum('rowsIn'),
        accepted: sum('accepted'),
        rejected: sum('rejected'),
        skipped: sum('skipped'),
      },
      newOrgans: [...this.#organs].map(([name, rows]) => ({ name, rows })).sort((a, b) => b.rows - a.rows),
      flags: Object.fromEntries(this.#flags),
      rejects: this.#rejects,
      skipped: this.#skipped,
    };
  }

  #countsOf(sheet: string): SheetCounts {
    let counts = this.#counts.get(sheet);
    if (!counts)
      this.#counts.set(sheet, (counts = { sheet, rowsIn: 0, accepted: 0, rejected: 0, skipped: 0 }));
    return counts;
  }

  #organ(names: string | null): void {
    // of several organs an import registers the first, which stands for the case
    const name = names?.split('、')[0] ?? '';
    if (name === '' || this.#options.knowsOrgan?.(name)) return;
    this.#organs.set(name, (this.#organs.get(name) ?? 0) + 1);
  }
}

/** Rows in = accepted + rejected + skipped: a row that is lost or counted twice is a fault, not a remark. */
function assertBalanced(counts: SheetCounts): void {
  if (counts.rowsIn !== counts.accepted + counts.rejected + counts.skipped) {
    throw new Error(`row counts of sheet ${counts.sheet} do not balance`);
  }
}

/** Reads a whole stream into a report, for a dry run. */
export async function reportOf(
  rows: AsyncIterable<LedgerRow>,
  options: ReportOptions = {},
): Promise<LedgerReport> {
  const fold = new ReportFold(options);
  for await (const row of rows) fold.add(row);
  return fold.report();
}
