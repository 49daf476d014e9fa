// A lock file with its holder's process id and start time: the number alone may belong to another program after a kill.
// No dependencies and old syntax, because the bootstrap uses it on the machine's own Node.
import fs from 'node:fs';
import path from 'node:path';

const pause = ms => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** When a process began, in the kernel's words; null when there is none, '?' where the system does not tell. */
function beginOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return fs.existsSync('/proc/self/stat') ? null : '?';
  }
}

const contentOf = file => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The process that holds the lock, or 0. */
export function holderOf(file) {
  const [pid, begin] = contentOf(file).split(' ');
  return Number(pid) > 0 && beginOf(Number(pid)) === begin ? Number(pid) : 0;
}

/** Makes the lock appear with its content or not at all. @throws EEXIST when there is one */
function publish(draft, file) {
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (error.code === 'EEXIST') throw error;
    fs.writeFileSync(file, contentOf(draft), { flag: 'wx' }); // a file system without hard links
  }
}

/**
 * Takes the lock.
 * @returns a function that gives it back, or null when another process holds it
 */
export function tryLock(file) {
  const mine = `${process.pid} ${beginOf(process.pid)}`;
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        publish(draft, file);
        return () => contentOf(file) === mine && fs.rmSync(file, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      if (holderOf(file)) return null;
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Takes the lock as soon as it is free. */
export function waitForLock(file) {
  for (;;) {
    const release = tryLock(file);
    if (release) return release;
    pause(200);
  }
}
