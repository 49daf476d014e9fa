import { CLOCK, DemoTime, WallClock, type Clock } from '#persistence';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TestApp } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { Stories } from '../support/reconsideration/stories.ts';
import { remindersFor } from '../support/reconsideration/deadlines.ts';

interface Moved {
  today?: string;
  cases?: string[];
  code?: string;
}

const ANSWER = '{ ... on TimeMoved { today cases } ... on Refusal { code } }';
const advance = async (stories: Stories, days: number) =>
  (await stories.people.handler.ask<{ it: Moved }>(`mutation { it: advanceTime(days: ${days}) ${ANSWER} }`))
    .it;
const reset = async (stories: Stories) =>
  (await stories.people.handler.ask<{ it: Moved }>(`mutation { it: resetTime ${ANSWER} }`)).it;
const today = async (stories: Stories) =>
  (await stories.people.handler.ask<{ today: object }>('{ today { day ahead } }')).today;

describe('the day can be moved in the demo', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await Stories.start({ DEMO: 'on' });
  });
  afterAll(() => stories?.stop());

  it('days go by: silence has its effect, and what it starts is brought to mind', async () => {
    const story = await stories.register('2025-03-03');
    expect(await today(stories)).toEqual({ day: '2025-03-03', ahead: 0 });
    expect(await advance(stories, 7)).toEqual({ today: '2025-03-10', cases: [] });
    expect(await advance(stories, 1)).toEqual({ today: '2025-03-11', cases: [story.id] });
    expect(await today(stories)).toEqual({ day: '2025-03-11', ahead: 8 });
    expect((await story.read()).state.code).toBe('ACCEPTED');
    await advance(stories, 3);
    expect(await remindersFor(stories, story.id)).toContain('SOON RC-12 2025-03-19');
  });

  it('sessions and tokens keep the real time', () => {
    expect(stories.app.app.get(WallClock).now().toISOString()).toBe('2025-03-03T04:00:00.000Z');
  });

  it('a restart keeps the day, and another process is told', async () => {
    const other = await TestApp.beside(stories.app);
    try {
      other.get(WallClock).now = () => new Date('2025-03-03T04:00:00Z');
      const day = () => other.get<Clock>(CLOCK)();
      expect(day()).toBe('2025-03-14');
      await advance(stories, 2);
      await vi.waitFor(() => expect(day()).toBe('2025-03-16'), { timeout: 5000 });
    } finally {
      await other.close();
    }
  });

  it('back to the real day: what silence did in days to come falls away', async () => {
    const answer = await reset(stories);
    expect(answer).toMatchObject({ today: '2025-03-03', cases: [expect.any(String)] });
    const text = `{ reconsideration(id: "${answer.cases![0]}") { state { code } steps { kind takenBack } } }`;
    expect(await stories.people.handler.ask(text)).toEqual({
      reconsideration: {
        state: { code: 'RECEIVED' },
        steps: [
          { kind: 'RECEIVE', takenBack: false },
          { kind: 'ACCEPT', takenBack: true },
          { kind: 'TAKE_BACK', takenBack: false },
        ],
      },
    });
  });

  it('a case registered on a day that was left again waits for it', async () => {
    await advance(stories, 20);
    const text = `mutation { it: registerApplication(input: { requestId: "ahead", organ: "city", receivedOn: "2025-03-23", channel: PAPER,
      applicants: [{ name: "张三" }], respondent: "police", act: { name: "处罚决定" }, claims: "撤销" }) {
      ... on ReconsiderationCase { id state { code } } ... on Refusal { code } } }`;
    const { it: made } = await stories.people.handler.ask<{ it: { id: string } }>(text);
    expect(made).toMatchObject({ state: { code: 'RECEIVED' } });
    expect((await reset(stories)).today).toBe('2025-03-03');
    const clocks = `{ reconsideration(id: "${made.id}") { state { code } clocks { code } } }`;
    const seen = await stories.people.handler.ask(clocks);
    expect(seen).toEqual({ reconsideration: { state: { code: 'RECEIVED' }, clocks: [] } });
    expect((await advance(stories, 28)).cases).toContain(made.id);
    await reset(stories);
  });

  it.each([0, -1, 367])('%i days are refused', async days => {
    expect(await advance(stories, days)).toEqual({ code: 'TOO_FAR_AHEAD' });
  });

  it('ten years are the most', async () => {
    const sql = 'update demo_time set days = 3650';
    await runSql(stories.app.databaseUrl, sql);
    expect(await advance(stories, 1)).toEqual({ code: 'TOO_FAR_AHEAD' });
    await reset(stories);
  });
});

describe('outside of the demo', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await Stories.start();
  });
  afterAll(() => stories?.stop());

  it('the day is refused to move, and nothing is written', async () => {
    expect(await advance(stories, 1)).toEqual({ code: 'ONLY_IN_THE_DEMO' });
    expect(await reset(stories)).toEqual({ code: 'ONLY_IN_THE_DEMO' });
    expect(await runSql(stories.app.databaseUrl, 'select * from demo_time')).toEqual([]);
  });

  it('a row that stands there all the same moves nothing', async () => {
    await runSql(stories.app.databaseUrl, 'insert into demo_time (id, days) values (1, 30)');
    await stories.app.app.get(DemoTime).refresh();
    stories.today('2025-03-03');
    expect(await today(stories)).toEqual({ day: '2025-03-03', ahead: 0 });
  });
});
