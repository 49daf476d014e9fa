import { DEFAULT_COUNT_SETTINGS, type CountSettings } from '#law/calendar';
import { MEDIATION_REGIMES, type MediationRegime } from './regimes.ts';

export interface MediationSettings {
  readonly count: CountSettings;
  /** the regimes an office works with: those shipped, and its own */
  readonly regimes: Readonly<Record<string, MediationRegime>>;
  /**
   * Whether agreements mediated by the agency itself may be confirmed by the court. 民事诉讼法(2023) art. 205 speaks
   * of 依法设立的调解组织; whether an agency is one differs by region. Default: yes.
   */
  readonly agencyMayHaveConfirmed: boolean;
  /** The court's time for the ruling: 30 days by 民诉法 187 (default), 15 by the rules of 2011. */
  readonly confirmationRulingDays: 30 | 15;
}

export const DEFAULT_MEDIATION_SETTINGS: MediationSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  regimes: MEDIATION_REGIMES,
  agencyMayHaveConfirmed: true,
  confirmationRulingDays: 30,
};
