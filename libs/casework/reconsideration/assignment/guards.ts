import { OPEN_AFTER_ACCEPTANCE } from '#law/reconsideration';
import { cite, w, type Basis, type Words } from '#law/statute';
import { RESTING_STATES } from '#schema';
import {
  conflictsWith,
  qualifiedOn,
  type AssignmentFacts,
  type ConflictKind,
  type OfficerFacts,
} from './facts.ts';
import type { AssignmentSettings, Weight } from './settings.ts';

/** A rule of assignment: what it says, what it rests on, and what to do when it stands in the way. */
export interface AssignmentGuard {
  readonly code: string;
  readonly basis: Basis;
  /** By the office's settings; without it the rule always stands in the way. */
  readonly weight?: (settings: AssignmentSettings) => Weight;
  readonly remedy: Words;
}

/** Looks at the case and who will handle it. @returns why not; null: nothing stands in the way */
export interface CaseGuard extends AssignmentGuard {
  readonly check: (facts: AssignmentFacts) => Words | null;
}

/** Looks at one officer who is to be assigned. */
export interface OfficerGuard extends AssignmentGuard {
  readonly check: (officer: OfficerFacts, facts: AssignmentFacts) => Words | null;
}

const law = (article: number, paragraph?: number) => cite('RECONSIDERATION_LAW', '2023', article, paragraph);
const regulation = (article: number) => cite('RECONSIDERATION_REGULATION', '2007', article);
/** For what neither the law nor the regulation says: the choice of this office, cited so that nobody takes it for law. */
const OWN_CHOICE = cite('OFFICE_SETTINGS', '1', 1);
/** “行政复议机构应当指定行政复议人员负责办理行政复议案件” */
const DESIGNATED: Basis = [law(36, 1)];
/**
 * Neither the law nor the regulation names recusal (回避); “应当遵循合法、公正、公开……的原则” is all they say. That kin and
 * those who made the act keep out is therefore the office's rule, in the service of that principle.
 */
const IMPARTIAL: Basis = [OWN_CHOICE, law(3, 2)];

const OTHER_OFFICER = w('改派其他复议人员', 'assign another officer');
const HEARD_IN: ReadonlySet<string> = new Set([...OPEN_AFTER_ACCEPTANCE, 'SUSPENDED']);
const RESTING: ReadonlySet<string> = new Set(RESTING_STATES);

export const CASE_IS_STILL_OPEN = {
  code: 'CASE_IS_STILL_OPEN',
  basis: DESIGNATED,
  remedy: w('选择未办结的案件', 'choose a case that is open'),
  check: ({ state }: Pick<AssignmentFacts, 'state'>) =>
    RESTING.has(state) ? w('案件已经办结', 'the case has come to its end') : null,
} satisfies CaseGuard;

export const CASE_GUARDS: readonly CaseGuard[] = [
  CASE_IS_STILL_OPEN,
  {
    code: 'HANDLER_AND_SECOND_ARE_TWO_PEOPLE',
    basis: [regulation(32)],
    remedy: w('承办人和协办人应为两人,另行指定其中一人', 'name somebody else for one of the two parts'),
    check: ({ handler, second }) =>
      handler !== null && handler === second
        ? w('承办人与协办人为同一人', 'handler and second handler are the same person')
        : null,
  },
  {
    code: 'TWO_OFFICERS_HEAR_THE_CASE',
    basis: [regulation(32)],
    weight: settings => settings.twoOfficers,
    remedy: w('同时指定承办人和协办人', 'name a handler and a second handler'),
    check: ({ state, handler, second }) =>
      HEARD_IN.has(state) && (handler === null || second === null)
        ? w('审理案件须有两名以上复议人员参加', 'two or more officers take part in hearing a case')
        : null,
  },
];

const hasConflict =
  (...kinds: readonly ConflictKind[]) =>
  (officer: OfficerFacts, facts: AssignmentFacts): boolean =>
    conflictsWith(officer, facts).some(one => kinds.includes(one.kind));
const tookPart = hasConflict('TOOK_PART_IN_ACT');
const isKin = hasConflict('KINSHIP');
const mayBePartial = hasConflict('INTEREST', 'OTHER');

