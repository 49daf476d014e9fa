import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';

const people = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `申请人${at + 1}` }));
const agent = (represents: number, name = '周律师') => ({ name, represents });

describe('申请的提出', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  /** What the register keeps of the parties of a case. */
  async function partiesOf(id: string) {
    const text = `query ($id: ID!) { reconsideration(id: $id) { channel proceeding { parties { role name } } } }`;
    const { reconsideration } = await stories.people.handler.ask<{
      reconsideration: { channel: string; proceeding: { parties: { role: string; name: string }[] } };
    }>(text, { id });
    return reconsideration;
  }

  describe('各种提出方式(第二十二条、第三十二条)', () => {
    it.each([
      ['口头申请,当场制作笔录', 'ORAL'],
      ['邮寄', 'MAIL'],
      ['互联网渠道', 'ONLINE'],
      ['通过作出处罚的机关提交', 'PENALTY_ORGAN'],
    ])('%s,均自复议机关收到之日起算审查期限', async (_, channel) => {
      const story = await stories.register('2025-03-03', { channel });
      expect((await partiesOf(story.id)).channel).toBe(channel);
      const { clocks } = await story.read();
      expect(clocks.find(one => one.code === 'RC-07')?.dueOn).toBe('2025-03-10');
    });
  });

  describe('申请人众多,推选代表人(第十五条,条例第八条)', () => {
    it('七名申请人推选五名代表人', async () => {
      const story = await stories.register('2025-03-03', {
        applicants: people(7),
        representatives: [0, 1, 2, 3, 4],
      });
      const { proceeding } = await partiesOf(story.id);
      const roles = proceeding.parties.map(one => one.role);
      expect(roles.filter(role => role === 'REPRESENTATIVE')).toHaveLength(5);
      expect(roles.filter(role => role === 'APPLICANT')).toHaveLength(2);
    });

    it('推选六名的,不予登记并指明', async () => {
      const refused = await stories.refusedToRegister('2025-03-03', {
        applicants: people(7),
        representatives: [0, 1, 2, 3, 4, 5],
      });
      expect(refused.code).toBe('APPLICATION_NOT_VALID');
      expect(refused.details).toEqual(['representatives']);
    });

    it('代表人须是申请人之一', async () => {
      const refused = await stories.refusedToRegister('2025-03-03', { representatives: [1] });
      expect(refused.details).toEqual(['representatives']);
    });
  });

  describe('委托代理人(第十七条)', () => {
    it('申请人、第三人各可委托一至二名代理人', async () => {
      const story = await stories.register('2025-03-03', {
        thirdParties: [{ name: '江州市某某有限公司', isOrganisation: true }],
        agents: [agent(0), agent(0, '吴法律工作者'), agent(1, '郑律师')],
      });
      const { proceeding } = await partiesOf(story.id);
      expect(proceeding.parties.map(one => one.role).sort()).toEqual(
        ['AGENT', 'AGENT', 'AGENT', 'APPLICANT', 'THIRD_PARTY'].sort(),
      );
    });

    it('为同一申请人委托三名的,不予登记并指明', async () => {
      const agents = [agent(0), agent(0, '吴律师'), agent(0, '郑律师')];
      const refused = await stories.refusedToRegister('2025-03-03', { agents });
      expect(refused.details).toEqual(['agents']);
    });

    it('代理人须写明为谁代理', async () => {
      const refused = await stories.refusedToRegister('2025-03-03', { agents: [agent(3)] });
      expect(refused.details).toEqual(['agents']);
    });
  });

  describe('登记有误', () => {
    it('所有错误一次指明,什么也不写入', async () => {
      const before = await stories.seenBy('handler');
      const refused = await stories.refusedToRegister('2025-03-03', {
        applicants: [],
        act: { name: ' ', madeOn: '2025-03-04' },
        claims: '',
        field: 'NO_SUCH_FIELD',
      });
      expect(refused.code).toBe('APPLICATION_NOT_VALID');
      expect(refused.details).toEqual(['applicants', 'act.name', 'act.madeOn', 'claims', 'field']);
      expect(refused.message.zh).toContain('至少有一名申请人');
      expect(await stories.seenBy('handler')).toBe(before);
    });

    it('收件日期在将来的,拒绝登记', async () => {
      const before = await stories.seenBy('handler');
      stories.today('2025-03-03');
      const refused = await stories.refusedToRegister('2025-03-03', { receivedOn: '2025-03-05' });
      expect(refused.code).toBe('DAY_LIES_IN_THE_FUTURE');
      expect(await stories.seenBy('handler')).toBe(before);
    });

    it('证件号码不可能成立的,指明是谁,什么也不写入', async () => {
      const before = await stories.seenBy('handler');
      const refused = await stories.refusedToRegister('2025-03-03', {
        applicants: [{ name: '张三', identityNumber: '11010519491231002Y' }],
      });
      expect(refused.code).toBe('PARTY_NUMBER_INVALID');
      expect(refused.details).toEqual(['张三']);
      expect(await stories.seenBy('handler')).toBe(before);
    });
  });

  describe('同一登记提交两次', () => {
    it('只登记一件;同一编号用于另一申请的,拒绝', async () => {
      const requestId = randomUUID();
      const story = await stories.register('2025-03-03', { requestId });
      const before = await stories.seenBy('handler');
      expect((await stories.register('2025-03-03', { requestId })).id).toBe(story.id);
      const refused = await stories.refusedToRegister('2025-03-03', { requestId, claims: '确认违法' });
      expect(refused.code).toBe('REQUEST_ID_REUSED');
      expect(await stories.seenBy('handler')).toBe(before);
    });
  });

  it('文字中有无法保存的字符:说明原因,什么也不登记', async () => {
    const made = await stories.refusedToRegister('2025-03-03', { claims: '撤销\u0000该处罚' });
    expect(made).toMatchObject({ code: 'TEXT_NOT_STORABLE' });
  });
});
