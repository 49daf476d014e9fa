import { runSql } from '../database.ts';
import { ask, change, newRequest, REFUSAL, type Ask } from './asking.ts';
import { ASSIGNMENT_ASKS } from './assignment-asks.ts';
import { CASEWORK_ASKS } from './casework-asks.ts';
import { clerkOf, ledgerOf, passportAt, type Place, type World } from './world.ts';

const PERIOD = { from: '2025-01-01', to: '2025-12-31' };
/** An upload by somebody who may; whether this asker may use it is the question. */
const ledger = async (place: Place, { app }: World): Promise<{ key: string; name: string }> => {
  const { key } = await app.upload(ledgerOf(place.name, `${place.name}下属单位`, 3), '三.csv');
  return { key, name: '三.csv' };
};

const withLedger =
  (name: string, type: string, more: () => object = () => ({})): Ask['operation'] =>
  async (place, world) => [
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${REFUSAL} } }`,
    { input: { organ: place.code, file: await ledger(place, world), ...more() } },
  ];

const updateOrgan: Ask['operation'] = async ({ code }, { app }) => {
  const [row] = await runSql<{ version: number }>(
    app.databaseUrl,
    'select version from organ where code = $1',
    [code],
  );
  return [
    `mutation ($input: UpdateOrganArgs!) { updateOrgan(input: $input) { ${REFUSAL} } }`,
    { input: { code, expectedVersion: row!.version } },
  ];
};

const setConfidentiality: Ask['operation'] = async ({ proceeding }, { app }) => {
  const [row] = await runSql<{ version: number }>(
    app.databaseUrl,
    'select version from proceeding where id = $1',
    [proceeding],
  );
  return [
    `mutation ($input: ConfidentialityArgs!) { setConfidentiality(input: $input) { ${REFUSAL} } }`,
    { input: { proceeding, expectedVersion: row!.version, confidential: false } },
  ];
};

const revealPersonalData: Ask['operation'] = async ({ proceeding }, { app }) => {
  const [row] = await runSql<{ id: string }>(
    app.databaseUrl,
    'select min(id)::text as id from party where proceeding_id = $1',
    [proceeding],
  );
  const input = {
    proceedingId: proceeding,
    partyId: row!.id,
    field: 'IDENTITY_NUMBER',
    reason: '核对送达身份',
  };
  return [`mutation ($input: RevealArgs!) { revealPersonalData(input: $input) { ${REFUSAL} } }`, { input }];
};

const versioned =
  (name: string): Ask['operation'] =>
  async ({ code }, { app }) => {
    const text = 'select version from account where login = $1';
    const [row] = await runSql<{ version: number }>(app.databaseUrl, text, [clerkOf(code)]);
    const variables = { login: clerkOf(code), version: row!.version };
    return [
      `mutation ($login: String!, $version: Int!) { ${name}(login: $login, expectedVersion: $version) { ${REFUSAL} } }`,
      variables,
    ];
  };

const linkAccount: Ask['operation'] = async ({ code }, { app }) => {
  const text = 'select version from account where login = $1';
  const [row] = await runSql<{ version: number }>(app.databaseUrl, text, [clerkOf(code)]);
  const input = {
    login: clerkOf(code),
    expectedVersion: row!.version,
    claim: 'EMAIL',
    value: `${code}@x.cn`,
  };
  return [`mutation ($input: LinkAccountArgs!) { linkAccount(input: $input) { ${REFUSAL} } }`, { input }];
};

/** Done to one's own account: the place does not matter. */
const own = (call: string): Ask['operation'] => ask(`mutation { ${call} { ${REFUSAL} } }`);

const form = (content = 'x', name = 'x.csv') => {
  const body = new FormData();
  body.append('file', new Blob([content]), name);
  return body;
};

/** Every field of the schema and every route, and how it is asked. */
export const ASKS: Readonly<Record<string, Ask>> = {
  ...CASEWORK_ASKS,
  ...ASSIGNMENT_ASKS,
  'Query.accounts': {
    operation: ask('query ($name: String) { accounts(name: $name) { login } }', p => ({
      name: clerkOf(p.code),
    })),
  },
  'Query.me': { operation: ask('{ me { account { login } } }') },
  'Query.myApiTokens': { operation: ask('{ myApiTokens { id } }') },
  'Query.mySessions': { operation: ask('{ mySessions { id } }') },
  'Query.signInWays': { operation: ask('{ signInWays { openId } }') },
  'Mutation.changePassword': { operation: own('changePassword(current: "x", next: "y")') },
  'Mutation.createAccount': {
    operation: change('createAccount', 'CreateAccountArgs', p => ({
      login: newRequest(),
      name: '新人',
      organ: p.code,
      withPassword: false,
    })),
  },
  'Mutation.createApiToken': {
    operation: own('createApiToken(input: { name: "x", permissions: [SELF_MANAGE], days: 1 })'),
  },
  'Mutation.disableAccount': { operation: versioned('disableAccount') },
  'Mutation.enableAccount': { operation: versioned('enableAccount') },
  'Mutation.endSession': { operation: own('endSession(id: 1)') },
  'Mutation.grantRole': {
    operation: change('grantRole', 'GrantRoleArgs', p => ({
      login: clerkOf(p.code),
      role: 'APPROVER',
      organ: p.code,
    })),
  },
  'Mutation.linkAccount': { operation: linkAccount },
  'Mutation.resetPassword': {
    operation: ask(`mutation ($login: String!) { resetPassword(login: $login) { ${REFUSAL} } }`, p => ({
      login: clerkOf(p.code),
    })),
  },
  'Mutation.revokeApiToken': { operation: own('revokeApiToken(id: 0)') },
  'Mutation.revokeRole': {
    operation: change('revokeRole', 'RoleArgs', p => ({
      login: clerkOf(p.code),
      role: 'APPROVER',
      organ: p.code,
    })),
  },
  'Mutation.signIn': {
    operation: change('signIn', 'SignInArgs', () => ({ login: 'nobody', password: 'x' })),
  },
  'Mutation.signOut': { operation: own('signOut') },
  'Mutation.signOutEverywhere': { operation: own('signOutEverywhere') },
  'Query.appearance': {
    operation: ask('query ($input: FiguresArgs!) { appearance(input: $input) { rates { value } } }', p => ({
      input: { organ: p.code, ...PERIOD },
    })),
  },
  'Query.proceedingsByIdentityNumber': {
    operation: ask('query ($number: String!) { proceedingsByIdentityNumber(number: $number) { id } }', p => ({
      number: passportAt(p.name),
    })),
  },
  'Mutation.revealPersonalData': { operation: revealPersonalData },
  'Query.myReminders': { operation: ask('{ myReminders { pageInfo { hasNextPage } } }') },
  'Query.today': { operation: ask('{ today { day } }') },
  'Mutation.dismissReminder': { operation: own('dismissReminder(id: "0")') },
  'Mutation.recordDeemedEvents': {
    operation: ask(`mutation ($organ: String!) { recordDeemedEvents(organ: $organ) { ${REFUSAL} } }`, p => ({
      organ: p.code,
    })),
  },
  'Mutation.advanceTime': { operation: own('advanceTime(days: 1)') },
  'Mutation.resetTime': { operation: own('resetTime') },
  'Query.codes': { operation: ask('{ codes(list: FIELD) { code } }') },
  'Query.figures': {
    operation: ask('query ($input: FiguresArgs!) { figures(input: $input) { outcomes { value } } }', p => ({
      input: { organ: p.code, ...PERIOD },
    })),
  },
  'Query.journal': {
    operation: ask('query ($organ: String!) { journal(organ: $organ) { nodes { id } } }', p => ({
      organ: p.code,
    })),
  },
  'Query.ledgerImport': {
    operation: ask('query ($id: Int!) { ledgerImport(id: $id) { id } }', p => ({ id: p.importId })),
  },
  'Query.ledgerImports': {
    operation: ask('query ($organ: String!) { ledgerImports(organ: $organ) { id } }', p => ({
      organ: p.code,
    })),
  },
  'Query.ledgerMapping': {
    operation: ask('query ($organ: String!) { ledgerMapping(organ: $organ) { mapping } }', p => ({
      organ: p.code,
    })),
  },
  'Query.ledgerRows': {
    operation: ask('query ($id: Int!) { ledgerRows(importId: $id) { nodes { row } } }', p => ({
      id: p.importId,
    })),
  },
  'Query.ledgerTargets': { operation: ask('{ ledgerTargets { name } }') },
  'Query.organ': {
    operation: ask('query ($code: String!) { organ(code: $code) { id } }', p => ({ code: p.code })),
  },
  'Query.organs': {
    operation: ask('query ($name: String) { organs(name: $name) { id } }', p => ({ name: p.name })),
  },
  'Query.proceeding': {
    operation: ask('query ($id: ID!) { proceeding(id: $id) { id caseNumber } }', p => ({ id: p.proceeding })),
  },
  'Query.proceedings': {
    operation: ask('query ($organ: String) { proceedings(organ: $organ) { nodes { id } } }', p => ({
      organ: p.code,
    })),
  },
  'Query.proceedingsBehind': {
    operation: ask('query ($ref: String!) { proceedingsBehind(ref: $ref) { nodes { id } } }', p => ({
      ref: p.ref,
    })),
  },
  'Query.returnExport': {
    operation: ask('query ($id: Int!) { returnExport(id: $id) { url } }', p => ({ id: p.exportId })),
  },
  'Mutation.checkLedger': { operation: withLedger('checkLedger', 'CheckLedgerArgs') },
  'Mutation.exportReturn': {
    operation: change('exportReturn', 'ExportReturnArgs', p => ({
      organ: p.code,
      form: 'APPEARANCE',
      ...PERIOD,
      requestId: newRequest(),
    })),
  },
  'Mutation.importLedger': {
    operation: withLedger('importLedger', 'ImportLedgerArgs', () => ({ requestId: newRequest() })),
  },
  'Mutation.registerOrgan': {
    operation: change('registerOrgan', 'RegisterOrganArgs', p => ({
      code: newRequest(),
      name: `新机关${newRequest()}`,
      parent: p.code,
    })),
  },
  'Mutation.reviseCode': {
    operation: change('reviseCode', 'ReviseCodeArgs', () => ({
      list: 'FIELD',
      code: 'X',
      zh: '甲',
      en: 'A',
      ordinal: 1,
    })),
  },
  'Mutation.saveLedgerMapping': {
    operation: ask(
      `mutation ($organ: String!) { saveLedgerMapping(organ: $organ, mapping: { sheets: [] }) { ${REFUSAL} } }`,
      p => ({ organ: p.code }),
    ),
  },
  'Mutation.setConfidentiality': { operation: setConfidentiality },
  'Mutation.undoLedgerImport': {
    operation: ask(`mutation ($id: Int!) { undoLedgerImport(id: $id) { ${REFUSAL} } }`, p => ({
      id: p.undoable,
    })),
  },
  'Mutation.updateOrgan': { operation: updateOrgan },
  'Subscription.ledgerImportProgress': {
    operation: ask('subscription ($id: Int!) { ledgerImportProgress(id: $id) { id } }', p => ({
      id: p.importId,
    })),
  },
  'Subscription.returnExportProgress': {
    operation: ask('subscription ($id: Int!) { returnExportProgress(id: $id) { id } }', p => ({
      id: p.exportId,
    })),
  },
  'GET /': { request: () => ['/', { redirect: 'manual' }] },
  'GET /graphiql': { request: () => ['/graphiql'] },
  'GET /graphiql/graphiql.css': { request: () => ['/graphiql/graphiql.css'] },
  'GET /graphiql/graphiql.js': { request: () => ['/graphiql/graphiql.js'] },
  'GET /graphiql/react-dom.js': { request: () => ['/graphiql/react-dom.js'] },
  'GET /graphiql/react.js': { request: () => ['/graphiql/react.js'] },
  'GET /graphiql/start.js': { request: () => ['/graphiql/start.js'] },
  'GET /health': { request: () => ['/health'] },
  'GET /oidc/start': { request: () => ['/oidc/start'] },
  'GET /oidc/callback': { request: () => ['/oidc/callback'] },
  'POST /demo/persona': { request: () => ['/demo/persona', { method: 'POST' }] },
  'POST /documents': {
    request: () => ['/documents', { method: 'POST', body: form('%PDF-1.7\n%%EOF\n', 'x.pdf') }],
  },
  'GET /documents/:id/:name': { request: p => [`/documents/${p.documentId}/x.pdf`] },
  'GET /letters/:id/:name': { request: p => [`/letters/${p.letterId}/x.docx`] },
  'GET /exports/:id/:name': { request: p => [p.exportUrl] },
  'POST /files': { request: () => ['/files', { method: 'POST', body: form() }] },
};
