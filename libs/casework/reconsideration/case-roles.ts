import type { Grant, Principal, Role } from '#identity';
import type { RcKind, RcRole } from '#law/reconsideration';

/**
 * 身份: which parts of the law a role plays. An approver approves for the office and for the organ: offices hand the organ's
 * seal to whoever signs for its head; the step itself says whose approval it was.
 */
const AT_THE_ORGAN: Partial<Record<Role, readonly RcRole[]>> = {
  HANDLER: ['HANDLER'],
  APPROVER: ['OFFICE_HEAD', 'ORGAN_HEAD'],
  AGENCY_HEAD: ['ORGAN_HEAD'],
};
const AT_THE_RESPONDENT: Partial<Record<Role, readonly RcRole[]>> = {
  LITIGATION_CONTACT: ['RESPONDENT'],
  AGENCY_HEAD: ['RESPONDENT'],
};
/** 书记员: what is said in a hearing and by the parties is theirs to write down. */
const BY_THE_CLERK: ReadonlySet<RcKind> = new Set<RcKind>(['HOLD_HEARING', 'HEAR_OPINIONS']);

export interface CaseOrgans {
  readonly organId: number;
  readonly respondentId: number | null;
}

/** Whether a grant reaches an organ. */
export type Reaches = (grant: Grant, organId: number) => boolean;

/** As whom the asker may take a step in the case; empty: as nobody. */
export function rolesIn(
  { grants }: Pick<Principal, 'grants'>,
  { organId, respondentId }: CaseOrgans,
  kind: RcKind | null,
  reaches: Reaches,
): RcRole[] {
  const roles = grants.flatMap(grant => {
    const here = reaches(grant, organId) ? (AT_THE_ORGAN[grant.role] ?? []) : [];
    const clerk =
      grant.role === 'HEARING_CLERK' && reaches(grant, organId) && (!kind || BY_THE_CLERK.has(kind));
    const there =
      respondentId !== null && grant.organId === respondentId ? AT_THE_RESPONDENT[grant.role] : [];
    return [...here, ...(clerk ? (['HANDLER'] as const) : []), ...(there ?? [])];
  });
  return [...new Set(roles)];
}
