import { INSTALLATION, referenceScope, type Actor, type JournalEntry } from '#identity';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { WallClock } from '../tokens.ts';
import { BulkWriter } from '../transaction.ts';
import { appendToJournal } from './append.ts';

/** Somebody who tries, by account or by address. */
interface Source {
  actor: Actor;
  last: JournalEntry;
  since: Date;
  /** What has been written as it came. */
  seen: Set<string>;
  /** How much has not. */
  more: number;
  timer: NodeJS.Timeout;
}

const WINDOW_MS = 10 * 60_000;
const MOST_WRITTEN = 10;
const MOST_SOURCES = 1000;
const OTHERS = 'others';

/**
 * 未果的尝试: what somebody tried and did not get; nothing was done, so each entry has a transaction of its own. Anybody
 * can try without end and must not fill the disk: of one source the first few different ones of ten minutes are written
 * as they come, the rest as one number. Beyond so many sources all others are one.
 */
@Injectable()
export class AttemptJournal implements BeforeApplicationShutdown {
  readonly #logger = new Logger('Journal');
  readonly #sources = new Map<string, Source>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly writer: BulkWriter,
    private readonly clock: WallClock,
  ) {}

  /** @param from what tells one source from another: `account 7`, `address 192.0.2.7` */
  note(from: string, actor: Actor, entry: JournalEntry): void {
    if (from !== OTHERS && !this.#sources.has(from) && this.#sources.size >= MOST_SOURCES)
      return this.note(OTHERS, actor, { ...entry, subject: INSTALLATION, organId: null });
    const source = this.#sources.get(from) ?? this.begin(from, actor, entry);
    source.last = entry;
    const what = JSON.stringify([entry.action, entry.subject, entry.details]);
    if (source.seen.has(what) || source.seen.size >= MOST_WRITTEN) {
      source.more++;
      return;
    }
    source.seen.add(what);
    this.write(actor, entry);
  }

  /** Everything counted so far is written. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const from of this.#sources.keys()) this.end(from);
    await this.#writing;
  }

  private begin(from: string, actor: Actor, last: JournalEntry): Source {
    const timer = setTimeout(() => this.end(from), WINDOW_MS).unref();
    const source = { actor, last, since: this.clock.now(), seen: new Set<string>(), more: 0, timer };
    this.#sources.set(from, source);
    return source;
  }

  private end(from: string): void {
    const { actor, last, since, more, timer } = this.#sources.get(from)!;
    clearTimeout(timer);
    this.#sources.delete(from);
    if (more) this.write(actor, { ...last, details: { repeats: more, since } });
  }

  /** One after the other: a flood takes one connection, not all. */
  private write(actor: Actor, entry: JournalEntry): void {
    this.#writing = this.#writing
      .then(() =>
        this.writer.transaction(referenceScope(), client => appendToJournal(client, actor, [entry])),
      )
      .catch((error: Error) => this.#logger.error(`an attempt was not written down: ${error.message}`));
  }
}
