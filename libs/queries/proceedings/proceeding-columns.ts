import type { Register } from '#codes';

/** One row of a list; codes and organ ids are given names by the caller from memory. */
export interface ProceedingRow {
  id: string;
  register: Register;
  instance: string | null;
  organId: number;
  respondentId: number | null;
  authorityId: number | null;
  caseNumber: string | null;
  court: string | null;
  receivedOn: string;
  acceptedOn: string | null;
  closedOn: string | null;
  dueOn: string | null;
  outcome: string | null;
  field: string | null;
  matter: string | null;
  respondentLevel: string | null;
  applicants: number;
  afterReconsideration: boolean | null;
  heardOn: string | null;
  appeared: boolean | null;
  flags: string[];
  confidential: boolean;
  version: number;
}

const COLUMNS: Record<keyof ProceedingRow, string> = {
  id: 'p.id::text',
  register: 'p.register',
  instance: 'p.instance',
  organId: 'p.organ_id',
  respondentId: 'p.respondent_id',
  authorityId: 'p.authority_id',
  caseNumber: 'p.case_number',
  court: 'p.court',
  receivedOn: 'p.received_on',
  acceptedOn: 'p.accepted_on',
  closedOn: 'p.closed_on',
  dueOn: 'p.due_on',
  outcome: 'p.outcome',
  field: 'p.field',
  matter: 'p.matter',
  respondentLevel: 'p.respondent_level',
  applicants: 'p.applicants',
  afterReconsideration: 'p.after_reconsideration',
  heardOn: 'p.heard_on',
  appeared: 'p.appeared',
  flags: 'p.flags',
  confidential: 'p.confidential',
  version: 'p.version',
};
export type ProceedingColumn = keyof typeof COLUMNS;
const EVERY_COLUMN = Object.keys(COLUMNS) as ProceedingColumn[];
/** Every row has these: its kind and the place of the next page come from them. */
const ALWAYS: ReadonlySet<ProceedingColumn> = new Set(['id', 'register', 'organId', 'receivedOn']);

const columnsSql = (columns: readonly ProceedingColumn[]): string =>
  columns.map(column => `${COLUMNS[column]} as "${column}"`).join(', ');

export const PROCEEDING_COLUMNS = columnsSql(EVERY_COLUMN);

interface Choice {
  /** Stands for the columns in a statement's name; 0: all of them. */
  number: number;
  sql: string;
}
const EVERYTHING: Choice = { number: 0, sql: PROCEEDING_COLUMNS };

/** So many choices are told apart: each is a prepared statement, and clients can think up millions. */
const MOST_CHOICES = 40;

/** Which columns a list reads: most of the cost of a row is in its columns. */
export class ColumnChoices {
  readonly #bySet = new WeakMap<ReadonlySet<string>, Choice>();
  readonly #bySql = new Map<string, Choice>();

  of(wanted: ReadonlySet<ProceedingColumn> | undefined): Choice {
    if (!wanted) return EVERYTHING;
    const known = this.#bySet.get(wanted) ?? this.#choose(wanted);
    this.#bySet.set(wanted, known);
    return known;
  }

  #choose(wanted: ReadonlySet<ProceedingColumn>): Choice {
    const sql = columnsSql(EVERY_COLUMN.filter(one => wanted.has(one) || ALWAYS.has(one)));
    const known = this.#bySql.get(sql);
    if (known) return known;
    if (this.#bySql.size >= MOST_CHOICES) return EVERYTHING;
    const choice = { number: this.#bySql.size + 1, sql };
    this.#bySql.set(sql, choice);
    return choice;
  }
}
