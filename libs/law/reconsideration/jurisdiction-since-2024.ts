import type { Basis } from '#law/statute';
import type { Respondent } from './jurisdiction.ts';
import { before, beforeItself, organ, type Competence } from './organs.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { law, OWN_CHOICE, regulation } from './texts.ts';

/** The second way after a province or a department of the State Council judged its own act, and a final one. */
export const STATE_COUNCIL_RULING_BASIS: Basis = [law(26)];

type Of<K extends Respondent['kind']> = Extract<Respondent, { kind: K }>;

/** 行政复议法(2023) art. 24–28. */
export function competenceSince2024(respondent: Respondent, settings: ReconsiderationSettings): Competence {
  switch (respondent.kind) {
    case 'GOVERNMENT':
      return government(respondent);
    case 'DEPARTMENT':
      return department(respondent, settings);
    case 'GOVERNMENT_AGENCY':
      return before(organ('FOUNDING_GOVERNMENT', law(24, 1, 3)));
    case 'BRANCH':
      return branch(respondent);
    case 'AUTHORISED':
      // whether the government or one of its departments administers it: the government hears the case
      return respondent.administeredBy === 'STATE_DEPARTMENT'
        ? before(organ('STATE_DEPARTMENT', law(25, undefined, 3)))
        : before(organ('ADMINISTERING_GOVERNMENT', law(24, 1, 4)));
    case 'STATE_DEPARTMENT':
      return beforeItself(organ('STATE_DEPARTMENT', law(25, undefined, 1), ...STATE_COUNCIL_RULING_BASIS));
    // lines out of reach of the local government: it could neither know their rules nor make them obey
    case 'VERTICAL':
      return before(organ('NEXT_HIGHER_DEPARTMENT', law(27)));
    case 'JOINT':
      return joint(respondent, settings);
    case 'ABOLISHED':
      return succeeded(respondent, settings);
  }
}

/** A province judges its own acts (24(2)), with the committee asked (52(2)(3)) and the State Council as a last resort. */
function government({ level, underProvincialAgency }: Of<'GOVERNMENT'>): Competence {
  if (level === 'PROVINCE')
    return beforeItself(organ('THE_GOVERNMENT_ITSELF', law(24, 2), ...STATE_COUNCIL_RULING_BASIS));
  return underProvincialAgency
    ? before(organ('PROVINCIAL_AGENCY', law(24, 3), law(24, 1, 2)))
    : before(organ('NEXT_HIGHER_GOVERNMENT', law(24, 1, 2)));
}

function department(
  { servesReconsideration, verticalWithinProvince }: Of<'DEPARTMENT'>,
  { verticalWithinProvince: chosen }: ReconsiderationSettings,
): Competence {
  // Nobody should have to complain of the office to the office: a way round it is kept open.
  if (servesReconsideration)
    return before(organ('SAME_LEVEL_GOVERNMENT', law(28)), organ('HIGHER_JUDICIAL_DEPARTMENT', law(28)));
  // 27 lists the lines that reach up to the State Council; of those that end in the province it says nothing.
  if (verticalWithinProvince)
    return chosen === 'NEXT_HIGHER_DEPARTMENT'
      ? before(organ('NEXT_HIGHER_DEPARTMENT', OWN_CHOICE, law(27)))
      : before(organ('SAME_LEVEL_GOVERNMENT', OWN_CHOICE, law(24, 1, 1)));
  return before(organ('SAME_LEVEL_GOVERNMENT', law(24, 1, 1)));
}

/** Only acts in its own name; a branch that acts for its department leaves the department as respondent. */
function branch({ founder, byDivision }: Of<'BRANCH'>): Competence {
  if (founder === 'STATE') return before(organ('STATE_DEPARTMENT', law(25, undefined, 2)));
  const own = organ('SAME_LEVEL_GOVERNMENT', law(24, 4));
  // “直辖市、设区的市”: only their branches sit in a place that has a government of its own
  const inADistrict = byDivision === true && (founder === 'CITY' || founder === 'MUNICIPALITY');
  return inADistrict ? before(own, organ('GOVERNMENT_OF_THE_PLACE', law(24, 4))) : before(own);
}

/** The text of 2023 names joint respondents (19(2)) and no organ for them; only the regulation of 2007 has one case. */
function joint({ of }: Of<'JOINT'>, { jointActs }: ReconsiderationSettings): Competence {
  if (of === 'STATE_DEPARTMENTS')
    return beforeItself(
      organ('ANY_STATE_DEPARTMENT', law(25, undefined, 1), regulation(23), ...STATE_COUNCIL_RULING_BASIS),
    );
  if (of === 'ONE_GOVERNMENT') return before(organ('SAME_LEVEL_GOVERNMENT', law(24, 1, 1), law(19, 2)));
  return before(organ(jointActs, OWN_CHOICE, law(19, 2)));
}

/** 19(4): the successor is the respondent, so its place decides. */
function succeeded({ successor }: Of<'ABOLISHED'>, settings: ReconsiderationSettings): Competence {
  const { organs, afterwards } = competenceSince2024(successor, settings);
  const [first, ...rest] = organs;
  return { organs: [{ ...first, basis: [...first.basis, law(19, 4)] }, ...rest], afterwards };
}
