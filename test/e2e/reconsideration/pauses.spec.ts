import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import {
  expectDue,
  expectRule,
  expectStatus,
  type Story,
  type TheCase,
} from '../../support/reconsideration/story.ts';

describe('中止、延期与终止', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
    stories.foresees = true;
  });
  afterAll(() => stories?.stop());

  describe('三次中止,两次重叠、一次补登(第三十九条)', () => {
    it('2025-03-06受理,决定期限2025-05-05届满,劳动节顺延至2025-05-06', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      expectDue(await story.read(), { 'RC-28': '2025-05-06' });
    });

    it('2025-03-25申请人死亡,中止;满六十日之次日2025-05-25可以终止', async () => {
      const found = await story.step('SUSPEND', '2025-03-25', { ground: 'APPLICANT_DIED' });
      expect(found.state.code).toBe('SUSPENDED');
      expectStatus(found, { 'RC-28': 'STOPPED' });
      expectDue(found, { 'RC-28': null, 'RC-31': '2025-05-25' });
    });

    it('2025-04-01又须以另案结果为依据;2025-04-10前一原因消除,仍然中止', async () => {
      await story.step('SUSPEND', '2025-04-01', { ground: 'DEPENDENT_CASE' });
      const of = await story.idOf('SUSPEND', '2025-03-25');
      const found = await story.step('RESUME', '2025-04-10', { of });
      expect(found.state.code).toBe('SUSPENDED');
      expectDue(found, { 'RC-28': null, 'RC-31': undefined });
    });

    it('恢复须指明在案的一次中止', async () => {
      const refused = await story.refused('RESUME', '2025-04-22', { of: 'no-such-step' });
      expect(refused.code).toBe('STEP_UNKNOWN');
    });

    it('2025-04-22恢复:扣除2025-03-25至2025-04-22共28日,2025-06-02端午放假,顺延至2025-06-03', async () => {
      const of = await story.idOf('SUSPEND', '2025-04-01');
      const found = await story.step('RESUME', '2025-04-22', { of });
      expect(found.state.code).toBe('IN_REVIEW');
      expectDue(found, { 'RC-28': '2025-06-03' });
    });

    it('其后2025-05-08听取意见', async () => {
      expect((await story.step('HEAR_OPINIONS', '2025-05-08')).state.code).toBe('IN_REVIEW');
    });

    it('2025-05-20补登2025-03-12至2025-03-17因洪水中止的5日:届满日为周六,顺延至2025-06-09', async () => {
      const input = { ground: 'FORCE_MAJEURE', resumedOn: '2025-03-17' };
      const found = await story.step('SUSPEND', '2025-03-12', input, { today: '2025-05-20' });
      expect(found.state.code).toBe('IN_REVIEW');
      expectDue(found, { 'RC-28': '2025-06-09' });
      expect(found.proceeding.dueOn).toBe('2025-06-09');
      expect(found.steps.slice(-2).map(one => [one.kind, one.on])).toEqual([
        ['SUSPEND', '2025-03-12'],
        ['RESUME', '2025-03-17'],
      ]);
    });

    it('中止期间已有答复的,补登被拒并指明;恢复不得早于中止', async () => {
      const late = { today: '2025-05-20' };
      const over = { ground: 'FORCE_MAJEURE', resumedOn: '2025-03-21' };
      const refused = await story.refused('SUSPEND', '2025-03-18', over, late);
      expect(refused.code).toBe('LATER_EVENTS_STAND_IN_THE_WAY');
      expect(refused.details).toEqual(['REPLY']);
      const turned = { ground: 'FORCE_MAJEURE', resumedOn: '2025-03-12' };
      const early = await story.refused('SUSPEND', '2025-03-13', turned, late);
      expect(early.code).toBe('RESUMED_BEFORE_SUSPENDED');
    });

    it('撤回补登的中止,其恢复一并撤回,各期限复原', async () => {
      const of = await story.idOf('SUSPEND', '2025-03-12');
      const found = (await story.takeBackStep(of)) as TheCase;
      expectDue(found, { 'RC-28': '2025-06-03' });
      expect(found.steps.filter(one => one.takenBack).map(one => one.kind)).toEqual(['SUSPEND', 'RESUME']);
    });
  });

  describe('一次恢复全部中止', () => {
    it('恢复登记以中止为前提:先撤回恢复,再撤回中止', async () => {
      const other = await stories.register('2025-03-03');
      await other.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await other.step('SUSPEND', '2025-03-10', { ground: 'OTHER' });
      expectDue(await other.step('RESUME', '2025-03-17'), { 'RC-28': '2025-05-12' });
      const refused = await other.refusedTakeBack('SUSPEND', '2025-03-18');
      expect(refused.code).toBe('LATER_STEPS_REST_ON_IT');
      expect(refused.details).toEqual(['RESUME']);
      expectDue(await other.takeBack('RESUME', '2025-03-18'), { 'RC-28': null });
      expectDue(await other.takeBack('SUSPEND', '2025-03-18'), { 'RC-28': '2025-05-06' });
    });
  });

  describe('因申请人死亡中止满六十日,终止(第四十一条第五项)', () => {
    it('2025-05-24为第六十日,尚未届满,不得终止', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      await story.step('SUSPEND', '2025-03-25', { ground: 'APPLICANT_DIED' });
      const refused = await story.refused('TERMINATE', '2025-05-24', { ground: 'SUSPENDED_60_DAYS' });
      expectRule(refused, 'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED', '第四十一条第(五)项');
    });

    it('2025-05-25决定终止', async () => {
      expectStatus(await story.read('2025-05-25'), { 'RC-31': 'REACHED' });
      const found = await story.step('TERMINATE', '2025-05-25', { ground: 'SUSPENDED_60_DAYS' });
      expect(found.state.code).toBe('TERMINATED');
      const closed = { closedOn: '2025-05-25', outcome: { code: 'TERMINATED_OTHER' } };
      expect(found.proceeding).toMatchObject(closed);
    });

    it('申请人下落不明的(第三项),中止再久也不因此终止', async () => {
      const other = await stories.register('2025-03-03');
      await other.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const found = await other.step('SUSPEND', '2025-03-25', { ground: 'APPLICANT_MISSING' });
      expectDue(found, { 'RC-31': undefined });
      const refused = await other.refused('TERMINATE', '2025-09-01', { ground: 'SUSPENDED_60_DAYS' });
      expectRule(refused, 'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED', '第四十一条第(五)项');
    });
  });

  describe('其他终止情形(第四十一条)', () => {
    it.each([
      ['死亡而无近亲属或者近亲属放弃(第二项)', 'DIED_NO_RELATIVE_OR_WAIVED'],
      ['法人终止而无承受人(第三项)', 'ENTITY_NO_SUCCESSOR_OR_WAIVED'],
      ['转为刑事强制措施(第四项)', 'CRIMINAL_COERCION'],
    ])('%s,由复议机关负责人决定', async (_, ground) => {
      const other = await stories.register('2025-03-03');
      await other.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const refused = await other.refused('TERMINATE', '2025-04-01', { ground }, { by: 'handler' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第四十一条');
      const found = await other.step('TERMINATE', '2025-04-01', { ground });
      expect(found.state.code).toBe('TERMINATED');
      expectStatus(found, { 'RC-28': 'MET' });
    });

    it('和解本身不再是终止情形,但2024年前的案件仍是(条例第四十二条第一款第四项)', async () => {
      const [now, before] = [await stories.register('2025-03-03'), await stories.register('2023-06-05')];
      await now.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      const refused = await now.refused('TERMINATE', '2025-04-01', { ground: 'SETTLED' });
      expectRule(refused, 'TERMINATION_GROUND_IS_IN_FORCE', '第四十一条');
      await before.step('ACCEPT', '2023-06-08', { procedure: 'ORDINARY' });
      const found = await before.step('TERMINATE', '2023-07-03', { ground: 'SETTLED' });
      expect(found.state.code).toBe('TERMINATED');
    });
  });

  describe('规范性文件附带审查,本机关有权处理(第五十六条至第五十九条)', () => {
    it('尚未启动,不得通知制定机关', async () => {
      story = await stories.register('2025-05-19');
      await story.upToReview('2025-05-20', '2025-05-22', '2025-06-05');
      const refused = await story.refused('NOTIFY_MAKER', '2025-06-09');
      expectRule(refused, 'NORMATIVE_REVIEW_HAS_BEGUN', '第五十六条');
    });

    it('2025-06-10启动并中止:三十日内处理,三个工作日内通知制定机关', async () => {
      expectDue(await story.read(), { 'RC-28': '2025-07-21' });
      await story.step('BEGIN_NORMATIVE_REVIEW', '2025-06-10', { ownPower: true });
      const found = await story.step('SUSPEND', '2025-06-10', { ground: 'NORMATIVE_REVIEW' });
      expectDue(found, {
        'RC-23': '2025-07-10',
        'RC-24': undefined,
        'RC-25': '2025-06-13',
        'RC-28': null,
      });
    });

    it('有权处理的,自行处理,不得转送', async () => {
      const refused = await story.refused('TRANSFER_NORMATIVE', '2025-06-11');
      expectRule(refused, 'ONLY_WITHOUT_POWER_IS_A_DOCUMENT_TRANSFERRED', '第五十六条');
    });

    it('制定机关2025-06-13收到通知,十个工作日内答复:2025-06-27届满', async () => {
      const input = { servedOn: '2025-06-13' };
      const found = await story.step('NOTIFY_MAKER', '2025-06-12', input, { today: '2025-06-13' });
      expectStatus(found, { 'RC-25': 'MET' });
      expectDue(found, { 'RC-26': '2025-06-27' });
      expectStatus(await story.step('MAKER_REPLY', '2025-06-25'), { 'RC-26': 'MET' });
    });

    it('2025-07-04处理完毕并恢复,扣除24日:2025-08-12届满', async () => {
      expectStatus(await story.step('END_NORMATIVE_REVIEW', '2025-07-04'), { 'RC-23': 'MET' });
      expectDue(await story.step('RESUME', '2025-07-04'), { 'RC-28': '2025-08-12' });
    });
  });

  describe('规范性文件附带审查,本机关无权处理(第五十六条、第五十七条、第六十条)', () => {
    it('七个工作日内转送:2025-06-19届满;无须通知制定机关', async () => {
      story = await stories.register('2025-05-19');
      await story.upToReview('2025-05-20', '2025-05-22', '2025-06-05');
      await story.step('BEGIN_NORMATIVE_REVIEW', '2025-06-10', { ownPower: false });
      const found = await story.step('SUSPEND', '2025-06-10', { ground: 'NORMATIVE_REVIEW' });
      expectDue(found, { 'RC-23': undefined, 'RC-24': '2025-06-19', 'RC-25': undefined });
    });

    it('无权处理的,转送,不得通知制定机关', async () => {
      const refused = await story.refused('NOTIFY_MAKER', '2025-06-11');
      expectRule(refused, 'ONLY_WITH_POWER_IS_THE_MAKER_NOTIFIED', '第五十八条第一款');
    });

    it('2025-06-18收到转送,六十日内回复:2025-08-17为周日,顺延至2025-08-18', async () => {
      const input = { receivedOn: '2025-06-18' };
      const found = await story.step('TRANSFER_NORMATIVE', '2025-06-17', input, { today: '2025-06-18' });
      expectStatus(found, { 'RC-24': 'MET' });
      expectDue(found, { 'RC-27': '2025-08-18' });
    });

    it('2025-08-11收到回复并恢复,扣除62日:2025-09-19届满', async () => {
      expectStatus(await story.step('END_NORMATIVE_REVIEW', '2025-08-11'), { 'RC-27': 'MET' });
      expectDue(await story.step('RESUME', '2025-08-11'), { 'RC-28': '2025-09-19' });
    });
  });

  describe('延长审理期限(第六十二条第一款)', () => {
    const thirty = { days: 30, approvedBy: 'OFFICE_HEAD' };

    it('由复议机构负责人批准,不是承办人,也不是复议机关负责人', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const refused = await story.refused('EXTEND_DECISION', '2025-04-28', thirty, { by: 'handler' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第六十二条第一款');
      const wrong = { ...thirty, approvedBy: 'ORGAN_HEAD' };
      const again = await story.refused('EXTEND_DECISION', '2025-04-28', wrong);
      expectRule(again, 'EXTENSION_APPROVED_BY_THE_RIGHT_HEAD', '第六十二条第一款');
    });

    it('最多不得超过三十日', async () => {
      const refused = await story.refused('EXTEND_DECISION', '2025-04-28', { ...thirty, days: 31 });
      expectRule(refused, 'EXTENSION_AT_MOST_THIRTY_DAYS', '第六十二条第一款');
    });

    it('延长三十日,自2025-05-05起算:2025-06-04届满', async () => {
      const found = await story.step('EXTEND_DECISION', '2025-04-28', thirty);
      expectDue(found, { 'RC-28': '2025-06-04' });
    });

    it('两次合计也不得超过三十日', async () => {
      const refused = await story.refused('EXTEND_DECISION', '2025-05-28', { ...thirty, days: 5 });
      expectRule(refused, 'EXTENSION_AT_MOST_THIRTY_DAYS', '第六十二条第一款');
    });

    it('期限届满后不得延长:2025-05-06届满,2025-05-07申请被拒', async () => {
      const other = await stories.register('2025-03-03');
      await other.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const refused = await other.refused('EXTEND_DECISION', '2025-05-07', thirty);
      expectRule(refused, 'EXTENSION_BEFORE_THE_PERIOD_ENDS', '第六十二条第一款');
      expectStatus(await other.read(), { 'RC-28': 'OVERDUE' });
    });

    it('先延长十日的,不得再延长二十日:只能延长一次', async () => {
      const other = await stories.register('2025-03-03');
      await other.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const found = await other.step('EXTEND_DECISION', '2025-04-28', { ...thirty, days: 10 });
      expectDue(found, { 'RC-28': '2025-05-15' });
      const refused = await other.refused('EXTEND_DECISION', '2025-05-12', { ...thirty, days: 20 });
      expectRule(refused, 'EXTENSION_ONLY_ONCE', '第六十二条第一款');
    });
  });

  describe('扣除鉴定时间(条例第三十七条)与停止执行(第四十二条)', () => {
    it('鉴定自2025-04-01至2025-04-15,14日不计入期限:2025-05-19届满', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const input = { ground: 'APPRAISAL', until: '2025-04-15' };
      const found = await story.step('EXCLUDE_TIME', '2025-04-01', input, { today: '2025-04-15' });
      expect(found.state.code).toBe('IN_REVIEW');
      expectDue(found, { 'RC-28': '2025-05-19' });
      const clock = found.clocks.find(one => one.code === 'RC-28');
      expect(clock?.explanation.zh.join()).toContain('鉴定');
    });

    it('扣除时间不得在开始之前结束', async () => {
      const input = { ground: 'APPRAISAL', until: '2025-03-31' };
      const refused = await story.refused('EXCLUDE_TIME', '2025-04-15', input);
      expectRule(refused, 'EXCLUDED_TIME_ENDS_NO_EARLIER_THAN_IT_BEGINS', '第三十七条');
    });

    it('停止执行行政行为不影响审理期限', async () => {
      const input = { ground: 'ORGAN_FINDS_NECESSARY', reasons: '执行将造成难以弥补的损失' };
      const found = await story.step('STOP_EXECUTION', '2025-04-16', input);
      expectDue(found, { 'RC-28': '2025-05-19' });
    });
  });
});
