import { strFromU8, unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../../support/database.ts';
import {
  giveLetterhead,
  Letters,
  type Drafted,
  type Issued,
  type Served,
} from '../../support/reconsideration/letters.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import { dueOf, statusOf, type Refused, type Story } from '../../support/reconsideration/story.ts';

const TO_RESPONDENT = { recipient: { role: 'RESPONDENT' }, method: 'MAIL' };

const receipt = (letter: string) => ({
  to: { role: 'APPLICANT' },
  served: { letters: [letter], method: '邮寄送达' },
});

describe('文书送达', () => {
  let stories: Stories;
  let cases = 0;

  /** A case whose notice to reply was sent on the day of acceptance. */
  async function notified(): Promise<{ story: Story; letters: Letters; letter: string }> {
    const story = await stories.register('2025-03-03', { caseNumber: `江复〔2025〕${++cases}号` });
    await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
    const letters = new Letters(stories, story);
    const [letter] = (await letters.issue('REPLY_NOTICE')) as Issued[];
    await story.step('SEND_COPY', '2025-03-07');
    return { story, letters, letter: letter!.id };
  }

  /** The same, served by mail on 2025-03-10, and the step that rests on it. */
  async function served() {
    const made = await notified();
    stories.today('2025-03-10');
    const input = { ...TO_RESPONDENT, sentOn: '2025-03-07', on: '2025-03-10' };
    const [service] = (await made.letters.serve(made.letter, input)) as Served[];
    const copied = await made.story.step('COPY_SERVED', '2025-03-10');
    return { ...made, service: service!, copied };
  }

  beforeAll(async () => {
    stories = await Stories.start();
    await giveLetterhead(stories);
  });
  afterAll(() => stories?.stop());

  it('邮寄送达以回执日期为送达日期', async () => {
    const { service, story } = await served();
    expect(service).toMatchObject({
      recipient: '江州市公安局',
      sentOn: '2025-03-07',
      servedOn: '2025-03-10',
    });
    expect(service.basis[0]!.zh).toContain('第九十一条');
    const { timeline } = await story.read();
    expect(timeline.map(one => one.text.zh).join('\n')).toContain(
      '江政复答字〔2025〕1号,江州市公安局,2025-03-10送达',
    );
  });

  it('公告送达自发布之日起经过三十日视为送达', async () => {
    const { letters, letter } = await notified();
    const input = { recipient: { role: 'APPLICANT' }, method: 'ANNOUNCEMENT', on: '2025-03-07' };
    const [service] = (await letters.serve(letter, input)) as Served[];
    expect(service).toMatchObject({ recipient: '张三', servedOn: '2025-04-06' });
    expect(service!.basis[0]!.zh).toContain('第九十五条');
  });

  it('日期、受送达人、文书不成立的,不予登记', async () => {
    const { letters, letter } = await notified();
    const code = async (input: object, id = letter) =>
      ((await letters.serve(id, { ...TO_RESPONDENT, ...input })) as Refused).code;
    expect(await code({})).toBe('SERVICE_DAYS_WRONG');
    expect(await code({ on: '2025-03-05' })).toBe('SERVICE_DAYS_WRONG');
    expect(await code({ on: '2025-03-08' })).toBe('SERVICE_DAYS_WRONG');
    expect(await code({ sentOn: '2025-03-07', on: '2025-03-06' })).toBe('SERVICE_DAYS_WRONG');
    const nobody = { sentOn: '2025-03-07', recipient: { role: 'APPLICANT', at: 1 } };
    expect(await code(nobody)).toBe('RECIPIENT_UNKNOWN');
    expect(await code({ sentOn: '2025-03-07' }, '0')).toBe('LETTER_UNKNOWN');
    const contact = (await letters.serve(
      letter,
      { ...TO_RESPONDENT, sentOn: '2025-03-07' },
      'contact',
    )) as Refused;
    expect(contact.code).toBe('NOT_IN_SCOPE');
  });

  it('更正另立一条;已更正的不得再更正;重复提交只登记一次', async () => {
    const { letters, letter } = await notified();
    const requestId = randomUUID();
    const sent = { ...TO_RESPONDENT, sentOn: '2025-03-07', requestId };
    const [first] = (await letters.serve(letter, sent)) as Served[];
    expect(await letters.serve(letter, sent)).toHaveLength(1);
    const correction = { ...TO_RESPONDENT, sentOn: '2025-03-06', corrects: first!.id };
    const rows = (await letters.serve(letter, correction)) as Served[];
    expect(rows.map(one => [one.sentOn, one.corrected])).toEqual([
      ['2025-03-07', true],
      ['2025-03-06', false],
    ]);
    expect(((await letters.serve(letter, correction)) as Refused).code).toBe('SERVICE_UNKNOWN');
  });

  it('邮件退回:指明以该次送达为依据的登记,不擅自撤回', async () => {
    const { story, letters, service, copied } = await served();
    stories.today('2025-03-14');
    const { restingSteps, case: found } = await letters.cameBack(service.id, '2025-03-14');
    const step = copied.steps.find(one => one.kind === 'COPY_SERVED')!;
    expect(restingSteps).toEqual([{ id: step.id, kind: 'COPY_SERVED' }]);
    expect(found.services.map(one => [one.servedOn, one.returnedOn, one.corrected])).toEqual([
      ['2025-03-10', null, true],
      [null, '2025-03-14', false],
    ]);
    expect(statusOf(await story.read(), 'RS-01')).toBe('RUNNING');
    expect((await letters.cameBack(service.id, '2025-03-14')).code).toBe('SERVICE_UNKNOWN');
  });

  it('邮件退回并撤回登记:答复期限不再起算', async () => {
    const { story, letters, service, copied } = await served();
    expect(dueOf(copied, 'RS-01')).toBe('2025-03-24');
    stories.today('2025-03-14');
    const { restingSteps } = await letters.cameBack(service.id, '2025-03-14', { takeBack: true });
    expect(restingSteps).toEqual([]);
    const found = await story.read();
    expect(found.steps.find(one => one.kind === 'COPY_SERVED')!.takenBack).toBe(true);
    expect(dueOf(found, 'RS-01')).toBeUndefined();
    const told = found.timeline.map(one => one.text.zh);
    expect(told.at(-2)).toBe('登记退回:《行政复议答复通知书》,江州市公安局,2025-03-14退回。');
  });

  it('其后的登记以被撤回的为前提的,整件不予办理', async () => {
    const { story, letters, service } = await served();
    await story.step('REPLY', '2025-03-18', {}, { by: 'contact' });
    const refused = await letters.cameBack(service.id, '2025-03-18', { takeBack: true });
    expect(refused.code).toBe('LATER_STEPS_REST_ON_IT');
    const { case: found } = await letters.cameBack(service.id, '2025-03-18');
    expect(found.services).toHaveLength(2); // nothing of the refused one was kept
  });

  describe('送达地址', () => {
    const ADDRESS = '江州市江东区幸福路12号3单元401室';
    it('登记时填写,加密保存;平时只显示到区县,查看须说明理由', async () => {
      const story = await stories.register('2025-03-03', {
        applicants: [{ name: '周某', address: ADDRESS }],
      });
      const text = `query ($id: ID!) { reconsideration(id: $id) { proceeding { parties { id maskedAddress } } } }`;
      const { reconsideration: found } = await stories.people.handler.ask<{
        reconsideration: { proceeding: { parties: { id: string; maskedAddress: string }[] } };
      }>(text, { id: story.id });
      const [party] = found.proceeding.parties;
      expect(party!.maskedAddress).toBe('江州市江东区****');
      const input = { proceedingId: story.id, partyId: party!.id, field: 'ADDRESS', reason: '邮寄决定书' };
      const reveal = `mutation ($input: RevealArgs!) { it: revealPersonalData(input: $input) {
        ... on RevealedNumber { value } ... on Refusal { code } } }`;
      expect(await stories.people.clerk.ask(reveal, { input })).toEqual({ it: { value: ADDRESS } });
      expect(await stories.people.stranger.ask(reveal, { input })).toEqual({ it: { code: 'PARTY_UNKNOWN' } });
    });

    it('送达回证的送达地点取自送达地址:拟稿和留存的只到区县,发出的文件写全', async () => {
      const story = await stories.register('2025-03-03', {
        caseNumber: '江复〔2025〕91号',
        applicants: [{ name: '周某', address: ADDRESS }],
      });
      await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      const letters = new Letters(stories, story);
      const [notice] = (await letters.issue('ACCEPTANCE_NOTICE')) as Issued[];
      const draft = (await letters.draft('SERVICE_RECEIPT', receipt(notice!.id))) as Drafted;
      expect(draft.fields).toContainEqual({
        value: '江州市江东区****',
        source: 'case.applicants[0].address',
      });
      const issued = (await letters.issue('SERVICE_RECEIPT', receipt(notice!.id))) as Issued[];
      const last = issued.at(-1)!;
      expect(last.outdated).toEqual([]);
      expect(last.text.join()).not.toContain('幸福路');
      const file = await stories.people.handler.fetch(last.url);
      expect(strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']!)).toContain(
        ADDRESS,
      );
      for (const table of ['party', 'letter', 'journal', 'case_step', 'outbox']) {
        const clear = `select count(*)::int as n from ${table} t where t::text like '%幸福路%'`;
        expect([table, (await runSql<{ n: number }>(stories.app.databaseUrl, clear))[0]!.n]).toEqual([
          table,
          0,
        ]);
      }
    });

    it('没有登记送达地址的,仍须填写送达地点', async () => {
      const { letters, letter } = await notified();
      const draft = (await letters.draft('SERVICE_RECEIPT', receipt(letter))) as Drafted;
      expect(draft.missing.map(one => one.source)).toEqual(['letter.served.place']);
    });
  });

  describe('当场和逐人的记录', () => {
    it('口头申请的时间、地点、接待人、记录人在登记时填写,申请笔录即可制作(第二十二条)', async () => {
      const oral = { time: '9时30分', place: '市民中心一楼接待室', officers: ['李四'], clerk: '钱七' };
      const more = { channel: 'ORAL', oral, grounds: '没有违法' };
      const letters = new Letters(stories, await stories.register('2025-03-03', more));
      const { text, missing } = (await letters.draft('ORAL_APPLICATION')) as Drafted;
      expect(missing).toEqual([]);
      expect(text.join('\n')).toMatch(/9时30分[^]*市民中心一楼接待室[^]*李四[^]*钱七/);
      const mailed = await stories.refusedToRegister('2025-03-03', { channel: 'MAIL', oral });
      expect(mailed).toMatchObject({ code: 'APPLICATION_NOT_VALID', details: ['oral'] });
      const blank = { channel: 'ORAL', oral: { place: 'x'.repeat(20_001) } };
      expect(await stories.refusedToRegister('2025-03-03', blank)).toMatchObject({
        code: 'RECORD_NOT_VALID',
      });
    });

    it('听取意见逐人记录:谁说的,写在谁名下', async () => {
      const { story, letters } = await notified();
      await story.step('HEAR_OPINIONS', '2025-03-12', {
        manner: '电话',
        time: '10时',
        officers: ['李四', '王五'],
        clerk: '钱七',
        statements: ['张三：没有违法。', '市公安局: 事实清楚', '双方同意调解'],
      });
      const { text } = (await letters.draft('OPINIONS_RECORD')) as Drafted;
      expect(text.join('\n')).toMatch(/张三：没有违法。\n市公安局：事实清楚。\n记录：双方同意调解。/);
    });
  });
});
