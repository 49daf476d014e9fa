import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectDue, expectRule, expectStatus, type Story } from '../../support/reconsideration/story.ts';

describe('审理', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
    stories.foresees = true;
  });
  afterAll(() => stories?.stop());

  describe('简易程序:三日发送副本、五日答复、三十日决定(第五十三条、第五十四条、第六十二条第二款)', () => {
    it('适用简易程序须具备法定情形之一', async () => {
      story = await stories.register('2025-09-22');
      const refused = await story.refused('ACCEPT', '2025-09-24', { procedure: 'SIMPLIFIED' });
      expectRule(refused, 'SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND', '第五十三条');
    });

    it('2025-09-24受理:副本三个工作日,9月28日(周日)上班;决定2025-10-24届满', async () => {
      const input = { procedure: 'SIMPLIFIED', simplifiedGround: 'AMOUNT_LE_3000' };
      const found = await story.step('ACCEPT', '2025-09-24', input);
      expect(found.procedure).toBe('SIMPLIFIED');
      expectDue(found, {
        'RC-13': '2025-09-28',
        'RC-30': '2025-10-24',
        'RC-12': undefined,
        'RC-28': undefined,
      });
    });

    it('2025-09-26收到副本,五个工作日跨国庆中秋:2025-10-10届满', async () => {
      await story.step('SEND_COPY', '2025-09-25');
      const found = await story.step('COPY_SERVED', '2025-09-26');
      expectStatus(found, { 'RC-13': 'MET' });
      expectDue(found, { 'RS-02': '2025-10-10', 'RS-01': undefined });
    });

    it('没有延长期限的规定', async () => {
      const input = { days: 10, approvedBy: 'OFFICE_HEAD' };
      const refused = await story.refused('EXTEND_DECISION', '2025-10-09', input);
      expectRule(refused, 'EXTENSION_ONLY_IN_THE_ORDINARY_PROCEDURE', '第六十二条第二款');
    });

    it('可以书面审理:未听取意见也可报批,2025-10-20决定', async () => {
      await story.step('REPLY', '2025-10-10', {}, { by: 'contact' });
      await story.step('SUBMIT', '2025-10-15');
      const found = await story.step('DECIDE', '2025-10-20', { outcome: 'UPHOLD' });
      expectStatus(found, { 'RS-02': 'MET', 'RC-30': 'MET' });
      expect(found.proceeding).toMatchObject({ closedOn: '2025-10-20', dueOn: '2025-10-24' });
    });
  });

  describe('简易程序转为普通程序(第五十五条)', () => {
    it('2025-11-05受理,2025-12-05届满;转换须经复议机构负责人批准', async () => {
      story = await stories.register('2025-11-03');
      const input = { procedure: 'SIMPLIFIED', simplifiedGround: 'ON_SPOT_ACT' };
      expectDue(await story.step('ACCEPT', '2025-11-05', input), { 'RC-30': '2025-12-05' });
      const refused = await story.refused('CONVERT', '2025-11-20', {}, { by: 'handler' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第五十五条');
      expect(refused.who.map(one => one.zh)).toEqual(['复议机构负责人']);
    });

    it('转换后决定期限为受理之日起六十日:2026-01-04(周日)为调休上班日,不顺延', async () => {
      const found = await story.step('CONVERT', '2025-11-20');
      expect(found.procedure).toBe('ORDINARY');
      expectDue(found, { 'RC-28': '2026-01-04', 'RC-30': undefined });
      expect(found.proceeding.dueOn).toBe('2026-01-04');
    });

    it('不得再转回,也不得再转一次', async () => {
      const refused = await story.refused('CONVERT', '2025-11-21');
      expectRule(refused, 'ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED', '第五十五条');
    });

    it('转换前送达的副本,答复期限仍为五个工作日', async () => {
      const other = await stories.register('2025-11-03');
      await other.step('ACCEPT', '2025-11-05', {
        procedure: 'SIMPLIFIED',
        simplifiedGround: 'ALL_PARTIES_AGREE',
      });
      await other.step('COPY_SERVED', '2025-11-06');
      const found = await other.step('CONVERT', '2025-11-10');
      expectDue(found, { 'RS-02': '2025-11-13', 'RS-01': undefined });
    });
  });

  describe('听证(第五十条、第五十一条)', () => {
    it('听证定于2025-04-09,最迟五个工作日前通知,清明不计:2025-04-01', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const found = await story.step('SCHEDULE_HEARING', '2025-03-24', { hearingOn: '2025-04-09' });
      expectDue(found, { 'RC-16': '2025-04-01' });
    });

    it('2025-04-02的通知过迟,应当改期', async () => {
      const refused = await story.refused('NOTIFY_HEARING', '2025-04-02');
      expectRule(refused, 'HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE', '第五十一条第一款');
      expect(refused.remedy.zh).toContain('改期');
    });

    it('未通知不得举行', async () => {
      const refused = await story.refused('HOLD_HEARING', '2025-04-09');
      expectRule(refused, 'HEARING_NEEDS_NOTICE', '第五十一条第一款');
    });

    it('不得改至已经过去的日期', async () => {
      const refused = await story.refused('SCHEDULE_HEARING', '2025-04-02', { hearingOn: '2025-04-01' });
      expectRule(refused, 'HEARING_IS_NOT_SET_FOR_A_DAY_PAST', '第五十一条第一款');
    });

    it('改期至2025-04-16,2025-04-09前通知均为及时', async () => {
      const found = await story.step(
        'SCHEDULE_HEARING',
        '2025-04-02',
        { hearingOn: '2025-04-16' },
        { today: '2025-04-09' },
      );
      expectDue(found, { 'RC-16': '2025-04-09' });
      expectStatus(await story.step('NOTIFY_HEARING', '2025-04-09'), { 'RC-16': 'MET' });
    });

    it('不得另日举行:须先改期并重新通知', async () => {
      const refused = await story.refused('HOLD_HEARING', '2025-04-15');
      expectRule(refused, 'HEARING_IS_HELD_ON_THE_DAY_SET', '第五十一条第一款');
      expect(refused.message.zh).toContain('2025-04-16');
      expect(refused.remedy.zh).toContain('重新通知');
    });

    it('应有两名以上听证员', async () => {
      const refused = await story.refused('HOLD_HEARING', '2025-04-16', { officers: ['王五'] });
      expectRule(refused, 'HEARING_NEEDS_TWO_HEARING_OFFICERS', '第五十条第三款');
    });

    it('被申请人的负责人未到场,理由和到场人员记明在案;书记员可以记录', async () => {
      const record = {
        attended: ['张三', '江州市公安局法制大队陈某'],
        headAbsentBecause: '参加全市防汛会议,已书面说明并委托工作人员参加',
      };
      const found = await story.step('HOLD_HEARING', '2025-04-16', record, { by: 'clerk' });
      const held = found.steps.find(one => one.kind === 'HOLD_HEARING');
      expect(held?.record).toMatchObject({ ...record, officers: ['王五', '赵六'], host: '李四' });
    });

    it('经过听证即已听取意见,可以报批', async () => {
      expect((await story.step('SUBMIT', '2025-04-18')).state.code).toBe('DECISION_PENDING');
    });
  });

  describe('通知后改期的,原通知不算数(第五十一条第一款)', () => {
    it('未定日期不得通知', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const refused = await story.refused('NOTIFY_HEARING', '2025-03-24');
      expectRule(refused, 'HEARING_DAY_IS_SET', '第五十一条第一款');
    });

    it('通知2025-04-16听证后提前至2025-04-09的,不得按原通知举行', async () => {
      await story.step('SCHEDULE_HEARING', '2025-03-24', { hearingOn: '2025-04-16' });
      await story.step('NOTIFY_HEARING', '2025-03-25');
      const found = await story.step('SCHEDULE_HEARING', '2025-03-26', { hearingOn: '2025-04-09' });
      expectStatus(found, { 'RC-16': 'RUNNING' });
      const refused = await story.refused('HOLD_HEARING', '2025-04-09');
      expectRule(refused, 'HEARING_NEEDS_NOTICE', '第五十一条第一款');
    });

    it('补登2025-04-01的通知后可以举行', async () => {
      await story.step('NOTIFY_HEARING', '2025-04-01', {}, { today: '2025-04-09' });
      const found = await story.step('HOLD_HEARING', '2025-04-09');
      expectStatus(found, { 'RC-16': 'MET' });
    });

    it('未提请咨询的,没有咨询意见可记录(第五十二条第二款)', async () => {
      const refused = await story.refused('COMMITTEE_OPINION', '2025-04-10');
      expectRule(refused, 'COMMITTEE_WAS_ASKED', '第五十二条第二款');
    });
  });

  describe('重大、疑难、复杂的案件(第五十条第一款、第五十二条第二款)', () => {
    it('未经听证不得报批', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      await story.step('CLASSIFY', '2025-03-21', { major: true });
      await story.step('HEAR_OPINIONS', '2025-03-24');
      const refused = await story.refused('SUBMIT', '2025-03-25');
      expectRule(refused, 'MAJOR_CASES_NEED_A_HEARING', '第五十条第一款');
    });

    it('听证后仍须提请行政复议委员会', async () => {
      await story.step('SCHEDULE_HEARING', '2025-03-25', { hearingOn: '2025-04-10' });
      await story.step('NOTIFY_HEARING', '2025-03-26');
      await story.step('HOLD_HEARING', '2025-04-10', { respondentHead: '局长某某' });
      await story.step('ASK_COMMITTEE', '2025-04-11');
      const refused = await story.refused('SUBMIT', '2025-04-14');
      expectRule(refused, 'COMMITTEE_OPINION_IS_ASKED', '第五十二条第二款');
    });

    it('记录咨询意见后报批', async () => {
      await story.step('COMMITTEE_OPINION', '2025-04-18');
      expect((await story.step('SUBMIT', '2025-04-21')).state.code).toBe('DECISION_PENDING');
    });

    it('咨询意见还在案的,不得撤回提请咨询', async () => {
      const refused = await story.refusedTakeBack('ASK_COMMITTEE', '2025-04-21');
      expectRule(refused, 'LATER_STEPS_REST_ON_IT', '第五十二条第二款');
      expect(refused.message.zh).toContain('记录咨询意见');
    });
  });

  describe('被申请人逾期不答复,视为没有证据、依据(第七十条)', () => {
    it('2024-10-08收到副本,十个工作日,10月12日(周六)上班:2024-10-21届满', async () => {
      story = await stories.register('2024-09-24');
      await story.step('ACCEPT', '2024-09-26', { procedure: 'ORDINARY' });
      await story.step('SEND_COPY', '2024-09-30');
      expectDue(await story.step('COPY_SERVED', '2024-10-08', {}, { by: 'contact' }), {
        'RS-01': '2024-10-21',
      });
      expect((await story.read('2024-10-21')).state.code).toBe('REPLY_PENDING');
    });

    it('次日起转入审理,记明逾期未答复', async () => {
      const found = await story.read('2024-10-22');
      expect(found.state.code).toBe('IN_REVIEW');
      expectStatus(found, { 'RS-01': 'LAPSED' });
    });

    it('迟到的答复存卷,不改变后果', async () => {
      const found = await story.step('REPLY', '2024-10-24', {}, { by: 'contact' });
      expectStatus(found, { 'RS-01': 'LAPSED' });
      await story.step('HEAR_OPINIONS', '2024-10-25');
      await story.step('SUBMIT', '2024-11-01');
    });

    it('不得维持', async () => {
      const refused = await story.refused('DECIDE', '2024-11-05', { outcome: 'UPHOLD' });
      expectRule(refused, 'NO_REPLY_MEANS_NO_EVIDENCE', '第七十条');
    });

    it('可以撤销', async () => {
      const found = await story.step('DECIDE', '2024-11-05', { outcome: 'REVOKE' });
      expect(found.proceeding.outcome?.code).toBe('REVOKED');
    });
  });

  describe('逾期未答复,但第三人提供证据的(第七十条)', () => {
    it('可以维持', async () => {
      const other = await stories.register('2024-09-24', { thirdParties: [{ name: '李某' }] });
      await other.step('ACCEPT', '2024-09-26', { procedure: 'ORDINARY' });
      await other.step('COPY_SERVED', '2024-10-08');
      await other.step('HEAR_OPINIONS', '2024-10-25');
      await other.step('SUBMIT', '2024-11-01');
      const found = await other.step('DECIDE', '2024-11-05', { outcome: 'UPHOLD', thirdPartyEvidence: true });
      expect(found.proceeding.outcome?.code).toBe('UPHELD');
    });
  });
});
