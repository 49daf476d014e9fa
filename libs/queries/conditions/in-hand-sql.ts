import type { Bind } from './parameters.ts';

/**
 * The cases an answer has to look at, so that the others are not read: in hand at some time of the period, or heard
 * in it. A hearing counts by its own day, even where the register says that the suit was received later.
 */
export function inHandOrHeardSql(bind: Bind): string {
  const [start, end] = [bind.day('start'), bind.day('end')];
  return `((p.received_on <= ${end} and (p.closed_on is null or p.closed_on >= ${start}))
          or p.heard_on between ${start} and ${end})`;
}
