import { randomUUID } from 'node:crypto';
import * as path from 'node:path';
import { PASSWORD } from './accounts.ts';
import { FieldCipher, Keyring } from '#protection';
import { TEST_KEY, type TestApp } from './app.ts';
import type { ApiClient } from './client.ts';
import { runSql } from './database.ts';
import { JOURNALLED_ASSIGNMENTS } from './journalled-assignments.ts';
import { FIXTURES } from './ledger.ts';
import { PATHS } from './reconsideration/paths.ts';
import { JOURNALLED_LETTERS } from './reconsideration/letter-calls.ts';
import { caseAfter, JOURNALLED_STEPS, registration } from './reconsideration/step-calls.ts';

/** A mutation that succeeds, one that is refused for what it asks, and what each leaves in the journal. */
export interface JournalledCommand {
  good: (app: TestApp, login: string) => Promise<string> | string;
  leaves: string[];
  /** Null: nothing that can be asked is refused. */
  bad: string | null;
  refusal?: string;
  /** What the refused one leaves. */
  tried?: string[];
  /** There in the demo alone: refused elsewhere. */
  demo?: true;
  /** In a browser that has signed in, or one that has not; with an API token otherwise. */
  by?: 'SESSION' | 'STRANGER';
}

const upload = async (app: ApiClient) => {
  const { key } = await app.upload(path.join(FIXTURES, 'luzhou-2017.xlsx'));
  return `file: { key: "${key}", name: "luzhou-2017.xlsx" }`;
};
const NO_FILE = 'file: { key: "none", name: "none.xlsx" }';
const RETURN = 'organ: "journal", form: "RECONSIDERATION_2015", format: XLSX, from: "2017-01-01"';
const code = (list: string) =>
  `reviseCode(input: { list: ${list}, code: "JOURNAL", zh: "测试管理", en: "test field", ordinal: 900 })`;
const mapping = (columns: string) =>
  `saveLedgerMapping(organ: "journal", mapping: { sheets: [{ name: "x", register: RECONSIDERATION, columns: [${columns}] }] })`;
const token = (days: number) =>
  `createApiToken(input: { name: "journal", permissions: [REFERENCE_READ], days: ${days} })`;
const role = (call: string, login: string) =>
  `${call}(input: { login: "${login}", role: HANDLER, organ: "journal" })`;
const link = (login: string, value: string, version: number) =>
  `linkAccount(input: { login: "${login}", expectedVersion: ${version}, claim: EMAIL, value: "${value}" })`;

async function one<T>(app: TestApp, sql: string): Promise<T> {
  const [row] = await runSql<{ value: T }>(app.databaseUrl, sql);
  return row!.value;
}
const versionOf = (app: TestApp) =>
  one<number>(app, `select version as value from account where login = 'journal.person'`);

/** A case of the first organ, planted with its dispute. */
const PLANT = `with d as (insert into dispute (organ_id) values (1) returning id)
  insert into proceeding (dispute_id, register, organ_id, received_on)
  select id, 'RECONSIDERATION', 1, '2024-01-01' from d returning id as value`;
const confide = (id: string) =>
  `setConfidentiality(input: { proceeding: "${id}", expectedVersion: 1, confidential: true })`;

/** A reminder for the account that asks, planted with its case. */
const reminder = async (app: TestApp) => {
  const id = await one<string>(app, PLANT);
  const insert = 'insert into reminder (proceeding_id, account_id, code, due_on, kind)';
  return one<string>(
    app,
    `${insert} values (${id}, ${app.account.id}, 'RC-28', '2024-03-01', 'SOON') returning id::text as value`,
  );
};

/** Gives a party of the ledger that was imported a telephone, as an import would have sealed it. */
async function revealed({ databaseUrl }: TestApp): Promise<string> {
  const [party] = await runSql<{ id: string; proceeding: string }>(
    databaseUrl,
    `select t.id::text, t.proceeding_id::text as proceeding from party t join proceeding p on p.id = t.proceeding_id
     where not p.voided order by t.id limit 1`,
  );
  const { id, proceeding } = party!;
  const sealed = new FieldCipher(Keyring.parse(TEST_KEY)).seal('13812345678', {
    table: 'party',
    row: id,
    column: 'phone',
  });
  const set = `phone_sealed = $2, phone_hash = 'x', phone_masked = '138****5678'`;
  await runSql(databaseUrl, `update party set ${set} where id = $1`, [id, sealed]);
  return reveal(proceeding, id);
}
const reveal = (proceeding: string, party: string) =>
  `revealPersonalData(input: { proceedingId: "${proceeding}", partyId: "${party}", field: PHONE, reason: "核对送达身份" })`;

