import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectDue, expectRule, type Story } from '../../support/reconsideration/story.ts';

describe('结案', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  /** A case in review since 2025-03-20, to be decided by 2025-05-06. */
  async function inReview(more: object = {}): Promise<Story> {
    const made = await stories.register('2025-03-03', more);
    await made.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
    return made;
  }

  describe('变更决定不得对申请人更为不利(第六十三条第二款)', () => {
    it('罚款加重的变更决定被拒', async () => {
      story = await inReview({ thirdParties: [{ name: '李某' }] });
      await story.step('HEAR_OPINIONS', '2025-04-02');
      await story.step('SUBMIT', '2025-04-10');
      const worse = { outcome: 'CHANGE', worseForApplicant: true };
      const refused = await story.refused('DECIDE', '2025-04-15', worse);
      expectRule(refused, 'NO_CHANGE_FOR_THE_WORSE', '第六十三条第二款');
    });

    it('调解、终止、驳回申请不以行政复议决定书作出', async () => {
      const refused = await story.refused('DECIDE', '2025-04-15', { outcome: 'MEDIATED' });
      expectRule(refused, 'RESULT_NEEDS_ITS_OWN_STEP', '第六十一条第一款');
    });

    it('第三人提出相反请求的除外', async () => {
      const worse = { outcome: 'CHANGE', worseForApplicant: true, thirdPartyAskedOpposite: true };
      const found = await story.step('DECIDE', '2025-04-15', worse);
      const closed = { closedOn: '2025-04-15', outcome: { code: 'CHANGED' } };
      expect(found.proceeding).toMatchObject(closed);
    });
  });

  describe('受理后发现不符合受理条件,驳回申请(第三十三条)', () => {
    it('驳回申请应当说明理由', async () => {
      story = await inReview();
      const refused = await story.refused('DISMISS', '2025-04-02', {
        ground: 'DUPLICATE_OR_SUED',
        reasons: ' ',
      });
      expect(refused.code).toBe('RECORD_MISSING');
      expect(refused.details).toEqual(['reasons']);
    });

    it('2025-04-02驳回,2025-04-03送达,十五日内可以起诉:2025-04-18届满', async () => {
      const found = await story.step('DISMISS', '2025-04-02', { ground: 'DUPLICATE_OR_SUED' });
      expect(found.state.code).toBe('DISMISSED');
      expect(found.proceeding.outcome?.code).toBe('DISMISSED');
      const served = await story.step('SERVE', '2025-04-03');
      expectDue(served, { 'RC-35': '2025-04-18', 'RC-36': undefined });
    });
  });
});
