/**
 * The floor: the least a Node program can do to answer the list page. node:http and pg, a named prepared statement per
 * filter, the names joined in SQL, the JSON of the API's answer; no framework, no schema, no validation.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool, types } from 'pg';

const DATE = 1082;
types.setTypeParser(DATE, text => text);

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const KIND: Record<string, string> = {
  RECONSIDERATION: 'RECONSIDERATION',
  RECONSIDERATION_RESPONSE: 'RECONSIDERATION',
  LITIGATION: 'LITIGATION',
  CIVIL_LITIGATION: 'LITIGATION',
  MEDIATION: 'MEDIATION',
};

const text = (
  filter: string,
) => `select p.id::text as id, p.register, p.instance, p.case_number, p.received_on, p.accepted_on,
    p.closed_on, p.due_on, p.applicants, p.after_reconsideration, p.appeared, p.version, o.code, o.name, r.name as respondent
  from proceeding p join organ o on o.id = p.organ_id left join organ r on r.id = p.respondent_id
  where not p.voided and (p.received_on, p.id) < ($1::date, $2::bigint) ${filter}
  order by p.received_on desc, p.id desc limit 21`;
const EVERY = text('');
const OF_ONE = text('and p.organ_id = (select id from organ where code = $3)');

interface Row {
  [column: string]: unknown;
  id: string;
  register: string;
  received_on: string;
}

const node = (row: Row) => ({
  id: row.id,
  register: row.register,
  kind: KIND[row.register],
  instance: row.instance,
  caseNumber: row.case_number,
  receivedOn: row.received_on,
  acceptedOn: row.accepted_on,
  closedOn: row.closed_on,
  dueOn: row.due_on,
  applicants: row.applicants,
  afterReconsideration: row.after_reconsideration,
  appeared: row.appeared,
  version: row.version,
  organ: { code: row.code, name: row.name },
  respondent: row.respondent === null ? null : { name: row.respondent },
});

async function page(body: string): Promise<string> {
  const { organ, after } = (JSON.parse(body) as { variables: { organ: string | null; after: string } })
    .variables;
  const [day, id] = Buffer.from(after, 'base64url').toString().split('|');
  const query = organ
    ? { name: 'one', text: OF_ONE, values: [day, id, organ] }
    : { name: 'every', text: EVERY, values: [day, id] };
  const { rows } = await pool.query<Row>(query);
  const shown = rows.slice(0, 20);
  const last = shown.at(-1);
  const endCursor = last ? Buffer.from(`${last.received_on}|${last.id}`).toString('base64url') : null;
  const proceedings = { nodes: shown.map(node), pageInfo: { hasNextPage: rows.length > 20, endCursor } };
  return JSON.stringify({ data: { proceedings } });
}

function read(request: IncomingMessage): Promise<string> {
  return new Promise(resolve => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', chunk => (body += chunk));
    request.on('end', () => resolve(body));
  });
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await page(await read(request));
  const length = Buffer.byteLength(answer);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': length });
  response.end(answer);
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => {
  process.send!({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
