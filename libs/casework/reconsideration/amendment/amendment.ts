import type { LimitFacts } from '#law/reconsideration';
import { w, type Words } from '#law/statute';
import type { PartyInput } from '../application.ts';

/** What was told of the act and of the limit to apply; any of it may turn out not to be known at all. */
export const FORGETTABLE_FACTS = {
  ACT_NUMBER: w('行政行为文号', 'number of the act'),
  ACT_MADE_ON: w('行政行为作出之日', 'day the act was made'),
  ACT_KNOWN_ON: w('知道行政行为之日', 'day the act was known'),
  GROUNDS: w('事实和理由', 'facts and grounds'),
  APPLIED_ON: w('提出申请之日', 'day of the application'),
  RIGHTS_TOLD: w('是否告知申请权利', 'whether the rights were told'),
  RIGHTS_KNOWN_ON: w('知道申请权利之日', 'day the rights were known'),
  IMMOVABLE: w('是否因不动产提出', 'whether it is about immovable property'),
  LONGER_BY_LAW: w('法律规定的更长申请期限', 'a longer limit by law'),
  OBSTACLES: w('耽误申请期限的障碍', 'obstacles to applying'),
  REQUEST_RECEIVED_ON: w('收到履职申请之日', 'day the request was received'),
  DUTY_ENDS_ON: w('履行期限届满之日', 'day the time for the duty ends'),
  URGENT_FAILURE_ON: w('紧急情况下未履行之日', 'day of the failure in urgency'),
} as const satisfies Record<string, Words>;
export type ForgettableFact = keyof typeof FORGETTABLE_FACTS;

export const FORGETTABLE_NUMBERS = {
  IDENTITY_NUMBER: w('证件号码', 'identity number'),
  PHONE: w('联系电话', 'telephone'),
  ADDRESS: w('送达地址', 'address for service'),
} as const satisfies Record<string, Words>;
export type ForgettableNumber = keyof typeof FORGETTABLE_NUMBERS;

export const FACT_WORDS = {
  ...FORGETTABLE_FACTS,
  ACT_NAME: w('行政行为名称', 'name of the act'),
  CLAIMS: w('复议请求', 'claims'),
} as const satisfies Record<string, Words>;
export type ApplicationFact = keyof typeof FACT_WORDS;

/** 更正事项: everything that can be put right. */
export const AMENDED_WORDS = {
  ...FACT_WORDS,
  ...FORGETTABLE_NUMBERS,
  NAME: w('姓名或者名称', 'name'),
  ORGANISATION: w('是否单位', 'whether it is an organisation'),
  REPRESENTATIVE: w('代表人', 'representative'),
  APPLICANT: w('遗漏的申请人', 'applicant left out'),
  AGENT: w('代理人', 'agent'),
} as const satisfies Record<string, Words>;
export type AmendedField = keyof typeof AMENDED_WORDS;

/** One thing that was put right. Of a number or an address it holds the masks alone. */
export interface Amended {
  readonly field: AmendedField;
  /** Of whom, where it is about a party. */
  readonly party?: {
    readonly id: string;
    readonly name: string;
    readonly isOrganisation: boolean;
    readonly wasOrganisation: boolean;
  };
  readonly before: unknown;
  readonly after: unknown;
}

export interface AmendedParty extends Partial<Omit<PartyInput, 'name' | 'isOrganisation'>> {
  /** Id of the party. */
  readonly party: string;
  readonly name?: string | null;
  readonly isOrganisation?: boolean | null;
  /** What turned out not to be known. */
  readonly unknown?: readonly ForgettableNumber[] | null;
}

export interface AddedAgent extends PartyInput {
  /** Id of the applicant or third party they stand for. */
  readonly represents: string;
}

export interface AmendmentInput {
  readonly caseId: string;
  readonly requestId: string;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly act?: {
    readonly name?: string | null;
    readonly number?: string | null;
    readonly madeOn?: string | null;
    readonly knownOn?: string | null;
    readonly limit?: LimitFacts | null;
  } | null;
  readonly claims?: string | null;
  /** Those who are represented agree that their representatives vary the claims. */
  readonly claimsConsented?: boolean | null;
  readonly grounds?: string | null;
  readonly unknown?: readonly ForgettableFact[] | null;
  readonly parties?: readonly AmendedParty[] | null;
  readonly addApplicants?: readonly PartyInput[] | null;
  readonly addAgents?: readonly AddedAgent[] | null;
  /** Agents whose mandate ended, by the ids of their parties. */
  readonly endAgents?: readonly string[] | null;
  /** All of them, by the ids of their parties; empty: nobody stands for the others any more. */
  readonly representatives?: readonly string[] | null;
}
