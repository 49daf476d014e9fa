import { OutboxRelay } from '#jobs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';

const WORK = `insert into outbox (job, payload) values ('remindOfClocks', '{"minute":0}')`;
const WAITING = 'select count(*)::int as n from outbox where relayed_at is null';

describe('a program that is told to end while it hands jobs in', () => {
  let app: TestApp;
  let client: Client;
  beforeAll(async () => {
    app = await TestApp.start({}, false);
    client = new Client(app.databaseUrl);
    await client.connect();
  });
  afterAll(async () => {
    await client?.end();
    await app?.stop();
  });

  it('ends; what it did not hand in any more waits for the next one', async () => {
    const relay = app.app.get(OutboxRelay);
    const told = new AbortController();
    const busy = (async () => {
      while (!told.signal.aborted) {
        await client.query(WORK);
        relay.poke();
      }
    })();
    await app.app.close();
    told.abort();
    await busy;
    await client.query(WORK);
    relay.poke();
    expect((await client.query<{ n: number }>(WAITING)).rows[0]!.n).toBeGreaterThan(0);
  });
});
