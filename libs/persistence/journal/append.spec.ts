import { INSTALLATION, type Actor, type JournalEntry, type Principal } from '#identity';
import { ormConfig } from '#schema/mikro-orm.config';
import { createDatabase, type TestDatabase } from '#test/support/database';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendToJournal } from './append.ts';

const SYSTEM: Actor = { system: 'import', onBehalfOf: null };
const CLERK: Principal = {
  accountId: 4,
  name: '王五',
  organId: 1,
  grants: [],
  via: 'SESSION',
  only: null,
  address: '192.0.2.7',
};
const of = (id: number, details: object = {}): JournalEntry => ({
  subject: { kind: 'ORGAN', id },
  action: 'MAPPING_SAVED',
  organId: id,
  details: details as Record<string, unknown>,
});

const nothing = (): void => undefined;

describe('the journal', () => {
  let database: TestDatabase;
  let pool: Pool;
  let orm: MikroORM;

  beforeAll(async () => {
    database = await createDatabase();
    pool = new Pool({ connectionString: database.url, max: 12 });
    // the database may be dropped before the last connections of the pool have closed
    pool.on('error', nothing).on('connect', client => client.on('error', nothing));
    orm = await MikroORM.init({ ...ormConfig(database.url), logger: () => undefined });
  });

  afterAll(async () => {
    await orm.close();
    await pool.end();
    await database.drop();
  });

  async function transaction(work: (client: Client) => Promise<unknown>, end = 'commit'): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await work(client as unknown as Client);
      await client.query(end);
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
  const rowsOf = async (id: number) =>
    (await pool.query('select * from journal where subject_id = $1 order by seq', [id])).rows;

  it('keeps who, what and from where, whichever connection the work uses', async () => {
    const evil = { text: "it's ? $1 \\ 案卷\0", n: 1.5, none: undefined };
    await transaction(client => appendToJournal(client, CLERK, [of(1, evil)]));
    await orm.em.fork().transactional(em => appendToJournal(em, SYSTEM, [of(1, evil), of(1)]));
    const [first, second, third] = await rowsOf(1);
    expect(first).toMatchObject({ account_id: 4, via: 'SESSION', system: null, address: '192.0.2.7' });
    expect(second).toMatchObject({ account_id: null, via: null, system: 'import', address: null });
    for (const row of [first, second])
      expect(row.details).toEqual({ text: "it's ? $1 \\ 案卷\uFFFD", n: 1.5 });
    expect([first.seq, second.seq, third.seq]).toEqual([1, 2, 3]);
    expect(third.previous_hash).toBe(second.hash);
  });

  it('a transaction that is rolled back leaves nothing', async () => {
    await transaction(client => appendToJournal(client, CLERK, [of(2)]));
    await transaction(client => appendToJournal(client, CLERK, [of(2), of(3)]), 'rollback');
    await transaction(client => appendToJournal(client, CLERK, [of(2)]));
    expect((await rowsOf(2)).map(row => row.seq)).toEqual([1, 2]);
    expect(await rowsOf(3)).toEqual([]);
  });

  it('many writers at once, in any order of subjects: no gap, no deadlock', async () => {
    const work = Array.from({ length: 60 }, (_, i) => {
      const entries = i % 2 ? [of(10), of(11), of(12)] : [of(12), of(11), of(10)];
      return transaction(client => appendToJournal(client, CLERK, entries));
    });
    await Promise.all(work);
    for (const id of [10, 11, 12]) {
      const rows = await rowsOf(id);
      expect(rows.map(row => row.seq)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      for (const [i, row] of rows.slice(1).entries()) expect(row.previous_hash).toBe(rows[i].hash);
    }
  });

  it('a writer of one subject does not keep another subject waiting', async () => {
    await transaction(async slow => {
      await appendToJournal(slow, CLERK, [of(20)]);
      await transaction(async quick => {
        await quick.query("set local lock_timeout = '2s'");
        await appendToJournal(quick, CLERK, [of(21), { ...of(21), subject: INSTALLATION }]);
      });
      await expect(
        transaction(async late => {
          await late.query("set local lock_timeout = '100ms'");
          await appendToJournal(late, CLERK, [of(20)]);
        }),
      ).rejects.toThrow('lock timeout');
    });
  });

  it.each(['update journal set action = action', 'delete from journal', 'truncate journal'])(
    'nobody does "%s", not even the owner or a replica',
    async sql => {
      await expect(pool.query(sql)).rejects.toThrow('only added');
      await expect(
        transaction(async client => {
          await client.query('set local session_replication_role = replica');
          await client.query(sql);
        }),
      ).rejects.toThrow('only added');
    },
  );

  it('an entry that does not continue its chain is refused', async () => {
    const copy = `insert into journal (subject_kind, subject_id, seq, at, system, action, details, previous_hash, hash)
      select subject_kind, subject_id, seq + 10, at, 'x', action, details, previous_hash, hash from journal limit 1`;
    await expect(pool.query(copy)).rejects.toThrow('does not continue its chain');
  });

  it('the role of the app writes and reads', async () => {
    await transaction(async client => {
      await client.query('set local role anjuan_app');
      await appendToJournal(client, CLERK, [of(30)]);
    });
    expect(await rowsOf(30)).toHaveLength(1);
  });

  it.each([
    'update journal set seq = seq',
    'delete from journal',
    'truncate journal',
    'update journal_head set seq = seq',
    'delete from journal_head',
    "select setval('journal_id_seq', 1)",
    'alter table journal disable trigger all',
  ])('the role of the app may not "%s"', async sql => {
    const tried = transaction(async client => {
      await client.query('set local role anjuan_app');
      await client.query(sql);
    });
    await expect(tried).rejects.toThrow(/permission denied|must be owner/);
  });
});
