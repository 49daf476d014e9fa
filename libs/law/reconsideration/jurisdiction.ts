import type { CalendarDate } from '#law/calendar';
import { granted, refused, versionInForce, w, type Basis, type Ruling } from '#law/statute';
import { competenceBefore2024 } from './jurisdiction-before-2024.ts';
import { competenceSince2024 } from './jurisdiction-since-2024.ts';
import type { Competence } from './organs.ts';
import { DEFAULT_RECONSIDERATION_SETTINGS, type ReconsiderationSettings } from './settings.ts';
import { oldLaw } from './texts.ts';

/** The lines that lead out of the place: customs to customs, tax to tax. */
export const VERTICAL_SYSTEMS = {
  CUSTOMS: w('海关', 'customs'),
  FINANCE: w('金融', 'finance'),
  FOREIGN_EXCHANGE: w('外汇管理', 'foreign exchange'),
  /** until 2023 the texts say 国税: a local tax bureau of those years is a department */
  TAX: w('税务', 'tax'),
  STATE_SECURITY: w('国家安全机关', 'state security'),
  OTHER: w('其他实行垂直领导的行政机关', 'other organs under vertical leadership'),
} as const;
export type VerticalSystem = keyof typeof VERTICAL_SYSTEMS;

/** Whose act it is, with what decides who hears the case. */
export type Respondent =
  | {
      readonly kind: 'GOVERNMENT';
      readonly level: 'TOWNSHIP' | 'COUNTY' | 'CITY' | 'PROVINCE';
      /** a county under an agency (行政公署) of a province or autonomous region */
      readonly underProvincialAgency?: boolean;
    }
  | {
      /** 县级以上地方人民政府工作部门 */
      readonly kind: 'DEPARTMENT';
      /** 省以下垂直领导, approved by the State Council */
      readonly verticalWithinProvince?: boolean;
      /** the judicial department that serves as 行政复议机构 */
      readonly servesReconsideration?: boolean;
    }
  /** 派出机关: a prefectural commission, a subdistrict office */
  | { readonly kind: 'GOVERNMENT_AGENCY' }
  | {
      /** 派出机构 acting in its own name by law, regulation or rule; otherwise its department is the respondent */
      readonly kind: 'BRANCH';
      readonly founder: 'COUNTY' | 'CITY' | 'PROVINCE' | 'MUNICIPALITY' | 'STATE';
      /** set up by administrative division, such as the district branch of a city's police */
      readonly byDivision?: boolean;
    }
  | { readonly kind: 'AUTHORISED'; readonly administeredBy: 'GOVERNMENT' | 'DEPARTMENT' | 'STATE_DEPARTMENT' }
  | { readonly kind: 'STATE_DEPARTMENT' }
  | { readonly kind: 'VERTICAL'; readonly system: VerticalSystem }
  | { readonly kind: 'JOINT'; readonly of: 'ONE_GOVERNMENT' | 'STATE_DEPARTMENTS' | 'OTHERS' }
  /** an act of an organ that is no more; its powers live on in another */
  | { readonly kind: 'ABOLISHED'; readonly successor: Respondent };

/**
 * Which organ hears a case against this respondent, under the text in force when the application comes in. The big
 * change of 2024: one government hears what its departments did, where before the applicant chose between the
 * government and the department above.
 */
export function competentOrgans(
  respondent: Respondent,
  appliedOn: CalendarDate,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): Ruling<Competence> {
  const text = versionInForce('RECONSIDERATION_LAW', appliedOn);
  if (text === null) return refused(noLawYet(appliedOn));
  const found =
    text === '2023'
      ? competenceSince2024(respondent, settings)
      : competenceBefore2024(respondent, text, appliedOn);
  const [first, ...rest] = found.organs;
  const basis: Basis = [first.basis[0], ...first.basis.slice(1), ...rest.flatMap(o => [...o.basis])];
  return granted(found, basis);
}

/** Before 1 October 1999 reconsideration lived under a regulation that is not encoded. */
export const noLawYet = (day: CalendarDate) => ({
  code: 'NO_TEXT_GOVERNS_THE_DAY',
  message: w(
    `${day}《行政复议法》尚未施行`,
    `the Administrative Reconsideration Law was not in force on ${day}`,
  ),
  basis: [oldLaw('1999', 43)] as const,
  remedy: w(
    '请核对日期;确在1999年10月1日之前的,依当时的规定人工核定',
    'check the date; if it is right, the case has to be settled by hand under the rules of its time',
  ),
});
