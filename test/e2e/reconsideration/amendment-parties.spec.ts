import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Amendments } from '../../support/reconsideration/amendments.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectRule } from '../../support/reconsideration/story.ts';

const HOME = '江州市江东区府前路1号2栋301室';
const MOVED = '江州市江东区河滨路88号5栋602室';

const last = <T>(list: readonly T[]): T => list.at(-1)!;

describe('更正登记:当事人、代表人和代理人', () => {
  let stories: Stories;
  let the: Amendments;
  beforeAll(async () => {
    stories = await Stories.start();
    the = new Amendments(stories);
  });
  afterAll(() => stories?.stop());

  const register = (more: object = {}) =>
    stories.register('2025-03-03', { applicants: [{ name: '张三', address: HOME }], ...more });

  it('登记时遗漏的申请人,决定以前可以增列', async () => {
    const story = await register();
    await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' });
    const found = await the.done(story, { addApplicants: [{ name: '李四', address: HOME }] });
    expect(found.proceeding).toMatchObject({
      applicants: 2,
      parties: [{ name: '张三' }, { name: '李四' }],
    });
    await story.step('SEND_COPY', '2025-03-07');
    await story.step('COPY_SERVED', '2025-03-07');
    await story.step('REPLY', '2025-03-10');
    await story.upToEffect('2025-04-01', '2025-04-02', '2025-04-03', { outcome: 'UPHOLD' });
    const late = await the.refused(story, { addApplicants: [{ name: '王五' }] });
    expectRule(late, 'APPLICANTS_ARE_ADDED_BEFORE_THE_DECISION', '第十四条第一款');
    expect((await the.refused(story, { claims: '确认违法' })).code).toBe(
      'CLAIMS_ARE_VARIED_BEFORE_THE_DECISION',
    );
    const party = await the.party(story, '李四');
    const moved = await the.done(story, { parties: [{ party, address: MOVED }] });
    expect(moved.state.code).toBe('EFFECTIVE');
  });

  it('代表人变更复议请求,须经被代表的申请人同意(第十五条第二款)', async () => {
    const applicants = [{ name: '甲某' }, { name: '乙某' }];
    const story = await register({ applicants, representatives: [0] });
    const varied = { claims: '确认该行政处罚决定违法' };
    expectRule(await the.refused(story, varied), 'THE_REPRESENTED_AGREE_TO_VARIED_CLAIMS', '第十五条第二款');
    const found = await the.done(story, { ...varied, claimsConsented: true });
    expect(found.claims).toBe(varied.claims);
    expect(last(found.timeline).text.zh).toBe(
      '2025-03-03 更正登记:复议请求(已填明被代表的申请人同意变更,或者系其自行变更、更正笔误)。理由:申请人来电更正',
    );
    expect(last(found.steps).record).toMatchObject({ claimsConsented: true });
    const other = await the.done(story, { representatives: [await the.party(story, '乙某')] });
    expect(other.proceeding.parties.map(one => one.role)).toEqual(['APPLICANT', 'REPRESENTATIVE']);
    const nobody = await the.done(story, { representatives: [] });
    expect(nobody.proceeding.parties.map(one => one.role)).toEqual(['APPLICANT', 'APPLICANT']);
    await the.done(story, { claims: '撤销该行政处罚决定' });
  });

  it('只更正事实和理由,无须被代表的申请人同意', async () => {
    const applicants = [{ name: '甲某' }, { name: '乙某' }];
    const story = await register({ applicants, representatives: [0] });
    const found = await the.done(story, { grounds: '处罚过重' });
    expect(found.grounds).toBe('处罚过重');
  });

  it('同时取消或者推选代表人的,变更复议请求仍须经被代表的申请人同意', async () => {
    const story = await register({
      applicants: [{ name: '甲某' }, { name: '乙某' }],
      representatives: [0],
    });
    const varied = { claims: '确认该行政处罚决定违法' };
    const none = await the.refused(story, { ...varied, representatives: [] });
    expect(none.code).toBe('THE_REPRESENTED_AGREE_TO_VARIED_CLAIMS');
    const nobody = await register({ applicants: [{ name: '甲某' }, { name: '乙某' }] });
    const chosen = [await the.party(nobody, '甲某')];
    const one = await the.refused(nobody, { ...varied, representatives: chosen });
    expect(one.code).toBe('THE_REPRESENTED_AGREE_TO_VARIED_CLAIMS');
  });

  it('新委托、解除委托代理人;每方至多二名(第十七条)', async () => {
    const story = await register({ agents: [{ name: '周律师', represents: 0 }] });
    const represents = await the.party(story, '张三');
    const agent = (name: string) => ({ name, represents });
    const three = await the.refused(story, { addAgents: [agent('吴律师'), agent('郑律师')] });
    expect(three).toMatchObject({ code: 'APPLICATION_NOT_VALID', details: ['agents'] });
    const found = await the.done(story, {
      addAgents: [agent('吴律师'), agent('郑律师')],
      endAgents: [await the.party(story, '周律师')],
    });
    expect(found.proceeding.parties.map(one => [one.role, one.name, one.represents])).toEqual([
      ['APPLICANT', '张三', null],
      ['AGENT', '吴律师', represents],
      ['AGENT', '郑律师', represents],
    ]);
    expect((await the.refused(story, { endAgents: [represents] })).code).toBe('PARTY_UNKNOWN');
  });
});
