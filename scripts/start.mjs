// npm start | npm run start:api | npm run start:worker: builds, starts the embedded PostgreSQL when no DATABASE_URL is
// set, runs the process and stops everything together. Re-executes itself on the product's own Node when an older one began.
import { fork, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { holderOf, tryLock } from './lock.mjs';
import { PROCESS_FLAGS } from './process-flags.mjs';

const self = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(self), '..');
const role = process.argv[2] ?? 'all';

if (Number(process.versions.node.split('.')[0]) < 24) {
  const node = path.join(root, 'node_modules/.bin/node');
  if (!fs.existsSync(node)) {
    console.error('dependencies are missing: run this through npm (npm start)');
    process.exit(1);
  }
  const { status } = spawnSync(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const begun = Date.now();
const say = line => console.log(`[anjuan] ${line}`);
const fail = message => {
  console.error(`[anjuan] ${message}`);
  process.exit(1);
};

let server = null;
let starting = null;
let child = null;
let stopping = false;

async function stop(reason, code = 0) {
  if (stopping) return;
  stopping = true;
  if (reason) say(`${reason}: stopping`);
  if (child && child.exitCode === null && child.signalCode === null) {
    const gone = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(hard);
  }
  await starting; // a server on its way up has nobody else to end it
  await server?.stop();
  if (reason) say('stopped');
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
// a terminal or a pipe that is gone must not keep the rest from being stopped in order
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
// npm killed with -9 forwards no signal: stop when the parent changes
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop('the parent process ended'), 1000).unref();

/** One `npm start` per checkout: two would fight over the same data. */
function takeLock() {
  const file = path.join(root, '.data', 'start.lock');
  let release = null;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.chmodSync(path.dirname(file), 0o755); // the server's user must be able to enter, whatever the umask
    release = tryLock(file);
  } catch (error) {
    fail(`cannot write to ${path.dirname(file)} (${error.code}): start as the owner of this folder`);
  }
  if (!release)
    fail(`already running in this folder as process ${holderOf(file)}; stop it first (Ctrl-C there)`);
  process.on('exit', release);
}

/** The server that `npm start` brings along; its end, for whatever reason, ends everything. */
async function startDatabase() {
  const { startEmbedded } = await import('../dist/libs/persistence/embedded/index.js');
  const { ensureDatabase } = await import('../dist/libs/persistence/prepare.js');
  try {
    server = await startEmbedded({ repo: root, log: say });
    await ensureDatabase(server.url('postgres'), 'anjuan');
  } catch (error) {
    await server?.stop().catch(() => undefined);
    fail(`the embedded PostgreSQL does not start: ${error.message}`);
  }
  process.env.ANJUAN_EMBEDDED_URL = server.url('anjuan');
  const log = path.join(path.dirname(server.dataDir), 'postgres.log');
  say(`PostgreSQL on 127.0.0.1:${server.port}, data in ${shown(server.dataDir)}`);
  server.gone().then(() => stop(stopping ? null : `PostgreSQL ended (see ${shown(log)})`, 1));
}

const shown = place => (place.startsWith(`${root}/`) ? path.relative(root, place) : place);

function startProcess() {
  const entry = role === 'worker' ? 'worker' : 'api';
  process.env.ANJUAN_WORKER_INSIDE = role === 'all' ? '1' : '';
  child = fork(path.join(root, `dist/apps/${entry}/src/main.js`), {
    cwd: root,
    execArgv: PROCESS_FLAGS,
    detached: true, // Ctrl-C reaches this process only, which stops the rest in order
  });
  child.on('exit', (code, signal) => {
    if (stopping) return;
    if (code !== 1) console.error(`[anjuan] the ${entry} process ended (${signal ?? code})`);
    stop(null, code || 1);
  });
  child.on('message', announce);
}

function announce(message) {
  if (!message?.ready) return;
  for (const line of message.did ?? []) say(line);
  if (message.ready === 'worker') return say(`worker ready after ${Date.now() - begun} ms`);
  say(`ready after ${Date.now() - begun} ms`);
  say(`GraphQL   ${message.ready}/graphql`);
  say(`GraphiQL  ${message.ready}/graphiql   (open it in a browser: a first query is there)`);
  for (const line of message.entry ?? []) say(line);
  say('Ctrl-C stops everything.');
}

if (!process.env.DATABASE_URL) {
  if (role !== 'all')
    fail(
      `DATABASE_URL: not set; start:${role} shares a database with the other process, npm start brings its own`,
    );
  takeLock();
}
try {
  const { ensureBuilt } = await import('./build.mjs');
  if (ensureBuilt()) say(`compiled after ${Date.now() - begun} ms`);
} catch (error) {
  fail(error.message);
}
if (!process.env.DATABASE_URL && !stopping) await (starting = startDatabase());
if (!stopping) startProcess();
