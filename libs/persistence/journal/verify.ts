import type { JournalSubjectKind } from '#identity';
import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { compareAnchor } from './anchor.ts';
import { ChainCheck, type Head } from './chain-check.ts';
import type { JournalFault } from './faults.ts';
import { allEntries, allHeads } from './written-rows.ts';

export interface JournalReport {
  subjects: number;
  entries: number;
  /** How many chains are broken, and the first of them, each with the first entry that is wrong. */
  broken: number;
  faults: JournalFault[];
  /** SHA-256 over the lines of the anchor: who keeps it can tell later whether the journal was written anew. */
  total: string;
}

export interface VerifyOptions {
  /** Takes the last entry of each subject, one line each: what to keep outside of this machine. */
  anchor?: (line: string) => Promise<void> | void;
  /** The lines of an anchor that was kept. */
  against?: AsyncIterable<string>;
}

const LISTED = 100;

/**
 * 核验: follows every chain of the journal on one consistent view of it, in bounded memory. What cannot be seen from
 * inside: a chain that was computed anew to its end together with its head, and a subject gone with its head; the
 * anchor shows both.
 */
export async function verifyJournal(client: ClientBase, options: VerifyOptions = {}): Promise<JournalReport> {
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    await client.query('set local row_security = off'); // an error rather than a part of the journal
    const report = new Report(options.anchor);
    for await (const { check, head, entries } of chains(client)) {
      check.end(head);
      await report.add(check, entries);
    }
    if (options.against)
      for await (const fault of compareAnchor(client, options.against)) report.fault(fault);
    return report.made();
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

interface Chain {
  check: ChainCheck;
  head: Head | null;
  entries: number;
}

const placeOf = (kind: JournalSubjectKind, id: number) => `${kind} ${String(id).padStart(20, '0')}`;

/** Entries and heads side by side, both in the order of their subjects; either may lack a subject. */
async function* chains(client: ClientBase): AsyncGenerator<Chain> {
  const heads = await Ahead.of(allHeads(client), one => placeOf(one.kind, one.id));
  const entries = await Ahead.of(allEntries(client), one => placeOf(one.subjectKind, one.subjectId));
  while (heads.place ?? entries.place) {
    const next = [heads.place, entries.place].filter(one => one !== null).sort()[0]!;
    const head = await heads.takeAt(next);
    let entry = await entries.takeAt(next);
    const subject = head ?? { kind: entry!.subjectKind, id: entry!.subjectId };
    const check = new ChainCheck({ kind: subject.kind, id: subject.id }, hash =>
      locate(client, subject, hash),
    );
    let n = 0;
    for (; entry; n++, entry = await entries.takeAt(next)) await check.take(entry);
    yield { check, head, entries: n };
  }
}

/** A source whose next row can be looked at before it is taken. */
class Ahead<T> {
  #row: T | undefined;

  private constructor(
    private readonly source: AsyncGenerator<T>,
    private readonly toPlace: (row: T) => string,
  ) {}

  static async of<T>(source: AsyncGenerator<T>, toPlace: (row: T) => string): Promise<Ahead<T>> {
    const ahead = new Ahead(source, toPlace);
    await ahead.move();
    return ahead;
  }

  get place(): string | null {
    return this.#row === undefined ? null : this.toPlace(this.#row);
  }

  async takeAt(wanted: string): Promise<T | null> {
    if (this.#row === undefined || this.place !== wanted) return null;
    const row = this.#row;
    await this.move();
    return row;
  }

  private async move(): Promise<void> {
    const { value, done } = await this.source.next();
    this.#row = done ? undefined : value;
  }
}

const LOCATE = 'select seq, id from journal where subject_kind = $1 and subject_id = $2 and hash = $3';

async function locate(client: ClientBase, subject: ChainCheck['subject'], hash: string) {
  const { rows } = await client.query(LOCATE, [subject.kind, subject.id, hash]);
  return rows[0] ? { seq: Number(rows[0].seq), id: Number(rows[0].id) } : null;
}

class Report {
  readonly #total = createHash('sha256');
  readonly #report: JournalReport = { subjects: 0, entries: 0, broken: 0, faults: [], total: '' };

  constructor(private readonly anchor: VerifyOptions['anchor']) {}

  async add({ subject, last, fault }: ChainCheck, entries: number): Promise<void> {
    if (fault) this.fault(fault);
    if (!last) return;
    this.#report.subjects++;
    this.#report.entries += entries;
    const line = `${JSON.stringify([subject.kind, subject.id, last.seq, last.hash])}\n`;
    this.#total.update(line);
    await this.anchor?.(line);
  }

  fault(fault: JournalFault): void {
    this.#report.broken++;
    if (this.#report.faults.length < LISTED) this.#report.faults.push(fault);
  }

  made(): JournalReport {
    return { ...this.#report, total: this.#total.digest('hex') };
  }
}
