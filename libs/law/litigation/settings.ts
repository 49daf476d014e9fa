import { DEFAULT_COUNT_SETTINGS, type CountSettings } from '#law/calendar';

/** What the texts of litigation leave open. */
export interface LitigationSettings {
  readonly count: CountSettings;
  /**
   * Reply to judicial suggestions that concern no normative document: no national period was found; local rules
   * often say sixty days. null (default): no clock.
   */
  readonly generalSuggestionDays: number | null;
  /** Whether the suit ends by itself after ninety days of suspension; the text says “裁定终结”. PROPOSE (default). */
  readonly ninetyDaysOfSuspension: 'PROPOSE' | 'DEEMED';
}

export const DEFAULT_LITIGATION_SETTINGS: LitigationSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  generalSuggestionDays: null,
  ninetyDaysOfSuspension: 'PROPOSE',
};
