import type { Flow } from './open-id.ts';

/** Minutes somebody may take at the provider. */
export const FLOW_SECONDS = 10 * 60;

/** What a flow began with, for the browser to bring back; it protects that browser against others, not against itself. */
export function writeFlow({ state, nonce, verifier }: Flow, nowMs: number): string {
  return [state, nonce, verifier, Math.floor(nowMs / 1000)].join('.');
}

/** @returns null when there is none, it cannot be read, or it is too old */
export function readFlow(cookie: string | undefined, nowMs: number): Flow | null {
  const [state, nonce, verifier, begun, ...rest] = (cookie ?? '').split('.');
  if (!state || !nonce || !verifier || !/^\d{1,12}$/.test(begun ?? '') || rest.length) return null;
  const age = nowMs / 1000 - Number(begun);
  return age >= -FLOW_SECONDS && age < FLOW_SECONDS ? { state, nonce, verifier } : null;
}
