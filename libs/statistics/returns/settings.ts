/**
 * Choices the form's rules do not settle. Each has a documented default; an office may follow its superior's
 * reading instead. None of them is a national rule.
 */
export interface ReturnSettings {
  /**
   * Column for 确认无效 (a decision only since 行政复议法(2023) art. 67, so the form has no column): A, default
   * 确认违法, the nearest finding.
   */
  readonly confirmedInvalid: 'CONFIRMED_ILLEGAL' | 'OTHER';
  /**
   * Cases the 行政赔偿 columns look at: A, default those closed in the period, because an amount exists only once
   * decided and a return made again later must not change. Beijing took the cases in hand.
   */
  readonly compensation: 'CLOSED' | 'IN_HAND';
  /** Cases for 对规范性文件附带审查: A, default accepted in the period like the other breakdowns. */
  readonly normativeReview: 'ACCEPTED' | 'CLOSED';
  /** Cases for 申请人总数: default received in the period, as Beijing filled it (V). */
  readonly applicants: 'RECEIVED' | 'ACCEPTED';
}

export const DEFAULT_RETURN_SETTINGS: ReturnSettings = {
  confirmedInvalid: 'CONFIRMED_ILLEGAL',
  compensation: 'CLOSED',
  normativeReview: 'ACCEPTED',
  applicants: 'RECEIVED',
};
