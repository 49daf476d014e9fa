import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from 'bullmq';
import { differs } from '#backup';
import { ATTEMPTS, JobProcessor } from '#jobs';
import { OrganDirectory, withOrganLock } from '#persistence';
import { restoreInto, storeOf, take, TestFolder, type Installation } from '../support/backup.ts';
import { runSql } from '../support/database.ts';
import { finished, FIXTURES, requestImport } from '../support/ledger.ts';
import { giveLetterhead, Letters } from '../support/reconsideration/letters.ts';
import { Stories } from '../support/reconsideration/stories.ts';
import type { Story } from '../support/reconsideration/story.ts';
import { TestS3 } from '../support/s3.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n张三 11010519491231002X\ntrailer\n<<>>\n%%EOF\n');
const AWAY = { code: 'FILES_UNREACHABLE' };

describe('文件存放在对象存储', () => {
  let s3: TestS3;
  let stories: Stories;
  let story: Story;
  let url: string;
  beforeAll(async () => {
    s3 = await TestS3.start();
    stories = await Stories.start({ MAX_UPLOAD_MB: '1', ...s3.env });
    story = await stories.register('2025-03-03');
    await giveLetterhead(stories);
  });
  afterAll(async () => {
    await stories?.stop();
    await s3?.stop();
  });

  const local = () => {
    const { dataDir } = stories.app.config;
    const all = existsSync(dataDir) ? readdirSync(dataDir, { recursive: true, withFileTypes: true }) : [];
    return all.filter(one => one.isFile() && !one.parentPath.endsWith('keys')).map(one => one.name);
  };
  const upload = (content: Buffer) => stories.people.handler.tryUpload(content, '申请书', '/documents');
  const attach = async (key: string) => {
    const text = `mutation ($input: AttachDocumentArgs!) { attachDocument(input: $input) {
      ... on ReconsiderationCase { documents { url sha256 } } ... on Refusal { code remedy { zh } } } }`;
    const input = { case: story.id, requestId: randomUUID(), key, title: '申请书', kind: 'APPLICATION' };
    const { attachDocument } = await stories.people.handler.ask<{
      attachDocument: { documents?: { url: string; sha256: string }[]; code?: string };
    }>(text, { input });
    return attachDocument;
  };

  it('上传的材料加密后存入,原样下载,本机不留内容', async () => {
    const { key, bytes } = await upload(PDF);
    expect(bytes).toBe(PDF.length);
    const name = `files/${key.slice(0, 2)}/${key}`;
    expect(s3.objects()).toEqual([name]);
    expect(readFileSync(s3.fileOf(name)).includes('张三')).toBe(false);
    const { documents } = await attach(key);
    url = documents![0]!.url;
    const response = await stories.people.handler.fetch(url);
    expect(Buffer.from(await response.arrayBuffer()).equals(PDF)).toBe(true);
    expect(local()).toEqual([]);
  });

  it('同一材料再次上传只存一份', async () => {
    const writes = s3.writes.length;
    await upload(PDF);
    expect(s3.writes).toHaveLength(writes);
  });

  it('中断、过大、类型不符的上传不留痕迹', async () => {
    const before = s3.objects();
    expect((await upload(Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024)]))).refused?.code).toBe(
      'FILE_TOO_LARGE',
    );
    expect((await upload(Buffer.from('a,b\n'))).refused?.code).toBe('DOCUMENT_TYPE_REFUSED');
    await cutUpload(stories.app.url, stories.people.handler.headers);
    for (const until = Date.now() + 5000; local().length && Date.now() < until;) await pause(50);
    expect(local()).toEqual([]);
    expect(s3.objects()).toEqual(before);
  });

  it('文书和台账照常办理', async () => {
    const letters = await new Letters(stories, story).issue('RECEIPT');
    expect(letters).toHaveLength(1);
    const link = (letters as { url: string }[])[0]!.url;
    expect((await stories.people.handler.fetch(link)).status).toBe(200);
    const file = await stories.app.upload(path.join(FIXTURES, 'dongli-2017.xlsx'));
    const { id } = (await requestImport(stories.app, 'city', file)) as { id: number };
    expect(await finished(stories.app, id)).toMatchObject({ state: 'DONE', balanced: true });
    expect(local()).toEqual([]);
  });

  it('对象存储中断时说明原因,不丢失任何内容;恢复后继续', async () => {
    const ledger = await stories.app.upload(path.join(FIXTURES, 'luzhou-2017.xlsx'));
    await attach((await upload(Buffer.concat([PDF, PDF]))).key); // the receipt has to be written anew
    const letters = new Letters(stories, story);
    const issued = (await letters.list()).length;
    const kept = s3.objects();
    await s3.end();
    expect(await upload(Buffer.concat([PDF, PDF, PDF]))).toMatchObject({ statusCode: 503, ...AWAY });
    const download = await stories.people.handler.fetch(url);
    expect([download.status, await download.json()]).toMatchObject([503, AWAY]);
    expect(await attach(ledger.key)).toMatchObject(AWAY);
    expect(await letters.issue('RECEIPT')).toMatchObject(AWAY);
    expect(await letters.list()).toHaveLength(issued);
    expect(local()).toEqual([]);
    expect(await requestImport(stories.app, 'city', ledger)).toMatchObject(AWAY);
    await s3.begin();
    expect(s3.objects()).toEqual(kept);
    expect(await letters.issue('RECEIPT')).toHaveLength(issued + 1);
    expect((await stories.people.handler.fetch(url)).status).toBe(200);
  });

  it('已受理的导入在对象存储中断时等待,恢复后完成', async () => {
    const { app } = stories;
    const ledger = await app.upload(path.join(FIXTURES, 'luzhou-2017.xlsx'));
    const city = app.app.get(OrganDirectory).byCode('city')!;
    const id = await withOrganLock(app.databaseUrl, city.id, async () => {
      const asked = (await requestImport(app, 'city', ledger)) as { id: number };
      await s3.end(); // before the job, which waits for the same lock, opens the file
      return asked.id;
    });
    await pause(1500); // it has been tried
    const job = { id: 'last', name: 'importLedger', data: { importId: id }, attemptsMade: ATTEMPTS - 1 };
    const last = app.app.get(JobProcessor, { strict: false }).process(job as unknown as Job);
    await expect(last).rejects.toMatchObject({ variable: 'FILES_S3_URL' });
    const text = `query ($id: Int!) { ledgerImport(id: $id) { state } }`;
    const { ledgerImport } = await app.ask<{ ledgerImport: { state: string } }>(text, { id });
    expect(ledgerImport.state).toBe('RUNNING');
    await s3.begin();
    expect(await finished(app, id)).toMatchObject({ state: 'DONE', balanced: true });
  });

  it('备份包含对象存储中的文件,可恢复到文件夹,也可恢复到另一个存储桶', async () => {
    const folder = new TestFolder();
    const other = await TestS3.start('ignored');
    try {
      const { databaseUrl, config } = stories.app;
      const from: Installation = { databaseUrl, dataDir: config.dataDir, fileBucket: s3.bucket };
      const file = folder.newPath();
      const { documents } = await take(from, file);
      expect(documents).toMatchObject({ missing: [], damaged: [] });
      expect(documents.count).toBe(s3.objects().filter(name => name.startsWith('files/')).length);
      for (const fileBucket of [null, other.bucket]) {
        const into = { ...(await folder.fresh()), fileBucket };
        const { compared } = await restoreInto(into, file);
        expect(compared.filter(differs)).toEqual([]);
        const keys = await runSql<{ key: string }>(
          into.databaseUrl,
          'select file_key as key from case_document union select file_key from letter',
        );
        for (const { key } of keys)
          expect(await storeOf(into).withStored(key, one => one.isWhole())).toBe(true);
        expect(keys.length).toBeGreaterThan(1);
      }
    } finally {
      await folder.remove();
      await other.stop();
    }
  });
});

/** Begins an upload and breaks the connection in the middle. */
async function cutUpload(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const sending = request(`${url}/documents`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': '900000' },
  });
  sending.on('error', () => undefined);
  sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.7\n');
  sending.write(Buffer.alloc(100_000));
  await pause(300);
  sending.destroy();
}
