import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { isReachable, type Binaries, type ServerUser } from './binaries.ts';
import { isAlive } from './processes.ts';

/** Account of the embedded server; it listens on the loopback address only. */
export const EMBEDDED_ACCOUNT = { user: 'anjuan', password: 'anjuan' } as const;

/** Where the cluster of a checkout lives: inside it, or beside the copied binaries when the server cannot enter it. */
export function chooseDataFolder(repo: string, binaries: Binaries): string {
  const inside = path.join(repo, '.data', 'pg');
  const dir = binaries.user && !isReachable(repo) ? path.join(binaries.shared, 'data') : inside;
  const parent = path.dirname(dir);
  if (!fs.existsSync(parent)) {
    fs.mkdirSync(parent, { recursive: true });
    fs.chmodSync(parent, 0o755); // a umask of 077 would lock the server out
  }
  return dir;
}

function own(dir: string, user: ServerUser): void {
  fs.chownSync(dir, user.uid, user.gid);
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const place = path.join(dir, entry.name);
    if (entry.isDirectory()) own(place, user);
    else fs.lchownSync(place, user.uid, user.gid);
  }
}

/** Runs initdb into a temporary name and renames it, so that an interrupted run leaves nothing half made. */
function initialise(dataDir: string, binaries: Binaries, fast: boolean): void {
  const temporary = `${dataDir}.init-${process.pid}`;
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const passwordDir = fs.mkdtempSync(path.join(os.tmpdir(), 'anjuan-'));
  const passwordFile = path.join(passwordDir, 'password');
  fs.writeFileSync(passwordFile, `${EMBEDDED_ACCOUNT.password}\n`, { mode: 0o600 });
  if (binaries.user)
    for (const place of [temporary, passwordDir, passwordFile])
      fs.chownSync(place, binaries.user.uid, binaries.user.gid);
  const args = [
    '-D',
    temporary,
    '-U',
    EMBEDDED_ACCOUNT.user,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
  ];
  args.push('--encoding=UTF8', '--locale=C.UTF-8', ...(fast ? ['--no-sync'] : []));
  const options = { env: binaries.env, ...binaries.user, encoding: 'utf8' as const, cwd: '/' };
  const result = spawnSync(path.join(binaries.dir, 'bin', 'initdb'), args, options);
  fs.rmSync(passwordDir, { recursive: true, force: true });
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || String(result.error)}`);
  fs.renameSync(temporary, dataDir);
}

/** The process id of a server that runs on this folder; null when there is none. */
export function findRunning(dataDir: string): number | null {
  const lines = pidFileLines(dataDir);
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isAlive(pid)) return null;
  try {
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (path.basename(command[0] ?? '') !== 'postgres' || !command.includes(dataDir)) return null;
  } catch {
    // no /proc on this system: the pid file is all there is
  }
  return pid;
}

export function pidFileLines(dataDir: string): string[] | null {
  try {
    return fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

/** Makes the folder ready for a start: initialised, owned by the server's user, without a stale pid file. */
export function prepareDataFolder(dataDir: string, binaries: Binaries, fast: boolean): void {
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) initialise(dataDir, binaries, fast);
  else if (binaries.user && fs.statSync(dataDir).uid !== binaries.user.uid) own(dataDir, binaries.user);
  // a stale file whose number now belongs to another program makes postgres refuse to start
  if (!findRunning(dataDir)) fs.rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
}
