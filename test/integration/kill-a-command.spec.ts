import { verifyJournal } from '#persistence';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureBuilt } from '../../scripts/build.mjs';
import { TEST_KEY } from '../support/app.ts';
import { runSql } from '../support/database.ts';
import { COMMANDS, run, type CommandName } from '../support/dying/commands.ts';
import { Preparations, TODAY, type Prepared } from '../support/dying/prepared.ts';
import { ended, forkDying } from '../support/dying/run.ts';
import type { Stop } from '../support/dying/together.ts';
import { Stories } from '../support/reconsideration/stories.ts';

const LEFT = `select count(*)::int as n from pg_stat_activity
  where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;
const NUMBERS = `select (regexp_match(number, '(\\d+)号'))[1]::int as n from letter where kind = 'ACCEPTANCE_NOTICE' order by 1`;
const NAMES = Object.keys(COMMANDS) as CommandName[];

type Each<T> = Partial<Record<CommandName, T>>;

describe('a process killed between any two statements of a command', () => {
  let stories: Stories;
  let preparations: Preparations;
  /** What a command finds, and what it leaves when nobody kills it. */
  const untouched: Each<unknown> = {};
  const whole: Each<unknown> = {};
  const statements: Each<number> = {};
  const sql = <T>(text: string) => runSql<T>(stories.app.databaseUrl, text);

  beforeAll(async () => {
    ensureBuilt();
    stories = await Stories.start({}, false);
    preparations = await Preparations.start(stories);
    for (const name of NAMES) {
      const command = await preparations.prepare(name);
      untouched[name] = await command.written();
      await run(stories.app.app, command);
      whole[name] = await command.written();
    }
  });
  afterAll(() => stories?.stop());

  /** Runs the commands in one process that dies when each is where it is to stop. @returns those that were done before */
  async function dying(commands: readonly Prepared[], stop: (name: CommandName) => Stop) {
    const stopping = commands.map(one => [one.name, { ...one, stop: stop(one.name) }]);
    const input = { today: TODAY, commands: Object.fromEntries(stopping) as object };
    const { dataDir: DATA_DIR } = stories.app.config;
    const settings = { DATABASE_URL: stories.app.databaseUrl, DATA_DIR, FIELD_KEY: TEST_KEY };
    const { by, said } = await ended(forkDying('die', input, settings));
    expect(by).toBe('SIGKILL');
    await vi.waitUntil(async () => (await sql<{ n: number }>(LEFT))[0]!.n === 0, { timeout: 10_000 });
    return said!.done as Each<number>;
  }

  async function prepared(names: readonly CommandName[]): Promise<Prepared[]> {
    const all: Prepared[] = [];
    for (const name of names) all.push(await preparations.prepare(name));
    return all;
  }

  async function again(command: Prepared): Promise<void> {
    await run(stories.app.app, command);
    expect([command.name, await command.written()]).toEqual([command.name, whole[command.name]]);
  }

  it('every command changes what is looked at', () => {
    for (const name of NAMES) expect(whole[name]).not.toEqual(untouched[name]);
  });

  it(
    'leaves nothing of it; sent again, with the same request id, it is done once',
    { timeout: 300_000 },
    async () => {
      for (let at = 1; NAMES.some(name => !statements[name]); at++) {
        const commands = await prepared(NAMES.filter(name => !statements[name]));
        const done = await dying(commands, () => ({ at, when: 'BEFORE' }));
        for (const command of commands) {
          const { name } = command;
          const isDone = done[name] !== undefined;
          if (isDone) statements[name] = done[name]!;
          expect([name, at, await command.written()]).toEqual([
            name,
            at,
            isDone ? whole[name] : untouched[name],
          ]);
          await again(command);
        }
      }
      // each died before every one of its statements, and lived through all of them once
      expect(NAMES.filter(name => statements[name]! <= 5)).toEqual([]);
    },
  );

  it('with the commit sent, all of it or nothing; sent again it is done once', async () => {
    const commands = await prepared(NAMES);
    await dying(commands, name => ({ at: statements[name]!, when: 'SENT' }));
    for (const command of commands) {
      expect([untouched[command.name], whole[command.name]]).toContainEqual(await command.written());
      await again(command);
    }
  });

  it('letters of the killed took no number, and the journal holds', async () => {
    const numbers = (await sql<{ n: number }>(NUMBERS)).map(one => one.n);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const client = new Client(stories.app.databaseUrl);
    await client.connect();
    expect((await verifyJournal(client)).faults).toEqual([]);
    await client.end();
  });
});
