// Compiles apps, libs and schema to dist when a source is newer than the last build. Runs on the product's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const stampFile = path.join(dist, '.stamp');

function sourceHash() {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, '.swcrc')));
  for (const folder of ['apps', 'libs', 'schema']) {
    const files = fs.readdirSync(path.join(root, folder), { recursive: true }).filter(f => f.endsWith('.ts'));
    for (const file of files.sort()) {
      const { mtimeMs, size } = fs.statSync(path.join(root, folder, file));
      hash.update(`${folder}/${file}:${mtimeMs}:${size}\n`);
    }
  }
  return hash.digest('hex');
}

const isFresh = wanted => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted;

/** True when something had to be compiled. Two at once: the second waits and finds everything done. */
export function ensureBuilt() {
  if (isFresh(sourceHash())) return false;
  const release = waitForLock(path.join(root, '.build.lock'));
  try {
    const wanted = sourceHash();
    if (isFresh(wanted)) return false;
    compile(wanted);
    return true;
  } finally {
    release();
  }
}

/** Builds beside the old result and swaps them: a build that fails or is killed leaves the old one whole. */
function compile(wanted) {
  const fresh = path.join(root, '.build');
  fs.rmSync(fresh, { recursive: true, force: true });
  const swc = path.join(root, 'node_modules/@swc/cli/bin/swc.js');
  const args = [swc, 'apps', 'libs', 'schema', '-d', fresh, '--quiet'];
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) throw new Error('the build failed: see the lines above');
  fs.writeFileSync(path.join(fresh, '.stamp'), wanted);
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(fresh, dist);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();
