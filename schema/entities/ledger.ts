import { defineEntity, p } from '@mikro-orm/core';
import { ofImport, ofOrgan, ofSource } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { OrganEntity } from './organ.ts';
import { ProceedingEntity } from './proceeding.ts';

export const IMPORT_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'UNDONE'] as const;
export const ROW_RESULTS = ['NEW', 'CHANGED', 'UNCHANGED', 'REJECTED', 'SKIPPED'] as const;

/** The column mapping an office has confirmed for its ledgers. */
export const LedgerMappingEntity = defineEntity({
  name: 'LedgerMapping',
  tableName: 'ledger_mapping',
  properties: {
    organ: () => p.manyToOne(OrganEntity).primary().deleteRule('restrict'),
    mapping: p.json<unknown>(),
    updatedAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version().default(1),
  },
  policies: ofOrgan('ledger_mapping'),
});

/** 台账导入: one file brought in. rows_in = imported + rejected + skipped holds in every finished import. */
export const LedgerImportEntity = defineEntity({
  name: 'LedgerImport',
  tableName: 'ledger_import',
  properties: {
    id: p.integer().primary().autoincrement(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    /** Null: the system itself, as for the demo and the command line. */
    askedBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    requestId: p.text().unique(),
    fileKey: p.text(),
    fileName: p.text(),
    mapping: p.json<unknown>().nullable(),
    state: p.enum([...IMPORT_STATES]).default('QUEUED'),
    rowsIn: p.integer().default(0),
    rowsNew: p.integer().default(0),
    rowsChanged: p.integer().default(0),
    rowsUnchanged: p.integer().default(0),
    rowsRejected: p.integer().default(0),
    rowsSkipped: p.integer().default(0),
    error: p.json<unknown>().nullable(),
    report: p.json<unknown>().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    finishedAt: p.datetime().nullable(),
    version: p.integer().version().default(1),
  },
  policies: ofOrgan('ledger_import'),
  checks: [
    {
      name: 'ledger_import_balances',
      expression:
        "(state <> ALL (ARRAY['DONE'::text, 'UNDONE'::text])) OR (rows_in = ((((rows_new + rows_changed) + rows_unchanged) + rows_rejected) + rows_skipped))",
    },
  ],
  indexes: [{ properties: ['organ', 'id'] }],
});

/** One row of an imported file and what became of it; the history of every case that came from a ledger. */
export const LedgerRowEntity = defineEntity({
  name: 'LedgerRow',
  tableName: 'ledger_row',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    import: () => p.manyToOne(LedgerImportEntity).deleteRule('restrict'),
    sheet: p.text(),
    rowNumber: p.integer(),
    result: p.enum([...ROW_RESULTS]),
    proceeding: () => p.manyToOne(ProceedingEntity).nullable().deleteRule('restrict').index(),
    proceedingVersion: p.integer().nullable(),
    facts: p.json<unknown>().nullable(),
    before: p.json<unknown>().nullable(),
    flags: p.array().columnType('text[]').defaultRaw("'{}'"),
    problems: p.json<unknown>().nullable(),
    raw: p.json<unknown>().nullable(),
  },
  uniques: [{ properties: ['import', 'sheet', 'rowNumber'] }],
  policies: ofImport('ledger_row'),
});

const keyIndex = (column: string) => ({
  name: `ledger_source_${column}`,
  expression: `create index ledger_source_${column} on ledger_source (organ_id, ${column}) where ${column} is not null`,
});

/** What a case from a ledger looked like there last: the keys by which a later file recognises it. */
export const LedgerSourceEntity = defineEntity({
  name: 'LedgerSource',
  tableName: 'ledger_source',
  properties: {
    proceeding: () => p.manyToOne(ProceedingEntity).primary().deleteRule('restrict'),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    row: () => p.manyToOne(LedgerRowEntity).deleteRule('restrict'),
    proceedingVersion: p.integer(),
    caseKey: p.text().nullable(),
    exactKey: p.text().nullable(),
    datePartyKey: p.text().nullable(),
    seqPartyKey: p.text().nullable(),
    seqDateKey: p.text().nullable(),
    contentHash: p.text(),
  },
  policies: ofSource('ledger_source'),
  indexes: ['case_key', 'exact_key', 'date_party_key', 'seq_party_key', 'seq_date_key'].map(keyIndex),
});
