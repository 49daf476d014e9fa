import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  giveLetterhead,
  Letters,
  type Drafted,
  type Issued,
  type LetterOptions,
} from '../../support/reconsideration/letters.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import type { Refused, Story } from '../../support/reconsideration/story.ts';

describe('复议文书', () => {
  let stories: Stories;
  let story: Story;
  let letters: Letters;
  let cases = 0;

  /** A case that was accepted on 2025-03-06. */
  async function accepted(): Promise<Story> {
    const made = await stories.register('2025-03-03', {
      caseNumber: `江复〔2025〕${++cases}号`,
      act: { name: '罚款五百元的行政处罚决定', number: '江公罚〔2025〕12号', madeOn: '2025-02-24' },
    });
    await made.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
    return made;
  }

  const issued = async (kind: string, options?: LetterOptions) =>
    (await letters.issue(kind, options)) as Issued[];
  const refusedTo = async (kind: string, options?: LetterOptions) =>
    (await letters.issue(kind, options)) as Refused;

  beforeAll(async () => {
    stories = await Stories.start();
    story = await accepted();
    letters = new Letters(stories, story);
  });
  afterAll(() => stories?.stop());

  it('缺少的内容逐项列出,并说明由哪里提供', async () => {
    const { text, missing } = (await letters.draft('REPLY_NOTICE')) as Drafted;
    expect(text).toEqual([]);
    const by = Object.fromEntries(missing.map(one => [one.source, one.suppliedBy.zh]));
    expect(by).toEqual({
      'case.office.name': '机关资料',
      'case.office.address': '机关资料',
      'letter.number': '机关资料(机关代字)',
    });
    const early = (await letters.draft('DECISION')) as Drafted;
    expect(early.missing.map(one => one.suppliedBy.zh)).toContain('作出行政复议决定');
    const { code, details } = await refusedTo('REPLY_NOTICE');
    expect(code).toBe('LETTER_INCOMPLETE');
    expect(details).toHaveLength(3);
  });

  it('草稿的每一项内容都能追溯来源', async () => {
    await giveLetterhead(stories);
    const { text, fields, missing } = (await letters.draft('ACCEPTANCE_NOTICE')) as Drafted;
    expect(missing).toEqual([]);
    expect(text.slice(0, 4)).toEqual([
      '江州市人民政府',
      '行政复议受理通知书',
      '江政复受字〔2025〕1号',
      '张三：',
    ]);
    expect(fields).toContainEqual({ value: '2025年3月6日', source: 'event:ACCEPT.on' });
    expect(fields).toContainEqual({ value: '2025年5月6日', source: 'clock:RC-28.due' });
    expect(fields).toContainEqual({ value: '江公罚〔2025〕12号', source: 'case.act.number' });
    expect(await letters.list()).toEqual([]);
  });

  it('制发时取得文号;同一请求重复提交只制发一次', async () => {
    const requestId = randomUUID();
    const [letter] = await issued('ACCEPTANCE_NOTICE', { requestId });
    expect(letter).toMatchObject({ number: '江政复受字〔2025〕1号', on: '2025-03-06', outdated: [] });
    expect(await issued('ACCEPTANCE_NOTICE', { requestId })).toHaveLength(1);
    expect((await refusedTo('REPLY_NOTICE', { requestId })).code).toBe('REQUEST_ID_REUSED');
    const again = await refusedTo('ACCEPTANCE_NOTICE');
    expect(again.code).toBe('LETTER_ISSUED_ALREADY');
    expect(again.message.zh).toContain('江政复受字〔2025〕1号');
    const { timeline } = await story.read();
    expect(timeline.map(one => one.text.zh)).toContain(
      '制发文书:《行政复议受理通知书》江政复受字〔2025〕1号。',
    );
  });

  it('未制发成的文书不占号', async () => {
    expect((await refusedTo('REFUSAL')).code).toBe('LETTER_INCOMPLETE');
    const [, letter] = await issued('REPLY_NOTICE');
    expect(letter!.number).toBe('江政复答字〔2025〕1号');
    const other = new Letters(stories, await accepted());
    const [first] = (await other.issue('ACCEPTANCE_NOTICE')) as Issued[];
    expect(first!.number).toBe('江政复受字〔2025〕2号');
  });

  it('同时制发的文书号码不重不漏', async () => {
    const all: Story[] = [];
    for (let i = 0; i < 5; i++) all.push(await accepted());
    const made = await Promise.all(
      all.map(async one => (await new Letters(stories, one).issue('ACCEPTANCE_NOTICE')) as Issued[]),
    );
    const numbers = made.map(([one]) => one!.number).sort();
    expect(numbers).toEqual([3, 4, 5, 6, 7].map(n => `江政复受字〔2025〕${n}号`));
  });

  it('案件已有变化的,旧版本不得制发', async () => {
    const refused = await refusedTo('THIRD_PARTY_NOTICE', { expectedVersion: 1 });
    expect(refused.code).toBe('CASE_CHANGED');
    expect(refused.details.join()).toContain('2025-03-06 受理');
  });

  it('后提交的被拒时,其间制发、送达的文书一并指明', async () => {
    const other = await accepted();
    const papers = new Letters(stories, other);
    const { version } = await other.read();
    const [letter] = (await papers.issue('REPLY_NOTICE')) as Issued[];
    const mailed = { recipient: { role: 'RESPONDENT' }, method: 'MAIL', sentOn: '2025-03-06' };
    await papers.serve(letter!.id, mailed);
    await other.step('SEND_COPY', '2025-03-07');
    const late = (expectedVersion: number) =>
      other.refused('STOP_EXECUTION', '2025-03-07', { ground: 'LAW_REQUIRES' }, { expectedVersion });
    const title = `《行政复议答复通知书》${letter!.number}`;
    const copied = '2025-03-07 发送申请书副本 send the copy';
    expect((await late(version)).details).toEqual([
      `制发文书 letter issued: ${title}`,
      `登记送达 service of a letter recorded: ${title},江州市公安局,2025-03-06发出`,
      copied,
    ]);
    await other.step('CLASSIFY', '2025-03-07', { major: true });
    expect((await late(version + 1)).details).toEqual(['2025-03-07 标注案件性质 classify the case']);
  });

  it('只有办案机关可以拟制、制发;被申请人看得到已制发的文书', async () => {
    expect(((await letters.draft('REPLY_NOTICE', { by: 'contact' })) as Refused).code).toBe('NOT_IN_SCOPE');
    expect((await refusedTo('RESUMPTION_NOTICE', { by: 'contact' })).code).toBe('NOT_IN_SCOPE');
    expect((await refusedTo('REPLY_NOTICE', { by: 'stranger' })).code).toBe('CASE_UNKNOWN');
    expect(await letters.list('contact')).toHaveLength(2);
  });

  it('送达回证写明所送达的文书', async () => {
    const [letter] = await letters.list();
    const served = { letters: [letter!.id], place: '江州市府前路1号', by: ['李四', '王五'] };
    expect((await refusedTo('SERVICE_RECEIPT', { served: { ...served, letters: ['0'] } })).code).toBe(
      'LETTER_INCOMPLETE',
    );
    const requestId = randomUUID();
    const [, , receipt] = await issued('SERVICE_RECEIPT', { served, requestId });
    expect(receipt!.number).toBeNull();
    expect(receipt!.text).toContain('送达文书名称、文号：《行政复议受理通知书》（江政复受字〔2025〕1号）');
    expect(receipt!.outdated).toEqual([]);
    expect(await issued('SERVICE_RECEIPT', { served, requestId })).toHaveLength(3);
  });

  it('下载为DOCX;链接只对本人有效,下载记入日志', async () => {
    const [letter] = await letters.list();
    const { handler, approver } = stories.people;
    const response = await handler.fetch(letter!.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('行政复议受理通知书'));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect((await approver.fetch(letter!.url)).status).toBe(403);
    expect((await handler.fetch(letter!.url.replace('/letters/', '/letters/9'))).status).toBe(403);
    const { timeline } = await story.read();
    expect(timeline.at(-1)!.text.zh).toBe('下载文书:《行政复议受理通知书》江政复受字〔2025〕1号。');
  });

  it('事实变化后文书标为过时,可以重新制发', async () => {
    await story.step('SEND_COPY', '2025-03-07');
    await story.step('COPY_SERVED', '2025-03-10');
    expect((await letters.list()).map(one => one.outdated)).toEqual([[], [], []]);
    await story.step('SUSPEND', '2025-03-24', { ground: 'FORCE_MAJEURE' });
    const [stopped] = await letters.list();
    expect(stopped!.outdated).toContainEqual({
      source: 'clock:RC-28.due',
      before: '2025年5月6日',
      after: null,
    });
    await story.step('RESUME', '2025-03-31');
    const [moved] = await letters.list();
    expect(moved!.outdated).toEqual([
      { source: 'clock:RC-28.due', before: '2025年5月6日', after: '2025年5月12日' },
    ]);
    const all = await issued('ACCEPTANCE_NOTICE');
    expect(all.at(-1)).toMatchObject({ number: '江政复受字〔2025〕8号', on: '2025-03-31', outdated: [] });
  });
});
