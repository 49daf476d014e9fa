import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectDue, expectRule, expectStatus, type Story } from '../../support/reconsideration/story.ts';

describe('调解、和解与撤回', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
    stories.foresees = true;
  });
  afterAll(() => stories?.stop());

  /** A case in review since 2025-03-20, to be decided by 2025-05-06. */
  async function inReview(): Promise<Story> {
    const made = await stories.register('2025-03-03');
    await made.upToReview('2025-03-06', '2025-03-11', '2025-03-20');
    return made;
  }

  describe('调解不成,及时作出决定(第五条、第七十三条第二款)', () => {
    it('尚未启动的调解不能组织', async () => {
      story = await inReview();
      const refused = await story.refused('HOLD_MEDIATION', '2025-03-24');
      expectRule(refused, 'MEDIATION_HAS_BEGUN', '《行政复议法》(2023)第五条');
    });

    it('启动调解本身不停止期限', async () => {
      const found = await story.step('BEGIN_MEDIATION', '2025-03-24', { asker: '申请人' });
      expectDue(found, { 'RC-28': '2025-05-06' });
      const again = await story.refused('BEGIN_MEDIATION', '2025-03-24');
      expect(again.code).toBe('ONE_MEDIATION_AT_A_TIME');
    });

    it('双方同意中止的才停止:2025-03-25至2025-04-08,14日不计入期限(第三十九条第一款第六项)', async () => {
      await story.step('SUSPEND', '2025-03-25', { ground: 'MEDIATION_AGREED' });
      const held = await story.step('HOLD_MEDIATION', '2025-03-28', { attended: ['张三', '公安局陈某'] });
      expect(held.state.code).toBe('SUSPENDED');
      await story.step('END_MEDIATION', '2025-04-08', { ground: 'NO_AGREEMENT' });
      expectDue(await story.step('RESUME', '2025-04-08'), { 'RC-28': '2025-05-19' });
    });

    it('调解书未经各方签字的,不能结案', async () => {
      const refused = await story.refused('MEDIATE', '2025-04-09', { signedByAll: false, sealed: true });
      expectRule(refused, 'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED', '第七十三条第一款');
      expect(refused.details).toEqual(['signedByAll']);
    });

    it('继续审理,2025-04-28确认违法', async () => {
      await story.step('HEAR_OPINIONS', '2025-04-14');
      await story.step('SUBMIT', '2025-04-21');
      const found = await story.step('DECIDE', '2025-04-28', { outcome: 'CONFIRM_ILLEGAL' });
      const closed = { closedOn: '2025-04-28', outcome: { code: 'CONFIRMED_ILLEGAL' } };
      expect(found.proceeding).toMatchObject(closed);
    });
  });

  describe('调解结案(第七十三条第一款)', () => {
    it('一方反悔后可以再次调解', async () => {
      story = await inReview();
      await story.step('BEGIN_MEDIATION', '2025-03-24');
      await story.step('END_MEDIATION', '2025-03-31', { ground: 'BACKED_OUT' });
      expect((await story.step('BEGIN_MEDIATION', '2025-04-07')).state.code).toBe('IN_REVIEW');
    });

    it('调解书未加盖印章的,尚未生效', async () => {
      const refused = await story.refused('MEDIATE', '2025-04-09', { sealed: false });
      expectRule(refused, 'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED', '第七十三条第一款');
      expect(refused.details).toEqual(['sealed']);
    });

    it('签字并盖章后结案,不再起算起诉期限', async () => {
      const found = await story.step('MEDIATE', '2025-04-10');
      expect(found.state.code).toBe('MEDIATED');
      expect(found.proceeding).toMatchObject({ closedOn: '2025-04-10', outcome: { code: 'MEDIATED' } });
      expectStatus(found, { 'RC-28': 'MET', 'RC-35': undefined });
    });

    it('没有行政复议决定书可以公开(第七十九条第一款);履行后归档', async () => {
      await story.step('PERFORMED', '2025-04-20', {}, { by: 'contact' });
      const closed = await story.step('CLOSE', '2025-04-21');
      expect(closed.state.code).toBe('CLOSED');
      const refused = await story.refused('PUBLISH', '2025-04-22');
      expectRule(refused, 'ONLY_A_DECISION_IS_PUBLISHED', '第七十九条第一款');
    });
  });

  describe('申请人撤回,准予撤回后终止(第四十一条第一项)', () => {
    it('申请人没有要求的,不得准予撤回', async () => {
      story = await inReview();
      const refused = await story.refused('TERMINATE', '2025-03-24', { ground: 'WITHDRAWN_WITH_LEAVE' });
      expectRule(refused, 'WITHDRAWAL_IS_ASKED_FOR', '第四十一条第(一)项');
      expect(refused.who.map(one => one.zh)).toEqual(['承办人']);
    });

    it('2025-03-25申请撤回,期限不停止;2025-03-27准予撤回并终止', async () => {
      const asked = await story.step('ASK_WITHDRAWAL', '2025-03-25', { reasons: '不再争议' });
      expectDue(asked, { 'RC-28': '2025-05-06' });
      const found = await story.step('TERMINATE', '2025-03-27', { ground: 'WITHDRAWN_WITH_LEAVE' });
      expect(found.state.code).toBe('TERMINATED');
      expect(found.proceeding).toMatchObject({ closedOn: '2025-03-27', outcome: { code: 'WITHDRAWN' } });
    });
  });

  const earlier = async (of: Story, by: 'handler' | 'contact' | 'stranger' = 'handler') => {
    const text = `query ($id: ID!) { reconsideration(id: $id) { earlierWithdrawals { case caseNumber closedOn sure text { zh } } } }`;
    const { reconsideration } = await stories.people[by].ask<{
      reconsideration: { earlierWithdrawals: { case: string; sure: boolean }[] } | null;
    }>(text, { id: of.id });
    return reconsideration?.earlierWithdrawals;
  };

  describe('以同一事实和理由再次申请(第七十四条第二款)', () => {
    it('不予受理以外没有别的:受理被拒', async () => {
      story = await stories.register('2025-04-14', { withdrawnBefore: true });
      const refused = await story.refused('ACCEPT', '2025-04-16', { procedure: 'ORDINARY' });
      expectRule(refused, 'NO_NEW_APPLICATION_AFTER_WITHDRAWAL', '第七十四条第二款');
    });

    it('在审查期限内不予受理:2025-04-21届满', async () => {
      expectDue(await story.read(), { 'RC-07': '2025-04-21' });
      const found = await story.step('REFUSE', '2025-04-17', { ground: 'DUPLICATE_OR_SUED' });
      expect(found.state.code).toBe('REFUSED');
    });

    it('期限内未作处理的仍视为受理,只能驳回申请(第三十条第三款、第三十三条)', async () => {
      const other = await stories.register('2025-04-14', { withdrawnBefore: true });
      expect((await other.read('2025-04-22')).state.code).toBe('ACCEPTED');
      const found = await other.step('DISMISS', '2025-04-23', { ground: 'DUPLICATE_OR_SUED' });
      expect(found.proceeding).toMatchObject({ acceptedOn: '2025-04-21', outcome: { code: 'DISMISSED' } });
    });

    it('能够证明撤回违背真实意愿的,可以受理', async () => {
      const other = await stories.register('2025-04-14', {
        withdrawnBefore: true,
        withdrawalAgainstWill: true,
      });
      const found = await other.step('ACCEPT', '2025-04-16', { procedure: 'ORDINARY' });
      expect(found.state.code).toBe('ACCEPTED');
    });
  });

  describe('登记时查找曾撤回的申请(第七十四条第二款)', () => {
    const WANG = { name: '王某', identityNumber: '11010519491231002X' };
    const act = { name: '责令停业的行政处罚决定', number: '江公(治)罚决字〔2025〕7号' };
    const again = { applicants: [WANG], act: { ...act, number: '江公（治）罚决字[2025] 7 号' } };
    let withdrawn: Story;

    it('证件号码和文号都一致的:显示案号,受理被拒', async () => {
      withdrawn = await stories.register('2025-03-03', {
        applicants: [WANG],
        act,
        caseNumber: '江府复〔2025〕71号',
      });
      await withdrawn.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
      await withdrawn.step('ASK_WITHDRAWAL', '2025-03-07');
      await withdrawn.step('TERMINATE', '2025-03-10', { ground: 'WITHDRAWN_WITH_LEAVE' });
      story = await stories.register('2025-04-14', again);
      const found = {
        case: withdrawn.id,
        caseNumber: '江府复〔2025〕71号',
        closedOn: '2025-03-10',
        sure: true,
      };
      expect(await earlier(story)).toEqual([
        { ...found, text: { zh: expect.stringContaining('证件号码一致') } },
      ]);
      const refused = await story.refused('ACCEPT', '2025-04-16', { procedure: 'ORDINARY' });
      expectRule(refused, 'NO_NEW_APPLICATION_AFTER_WITHDRAWAL', '第七十四条第二款');
    });

    it('登记人已说明不是同一事实和理由,或者撤回违背真实意愿的,可以受理', async () => {
      for (const said of [{ withdrawnBefore: false }, { withdrawalAgainstWill: true }]) {
        const other = await stories.register('2025-04-14', { ...again, ...said });
        expect((await other.step('ACCEPT', '2025-04-16', { procedure: 'ORDINARY' })).state.code).toBe(
          'ACCEPTED',
        );
      }
    });

    it.each([
      ['只有姓名一致', { applicants: [{ name: '王某' }] }],
      ['未登记文号', { act: { name: act.name } }],
      ['两名申请人中只有一名撤回过', { applicants: [WANG, { name: '李某' }] }],
    ])('%s:只提示核对,不妨碍受理', async (_, more) => {
      const other = await stories.register('2025-04-14', { ...again, ...more });
      expect(await earlier(other)).toMatchObject([{ case: withdrawn.id, sure: false }]);
      const found = await other.step('ACCEPT', '2025-04-16', { procedure: 'ORDINARY' });
      expect(found.state.code).toBe('ACCEPTED');
    });

    it.each([
      ['另一文号', { act: { ...act, number: '江公(治)罚决字〔2025〕8号' } }],
      ['另一被申请人', { respondent: 'tax' }],
      ['同名而证件号码不同', { applicants: [{ name: '王某', identityNumber: '440524188001010014' }] }],
    ])('%s:不是同一申请', async (_, more) => {
      expect(await earlier(await stories.register('2025-04-14', { ...again, ...more }))).toEqual([]);
    });

    it('保密的案件只有知悉人看到,也不据此拒绝受理', async () => {
      await withdrawn.confide('approver', ['handler']);
      const other = await stories.register('2025-04-14', again);
      expect(await earlier(other)).toMatchObject([{ case: withdrawn.id, sure: true }]);
      expect(await earlier(other, 'contact')).toEqual([]);
      expect(await earlier(other, 'stranger')).toBeUndefined();
      const found = await other.step('ACCEPT', '2025-04-16', { procedure: 'ORDINARY' });
      expect(found.state.code).toBe('ACCEPTED');
      await withdrawn.confide('approver', []);
      expect(await earlier(other)).toEqual([]);
    });
  });

  describe('和解后撤回(第七十四条)', () => {
    it('达成和解本身不终止案件', async () => {
      story = await inReview();
      const found = await story.step('SETTLE', '2025-04-01');
      expect(found.state.code).toBe('IN_REVIEW');
      const refused = await story.refused('TERMINATE', '2025-04-02', { ground: 'SETTLED' });
      expectRule(refused, 'TERMINATION_GROUND_IS_IN_FORCE', '第四十一条');
    });

    it('申请人撤回,准予后终止,按和解统计', async () => {
      await story.step('ASK_WITHDRAWAL', '2025-04-02');
      const found = await story.step('TERMINATE', '2025-04-03', { ground: 'WITHDRAWN_WITH_LEAVE' });
      expect(found.proceeding.outcome?.code).toBe('SETTLED');
    });
  });
});