const takeBack = (id: string, version: number, step: string) =>
  `takeBackStep(input: { case: "${id}", requestId: "${step}-back", expectedVersion: ${version}, step: "${step}", reason: "日期登记有误" })`;

const amend = (id: string, version: number) =>
  `amendApplication(input: { case: "${id}", requestId: "${randomUUID()}", expectedVersion: ${version}, claims: "确认违法", reason: "申请人补正" })`;

/** A case that was accepted by mistake. */
async function takenBack(app: TestApp): Promise<string> {
  const { id, version } = await caseAfter(app, 'journal', PATHS.ACCEPT);
  const step = await one<string>(
    app,
    `select event_id as value from case_step where proceeding_id = ${id} and kind = 'ACCEPT'`,
  );
  return takeBack(id, version, step);
}

/** Every mutation there is, in an order in which each can be done. */
export const JOURNALLED: Readonly<Record<string, JournalledCommand>> = {
  registerOrgan: {
    good: () => 'registerOrgan(input: { code: "journal", name: "日志县人民政府" })',
    leaves: ['ORGAN_REGISTERED'],
    bad: 'registerOrgan(input: { code: "no code", name: "日志县人民政府" })',
    refusal: 'ORGAN_CODE_INVALID',
  },
  updateOrgan: {
    good: () => 'updateOrgan(input: { code: "journal", expectedVersion: 1, name: "日志市人民政府" })',
    leaves: ['ORGAN_CHANGED'],
    bad: 'updateOrgan(input: { code: "journal", expectedVersion: 1, name: "日志市" })',
    refusal: 'ORGAN_CHANGED',
  },
  reviseCode: {
    good: () => code('FIELD'),
    leaves: ['CODE_REVISED'],
    bad: code('MATTER'),
    refusal: 'CODE_INVALID',
  },
  saveLedgerMapping: {
    good: () => mapping(''),
    leaves: ['MAPPING_SAVED'],
    bad: mapping('{ target: "NONE", column: "x" }'),
    refusal: 'UNKNOWN_TARGET',
  },
  checkLedger: {
    good: async app => `checkLedger(input: { organ: "journal", ${await upload(app)} })`,
    leaves: [],
    bad: `checkLedger(input: { organ: "journal", ${NO_FILE} })`,
    refusal: 'FILE_UNKNOWN',
  },
  importLedger: {
    good: async app =>
      `importLedger(input: { organ: "journal", requestId: "journal-1", ${await upload(app)} })`,
    leaves: ['IMPORT_ASKED', 'IMPORT_DONE'],
    bad: `importLedger(input: { organ: "journal", requestId: "journal-2", ${NO_FILE} })`,
    refusal: 'FILE_UNKNOWN',
  },
  exportReturn: {
    good: () => `exportReturn(input: { ${RETURN}, to: "2017-12-31", requestId: "journal-3" })`,
    leaves: ['EXPORT_ASKED', 'EXPORT_DONE'],
    bad: `exportReturn(input: { ${RETURN}, to: "2016-12-31", requestId: "journal-4" })`,
    refusal: 'PERIOD_INVALID',
  },
  revealPersonalData: {
    good: revealed,
    leaves: ['PERSONAL_REVEALED'],
    bad: reveal('1', '0'),
    refusal: 'PARTY_UNKNOWN',
  },
  undoLedgerImport: {
    good: async app =>
      `undoLedgerImport(id: ${await one(app, 'select max(id) as value from ledger_import')})`,
    leaves: ['IMPORT_UNDONE'],
    bad: 'undoLedgerImport(id: 999999)',
    refusal: 'IMPORT_UNKNOWN',
  },
  setConfidentiality: {
    good: async app => confide(await one<string>(app, PLANT)),
    leaves: ['CONFIDENTIALITY_CHANGED'],
    bad: confide('999999'),
    refusal: 'CASE_UNKNOWN',
  },
  recordDeemedEvents: {
    good: () => 'recordDeemedEvents(organ: "journal")', // what it finds stands in the journals of the cases
    leaves: [],
    bad: 'recordDeemedEvents(organ: "none")',
    refusal: 'ORGAN_UNKNOWN',
  },
  dismissReminder: {
    good: async app => `dismissReminder(id: "${await reminder(app)}")`, // one's own list, and nothing of the case
    leaves: [],
    bad: 'dismissReminder(id: "0")',
    refusal: 'REMINDER_UNKNOWN',
  },
  advanceTime: {
    good: () => 'advanceTime(days: 1)',
    leaves: ['DEMO_TIME_MOVED'],
    bad: 'advanceTime(days: 1)',
    refusal: 'ONLY_IN_THE_DEMO',
    demo: true,
  },
  resetTime: {
    good: () => 'resetTime',
    leaves: ['DEMO_TIME_MOVED'],
    bad: 'resetTime',
    refusal: 'ONLY_IN_THE_DEMO',
    demo: true,
  },
  ...JOURNALLED_ASSIGNMENTS,
  createAccount: {
    good: () => 'createAccount(input: { login: "journal.person", name: "张三" })',
    leaves: ['ACCOUNT_CREATED'],
    bad: 'createAccount(input: { login: "journal.person", name: "张三" })',
    refusal: 'LOGIN_TAKEN',
  },
  grantRole: {
    good: () => role('grantRole', 'journal.person'),
    leaves: ['ROLE_GRANTED'],
    bad: role('grantRole', 'journal.nobody'),
    refusal: 'ACCOUNT_UNKNOWN',
  },
  revokeRole: {
    good: () => role('revokeRole', 'journal.person'),
    leaves: ['ROLE_REVOKED'],
    bad: role('revokeRole', 'journal.nobody'),
    refusal: 'ACCOUNT_UNKNOWN',
  },
  linkAccount: {
    good: async app => link('journal.person', 'a@example.com', await versionOf(app)),
    leaves: ['ACCOUNT_LINKED'],
    bad: link('journal.person', '', 1),
    refusal: 'LINK_INVALID',
  },
  resetPassword: {
    good: () => 'resetPassword(login: "journal.person")',
    leaves: ['PASSWORD_RESET'],
    bad: 'resetPassword(login: "journal.nobody")',
    refusal: 'ACCOUNT_UNKNOWN',
  },
  disableAccount: {
    good: async app => `disableAccount(login: "journal.person", expectedVersion: ${await versionOf(app)})`,
    leaves: ['ACCOUNT_DISABLED'],
    bad: 'disableAccount(login: "journal.nobody", expectedVersion: 1)',
    refusal: 'ACCOUNT_UNKNOWN',
  },
  enableAccount: {
    good: async app => `enableAccount(login: "journal.person", expectedVersion: ${await versionOf(app)})`,
    leaves: ['ACCOUNT_ENABLED'],
    bad: 'enableAccount(login: "journal.nobody", expectedVersion: 1)',
    refusal: 'ACCOUNT_UNKNOWN',
  },
  signIn: {
    good: (_app, login) => `signIn(input: { login: "${login}", password: "${PASSWORD}" })`,
    leaves: ['SIGNED_IN'],
    bad: 'signIn(input: { login: "journal.nobody", password: "wrong" })',
    refusal: 'SIGN_IN_REFUSED',
    tried: ['SIGN_IN_FAILED'],
    by: 'STRANGER',
  },
  createApiToken: {
    good: () => token(1),
    leaves: ['TOKEN_ISSUED'],
    bad: token(0),
    refusal: 'TOKEN_DAYS',
    by: 'SESSION',
  },
  revokeApiToken: {
    good: async app => `revokeApiToken(id: ${await one(app, 'select max(id) as value from api_token')})`,
    leaves: ['TOKEN_REVOKED'],
    bad: null,
    by: 'SESSION',
  },
  endSession: {
    good: async (app, login) => {
      await app.browser().signIn(login, PASSWORD);
      return `endSession(id: ${await one(app, 'select max(id) as value from session')})`;
    },
    leaves: ['SESSION_ENDED'],
    bad: null,
    by: 'SESSION',
  },
  changePassword: {
    good: () => `changePassword(current: "${PASSWORD}", next: "${PASSWORD} and more")`,
    leaves: ['PASSWORD_CHANGED'],
    bad: `changePassword(current: "${PASSWORD}", next: "12345678")`,
    refusal: 'PASSWORD_UNFIT',
    by: 'SESSION',
  },
  signOut: { good: () => 'signOut', leaves: ['SIGNED_OUT'], bad: null, by: 'SESSION' },
  signOutEverywhere: {
    good: () => 'signOutEverywhere',
    leaves: ['SIGNED_OUT_EVERYWHERE'],
    bad: null,
    by: 'SESSION',
  },
  registerApplication: {
    good: () => registration('journal'),
    leaves: ['CASE_REGISTERED', 'STEP_DEEMED'],
    bad: registration('nowhere'),
    refusal: 'ORGAN_UNKNOWN',
  },
  amendApplication: {
    good: async app => {
      const { id, version } = await caseAfter(app, 'journal', PATHS.ACCEPT);
      return amend(id, version);
    },
    leaves: ['APPLICATION_AMENDED'],
    bad: amend('999999', 1),
    refusal: 'CASE_UNKNOWN',
  },
  takeBackStep: {
    good: takenBack,
    leaves: ['STEP_TAKEN_BACK'],
    bad: takeBack('999999', 1, 'x'),
    refusal: 'CASE_UNKNOWN',
  },
  ...JOURNALLED_STEPS,
  ...JOURNALLED_LETTERS,
};
