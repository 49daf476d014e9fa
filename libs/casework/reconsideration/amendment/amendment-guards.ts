import { OPEN_OR_SUSPENDED, type RcState } from '#law/reconsideration';
import { cite, w, type Basis, type Refusal, type Words } from '#law/statute';
import { basisOn } from '#law/procedure';
import type { CalendarDate } from '#law/calendar';
import { CASE_IS_STILL_OPEN } from '../assignment/guards.ts';

/** What the rules ask of an amendment. */
export interface AmendmentFacts {
  readonly state: RcState;
  /** The day whose text governs. */
  readonly governingDay: CalendarDate;
  readonly changesClaims: boolean;
  readonly changesGrounds: boolean;
  readonly addsApplicants: boolean;
  /** Representatives act for other applicants in the case, before the amendment or after it. */
  readonly represented: boolean;
  readonly consented: boolean;
}

const law = (article: number, paragraph: number) => cite('RECONSIDERATION_LAW', '2023', article, paragraph);
/** No text says until when: the office's own rule, cited so that nobody takes it for law. */
const OWN_CHOICE = cite('OFFICE_SETTINGS', '1', 1);
const UNDECIDED: ReadonlySet<string> = new Set(['RECEIVED', 'CORRECTION_PENDING', ...OPEN_OR_SUSPENDED]);

interface AmendmentGuard {
  readonly code: string;
  /** One for each text; where none of them governs there is no such rule. */
  readonly bases: readonly Basis[];
  readonly message: Words;
  readonly remedy: Words;
  readonly holds: (facts: AmendmentFacts) => boolean;
}

const GUARDS: readonly AmendmentGuard[] = [
  {
    code: CASE_IS_STILL_OPEN.code,
    bases: [[OWN_CHOICE]],
    message: w('案件已经办结,登记不再更正', 'the case has come to its end, and its registration stays'),
    remedy: w(
      '办结系误登的,先用 takeBackStep 撤回,再更正',
      'if it was ended by mistake, take that back with takeBackStep first',
    ),
    holds: facts => CASE_IS_STILL_OPEN.check(facts) === null,
  },
  {
    code: 'CLAIMS_ARE_VARIED_BEFORE_THE_DECISION',
    bases: [[OWN_CHOICE]],
    message: w('作出决定后不再变更复议请求和理由', 'claims and grounds are not varied after the decision'),
    remedy: w(
      '决定系误登的,先用 takeBackStep 撤回,再更正',
      'if the decision was entered by mistake, take it back with takeBackStep first',
    ),
    holds: ({ changesClaims, changesGrounds, state }) =>
      !(changesClaims || changesGrounds) || UNDECIDED.has(state),
  },
  {
    code: 'APPLICANTS_ARE_ADDED_BEFORE_THE_DECISION',
    bases: [[OWN_CHOICE, law(14, 1)], [OWN_CHOICE]],
    message: w('作出决定后不再增列申请人', 'no applicant is added after the decision'),
    remedy: w(
      '另行登记其申请;决定系误登的,先用 takeBackStep 撤回',
      'register their application as a case of its own; if the decision was entered by mistake, take it back with takeBackStep',
    ),
    holds: ({ addsApplicants, state }) => !addsApplicants || UNDECIDED.has(state),
  },
  {
    code: 'THE_REPRESENTED_AGREE_TO_VARIED_CLAIMS',
    bases: [[law(15, 2)]],
    message: w(
      '代表人变更复议请求,应当经被代表的申请人同意',
      'representatives vary the claims with the consent of those they represent',
    ),
    remedy: w(
      '取得同意后填写 claimsConsented: true;申请人自行变更或者只更正笔误的也这样填写',
      'set claimsConsented: true once they agree, or where the applicants vary the claims themselves or it is a slip of the pen',
    ),
    holds: ({ changesClaims, represented, consented }) => !changesClaims || !represented || consented,
  },
];

/** @returns the first rule that stands in the way; null where none does */
export function refusalOfAmendment(facts: AmendmentFacts): Refusal | null {
  for (const { code, bases, message, remedy, holds } of GUARDS) {
    const basis = basisOn(bases, facts.governingDay);
    if (basis && !holds(facts)) return { code, basis, message, remedy, who: ['HANDLER'] };
  }
  return null;
}
