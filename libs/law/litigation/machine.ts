import type { Machine } from '#law/procedure';
import { w } from '#law/statute';
import { deemedEvent } from './deemed.ts';
import type { LtEvent } from './events.ts';
import type { LitigationSettings } from './settings.ts';
import { LT_FINALS, LT_ROLES, LT_STATES, type LtState } from './states.ts';
import { AFTER_STEPS } from './steps-after.ts';
import { TRIAL_STEPS } from './steps.ts';
import { tooLate } from './too-late.ts';

/** 行政应诉: one agency's part in one court instance. The text in force on the day of each step governs it. */
export const LITIGATION: Machine<LtState, LtEvent, LitigationSettings> = {
  name: w('行政应诉', 'litigation response'),
  states: LT_STATES,
  finals: LT_FINALS,
  roles: LT_ROLES,
  steps: [...TRIAL_STEPS, ...AFTER_STEPS],
  suspension: { suspend: 'SUSPEND', resume: 'RESUME' },
  governing: (_, on) => on,
  deemed: deemedEvent,
  notInState: tooLate,
};
