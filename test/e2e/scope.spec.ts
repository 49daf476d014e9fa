import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearing, plantAccount } from '../support/accounts.ts';
import type { ApiClient } from '../support/client.ts';
import { runSql } from '../support/database.ts';
import { importLedger } from '../support/ledger.ts';
import { ledgerOf, World } from '../support/identity/world.ts';

const LIST = `query ($organ: String, $sub: Boolean = false, $against: String) {
  proceedings(organ: $organ, withSubordinates: $sub, against: $against) { nodes { id organ { code } confidential } } }`;
const FIGURES = `query ($organ: String, $sub: Boolean = false) { figures(input: {
  organ: $organ, withSubordinates: $sub, from: "2025-01-01", to: "2025-12-31" }) {
  stockAndFlow { received { value ref } } measures(codes: [RECEIVED]) { value } } }`;
const BEHIND = `query ($ref: String!) { proceedingsBehind(ref: $ref) { nodes { id } confidential } }`;

interface Node {
  id: string;
  organ: { code: string };
  confidential: boolean;
}

const list = async (client: ApiClient, variables: object = {}) =>
  (await client.ask<{ proceedings: { nodes: Node[] } }>(LIST, variables)).proceedings.nodes;
const codeOf = async (client: ApiClient, query: string, variables: object) =>
  (await client.send(query, variables)).errors?.[0]?.extensions.code;

const figures = async (client: ApiClient, variables: object = {}) => {
  const { figures: answer } = await client.ask<{
    figures: { stockAndFlow: { received: { value: number; ref: string } }; measures: { value: number }[] };
  }>(FIGURES, variables);
  return { ...answer.stockAndFlow.received, counted: answer.measures[0]!.value };
};

const theirs = (organ: string) => ({
  input: { organ, form: 'APPEARANCE', from: '2025-01-01', to: '2025-12-31', requestId: 'theirs' },
});

