import { verifyJournal } from '#persistence';
import type { Principal } from '#identity';
import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { TEST_KEY } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { ended, forkDying, type Ended } from '../support/dying/run.ts';
import type { Death } from '../support/dying/statements.ts';
import { Stories } from '../support/reconsideration/stories.ts';
import type { Story } from '../support/reconsideration/story.ts';

const WRITTEN = `select p.version, p.accepted_on::text as accepted, r.state,
    (select count(*)::int from case_step s where s.proceeding_id = p.id) as steps,
    exists (select from case_clock c where c.proceeding_id = p.id and code = 'RC-12') as clock,
    (select array_agg(action order by seq) from journal j where j.subject_kind = 'PROCEEDING' and j.subject_id = p.id) as journal
  from proceeding p join reconsideration r on r.proceeding_id = p.id where p.id = $1`;
const LEFT = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;

const NOTHING = {
  version: 1,
  accepted: null,
  state: 'RECEIVED',
  steps: 1,
  clock: false,
  journal: ['CASE_REGISTERED'],
};
const EVERYTHING = {
  version: 2,
  accepted: '2025-03-06',
  state: 'ACCEPTED',
  steps: 2,
  clock: true,
  journal: ['CASE_REGISTERED', 'STEP_TAKEN'],
};

describe('a process killed between any two statements of a step', () => {
  let stories: Stories;
  let actor: Principal;
  const sql = <T>(text: string, values: unknown[] = []) => runSql<T>(stories.app.databaseUrl, text, values);

  beforeAll(async () => {
    ensureBuilt();
    stories = await Stories.start({}, false);
    const [row] = await sql<{ accountId: number; organId: number }>(
      `select g.account_id as "accountId", g.organ_id as "organId" from account_grant g join organ o on o.id = g.organ_id
       where g.role = 'HANDLER' and o.code = 'city'`,
    );
    const grants = [{ role: 'HANDLER' as const, organId: row!.organId, withSubordinates: false }];
    actor = { ...row!, name: 'x', grants, via: 'SESSION', only: null, address: null };
  });
  afterAll(() => stories?.stop());

  const written = async ({ id }: Story) => (await sql<Record<string, unknown>>(WRITTEN, [id]))[0]!;

  /** Takes the step in a process that dies. */
  async function dying(story: Story, requestId: string, death: Death): Promise<Ended> {
    const step = { caseId: story.id, requestId, expectedVersion: 1, kind: 'ACCEPT', on: '2025-03-06' };
    const input = {
      actor,
      death,
      today: '2025-03-06',
      step: { ...step, input: { procedure: 'ORDINARY' }, record: {} },
    };
    const { dataDir: DATA_DIR } = stories.app.config;
    const settings = { DATABASE_URL: stories.app.databaseUrl, DATA_DIR, FIELD_KEY: TEST_KEY };
    const end = await ended(forkDying('take-step', input, settings));
    await vi.waitUntil(async () => (await sql<{ n: number }>(LEFT))[0]!.n === 0, { timeout: 10_000 });
    return end;
  }

  async function journalHolds(): Promise<void> {
    const client = new Client(stories.app.databaseUrl);
    await client.connect();
    expect((await verifyJournal(client)).faults).toEqual([]);
    await client.end();
  }

  /** @returns what the process had said when it died: null before it had answered */
  async function once(death: Death): Promise<Ended['said']> {
    const story = await stories.register('2025-03-03');
    expect(await written(story)).toEqual(NOTHING);
    const requestId = randomUUID();
    const { by, said } = await dying(story, requestId, death);
    expect(by).toBe('SIGKILL');
    // of a commit that was sent nobody knows whether it arrived
    const possible = said ? [EVERYTHING] : death.when === 'SENT' ? [NOTHING, EVERYTHING] : [NOTHING];
    expect(possible).toContainEqual(await written(story));
    const again = { requestId, expectedVersion: 1 };
    await story.step('ACCEPT', '2025-03-06', { procedure: 'ORDINARY' }, again);
    expect(await written(story)).toEqual(EVERYTHING);
    return said;
  }

  it(
    'leaves everything or nothing, and sent again the step is taken once',
    { timeout: 300_000 },
    async () => {
      let at = 0;
      let said: Ended['said'] = null;
      while (!said) said = await once({ at: ++at, when: 'BEFORE' });
      expect(said.statements).toBe(at - 1); // it died before each of them, and lived through all of them
      expect(at).toBeGreaterThan(8);
      await once({ at: at - 1, when: 'SENT' }); // the commit
      await journalHolds();
    },
  );
});
