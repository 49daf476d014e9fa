import { DEFAULT_COUNT_SETTINGS, type CountSettings } from '#law/calendar';
import { DEFAULT_LITIGATION_SETTINGS, type LitigationSettings } from '#law/litigation';
import { DEFAULT_MEDIATION_SETTINGS, type MediationSettings } from '#law/mediation';
import { DEFAULT_RECONSIDERATION_SETTINGS, type ReconsiderationSettings } from '#law/reconsideration';

/**
 * Everything the texts leave open, as one object with documented defaults. How periods are counted is said once
 * and holds in every room: `count` wins over the one inside a part. The comments of each part say what a choice means.
 */
export interface LawSettings {
  readonly count: CountSettings;
  readonly reconsideration: ReconsiderationSettings;
  readonly litigation: LitigationSettings;
  readonly mediation: MediationSettings;
  /**
   * Which appearance rate (负责人出庭应诉率) is the office's official one, by the code of its variant (P1–P8, defined in
   * libs/statistics/appearance). 出庭规定(2020) art. 14 lets courts keep statistics and fixes no formula; offices differ
   * in what they divide by. P1 (default): suits first heard in the period, an excused absence counted as absence.
   */
  readonly appearanceRate: string;
}

export const DEFAULT_LAW_SETTINGS: LawSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  reconsideration: DEFAULT_RECONSIDERATION_SETTINGS,
  litigation: DEFAULT_LITIGATION_SETTINGS,
  mediation: DEFAULT_MEDIATION_SETTINGS,
  appearanceRate: 'P1',
};

export const reconsiderationSettings = ({
  count,
  reconsideration,
}: LawSettings): ReconsiderationSettings => ({
  ...reconsideration,
  count,
});
export const litigationSettings = ({ count, litigation }: LawSettings): LitigationSettings => ({
  ...litigation,
  count,
});
export const mediationSettings = ({ count, mediation }: LawSettings): MediationSettings => ({
  ...mediation,
  count,
});
