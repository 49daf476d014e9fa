import type { JournalSubject } from '#identity';
import { entryHash, GENESIS, type WrittenEntry } from './entry-hash.ts';
import type { JournalFault, JournalProblem } from './faults.ts';

export interface Head {
  seq: number;
  hash: string;
}

/** Where in the chain an entry with this hash stands now. */
export type Locate = (hash: string) => Promise<{ seq: number; id: number } | null>;

/** Follows the chain of one subject, entry by entry, up to the first that is wrong. */
export class ChainCheck {
  fault: JournalFault | null = null;
  last: WrittenEntry | null = null;

  constructor(
    readonly subject: JournalSubject,
    private readonly locate: Locate,
  ) {}

  async take(entry: WrittenEntry): Promise<void> {
    if (!this.fault) await this.compare(entry);
    this.last = entry;
  }

  private async compare(entry: WrittenEntry): Promise<void> {
    const place = (this.last?.seq ?? 0) + 1;
    if (entryHash(entry) !== entry.hash) return this.found('ALTERED', entry.seq, entry.id);
    if (entry.previousHash !== (this.last?.hash ?? GENESIS)) return this.broken(entry, place);
    if (entry.seq !== place) this.found('RENUMBERED', entry.seq, entry.id);
  }

  /** The entry is whole by itself and names a predecessor that does not stand before it. Where does that one stand? */
  private async broken(entry: WrittenEntry, place: number): Promise<void> {
    const before = entry.previousHash === GENESIS ? { seq: 0, id: 0 } : await this.locate(entry.previousHash);
    if (!before) return this.unwitnessed(entry, place);
    if (before.seq < place - 1) return this.found('INSERTED', before.seq + 1, null);
    if (entry.seq > place && before.seq > entry.seq) return this.found('RENUMBERED', before.seq, before.id);
    this.found('REORDERED', entry.seq, entry.id);
  }

  private unwitnessed(entry: WrittenEntry, place: number): void {
    if (entry.seq > place || !this.last) return this.found('MISSING', place, null);
    this.found('REPLACED', this.last.seq, this.last.id);
  }

  /** After the last entry: the head says how far the chain had come. */
  end(head: Head | null): void {
    if (this.fault) return;
    const { seq, hash, id } = this.last ?? { seq: 0, hash: GENESIS, id: 0 };
    if (!head) return this.found('HEAD_LOST', seq, id);
    if (head.seq > seq) return this.found('MISSING', seq + 1, null);
    if (head.seq < seq) return this.found('INSERTED', head.seq + 1, null);
    if (head.hash !== hash) this.found('REPLACED', seq, id);
  }

  private found(problem: JournalProblem, seq: number, id: number | null): void {
    this.fault = { subject: this.subject, seq, id, problem };
  }
}
