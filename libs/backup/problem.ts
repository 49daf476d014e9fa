/**
 * Why a backup cannot be made, read or restored: one line for the person at the terminal, in both languages. Anything
 * else that is thrown is a fault and shows its stack.
 */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';

  /** @param subject the file or folder it is about */
  constructor(subject: string, zh: string, en: string, options?: ErrorOptions) {
    super(`${subject}: ${zh} | ${en}`.replaceAll(/\s*\n\s*/g, ' '), options);
  }
}

const FULL = [
  '磁盘空间不足(或达到文件大小上限),请清理空间或换一个位置后重试',
  'no space left there (or a limit on the size of files); make room or choose another place, then try again',
] as const;

/** By the system's code: what it means for whoever named the file. */
const FILE_PROBLEMS: Record<string, readonly [string, string]> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: ['没有权限;请调整权限或换一个位置', 'no permission; change its rights or choose another place'],
  EPERM: ['没有权限;请调整权限或换一个位置', 'no permission; change its rights or choose another place'],
  EROFS: ['该位置只读;请换一个位置', 'that place is read-only; choose another'],
  ENOENT: ['没有这个文件或文件夹;请检查路径', 'no such file or folder; check the path'],
  ENOTDIR: ['路径中有一段不是文件夹;请检查路径', 'a part of the path is no folder; check it'],
  EISDIR: ['这是一个文件夹,应为备份文件', 'this is a folder, not a backup file'],
  EIO: ['读写磁盘出错;请检查磁盘', 'the disk reports an error; check it'],
};

/** Tells what a system call says about a file; anything that does not come from one is given back as it is. */
export function fileProblem(file: string, error: unknown): unknown {
  const known = FILE_PROBLEMS[(error as NodeJS.ErrnoException).code ?? ''];
  return known ? new BackupProblem(file, ...known, { cause: error }) : error;
}
