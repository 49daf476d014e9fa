import { w, type Basis, type Words } from '#law/statute';

/**
 * Organs as the law names them: by their place beside the respondent, not by name. Which body that is in a given
 * place is the matter of the register of organs, outside the rules.
 */
export const ORGANS = {
  SAME_LEVEL_GOVERNMENT: w('本级人民政府', 'government of the same level'),
  NEXT_HIGHER_GOVERNMENT: w('上一级人民政府', 'government of the next higher level'),
  FOUNDING_GOVERNMENT: w('设立该派出机关的人民政府', 'government that set the agency up'),
  ADMINISTERING_GOVERNMENT: w('管理该组织的人民政府', 'government that administers the organisation'),
  ADMINISTERING_DEPARTMENT: w('直接管理该组织的工作部门', 'department that administers the organisation'),
  GOVERNMENT_OF_THE_PLACE: w('派出机构所在地的人民政府', 'government at the seat of the branch'),
  PROVINCIAL_AGENCY: w('省、自治区人民政府的派出机关', 'agency of the provincial government'),
  THE_GOVERNMENT_ITSELF: w('作出行政行为的省级人民政府', 'the provincial government itself'),
  NEXT_HIGHER_DEPARTMENT: w('上一级主管部门', 'competent department of the next higher level'),
  HIGHER_JUDICIAL_DEPARTMENT: w('上一级司法行政部门', 'judicial department of the next higher level'),
  FOUNDING_DEPARTMENT: w('设立该派出机构的部门', 'department that set the branch up'),
  STATE_DEPARTMENT: w('该国务院部门', 'the department of the State Council'),
  ANY_STATE_DEPARTMENT: w('其中任何一个国务院部门', 'any of the departments of the State Council'),
  COMMON_SUPERIOR: w('共同上一级行政机关', 'common superior of the organs'),
  COMMON_SUPERIOR_GOVERNMENT: w('共同的上一级人民政府', 'common superior government'),
  SUPERIOR_OF_SUCCESSOR: w('继续行使其职权的行政机关的上一级行政机关', 'superior of the successor'),
  COUNTY_OF_THE_ACT: w('行政行为发生地的县级人民政府', 'county government where the act was done'),
} as const satisfies Record<string, Words>;
export type OrganRole = keyof typeof ORGANS;

export interface CompetentOrgan {
  readonly organ: OrganRole;
  readonly words: Words;
  readonly basis: Basis;
  /** takes the application in and passes it on; the decision is another's (1999 art. 15(2), 18) */
  readonly forwards?: true;
}

export interface Competence {
  /** where there are several, the applicant chooses */
  readonly organs: readonly [CompetentOrgan, ...CompetentOrgan[]];
  /** where a dissatisfied applicant goes: an organ that judged its own act may also be taken to the State Council */
  readonly afterwards: 'COURT' | 'COURT_OR_STATE_COUNCIL';
}

export const organ = (role: OrganRole, ...basis: Basis): CompetentOrgan => ({
  organ: role,
  words: ORGANS[role],
  basis,
});

/** To court afterwards, as almost always (1999 art. 5, 2023 art. 10). */
export const before = (...organs: Competence['organs']): Competence => ({ organs, afterwards: 'COURT' });

/** The organ judges its own act; so the State Council stands open beside the court, and its ruling is final. */
export const beforeItself = (...organs: Competence['organs']): Competence => ({
  organs,
  afterwards: 'COURT_OR_STATE_COUNCIL',
});
