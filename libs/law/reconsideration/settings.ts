import { DEFAULT_COUNT_SETTINGS, type CountSettings } from '#law/calendar';

/** What the texts of reconsideration leave open. Each default is the one documented in its comment. */
export interface ReconsiderationSettings {
  readonly count: CountSettings;
  /**
   * Which text governs a case that lived through a change. 行政复议法(2023) art. 90 only says when it comes into
   * force. RECEIPT_DAY (default): the text in force when the application was received governs the whole case.
   * STEP_DAY: each step follows the text in force on the day that sets its clock.
   */
  readonly governing: 'RECEIPT_DAY' | 'STEP_DAY';
  /**
   * From when the decision period of the older texts runs. RECORDED (default): the day recorded as acceptance,
   * or else receipt. RECEIPT: always the receipt, by the letter of art. 17(2) (“收到之日起即为受理”), which
   * however speaks of receipt by the legal office, a day old ledgers do not tell apart.
   */
  readonly oldTextAcceptance: 'RECORDED' | 'RECEIPT';
}

export const DEFAULT_RECONSIDERATION_SETTINGS: ReconsiderationSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  governing: 'RECEIPT_DAY',
  oldTextAcceptance: 'RECORDED',
};
