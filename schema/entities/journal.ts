import { JOURNAL_SUBJECTS, type JournalSubjectKind } from '#identity';
import { defineEntity, p } from '@mikro-orm/core';
import { ofJournal } from '../policies.ts';

const kinds = Object.keys(JOURNAL_SUBJECTS) as JournalSubjectKind[];

/**
 * 操作日志: who did what, when, from where and on what basis; a chain of hashes for each subject. Only ever added to:
 * triggers refuse everything else. It has no foreign keys, so that an entry waits for no row another writer holds.
 */
export const JournalEntity = defineEntity({
  name: 'Journal',
  tableName: 'journal',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    subjectKind: p.enum(kinds),
    subjectId: p.bigint('number'),
    /** 1, 2, 3 … within the subject. */
    seq: p.integer(),
    at: p.datetime(6),
    /** Who did it, or on whose behalf the system did. */
    accountId: p.integer().nullable(),
    /** Session, token or persona the account came with. */
    via: p.text().nullable(),
    /** The part of the system that did it by itself. */
    system: p.text().nullable(),
    address: p.text().nullable(),
    /** One of JOURNAL_ACTIONS; not checked here, so that a new one needs no migration. */
    action: p.text(),
    basis: p.json<unknown>().nullable(),
    details: p.json<unknown>(),
    organId: p.integer().nullable(),
    previousHash: p.text(),
    hash: p.text(),
  },
  checks: [{ name: 'journal_by_somebody', expression: 'account_id is not null or system is not null' }],
  uniques: [{ properties: ['subjectKind', 'subjectId', 'seq'] }],
  indexes: [{ properties: ['organId', 'id'] }],
  policies: ofJournal(),
});

/** The last entry of each subject, kept by the trigger that checks every new one; shows when the newest are gone. */
export const JournalHeadEntity = defineEntity({
  name: 'JournalHead',
  tableName: 'journal_head',
  properties: {
    subjectKind: p.enum(kinds).primary(),
    subjectId: p.bigint('number').primary(),
    seq: p.integer(),
    hash: p.text(),
  },
});
