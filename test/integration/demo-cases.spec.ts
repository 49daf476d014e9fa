import { DemoPersonas } from '#casework';
import { WallClock } from '#persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playCases } from '../../apps/api/src/demo-cases.ts';
import { DEMO_STORIES } from '../../apps/api/src/demo-stories.ts';
import { TestApp } from '../support/app.ts';

const BY = { system: 'demo', onBehalfOf: null };
const CASES = `{ proceedings(first: 100, register: RECONSIDERATION) { nodes { id } } }`;
const ONE = `query ($id: ID!) { reconsideration(id: $id) { state { code } clocks { code status } steps { takenBack }
  proceeding { organ { code } outcome { code } } } }`;

interface Case {
  state: { code: string };
  clocks: { code: string; status: string }[];
  steps: { takenBack: boolean }[];
  proceeding: { organ: { code: string }; outcome: { code: string } | null };
}

const TODAY = new Date().toISOString().slice(0, 10);

// a plain week, one after the Spring Festival, one after the National Day, and whatever day it is
describe.each(['2026-06-17', '2026-02-25', '2026-10-12', TODAY])('demo cases on %s', day => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.app.get(WallClock).now = () => new Date(`${day}T04:00:00Z`);
    await app.app.get(DemoPersonas).execute();
    await playCases(app.app, BY);
  });
  afterAll(() => app?.stop());

  async function cases(): Promise<Case[]> {
    const { proceedings } = await app.ask<{ proceedings: { nodes: { id: string }[] } }>(CASES);
    return Promise.all(
      proceedings.nodes.map(
        async ({ id }) => (await app.ask<{ reconsideration: Case }>(ONE, { id })).reconsideration,
      ),
    );
  }

  it('stand in many states, with clocks that run and that have run out; none was corrected afterwards', async () => {
    const found = await cases();
    expect(found).toHaveLength(DEMO_STORIES.length);
    expect(new Set(found.map(one => one.state.code))).toEqual(
      new Set(
        `RECEIVED CORRECTION_PENDING ABANDONED REFUSED TRANSFERRED ACCEPTED REPLY_PENDING IN_REVIEW DECISION_PENDING SUSPENDED MEDIATED
        TERMINATED EFFECTIVE CLOSED`.split(/\s+/),
      ),
    );
    const statuses = new Set(found.flatMap(one => one.clocks.map(clock => clock.status)));
    for (const status of ['RUNNING', 'STOPPED', 'OVERDUE', 'MET', 'LAPSED'])
      expect(statuses).toContain(status);
    expect(found.flatMap(one => one.steps).filter(one => one.takenBack)).toEqual([]);
  });

  it('withdrawn, settled, and handed on to the county, which hears it', async () => {
    const found = await cases();
    const outcomes = found.map(one => one.proceeding.outcome?.code);
    for (const outcome of ['WITHDRAWN', 'SETTLED', 'REFERRED']) expect(outcomes).toContain(outcome);
    const county = found.filter(one => one.proceeding.organ.code === 'jiangdong');
    expect(county.map(one => one.state.code)).toEqual(['IN_REVIEW']);
  });

  it('played again they are the same; the day is the real one again', async () => {
    await playCases(app.app, BY);
    expect(await cases()).toHaveLength(DEMO_STORIES.length);
    expect(app.app.get(WallClock).now().toISOString()).toBe(`${day}T04:00:00.000Z`);
  });
});
