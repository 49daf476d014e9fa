import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectRule, type Story, type TheCase } from '../../support/reconsideration/story.ts';

/** What the check list still finds missing. */
const missing = ({ beforeDecision }: TheCase) =>
  beforeDecision.filter(one => one.needed && !one.satisfied).map(one => one.code);

describe('决定之前', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  describe('调查取证(第四十五条)', () => {
    it('一人调查取证的,不予登记', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      const refused = await story.refused('INVESTIGATE', '2025-03-24', { officers: ['李四'] });
      expectRule(refused, 'INVESTIGATION_NEEDS_TWO_OFFICERS', '第四十五条');
    });

    it('两人调查取证,记明人员和地点', async () => {
      const found = await story.step('INVESTIGATE', '2025-03-24', { place: '江州市东街市场' });
      const record = { officers: ['李四', '王五'], place: '江州市东街市场' };
      expect(found.steps.at(-1)?.record).toMatchObject(record);
    });
  });

  describe('第三人与查阅案卷(第十六条、第四十七条)', () => {
    it('第三人参加,同意其查阅', async () => {
      await story.step('JOIN_THIRD_PARTY', '2025-03-25', { name: '李某' });
      const found = await story.step('GRANT_FILE_ACCESS', '2025-03-26', { asker: '李某' });
      expect(found.steps.slice(-2).map(one => one.kind)).toEqual(['JOIN_THIRD_PARTY', 'GRANT_FILE_ACCESS']);
    });

    it('不予查阅须有法定情形', async () => {
      const refused = await story.refused('REFUSE_FILE_ACCESS', '2025-03-26', { asker: '李某' });
      expectRule(refused, 'INPUT_MISSING', '第四十七条');
      const found = await story.step('REFUSE_FILE_ACCESS', '2025-03-26', { ground: 'PRIVACY' });
      expect(found.steps.at(-1)?.kind).toBe('REFUSE_FILE_ACCESS');
    });

    it('2024年前没有“可能危及社会稳定”的情形(2017年文本第二十三条第二款)', async () => {
      const old = await stories.register('2023-06-05');
      await old.step('ACCEPT', '2023-06-08', { procedure: 'ORDINARY' });
      const refused = await old.refused('REFUSE_FILE_ACCESS', '2023-06-20', {
        ground: 'SECURITY_OR_STABILITY',
      });
      expectRule(refused, 'FILE_ACCESS_GROUND_IS_IN_FORCE', '《行政复议法》(2017)第二十三条第二款');
    });
  });

  describe('决定前检查(第四十八条至第五十二条)', () => {
    it('未收到答复、未听取意见,均列为未完成', async () => {
      story = await stories.register('2025-03-03');
      await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      const found = await story.step('COPY_SERVED', '2025-03-11');
      expect(missing(found)).toEqual(['REPLY_IS_IN_OR_TIME_IS_OVER', 'OPINIONS_OF_THE_PARTIES_ARE_HEARD']);
    });

    it('标注为重大案件后,加上听证和委员会咨询', async () => {
      await story.step('REPLY', '2025-03-20');
      const found = await story.step('CLASSIFY', '2025-03-21', { major: true });
      expect(missing(found)).toEqual([
        'OPINIONS_OF_THE_PARTIES_ARE_HEARD',
        'MAJOR_CASES_NEED_A_HEARING',
        'COMMITTEE_OPINION_IS_ASKED',
        'HEARING_NEEDS_NOTICE',
      ]);
    });

    it('中止期间列明中止', async () => {
      const found = await story.step('SUSPEND', '2025-03-24', { ground: 'OTHER' });
      expect(missing(found)).toContain('NO_SUSPENSION_IS_OPEN');
      await story.step('RESUME', '2025-03-26');
    });

    it('逐项完成后可以报批', async () => {
      await story.step('SCHEDULE_HEARING', '2025-03-26', { hearingOn: '2025-04-10' });
      await story.step('NOTIFY_HEARING', '2025-03-27');
      await story.step('HOLD_HEARING', '2025-04-10');
      await story.step('ASK_COMMITTEE', '2025-04-11');
      const found = await story.step('COMMITTEE_OPINION', '2025-04-15');
      expect(missing(found)).toEqual([]);
      expect((await story.step('SUBMIT', '2025-04-16')).state.code).toBe('DECISION_PENDING');
    });
  });

  describe('退回补充(第六十一条第一款)', () => {
    it('由负责人退回,承办人不能', async () => {
      const refused = await story.refused('SEND_BACK', '2025-04-17', {}, { by: 'handler' });
      expectRule(refused, 'NOT_FOR_THIS_ROLE', '第六十一条第一款');
      const found = await story.step('SEND_BACK', '2025-04-17');
      expect(found.state.code).toBe('IN_REVIEW');
    });

    it('退回后不得决定,补充调查后再次报批', async () => {
      const refused = await story.refused('DECIDE', '2025-04-18', { outcome: 'UPHOLD' });
      expectRule(refused, 'NOT_IN_THIS_STATE', '第六十一条第一款');
      await story.step('INVESTIGATE', '2025-04-21');
      await story.step('SUBMIT', '2025-04-22');
      expect((await story.step('DECIDE', '2025-04-25', { outcome: 'UPHOLD' })).state.code).toBe('DECIDED');
    });
  });

  describe('决定各项相互一致(第六十四条第一款、第七十二条第一款)', () => {
    it('维持的,不能同时决定给予赔偿', async () => {
      story = await stories.register('2025-03-03');
      await story.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
      await story.step('HEAR_OPINIONS', '2025-04-02');
      await story.step('SUBMIT', '2025-04-10');
      const input = { outcome: 'UPHOLD', compensation: 'COMPENSATION_GRANTED', compensationYuan: 3000 };
      const refused = await story.refused('DECIDE', '2025-04-15', input);
      expectRule(refused, 'COMPENSATION_NEEDS_A_CORRECTION', '第七十二条第一款');
    });

    it('驳回赔偿请求的,不得填写数额', async () => {
      const input = { outcome: 'REVOKE', compensation: 'COMPENSATION_DENIED', compensationYuan: 3000 };
      const refused = await story.refused('DECIDE', '2025-04-15', input);
      expectRule(refused, 'COMPENSATION_AMOUNT_NEEDS_A_GRANT', '第七十二条第一款');
    });

    it('维持的,不得责令重作;没有责令重作的,不得填写重作期限(第六十四条第一款)', async () => {
      const upheld = await story.refused('DECIDE', '2025-04-15', { outcome: 'UPHOLD', remakeOrdered: true });
      expectRule(upheld, 'REMAKE_GOES_WITH_REVOCATION', '第六十四条第一款');
      const timed = await story.refused('DECIDE', '2025-04-15', { outcome: 'REVOKE', remakeWithinDays: 30 });
      expectRule(timed, 'REMAKE_TIME_NEEDS_AN_ORDER', '第六十四条第一款');
    });

    it('撤销并给予赔偿', async () => {
      const input = { outcome: 'REVOKE', compensation: 'COMPENSATION_GRANTED', compensationYuan: 3000 };
      const found = await story.step('DECIDE', '2025-04-15', input);
      expect(found.proceeding.outcome?.code).toBe('REVOKED');
    });
  });
});
