import type { PolicyDef } from '@mikro-orm/core';

/**
 * 行级安全: who sees which row, as PostgreSQL enforces it whatever the statement says. The functions read the settings
 * of the connection (`scopeSettings`); wrapped in a subquery each is asked once per statement, not once per row.
 * A connection on which nothing was set sees nothing. The tables' owner, who migrates, is not bound by policies.
 */
const ALL = '(select scope_all())';
/**
 * A bit for each organ: a province keeps thousands, and of a list of them every statement would make a hash table first,
 * which took longer than a page of cases. One's own organs are few.
 */
const isKept = (organ: string) => `substring((select scope_kept()), ${organ}, 1) = B'1'`;
const SYSTEM = `(select scope_purpose()) = 'SYSTEM'`;

const kept = (organ = 'organ_id') => `${ALL} or ${isKept(organ)}`;

/**
 * A confidential case is seen by the accounts named in it; numbers count it, so that figures balance. A function, so that
 * statements do not open the table of names for the many cases that need none.
 */
const OPEN_TO_ASKER = 'not confidential or scope_opens(id)';

const oneOfCase = (case_: string) => `exists (select from proceeding p where p.id = ${case_})`;
const oneOfKeptCase = (case_: string) =>
  `exists (select from proceeding p where p.id = ${case_} and (${kept('p.organ_id')}))`;

interface Rules {
  read: string;
  /** Binds a row as it was and as it becomes. */
  write: string;
  /** Where a row that may be written is not always one that may be changed. */
  change?: string;
  /** Only parts that are written anew are ever deleted. */
  deletes?: true;
}

function policies(table: string, { read, write, change = write, deletes }: Rules): PolicyDef[] {
  return [
    { name: `${table}_read`, command: 'select', using: read },
    { name: `${table}_insert`, command: 'insert', check: write },
    { name: `${table}_update`, command: 'update', using: change, check: write },
    ...(deletes ? [{ name: `${table}_delete`, command: 'delete', using: change } as const] : []),
  ];
}

/** Rows of an organ: seen and written by those who keep its register. */
export const ofOrgan = (table: string): PolicyDef[] => policies(table, { read: kept(), write: kept() });

/** Cases: seen also by the organ they are against, written only where they are kept. */
export const ofCases = (): PolicyDef[] =>
  policies('proceeding', {
    read: `(${kept()} or respondent_id = any((select scope_own())::int[])) and (${OPEN_TO_ASKER})`,
    write: kept(),
    change: `(${kept()}) and (${OPEN_TO_ASKER})`,
  });

/** What belongs to a case is seen with it. */
export const ofCase = (table: string): PolicyDef[] =>
  policies(table, { read: oneOfCase('proceeding_id'), write: oneOfKeptCase('proceeding_id'), deletes: true });

/** Steps are added and read, never changed. */
export const stepsOfCase = (table: string): PolicyDef[] => [
  { name: `${table}_read`, command: 'select', using: oneOfCase('proceeding_id') },
  { name: `${table}_insert`, command: 'insert', check: oneOfKeptCase('proceeding_id') },
];

/** What only those who keep a case may know of it, added and never changed. */
export const recordsOfKeptCase = (table: string): PolicyDef[] => [
  { name: `${table}_read`, command: 'select', using: oneOfKeptCase('proceeding_id') },
  { name: `${table}_insert`, command: 'insert', check: oneOfKeptCase('proceeding_id') },
];

const ofHearingThat = (rest: string) => `exists (select from hearing h where h.id = hearing_id${rest})`;

export const ofHearing = (table: string): PolicyDef[] => {
  const write = ofHearingThat(` and ${oneOfKeptCase('h.proceeding_id')}`);
  return policies(table, { read: ofHearingThat(''), write, deletes: true });
};

/** Rows of an import: with the import, except those of a case that the asker may not see. */
export const ofImport = (table: string): PolicyDef[] => {
  const write = 'exists (select from ledger_import i where i.id = import_id)';
  const case_ = `proceeding_id is null or ${SYSTEM} or ${oneOfCase('proceeding_id')}`;
  return policies(table, { read: `${write} and (${case_})`, write });
};

/** The keys of an organ's cases hold names: only with a case that is seen, or for the import itself. */
export const ofSource = (table: string): PolicyDef[] =>
  policies(table, {
    read: `(${kept()}) and (${SYSTEM} or ${oneOfCase('proceeding_id')})`,
    write: kept(),
    deletes: true,
  });

/** Numbers kept by triggers: read with the organ, written by nobody but them. */
export const figuresOfOrgan = (table: string): PolicyDef[] => [
  { name: `${table}_read`, command: 'select', using: kept() },
];

/** Sums over all organs below one: for those who see every one of these. */
export const figuresBelow = (table: string): PolicyDef[] => [
  { name: `${table}_read`, command: 'select', using: `${ALL} or organ_id in (select organs_wholly_kept())` },
];

/** Entries of an organ's journal; those of a case with the case. Whatever is done is written down, so anybody adds. */
export const ofJournal = (): PolicyDef[] => [
  {
    name: 'journal_read',
    command: 'select',
    using: `(${kept()}) and (subject_kind <> 'PROCEEDING' or ${SYSTEM} or ${oneOfCase('subject_id')})`,
  },
  { name: 'journal_insert', command: 'insert', check: 'true' },
];