export const OFFICER_GUARDS: readonly OfficerGuard[] = [
  {
    code: 'ACCOUNT_IS_IN_USE',
    basis: DESIGNATED,
    remedy: w(
      '改派其他复议人员,或请系统管理员启用账号',
      'assign another officer, or have the account enabled',
    ),
    check: ({ name, disabled }) =>
      disabled ? w(`“${name}”的账号已停用`, `the account of "${name}" is disabled`) : null,
  },
  {
    code: 'OFFICER_HANDLES_CASES_OF_THE_ORGAN',
    basis: DESIGNATED,
    remedy: w(
      '改派本机关复议人员,或请系统管理员授予承办人角色',
      'assign an officer of the organ, or have the role of a handler granted there',
    ),
    check: ({ name, handlesHere }) =>
      handlesHere
        ? null
        : w(`“${name}”不是本机关的复议承办人`, `"${name}" is no handler of the organ that keeps the case`),
  },
  {
    code: 'OFFICER_HAS_A_QUALIFICATION',
    basis: [law(6, 2), regulation(4)],
    weight: settings => settings.missingQualification,
    remedy: w('用 recordQualification 登记资格证书', 'record the certificate with recordQualification'),
    check: ({ name, qualifications }) =>
      qualifications.length === 0
        ? w(`未登记“${name}”的复议人员资格`, `no qualification of "${name}" is on record`)
        : null,
  },
  {
    code: 'CERTIFICATE_IS_VALID_ON_THE_DAY',
    basis: [OWN_CHOICE, law(6, 2)],
    weight: settings => settings.expiredQualification,
    remedy: w(
      '登记有效的资格证书,或改派其他复议人员',
      'record a valid certificate, or assign another officer',
    ),
    check: ({ name, qualifications }, { today }) =>
      qualifications.length > 0 && !qualifiedOn(today, qualifications)
        ? w(`“${name}”的资格证书当日不在有效期内`, `no certificate of "${name}" is valid on the day`)
        : null,
  },
  {
    code: 'OFFICER_TOOK_NO_PART_IN_THE_ACT',
    basis: IMPARTIAL,
    remedy: OTHER_OFFICER,
    check: (officer, facts) =>
      tookPart(officer, facts)
        ? w(`“${officer.name}”参与作出原行政行为`, `"${officer.name}" took part in the original act`)
        : null,
  },
  {
    code: 'OFFICER_IS_NO_KIN_OF_A_PARTY',
    basis: IMPARTIAL,
    remedy: OTHER_OFFICER,
    check: (officer, facts) =>
      isKin(officer, facts)
        ? w(`“${officer.name}”与当事人有亲属关系`, `"${officer.name}" is kin of a party`)
        : null,
  },
  {
    code: 'OFFICER_IS_IMPARTIAL',
    basis: IMPARTIAL,
    remedy: OTHER_OFFICER,
    check: (officer, facts) =>
      mayBePartial(officer, facts)
        ? w(`“${officer.name}”已申报回避事由`, `"${officer.name}" declared a reason to keep out`)
        : null,
  },
  {
    code: 'OFFICER_DECIDED_NO_EARLIER_CASE_OF_THE_DISPUTE',
    basis: IMPARTIAL,
    weight: settings => settings.earlierCase,
    remedy: OTHER_OFFICER,
    check: ({ id, name }, { decidedEarlier }) => {
      const earlier = decidedEarlier.find(one => one.officer === id);
      const number = earlier?.caseNumber ?? '';
      return earlier
        ? w(
            `“${name}”承办过同一争议中已作决定的案件${number}`,
            `"${name}" handled ${number || 'an earlier case'} of the same dispute, which was decided`,
          )
        : null;
    },
  },
  {
    code: 'OFFICER_MAY_SEE_THE_CONFIDENTIAL_CASE',
    basis: [OWN_CHOICE, law(36, 2)],
    remedy: w(
      '先用 setConfidentiality 将其列入知悉范围',
      'name them among those who may see the case with setConfidentiality first',
    ),
    check: ({ id, name }, { readers }) =>
      readers && !readers.includes(id)
        ? w(
            `“${name}”不在保密案件的知悉范围内`,
            `"${name}" is not among those who may see this confidential case`,
          )
        : null,
  },
];
