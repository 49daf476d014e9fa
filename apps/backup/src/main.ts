import {
  BackupProblem,
  differs,
  drillRestore,
  fileProblem,
  inTemporaryFolder,
  restoreBackup,
  takeBackup,
  type Comparison,
  type Manifest,
} from '#backup';
import { describeFailure, readConfig, readKeySettings, StartError } from '#config';
import { checkFiles, checkRedis, openFileStore, openKeyring } from '#persistence';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import * as path from 'node:path';
import { comparedLines, takenLine, warningLines } from './report.ts';

const USAGE = `用法 usage:
  npm run backup [-- TARGET]
  npm run restore -- SOURCE
  npm run drill:restore [-- SOURCE]
TARGET 备份文件或文件夹,默认 .data/backups;SOURCE 备份文件;演练不写 SOURCE 时先备份当前数据。
退出码 exit code: 0 全部一致 fine · 3 有文书缺失或损坏 documents missing or damaged · 1 失败或不一致 failed or different · 2 用法错误 usage`;

const packageFile = findPackageJSON(import.meta.url)!;
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const say = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`);

function installation() {
  const config = readConfig();
  return { config, files: openFileStore(config, openKeyring(config)) };
}

async function takeOf(target: string): Promise<Manifest> {
  const { config, files } = installation();
  return takeBackup({ databaseUrl: config.databaseUrl, files, version }, target);
}

/** `anjuan-20250131-094500.tar.gz`, by the clock in China. */
function defaultName(): string {
  const now = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
  return `anjuan-${now.replaceAll(/[-:]/g, '').replace(' ', '-')}.tar.gz`;
}

function targetOf(given: string | undefined): string {
  const folder = given ?? path.join(readConfig().dataDir, 'backups');
  if (given === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return path.resolve(isFolder ? path.join(folder, defaultName()) : folder);
}

async function backup(given?: string): Promise<number> {
  const target = targetOf(given);
  const manifest = await takeOf(target);
  say([takenLine(target, manifest, statSync(target).size), ...warningLines(manifest)]);
  return warningLines(manifest).length ? 3 : 0;
}

async function restore(source?: string): Promise<number> {
  if (!source) return usage();
  const target = installation();
  await checkFiles(target.config);
  if (target.config.redisUrl) await checkRedis(target.config.redisUrl);
  const { manifest, compared } = await restoreBackup(path.resolve(source), target);
  return report(compared, warningLines(manifest));
}

function drill(source?: string): Promise<number> {
  return inTemporaryFolder(async folder => {
    const file = source ? path.resolve(source) : path.join(folder, 'backup.tar.gz');
    if (!source) await takeOf(file);
    return report(
      await drillRestore(file, {
        folder,
        repo: path.dirname(packageFile),
        keyring: openKeyring(readKeySettings()),
      }),
      [],
    );
  });
}

function report(compared: Comparison[], warnings: string[]): number {
  say([...comparedLines(compared), ...warnings]);
  if (compared.some(differs)) return 1;
  return warnings.length ? 3 : 0;
}

function usage(): number {
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

const ACTIONS: Record<string, (file?: string) => Promise<number> | number> = { backup, restore, drill };

async function main(): Promise<number> {
  const [action = '', file, ...rest] = process.argv.slice(2);
  if (!ACTIONS[action] || rest.length || file?.startsWith('-')) return usage();
  return ACTIONS[action](file);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1)); // leftovers go at exit
main().then(
  code => process.exit(code),
  (thrown: unknown) => {
    const error = fileProblem((thrown as NodeJS.ErrnoException).path ?? '', thrown);
    const known = error instanceof BackupProblem || error instanceof StartError;
    process.stderr.write(`${known ? error.message : describeFailure(error)}\n`);
    process.exit(1);
  },
);
