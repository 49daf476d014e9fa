import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../../support/database.ts';
import { Hostile } from '../../support/hostile/hostile.ts';
import { registerOrgan } from '../../support/ledger.ts';
import { attackArguments } from './arguments.ts';
import { attackFiles, attackWithFormulas } from './files.ts';
import { attackHttp } from './http.ts';
import { attackIdentity } from './identity.ts';
import { attackQueries } from './queries.ts';
import { attackSockets } from './sockets.ts';

const LEAST = 300;

describe('whoever means no good', () => {
  let hostile: Hostile;
  const theirs = () => hostile;

  beforeAll(async () => {
    hostile = await Hostile.start();
    await registerOrgan(hostile.app, 'office', '某县人民政府', 'COUNTY_GOVERNMENT');
    await registerOrgan(
      hostile.app,
      'formulas',
      '=HYPERLINK("http://evil.example","某")县人民政府',
      'COUNTY_GOVERNMENT',
    );
  });
  // an import that never ends, for whoever follows it
  beforeAll(() =>
    runSql(
      hostile.app.databaseUrl,
      `insert into ledger_import (organ_id, request_id, file_key, file_name, state)
       select id, 'endless', repeat('0', 64), 'endless.csv', 'RUNNING' from organ where code = 'office'`,
    ),
  );
  afterAll(() => hostile?.app.stop());
  afterEach(() => hostile.expectUp());

  describe('loses nothing and changes nothing', () => {
    let before: Record<string, number>;
    beforeAll(async () => {
      before = await hostile.rows();
    });

    attackQueries(theirs);
    attackArguments(theirs);
    attackFiles(theirs);
    attackHttp(theirs);
    attackSockets(theirs);

    it('no table has a row more or less', async () => {
      expect(await hostile.rows()).toEqual(before);
    });
  });

  attackIdentity(theirs);
  attackWithFormulas(theirs);

  it(`at least ${LEAST} requests were sent`, () => {
    console.log(`${hostile.sent} hostile requests`);
    expect(hostile.sent).toBeGreaterThanOrEqual(LEAST);
  });
});
