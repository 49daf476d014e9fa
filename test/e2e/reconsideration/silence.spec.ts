import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runSql } from '../../support/database.ts';
import { beginDay, recordNow, remindersFor, remindersOf } from '../../support/reconsideration/deadlines.ts';
import { Stories } from '../../support/reconsideration/stories.ts';
import { dueOf, statusOf, type Story, type TheCase } from '../../support/reconsideration/story.ts';

const deemed = ({ steps }: TheCase) =>
  steps
    .filter(one => one.deemed && !one.takenBack && one.kind !== 'TAKE_BACK')
    .map(one => `${one.on} ${one.kind}`);

describe('期限届满,法律自己说话', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await Stories.start();
    stories.foresees = true;
  });
  afterAll(() => stories?.stop());

  describe('五个工作日内不表态,视为受理(30(3))', () => {
    let story: Story;
    beforeAll(async () => {
      story = await stories.register('2025-03-03');
    });

    it('届满当日仍可审查,没有可登记的', async () => {
      expect(await recordNow(stories, '2025-03-10')).toEqual([]);
      expect(deemed(await story.read('2025-03-10'))).toEqual([]);
    });

    it('次日登记:自届满之日起视为受理,附依据,无人经手', async () => {
      expect(await recordNow(stories, '2025-03-11')).toEqual([story.id]);
      const found = await story.read();
      expect(found).toMatchObject({ version: 2, state: { code: 'ACCEPTED' } });
      expect(found.proceeding.acceptedOn).toBe('2025-03-10');
      expect(deemed(found)).toEqual(['2025-03-10 ACCEPT']);
      const told = found.timeline.at(-1)!;
      expect(told.by).toBeNull();
      expect(told.text.zh).toBe('2025-03-10 依法视为:受理。');
      expect(told.basis.map(one => one.zh).join()).toContain('第三十条');
    });

    it('由此开始的职责立即提醒承办人:七个工作日内发送副本', async () => {
      expect(dueOf(await story.read(), 'RC-12')).toBe('2025-03-19');
      await vi.waitFor(
        async () => expect(await remindersFor(stories, story.id)).toContain('BEGUN RC-12 2025-03-19'),
        { timeout: 10_000 },
      );
    });

    it('再运行一次、两次同时运行,都不再登记', async () => {
      expect(await recordNow(stories, '2025-03-11')).toEqual([]);
      const both = await Promise.all([recordNow(stories, '2025-03-12'), recordNow(stories, '2025-03-12')]);
      expect(both).toEqual([[], []]);
      expect((await story.read()).version).toBe(2);
    });

    it('届满前三个工作日、当日、逾期各提醒一次,办妥即消失', async () => {
      await beginDay(stories, '2025-03-13');
      await stillBegun();
      await remind(story, '2025-03-14', 'SOON RC-12 2025-03-19');
      await remind(story, '2025-03-19', 'TODAY RC-12 2025-03-19');
      await remind(story, '2025-03-20', 'OVERDUE RC-12 2025-03-19');
      await remind(story, '2025-03-21', 'OVERDUE RC-12 2025-03-19');
      const sql = `select kind, count(*)::int as n from reminder where proceeding_id = $1 and code = 'RC-12' group by kind order by kind`;
      expect(await runSql(stories.app.databaseUrl, sql, [story.id])).toEqual(
        ['BEGUN', 'OVERDUE', 'SOON', 'TODAY'].map(kind => ({ kind, n: 1 })),
      );
      await story.step('SEND_COPY', '2025-03-18', {}, { today: '2025-03-21' });
      expect((await remindersFor(stories, story.id)).filter(one => one.includes('RC-12'))).toEqual([]);
    });

    const stillBegun = async () =>
      expect(await remindersFor(stories, story.id)).toContain('BEGUN RC-12 2025-03-19');
  });

  it('两个进程同时登记同一批案件:每件一次', async () => {
    const cases = [];
    for (let i = 0; i < 5; i++) cases.push((await stories.register('2025-04-01')).id);
    const [one, other] = (await Promise.all([
      recordNow(stories, '2025-04-11'),
      recordNow(stories, '2025-04-11', 'approver'),
    ])) as [string[], string[]];
    expect([...one, ...other].sort()).toEqual(cases.toSorted());
    const sql = `select count(*)::int as n from case_step where deemed and proceeding_id = any($1::bigint[])`;
    expect(await runSql(stories.app.databaseUrl, sql, [cases])).toEqual([{ n: 5 }]);
  });

  it('逾期不补正,视为放弃申请(31(2))', async () => {
    const story = await stories.register('2025-05-06');
    const noticed = await story.step('NOTICE_CORRECTION', '2025-05-08');
    const due = dueOf(noticed, 'RC-10')!;
    expect(await recordNow(stories, due)).toEqual([]);
    expect(await recordNow(stories, nextDay(due))).toEqual([story.id]);
    const found = await story.read();
    expect(found.state.code).toBe('ABANDONED');
    expect(deemed(found)).toEqual([`${nextDay(due)} ABANDON`]);
    expect(found.proceeding.outcome?.code).toBe('SETTLED_BEFORE_ACCEPTANCE');
    expect(
      found.timeline
        .at(-1)!
        .basis.map(one => one.zh)
        .join(),
    ).toContain('第三十一条');
  });

  describe('被申请人逾期不答复(70)', () => {
    let story: Story;
    let due: string;

    it('期满次日登记为无证据,案件进入审理', async () => {
      story = await stories.register('2025-06-03');
      await story.step('ACCEPT', '2025-06-05', { procedure: 'ORDINARY' });
      await story.step('SEND_COPY', '2025-06-06');
      due = dueOf(await story.step('COPY_SERVED', '2025-06-09'), 'RS-01')!;
      expect(await recordNow(stories, nextDay(due))).toEqual([story.id]);
      const found = await story.read();
      expect(found.state.code).toBe('IN_REVIEW');
      expect(deemed(found)).toEqual([`${nextDay(due)} NO_REPLY`]);
      expect(statusOf(found, 'RS-01')).toBe('LAPSED');
      expect(
        found.timeline
          .at(-1)!
          .basis.map(one => one.zh)
          .join(),
      ).toContain('第七十条');
    });

    it('后来补录期内收到的答复:视为事项消失,留有记录', async () => {
      const found = await story.step('REPLY', due, {}, { today: nextDay(nextDay(due)) });
      expect(deemed(found)).toEqual([]);
      expect(found.state.code).toBe('IN_REVIEW');
      expect(statusOf(found, 'RS-01')).toBe('MET');
      const gone = found.steps.filter(one => one.kind === 'TAKE_BACK');
      expect(gone.map(one => one.deemed)).toEqual([true]);
      const sql = `select action from journal where subject_kind = 'PROCEEDING' and subject_id = $1 order by seq desc limit 1`;
      expect(await runSql(stories.app.databaseUrl, sql, [story.id])).toEqual([
        { action: 'DEEMED_STEP_FELL_AWAY' },
      ]);
    });
  });

  it('外机关人员不能代为登记', async () => {
    expect(await recordNow(stories, '2025-12-01', 'stranger')).toBe('NOT_IN_SCOPE');
  });

  it('提醒分页,点“知道了”后不再出现;别人的提醒点不掉', async () => {
    const story = await stories.register('2025-08-04');
    await recordNow(stories, '2025-08-12');
    await vi.waitFor(async () => expect(await remindersFor(stories, story.id)).not.toEqual([]), {
      timeout: 10_000,
    });
    const { nodes, pageInfo } = await remindersOf(stories, 'handler', 1);
    expect([nodes.length, pageInfo.hasNextPage]).toEqual([1, true]);
    const next = await remindersOf(stories, 'handler', 1, pageInfo.endCursor!);
    expect(next.nodes[0]!.id).not.toBe(nodes[0]!.id);
    expect(await dismiss('approver', nodes[0]!.id)).toBe('REMINDER_UNKNOWN');
    expect(await dismiss('handler', nodes[0]!.id)).toBeUndefined();
    expect(await dismiss('handler', nodes[0]!.id)).toBeUndefined();
    const left = await remindersOf(stories, 'handler');
    expect(left.nodes.map(one => one.id)).not.toContain(nodes[0]!.id);
  });

  it('仅因时间经过而开始的期限:不动版本,不记日志', async () => {
    const story = await stories.register('2025-09-01');
    await story.upToReview('2025-09-03', '2025-09-05', '2025-09-08');
    await story.step('HEAR_OPINIONS', '2025-09-10', { manner: '电话', heard: '张三' });
    await story.step('SUBMIT', '2025-09-12');
    await story.step('DECIDE', '2025-09-15', { outcome: 'CHANGE' });
    const served = await story.step('SERVE', '2025-09-17');
    const suit = dueOf(served, 'RC-35')!;
    const kept = async () =>
      (
        await runSql<{ codes: string[]; version: number; settled: string }>(
          stories.app.databaseUrl,
          `select array_agg(c.code order by c.code) as codes, p.version, r.settled_on::text as settled
           from case_clock c join proceeding p on p.id = c.proceeding_id join reconsideration r using (proceeding_id)
           where c.proceeding_id = $1 group by p.version, r.settled_on`,
          [story.id],
        )
      )[0]!;
    const before = await kept();
    expect(before.codes).not.toContain('RC-39');
    expect(await recordNow(stories, nextDay(suit))).toEqual([]);
    const after = await kept();
    expect(after).toEqual({
      codes: expect.arrayContaining(['RC-39']),
      version: before.version,
      settled: nextDay(suit),
    });
    expect((await story.read()).timeline).toHaveLength(served.timeline.length);
  });

  it('期限延长后,按原届满日发出的提醒作废,按新届满日另行提醒', async () => {
    const story = await stories.register('2025-10-13');
    await story.upToReview('2025-10-15', '2025-10-17', '2025-10-20');
    const due = dueOf(await story.read(), 'RC-28')!;
    await remind(story, '2025-12-11', `SOON RC-28 ${due}`);
    const extended = await story.step('EXTEND_DECISION', '2025-12-12', {
      days: 30,
      approvedBy: 'OFFICE_HEAD',
    });
    const moved = dueOf(extended, 'RC-28')!;
    expect(moved > due).toBe(true);
    expect(await remindersFor(stories, story.id)).not.toContain(`SOON RC-28 ${due}`);
    await remind(story, moved, `TODAY RC-28 ${moved}`);
  });

  /** The jobs of a day are handed on over an hour; the test lets the hour go by at once. */
  async function remind({ id }: Story, day: string, wanted: string): Promise<void> {
    await beginDay(stories, day);
    await runSql(stories.app.databaseUrl, 'update outbox set not_before = now() where relayed_at is null');
    await vi.waitFor(async () => expect(await remindersFor(stories, id)).toContain(wanted), {
      timeout: 15_000,
    });
  }

  async function dismiss(who: 'handler' | 'approver', id: string): Promise<string | undefined> {
    const text = `mutation ($id: ID!) { it: dismissReminder(id: $id) { ... on Refusal { code } } }`;
    return (await stories.people[who].ask<{ it: { code?: string } }>(text, { id })).it.code;
  }
});

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
