// npm run mutation [-- room …]: mutation testing of libs/law, by hand and not in every CI run; exit code 1 below 85 %.
// The tool is installed, at a fixed version, into a copy of the project: it would bring 117 packages to everybody for a
// run made now and then. What survives is listed, with a reason, in test/fixtures/law/mutation/survivors-ROOM.md.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const STRYKER = '10.1.1';
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const law = path.join(root, 'libs/law');
const known = fs
  .readdirSync(law, { withFileTypes: true })
  .filter(one => one.isDirectory())
  .map(one => one.name);
const asked = process.argv.slice(2);
const strange = asked.filter(room => !known.includes(room));
if (strange.length) {
  console.error(
    `usage: npm run mutation [-- room …]; no room ${strange.join(', ')}; rooms: ${known.join(', ')}`,
  );
  process.exit(2);
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'law-mutation.'));
process.on('exit', () => fs.rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const COPIED = ['node_modules', 'package.json', 'package-lock.json', 'tsconfig.json', 'libs/law'];
for (const name of [...COPIED, 'test/fixtures/law'])
  fs.cpSync(path.join(root, name), path.join(work, name), { recursive: true, verbatimSymlinks: true });
for (const name of ['stryker.json', 'vitest.mutation.ts'])
  fs.copyFileSync(path.join(root, 'test/fixtures/law/mutation', name), path.join(work, name));

/** Everything runs on the Node this script runs on, which npm takes from the product's own dependencies. */
function run(args) {
  const bin = path.join(work, 'node_modules/.bin');
  const env = {
    ...process.env,
    PATH: [path.dirname(process.execPath), bin, process.env.PATH].join(path.delimiter),
  };
  return spawnSync(process.execPath, args, { cwd: work, stdio: 'inherit', env }).status ?? 1;
}

const npm = process.env.npm_execpath;
if (!npm) {
  console.error('start it with: npm run mutation');
  process.exit(2);
}
const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'];
const tools = ['core', 'vitest-runner'].map(name => `@stryker-mutator/${name}@${STRYKER}`);
if (run([npm, 'install', ...quiet, ...tools])) process.exit(1);

let code = 0;
for (const room of asked.length ? asked : known) {
  console.log(`== ${room}`);
  const mutate = [`libs/law/${room}/**/*.ts`, '!libs/law/**/*.spec.ts', '!libs/law/**/index.ts'];
  // data of statutes: days and titles, which the grid and the texts themselves check
  mutate.push('!libs/law/statute/statutes.ts');
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  if (run([stryker, 'run', 'stryker.json', '--mutate', mutate.join(',')])) code = 1;
}
process.exit(code);
