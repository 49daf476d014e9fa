import type { Role } from '#identity';
import { bearing, plantAccount } from '../accounts.ts';
import { TestApp } from '../app.ts';
import type { ApiClient } from '../client.ts';
import { runSql } from '../database.ts';
import { exported } from '../figures/exports.ts';
import { importLedger } from '../ledger.ts';

/** Whose things are asked for, as seen from the office. */
export const TARGETS = ['own', 'below', 'related', 'foreign'] as const;
export type Target = (typeof TARGETS)[number];

/** An organ with one of everything: a case, its import, one more import to undo, a saved mapping, an export, a number. */
export interface Place {
  id: number;
  code: string;
  name: string;
  proceeding: string;
  /** A reconsideration that is worked on there. */
  caseId: string;
  /** A letter of that case, and what belongs to it. */
  letterId: string;
  documentId: string;
  importId: number;
  undoable: number;
  exportId: number;
  exportUrl: string;
  ref: string;
}

/** Against whom the case is that is worked on at a place. */
const AGAINST: Readonly<Record<string, string>> = {
  city: 'office',
  office: 'branch',
  branch: 'branch',
  elsewhere: 'elsewhere',
};

interface Seed {
  code: string;
  name: string;
  level: string;
  parent?: string;
  respondent: string;
}

/** The city keeps a case against the office, so the office is related to it; the other city has nothing to do with both. */
const SEEDS: Record<Target, Seed> = {
  related: { code: 'city', name: '甲市人民政府', level: 'CITY_GOVERNMENT', respondent: '甲市公安局' },
  own: {
    code: 'office',
    name: '甲市公安局',
    level: 'CITY_DEPARTMENT',
    parent: 'city',
    respondent: '甲市公安局一分局',
  },
  below: {
    code: 'branch',
    name: '甲市公安局一分局',
    level: 'COUNTY_DEPARTMENT',
    parent: 'office',
    respondent: '甲市公安局一分局东街派出所',
  },
  foreign: { code: 'elsewhere', name: '乙市人民政府', level: 'CITY_GOVERNMENT', respondent: '乙市公安局' },
};

/** The number every applicant of a place has. */
export const passportAt = (name: string): string =>
  `E${[...name].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 9_000_000, 7) + 10_000_000}`;

export const ledgerOf = (name: string, respondent: string, number: number): Buffer =>
  Buffer.from(
    `${name}2025年行政复议案件台账,,,,,,,,,,
序号,案号,收案时间,申请人,证件号码,被申请人,管理类别,复议事项,受理日期,结案方式,办结日期,承办人
${number},${name}〔2025〕${number}号,2025-01-0${number},第${number}某,${passportAt(name)},${respondent},公安,行政处罚,2025-01-09,维持,2025-03-03,李四
`,
  );

/** The login of an account that belongs to the organ and acts there only. */
export const clerkOf = (code: string): string => `clerk-${code}`;

/** The product with four organs that stand in different relations to one of them, the office. */
export class World {
  private constructor(
    readonly app: TestApp,
    readonly places: Record<Target, Place>,
  ) {}

  static async start(): Promise<World> {
    const app = await TestApp.start();
    const places = {} as Record<Target, Place>;
    for (const target of ['related', 'own', 'below', 'foreign'] as const) await register(app, SEEDS[target]);
    for (const target of TARGETS) places[target] = await furnish(app, SEEDS[target]);
    return new World(app, places);
  }

  get office(): Place {
    return this.places.own;
  }

  /** Somebody who holds the role at the office; a supervisor reaches the organs below it. */
  async holder(role: Role): Promise<ApiClient> {
    return this.app.as([{ role, organId: this.office.id, withSubordinates: role === 'SUPERVISOR' }]);
  }

  /** Somebody who is signed in and holds no role. */
  async nobody(): Promise<ApiClient> {
    return this.app.with(bearing(await plantAccount(this.app.databaseUrl, [])));
  }
}

async function register(app: TestApp, { code, name, level, parent }: Seed): Promise<void> {
  const text = `mutation ($input: RegisterOrganArgs!) { registerOrgan(input: $input) { __typename } }`;
  const { registerOrgan } = await app.ask<{ registerOrgan: { __typename: string } }>(text, {
    input: { code, name, level, parent },
  });
  if (registerOrgan.__typename !== 'Organ') throw new Error(`${code} is not registered`);
}

