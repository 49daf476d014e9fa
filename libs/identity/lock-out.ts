const SECOND = 1000;
const FREE = 5;
const FIRST_MS = 30 * SECOND;
const LONGEST_MS = 15 * 60 * SECOND;

/**
 * 锁定: how long nobody may sign in after so many wrong passwords in a row. It doubles, up to a quarter of an hour: a
 * guesser is slowed to four tries an hour, and nobody can shut an account for good by guessing.
 */
export function lockOutMs(failures: number): number {
  return failures < FREE ? 0 : Math.min(FIRST_MS * 2 ** (failures - FREE), LONGEST_MS);
}
