// npm run ledger -- check FILE | import FILE --organ CODE: on DATABASE_URL, or on the data of `npm start`, running or not.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
ensureBuilt();

let server = null;
if (!process.env.DATABASE_URL) {
  const { startEmbedded } = await import('../dist/libs/persistence/embedded/index.js');
  const { ensureDatabase } = await import('../dist/libs/persistence/prepare.js');
  server = await startEmbedded({ repo: root, borrow: true });
  await ensureDatabase(server.url('postgres'), 'anjuan');
  process.env.ANJUAN_EMBEDDED_URL = server.url('anjuan');
}
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
  if (server && !server.adopted) await server.stop();
  process.exit(code ?? 1);
});
