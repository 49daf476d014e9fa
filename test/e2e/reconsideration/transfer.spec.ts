import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { expectDue, expectRule, expectStatus, type Story } from '../../support/reconsideration/story.ts';

describe('两个机关之间的转送(第二十四条、第三十条第二款)', () => {
  let stories: Stories;
  let story: Story;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  it('对江东县公安局的处罚向江州市人民政府申请;须写明转送的机关', async () => {
    story = await stories.register('2025-03-03', { respondent: 'county-police' });
    const refused = await story.refused('TRANSFER', '2025-03-05');
    expectRule(refused, 'INPUT_MISSING', '第三十条第二款');
    expect(refused.details).toEqual(['competentOrgan']);
  });

  it('2025-03-05转送江东县人民政府,本机关审查期限终结', async () => {
    const found = await story.step('TRANSFER', '2025-03-05', { competentOrgan: '江东县人民政府' });
    expect(found.state.code).toBe('TRANSFERRED');
    expectStatus(found, { 'RC-07': 'MET' });
    const closed = { acceptedOn: null, closedOn: '2025-03-05', outcome: { code: 'REFERRED' } };
    expect(found.proceeding).toMatchObject(closed);
  });

  it('转送后不再视为受理', async () => {
    expect((await story.read('2025-03-11')).state.code).toBe('TRANSFERRED');
  });

  it('江东县人民政府2025-03-07收到,审查期限自其收到起算:2025-03-14届满', async () => {
    const input = { organ: 'county', respondent: 'county-police', channel: 'TRANSFERRED' };
    const received = await stories.register('2025-03-07', input, 'county');
    expectDue(await received.read(), { 'RC-07': '2025-03-14' });
    const found = await received.step('ACCEPT', '2025-03-12', { procedure: 'ORDINARY' });
    expectDue(found, { 'RC-28': '2025-05-12' });
  });

  it('市政府承办人不能办理县政府的案件', async () => {
    const input = { organ: 'county', respondent: 'county-police', channel: 'TRANSFERRED' };
    const received = await stories.register('2025-03-07', input, 'county');
    const refused = await received.refused(
      'ACCEPT',
      '2025-03-12',
      { procedure: 'ORDINARY' },
      { by: 'handler' },
    );
    expect(refused.code).toBe('CASE_UNKNOWN');
  });

  it('期限已过、视为受理的,不得再转送(第三十条第三款)', async () => {
    const late = await stories.register('2025-03-03', { respondent: 'county-police' });
    const refused = await late.refused('TRANSFER', '2025-03-11', { competentOrgan: '江东县人民政府' });
    expectRule(refused, 'REVIEW_PERIOD_HAS_RUN_OUT', '第三十条第三款');
  });
});
