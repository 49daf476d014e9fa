// npm run ledger -- check FILE | import FILE --organ CODE: on DATABASE_URL, or on the data of `npm start`, running or not.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { tryLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
ensureBuilt();

/** The server of a running `npm start`, or one of our own, which a start then finds taken. */
async function database() {
  const { borrowEmbedded, startEmbedded } = await import('../dist/libs/persistence/embedded/index.js');
  const { ensureDatabase } = await import('../dist/libs/persistence/prepare.js');
  const data = path.join(root, '.data');
  fs.mkdirSync(data, { recursive: true });
  fs.chmodSync(data, 0o755); // the server's user must be able to enter, whatever the umask
  const release = tryLock(path.join(data, 'start.lock'));
  if (release) process.on('exit', release);
  const own = release ? await startEmbedded({ repo: root }) : null;
  const server = own ?? (await borrowEmbedded(root));
  if (own) await ensureDatabase(own.url('postgres'), 'anjuan');
  process.env.ANJUAN_EMBEDDED_URL = server.url('anjuan');
  return own;
}

const own = process.env.DATABASE_URL ? null : await database();
const args = [
  '--enable-source-maps',
  path.join(root, 'dist/apps/ledger/src/main.js'),
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, args, {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { DATA_DIR: path.join(root, '.data'), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', async code => {
  await own?.stop();
  process.exit(code ?? 1);
});
