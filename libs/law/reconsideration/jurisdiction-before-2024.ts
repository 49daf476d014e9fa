import type { CalendarDate } from '#law/calendar';
import { versionInForce, type Basis, type Citation } from '#law/statute';
import type { Respondent } from './jurisdiction.ts';
import { before, beforeItself, organ, type Competence, type CompetentOrgan } from './organs.ts';
import { oldLaw, regulation, type OldText } from './texts.ts';

type Of<K extends Respondent['kind']> = Extract<Respondent, { kind: K }>;
type Old = (article: number, paragraph?: number, item?: number) => Citation;

/** Art. 12–15 of the texts of 1999, 2009 and 2017, with 条例(2007) art. 23 and 24 once they are in force. */
export function competenceBefore2024(respondent: Respondent, text: OldText, day: CalendarDate): Competence {
  const old: Old = (...place) => oldLaw(text, ...place);
  const regulated = versionInForce('RECONSIDERATION_REGULATION', day) !== null;
  switch (respondent.kind) {
    case 'GOVERNMENT':
      return government(respondent, old);
    case 'DEPARTMENT':
      return department(respondent, old, regulated);
    case 'STATE_DEPARTMENT':
      return beforeItself(organ('STATE_DEPARTMENT', old(14)));
    case 'VERTICAL':
      return before(organ('NEXT_HIGHER_DEPARTMENT', old(12, 2)));
    case 'JOINT':
      return joint(respondent, old, regulated);
    default:
      return others(respondent, old);
  }
}

/** 13: always one level up, never sideways. Provinces judge themselves, for the State Council hears no first case. */
function government({ level, underProvincialAgency }: Of<'GOVERNMENT'>, old: Old): Competence {
  if (level === 'PROVINCE') return beforeItself(organ('THE_GOVERNMENT_ITSELF', old(14)));
  return underProvincialAgency
    ? before(organ('PROVINCIAL_AGENCY', old(13, 2)))
    : before(organ('NEXT_HIGHER_GOVERNMENT', old(13, 1)));
}

/** “由申请人选择”: the choice the text of 2023 took away. */
function department({ verticalWithinProvince }: Of<'DEPARTMENT'>, old: Old, regulated: boolean): Competence {
  // 条例 24 gives the same choice, but lets a province rule otherwise; cited, so that its rules are looked at
  const basis: Basis = verticalWithinProvince && regulated ? [regulation(24), old(12, 1)] : [old(12, 1)];
  return before(organ('SAME_LEVEL_GOVERNMENT', ...basis), organ('NEXT_HIGHER_DEPARTMENT', ...basis));
}

/** Organs of one kind at the top have no common superior but the State Council, which 14 keeps out of the first round. */
function joint({ of }: Of<'JOINT'>, old: Old, regulated: boolean): Competence {
  if (of !== 'STATE_DEPARTMENTS') return others({ kind: 'JOINT', of }, old);
  return regulated
    ? beforeItself(organ('ANY_STATE_DEPARTMENT', regulation(23), old(14)))
    : beforeItself(organ('ANY_STATE_DEPARTMENT', old(14)));
}

/**
 * Art. 15(1): whoever fits none of the three rules before it. For these the applicant may also go to the county
 * government where the act was done, which passes the application on within seven working days (15(2), 18).
 */
function others(
  respondent: Of<'GOVERNMENT_AGENCY' | 'BRANCH' | 'AUTHORISED' | 'JOINT' | 'ABOLISHED'>,
  old: Old,
): Competence {
  const county: CompetentOrgan = { ...organ('COUNTY_OF_THE_ACT', old(15, 2), old(18)), forwards: true };
  switch (respondent.kind) {
    case 'GOVERNMENT_AGENCY':
      return before(organ('FOUNDING_GOVERNMENT', old(15, 1, 1)), county);
    case 'BRANCH':
      return respondent.founder === 'STATE'
        ? before(organ('STATE_DEPARTMENT', old(15, 1, 2)), county)
        : before(
            organ('FOUNDING_DEPARTMENT', old(15, 1, 2)),
            organ('SAME_LEVEL_GOVERNMENT', old(15, 1, 2)),
            county,
          );
    case 'AUTHORISED':
      return before(organ(ADMINISTERS[respondent.administeredBy], old(15, 1, 3)), county);
    case 'JOINT':
      return before(organ('COMMON_SUPERIOR', old(15, 1, 4)), county);
    case 'ABOLISHED':
      return before(organ('SUPERIOR_OF_SUCCESSOR', old(15, 1, 5)), county);
  }
}

/** “直接管理该组织的”: unlike since 2024, a department that runs the organisation hears the case itself. */
const ADMINISTERS = {
  GOVERNMENT: 'ADMINISTERING_GOVERNMENT',
  DEPARTMENT: 'ADMINISTERING_DEPARTMENT',
  STATE_DEPARTMENT: 'STATE_DEPARTMENT',
} as const;
