import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface SeenProcess {
  pid: number;
  parent: number;
  command: string;
  folder: string;
}

function seen(pid: number): SeenProcess | null {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (state === 'Z') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), command, folder: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    return null; // ended meanwhile, or somebody else's
  }
}

function allProcesses(): SeenProcess[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => seen(Number(name)))
    .filter(one => one !== null);
}

/** Everything that runs in one of these folders or was started with its path, and the watchdogs of those processes. */
export function processesOf(...folders: string[]): SeenProcess[] {
  const all = allProcesses();
  const own = all.filter(
    one =>
      one.pid !== process.pid &&
      folders.some(folder => `${one.folder}/`.startsWith(`${folder}/`) || one.command.includes(folder)),
  );
  const watched = new Set(own.map(one => String(one.pid)));
  const isWatchdog = (one: SeenProcess) =>
    one.command.includes('read _; kill') && watched.has(one.command.split(' ').at(-1)!);
  return [...own, ...all.filter(one => isWatchdog(one) && !own.includes(one))];
}

/** Waits until nothing of these folders runs any more; gives back what still does after the time. */
export async function leftRunning(folders: string[], withinMs = 15_000): Promise<SeenProcess[]> {
  const until = Date.now() + withinMs;
  for (;;) {
    const left = processesOf(...folders);
    if (!left.length || Date.now() > until) return left;
    await pause(50);
  }
}

/** Ends processes of a test at once, each by its id. */
export function killAll(processes: readonly SeenProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // ended meanwhile
    }
  }
}
