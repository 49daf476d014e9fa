import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, type Config } from '#config';
import { embeddedKeyFile, openKeyring, prepareKeys } from '#persistence';
import { FieldCipher, Keyring, newKey, readKeyFile } from '#protection';
import { createApp } from '../../apps/api/src/create-app.ts';
import { countByKey } from '../../libs/casework/personal/number-keys.ts';
import { rotateNumbers } from '../../libs/casework/personal/rotate-numbers.ts';
import { TestApp, TEST_KEY } from '../support/app.ts';
import { ApiClient } from '../support/client.ts';
import { createDatabase, runSql, type TestDatabase } from '../support/database.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';
import { residentNumber } from '../support/personal.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ROWS = 700;
const LEDGER = [
  '编号,收到日期,申请人,证件号码,联系电话,被申请人',
  ...Array.from(
    { length: ROWS },
    (_, i) => `${i + 1}号,2024.1.2,申请人${i},${residentNumber(i)},138${10_000_000 + i},某区公安局`,
  ),
].join('\n');
const SECOND = newKey();
const THIRD = newKey();
const ids = (...keys: string[]) => keys.map(key => Keyring.parse(key).newest.id);
const [FIRST_ID, SECOND_ID, THIRD_ID] = ids(TEST_KEY, SECOND, THIRD) as [string, string, string];
const RING = `${SECOND},${TEST_KEY}`;

const cases = async (client: ApiClient, number: string) => {
  const { data } = await client.send<{
    proceedingsByIdentityNumber: { id: string; parties: { id: string }[] }[];
  }>(`query ($number: String!) { proceedingsByIdentityNumber(number: $number) { id parties { id } } }`, {
    number,
  });
  return data.proceedingsByIdentityNumber;
};

const shown = async (client: ApiClient, number: string, field = 'IDENTITY_NUMBER') => {
  const [one] = await cases(client, number);
  const input = {
    proceedingId: one!.id,
    partyId: one!.parties[0]!.id,
    field,
    reason: '核对身份',
  };
  const { data } = await client.send<{ revealPersonalData: { value?: string; code?: string } }>(
    `mutation ($input: RevealArgs!) { revealPersonalData(input: $input) {
      ... on RevealedNumber { value } ... on Refusal { code } } }`,
    { input: { ...input, reason: '核对送达身份' } },
  );
  return data.revealPersonalData;
};

const ADDRESS = '江州市江东区幸福路12号';

/** 送达地址 comes from a registration, not from a ledger: the last party gets one. */
async function plantAddress({ databaseUrl }: TestApp): Promise<void> {
  const [party] = await runSql<{ id: string }>(databaseUrl, 'select max(id)::text as id from party');
  const place = { table: 'party', row: party!.id, column: 'address' };
  const sealed = new FieldCipher(Keyring.parse(TEST_KEY)).seal(ADDRESS, place);
  const set = `update party set address_sealed = $2, address_masked = '江州市江东区****' where id = $1`;
  await runSql(databaseUrl, set, [party!.id, sealed]);
}

