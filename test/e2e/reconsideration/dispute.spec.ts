import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stories } from '../../support/reconsideration/stories.ts';
import { Story } from '../../support/reconsideration/story.ts';

const CHAIN = 'query ($id: ID!) { reconsideration(id: $id) { dispute chain { id } } }';

describe('争议与程序链', () => {
  let stories: Stories;
  let first: Story;
  let dispute: string;
  beforeAll(async () => {
    stories = await Stories.start();
    first = await stories.register('2025-03-03');
    const { reconsideration } = await stories.people.handler.ask<{ reconsideration: { dispute: string } }>(
      CHAIN,
      {
        id: first.id,
      },
    );
    dispute = reconsideration.dispute;
  });
  afterAll(() => stories?.stop());

  it('同一争议的另一件案件登记在同一条程序链上', async () => {
    const second = await stories.register('2025-03-04', { dispute, applicants: [{ name: '李四' }] });
    const { reconsideration } = await stories.people.handler.ask<{
      reconsideration: { chain: { id: string }[] };
    }>(CHAIN, { id: first.id });
    expect(reconsideration.chain.map(one => one.id)).toEqual([first.id, second.id]);
  });

  it('不能把案件登记到看不到的争议上', async () => {
    const elsewhere = {
      requestId: 'elsewhere',
      organ: 'elsewhere',
      receivedOn: '2025-03-04',
      channel: 'MAIL',
      applicants: [{ name: '王五' }],
      respondent: 'elsewhere',
      act: { name: '行政处罚决定' },
      claims: '撤销',
      dispute,
    };
    const text = `mutation ($input: RegisterApplicationArgs!) { registerApplication(input: $input) {
      __typename ... on Refusal { code } } }`;
    const { registerApplication } = await stories.people.stranger.ask<{ registerApplication: object }>(text, {
      input: elsewhere,
    });
    expect(registerApplication).toEqual({ __typename: 'Refusal', code: 'DISPUTE_UNKNOWN' });
  });
});
