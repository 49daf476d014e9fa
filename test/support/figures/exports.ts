import type { TestApp } from '../app.ts';

export interface ExportState {
  __typename?: string;
  id: number;
  state: string;
  progress: number;
  url: string | null;
  fileName: string | null;
  error: string | null;
  violations: { identity: string; zh: string; cases: string[]; remedy: { zh: string } }[] | null;
}

export interface RefusalAnswer {
  __typename: 'Refusal';
  code: string;
  message: { zh: string; en: string };
  remedy: { zh: string; en: string };
}

const FIELDS = 'id state progress url fileName error violations { identity zh cases remedy { zh } }';
const EXPORT = `mutation ($input: ExportReturnArgs!) { exportReturn(input: $input) {
  __typename ... on ReturnExport { ${FIELDS} } ... on Refusal { code message { zh en } remedy { zh en } } } }`;

let requests = 0;

/** Asks for a return and gives back the answer as it comes: the export, or the refusal. */
export async function requestExport(app: TestApp, input: object): Promise<ExportState | RefusalAnswer> {
  const requestId = `export-${process.pid}-${++requests}`;
  const answer = await app.ask<{ exportReturn: ExportState | RefusalAnswer }>(EXPORT, {
    input: { requestId, ...input },
  });
  return answer.exportReturn;
}

/** Asks for a return and polls it until it has ended. */
export async function exported(app: TestApp, input: object): Promise<ExportState> {
  const asked = await requestExport(app, input);
  if (asked.__typename === 'Refusal') throw new Error(JSON.stringify(asked));
  for (let i = 0; i < 600; i++) {
    const { returnExport } = await app.ask<{ returnExport: ExportState }>(
      `query ($id: Int!) { returnExport(id: $id) { ${FIELDS} } }`,
      { id: (asked as ExportState).id },
    );
    if (['DONE', 'REFUSED', 'FAILED'].includes(returnExport.state)) return returnExport;
    await new Promise(resolve => setTimeout(resolve, 30));
  }
  throw new Error('the export does not end');
}

/** The file of an export, by its link. */
export async function downloaded(app: TestApp, { url, state }: ExportState): Promise<Buffer> {
  if (url === null) throw new Error(`no file: ${state}`);
  const response = await app.fetch(url);
  if (!response.ok) throw new Error(`download: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
