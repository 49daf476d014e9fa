// A command of the product on DATABASE_URL, or on the data of `npm start`, running or not.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { openDatabase } from './database.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** @param app folder of the command below apps/; it gets the arguments of this process */
export async function runCommand(app) {
  ensureBuilt();
  const database = await openDatabase(root);
  if (!process.env.DATABASE_URL) process.env.ANJUAN_EMBEDDED_URL = database.url;
  const main = path.join(root, `dist/apps/${app}/src/main.js`);
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { DATA_DIR: path.join(root, '.data'), ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', async code => {
    await database.close();
    process.exit(code ?? 1);
  });
}
