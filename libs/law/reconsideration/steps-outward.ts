import { w } from '#law/statute';
import { decisionToPublish, somethingToCopy } from './guards-outward.ts';
import * as ask from './inputs.ts';
import { OPEN_OR_SUSPENDED } from './states.ts';
import type { RcStep } from './steps-intake.ts';
import { law, regulation } from './texts.ts';

const ENDINGS = ['DECIDED', 'MEDIATED', 'DISMISSED', 'TERMINATED', 'EFFECTIVE'] as const;

/** What a case tells those outside it (条例(2007) art. 57(2), 行政复议法(2023) art. 79). */
export const OUTWARD_STEPS: readonly RcStep[] = [
  {
    // on the rules themselves and how they are carried out, not on one act; the law of 2023 left it to the regulation
    kind: 'RECOMMENDATION_LETTER',
    name: w('制发行政复议建议书', 'send a recommendation letter'),
    from: [...OPEN_OR_SUSPENDED, ...ENDINGS],
    to: 'SAME',
    roles: ['HANDLER', 'OFFICE_HEAD'],
    inputs: [ask.ADDRESSEE],
    bases: [[regulation(57, 2)]],
  },
  {
    // as far as the act itself was public; no period is set, and the file may be closed by then
    kind: 'PUBLISH',
    name: w('公开行政复议决定书', 'publish the decision'),
    from: ['EFFECTIVE', 'CLOSED'],
    to: 'SAME',
    roles: ['HANDLER', 'OFFICE_HEAD'],
    bases: [[law(79, 1)]],
    guards: [decisionToPublish],
  },
  {
    // a duty where the respondent is a department of the same government; who that is, the parties of the case tell
    kind: 'COPY_TO_SUPERIOR',
    name: w('抄告上一级主管部门', "copy to the respondent's superior"),
    from: ['EFFECTIVE', 'MEDIATED', 'TERMINATED', 'CLOSED'],
    to: 'SAME',
    roles: ['HANDLER', 'OFFICE_HEAD'],
    inputs: [ask.SUPERIOR],
    bases: [[law(79, 2)]],
    guards: [somethingToCopy],
  },
];