describe('changing keys', () => {
  let app: TestApp;
  const name = '行政复议台账.csv';
  const load = () => importLedger(app, 'mou', Buffer.from(LEDGER), { name });
  /** The product with other keys on the same data. */
  const within = async <T>(keys: string, work: (client: ApiClient) => Promise<T>): Promise<T> => {
    const other = await createApp({ ...app.config, fieldKey: keys });
    await other.listen(0, '127.0.0.1');
    try {
      return await work(new ApiClient(await other.getUrl(), app.headers));
    } finally {
      await other.close();
    }
  };
  const keys = (ring: string, ...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>(resolve => {
      const env = {
        ...process.env,
        DATABASE_URL: app.databaseUrl,
        DATA_DIR: app.config.dataDir,
        FIELD_KEY: ring,
      };
      const child = execFile(
        process.execPath,
        ['scripts/keys.mjs', ...args],
        { cwd: root, env },
        (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const counted = async () => {
    const client = new Client(app.databaseUrl);
    await client.connect();
    const { parties, rows } = await countByKey(client);
    await client.end();
    return { parties: Object.fromEntries(parties), rows: Object.fromEntries(rows) };
  };

  const start = (fieldKey: string | null) => prepareKeys({ ...app.config, fieldKey });

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'mou', '某区人民政府', 'COUNTY_GOVERNMENT');
    const { imported } = await load();
    if (imported !== ROWS) throw new Error(`${imported} rows imported`);
    await plantAddress(app);
    await prepareKeys(app.config);
  });
  afterAll(() => app?.stop());

  it('stopped in the middle has lost nothing: every number is found and opens', async () => {
    const client = new Client(app.databaseUrl);
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    let batches = 0;
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    const counting = {
      query: async (...args: unknown[]) => {
        // the connection is cut while the third batch has been written but not committed
        if (args[0] === 'commit' && ++batches === 3)
          await runSql(app.databaseUrl, 'select pg_terminate_backend($1)', [rows[0]!.pid]);
        return query(...args);
      },
    };
    await expect(rotateNumbers(counting as unknown as Client, Keyring.parse(RING))).rejects.toThrow(
      /terminat|connection|administrator/i,
    );
    await client.end().catch(() => undefined);
    expect((await counted()).parties).toEqual({ [SECOND_ID]: 800, [FIRST_ID]: 601 });
    await within(RING, async both => {
      for (const n of [0, 399, 400, 699]) {
        expect(await cases(both, residentNumber(n))).toHaveLength(1);
        expect(await shown(both, residentNumber(n))).toEqual({ value: residentNumber(n) });
      }
    });
  });

  it('goes on where it was, and says what has become of which key', async () => {
    const begun = await keys(RING, 'status');
    expect(begun.out).toContain(`${FIRST_ID} 只读 reads only: 601 `);
    const { code, out, err } = await keys(RING, 'rotate');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('300 名当事人');
    expect(out).toContain('核验完成');
    expect(out).toContain(`可以移除的旧密钥 keys that may be taken away now: ${FIRST_ID}`);
    expect(await counted()).toEqual({ parties: { [SECOND_ID]: 1401 }, rows: { [SECOND_ID]: 1400 } });
    const again = await keys(RING, 'rotate');
    expect(again.out).toContain('0 名当事人 parties, 0 行 rows, 0 个文件 files');
    expect((await keys(RING, 'status')).out).toMatch(
      new RegExp(`${FIRST_ID} 只读 reads only,已停用 retired: 0 .* 0 .* 0 个文件`),
    );
  });

  it('the old key can be taken away: search, sight and recognition work with the new one alone', async () => {
    await within(SECOND, async now => {
      expect(await shown(now, residentNumber(5))).toEqual({ value: residentNumber(5) });
      expect(await shown(now, residentNumber(ROWS - 1), 'ADDRESS')).toEqual({ value: ADDRESS });
      const upload = await now.upload(Buffer.from(LEDGER), name);
      const { checkLedger } = await now.ask<{ checkLedger: object }>(
        `mutation ($input: CheckLedgerArgs!) { checkLedger(input: $input) { ... on LedgerCheckReport { unchanged changed } } }`,
        { input: { organ: 'mou', file: { key: upload.key, name: upload.name } } },
      );
      expect(checkLedger).toEqual({ unchanged: ROWS, changed: 0 });
    });
    const [journalled] = await runSql<{ details: object }>(
      app.databaseUrl,
      `select details from journal where action = 'KEY_ROTATED'`,
    );
    expect(journalled!.details).toMatchObject({ retired: [FIRST_ID], newest: SECOND_ID });
  });

  it('with a wrong key nothing starts and nothing is changed; what is asked all the same is refused', async () => {
    const before = await counted();
    await expect(start(THIRD)).rejects.toThrow(new RegExp(`^FIELD_KEY: .*${SECOND_ID}`));
    await expect(start(null)).rejects.toThrow(new RegExp(`^FIELD_KEY_FILE: .*${SECOND_ID}`));
    expect((await keys(THIRD, 'rotate')).err).toContain(`the key ${SECOND_ID} is not among the known ones`);
    const one = await within(SECOND, client => cases(client, residentNumber(5)));
    await within(THIRD, async wrong => {
      const input = {
        proceedingId: one[0]!.id,
        partyId: one[0]!.parties[0]!.id,
        field: 'PHONE',
        reason: '核对送达身份',
      };
      const { data } = await wrong.send<{ revealPersonalData: { code: string } }>(
        `mutation ($input: RevealArgs!) { revealPersonalData(input: $input) { ... on Refusal { code } } }`,
        { input },
      );
      expect(data.revealPersonalData.code).toBe('FIELD_KEY_UNKNOWN');
    });
    expect(await counted()).toEqual(before);
  });

  it('a lost key is no longer asked for once somebody says so', async () => {
    expect((await keys(SECOND, 'lost', SECOND_ID)).code).toBe(1);
    expect((await keys(THIRD, 'lost', SECOND_ID)).out).toContain('已记为丢失');
    await prepareKeys({ ...app.config, fieldKey: THIRD });
    expect((await keys(THIRD, 'status')).out).toContain(`${SECOND_ID} 缺失 missing,已停用 retired: 1401 `);
    expect(THIRD_ID).not.toBe(SECOND_ID);
  });
});

describe('the key of the embedded database', () => {
  let database: TestDatabase;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-keys-'));
  const config = (more: Partial<Config> = {}): Config => ({
    ...readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir }),
    embedded: true,
    ...more,
  });

  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is made once, said, and never again', async () => {
    const file = embeddedKeyFile(dataDir);
    expect(await prepareKeys(config())).toBe(file);
    const { newest } = readKeyFile(file);
    expect(await prepareKeys(config())).toBeNull();
    expect(openKeyring(config()).newest.id).toBe(newest.id);
    new FieldCipher(openKeyring(config())).seal('x', { table: 'party', row: '1', column: 'identity' });
    rmSync(file);
    await expect(prepareKeys(config())).rejects.toThrow(
      new RegExp(`FIELD_KEY_FILE: .*${newest.id}.*${file}`),
    );
    expect([existsSync(file), readdirSync(path.dirname(file))]).toEqual([false, []]);
  });

  it.each([
    [{ embedded: false, env: 'production' }, 'FIELD_KEY: 未设置'],
    [{ fieldKey: 'no key' }, 'FIELD_KEY: 应为'],
    [{ fieldKeyFile: '/nowhere/field.key' }, 'FIELD_KEY_FILE: 无法读取密钥文件 /nowhere/field.key(ENOENT)'],
  ] as [Partial<Config>, string][])('%j does not start: %s', async (more, words) => {
    await runSql(database.url, 'update field_key set retired_at = now()');
    await expect(prepareKeys(config(more))).rejects.toThrow(words);
  });
});
