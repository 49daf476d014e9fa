import { hashOfSecret, TOKEN_PREFIX } from '#persistence';
import { DownloadLinks, type Linked } from '../../../apps/api/src/http/files/download-links.ts';
import { runSql } from '../database.ts';
import type { ApiClient } from '../client.ts';
import type { Ask } from './asking.ts';
import type { Place, World } from './world.ts';

/**
 * What became of a request: A answered; N none of the roles allows it; S outside of the scope; - nothing is there, as far
 * as the asker can tell; U not signed in. Anything else is no outcome of a permission, and is written out.
 */
const BY_CODE: Readonly<Record<string, string>> = {
  NOT_ALLOWED: 'N',
  NOT_IN_SCOPE: 'S',
  ACCOUNT_OUT_OF_REACH: 'S',
  UNAUTHENTICATED: 'U',
  // past the door, these two ask for more than a permission
  SIGN_IN_REFUSED: 'A',
  SESSION_REQUIRED: 'A',
  STEP_UNKNOWN: 'A',
  RESPONDENT_DATES_ITS_STEPS_TODAY: 'A',
  LETTER_INCOMPLETE: 'A',
  LETTER_UNKNOWN: 'A',
  SERVICE_UNKNOWN: 'A',
  FILE_UNKNOWN: 'A',
  CASE_UNKNOWN: '-',
  PARTY_UNKNOWN: '-',
  IMPORT_UNKNOWN: '-',
  EXPORT_UNKNOWN: '-',
  REMINDER_UNKNOWN: '-',
  ONLY_IN_THE_DEMO: '-',
  CONFLICT_UNKNOWN: '-',
};

/** What the server closes a connection with that nobody may open. */
const FORBIDDEN = 4403;

const byCode = (code: string) => BY_CODE[code] ?? `[${code}]`;

function ofValue(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (Array.isArray(value)) return value.length ? 'A' : '-';
  const {
    code,
    nodes,
    basis,
    __typename: type,
  } = value as { code?: string; nodes?: unknown[]; basis?: unknown[]; __typename?: string };
  // what an article stands behind was answered by the law, past every door
  if (type === 'Refusal') return basis?.length ? 'A' : byCode(code!);
  return nodes?.length === 0 ? '-' : 'A';
}

interface Told {
  extensions: { code: string };
}

async function ofSubscription(client: ApiClient, text: string, variables: object): Promise<string> {
  const answers = client.subscribe<Record<string, unknown>>(text, variables as Record<string, unknown>);
  try {
    const { value } = await answers.next();
    return ofValue(Object.values(value!)[0]);
  } catch (error) {
    if ((error as { code?: number }).code === FORBIDDEN) return 'U';
    const [told] = JSON.parse((error as Error).message || JSON.stringify(error)) as Told[];
    return byCode(told!.extensions.code);
  } finally {
    await answers.return(undefined);
  }
}

async function ofOperation(client: ApiClient, text: string, variables: object): Promise<string> {
  if (text.startsWith('subscription')) return ofSubscription(client, text, variables);
  const { data, errors } = await client.send<Record<string, unknown>>(text, variables);
  return errors ? byCode(errors[0]!.extensions.code) : ofValue(Object.values(data)[0]);
}

async function ofRequest(client: ApiClient, place: string, init?: RequestInit): Promise<string> {
  const response = await client.fetch(place, init);
  if (response.status < 400) {
    await response.body?.cancel(); // what it holds is not the question
    return 'A';
  }
  const text = await response.text();
  if (response.status === 404) return '-';
  return byCode((JSON.parse(text) as { code: string }).code);
}

export async function outcomeOf(ask: Ask, place: Place, world: World, client: ApiClient): Promise<string> {
  if (ask.request) {
    const [url, init] = ask.request(place);
    return ofRequest(client, await withLink(url, world, client), init);
  }
  return ofOperation(client, ...(await ask.operation!(place, world, client)));
}

const LINKED: Readonly<Record<string, Linked>> = {
  exports: 'export',
  letters: 'letter',
  documents: 'document',
};

/** A file is asked for by a link of the asker's own, as GraphQL would have given it: only the permission decides. */
async function withLink(url: string, { app }: World, client: ApiClient): Promise<string> {
  const [, room, id] = /^\/(exports|letters|documents)\/(\d+)\//.exec(url) ?? [];
  const secret = client.headers.authorization?.slice(`Bearer ${TOKEN_PREFIX}`.length);
  if (!room || !secret) return url;
  const sql = 'select account_id as "accountId" from api_token where secret_hash = $1';
  const [account] = await runSql<{ accountId: number }>(app.databaseUrl, sql, [hashOfSecret(secret)]);
  return `${url.split('?')[0]}?${app.app.get(DownloadLinks).sign(Number(id), account!, LINKED[room])}`;
}
