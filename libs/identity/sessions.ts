const MINUTE = 60_000;

/** How long a signed-in browser stays signed in. */
export const SESSION_TIMES = {
  /** Without a request. */
  idleMs: 2 * 60 * MINUTE,
  /** At most, however busy. */
  absoluteMs: 12 * 60 * MINUTE,
  /** "Last seen" is written no more often than this. */
  touchMs: MINUTE,
} as const;

/** Instants are milliseconds since 1970. */
export interface SessionTimes {
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

/** @returns the first instant at which the session is over if nothing more is asked through it */
export function sessionOverAt({ lastSeenAt, expiresAt }: SessionTimes): number {
  return Math.min(expiresAt, lastSeenAt + SESSION_TIMES.idleMs);
}
