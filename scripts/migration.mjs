// npm run migration -- create NAME | check: the ORM's own commands against a throw-away cluster with all migrations applied.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '../libs/persistence/embedded/index.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [command, name] = process.argv.slice(2);
const COMMANDS = {
  check: [['migration:up'], ['migration:check']],
  create: [['migration:create', '--name', name ?? 'change']],
};
if (!COMMANDS[command]) {
  console.error('usage: npm run migration -- check | create NAME');
  process.exit(2);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anjuan-migration-'));
fs.chmodSync(folder, 0o755);
const server = await startEmbedded({ repo: root, dataDir: path.join(folder, 'data'), fast: true });
const env = {
  ...process.env,
  DATABASE_URL: server.url('postgres'),
  MIKRO_ORM_CLI_CONFIG: 'schema/mikro-orm.config.ts',
  MIKRO_ORM_CLI_TS_LOADER: 'native',
  MIKRO_ORM_CLI_PREFER_TS: '1',
  NODE_OPTIONS: '--conditions=source',
};
let status = 0;
for (const args of COMMANDS[command]) {
  const cli = path.join(root, 'node_modules/@mikro-orm/cli/cli.js');
  status ||= spawnSync(process.execPath, [cli, ...args], { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}
await server.stop();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(status);
