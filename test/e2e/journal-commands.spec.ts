import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { buildSchema, type GraphQLNonNull, type GraphQLUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FieldCipher, Keyring } from '#protection';
import { TestApp, TEST_KEY } from '../support/app.ts';
import type { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';
import { entriesAfter, entriesWithin } from '../support/journal.ts';
import { FIXTURES, finished } from '../support/ledger.ts';

const PERIOD = { form: 'RECONSIDERATION_2015', format: 'XLSX', from: '2017-01-01', to: '2017-12-31' };
const CODE = { list: 'FIELD', code: 'JOURNAL_TEST', zh: '测试管理', en: 'test field', ordinal: 900 };
const MAPPING = { sheets: [{ name: 'x', register: 'RECONSIDERATION', columns: [] }] };

interface Command {
  /** Arguments as they are written, from the variables below. */
  call: string;
  types: Record<string, string>;
  good: (app: TestApp) => Promise<object> | object;
  /** Something the command refuses because of what is asked. */
  bad: object;
  refusal: string;
  /** What a success leaves, in order; what a job adds afterwards too. */
  leaves: string[];
}

const upload = async (app: TestApp) => {
  const { key, name } = await app.upload(path.join(FIXTURES, 'luzhou-2017.xlsx'));
  return { key, name };
};
let lastImport = 0;

/** Gives a party of the ledger that was imported a telephone, as an import would have sealed it. */
const aNumber = async ({ databaseUrl }: TestApp) => {
  const [party] = await runSql<{ id: string; proceedingId: string }>(
    databaseUrl,
    `select t.id::text, t.proceeding_id::text as "proceedingId" from party t join proceeding p on p.id = t.proceeding_id
     where not p.voided order by t.id limit 1`,
  );
  const { id, proceedingId } = party!;
  const cipher = new FieldCipher(Keyring.parse(TEST_KEY));
  const sealed = cipher.seal('13812345678', { table: 'party', row: id, column: 'phone' });
  const set = `phone_sealed = $2, phone_hash = 'x', phone_masked = '138****5678'`;
  await runSql(databaseUrl, `update party set ${set} where id = $1`, [id, sealed]);
  return { input: { proceedingId, partyId: id, field: 'PHONE', reason: '核对送达身份' } };
};

/** Every mutation there is. One that is added needs a row: what it leaves in the journal. */
const COMMANDS: Record<string, Command> = {
  registerOrgan: {
    call: 'input: $input',
    types: { input: 'RegisterOrganArgs!' },
    good: () => ({ input: { code: 'journal', name: '日志县人民政府', level: 'COUNTY_GOVERNMENT' } }),
    bad: { input: { code: 'no code', name: '日志县人民政府' } },
    refusal: 'ORGAN_CODE_INVALID',
    leaves: ['ORGAN_REGISTERED'],
  },
  updateOrgan: {
    call: 'input: $input',
    types: { input: 'UpdateOrganArgs!' },
    good: () => ({ input: { code: 'journal', expectedVersion: 1, name: '日志市人民政府' } }),
    bad: { input: { code: 'journal', expectedVersion: 1, name: '日志市人民政府' } },
    refusal: 'ORGAN_CHANGED',
    leaves: ['ORGAN_CHANGED'],
  },
  reviseCode: {
    call: 'input: $input',
    types: { input: 'ReviseCodeArgs!' },
    good: () => ({ input: CODE }),
    bad: { input: { ...CODE, list: 'MATTER' } },
    refusal: 'CODE_INVALID',
    leaves: ['CODE_REVISED'],
  },
  checkLedger: {
    call: 'input: $input',
    types: { input: 'CheckLedgerArgs!' },
    good: async app => ({ input: { organ: 'journal', file: await upload(app) } }),
    bad: { input: { organ: 'journal', file: { key: 'none', name: 'none.xlsx' } } },
    refusal: 'FILE_UNKNOWN',
    leaves: [],
  },
  saveLedgerMapping: {
    call: 'organ: $organ, mapping: $mapping',
    types: { organ: 'String!', mapping: 'LedgerMappingArgs!' },
    good: () => ({ organ: 'journal', mapping: MAPPING }),
    bad: {
      organ: 'journal',
      mapping: { sheets: [{ ...MAPPING.sheets[0], columns: [{ target: 'NONE', column: 'x' }] }] },
    },
    refusal: 'UNKNOWN_TARGET',
    leaves: ['MAPPING_SAVED'],
  },
  importLedger: {
    call: 'input: $input',
    types: { input: 'ImportLedgerArgs!' },
    good: async app => ({ input: { organ: 'journal', file: await upload(app), requestId: 'journal-1' } }),
    bad: { input: { organ: 'journal', file: { key: 'none', name: 'none.xlsx' }, requestId: 'journal-2' } },
    refusal: 'FILE_UNKNOWN',
    leaves: ['IMPORT_ASKED', 'IMPORT_DONE'],
  },
  exportReturn: {
    call: 'input: $input',
    types: { input: 'ExportReturnArgs!' },
    good: () => ({ input: { organ: 'journal', ...PERIOD, requestId: 'journal-3' } }),
    bad: { input: { organ: 'journal', ...PERIOD, to: '2016-12-31', requestId: 'journal-4' } },
    refusal: 'PERIOD_INVALID',
    leaves: ['EXPORT_ASKED', 'EXPORT_DONE'],
  },
  revealPersonalData: {
    call: 'input: $input',
    types: { input: 'RevealArgs!' },
    good: aNumber,
    bad: { input: { proceedingId: '1', partyId: '0', field: 'PHONE', reason: '核对送达身份' } },
    refusal: 'PARTY_UNKNOWN',
    leaves: ['PERSONAL_REVEALED'],
  },
  undoLedgerImport: {
    call: 'id: $id',
    types: { id: 'Int!' },
    good: () => ({ id: lastImport }),
    bad: { id: 999_999 },
    refusal: 'IMPORT_UNKNOWN',
    leaves: ['IMPORT_UNDONE'],
  },
};

const SCHEMA = buildSchema(
  readFileSync(path.resolve(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'),
);
const MUTATIONS = SCHEMA.getMutationType()!.getFields();

describe('what a command leaves in the journal', () => {
  let app: TestApp;
  let head: ApiClient;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.ask(
      `mutation { registerOrgan(input: { code: "other", name: "外县人民政府" }) { __typename } }`,
    );
    head = await app.as([{ role: 'AGENCY_HEAD', organId: 1 }]);
  });
  afterAll(() => app?.stop());

  async function send(client: ApiClient, name: string, variables: object) {
    const { call, types } = COMMANDS[name]!;
    const declared = Object.entries(types).map(([key, type]) => `$${key}: ${type}`);
    const made = (MUTATIONS[name]!.type as GraphQLNonNull<GraphQLUnionType>).ofType.getTypes()[0]!;
    const id = 'id' in made.getFields() ? `... on ${made.name} { id }` : '';
    const text = `mutation (${declared.join(', ')}) {
      ${name}(${call}) { __typename ... on Refusal { code } ${id} } }`;
    const { data, errors } = await client.send<Record<string, { code?: string; id?: number }>>(
      text,
      variables,
    );
    return errors ? { code: errors[0]!.extensions.code } : data[name]!;
  }
  const newest = async () => (await entriesAfter(app.databaseUrl)).at(-1)?.id ?? '0';

  it('every mutation of the schema is tried', () => {
    expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(MUTATIONS).sort());
  });

  describe.each(Object.entries(COMMANDS))('%s', (name, command) => {
    it('done: says who, from where and what', async () => {
      const before = await newest();
      const answer = await send(app, name, await command.good(app));
      expect(answer.code).toBeUndefined();
      if (name === 'importLedger') lastImport = (await finished(app, answer.id!)).id;
      const entries = await entriesWithin(app.databaseUrl, before, command.leaves.length);
      expect(entries.map(entry => entry.action)).toEqual(command.leaves);
      for (const entry of entries) expect(entry.account_id).toBe(app.account.id);
      for (const entry of entries.slice(0, 1)) {
        expect(entry.via).toBe('TOKEN');
        expect(entry.address).toMatch(/127\.0\.0\.1|::1/);
      }
    });

    it('not done: leaves nothing', async () => {
      const before = await newest();
      expect((await send(app, name, command.bad)).code).toBe(command.refusal);
      expect(await entriesAfter(app.databaseUrl, before)).toEqual([]);
    });

    it('not allowed: leaves the refusal and nothing else', async () => {
      const before = await newest();
      expect((await send(head, name, command.bad)).code).toBe('NOT_ALLOWED');
      const entries = await entriesWithin(app.databaseUrl, before, 1);
      expect(entries.map(entry => [entry.action, entry.details.asked])).toEqual([
        ['PERMISSION_REFUSED', name],
      ]);
    });
  });
});
