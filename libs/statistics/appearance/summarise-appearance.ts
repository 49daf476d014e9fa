import type { PostClass } from '#codes';
import type { AppearanceSummary, HearingRecord } from './hearing-record.ts';

/** The highest post stands for the instance: 正职 before 副职 before 其他参与分管的负责人. */
const HEADS: readonly PostClass[] = ['CHIEF', 'DEPUTY', 'OTHER_HEAD'];

/**
 * Folds the hearings of one instance into what statistics count (出庭规定(2020)). One attendance discharges the
 * duty for the instance (art. 7 ¶1), unless the court summoned the head again to a later hearing and nobody came.
 * Other instances are separate proceedings (art. 7 ¶2).
 */
export function summariseAppearance(hearings: readonly HearingRecord[]): AppearanceSummary {
  const held = hearings.filter(one => one.heldOn !== null);
  const attended = held.filter(one => headsAt(one).length > 0);
  const missed = held.filter(one => headsAt(one).length === 0);
  // after a first attendance only a hearing with a fresh summons can still be missed
  const failed = attended.length === 0 ? missed : missed.filter(one => one.headSummonedAgain);
  const unanswered = failed.filter(one => !one.excuseAccepted);
  const appeared = appearedIn(held, attended, unanswered);
  const absent = held.length > 0 && appeared !== true;
  return {
    heardOn: held.map(one => one.heldOn).sort()[0] ?? null,
    hearingsHeld: held.length,
    hearingsAttended: attended.length,
    appeared,
    appearedPost: appeared === true ? highestPost(attended) : null,
    excused: absent && unanswered.length === 0,
    covered: absent && unanswered.length > 0 && unanswered.every(one => one.covered),
  };
}

/** null where what is missing in the record could decide it either way. */
function appearedIn(
  held: readonly HearingRecord[],
  attended: readonly HearingRecord[],
  unanswered: readonly HearingRecord[],
): boolean | null {
  if (held.length === 0) return null;
  if (unanswered.length === 0) return attended.length > 0;
  const unknown = unanswered.filter(one => one.attendances === null).length;
  const undecided = attended.length > 0 ? unknown === unanswered.length : unknown > 0;
  return undecided ? null : false;
}

/** The posts of those who count: a head of the sued organ, identified, who stayed. */
function headsAt(hearing: HearingRecord): PostClass[] {
  return (hearing.attendances ?? [])
    .filter(one => one.identity === 'ACCEPTED' && !one.leftWithoutLeave)
    .map(one => one.post)
    .filter(post => HEADS.includes(post));
}

function highestPost(attended: readonly HearingRecord[]): PostClass | null {
  const posts = new Set(attended.flatMap(headsAt));
  return HEADS.find(post => posts.has(post)) ?? null;
}
