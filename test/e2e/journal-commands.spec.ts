import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, plantAccount, plantPassword } from '../support/accounts.ts';
import { TestApp } from '../support/app.ts';
import type { ApiClient } from '../support/client.ts';
import { entriesAfter, entriesWithin } from '../support/journal.ts';
import { JOURNALLED, type JournalledCommand } from '../support/journalled-commands.ts';

const SCHEMA = path.resolve(import.meta.dirname, '../../schema/schema.graphql');
const ROWS = Object.entries(JOURNALLED);

async function send(client: ApiClient, call: string): Promise<string | undefined> {
  const text = `mutation { it: ${call} { __typename ... on Refusal { code } } }`;
  const { data, errors } = await client.send<{ it: { code?: string } }>(text);
  return errors ? errors[0]!.extensions.code : data.it.code;
}

describe('what a command leaves in the journal', () => {
  let app: TestApp;
  let demo: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    demo = await TestApp.start({ DEMO: 'on' });
    await app.ask(
      'mutation { registerOrgan(input: { code: "other", name: "外县人民政府" }) { __typename } }',
    );
  });
  afterAll(() => Promise.all([app?.stop(), demo?.stop()]));

  /** Whoever does it; a person has a password, and has signed in where that is needed. */
  async function doer(
    { by }: JournalledCommand,
    at = app,
  ): Promise<{ id: number; login: string; client: ApiClient }> {
    if (!by) return { ...at.account, client: at };
    const { id, login } = await plantAccount(app.databaseUrl);
    await plantPassword(app.databaseUrl, id);
    const client = app.browser();
    if (by === 'SESSION') await client.signIn(login, PASSWORD);
    return { id, login, client };
  }
  const newest = async (at = app) => (await entriesAfter(at.databaseUrl)).at(-1)?.id ?? '0';

  it('every mutation of the schema is tried', () => {
    const mutations = buildSchema(readFileSync(SCHEMA, 'utf8')).getMutationType()!.getFields();
    expect(Object.keys(JOURNALLED).sort()).toEqual(Object.keys(mutations).sort());
  });

  it.each(ROWS)('%s, done: says who, how, from where and what', async (_name, command) => {
    const at = command.demo ? demo : app;
    const { id, login, client } = await doer(command, at);
    const call = await command.good(at, login);
    const before = await newest(at);
    expect(await send(client, call)).toBeUndefined();
    const entries = await entriesWithin(at.databaseUrl, before, command.leaves.length);
    expect(entries.map(entry => entry.action)).toEqual(command.leaves);
    for (const entry of entries) expect(entry.account_id).toBe(id);
    const first = entries.slice(0, 1).map(({ account_id, via, address }) => [account_id, via, address]);
    const how = command.by ? 'SESSION' : 'TOKEN';
    expect(first).toEqual(command.leaves.length ? [[id, how, '127.0.0.1']] : []);
  });

  const refusable = ROWS.filter(([, { bad }]) => bad !== null);
  it.each(refusable)('%s, not done: leaves nothing but the attempt', async (_name, command) => {
    const { client } = await doer(command);
    const before = await newest();
    expect(await send(client, command.bad!)).toBe(command.refusal);
    const { tried = [] } = command;
    const entries = await entriesWithin(app.databaseUrl, before, tried.length);
    expect(entries.map(entry => entry.action)).toEqual(tried);
  });

  const guarded = ROWS.filter(([, { by }]) => !by);
  it.each(guarded)('%s, not allowed: leaves the refusal and nothing else', async (name, command) => {
    const nobody = await app.as([]); // each time another: of one account only some refusals are written singly
    const before = await newest();
    expect(await send(nobody, command.bad!)).toBe('NOT_ALLOWED');
    const entries = await entriesWithin(app.databaseUrl, before, 1);
    const seen = entries.map(({ action, details }) => [action, details.asked]);
    expect(seen).toEqual([['PERMISSION_REFUSED', name]]);
  });
});
