import { randomBytes, randomUUID } from 'node:crypto';
import { Client, type PoolClient } from 'pg';

/** A statement as the product sent it. */
export interface Statement {
  name?: string;
  text: string;
  values: unknown[];
}

type Query = (this: Client, ...args: unknown[]) => unknown;

/** Writes down the statements of the connection on which the work says a statement with this name. */
export async function recorded(named: string, work: () => Promise<unknown>): Promise<Statement[]> {
  const told: { by: Client; one: Statement }[] = [];
  const prototype = Client.prototype as unknown as { query: Query };
  const query = prototype.query;
  prototype.query = function (...args) {
    const [first, values] = args as [string | Statement, unknown[] | undefined];
    const {
      name,
      text,
      values: own,
    } = typeof first === 'string' ? { name: undefined, text: first, values } : first;
    told.push({ by: this, one: { ...(name ? { name } : {}), text, values: own ?? [] } });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  const { by } = told.find(({ one }) => one.name === named)!;
  return told.filter(one => one.by === by).map(({ one }) => one);
}

interface Chain {
  ids: string[];
  seq: number;
  hash: string;
  at: string;
}

/**
 * The same statements for another case, in one transaction on a bare connection, with nothing worked out in between. Only what
 * the database would refuse is made new: the id of the step, and the chain of the journal.
 */
export async function replay(
  client: PoolClient,
  statements: readonly Statement[],
  from: string,
  to: string,
  stepId: string,
): Promise<void> {
  const step = randomUUID();
  let chain: Chain | undefined;
  for (const { name, text, values } of statements) {
    const mapped = values.map(value => forCase(value, [from, to], [stepId, step]));
    if (text.startsWith('insert into journal')) mapped[0] = continued(String(mapped[0]), chain!, to);
    const { rows } = await client.query({ ...(name ? { name } : {}), text, values: mapped });
    if (text.includes('journal_open')) chain = rows[0] as Chain;
  }
}

function forCase(value: unknown, [from, to]: [string, string], [was, is]: [string, string]): unknown {
  if (value === from) return to;
  if (value === `{${from}}` || value === `{"${from}"}`) return `{${to}}`;
  return typeof value === 'string' ? value.replaceAll(was, is) : value;
}

function continued(json: string, { ids, seq, hash, at }: Chain, caseId: string): string {
  const rows = JSON.parse(json) as Record<string, unknown>[];
  const row = { ...rows[0]!, id: Number(ids[0]), seq: seq + 1, previousHash: hash, at };
  return JSON.stringify([{ ...row, subjectId: Number(caseId), hash: randomBytes(32).toString('hex') }]);
}
