import { DEFAULT_RATE, type RateDefinition } from '#law/appearance';
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
  readonly appearanceRate: RateDefinition;
}

export const DEFAULT_LAW_SETTINGS: LawSettings = {
  count: DEFAULT_COUNT_SETTINGS,
  reconsideration: DEFAULT_RECONSIDERATION_SETTINGS,
  litigation: DEFAULT_LITIGATION_SETTINGS,
  mediation: DEFAULT_MEDIATION_SETTINGS,
  appearanceRate: DEFAULT_RATE,
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
