import type { JournalEntry } from '#identity';
import { createDatabase, type TestDatabase } from '#test/support/database';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendToJournal } from './append.ts';
import { GENESIS } from './entry-hash.ts';
import { verifyJournal, type JournalReport } from './verify.ts';

const of = (id: number, n: number): JournalEntry => ({
  subject: { kind: 'ORGAN', id },
  action: 'IMPORT_DONE',
  organId: id,
  basis: [{ statute: 'ADMIN_RECONSIDERATION_LAW', version: '2023', article: 62 }],
  details: { n, ratio: 1 / 3, 中文: '泸州', nested: { b: [1, 2], a: null } },
});

const found = ({ faults }: Pick<JournalReport, 'faults'>) =>
  faults.map(({ subject, seq, problem }) => `${subject.kind} ${subject.id}: ${seq} ${problem}`);
/** Problems of an entry that has no row, or none of its own. */
const NO_ROW = new Set(['MISSING', 'INSERTED']);

describe('npm run journal -- verify', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await createDatabase();
    client = new Client(database.url);
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  beforeEach(async () => {
    await tamper('truncate journal, journal_head');
    await client.query('alter table journal enable trigger all');
    for (let n = 1; n <= 6; n++)
      await appendToJournal(client, { system: 'test', onBehalfOf: n }, [of(1, n), of(2, n), of(10, n)]);
  });

  /** As somebody who owns the database and has switched the guards off. */
  async function tamper(...statements: string[]): Promise<void> {
    const guards = 'alter table journal disable trigger all';
    const unique = 'alter table journal drop constraint if exists journal_subject_kind_subject_id_seq_unique';
    for (const sql of [guards, unique, ...statements]) await client.query(sql);
  }
  const anchorOf = async (): Promise<string[]> => {
    const lines: string[] = [];
    await verifyJournal(client, { anchor: line => void lines.push(line) });
    return lines;
  };
  const against = (lines: string[]) =>
    verifyJournal(client, {
      against: (async function* () {
        yield* lines;
      })(),
    });
  const MINE = `subject_kind = 'ORGAN' and subject_id = 2`;
  const idOf = async (seq: number) =>
    Number((await client.query(`select id from journal where ${MINE} and seq = $1`, [seq])).rows[0].id);

  it('a journal nobody has touched is whole', async () => {
    const report = await verifyJournal(client);
    expect(report).toMatchObject({ subjects: 3, entries: 18, broken: 0, faults: [] });
    expect(report.total).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      'altered details',
      `update journal set details = details || '{"n":99}' where ${MINE} and seq = 3`,
      '3 ALTERED',
    ],
    [
      'an altered time',
      `update journal set at = at + interval '1 microsecond' where ${MINE} and seq = 3`,
      '3 ALTERED',
    ],
    ['another account', `update journal set account_id = 9 where ${MINE} and seq = 3`, '3 ALTERED'],
    ['another organ', `update journal set organ_id = null where ${MINE} and seq = 3`, '3 ALTERED'],
    ['an altered basis', `update journal set basis = null where ${MINE} and seq = 1`, '1 ALTERED'],
    ['another id', `update journal set id = id + 1000 where ${MINE} and seq = 4`, '4 ALTERED'],
    ['an altered hash', `update journal set hash = '${GENESIS}' where ${MINE} and seq = 6`, '6 ALTERED'],
    ['a removed first one', `delete from journal where ${MINE} and seq = 1`, '1 MISSING'],
    ['a removed middle one', `delete from journal where ${MINE} and seq = 3`, '3 MISSING'],
    ['a removed last one', `delete from journal where ${MINE} and seq = 6`, '6 MISSING'],
    ['removed last ones', `delete from journal where ${MINE} and seq > 3`, '4 MISSING'],
    ['all removed', `delete from journal where ${MINE}`, '1 MISSING'],
    ['two swapped', `update journal set seq = 7 - seq where ${MINE} and seq in (3, 4)`, '3 REORDERED'],
    ['the first two swapped', `update journal set seq = 3 - seq where ${MINE} and seq < 3`, '1 REORDERED'],
    [
      'one moved back',
      `update journal set seq = case seq when 2 then 5 else seq - 1 end where ${MINE} and seq between 2 and 5`,
      '2 REORDERED',
    ],
    ['a renumbered middle one', `update journal set seq = 30 where ${MINE} and seq = 3`, '30 RENUMBERED'],
    ['a renumbered last one', `update journal set seq = 7 where ${MINE} and seq = 6`, '7 RENUMBERED'],
    ['all renumbered', `update journal set seq = seq + 1 where ${MINE}`, '2 RENUMBERED'],
    [
      'one of another subject',
      `update journal set subject_id = 2, seq = 7 where subject_id = 1 and seq = 6`,
      '7 ALTERED',
    ],
    ['a lost head', `delete from journal_head where ${MINE}`, '6 HEAD_LOST'],
    [
      'a head set back',
      `update journal_head set seq = 4, hash = (select hash from journal where ${MINE} and seq = 4) where ${MINE}`,
      '5 INSERTED',
    ],
  ])('%s: names exactly that one', async (_what, sql, expected) => {
    const [seq, problem] = expected.split(' ');
    await tamper(sql);
    const report = await verifyJournal(client);
    const faults = report.faults.filter(fault => fault.subject.id === 2);
    expect(found({ faults })).toEqual([`ORGAN 2: ${expected}`]);
    expect(faults[0]!.id).toBe(NO_ROW.has(problem!) ? null : await idOf(Number(seq)));
  });

  /** Somebody who knows how hashes are made. */
  async function forge(n: number, sql: string): Promise<string> {
    const scratch = await createDatabase();
    const other = new Client(scratch.url);
    await other.connect();
    try {
      await other.query('select setval($1, $2)', ['journal_id_seq', 500]);
      await other.query(`alter table journal disable trigger all`);
      await other.query('insert into journal_head values ($1, 2, $2, $3)', [
        'ORGAN',
        n - 1,
        (await client.query(`select hash from journal where ${MINE} and seq = ${n - 1}`)).rows[0].hash,
      ]);
      await appendToJournal(other, { system: 'forger', onBehalfOf: null }, [of(2, 77)]);
      const [row] = (await other.query('select to_jsonb(j) as row from journal j')).rows;
      return sql.replace('FORGED', client.escapeLiteral(JSON.stringify(row.row)));
    } finally {
      await other.end();
      await scratch.drop();
    }
  }

  it('one put in between, with a right hash, the rest renumbered', async () => {
    const insert = await forge(
      4,
      `insert into journal select * from jsonb_populate_record(null::journal, FORGED)`,
    );
    await tamper(`update journal set seq = seq + 1 where ${MINE} and seq > 3`, insert);
    expect(found(await verifyJournal(client))).toEqual(['ORGAN 2: 4 INSERTED']);
  });

  it('one put in at the end, past the guard', async () => {
    await tamper(
      await forge(7, `insert into journal select * from jsonb_populate_record(null::journal, FORGED)`),
    );
    expect(found(await verifyJournal(client))).toEqual(['ORGAN 2: 7 INSERTED']);
  });

  it('one replaced together with its hash', async () => {
    const insert = await forge(
      4,
      `insert into journal select * from jsonb_populate_record(null::journal, FORGED)`,
    );
    await tamper(`delete from journal where ${MINE} and seq = 4`, insert);
    expect(found(await verifyJournal(client))).toEqual(['ORGAN 2: 4 REPLACED']);
  });

  it('every broken chain is named, each with its first wrong entry', async () => {
    await tamper('update journal set action = action || action where seq in (2, 3) and subject_id > 1');
    expect(found(await verifyJournal(client))).toEqual(['ORGAN 2: 2 ALTERED', 'ORGAN 10: 2 ALTERED']);
  });

  it('an anchor kept outside shows what no chain can: a subject gone, an end computed anew', async () => {
    const anchor = await anchorOf();
    expect(anchor).toHaveLength(3);
    await appendToJournal(client, { system: 'test', onBehalfOf: null }, [of(1, 7), of(3, 1)]);
    expect((await against(anchor)).broken).toBe(0);
    const last = await forge(
      6,
      `insert into journal select * from jsonb_populate_record(null::journal, FORGED)`,
    );
    await tamper(
      `delete from journal where subject_id = 10`,
      `delete from journal_head where subject_id = 10`,
      `delete from journal where ${MINE} and seq = 6`,
      last,
      `update journal_head h set hash = j.hash from journal j where h.subject_id = 2 and j.subject_id = 2 and j.seq = 6`,
    );
    expect((await verifyJournal(client)).broken).toBe(0);
    expect(found(await against(anchor))).toEqual(['ORGAN 2: 6 NOT_ANCHORED', 'ORGAN 10: 6 MISSING']);
    await expect(against(['{"not": "an anchor"}'])).rejects.toThrow('not a line of an anchor');
  });
});
