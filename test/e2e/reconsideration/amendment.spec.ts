import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../../support/database.ts';
import { Amendments } from '../../support/reconsideration/amendments.ts';
import { Assignments } from '../../support/reconsideration/assignments.ts';
import { giveLetterhead, Letters, type Issued } from '../../support/reconsideration/letters.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectRule, type Story } from '../../support/reconsideration/story.ts';

const HOME = '江州市江东区府前路1号2栋301室';
const MOVED = '江州市江东区河滨路88号5栋602室';
const [WRONG, RIGHT] = ['440524188001010014', '11010519491231002X'] as const;
const PHONE = '13800000001';

const last = <T>(list: readonly T[]): T => list.at(-1)!;

describe('更正登记', () => {
  let stories: Stories;
  let the: Amendments;
  let cases = 0;
  beforeAll(async () => {
    stories = await Stories.start();
    the = new Amendments(stories);
    await giveLetterhead(stories);
  });
  afterAll(() => stories?.stop());

  const ZHANG = { name: '张三', identityNumber: WRONG, phone: '13912345678', address: HOME };
  const register = (more: object = {}) =>
    stories.register('2025-03-03', {
      caseNumber: `江复〔2025〕${++cases}号`,
      applicants: [ZHANG],
      act: { name: '罚款五百元的行政处罚决定', number: '江公罚〔2025〕12号', madeOn: '2025-02-24' },
      ...more,
    });
  const accepted = async (more: object = {}) => {
    const story = await register(more);
    await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
    return story;
  };
  /** Every row of these tables as text. */
  const everything = async () => {
    const tables = ['journal', 'case_step', 'party', 'reconsideration', 'letter', 'outbox'];
    const text = tables.map(name => `select t::text as row from ${name} t`).join(' union all ');
    const rows = await runSql<{ row: string }>(stories.app.databaseUrl, text);
    return rows.map(one => one.row).join('\n');
  };

  const casesOf = async (number: string) => {
    const text = `query ($number: String!) { it: proceedingsByIdentityNumber(number: $number) { id } }`;
    return (await stories.people.handler.ask<{ it: { id: string }[] }>(text, { number })).it.map(
      one => one.id,
    );
  };

  describe('送达地址和电话变更', () => {
    let story: Story;

    it('答复中只见掩码;办案经过写明由什么改为什么', async () => {
      story = await accepted();
      const party = await the.party(story, '张三');
      const found = await the.done(story, {
        parties: [{ party, address: MOVED, phone: PHONE }],
        reason: `申请人搬家,来电${PHONE}告知`,
      });
      expect(found.version).toBe(3);
      expect(found.proceeding.parties).toMatchObject([
        { maskedAddress: '江州市江东区****(更正1)', maskedPhone: '138****0001' },
      ]);
      expect(last(found.timeline).text.zh).toBe(
        '2025-03-06 更正登记:张*的联系电话 139****5678 → 138****0001;' +
          '张*的送达地址 江州市江东区**** → 江州市江东区****(更正1)。理由:申请人搬家,来电138****0001告知',
      );
      const step = last(found.steps);
      expect(step).toMatchObject({ kind: 'AMEND', takenBack: false });
      expect(await story.takeBackStep(step.id)).toMatchObject({ code: 'STEP_UNKNOWN' });
    });

    it('任何表中都没有明文的地址和号码', async () => {
      const rows = await everything();
      for (const clear of [MOVED, '河滨路', PHONE, HOME, WRONG]) expect(rows).not.toContain(clear);
    });

    it('新的地址可以查看,打印的文书写新的地址', async () => {
      const party = await the.party(story, '张三');
      const text = `mutation ($input: RevealArgs!) { it: revealPersonalData(input: $input) { ... on RevealedNumber { value } } }`;
      const input = { proceedingId: story.id, partyId: party, field: 'ADDRESS', reason: '核对送达地址' };
      expect(await stories.people.handler.ask(text, { input })).toEqual({ it: { value: MOVED } });
    });

    it('写有旧地址的文书过时:新地址在同一区内也一样', async () => {
      const letters = new Letters(stories, story);
      const [notice] = (await letters.issue('ACCEPTANCE_NOTICE')) as Issued[];
      const served = { letters: [notice!.id], by: ['李四', '王五'] };
      const issued = (await letters.issue('SERVICE_RECEIPT', { served })) as Issued[];
      expect(issued.map(one => one.outdated)).toEqual([[], []]);
      const party = await the.party(story, '张三');
      await the.done(story, { parties: [{ party, address: '江州市江东区新城大道9号' }] });
      expect((await letters.list()).map(one => one.outdated)).toEqual([
        [],
        [
          {
            source: 'case.applicants[0].address',
            before: '江州市江东区****(更正1)',
            after: '江州市江东区****(更正2)',
          },
        ],
      ]);
    });

    it('登记了别人的电话,又不知道正确的:删去', async () => {
      const party = await the.party(story, '张三');
      const found = await the.done(story, { parties: [{ party, unknown: ['PHONE'] }] });
      expect(found.proceeding.parties).toMatchObject([
        { maskedPhone: null, maskedAddress: '江州市江东区****(更正2)' },
      ]);
    });
  });

  describe('行政行为和申请期限的有关事实', () => {
    it('更正知道行政行为之日,申请期限随之重新判断;办案期限不动', async () => {
      const act = { name: '责令停产决定', madeOn: '2024-12-01', knownOn: '2024-12-02' };
      const story = await register({ act });
      const before = await the.read(story);
      expect(before.applicationLimit.verdict.code).toBe('LATE');
      const found = await the.done(story, {
        act: { knownOn: '2025-02-20', number: '江公停〔2024〕3号', limit: { rightsTold: true } },
      });
      expect(found.act).toEqual({ ...act, knownOn: '2025-02-20', number: '江公停〔2024〕3号' });
      expect(found.applicationLimit).toMatchObject({ verdict: { code: 'IN_TIME' }, unknown: [] });
      expect(found.clocks).toEqual(before.clocks);
      expect(last(found.timeline).text.zh).toContain('知道行政行为之日 2024-12-02 → 2025-02-20');
      const forgotten = await the.done(story, { unknown: ['ACT_KNOWN_ON', 'ACT_NUMBER'] });
      expect(forgotten.act).toMatchObject({ knownOn: null, number: null, madeOn: '2024-12-01' });
      expect(forgotten.applicationLimit).toMatchObject({
        verdict: { code: 'UNKNOWN' },
        unknown: [{ code: 'KNEW_ON' }],
      });
    });

    it('更正文号,写有文号的文书过时', async () => {
      const story = await accepted();
      const letters = new Letters(stories, story);
      await letters.issue('ACCEPTANCE_NOTICE');
      const found = await the.done(story, {
        act: { name: '对章叁罚款五百元的行政处罚决定', number: '江公罚〔2025〕21号' },
      });
      expect(last(found.timeline).text.zh).toContain(
        '更正登记:行政行为文号 江公罚〔2025〕12号 → 江公罚〔2025〕21号;行政行为名称。',
      );
      const journal = await runSql(stories.app.databaseUrl, 'select details::text from journal');
      expect(JSON.stringify(journal)).not.toContain('章叁');
      expect((await letters.list())[0]!.outdated).toContainEqual({
        source: 'case.act.number',
        before: '江公罚〔2025〕12号',
        after: '江公罚〔2025〕21号',
      });
    });

    it('不可能成立的,一次指明,什么也不改', async () => {
      const story = await register();
      const refused = await the.refused(story, {
        act: { madeOn: '2025-03-04', limit: { longerByLaw: 0 } },
        claims: '撤销'.repeat(10_001),
      });
      expect(refused).toMatchObject({
        code: 'APPLICATION_NOT_VALID',
        details: ['limit.longerByLaw', 'act.madeOn', 'claims'],
      });
      expect((await the.read(story)).version).toBe(1);
    });

    it('请求和理由中的号码,换行、制表符之后的也只留掩码;全角引号照样可以登记', async () => {
      const story = await register();
      const found = await the.done(story, {
        claims: `撤销该决定。\n${PHONE}`,
        grounds: `＂罚款过重＂,联系\t${RIGHT}`,
        act: { limit: { obstacles: [{ from: '2025-02-25', to: '2025-02-26', reason: `住院\n${PHONE}` }] } },
      });
      expect(last(found.steps).record).toMatchObject({
        changes: [
          { field: 'GROUNDS', after: '"罚款过重",联系\t1101**********002X' },
          { field: 'OBSTACLES', after: [{ reason: '住院\n138****0001' }] },
          { field: 'CLAIMS', after: '撤销该决定。\n138****0001' },
        ],
      });
    });

    it('既填写又列为不清楚的,拒绝并逐项指明', async () => {
      const story = await register();
      const party = await the.party(story, '张三');
      const refused = await the.refused(story, {
        act: { number: '江公罚〔2025〕21号', limit: { rightsTold: false } },
        unknown: ['ACT_NUMBER', 'RIGHTS_TOLD', 'GROUNDS'],
        parties: [{ party, phone: PHONE, unknown: ['PHONE', 'ADDRESS'] }],
      });
      expect(refused).toMatchObject({
        code: 'TOLD_AND_UNKNOWN',
        details: ['ACT_NUMBER', 'RIGHTS_TOLD', 'PHONE'],
      });
      expect(refused.message.zh).toContain('行政行为文号、是否告知申请权利、张三的联系电话');
      expect((await the.read(story)).act.number).toBe('江公罚〔2025〕12号');
    });

    it('没有要更正的:步骤另行撤回,收件日期不能更改', async () => {
      const story = await register();
      for (const input of [{}, { claims: ' 撤销该行政处罚决定 ' }, { act: { number: ' ' } }]) {
        const refused = await the.refused(story, input);
        expect(refused.code).toBe('NOTHING_AMENDED');
        expect(refused.remedy.zh).toContain('takeBackStep');
      }
    });
  });

  describe('证件号码和姓名', () => {
    it('按新号码找得到,按旧号码找不到', async () => {
      const story = await register();
      expect(await casesOf(WRONG)).toContain(story.id);
      const party = await the.party(story, '张三');
      await the.done(story, { parties: [{ party, identityNumber: RIGHT }] });
      expect(await casesOf(WRONG)).not.toContain(story.id);
      expect(await casesOf(RIGHT)).toContain(story.id);
    });

    it('曾撤回的申请随证件号码重新查找', async () => {
      const act = { name: '没收决定', number: '江公没〔2025〕1号' };
      const WANG = { name: '王某', identityNumber: RIGHT };
      const withdrawn = await accepted({ applicants: [WANG], act });
      await withdrawn.step('ASK_WITHDRAWAL', '2025-03-07');
      await withdrawn.step('TERMINATE', '2025-03-10', { ground: 'WITHDRAWN_WITH_LEAVE' });
      const again = await stories.register('2025-04-14', {
        applicants: [{ ...WANG, identityNumber: WRONG }],
        act,
      });
      expect((await the.read(again)).earlierWithdrawals).toEqual([]);
      const party = await the.party(again, '王某');
      const right = await the.done(again, { parties: [{ party, identityNumber: RIGHT }] });
      expect(right.earlierWithdrawals).toEqual([{ case: withdrawn.id, sure: true }]);
    });

    it('不可能成立的号码、案件没有的当事人,拒绝', async () => {
      const story = await register();
      const party = await the.party(story, '张三');
      const impossible = await the.refused(story, {
        parties: [{ party, identityNumber: '11010519491231002Y' }],
      });
      expect(impossible).toMatchObject({ code: 'PARTY_NUMBER_INVALID', details: ['张三'] });
      const other = await the.party(await register(), '张三');
      for (const parties of [
        [{ party: other, name: '李四' }],
        [
          { party, name: '李四' },
          { party, name: '王五' },
        ],
      ])
        expect((await the.refused(story, { parties })).code).toBe('PARTY_UNKNOWN');
    });

    it('更正写错的姓名:文书过时;日志中个人姓名只留姓', async () => {
      const story = await accepted();
      const letters = new Letters(stories, story);
      await letters.issue('ACCEPTANCE_NOTICE');
      const party = await the.party(story, '张三');
      const after = await the.done(story, { parties: [{ party, name: '章叁' }] });
      expect(after.proceeding.parties).toMatchObject([{ name: '章叁' }]);
      expect(last(after.timeline).text.zh).toContain('章*的姓名或者名称 张* → 章*');
      expect((await letters.list())[0]!.outdated).toContainEqual({
        source: 'case.applicants[0].name',
        before: '张三',
        after: '章叁',
      });
    });

    it('个人更正为单位:日志中原来的个人姓名仍只留姓', async () => {
      const story = await register({ applicants: [{ name: '卜三' }] });
      const party = await the.party(story, '卜三');
      const shop = { party, name: '江东兴旺商行', isOrganisation: true };
      const found = await the.done(story, { parties: [shop] });
      expect(last(found.timeline).text.zh).toContain('江东兴旺商行的姓名或者名称 卜* → 江东兴旺商行');
      const back = await the.done(story, { parties: [{ party, name: '卜三', isOrganisation: false }] });
      expect(last(back.timeline).text.zh).toContain('卜*的姓名或者名称 江东兴旺商行 → 卜*');
    });

    it('承办人对更正后的当事人申报过回避:先改派', async () => {
      const assignments = new Assignments(stories);
      const story = await register();
      for (const login of ['amend.one', 'amend.two']) {
        await assignments.officer(login);
        await assignments.qualify(login, '2024-01-01', '2026-12-31', login);
      }
      await assignments.assign(story.id, { handler: 'amend.one' });
      await assignments.declare({ officer: 'amend.one', kind: 'KINSHIP', party: '欧阳某' });
      const party = await the.party(story, '张三');
      const input = { parties: [{ party, name: '欧阳某' }] };
      const refused = await the.refused(story, input);
      expect(refused.code).toBe('OFFICER_IS_NO_KIN_OF_A_PARTY');
      expect(refused.message.zh).toContain('amend.one');
      expect((await the.refused(story, { addApplicants: [{ name: '欧阳某' }] })).code).toBe(refused.code);
      await the.done(story, { claims: '确认该决定违法' });
      // kin of another party, or in this case, already: that hides nothing
      for (const of of [{ party: '张三' }, { case: story.id }]) {
        await assignments.declare({ officer: 'amend.one', kind: 'KINSHIP', ...of });
        expect((await the.refused(story, input)).code).toBe(refused.code);
      }
      await assignments.assign(story.id, { handler: 'amend.two' });
      await the.done(story, input);
    });
  });

  describe('提交两次、两人同时', () => {
    it('同一请求提交两次只更正一次;同一编号用于另一更正的,拒绝', async () => {
      const story = await register();
      const party = await the.party(story, '张三');
      const input = { requestId: randomUUID(), expectedVersion: 1, parties: [{ party, phone: PHONE }] };
      const first = await the.done(story, input);
      await the.done(story, { parties: [{ party, phone: '13800000002' }] });
      const again = await the.done(story, { ...input, parties: [{ party, phone: '138 0000 0001' }] });
      expect([first.version, again.version]).toEqual([2, 3]);
      // another number under the same mask
      const another = await the.refused(story, { ...input, parties: [{ party, phone: '13811110001' }] });
      expect(another.code).toBe('REQUEST_ID_REUSED');
      const step = await story.refused('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' }, input);
      expect(step.code).toBe('REQUEST_ID_REUSED');
    });

    it('识别重复提交的摘要不对外提供', async () => {
      const found = await the.done(await register(), { claims: `确认违法,电话${PHONE}` });
      expect(Object.keys(last(found.steps).record as object).toSorted()).toEqual(['changes', 'reason']);
    });

    it('后提交的被拒,并指明其间更正了什么', async () => {
      const story = await register();
      const sent = [{ claims: '确认违法' }, { grounds: '处罚过重' }].map(one =>
        the.send(story, { ...one, expectedVersion: 1 }),
      );
      const answers = await Promise.all(sent);
      const refused = answers.filter(one => 'code' in one);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatchObject({
        code: 'CASE_CHANGED',
        details: [
          expect.stringMatching(/^2025-03-03 更正登记 registration corrected: (复议请求|事实和理由) /),
        ],
      });
      const late = await story.refused(
        'ACCEPT',
        '2025-03-06',
        { procedure: 'ORDINARY' },
        { expectedVersion: 1 },
      );
      expect(late.details).toHaveLength(1);
    });
  });

  describe('谁可以更正,到何时为止', () => {
    it('书记员可以;被申请人的联系人不可以,外机关看不到这件案件', async () => {
      const story = await register();
      const { clerk, contact, stranger, approver } = stories.people;
      await the.done(story, { claims: '确认违法' }, clerk);
      await the.done(story, { claims: '责令重新处理' }, approver);
      expect((await the.refused(story, { claims: '维持' }, contact)).code).toBe('NOT_IN_SCOPE');
      expect((await the.refused(story, { claims: '维持' }, stranger)).code).toBe('CASE_UNKNOWN');
      expect((await the.refused(story, { claims: '维持', reason: '错' })).code).toBe('REASON_MISSING');
    });

    it('不予受理以后,登记不再更正', async () => {
      const story = await register();
      await story.step('REFUSE', '2025-03-06', { ground: 'OUT_OF_TIME' });
      const refused = await the.refused(story, { act: { knownOn: '2025-02-28' } });
      expectRule(refused, 'CASE_IS_STILL_OPEN', '');
      expect(refused.remedy.zh).toContain('takeBackStep');
      await story.takeBack('REFUSE', '2025-03-07');
      await the.done(story, { act: { knownOn: '2025-02-28' } });
    });
  });
});