describe('what an office sees', () => {
  let world: World;
  let handler: ApiClient;
  beforeAll(async () => {
    world = await World.start();
    handler = await world.holder('HANDLER');
  });
  afterAll(() => world?.app.stop());

  it('without naming an organ: its own cases, and its own numbers', async () => {
    expect(new Set((await list(handler)).map(one => one.organ.code))).toEqual(new Set(['office']));
    expect(await figures(handler)).toMatchObject({ value: 2, counted: 2 });
  });

  it('a supervisor: those of the organs below as well, and of all of them together', async () => {
    const supervisor = await world.holder('SUPERVISOR');
    const codes = new Set((await list(supervisor)).map(one => one.organ.code));
    expect(codes).toEqual(new Set(['office', 'branch']));
    expect(await figures(supervisor, { organ: 'office', sub: true })).toMatchObject({ value: 4, counted: 4 });
    expect(await figures(supervisor)).toMatchObject({ value: 4, counted: 4 });
  });

  it('a number with subordinates is refused where some of them would be left out', async () => {
    expect(await codeOf(handler, FIGURES, { organ: 'office', sub: true })).toBe('NOT_IN_SCOPE');
    expect(await codeOf(handler, LIST, { organ: 'office', sub: true })).toBe('NOT_IN_SCOPE');
  });

  it('cases against it, whoever keeps them', async () => {
    const against = await list(handler, { against: 'office' });
    expect(new Set(against.map(one => one.organ.code))).toEqual(new Set(['city']));
    expect(await list(handler, { organ: 'office', against: 'branch' })).toHaveLength(3);
    expect(await list(await world.holder('AUDITOR'), { against: 'elsewhere' })).toEqual([]);
  });

  it('the same refusal for an organ with cases and one without', async () => {
    const answers = await Promise.all(['elsewhere', 'branch'].map(organ => handler.send(LIST, { organ })));
    expect(answers.map(one => one.errors![0]!.extensions.code)).toEqual(['NOT_IN_SCOPE', 'NOT_IN_SCOPE']);
  });

  it('a request id of another office tells nothing about its request', async () => {
    const text = `mutation ($input: ExportReturnArgs!) { exportReturn(input: $input) { __typename ... on Refusal { code } } }`;
    await world.app.ask(text, theirs('elsewhere'));
    const { exportReturn } = await handler.ask<{ exportReturn: object }>(text, theirs('office'));
    expect(exportReturn).toEqual({ __typename: 'Refusal', code: 'REQUEST_ID_REUSED' });
  });

  it('code lists are revised by an administrator of the whole installation', async () => {
    const text = `mutation { reviseCode(input: { list: FIELD, code: "NEW_FIELD", zh: "新领域", en: "New field", ordinal: 900 }) {
      __typename ... on Refusal { code } } }`;
    const { reviseCode } = await (
      await world.app.as([{ role: 'ADMINISTRATOR' }])
    ).ask<{ reviseCode: object }>(text);
    expect(reviseCode).toEqual({ __typename: 'Code' });
  });

  const versionOf = async () => {
    const sql = 'select version from proceeding where id = $1';
    const [row] = await runSql<{ version: number }>(world.app.databaseUrl, sql, [world.office.proceeding]);
    return row!.version;
  };

  const rows = async (client: ApiClient) => {
    const text = 'query ($id: Int!) { ledgerRows(importId: $id) { nodes { row } } }';
    return (await client.ask<{ ledgerRows: { nodes: object[] } }>(text, { id: world.office.importId }))
      .ledgerRows.nodes.length;
  };

  describe('confidential cases', () => {
    const SET = `mutation ($input: ConfidentialityArgs!) { setConfidentiality(input: $input) {
      __typename ... on Proceeding { confidential version } ... on Refusal { code } } }`;
    const ONE = 'query ($id: ID!) { proceeding(id: $id) { version confidential } }';
    let approver: ApiClient;
    let named: ApiClient;
    let login: string;
    const set = async (input: object) =>
      (await approver.ask<{ setConfidentiality: Record<string, unknown> }>(SET, { input }))
        .setConfidentiality;
    const seen = async (client: ApiClient) =>
      (await client.ask<{ proceeding: object | null }>(ONE, { id: world.office.proceeding })).proceeding !==
      null;

    beforeAll(async () => {
      approver = await world.holder('APPROVER');
      const account = await plantAccount(world.app.databaseUrl, [
        { role: 'HANDLER', organId: world.office.id },
      ]);
      login = account.login;
      named = world.app.with(bearing(account));
    });

    it('is marked by who may, with the version they have seen, for accounts that there are', async () => {
      const proceeding = world.office.proceeding;
      const input = { proceeding, expectedVersion: await versionOf(), confidential: true, readers: [login] };
      expect(await set({ ...input, expectedVersion: 99 })).toMatchObject({ code: 'CASE_CHANGED' });
      expect(await set({ ...input, readers: ['nobody-there'] })).toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
      expect(await set({ ...input, proceeding: '0' })).toMatchObject({ code: 'CASE_UNKNOWN' });
      expect(await set(input)).toMatchObject({ confidential: true, version: input.expectedVersion + 1 });
    });

    it('is then seen by the accounts named, and by whoever marked it', async () => {
      expect(await seen(named)).toBe(true);
      expect(await seen(approver)).toBe(true);
      expect(await seen(handler)).toBe(false);
      expect(await seen(await world.holder('AUDITOR'))).toBe(false);
      expect(await seen(world.app)).toBe(false); // not even every role in the whole installation is a name
      expect(await list(handler)).toHaveLength(2);
      expect(await list(named)).toHaveLength(3);
    });

    it('is counted all the same, and an opened number says how many it does not show', async () => {
      const { value, counted, ref } = await figures(handler);
      expect([value, counted]).toEqual([2, 2]);
      const behind = async (client: ApiClient) =>
        (await client.ask<{ proceedingsBehind: { nodes: object[]; confidential: number } }>(BEHIND, { ref }))
          .proceedingsBehind;
      expect(await behind(handler)).toMatchObject({ nodes: [{}], confidential: 1 });
      expect(await behind(named)).toMatchObject({ nodes: [{}, {}], confidential: 0 });
    });

    it('its row of the ledger is hidden too, and a ledger with it is still recognised', async () => {
      expect([await rows(handler), await rows(named)]).toEqual([0, 1]);
      const ledger = ledgerOf('甲市公安局', '甲市公安局一分局', 1);
      expect(await importLedger(handler, 'office', ledger, { name: '一.csv' })).toMatchObject({
        added: 0,
        unchanged: 1,
      });
    });

    it('is opened again', async () => {
      const input = {
        proceeding: world.office.proceeding,
        expectedVersion: await versionOf(),
        confidential: false,
      };
      expect(await set(input)).toMatchObject({ confidential: false });
      expect(await seen(handler)).toBe(true);
    });
  });
});
