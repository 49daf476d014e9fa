import type { CalendarDate } from '#law/calendar';
import { granted, refused, w, type Ruling } from '#law/statute';
import { AR } from './rules.ts';

/**
 * Appearance at a reconsideration hearing (行政复议法(2023) art. 51(3)): its own record. There is no list of reasons,
 * no form of proof and no judicial suggestion, so nothing of the court's table applies.
 */
export interface ReconsiderationHearing {
  readonly hearingOn: CalendarDate;
  readonly headPresent: boolean;
  readonly reasonsGiven: boolean;
  readonly staffPresent: boolean;
}

/**
 * Explained and represented is the text's own alternative, so it is no lesser result: 不能参加的,应当说明理由并委托相应的工作人员.
 */
export interface ReconsiderationAppearance {
  readonly result: 'ATTENDED' | 'EXPLAINED_AND_REPRESENTED' | 'DUTY_NOT_MET';
  readonly missing: readonly ('REASONS' | 'STAFF')[];
}

export function assessReconsiderationHearing(
  hearing: ReconsiderationHearing,
): Ruling<ReconsiderationAppearance> {
  const { basis } = AR['AR-32'];
  if (hearing.hearingOn < '2024-01-01')
    return refused({
      code: 'NO_TEXT_GOVERNS_THE_DAY',
      message: w('2024年前没有负责人参加行政复议听证的规定', 'no such duty before 2024'),
      basis,
      remedy: w('不作认定', 'nothing to assess'),
    });
  if (hearing.headPresent) return granted({ result: 'ATTENDED', missing: [] }, basis);
  const missing = [
    ...(hearing.reasonsGiven ? [] : (['REASONS'] as const)),
    ...(hearing.staffPresent ? [] : (['STAFF'] as const)),
  ];
  return granted(
    { result: missing.length === 0 ? 'EXPLAINED_AND_REPRESENTED' : 'DUTY_NOT_MET', missing },
    basis,
  );
}
