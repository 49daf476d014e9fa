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
  /**
   * Days to ask for late evidence, and to bring it after leave, in suits of 2015-05-01 to 2018-02-07. The rules of
   * evidence of 2002 (art. 1) say ten, taken from the law of 1989; the law of 2014 made the evidence period fifteen
   * (art. 67(1)) and left the rules as they were. Fifteen (default): the request follows the period it belongs to.
   */
  readonly evidenceLeaveDaysBefore2018: 15 | 10;
}

export const DEFAULT_LITIGATION_SETTINGS: LitigationSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  generalSuggestionDays: null,
  ninetyDaysOfSuspension: 'PROPOSE',
  evidenceLeaveDaysBefore2018: 15,
};
