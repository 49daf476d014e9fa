import { w } from '#law/statute';
import { fileAccessGroundInForce, twoInvestigators } from './guards-participation.ts';
import { FILE_ACCESS_BASIS } from './grounds.ts';
import * as ask from './inputs.ts';
import { OPEN_AFTER_ACCEPTANCE, OPEN_OR_SUSPENDED } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { inOldTexts, law, regulation } from './texts.ts';

const HANDLER = ['HANDLER'] as const;

/** Evidence taken by the office, third parties, the file shown (行政复议法(2023) art. 16, 45, 47). */
export const PARTICIPATION_STEPS: readonly RcStep[] = [
  {
    // the certificate shown and the record of the questions belong to the papers, not to the rule
    kind: 'INVESTIGATE',
    name: w('调查取证', 'investigate'),
    from: OPEN_AFTER_ACCEPTANCE,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.OFFICERS],
    bases: [[law(45)], [regulation(34)], ...inOldTexts(22)],
    guards: [twoInvestigators],
  },
  {
    // asked by itself or called by the office; staying away stops nothing (16(2)), so no clock hangs on it
    kind: 'JOIN_THIRD_PARTY',
    name: w('第三人参加', 'a third party joins'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [[law(16, 1)], [regulation(9)], ...inOldTexts(10, 3)],
  },
  {
    // for applicants, third parties and their agents; copies since 2023, before that the papers could be read
    kind: 'GRANT_FILE_ACCESS',
    name: w('同意查阅、复制', 'grant access to the file'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    bases: [FILE_ACCESS_BASIS, ...inOldTexts(23, 2)],
  },
  {
    // a step of its own, because it needs a ground of the list; of some papers, while others may be shown
    kind: 'REFUSE_FILE_ACCESS',
    name: w('不予查阅、复制', 'refuse access to the file'),
    from: OPEN_OR_SUSPENDED,
    to: 'SAME',
    roles: HANDLER,
    inputs: [ask.FILE_ACCESS_GROUND],
    bases: [FILE_ACCESS_BASIS, ...inOldTexts(23, 2)],
    guards: [fileAccessGroundInForce],
  },
];
