import { guard } from '#law/procedure';
import { w } from '#law/statute';
import { governingDay } from './facts.ts';
import { FILE_ACCESS_BASIS, FILE_ACCESS_GROUNDS, groundBasis } from './grounds.ts';
import type { RcGuard } from './guards-intake.ts';
import { INVESTIGATORS_BASIS, investigatorsSuffice } from './participants.ts';
import { inOldTexts, regulation } from './texts.ts';

/** “不得少于两人” protects the witness and the record alike. Before the regulation of 2007 no text had a number (22). */
export const twoInvestigators: RcGuard = guard(
  'INVESTIGATION_NEEDS_TWO_OFFICERS',
  {
    basis: INVESTIGATORS_BASIS,
    older: [[regulation(34, 2)]],
    message: w('调查取证时,行政复议人员不得少于两人', 'evidence is taken by two or more officers'),
    remedy: w(
      '增加调查人员;由一人调查的,应当重新调查取证',
      'add an officer; what one took alone is taken anew',
    ),
  },
  (_, event) => event?.kind !== 'INVESTIGATE' || investigatorsSuffice(event.officers),
);

/** Public security and stability are no grounds before 2024: 23(2) of the older texts listed three. */
export const fileAccessGroundInForce: RcGuard = guard(
  'FILE_ACCESS_GROUND_IS_IN_FORCE',
  {
    basis: FILE_ACCESS_BASIS,
    older: inOldTexts(23, 2),
    message: w('适用于本案的条文没有该情形', 'the text that governs the case does not list this ground'),
    remedy: w('选择其他情形,或者同意查阅', 'choose another ground, or grant access'),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'REFUSE_FILE_ACCESS' ||
    groundBasis(FILE_ACCESS_GROUNDS[event.ground], governingDay(facts, event.on, settings)) !== null,
);
