import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import type { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';
import { downloaded, exported } from '../support/figures/exports.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';
import { dumped, residentNumber } from '../support/personal.ts';

const ZHANG = residentNumber(1);
const LI = '11010519491231002X';
const LI_OLD = '110105491231002';
const COMPANY = '91350100M000100Y43';
const WRONG = '510502199001011230';
const REJECTED = residentNumber(2);
const IN_REMARK = residentNumber(3);
const IN_NAME = residentNumber(4);
const PASSPORT = 'EA1234567';
const PHONES = ['13812345678', '13912345679', '0830-3111234', '13712345670'];
const CLEAR = [ZHANG, LI, LI_OLD, COMPANY, WRONG, REJECTED, IN_REMARK, IN_NAME, PASSPORT, ...PHONES];

const HEADER =
  '编号,收到日期,申请人,身份证号码,统一社会信用代码,联系电话,行政管理类别,申请复议事项,被申请人,结案日期,结案方式,备注';
const RECONSIDERATION = (phone = PHONES[0]) =>
  [
    '2024年行政复议台账',
    HEADER,
    `1号,2024.1.2,张三,${ZHANG},,${phone},公安,行政处罚,某区公安局,2024.2.1,维持,`,
    `2号,2024.1.3,李四、某某有限公司,${LI_OLD},${COMPANY},无、${PHONES[2]},公安,行政处罚,某区公安局,2024.2.2,撤销,另附 ${IN_REMARK} 和 ${PHONES[3]}`,
    `3号,2024.1.4,王五,${WRONG},,12345,公安,行政处罚,某区公安局,,,`,
    `4号,2024.1.5,赵六 ${IN_NAME},,,,公安,行政处罚,某区公安局,,,`,
    `5号,2024.1.6,外国人,${PASSPORT},,,公安,行政处罚,某区公安局,,,`,
    `6号,2024.2.30,钱七,${REJECTED},,${PHONES[1]},公安,行政处罚,某区公安局,,,${REJECTED}`,
    `7号,2024.1.8,孙八、周九、吴十,${REJECTED}、${REJECTED},,,公安,行政处罚,某区公安局,,,`,
    `注:联系人 ${PHONES[1]}`,
  ].join('\n');

const PARTIES = 'parties { id role name isOrganisation identityType maskedIdentityNumber maskedPhone }';
interface Party {
  id: string;
  name: string;
  identityType: string | null;
  maskedIdentityNumber: string | null;
  maskedPhone: string | null;
}
interface Case {
  id: string;
  caseNumber: string;
  flags: string[];
  parties: Party[];
}

describe('numbers of parties', () => {
  let app: TestApp;
  let cases: Case[];
  const upload = (content: string) => app.upload(Buffer.from(content), '行政复议台账.csv');
  const load = (content: string) =>
    importLedger(app, 'mou', Buffer.from(content), { name: '行政复议台账.csv' });
  const list = async () => {
    const { proceedings } = await app.ask<{ proceedings: { nodes: Case[] } }>(
      `{ proceedings(organ: "mou") { nodes { id caseNumber flags ${PARTIES} } } }`,
    );
    return proceedings.nodes.toSorted((a, b) => a.caseNumber.localeCompare(b.caseNumber));
  };
  const reveal = async (client: ApiClient, of: Case, party: Party, more: object = {}) => {
    const input = {
      proceedingId: of.id,
      partyId: party.id,
      field: 'IDENTITY_NUMBER',
      reason: '核对送达身份',
      ...more,
    };
    return client.send<{ revealPersonalData: { value?: string; code?: string } | null }>(
      `mutation ($input: RevealArgs!) { revealPersonalData(input: $input) {
        ... on RevealedNumber { value } ... on Refusal { code } } }`,
      { input },
    );
  };
  const shown = async (of: Case, party = of.parties[0]!, more: object = {}) => {
    const { data } = await reveal(app, of, party, more);
    return data.revealPersonalData!.value ?? data.revealPersonalData!.code;
  };
  const found = async (number: string, client: ApiClient = app) => {
    const { data, errors } = await client.send<{ proceedingsByIdentityNumber: Case[] }>(
      `query ($number: String!) { proceedingsByIdentityNumber(number: $number) { caseNumber ${PARTIES} } }`,
      { number },
    );
    return errors ? errors[0]!.extensions.code : data.proceedingsByIdentityNumber.map(one => one.caseNumber);
  };

  const phone = async () => shown((await list())[0]!, (await list())[0]!.parties[0], { field: 'PHONE' });

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'mou', '某区人民政府', 'COUNTY_GOVERNMENT');
    await registerOrgan(app, 'other', '另区人民政府', 'COUNTY_GOVERNMENT');
  });
  afterAll(() => app?.stop());

  it('are masked in the report of a check, whatever becomes of the row', async () => {
    const file = await upload(RECONSIDERATION());
    const answer = await app.ask<{ checkLedger: object }>(
      `mutation ($input: CheckLedgerArgs!) { checkLedger(input: $input) { ... on LedgerCheckReport {
        importable rejected skipped sheets { columns { header target samples } } flags { flag rows }
        rejectedRows { problems { header value code } } skippedRows { text } } } }`,
      { input: { organ: 'mou', file: { key: file.key, name: file.name } } },
    );
    const text = JSON.stringify(answer);
    for (const number of CLEAR) expect(text).not.toContain(number);
    expect(answer.checkLedger).toMatchObject({ importable: 5, rejected: 2, skipped: 1 });
    expect(text).toContain('NUMBERS_NOT_MATCHING');
    expect(text).toContain('"header":"身份证号码","target":"IDENTITY_NUMBER"');
    expect(text).toContain('"header":"统一社会信用代码","target":"CREDIT_CODE"');
    expect(text).toContain('"header":"联系电话","target":"PHONE"');
  });

  it('stand nowhere in the database and in no kept file in clear', async () => {
    expect(await load(RECONSIDERATION())).toMatchObject({ state: 'DONE', imported: 5, rejected: 2 });
    const dump = await dumped(app.databaseUrl);
    expect(dump).toContain('张三');
    for (const number of CLEAR) expect(dump).not.toContain(number);
    const files = path.join(app.config.dataDir, 'files');
    const kept = readdirSync(files, { recursive: true, withFileTypes: true }).filter(one => one.isFile());
    expect(kept.length).toBeGreaterThan(0);
    for (const { parentPath, name } of kept) {
      const bytes = readFileSync(path.join(parentPath, name));
      for (const number of CLEAR) expect(bytes.includes(number)).toBe(false);
    }
  });

  it('are masked in lists, and wrong ones flagged', async () => {
    cases = await list();
    const masks = cases.map(one =>
      one.parties.map(p => [p.name, p.identityType, p.maskedIdentityNumber, p.maskedPhone]),
    );
    expect(masks).toEqual([
      [['张三', 'RESIDENT_ID', `5105**********${ZHANG.slice(-4)}`, '138****5678']],
      [
        ['李四', 'RESIDENT_ID', '1101*******1002', null],
        ['某某有限公司', 'CREDIT_CODE', '9135**********0Y43', '083*****1234'],
      ],
      [['王五', 'RESIDENT_ID', '5105**********1230', '***45']],
      [['赵六', 'RESIDENT_ID', `5105**********${IN_NAME.slice(-4)}`, null]],
      [['外国人', 'PASSPORT', 'E*****567', null]],
    ]);
    expect(cases[1]!.flags).toContain('NUMBER_MASKED_IN_TEXT');
    expect(cases[2]!.flags).toEqual(expect.arrayContaining(['IDENTITY_NUMBER_INVALID', 'PHONE_INVALID']));
  });

  it('are shown for a reason that the journal keeps', async () => {
    expect(await shown(cases[0]!)).toBe(ZHANG);
    expect(await shown(cases[0]!, undefined, { field: 'PHONE' })).toBe(PHONES[0]);
    expect(await shown(cases[1]!, cases[1]!.parties[1])).toBe(COMPANY);
    expect(await shown(cases[2]!)).toBe(WRONG);
    expect(await shown(cases[3]!)).toBe(IN_NAME);
    const entries = await runSql<{ subject: string; details: object }>(
      app.databaseUrl,
      `select subject_kind || ':' || subject_id as subject, details from journal where action = 'PERSONAL_REVEALED' order by id`,
    );
    expect(entries).toHaveLength(5);
    expect(entries[0]).toEqual({
      subject: `PROCEEDING:${cases[0]!.id}`,
      details: { partyId: cases[0]!.parties[0]!.id, field: 'identity', reason: '核对送达身份' },
    });
  });

  it.each([
    [{ reason: '看看' }, 'REASON_NEEDED'],
    [{ reason: '         ' }, 'REASON_NEEDED'],
    [{ partyId: '999999' }, 'PARTY_UNKNOWN'],
    [{ partyId: "1' or true" }, 'PARTY_UNKNOWN'],
    [{ proceedingId: '999999' }, 'PARTY_UNKNOWN'],
  ])('are refused for %j', async (more, code) => {
    expect(await shown(cases[0]!, undefined, more)).toBe(code);
    expect(await shown(cases[4]!, undefined, { field: 'PHONE' })).toBe('NUMBER_UNKNOWN');
  });

  it('are not shown to, and not found by, whoever has no business with them', async () => {
    const [other] = await runSql<{ id: number }>(
      app.databaseUrl,
      `select id from organ where code = 'other'`,
    );
    const foreign = await app.as([{ role: 'HANDLER', organId: other!.id }]);
    const { data } = await reveal(foreign, cases[0]!, cases[0]!.parties[0]!);
    expect(data.revealPersonalData).toEqual({ code: 'PARTY_UNKNOWN' });
    expect(await found(ZHANG, foreign)).toEqual([]);
    const statistician = await app.as([{ role: 'STATISTICIAN' }]);
    expect((await reveal(statistician, cases[0]!, cases[0]!.parties[0]!)).errors?.[0]?.extensions.code).toBe(
      'NOT_ALLOWED',
    );
    expect(await found(ZHANG, statistician)).toBe('NOT_ALLOWED');
  });

  it('are found by the exact number, however it is written', async () => {
    expect(await found(ZHANG)).toEqual(['1号']);
    expect(await found(` ${ZHANG.slice(0, 6)} ${ZHANG.slice(6)} `)).toEqual(['1号']);
    expect(await found(LI)).toEqual(['2号']); // the ledger has the old number of 15 digits
    expect(await found(LI_OLD)).toEqual(['2号']);
    expect(await found(COMPANY.toLowerCase())).toEqual(['2号']);
    expect(await found(PHONES[0]!)).toEqual([]);
    expect(await found(ZHANG.slice(0, -1))).toEqual([]);
    expect(await found('1')).toBe('NUMBER_INVALID');
  });

  it('do not open in another row, and say so', async () => {
    const [a, b] = [cases[0]!.parties[0]!.id, cases[2]!.parties[0]!.id];
    const swap = (to: string, from: string) =>
      runSql(
        app.databaseUrl,
        `update party t set identity_sealed = o.identity_sealed from party o where t.id = $1 and o.id = $2`,
        [to, from],
      );
    const [{ sealed } = { sealed: '' }] = await runSql<{ sealed: string }>(
      app.databaseUrl,
      'select identity_sealed as sealed from party where id = $1',
      [a],
    );
    await swap(a, b);
    expect(await shown(cases[0]!)).toBe('FIELD_DAMAGED');
    await runSql(app.databaseUrl, 'update party set identity_sealed = $2 where id = $1', [a, sealed]);
    expect(await shown(cases[0]!)).toBe(ZHANG);
  });

  it('let a ledger be recognised: unchanged, corrected, and given back', async () => {
    expect(await load(RECONSIDERATION())).toMatchObject({ imported: 0, unchanged: 5 });
    const corrected = await load(RECONSIDERATION(PHONES[1]));
    expect(corrected).toMatchObject({ added: 0, changed: 1, unchanged: 4 });
    expect(await phone()).toBe(PHONES[1]);
    const { undoLedgerImport } = await app.ask<{ undoLedgerImport: { state: string } }>(
      `mutation ($id: Int!) { undoLedgerImport(id: $id) { ... on LedgerImport { state } } }`,
      { id: corrected.id },
    );
    expect(undoLedgerImport.state).toBe('UNDONE');
    expect(await phone()).toBe(PHONES[0]);
    const dump = await dumped(app.databaseUrl);
    for (const number of CLEAR) expect(dump).not.toContain(number);
  });

  it('are in no export', async () => {
    const form = { organ: 'mou', form: 'RECONSIDERATION_2015', from: '2024-01-01', to: '2024-12-31' };
    const file = await downloaded(app, await exported(app, { ...form, format: 'CSV' }));
    for (const number of CLEAR) expect(file.includes(number)).toBe(false);
  });
});

describe('without a key', () => {
  it('a ledger with numbers is refused with what to do, one without is imported', async () => {
    const app = await TestApp.start({ FIELD_KEY: '' });
    try {
      await registerOrgan(app, 'mou', '某区人民政府', 'COUNTY_GOVERNMENT');
      const name = '行政复议台账.csv';
      const failed = await importLedger(app, 'mou', Buffer.from(RECONSIDERATION()), { name });
      expect(failed).toMatchObject({ state: 'FAILED', error: { code: 'FIELD_KEY_MISSING' }, imported: 0 });
      const plain = '编号,收到日期,申请人,被申请人\n1号,2024.1.2,张三,某区公安局\n';
      expect(await importLedger(app, 'mou', Buffer.from(plain), { name })).toMatchObject({ imported: 1 });
    } finally {
      await app.stop();
    }
  });
});
