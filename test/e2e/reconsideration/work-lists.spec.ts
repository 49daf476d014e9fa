import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESTING_STATES } from '#schema';
import { bearing, plantAccount } from '../../support/accounts.ts';
import type { ApiClient } from '../../support/client.ts';
import { Assignments } from '../../support/reconsideration/assignments.ts';
import { plantWork, type PlantedCase } from '../../support/reconsideration/planted-work.ts';
import { Stories } from '../../support/reconsideration/stories.ts';

const TODAY = '2025-05-07'; // a Wednesday
const LAST = '2025-08-05';

interface Item {
  id: string;
  dueOn: string | null;
  clock: { code: string; zh: string } | null;
  daysLeft: number | null;
  workingDaysLeft: number | null;
  part: string | null;
}
interface Page {
  nodes: Item[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  confidential: number;
}
const PAGE = `{ nodes { id dueOn clock { code zh } daysLeft workingDaysLeft part } pageInfo { hasNextPage endCursor } confidential }`;

/** By day, those without one last, then by id: as a reader would sort them on paper. */
const byDue = (a: { dueOn: string | null; id: string }, b: { dueOn: string | null; id: string }) =>
  (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || Number(a.id) - Number(b.id);
const isOpen = ({ state }: PlantedCase) => !RESTING_STATES.some(one => one === state);
const tally = <T>(all: readonly T[], key: (one: T) => string) =>
  Object.fromEntries([...Map.groupBy(all, key)].map(([name, some]) => [name, some.length]));

async function pages(client: ApiClient, field: string, args: string, first = 21): Promise<Page[]> {
  const all: Page[] = [];
  for (let after: string | null = null; ;) {
    const cursor: string = after ? `, after: "${after}"` : '';
    const text = `{ it: ${field}(organ: "city", first: ${first}${args}${cursor}) ${PAGE} }`;
    const { it: page }: { it: Page } = await client.ask<{ it: Page }>(text);
    all.push(page);
    if (!page.pageInfo.hasNextPage) return all;
    after = page.pageInfo.endCursor;
  }
}
const idsOf = (all: readonly Page[]) => all.flatMap(page => page.nodes.map(one => one.id));

const monday = (day: string) => {
  const date = new Date(day);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
};

describe('待办、团队和到期: several hundred cases, counted again by hand', () => {
  let stories: Stories;
  let cases: PlantedCase[];
  let city: number;
  let li: ApiClient;
  let liId: number;
  let wangId: number;

  beforeAll(async () => {
    stories = await Stories.start();
    const the = new Assignments(stories);
    const { databaseUrl } = stories.app;
    city = await the.organ('city');
    const at = [{ role: 'HANDLER', organId: city }] as const;
    const [liAccount, wang] = [
      await plantAccount(databaseUrl, at, 'li.si'),
      await plantAccount(databaseUrl, at, 'wang.wu'),
    ];
    [liId, wangId] = [liAccount.id, wang.id];
    li = stories.app.with(bearing(liAccount));
    const organs = [city, await the.organ('elsewhere')];
    const people = [liId, wangId, null, liId, wangId];
    cases = await plantWork(databaseUrl, {
      organs,
      people,
      respondent: await the.organ('police'),
      today: TODAY,
      count: 600,
    });
    // li.si may see the first of the confidential cases
    const named = cases.find(one => one.confidential && one.organId === city && isOpen(one));
    await the.sql('insert into confidential_reader (proceeding_id, account_id) values ($1, $2)', [
      named!.id,
      liId,
    ]);
    stories.today(TODAY);
    seen = one => !one.confidential || one.id === named!.id;
  });
  afterAll(() => stories?.stop());
  let seen: (one: PlantedCase) => boolean;
  const openHere = () => cases.filter(one => one.organId === city && isOpen(one));

  it.each([7, 20, 200])('全机关待办,每页%i件:合起来就是重新清点的清单', async first => {
    const expected = openHere().filter(seen).toSorted(byDue);
    const all = await pages(li, 'workList', ', mine: false', first);
    expect(idsOf(all)).toEqual(expected.map(one => one.id));
    expect(all[0]!.confidential).toBe(openHere().filter(one => !seen(one)).length);
    expect(expected.length).toBeGreaterThan(300);
  });

  it('我的待办:承办和协办的案件,不含他人的', async () => {
    const mine = openHere().filter(one => one.handler === liId || one.second === liId);
    const all = await pages(li, 'workList', '', 20);
    const expected = mine.filter(seen).toSorted(byDue);
    expect(idsOf(all)).toEqual(expected.map(one => one.id));
    const parts = expected.map(one => (one.handler === liId ? 'HANDLER' : 'SECOND'));
    expect(all.flatMap(page => page.nodes.map(one => one.part))).toEqual(parts);
    expect(all[0]!.confidential).toBe(mine.filter(one => !seen(one)).length);
  });

  it('剩余天数和工作日:劳动节调休后;逾期为负', async () => {
    const nodes = (await pages(li, 'workList', ', mine: false', 200)).flatMap(page => page.nodes);
    const at = (due: string) => nodes.find(one => one.dueOn === due)!;
    // Wednesday 7 May to Monday 12 May: Thursday, Friday and Monday
    expect(at('2025-05-12')).toMatchObject({ daysLeft: 5, workingDaysLeft: 3 });
    // Saturday 26 April: the Sunday after it was worked, 1–5 May was the holiday; 27–30 April, 6 and 7 May
    expect(at('2025-04-26')).toMatchObject({ daysLeft: -11, workingDaysLeft: -6 });
    expect(at('2025-05-05')).toMatchObject({ daysLeft: -2, workingDaysLeft: -2 });
    expect(at('2025-05-12').clock).toMatchObject({ code: 'RC-28', zh: expect.stringMatching(/决定/) });
    expect(nodes.at(-1)).toMatchObject({ dueOn: null, clock: null, daysLeft: null });
  });

  /** A line of the team list, counted again. */
  const count = (login: string | null, id: number | null) => {
    const open = openHere().filter(one => one.handler === id);
    const due = open.flatMap(one => one.dueOn ?? []).sort();
    return {
      login,
      open: open.length,
      overdue: due.filter(day => day < TODAY).length,
      dueSoon: due.filter(day => day >= TODAY && day <= '2025-05-14').length,
      nearestDueOn: due[0] ?? null,
      receivedThisYear: cases.filter(
        one => one.organId === city && one.handler === id && one.receivedOn >= '2025-01-01',
      ).length,
    };
  };

  it('团队:未结、逾期、七日内到期、本年收件,保密案件计入', async () => {
    const text = `{ teamList(organ: "city") { members { login open overdue dueSoon nearestDueOn receivedThisYear } } }`;
    const { teamList } = await li.ask<{ teamList: { members: Record<string, unknown>[] } }>(text);
    const nothing = { open: 0, overdue: 0, dueSoon: 0, nearestDueOn: null, receivedThisYear: 0 };
    expect(teamList.members).toEqual([
      count('li.si', liId),
      { login: expect.stringMatching(/^test-/), ...nothing }, // a handler of the organ who has nothing
      count('wang.wu', wangId),
      count(null, null),
    ]);
  });

  /** Clocks of open cases within the window; days that merely go by (RC-31) oblige nobody. */
  const falling = () =>
    openHere().flatMap(one =>
      one.clocks.flatMap(({ code, dueOn }) =>
        dueOn !== null && code !== 'RC-31' && dueOn >= TODAY && dueOn <= LAST
          ? [{ id: one.id, code, dueOn, seen: seen(one) }]
          : [],
      ),
    );
  it('到期预测:九十日内每周、每项期限的件数;没有的周也列出', async () => {
    const text = `{ fallingDue(organ: "city") { from to weeks { week monday count clocks { clock { code } count } } } }`;
    const { fallingDue } = await li.ask<{
      fallingDue: {
        from: string;
        to: string;
        weeks: {
          week: string;
          monday: string;
          count: number;
          clocks: { clock: { code: string }; count: number }[];
        }[];
      };
    }>(text);
    expect([fallingDue.from, fallingDue.to]).toEqual([TODAY, LAST]);
    expect(fallingDue.weeks.map(one => one.week).slice(0, 2)).toEqual(['2025-W19', '2025-W20']);
    expect(fallingDue.weeks).toHaveLength(14);
    const found = Object.fromEntries(
      fallingDue.weeks.flatMap(one => one.clocks.map(c => [`${one.monday} ${c.clock.code}`, c.count])),
    );
    expect(found).toEqual(tally(falling(), one => `${monday(one.dueOn)} ${one.code}`));
    expect(fallingDue.weeks.reduce((sum, one) => sum + one.count, 0)).toBe(falling().length);
  });

  it.each(['2025-05-07', '2025-05-21', '2025-08-05'])('%s那一周的清单就是该周的件数', async day => {
    const due = falling().filter(one => monday(one.dueOn) === monday(day));
    const all = await pages(li, 'fallingDueCases', `, week: "${day}"`, 5);
    const listed = all.flatMap(page => page.nodes.map(one => [one.dueOn, one.id, one.clock!.code]));
    const expected = due
      .filter(one => one.seen)
      .toSorted((a, b) => byDue(a, b) || a.code.localeCompare(b.code));
    expect(listed).toEqual(expected.map(one => [one.dueOn, one.id, one.code]));
    expect(all[0]!.confidential).toBe(due.length - expected.length);
    const one = await pages(li, 'fallingDueCases', `, week: "${day}", clock: "RC-07"`, 5);
    const ofClock = expected.filter(({ code }) => code === 'RC-07');
    expect(idsOf(one)).toEqual(ofClock.map(({ id }) => id));
  });

  it.each([
    ['workList', `{ it: workList(organ: "city", mine: false) { nodes { id } } }`],
    ['teamList', `{ it: teamList(organ: "city") { members { open } } }`],
    ['fallingDue', `{ it: fallingDue(organ: "city") { weeks { count } } }`],
    ['fallingDueCases', `{ it: fallingDueCases(organ: "city", week: "2025-05-07") { nodes { id } } }`],
  ])('%s: 外市承办人和被申请人的联络员看不到', async (_field, text) => {
    for (const who of ['stranger', 'contact'] as const) {
      const { errors } = await stories.people[who].send(text);
      expect(errors?.[0]?.extensions.code).toBe('NOT_IN_SCOPE');
    }
  });

  it('被申请人看得到案件,看不到谁因何被分派', async () => {
    const one = openHere().find(({ confidential }) => !confidential);
    const text = `{ reconsideration(id: "${one!.id}") { id assignments { reason } timeline { at } } }`;
    const sql = `insert into case_assignment (proceeding_id, request_id, part, account_id, reason, version) values ($1, 'x', 'HANDLER', $2, '内部理由', 1)`;
    await new Assignments(stories).sql(sql, [one!.id, liId]);
    const step = `insert into case_step (proceeding_id, event_id, kind, happened_on, input, record, version)
      values ($1, 'x', 'RECEIVE', '2025-05-01', '{}', '{}', 1)`;
    await new Assignments(stories).sql(step, [one!.id]);
    const seenBy = async (client: ApiClient) =>
      (await client.ask<{ reconsideration: { assignments: object[] } }>(text)).reconsideration.assignments;
    expect(await seenBy(stories.people.contact)).toEqual([]);
    expect(await seenBy(li)).toEqual([{ reason: '内部理由' }]);
  });

  it.each([
    'x',
    Buffer.from('2025-13-01|1|').toString('base64url'),
    Buffer.from('2025-05-01|1').toString('base64url'),
  ])('翻页位置 %s 无效', async after => {
    const { errors } = await li.send(`{ workList(organ: "city", after: "${after}") { nodes { id } } }`);
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });
});