const NUMBER = `query ($input: FiguresArgs!) { figures(input: $input) { stockAndFlow { received { ref } } } }`;
const MAPPING = `mutation ($organ: String!) { saveLedgerMapping(organ: $organ, mapping: { sheets: [] }) { __typename } }`;

async function furnish(app: TestApp, { code, name, respondent }: Seed): Promise<Place> {
  const first = await importLedger(app, code, ledgerOf(name, respondent, 1), { name: '一.csv' });
  const second = await importLedger(app, code, ledgerOf(name, respondent, 2), { name: '二.csv' });
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const { figures } = await app.ask<{ figures: { stockAndFlow: { received: { ref: string } } } }>(NUMBER, {
    input: { organ: code, ...period },
  });
  const file = await exported(app, { organ: code, form: 'APPEARANCE', format: 'CSV', ...period });
  await app.ask(MAPPING, { organ: code });
  const [row] = await runSql<{ id: number; proceeding: string }>(
    app.databaseUrl,
    `select o.id, min(p.id)::text as proceeding from organ o join proceeding p on p.organ_id = o.id where o.code = $1 group by 1`,
    [code],
  );
  const caseId = await registered(app, code);
  const planted = await plantLetter(app, caseId, first.id);
  await plantAccount(app.databaseUrl, [{ role: 'HANDLER', organId: row!.id }], clerkOf(code));
  if (first.added !== 1 || second.added !== 1 || !row) throw new Error(JSON.stringify({ first, second }));
  return {
    ...row,
    caseId,
    ...planted,
    code,
    name,
    importId: first.id,
    undoable: second.id,
    exportId: file.id,
    exportUrl: file.url!,
    ref: figures.stockAndFlow.received.ref,
  };
}

const LETTER = `with s as (insert into letter_series (organ_id, series, last)
    select organ_id, 'x', 1 from proceeding where id = $1::bigint),
  l as (insert into letter (proceeding_id, request_id, kind, details, content, fingerprint, file_key)
    select $1::bigint, 'world-' || $1, 'RECEIPT', '{"on": "2026-01-05"}', '{}', '', file_key from ledger_import where id = $2
    returning id, file_key),
  d as (insert into case_document (proceeding_id, request_id, title, kind, content_type, bytes, file_key)
    select $1::bigint, 'world-' || $1, '申请书', 'APPLICATION', 'PDF', 1, file_key from l returning id)
  insert into letter_service (proceeding_id, letter_id, request_id, role, party_place, recipient, method, sent_on)
  select $1::bigint, id, 'world-' || $1, 'APPLICANT', 0, '王某', 'MAIL', '2026-01-06' from l
  returning letter_id::text as "letterId", (select id::text from d) as "documentId"`;

/** A letter with its service and a document; their file is the ledger's, because only who gets it is asked. */
async function plantLetter(
  { databaseUrl }: TestApp,
  caseId: string,
  importId: number,
): Promise<{ letterId: string; documentId: string }> {
  const [row] = await runSql<{ letterId: string; documentId: string }>(databaseUrl, LETTER, [
    caseId,
    importId,
  ]);
  return row!;
}

const REGISTER = `mutation ($input: RegisterApplicationArgs!) { registerApplication(input: $input) {
  ... on ReconsiderationCase { id } ... on Refusal { code } } }`;

async function registered(app: TestApp, organ: string): Promise<string> {
  const input = {
    requestId: `world-${organ}`,
    organ,
    receivedOn: '2026-01-05',
    channel: 'PAPER',
    applicants: [{ name: '王某' }],
    respondent: AGAINST[organ],
    act: { name: '罚款五百元的行政处罚决定' },
    claims: '撤销该行政处罚决定',
  };
  const { registerApplication: made } = await app.ask<{
    registerApplication: { id?: string; code?: string };
  }>(REGISTER, { input });
  if (!made.id) throw new Error(`no case at ${organ}: ${made.code}`);
  return made.id;
}
