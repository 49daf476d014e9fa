import { ImportLedger, RegisterOrgan } from '#casework';
import { systemScope, type SystemActor } from '#identity';
import { FileStore, OrganDirectory } from '#persistence';
import { LedgerImports } from '#queries';
import type { INestApplicationContext } from '@nestjs/common';
import { createReadStream, existsSync } from 'node:fs';
import * as path from 'node:path';
import { playCases } from './demo-cases.ts';

/** Offices whose published figures of 2017 the demo ledgers add up to; the rows are invented. */
const OFFICES = [
  { code: 'luzhou', name: '泸州市人民政府', level: 'CITY_GOVERNMENT', files: ['luzhou-2017.xlsx'] },
  { code: 'dongli', name: '东丽区人民政府', level: 'COUNTY_GOVERNMENT', files: ['dongli-2017.xlsx'] },
  { code: 'luolong', name: '洛龙区人民政府', level: 'COUNTY_GOVERNMENT', files: ['luolong-2017.xlsx'] },
  { code: 'moushi', name: '某市人民政府', level: 'COUNTY_GOVERNMENT', files: ['city-summary-two.xlsx'] },
  {
    code: 'mouqu',
    name: '某区人民政府',
    level: 'COUNTY_GOVERNMENT',
    files: ['nasty-2024.xlsx', 'nasty-2024.gb18030.csv'],
  },
];

const DEMO: SystemActor = { system: 'demo', onBehalfOf: null };
const FOLDER = 'test/fixtures/ledgers';

/**
 * Loads the demo ledgers and cases into an empty database, by the same commands a clerk uses. Started again after a kill it goes
 * on where it was: every step has a request id.
 * @returns what was done, in lines for the person who started the program
 */
export async function loadDemo(app: INestApplicationContext): Promise<string[]> {
  if (!existsSync(FOLDER)) return [];
  const did: string[] = [];
  for (const { files, ...organ } of OFFICES) {
    // before the last ledger, which tells a later start that everything is there
    if (organ.code === OFFICES.at(-1)!.code) did.push(await playCases(app, DEMO));
    if (!app.get(OrganDirectory).byCode(organ.code)) await app.get(RegisterOrgan).execute(DEMO, organ);
    for (const name of files) {
      const { key } = await app.get(FileStore).put(createReadStream(path.join(FOLDER, name)));
      const request = { organ: organ.code, file: { key, name }, mapping: null, requestId: `demo:${name}` };
      const done = await finished(app.get(LedgerImports), await app.get(ImportLedger).execute(DEMO, request));
      did.push(
        `demo: ${organ.name} (${organ.code}) ${name}: ${done.added} cases, ${done.rejected} rows rejected`,
      );
    }
  }
  return did;
}

async function finished(imports: LedgerImports, id: number) {
  for (;;) {
    const record = await imports.byId(systemScope(), id);
    if (record && ['DONE', 'FAILED'].includes(record.state)) return record;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** True until every demo ledger has been asked for: a database somebody works in is left alone. */
export async function isDemoWanted(app: INestApplicationContext): Promise<boolean> {
  const organs = app.get(OrganDirectory);
  if (organs.size === 0) return true;
  const last = OFFICES.at(-1)!;
  const organ = organs.byCode(last.code);
  if (!organs.byCode(OFFICES[0]!.code)) return false;
  const imports = organ ? await app.get(LedgerImports).ofOrgan(systemScope(), organ.id) : [];
  return imports.length < last.files.length;
}
