// Runs a command of the product on its database: DATABASE_URL, or the data of `npm start`, running or not.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { openDatabase } from './database.mjs';
import { PROCESS_FLAGS } from './process-flags.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Ends this process with the command's own exit code.
 * @param app folder in apps
 * @param args by default those of this process
 * @param options `database: false` for a command that needs none; `alone: true` for one that must not run beside `npm start`
 */
export async function runCommand(app, args = process.argv.slice(2), { database = true, alone = false } = {}) {
  ensureBuilt();
  const opened = database ? await openDatabase(root, { alone }) : null;
  if (opened && !process.env.DATABASE_URL) process.env.ANJUAN_EMBEDDED_URL = opened.url;
  const entry = path.join(root, `dist/apps/${app}/src/main.js`);
  const child = spawn(process.execPath, [...PROCESS_FLAGS, entry, ...args], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { DATA_DIR: path.join(root, '.data'), ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', async code => {
    await opened?.close();
    process.exit(code ?? 1);
  });
}
