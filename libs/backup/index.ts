export * from './comparison.ts';
export * from './drill.ts';
export * from './leftovers.ts';
export type { Manifest } from './manifest.ts';
export * from './problem.ts';
export * from './restore-backup.ts';
export * from './take-backup.ts';
