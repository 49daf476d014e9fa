import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/client.ts';
import { Assignments } from '../../support/reconsideration/assignments.ts';
import { giveLetterhead, Letters, type Issued, type Served } from '../../support/reconsideration/letters.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import type { Story } from '../../support/reconsideration/story.ts';

describe('分派、回避和移交', () => {
  let stories: Stories;
  let the: Assignments;
  let li: ApiClient;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
    the = new Assignments(stories);
    li = await the.officer('li.si');
    await the.officer('wang.wu');
    await the.officer('zhao.liu');
    await the.officer('elsewhere.one', 'elsewhere');
    for (const login of ['li.si', 'wang.wu', 'zhao.liu'])
      await the.qualify(login, '2024-01-01', '2026-12-31', login);
    story = await stories.register('2025-03-03');
  });
  afterAll(() => stories?.stop());

  it('收件人先承办,由审批人分派;每次分派都有记录,写入办案经过', async () => {
    const assigned = await the.assign(story.id, { handler: 'li.si', secondHandler: 'wang.wu' });
    expect(assigned).toMatchObject({ handler: 'li.si', secondHandler: 'wang.wu', version: 2 });
    expect(assigned.assignments!.map(({ part, name, reason }) => [part, name, reason])).toEqual([
      ['HANDLER', expect.stringMatching(/^test-/), '登记收件'],
      ['HANDLER', 'li.si', '工作安排'],
      ['SECOND', 'wang.wu', '工作安排'],
    ]);
    expect(assigned.timeline!.at(-1)!.text.zh).toMatch(
      /^分派案件:承办人 test-\d+ → li\.si、协办人 无 → wang\.wu。理由:工作安排$/,
    );
  });

  it('同一请求发送两次只分派一次;同一编号用于另一项分派被拒绝', async () => {
    const requestId = randomUUID();
    const other = await stories.register('2025-03-04');
    const input = { handler: 'li.si', requestId, expectedVersion: 1 };
    const first = await the.assign(other.id, input);
    const again = await the.assign(other.id, input);
    expect(again).toEqual(first);
    expect(await the.assign(other.id, { ...input, handler: 'wang.wu' })).toMatchObject({
      code: 'REQUEST_ID_REUSED',
    });
  });

  it('他人先一步分派或办理:拒绝时说明改动了什么', async () => {
    const other = await stories.register('2025-03-04');
    await the.assign(other.id, { handler: 'li.si' });
    const late = await the.assign(other.id, { handler: 'wang.wu', expectedVersion: 1 });
    expect(late).toMatchObject({ code: 'CASE_CHANGED', details: ['承办人 handler: li.si'] });
    const step = await other.refused(
      'ACCEPT',
      '2025-03-05',
      { procedure: 'ORDINARY' },
      { expectedVersion: 1 },
    );
    expect(step).toMatchObject({ code: 'CASE_CHANGED', details: ['承办人 handler: li.si'] });
    await other.step('ACCEPT', '2025-03-05', { procedure: 'ORDINARY' });
    const later = await the.assign(other.id, { secondHandler: 'wang.wu', expectedVersion: 2 });
    expect(later).toMatchObject({ code: 'CASE_CHANGED', details: ['2025-03-05 受理 accept'] });
  });

  describe('规则', () => {
    it.each<[string, string, object, string]>([
      ['ACCOUNT_UNKNOWN', '没有这个登录名', { handler: 'nobody' }, ''],
      ['NOBODY_NAMED', '未指定任何人', {}, ''],
      ['REASON_MISSING', '没有理由', { handler: 'li.si', reason: ' ' }, ''],
      [
        'OFFICER_HANDLES_CASES_OF_THE_ORGAN',
        '外市承办人',
        { handler: 'elsewhere.one' },
        '《行政复议法》(2023)第三十六条第一款',
      ],
      [
        'HANDLER_AND_SECOND_ARE_TWO_PEOPLE',
        '同一人',
        { handler: 'zhao.liu', secondHandler: 'zhao.liu' },
        '《行政复议法实施条例》(2007)第三十二条',
      ],
      [
        'HANDLER_AND_SECOND_ARE_TWO_PEOPLE',
        '协办人转为承办人',
        { handler: 'wang.wu' },
        '《行政复议法实施条例》(2007)第三十二条',
      ],
    ])('%s: %s', async (code, _what, input, article) => {
      const refused = await the.assign(story.id, input);
      expect(refused.code).toBe(code);
      expect((refused.basis ?? []).map(one => one.zh).join()).toContain(article);
    });

    it('受理后须两人办理:审理中只留一名承办人被拒绝', async () => {
      const alone = await stories.register('2025-03-03');
      await alone.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      expect(await the.assign(alone.id, { handler: 'li.si' })).toMatchObject({
        code: 'TWO_OFFICERS_HEAR_THE_CASE',
      });
      const both = await the.assign(alone.id, { handler: 'li.si', secondHandler: 'wang.wu' });
      expect(both).toMatchObject({ handler: 'li.si', secondHandler: 'wang.wu' });
    });

    it('停用的账号不能承办', async () => {
      await the.officer('gone.one');
      await the.sql(`update account set disabled = true where login = 'gone.one'`);
      expect(await the.assign(story.id, { handler: 'gone.one' })).toMatchObject({
        code: 'ACCOUNT_IS_IN_USE',
      });
    });

    it('未登记资格:按默认设置只提示,提示留在分派记录中;证书过期则拒绝', async () => {
      await the.officer('new.one');
      const warned = await the.assign(story.id, { handler: 'new.one' });
      expect(warned.assignments!.at(-1)).toMatchObject({
        name: 'new.one',
        warnings: ['OFFICER_HAS_A_QUALIFICATION'],
      });
      await the.officer('old.one');
      await the.qualify('old.one', '2020-01-01', '2025-03-05');
      stories.today('2025-03-06');
      expect(await the.assign(story.id, { handler: 'old.one' })).toMatchObject({
        code: 'CERTIFICATE_IS_VALID_ON_THE_DAY',
      });
      stories.today('2025-03-05');
      expect(await the.assign(story.id, { handler: 'old.one' })).toMatchObject({ handler: 'old.one' });
      await the.qualify('old.one', '2020-01-01', '2025-03-04'); // entered anew: the last row counts
      await the.assign(story.id, { handler: 'li.si' });
      expect(await the.assign(story.id, { handler: 'old.one' })).toMatchObject({
        code: 'CERTIFICATE_IS_VALID_ON_THE_DAY',
      });
    });

    it('证书编号为空或期限颠倒:不登记', async () => {
      expect(await the.qualify('li.si', '2025-01-02', '2025-01-01')).toMatchObject({
        code: 'QUALIFICATION_INVALID',
      });
      expect(await the.qualify('li.si', '2025-01-01', null, ' ')).toMatchObject({
        code: 'QUALIFICATION_INVALID',
      });
      expect(await the.qualify('elsewhere.one', '2025-01-01', null)).toMatchObject({
        code: 'ACCOUNT_UNKNOWN',
      });
    });

    it('当事人近亲属、参与原行为的人员不得承办;撤销申报后可以', async () => {
      const kin = await the.declare({ officer: 'zhao.liu', kind: 'KINSHIP', party: '张 三' });
      const refused = await the.assign(story.id, { handler: 'zhao.liu' });
      expect(refused).toMatchObject({ code: 'OFFICER_IS_NO_KIN_OF_A_PARTY' });
      expect(refused.basis!.map(one => one.zh).join()).toMatch(
        /本机关设置.*《行政复议法》\(2023\)第三条第二款/,
      );
      const withdraw = `mutation ($input: Int!) { it: withdrawConflict(id: $input, reason: "同名不同人") { ... on Refusal { code } ... on ConflictEntered { id } } }`;
      expect(await stories.people.approver.ask(withdraw, { input: kin.id })).toEqual({ it: { id: kin.id } });
      expect(await stories.people.approver.ask(withdraw, { input: kin.id })).toEqual({
        it: { code: 'CONFLICT_UNKNOWN' },
      });
      await the.declare({ officer: 'zhao.liu', kind: 'TOOK_PART_IN_ACT', against: 'police' });
      expect(await the.assign(story.id, { handler: 'zhao.liu' })).toMatchObject({
        code: 'OFFICER_TOOK_NO_PART_IN_THE_ACT',
      });
      const tax = await stories.register('2025-03-03', { respondent: 'tax' });
      expect(await the.assign(tax.id, { handler: 'zhao.liu' })).toMatchObject({ handler: 'zhao.liu' });
    });

    it('回避事由须且只能针对一项', async () => {
      const both = { kind: 'OTHER', party: '张三', against: 'police' };
      expect(await the.declare(both)).toMatchObject({ code: 'CONFLICT_OF_ONE' });
      expect(await the.declare({ kind: 'OTHER' })).toMatchObject({ code: 'CONFLICT_OF_ONE' });
      expect(await the.declare({ kind: 'OTHER', case: '999999' })).toMatchObject({ code: 'CASE_UNKNOWN' });
      const others = await the.declare({ officer: 'wang.wu', kind: 'OTHER', party: '甲' }, li);
      expect(others).toMatchObject({ code: 'NOT_ALLOWED' });
    });

    it('承办过同一争议中已决定的案件:另派他人', async () => {
      const first = await stories.register('2025-03-03');
      await the.assign(first.id, { handler: 'li.si', secondHandler: 'wang.wu' });
      await first.upToReview('2025-03-06', '2025-03-10', '2025-03-20');
      await first.step('HEAR_OPINIONS', '2025-03-24', { manner: '电话' });
      await first.step('SUBMIT', '2025-03-25');
      const [row] = await the.sql<{ dispute: string }>(
        'select dispute_id::text as dispute from proceeding where id = $1',
        [first.id],
      );
      const second = await stories.register('2025-03-26', { dispute: row!.dispute });
      expect(await the.assign(second.id, { handler: 'li.si' })).toMatchObject({ handler: 'li.si' });
      await first.step('DECIDE', '2025-03-27', { outcome: 'UPHOLD' });
      const refused = await the.assign(second.id, { handler: 'wang.wu' });
      expect(refused).toMatchObject({ code: 'OFFICER_DECIDED_NO_EARLIER_CASE_OF_THE_DISPUTE' });
    });

    it('保密案件:只能分派给知悉范围内的人员', async () => {
      const secret = await stories.register('2025-03-03');
      const confide = `mutation ($input: ConfidentialityArgs!) { it: setConfidentiality(input: $input) { ... on Refusal { code } __typename } }`;
      const mark = async (readers: string[]) =>
        the.send(stories.people.approver, confide, {
          proceeding: secret.id,
          expectedVersion: await the.version(secret.id),
          confidential: true,
          readers,
        });
      await mark([]);
      expect(await the.assign(secret.id, { handler: 'li.si' })).toMatchObject({
        code: 'OFFICER_MAY_SEE_THE_CONFIDENTIAL_CASE',
      });
      await mark(['li.si']);
      expect(await the.assign(secret.id, { handler: 'li.si' })).toMatchObject({ handler: 'li.si' });
    });
  });

  describe('回避', () => {
    it('承办人自行回避:退出承办,写入经过,不能再分派给本人', async () => {
      const own = await stories.register('2025-03-03', { applicants: [{ name: '赵某' }] });
      await the.assign(own.id, { handler: 'li.si', secondHandler: 'wang.wu' });
      const requestId = randomUUID();
      const off = await the.recuse(own.id, { reason: '与申请人系亲属', requestId, expectedVersion: 2 }, li);
      expect(off).toMatchObject({ handler: null, secondHandler: 'wang.wu', version: 3 });
      expect(off.assignments!.at(-1)).toMatchObject({
        part: 'HANDLER',
        name: null,
        reason: '与申请人系亲属',
      });
      expect(off.timeline!.at(-1)!.text.zh).toBe('承办人员回避:承办人 li.si → 无。理由:与申请人系亲属');
      const again = await the.recuse(own.id, { reason: '与申请人系亲属', requestId, expectedVersion: 2 }, li);
      expect(again).toEqual(off);
      expect(await the.assign(own.id, { handler: 'li.si' })).toMatchObject({
        code: 'OFFICER_IS_NO_KIN_OF_A_PARTY',
      });
    });

    it('不承办本案的人员无从回避;被申请人的联络员看得到案件也不能', async () => {
      const zhao = stories.people.handler;
      expect(await the.recuse(story.id, {}, zhao)).toMatchObject({ code: 'NOT_ASSIGNED' });
      expect(await the.recuse(story.id, {}, stories.people.contact)).toMatchObject({ code: 'CASE_UNKNOWN' });
      expect(await the.recuse(story.id, { officer: 'wang.wu' }, zhao)).toMatchObject({ code: 'NOT_ALLOWED' });
      const ordered = await the.recuse(
        story.id,
        { officer: 'wang.wu', kind: 'OTHER' },
        stories.people.approver,
      );
      expect(ordered).toMatchObject({ secondHandler: null });
    });
  });

  /** A case and its version, as a bulk request names it. */
  const at = async (one: Story) => ({ case: one.id, expectedVersion: await the.version(one.id) });

  describe('批量分派', () => {
    const BULK = `mutation ($input: AssignCasesArgs!) { it: assignCases(input: $input) { __typename ... on CasesAssigned { cases }
      ... on NoCaseAssigned { refused { case refusals { code basis { zh } } } } ... on Refusal { code } } }`;
    interface Bulk {
      __typename: string;
      code?: string;
      refused?: { case: string; refusals: { code: string }[] }[];
    }
    const bulk = (cases: object[], input: object) =>
      the.send<Bulk>(stories.people.approver, BULK, {
        requestId: randomUUID(),
        reason: '人员调动',
        cases,
        ...input,
      });

    it('一件不合规则则全部不分派,并逐案说明;合规则时全部分派', async () => {
      const [a, b, c] = [
        await stories.register('2025-03-03'),
        await stories.register('2025-03-03'),
        await stories.register('2025-03-03'),
      ];
      await b!.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      const stale = { case: c!.id, expectedVersion: 7 };
      const refused = await bulk([await at(a!), await at(b!), stale], { handler: 'li.si' });
      expect(refused.__typename).toBe('NoCaseAssigned');
      expect(refused.refused!.map(one => [one.case, one.refusals.map(r => r.code)])).toEqual([
        [b!.id, ['TWO_OFFICERS_HEAR_THE_CASE']],
        [c!.id, ['CASE_CHANGED']],
      ]);
      expect(await the.version(a!.id)).toBe(1);
      const request = { handler: 'li.si', secondHandler: 'wang.wu', requestId: randomUUID() };
      const cases = [await at(a!), await at(b!), await at(c!)];
      expect(await bulk(cases, request)).toEqual({
        __typename: 'CasesAssigned',
        cases: [a!.id, b!.id, c!.id],
      });
      expect(await bulk(cases, request)).toMatchObject({ __typename: 'CasesAssigned' });
      expect(await the.version(a!.id)).toBe(2);
    });

    it('一件看不到的案件:全部不分派,不说明是否存在;重复或为空的清单被拒绝', async () => {
      const one = await at(story);
      expect(await bulk([one, { case: '999999', expectedVersion: 1 }], { handler: 'li.si' })).toMatchObject({
        code: 'CASE_UNKNOWN',
      });
      expect(await bulk([one, one], { handler: 'li.si' })).toMatchObject({ code: 'CASES_NAMED' });
      expect(await bulk([], { handler: 'li.si' })).toMatchObject({ code: 'CASES_NAMED' });
    });
  });

  it('移交清单:承办和协办的案件、期限、未送达事项', async () => {
    await the.officer('leaver.one');
    const first = await stories.register('2025-03-03');
    const second = await stories.register('2025-03-04');
    await the.assign(first.id, { handler: 'leaver.one', secondHandler: 'wang.wu' });
    await the.assign(second.id, { handler: 'wang.wu', secondHandler: 'leaver.one' });
    await first.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
    await first.step('SEND_COPY', '2025-03-07');
    const text = `{ handOver(organ: "city", login: "leaver.one") { name cases { confidential nodes { id part dueOn
      clocks { clock { code } dueOn } undelivered { name { zh } on basis { zh } } } } } }`;
    const { handOver } = await stories.people.approver.ask<{ handOver: HandOver }>(text);
    expect(handOver.cases.nodes.map(({ id, part }) => [id, part])).toEqual([
      [second.id, 'SECOND'],
      [first.id, 'HANDLER'],
    ]);
    const [, mine] = handOver.cases.nodes;
    expect(mine!.clocks.map(one => one.clock.code)).toContain('RC-28');
    expect(mine!.undelivered).toEqual([
      {
        name: { zh: '发送申请书副本' },
        on: '2025-03-07',
        basis: [
          { zh: expect.stringContaining('第四十八条') },
          { zh: expect.stringContaining('第五十四条第一款') },
        ],
      },
    ]);
    await first.step('COPY_SERVED', '2025-03-10');
    const after = await stories.people.approver.ask<{ handOver: HandOver }>(text);
    expect(after.handOver.cases.nodes.flatMap(one => one.undelivered)).toEqual([]);
  });

  it('移交清单:中止应当书面告知当事人(第三十九条第三款),双方收到通知书前列为未送达', async () => {
    await giveLetterhead(stories);
    await the.officer('leaver.two');
    const applicants = [{ name: '张三' }, { name: '李某' }];
    const paused = await stories.register('2025-03-05', { caseNumber: '江复〔2025〕91号', applicants });
    await the.assign(paused.id, { handler: 'leaver.two' });
    await paused.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
    await paused.step('SUSPEND', '2025-03-10', { ground: 'FORCE_MAJEURE' });
    const text =
      '{ handOver(organ: "city", login: "leaver.two") { cases { nodes { undelivered { name { zh } basis { zh } } } } } }';
    const open = async () => {
      const { handOver } = await stories.people.approver.ask<{ handOver: HandOver }>(text);
      return handOver.cases.nodes.flatMap(one => one.undelivered);
    };
    const basis = ['第一款', '第三款'].map(part => ({ zh: `《行政复议法》(2023)第三十九条${part}` }));
    expect(await open()).toEqual([{ name: { zh: '中止' }, basis }]);

    const letters = new Letters(stories, paused);
    const mail = { method: 'MAIL', sentOn: '2025-03-10', on: '2025-03-10' };
    const issue = async (role: string, place = 0) =>
      ((await letters.issue('SUSPENSION_NOTICE', { to: { role, at: place } })) as Issued[]).at(-1)!.id;
    const serve = async (letter: string, role: string, place = 0, sent: object = mail) =>
      ((await letters.serve(letter, { recipient: { role, at: place }, ...sent })) as Served[]).at(-1)!;
    await serve(await issue('APPLICANT'), 'APPLICANT');
    expect(await open()).toHaveLength(1);
    const { id } = await serve(await issue('RESPONDENT'), 'RESPONDENT');
    expect(await open()).toEqual([]);
    const toSecond = await issue('APPLICANT', 1);
    await serve(toSecond, 'APPLICANT', 1, { ...mail, on: null });
    expect(await open()).toHaveLength(1);
    await serve(toSecond, 'APPLICANT', 1);
    expect(await open()).toEqual([]);
    await letters.cameBack(id, '2025-03-10');
    expect(await open()).toHaveLength(1);
  });

  interface HandOver {
    name: string;
    cases: {
      nodes: { id: string; part: string; clocks: { clock: { code: string } }[]; undelivered: object[] }[];
    };
  }

  it('名册:资格和回避事由;系统管理员看不到回避事由', async () => {
    const text =
      '{ officers(organ: "city") { login handler qualifications { certificateNumber } conflicts { kind party } } }';
    interface Row {
      login: string;
      qualifications: object[];
      conflicts: object[] | null;
    }
    const { officers } = await stories.people.approver.ask<{ officers: Row[] }>(text);
    const zhao = officers.find(one => one.login === 'zhao.liu')!;
    expect(zhao.qualifications).toEqual([{ certificateNumber: 'zhao.liu' }]);
    expect(zhao.conflicts).toEqual([{ kind: 'TOOK_PART_IN_ACT', party: null }]);
    const admin = await stories.app.as([{ role: 'ADMINISTRATOR', organId: await the.organ('city') }]);
    const seen = await admin.ask<{ officers: Row[] }>(text);
    expect(seen.officers.find(one => one.login === 'zhao.liu')!.conflicts).toBeNull();
  });
});
