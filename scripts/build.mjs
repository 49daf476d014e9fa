// Compiles apps, libs and schema to dist when a source is newer than the last build. Runs on the product's own Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** Two starts at once must not write the same folder: each builds its own and the last one to finish is kept. */
export function ensureBuilt() {
  const wanted = sourceHash();
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted) return false;
  const fresh = path.join(root, `.build-${process.pid}`);
  const swc = path.join(root, 'node_modules/@swc/cli/bin/swc.js');
  const args = [swc, 'apps', 'libs', 'schema', '-d', fresh, '--quiet'];
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) throw new Error('the build failed: see the lines above');
  fs.writeFileSync(path.join(fresh, '.stamp'), wanted);
  const old = `${fresh}-old`;
  if (fs.existsSync(dist)) fs.renameSync(dist, old);
  try {
    fs.renameSync(fresh, dist);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    fs.rmSync(fresh, { recursive: true, force: true }); // another start was faster with the same sources
  }
  fs.rmSync(old, { recursive: true, force: true });
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();
