import { AttemptJournal } from '#persistence';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import type { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';
import { entriesAfter, entriesWithin } from '../support/journal.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-journal-'));

interface Page {
  journal: {
    nodes: { id: string; seq: number; action: { code: string }; organ: { code: string } | null }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const NODES = 'nodes { id seq action { code } organ { code } } pageInfo { hasNextPage endCursor }';

const read = async (client: ApiClient, args: string): Promise<Page['journal']> =>
  (await client.ask<Page>(`{ journal(${args}) { ${NODES} } }`)).journal;

describe('the journal as an auditor and an administrator meet it', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'a', '甲县人民政府', 'COUNTY_GOVERNMENT');
    await registerOrgan(app, 'b', '乙县人民政府', 'COUNTY_GOVERNMENT');
    await importLedger(app, 'a', 'luzhou-2017.xlsx');
  });
  afterAll(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true });
  });

  const command = (...args: string[]) =>
    new Promise<{ code: number; out: string }>(resolve => {
      const env = { ...process.env, DATABASE_URL: app.databaseUrl, INIT_CWD: folder };
      const script = path.join(root, 'scripts/journal.mjs');
      const child = execFile(process.execPath, [script, ...args], { cwd: root, env }, (_error, out, err) =>
        resolve({ code: child.exitCode ?? -1, out: out + err }),
      );
    });

  it('is read newest first, page by page, by organ and by subject', async () => {
    const all = await read(app, 'organ: "a", first: 10');
    expect(all.nodes.map(one => one.action.code)).toEqual([
      'IMPORT_DONE',
      'IMPORT_ASKED',
      'ORGAN_REGISTERED',
    ]);
    for (const args of ['organ: "a"', 'subject: { kind: ORGAN, id: 1 }']) {
      const seen: string[] = [];
      for (let after = ''; ;) {
        const { nodes, pageInfo } = await read(app, `${args}, first: 2${after}`);
        seen.push(...nodes.map(one => one.id));
        if (!pageInfo.hasNextPage) break;
        after = `, after: "${pageInfo.endCursor}"`;
      }
      expect(seen).toEqual(all.nodes.map(one => one.id));
    }
  });

  it('an auditor of one organ sees its entries and no other, whatever is asked', async () => {
    const auditor = await app.as([{ role: 'AUDITOR', organId: 1 }]);
    const { nodes } = await read(auditor, 'first: 100');
    expect(nodes.length).toBe(3);
    expect(new Set(nodes.map(one => one.organ?.code))).toEqual(new Set(['a']));
    expect((await read(auditor, 'subject: { kind: ORGAN, id: 2 }')).nodes).toEqual([]);
    expect((await read(auditor, 'subject: { kind: INSTALLATION, id: 0 }')).nodes).toEqual([]);
    const refused = await auditor.send('{ journal(organ: "b") { nodes { id } } }');
    expect(refused.errors![0]!.extensions.code).toBe('NOT_IN_SCOPE');
    const cursor = await app.send('{ journal(after: "x") { nodes { id } } }');
    expect(cursor.errors![0]!.extensions.code).toBe('CURSOR_INVALID');
  });

  it('who takes a return away is written down', async () => {
    const { exportReturn } = await app.ask<{ exportReturn: { id: number } }>(
      `mutation { exportReturn(input: { organ: "b", form: "APPEARANCE", format: CSV, from: "2017-01-01",
        to: "2017-12-31", requestId: "download" }) { ... on ReturnExport { id } } }`,
    );
    const state = 'query ($id: Int!) { returnExport(id: $id) { url } }';
    let url: string | null = null;
    for (let i = 0; i < 200 && !url; i++, await new Promise(resolve => setTimeout(resolve, 50)))
      ({ url } = (await app.ask<{ returnExport: { url: string | null } }>(state, exportReturn)).returnExport);
    expect((await app.fetch(url!)).status).toBe(200);
    const [last] = (await read(app, 'organ: "b", first: 1')).nodes;
    expect(last!.action.code).toBe('EXPORT_DOWNLOADED');
  });

  it('a flood of refusals is a few entries and a number', async () => {
    const before = (await entriesAfter(app.databaseUrl)).at(-1)!.id;
    const nobody = await app.as([]);
    for (let i = 0; i < 50; i++) await nobody.send('{ organs { id } }');
    await nobody.send('{ codes(list: FIELD) { code } }');
    const singly = await entriesWithin(app.databaseUrl, before, 2);
    expect(singly.map(entry => entry.details.asked)).toEqual(['organs', 'codes']);
    await app.app.get(AttemptJournal).beforeApplicationShutdown();
    const [summary, ...more] = (await entriesAfter(app.databaseUrl, before)).slice(2);
    expect(summary).toMatchObject({ action: 'PERMISSION_REFUSED', details: { repeats: 49 } });
    expect(more).toEqual([]);
  });

  it('verify, anchor, tampering, show: from the command line', async () => {
    const whole = await command('verify', '--anchor', 'anchor.ndjson');
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining(' 0 broken')]);
    expect(readFileSync(path.join(folder, 'anchor.ndjson'), 'utf8')).toMatch(
      /^\["ACCOUNT",\d+,\d+,"[0-9a-f]{64}"\]\n/,
    );
    await runSql(app.databaseUrl, 'alter table journal disable trigger journal_refuses');
    await runSql(app.databaseUrl, `update journal set address = null where action = 'IMPORT_ASKED'`);
    const broken = await command('verify', '--anchor', 'second.ndjson', '--against', 'anchor.ndjson');
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/ORGAN:1 seq 2 \(id \d+\) ALTERED: 第2条/);
    expect(existsSync(path.join(folder, 'second.ndjson'))).toBe(false);
    const shown = await command('show', 'organ:1');
    expect(shown.out.split('\n')[2]).toMatch(/^3 \S+Z IMPORT_DONE 完成台账导入 .*"added":198/);
    for (const wrong of [['verify', 'x'], ['show'], ['show', 'ORGAN'], ['erase']])
      expect((await command(...wrong)).code).toBe(2);
  }, 120_000);
});
