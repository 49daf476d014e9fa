// npm run ledger -- check FILE | import FILE --organ CODE: on DATABASE_URL, or on the data of `npm start`, running or not.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { openDatabase } from './database.mjs';
import { PROCESS_FLAGS } from './process-flags.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
ensureBuilt();

const database = await openDatabase(root);
if (!process.env.DATABASE_URL) process.env.ANJUAN_EMBEDDED_URL = database.url;
const args = [...PROCESS_FLAGS, path.join(root, 'dist/apps/ledger/src/main.js'), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { DATA_DIR: path.join(root, '.data'), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', async code => {
  await database.close();
  process.exit(code ?? 1);
});
