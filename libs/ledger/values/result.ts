import type { ProblemCode } from '../rows/problems.ts';

/** What reading one cell gives: a value (null when the cell says nothing) or the reason why it cannot be read. */
export type Read<T> = { ok: true; value: T | null } | { ok: false; code: ProblemCode };

const EMPTY = { ok: true, value: null } as const;

export const empty = <T>(): Read<T> => EMPTY;
export const value = <T>(v: T): Read<T> => ({ ok: true, value: v });
export const problem = (code: ProblemCode): { ok: false; code: ProblemCode } => ({ ok: false, code });
