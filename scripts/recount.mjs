// npm run recount [-- --repair]: counts every case again and compares with the month figures; exit code 1 when they differ.
// With --repair it then writes the month figures anew. Works on DATABASE_URL, else on the embedded database's data.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { ensureBuilt } from './build.mjs';
import { openDatabase } from './database.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
if (args.some(arg => arg !== '--repair')) {
  console.error('usage: npm run recount [-- --repair]');
  process.exit(2);
}

ensureBuilt();
const { recountFigures, repairFigures } = await import('../dist/libs/queries/figures/recount.js');

const database = await openDatabase(root);
const client = new Client(database.url);
let code = 0;
try {
  await client.connect();
  const begun = Date.now();
  const { total, differences } = await recountFigures(client);
  for (const d of differences) {
    const where = [
      d.register,
      d.event,
      d.month,
      d.below && d.organId === 0 ? 'all organs' : `${d.below ? 'below organ' : 'organ'} ${d.organId}`,
      d.instance,
      d.outcome,
    ].filter(Boolean);
    console.log(`${where.join(' ')}: kept ${d.kept}, counted ${d.counted}`);
  }
  if (total > differences.length) console.log(`… and ${total - differences.length} more`);
  console.log(`${total} differences (${Date.now() - begun} ms)`);
  if (total && args.includes('--repair')) {
    await repairFigures(client);
    const left = (await recountFigures(client)).total;
    console.log(`written anew: ${left} differences`);
    code = left ? 1 : 0;
  } else code = total ? 1 : 0;
} catch (error) {
  console.error(`recount: ${error.message}`);
  code = 1;
} finally {
  await client.end().catch(() => undefined);
  await database.close();
}
process.exit(code);
