import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { dueOf, expectRule, statusOf, type Story } from '../../support/reconsideration/story.ts';

describe('复议案件从收件到归档', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  describe('普通程序,决定维持', () => {
    let story: Story;

    it('收件之日起五个工作日审查:2025-03-03收件,2025-03-10届满', async () => {
      story = await stories.register('2025-03-03');
      const found = await story.read();
      expect(found.state.code).toBe('RECEIVED');
      expect(dueOf(found, 'RC-07')).toBe('2025-03-10');
    });

    it('受理后七个工作日内发送副本,六十日内决定', async () => {
      const found = await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      expect(found.state.code).toBe('ACCEPTED');
      expect(statusOf(found, 'RC-07')).toBe('MET');
      expect(dueOf(found, 'RC-12')).toBe('2025-03-17');
      expect(dueOf(found, 'RC-28')).toBe('2025-05-06');
      expect(found.proceeding).toMatchObject({
        acceptedOn: '2025-03-06',
        dueOn: '2025-05-06',
        closedOn: null,
      });
    });

    it('未听取意见不得报批', async () => {
      await story.step('SEND_COPY', '2025-03-10');
      await story.step('COPY_SERVED', '2025-03-11');
      await story.step('REPLY', '2025-03-20', {}, { by: 'contact' });
      const refused = await story.refused('SUBMIT', '2025-04-01');
      expectRule(refused, 'OPINIONS_OF_THE_PARTIES_ARE_HEARD', '第四十九条');
      expect(refused.who.map(one => one.zh)).toEqual(['承办人']);
    });

    it('听取意见后报批、决定、送达、归档', async () => {
      await story.step('HEAR_OPINIONS', '2025-04-02', { manner: '电话', heard: '张三' });
      await story.step('SUBMIT', '2025-04-10');
      const decided = await story.step('DECIDE', '2025-04-15', { outcome: 'UPHOLD' });
      expect(decided.proceeding).toMatchObject({ closedOn: '2025-04-15', outcome: { code: 'UPHELD' } });
      const served = await story.step('SERVE', '2025-04-17');
      expect(dueOf(served, 'RC-35')).toBe('2025-05-06');
      const closed = await story.step('CLOSE', '2025-06-03');
      expect(closed.state.code).toBe('CLOSED');
      expect(closed.timeline.map(one => one.text.zh).slice(0, 2)).toEqual([
        '2025-03-03 登记收件,案件由“未登记”转为“已收件”。',
        '2025-03-06 受理,案件由“已收件”转为“已受理”。',
      ]);
    });
  });
});
