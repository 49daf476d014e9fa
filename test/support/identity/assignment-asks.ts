import { hashOfSecret, TOKEN_PREFIX } from '#persistence';
import type { ApiClient } from '../client.ts';
import { runSql } from '../database.ts';
import { newRequest, REFUSAL, type Ask } from './asking.ts';
import { clerkOf, type Place, type World } from './world.ts';

/** The case of a place, worked on: in review of its papers, with a clock that falls due. */
const WORK = `with r as (insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, claims, state, procedure,
      next_clock, next_due_on, settled_on)
    select id, organ_id, 'matrix-work-' || id, 'PAPER', '处罚决定', '撤销', 'RECEIVED', 'ORDINARY', 'RC-07', current_date + 3, current_date
    from proceeding where id = $1 on conflict do nothing)
  insert into case_clock (proceeding_id, code, due_on) values ($1, 'RC-07', current_date + 3) on conflict do nothing`;

async function workOn(place: Place, { app }: World): Promise<number> {
  await runSql(app.databaseUrl, WORK, [place.proceeding]);
  const text = 'select version from proceeding where id = $1';
  const [row] = await runSql<{ version: number }>(app.databaseUrl, text, [place.proceeding]);
  return row!.version;
}

const accountOf = async ({ headers }: ApiClient, { app }: World): Promise<number | null> => {
  const secret = headers.authorization?.slice(`Bearer ${TOKEN_PREFIX}`.length);
  const text = 'select account_id as id from api_token where secret_hash = $1';
  const rows = secret ? await runSql<{ id: number }>(app.databaseUrl, text, [hashOfSecret(secret)]) : [];
  return rows[0]?.id ?? null;
};

const query =
  (text: string, variables: (place: Place) => object): Ask['operation'] =>
  async (place, world) => {
    await workOn(place, world);
    return [text, variables(place)];
  };

const assigning =
  (name: string, type: string, input: (place: Place, version: number) => object): Ask['operation'] =>
  async (place, world) => {
    const version = await workOn(place, world);
    const common = { requestId: newRequest(), handler: clerkOf(place.code), reason: '工作安排' };
    return [
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`,
      { input: { ...common, ...input(place, version) } },
    ];
  };

/** One's own: whoever asks handles the case. */
const recuse: Ask['operation'] = async (place, world, client) => {
  const account = await accountOf(client, world);
  const version = await workOn(place, world);
  const text = 'update reconsideration set handler_id = $2 where proceeding_id = $1';
  await runSql(world.app.databaseUrl, text, [place.proceeding, account]);
  const case_ = { case: place.proceeding, expectedVersion: version, requestId: newRequest() };
  return [
    `mutation ($input: RecuseArgs!) { recuse(input: $input) { ${REFUSAL} } }`,
    { input: { ...case_, kind: 'OTHER', reason: '有利害关系' } },
  ];
};

const withdraw: Ask['operation'] = async (place, { app }) => {
  const text = `insert into conflict_declaration (organ_id, account_id, kind, party_name, reason)
    select $1, id, 'KINSHIP', '张三', '申报' from account where login = $2 returning id`;
  const [row] = await runSql<{ id: number }>(app.databaseUrl, text, [place.id, clerkOf(place.code)]);
  return [
    `mutation ($id: Int!) { withdrawConflict(id: $id, reason: "同名不同人") { ${REFUSAL} } }`,
    { id: row!.id },
  ];
};

const change = (name: string, type: string, input: (place: Place) => object): Ask['operation'] =>
  query(`mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`, place => ({
    input: input(place),
  }));

const THIS_WEEK = () => new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

/** What is asked about work and who does it. */
export const ASSIGNMENT_ASKS: Readonly<Record<string, Ask>> = {
  'Query.workList': {
    operation: query('query ($o: String!) { workList(organ: $o, mine: false) { nodes { id } } }', p => ({
      o: p.code,
    })),
  },
  'Query.teamList': {
    operation: query('query ($o: String!) { teamList(organ: $o) { members { open } } }', p => ({
      o: p.code,
    })),
  },
  'Query.fallingDue': {
    operation: query('query ($o: String!) { fallingDue(organ: $o) { weeks { count } } }', p => ({
      o: p.code,
    })),
  },
  'Query.fallingDueCases': {
    operation: query(
      'query ($o: String!, $week: Day!) { fallingDueCases(organ: $o, week: $week) { nodes { id } } }',
      p => ({ o: p.code, week: THIS_WEEK() }),
    ),
  },
  'Query.handOver': {
    operation: query('query ($o: String!, $l: String!) { handOver(organ: $o, login: $l) { login } }', p => ({
      o: p.code,
      l: clerkOf(p.code),
    })),
  },
  'Query.officers': {
    operation: query('query ($o: String!) { officers(organ: $o) { login } }', p => ({ o: p.code })),
  },
  'Mutation.assignCase': {
    operation: assigning('assignCase', 'AssignCaseArgs', (p, expectedVersion) => ({
      case: p.proceeding,
      expectedVersion,
    })),
  },
  'Mutation.assignCases': {
    operation: assigning('assignCases', 'AssignCasesArgs', (p, expectedVersion) => ({
      cases: [{ case: p.proceeding, expectedVersion }],
    })),
  },
  'Mutation.recuse': { operation: recuse },
  'Mutation.recordQualification': {
    operation: change('recordQualification', 'QualificationArgs', p => ({
      organ: p.code,
      officer: clerkOf(p.code),
      certificateNumber: 'A1',
      validFrom: '2024-01-01',
    })),
  },
  'Mutation.declareConflict': {
    operation: change('declareConflict', 'DeclareConflictArgs', p => ({
      organ: p.code,
      kind: 'KINSHIP',
      party: '李四',
      reason: '本人申报',
    })),
  },
  'Mutation.withdrawConflict': { operation: withdraw },
};
