import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../../support/database.ts';
import { previewed } from '../../support/reconsideration/foreseen.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import {
  expectDue,
  expectRule,
  expectStatus,
  type Story,
  type TheCase,
} from '../../support/reconsideration/story.ts';

describe('案卷的登记与查阅', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  const ahead = (version: number, more: object = {}) => ({
    case: story.id,
    requestId: randomUUID(),
    expectedVersion: version,
    on: '2025-03-12',
    ...more,
  });
  const entries = () =>
    runSql<{ n: string }>(stories.app.databaseUrl, 'select count(*)::text as n from journal');

  describe('两人同时办理一案', () => {
    it('后提交的被拒,并指明其间登记了什么', async () => {
      story = await stories.register('2025-03-03');
      await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      const { version } = await story.read();
      await story.step('SEND_COPY', '2025-03-10', {}, { expectedVersion: version });
      const late = { expectedVersion: version };
      const refused = await story.refused('STOP_EXECUTION', '2025-03-10', { ground: 'LAW_REQUIRES' }, late);
      expect(refused.code).toBe('CASE_CHANGED');
      expect(refused.details).toEqual(['2025-03-10 发送申请书副本 send the copy']);
    });

    it('真正同时提交的,只有一个成功', async () => {
      const { version } = await story.read();
      const sent = (kind: 'COPY_SERVED' | 'HEAR_OPINIONS') =>
        story.send(kind, '2025-03-11', {}, { expectedVersion: version });
      const answers = await Promise.all([sent('COPY_SERVED'), sent('HEAR_OPINIONS')]);
      const refused = answers.filter(one => 'code' in one);
      expect(refused.map(one => one.code)).toEqual(['CASE_CHANGED']);
      expect((await story.read()).version).toBe(version + 1);
    });

    it('撤回登记同样须以最新版本为准', async () => {
      const refused = await story.refusedTakeBack('SEND_COPY', '2025-03-12', { expectedVersion: 2 });
      expect(refused.code).toBe('CASE_CHANGED');
      expect(refused.details).toHaveLength(2);
    });
  });

  describe('试算', () => {
    it('什么都不写:版本、登记事项和日志不变', async () => {
      stories.today('2025-03-12');
      const [before, [journal]] = [await story.read(), await entries()];
      const input = ahead(before.version, { ground: 'OTHER', resumedOn: '2025-03-12' });
      const foreseen = await previewed(stories.people.handler, 'suspendCase', input);
      expect(foreseen).toMatchObject({ steps: [{ kind: 'SUSPEND' }, { kind: 'RESUME', on: '2025-03-12' }] });
      expect(await story.read()).toEqual(before);
      expect(await entries()).toEqual([journal]);
    });

    it('版本已变的,同样指明其间登记了什么;看不到的案件不存在', async () => {
      const stale = await previewed(stories.people.handler, 'hearOpinions', ahead(2));
      expect(stale).toMatchObject({
        code: 'CASE_CHANGED',
        details: expect.arrayContaining([expect.any(String)]),
      });
      const unseen = await previewed(stories.people.stranger, 'hearOpinions', ahead(2));
      expect(unseen).toMatchObject({ code: 'CASE_UNKNOWN' });
    });

    it('一次试算一个步骤', async () => {
      const text = 'query ($step: AnyStepArgs!) { previewStep(step: $step) { __typename } }';
      const step = { hearOpinions: ahead(2), stopExecution: ahead(2, { ground: 'LAW_REQUIRES' }) };
      const { errors } = await stories.people.handler.send(text, { step });
      expect(errors?.[0]?.message).toContain('AnyStepArgs');
    });
  });

  describe('同一登记提交两次', () => {
    const requestId = randomUUID();

    it('只登记一次', async () => {
      story = await stories.register('2025-03-03');
      const input = { procedure: 'ORDINARY' };
      const { version } = await story.step('ACCEPT', '2025-03-06', input, { requestId });
      const again = await story.step('ACCEPT', '2025-03-06', input, { requestId });
      expect(again.version).toBe(version);
      expect(again.steps.filter(one => one.kind === 'ACCEPT')).toHaveLength(1);
    });

    it('同一编号用于另一日期或者另一事项的,拒绝', async () => {
      const input = { procedure: 'ORDINARY' };
      const otherDay = await story.refused('ACCEPT', '2025-03-07', input, { requestId });
      expect(otherDay.code).toBe('REQUEST_ID_REUSED');
      const otherStep = await story.refused('SEND_COPY', '2025-03-10', {}, { requestId });
      expect(otherStep.code).toBe('REQUEST_ID_REUSED');
    });

    it('同一编号用于恢复另一次中止的,拒绝', async () => {
      const other = await stories.register('2025-03-03');
      await other.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await other.step('SUSPEND', '2025-03-10', { ground: 'OTHER' });
      await other.step('SUSPEND', '2025-03-11', { ground: 'DEPENDENT_CASE' });
      const [first, second] = [
        await other.idOf('SUSPEND', '2025-03-10'),
        await other.idOf('SUSPEND', '2025-03-11'),
      ];
      const sent = { requestId: randomUUID() };
      await other.step('RESUME', '2025-03-12', { of: first }, sent);
      const refused = await other.refused('RESUME', '2025-03-12', { of: second }, sent);
      expect(refused.code).toBe('REQUEST_ID_REUSED');
    });

    it('同一编号用于另一案件的,登记在另一案件', async () => {
      const other = await stories.register('2025-03-03');
      const found = await other.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' }, { requestId });
      expect(found.state.code).toBe('ACCEPTED');
    });

    it('撤回也只撤回一次', async () => {
      await story.step('SEND_COPY', '2025-03-10');
      const of = await story.idOf('SEND_COPY', '2025-03-10');
      const taken = { requestId: randomUUID() };
      const first = (await story.takeBackStep(of, taken)) as TheCase;
      expect(first.steps.at(-1)).toMatchObject({ kind: 'TAKE_BACK', of });
      expect(await story.takeBackStep(of, taken)).toMatchObject({ version: first.version });
    });
  });

  describe('登记的日期', () => {
    it('补登的事项列入其发生之日,期限随之计算', async () => {
      story = await stories.register('2025-03-03');
      await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await story.step('SEND_COPY', '2025-03-10');
      await story.step('CLASSIFY', '2025-03-18', { technical: false });
      const found = await story.step('COPY_SERVED', '2025-03-11', {}, { today: '2025-03-20' });
      expect(found.state.code).toBe('REPLY_PENDING');
      expectDue(found, { 'RS-01': '2025-03-25' });
      expect(found.steps.at(-1)).toMatchObject({ kind: 'COPY_SERVED', on: '2025-03-11' });
    });

    it('补登后已逾期的,法律后果同时登记:2025-03-26起视为没有证据', async () => {
      const other = await stories.register('2025-03-03');
      await other.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      const found = await other.step('COPY_SERVED', '2025-03-11', {}, { today: '2025-04-01' });
      expect(found.state.code).toBe('IN_REVIEW');
      expect(found.steps.at(-1)).toMatchObject({ kind: 'NO_REPLY', on: '2025-03-26', deemed: true });
      // the slip was read wrongly: the copy came on the 19th, and its ten days end on the day of this correction
      await other.takeBack('COPY_SERVED', '2025-04-02');
      const corrected = await other.step('COPY_SERVED', '2025-03-19', {}, { today: '2025-04-02' });
      expect(corrected.state.code).toBe('REPLY_PENDING');
      expectDue(corrected, { 'RS-01': '2025-04-02' });
    });

    it('将来的日期被拒', async () => {
      const refused = await story.refused('REPLY', '2025-03-24', {}, { today: '2025-03-21' });
      expectRule(refused, 'DAY_LIES_IN_THE_FUTURE', '第四十八条');
      expect(refused.message.zh).toContain('2025-03-24');
    });

    it('补登使其后的登记不成立的,拒绝并指明', async () => {
      await story.step('REPLY', '2025-03-24');
      const late = { today: '2025-03-26' };
      const input = { ground: 'DUPLICATE_OR_SUED' };
      const refused = await story.refused('DISMISS', '2025-03-21', input, late);
      expect(refused.code).toBe('LATER_EVENTS_STAND_IN_THE_WAY');
      expect(refused.details).toEqual(['REPLY']);
    });

    it('不是日期的日期不予接受,什么也不写入', async () => {
      const { version } = await story.read();
      const wrong = story.step('HEAR_OPINIONS', '2025-02-30', {}, { today: '2025-03-26' });
      await expect(wrong).rejects.toThrow('2025-02-30');
      expect((await story.read('2025-03-26')).version).toBe(version);
    });
  });

  describe('登记内容有误', () => {
    it('缺少的内容一次指明,什么也不写入', async () => {
      await story.step('HEAR_OPINIONS', '2025-03-27');
      const { version } = await story.step('SUBMIT', '2025-03-28');
      const blank = { outcome: 'UPHOLD', findings: '', reasons: ' ', disposition: null };
      const refused = await story.refused('DECIDE', '2025-03-31', blank);
      expect(refused.code).toBe('RECORD_MISSING');
      expect(refused.details).toEqual(['findings', 'reasons', 'disposition']);
      const noOutcome = await story.refused('DECIDE', '2025-03-31');
      expectRule(noOutcome, 'INPUT_MISSING', '第六十一条第一款');
      expect(noOutcome.details).toEqual(['outcome']);
      expect((await story.read()).version).toBe(version);
    });
  });

  describe('撤回登记', () => {
    it('其后的登记以它为前提的,须从最后一项起撤回', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const refused = await story.refusedTakeBack('COPY_SERVED', '2025-03-21');
      expectRule(refused, 'LATER_STEPS_REST_ON_IT', '第四十八条');
      expect(refused.details).toEqual(['REPLY']);
      expect(refused.remedy.zh).toContain('先从最后一项起');
    });

    it('先撤回答复,再撤回送达;案件回到已受理,各项登记仍在案', async () => {
      expect((await story.takeBack('REPLY', '2025-03-21')).state.code).toBe('REPLY_PENDING');
      const found = await story.takeBack('COPY_SERVED', '2025-03-21');
      expect(found.state.code).toBe('ACCEPTED');
      expectDue(found, { 'RS-01': undefined });
      expect(found.steps.filter(one => one.takenBack).map(one => one.kind)).toEqual(['COPY_SERVED', 'REPLY']);
      expect(found.timeline.filter(one => one.text.zh.includes('撤回登记'))).toHaveLength(2);
    });

    it('收件登记不能撤回', async () => {
      expect(await story.takeBackStep((await story.read()).steps[0]!.id)).toMatchObject({
        code: 'REGISTRATION_STAYS',
      });
    });

    it('他人职责内的登记不能由承办人撤回', async () => {
      const other = await stories.register('2025-03-03');
      const input = { procedure: 'SIMPLIFIED', simplifiedGround: 'ON_SPOT_ACT' };
      await other.step('ACCEPT', '2025-03-06', input);
      await other.step('CONVERT', '2025-03-10');
      const refused = await other.refusedTakeBack('CONVERT', '2025-03-11', { by: 'handler' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第五十五条');
    });
  });

  describe('被申请人与无关人员', () => {
    it('被申请人看到针对自己的案件,登记收到副本和答复', async () => {
      story = await stories.register('2025-03-03');
      await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await story.step('SEND_COPY', '2025-03-10');
      await story.step('COPY_SERVED', '2025-03-11', {}, { by: 'contact' });
      await story.step('REPLY', '2025-03-20', {}, { by: 'contact' });
      expect((await story.seenBy('contact'))?.state.code).toBe('IN_REVIEW');
    });

    it('被申请人不能报批、决定或者中止自己的案件', async () => {
      for (const kind of ['SUBMIT', 'HEAR_OPINIONS'] as const)
        expectRule(await story.refused(kind, '2025-04-02', {}, { by: 'contact' }), 'NOT_FOR_THIS_ROLE', '条');
      const suspension = { ground: 'OTHER' };
      const refused = await story.refused('SUSPEND', '2025-04-02', suspension, { by: 'contact' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第三十九条');
      await story.step('HEAR_OPINIONS', '2025-04-02');
      await story.step('SUBMIT', '2025-04-03');
      const decision = await story.refused('DECIDE', '2025-04-03', { outcome: 'UPHOLD' }, { by: 'contact' });
      expectRule(decision, 'NOT_FOR_THIS_ROLE', '第六十一条第一款');
      expect(decision.who.map(one => one.zh)).toEqual(['复议机关负责人']);
    });

    it('被申请人不能倒填自己的答复日期;邮戳在期限内的,由承办人登记(第八十八条第一款)', async () => {
      const other = await stories.register('2025-03-03');
      await other.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await other.step('COPY_SERVED', '2025-03-11', {}, { by: 'contact', today: '2025-03-12' });
      const late = { by: 'contact', today: '2025-04-10' } as const;
      const refused = await other.refused('REPLY', '2025-03-20', {}, late);
      expect(refused.code).toBe('RESPONDENT_DATES_ITS_STEPS_TODAY');
      expectStatus(await other.read(), { 'RS-01': 'LAPSED' });
      const found = await other.step('REPLY', '2025-03-25', {}, { today: '2025-04-10' });
      expectStatus(found, { 'RS-01': 'MET' });
    });

    it('被申请人不能撤回送达登记以逃避期限', async () => {
      const other = await stories.register('2025-03-03');
      await other.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await other.step('COPY_SERVED', '2025-03-11', {}, { by: 'contact' });
      const refused = await other.refusedTakeBack('COPY_SERVED', '2025-04-02', { by: 'contact' });
      expect(refused.code).toBe('TAKEN_BACK_BY_THE_OFFICE');
      expect((await other.takeBack('COPY_SERVED', '2025-04-02')).state.code).toBe('ACCEPTED');
    });

    it('承办人自己不能决定', async () => {
      const decision = await story.refused('DECIDE', '2025-04-03', { outcome: 'UPHOLD' }, { by: 'handler' });
      expectRule(decision, 'NOT_FOR_THIS_ROLE', '第六十一条第一款');
    });

    it('书记员只记录听证和意见', async () => {
      const refused = await story.refused('SUSPEND', '2025-04-03', { ground: 'OTHER' }, { by: 'clerk' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第三十九条');
    });

    it('其他复议机关的承办人看不到,也不能办理', async () => {
      expect(await story.seenBy('stranger')).toBeNull();
      expect(await stories.seenBy('stranger')).toBe(0);
      const refused = await story.refused('SUSPEND', '2025-04-03', { ground: 'OTHER' }, { by: 'stranger' });
      expect(refused.code).toBe('CASE_UNKNOWN');
    });
  });

  describe('保密案件', () => {
    it('设定保密后,被申请人和其他同事看不到,指定的人照常办理', async () => {
      story = await stories.register('2025-03-03');
      expect(await story.seenBy('contact')).not.toBeNull();
      await story.confide('approver', ['handler']);
      expect(await story.seenBy('contact')).toBeNull();
      expect(await story.seenBy('clerk')).toBeNull();
      const found = await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      expect(found.state.code).toBe('ACCEPTED');
      const refused = await story.refused('COPY_SERVED', '2025-03-10', {}, { by: 'contact' });
      expect(refused.code).toBe('CASE_UNKNOWN');
    });
  });
});
