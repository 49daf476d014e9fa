import * as path from 'node:path';
import type { ApiClient } from './client.ts';

export const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/ledgers');

export interface ImportState {
  id: number;
  state: string;
  rowsIn: number;
  imported: number;
  added: number;
  changed: number;
  rejected: number;
  skipped: number;
  unchanged: number;
  balanced: boolean;
  newOrgans: string[];
  error: { code: string; zh: string } | null;
}

const FIELDS =
  'id state rowsIn imported added changed rejected skipped unchanged balanced newOrgans error { code zh }';

export async function registerOrgan(
  app: ApiClient,
  code: string,
  name: string,
  level: string,
): Promise<void> {
  const { registerOrgan: answer } = await app.ask<{ registerOrgan: { __typename: string } }>(
    `mutation ($input: RegisterOrganArgs!) { registerOrgan(input: $input) { __typename } }`,
    { input: { code, name, level } },
  );
  if (answer.__typename !== 'Organ') throw new Error(`organ ${code}: ${JSON.stringify(answer)}`);
}

let requests = 0;

/** Asks for an import and gives back the answer as it comes: the import, or the refusal. */
export async function requestImport(
  app: ApiClient,
  organ: string,
  file: { key: string; name: string },
  more: object = {},
): Promise<Record<string, unknown>> {
  const input = {
    organ,
    file: { key: file.key, name: file.name },
    requestId: `test-${process.pid}-${++requests}`,
    ...more,
  };
  const answer = await app.ask<{ importLedger: Record<string, unknown> }>(
    `mutation ($input: ImportLedgerArgs!) { importLedger(input: $input) {
       __typename ... on LedgerImport { ${FIELDS} } ... on Refusal { code message { zh } remedy { zh } details } } }`,
    { input },
  );
  return answer.importLedger;
}

/** Polls an import until it has ended. */
export async function finished(app: ApiClient, id: number): Promise<ImportState> {
  for (let i = 0; i < 600; i++) {
    const { ledgerImport } = await app.ask<{ ledgerImport: ImportState }>(
      `query ($id: Int!) { ledgerImport(id: $id) { ${FIELDS} } }`,
      { id },
    );
    if (['DONE', 'FAILED', 'UNDONE'].includes(ledgerImport.state)) return ledgerImport;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`import ${id} does not end`);
}

/** Uploads a ledger, imports it and waits. */
export async function importLedger(
  app: ApiClient,
  organ: string,
  file: string | Buffer,
  more: { name?: string; mapping?: object } = {},
): Promise<ImportState> {
  const upload = await app.upload(typeof file === 'string' ? path.join(FIXTURES, file) : file, more.name);
  const { id } = await requestImport(app, organ, upload, more.mapping ? { mapping: more.mapping } : {});
  return finished(app, id as number);
}
