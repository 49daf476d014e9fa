import { letterDocx } from '#documents';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES } from '../../support/ledger.ts';
import { giveLetterhead, Letters, type Drafted } from '../../support/reconsideration/letters.ts';
import { Stories, type Actor } from '../../support/reconsideration/stories.ts';
import type { Story } from '../../support/reconsideration/story.ts';

const LETTER = {
  kind: 'RECEIPT',
  code: 'RC-D03',
  issuer: ['江州市人民政府'],
  title: '接收行政复议申请材料回执',
  number: [],
  addressee: [],
  blocks: [],
  signer: [],
  date: [],
  copies: [],
} as const;
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(3000),
  Buffer.from('IEND\xae\x42\x60\x82', 'latin1'),
]);
const JPEG = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(3000), Buffer.from('ffd9', 'hex')]);

interface Kept {
  id: string;
  title: string;
  kind: string;
  type: string;
  bytes: number;
  sha256: string;
  url: string;
  attachedBy: string | null;
}

describe('案件材料', () => {
  let stories: Stories;
  let story: Story;
  const types: Record<string, Buffer> = { PDF, PNG, JPEG };
  beforeAll(async () => {
    stories = await Stories.start({ MAX_UPLOAD_MB: '1' });
    story = await stories.register('2025-03-03');
    types['DOCX'] = Buffer.from(await letterDocx(LETTER, new Date('2025-03-03')));
    types['XLSX'] = readFileSync(path.join(FIXTURES, 'luzhou-2017.xlsx'));
  });
  afterAll(() => stories?.stop());

  const onDisk = () =>
    readdirSync(stories.app.config.dataDir, { recursive: true, withFileTypes: true }).filter(one =>
      one.isFile(),
    ).length;
  const upload = (content: Buffer, by: Actor = 'handler') =>
    stories.people[by].tryUpload(content, '材料', '/documents');
  const attach = async (key: string, more: object = {}, by: Actor = 'handler') => {
    const text = `mutation ($input: AttachDocumentArgs!) { attachDocument(input: $input) {
      ... on ReconsiderationCase { documents { id title kind type bytes sha256 url attachedBy } } ... on Refusal { code } } }`;
    const input = {
      case: story.id,
      requestId: randomUUID(),
      key,
      title: '身份证明',
      kind: 'APPLICATION',
      ...more,
    };
    const { attachDocument } = await stories.people[by].ask<{
      attachDocument: { documents?: Kept[]; code?: string };
    }>(text, { input });
    return attachDocument;
  };

  it.each(['PDF', 'PNG', 'JPEG', 'DOCX', 'XLSX'])('%s按内容识别并收存', async type => {
    const { key, bytes } = await upload(types[type]!);
    const { documents } = await attach(key, { title: type });
    const kept = documents!.find(one => one.title === type)!;
    expect(kept).toMatchObject({ type, kind: 'APPLICATION', sha256: key, bytes });
    const response = await stories.people.handler.fetch(kept.url);
    expect(Buffer.from(await response.arrayBuffer()).equals(types[type]!)).toBe(true);
    expect((await stories.people.approver.fetch(kept.url)).status).toBe(403);
  });

  it('申请材料列入接收回执', async () => {
    await giveLetterhead(stories);
    const { text, missing } = (await new Letters(stories, story).draft('RECEIPT')) as Drafted;
    expect(missing).toEqual([]);
    expect(text.join('\n')).toContain('一、PDF。\n二、PNG。\n三、JPEG。\n四、DOCX。\n五、XLSX。');
  });

  it.each([
    ['PDF', 8],
    ['PNG', 8],
    ['JPEG', 2],
    ['DOCX', 100],
    ['XLSX', 100],
  ] as const)('残缺的%s不收存,不留痕迹', async (type, lost) => {
    const before = onDisk();
    const { refused } = await upload(types[type]!.subarray(0, -lost));
    expect(refused?.code).toBe('DOCUMENT_TYPE_REFUSED');
    expect(onDisk()).toBe(before);
  });

  it('其他类型、过大的文件不收存,不留痕迹', async () => {
    const before = onDisk();
    expect((await upload(Buffer.from('<html>%PDF-</html>'))).refused?.code).toBe('DOCUMENT_TYPE_REFUSED');
    expect((await upload(Buffer.from('a,b\n1,2\n'))).refused?.code).toBe('DOCUMENT_TYPE_REFUSED');
    const large = Buffer.concat([PDF, Buffer.alloc(2 * 1024 * 1024)]);
    expect((await upload(large)).refused?.code).toBe('FILE_TOO_LARGE');
    expect(onDisk()).toBe(before);
  });

  it('被申请人可以提交材料;台账等其他文件不能收存;重复提交只收存一次', async () => {
    const { key } = await upload(PDF, 'contact');
    const requestId = randomUUID();
    const sent = { title: '答复书', kind: 'REPLY', requestId };
    const first = await attach(key, sent, 'contact');
    const again = await attach(key, sent, 'contact');
    expect(again.documents).toHaveLength(first.documents!.length);
    expect((await attach(key, { ...sent, title: '另一份' }, 'contact')).code).toBe('REQUEST_ID_REUSED');
    const ledger = await stories.people.handler.upload(Buffer.from('案号\n江复〔2025〕1号\n'), '台账.csv');
    expect((await attach(ledger.key)).code).toBe('DOCUMENT_TYPE_REFUSED');
    expect((await attach('0'.repeat(64))).code).toBe('FILE_UNKNOWN');
    expect((await attach(key, { title: ' ' })).code).toBe('DOCUMENT_TITLE_INVALID');
    expect((await attach(key, {}, 'stranger')).code).toBe('CASE_UNKNOWN');
    const { timeline } = await story.read();
    expect(timeline.map(one => one.text.zh)).toContain('收存案件材料:答复及证据、依据“答复书”。');
  });
});
