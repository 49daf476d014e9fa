import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { plantAsker } from './asker.ts';
import type { Cluster } from './cluster.ts';
import type { FiguresInput, FiguresOutput } from './children/figures.ts';
import type { ImportInput, ImportOutput } from './children/import.ts';
import type { ReturnsInput, ReturnsOutput } from './children/returns.ts';
import { measureCommand, SMALL_SIZE, type CommandResult } from './command/index.ts';
import { measureList, type ListResult } from './list/index.ts';
import type { Options } from './options.ts';
import { runChild } from './processes.ts';
import { recount, type RecountResult } from './recount.ts';
import { databaseOf, seed } from './seed/index.ts';
import { writeLedger } from './seed/ledger.ts';
import { CITY, IMPORTING_CITY, IMPORTING_CITY_NAME } from './seed/organs.ts';
import { YEAR } from './seed/proceedings.ts';

export interface SizeResult {
  cases: number;
  /** null: the cluster had the database already. */
  seedSeconds: number | null;
  recount: RecountResult;
  list?: ListResult;
  figures?: FiguresOutput[];
  returns?: ReturnsOutput[];
}

export interface ImportResult {
  first: ImportOutput;
  again: ImportOutput;
  recount: RecountResult;
}

export const QUESTIONS = [
  { organ: CITY, withSubordinates: true },
  { organ: CITY, withSubordinates: false },
  { organ: null, withSubordinates: false },
];
export const RETURN_FORM = 'RECONSIDERATION_2015';
const ROOT_ORGAN = 'P';

/** Runs the measures and says what is going on. */
export class Bench {
  readonly #cluster: Cluster;
  readonly #options: Options;
  readonly #say: (line: string) => void;

  constructor(cluster: Cluster, options: Options, say: (line: string) => void) {
    this.#cluster = cluster;
    this.#options = options;
    this.#say = say;
  }

  async size(cases: number): Promise<SizeResult> {
    const database = databaseOf(cases);
    this.#say(`${cases} cases: seeding`);
    const seedSeconds = await seed(this.#cluster, cases, this.#say);
    const result: SizeResult = { cases, seedSeconds, recount: await recount(this.#cluster, database) };
    const { parts } = this.#options;
    if (parts.includes('list')) {
      this.#say(`${cases} cases: list page`);
      result.list = await measureList(this.#cluster, database, this.#options);
    }
    if (parts.includes('returns')) {
      this.#say(`${cases} cases: returns`);
      const input: ReturnsInput = { ...YEAR, form: RETURN_FORM, organs: [CITY, ROOT_ORGAN], runs: 7 };
      result.returns = await runChild<ReturnsOutput[]>('returns', input, this.#environment(database));
    }
    return result;
  }

  /** The figures of all sizes, in turns. */
  async figures(sizes: SizeResult[]): Promise<void> {
    this.#say('figures');
    let headers = {};
    for (const { cases } of sizes) headers = await plantAsker(this.#cluster, databaseOf(cases));
    const urls = sizes.map(({ cases }) => this.#cluster.url(databaseOf(cases)));
    const input: FiguresInput = { ...YEAR, urls, headers, questions: QUESTIONS, runs: 200 };
    const results = await runChild<FiguresOutput[][]>('figures', input, this.#environment('postgres'));
    sizes.forEach((size, i) => (size.figures = results[i]!));
  }

  /** Imports a ledger into a copy of the database, among the cases that are there. */
  async import(cases: number): Promise<ImportResult> {
    this.#say(`import of ${this.#options.rows} rows among ${cases} cases`);
    const file = path.join(this.#cluster.folder, 'ledger.xlsx');
    await writeLedger(file, this.#options.rows, IMPORTING_CITY_NAME);
    await this.#cluster.administer('drop database if exists importing');
    await this.#cluster.administer(
      `create database importing template ${databaseOf(cases)} strategy file_copy`,
    );
    const input: ImportInput = { file, organ: IMPORTING_CITY };
    const [first, again] = await runChild<[ImportOutput, ImportOutput]>(
      'import',
      input,
      this.#environment('importing'),
    );
    const after = await recount(this.#cluster, 'importing');
    await this.#cluster.administer('drop database importing with (force)');
    return { first, again, recount: after };
  }

  /** One command among few cases and among many; last, because it makes cases. */
  async command(sizes: number[]): Promise<CommandResult> {
    this.#say('one step of a case');
    await seed(this.#cluster, SMALL_SIZE, this.#say);
    return measureCommand(this.#cluster, [sizes[0]!, SMALL_SIZE], this.#environment('postgres'));
  }

  #environment(database: string): NodeJS.ProcessEnv {
    const files = path.join(this.#cluster.folder, 'files');
    mkdirSync(files, { recursive: true });
    return { DATABASE_URL: this.#cluster.url(database), DATA_DIR: files };
  }
}
