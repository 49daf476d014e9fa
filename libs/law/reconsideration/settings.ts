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
  /** Day 0 of RC-05: the sixtieth day itself (default), or that day moved off a holiday. */
  readonly inactionDay0: 'SIXTIETH_DAY' | 'ROLLED';
  /**
   * Decision period after simplified → ordinary (art. 55 is silent): sixty days from acceptance (default, like
   * 行诉解释(2018) art. 105 in court), or sixty days from the conversion.
   */
  readonly conversion: 'FROM_ACCEPTANCE' | 'FROM_CONVERSION';
  /** Art. 62(1) says “延长期限最多不得超过三十日”, not how often. true (default): once. */
  readonly extendOnlyOnce: boolean;
  /** Whether suspension (art. 39) takes its days out of the decision period. No text says so; all practice does. */
  readonly suspensionStopsDecision: boolean;
  /**
   * After sixty days of suspension on grounds 1, 2, 4. PROPOSE (default): the organ has to decide, as art. 41 says
   * “决定终止”. DEEMED: the case ends by itself on that day.
   */
  readonly sixtyDaysOfSuspension: 'PROPOSE' | 'DEEMED';
  /**
   * Who hears acts done jointly by organs of different places or levels. 行政复议法(2023) has no rule (the older texts:
   * 15(1)(4), the common superior organ). COMMON_SUPERIOR_GOVERNMENT (default): since 2024 only governments hear
   * local cases (24). COMMON_SUPERIOR: the organ of the older texts.
   */
  readonly jointActs: 'COMMON_SUPERIOR_GOVERNMENT' | 'COMMON_SUPERIOR';
  /**
   * Organs led vertically only within a province (条例(2007) art. 24). Art. 27 of 2023 lists the lines that reach up
   * to the State Council. SAME_LEVEL_GOVERNMENT (default): to the government like any department (24(1)(1)).
   */
  readonly verticalWithinProvince: 'SAME_LEVEL_GOVERNMENT' | 'NEXT_HIGHER_DEPARTMENT';
  /**
   * Which refusals to disclose need reconsideration first (23(1)(4)). The courts have read “不予公开” narrowly since
   * 2025-06-01, known here from excerpts only. SECRETS_SINCE_2025 (default): from that day only refusals under
   * 信息公开条例 art. 14, 15, 16. ALL_REFUSALS: by the letter.
   */
  readonly informationRefusals: 'SECRETS_SINCE_2025' | 'ALL_REFUSALS';
}

export const DEFAULT_RECONSIDERATION_SETTINGS: ReconsiderationSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  governing: 'RECEIPT_DAY',
  oldTextAcceptance: 'RECORDED',
  inactionDay0: 'SIXTIETH_DAY',
  conversion: 'FROM_ACCEPTANCE',
  extendOnlyOnce: true,
  suspensionStopsDecision: true,
  sixtyDaysOfSuspension: 'PROPOSE',
  jointActs: 'COMMON_SUPERIOR_GOVERNMENT',
  verticalWithinProvince: 'SAME_LEVEL_GOVERNMENT',
  informationRefusals: 'SECRETS_SINCE_2025',
};
