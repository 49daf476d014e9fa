import type { LimitFacts } from '#law/reconsideration';
import { maskNumbersWithin } from '#personal';
import { isDeepStrictEqual } from 'node:util';
import { given } from '../given.ts';
import { FACT_WORDS, type Amended, type AmendmentInput, type ApplicationFact } from './amendment.ts';

/** 申请 as the case keeps it. */
export interface HeldApplication {
  readonly receivedOn: string;
  readonly actName: string;
  readonly actNumber: string | null;
  readonly actMadeOn: string | null;
  readonly actKnownOn: string | null;
  readonly limitFacts: LimitFacts;
  readonly claims: string;
  readonly grounds: string | null;
}

const LIMIT_FACTS = {
  APPLIED_ON: 'appliedOn',
  RIGHTS_TOLD: 'rightsTold',
  RIGHTS_KNOWN_ON: 'rightsKnownOn',
  IMMOVABLE: 'immovable',
  LONGER_BY_LAW: 'longerByLaw',
  OBSTACLES: 'obstacles',
  REQUEST_RECEIVED_ON: 'requestReceivedOn',
  DUTY_ENDS_ON: 'dutyEndsOn',
  URGENT_FAILURE_ON: 'urgentFailureOn',
} as const satisfies Partial<Record<ApplicationFact, keyof LimitFacts>>;
type LimitFact = keyof typeof LIMIT_FACTS;
const limitFacts = Object.entries(LIMIT_FACTS) as [LimitFact, keyof LimitFacts][];

const byFact = (limit: LimitFacts | null | undefined) =>
  Object.fromEntries(limitFacts.map(([fact, name]) => [fact, limit?.[name]]));

/** What is told of the application, by fact. */
export const toldFacts = ({ act, claims, grounds }: AmendmentInput): Record<string, unknown> =>
  given({
    ACT_NAME: act?.name?.trim() || null,
    ACT_NUMBER: act?.number?.trim() || null,
    ACT_MADE_ON: act?.madeOn,
    ACT_KNOWN_ON: act?.knownOn,
    CLAIMS: claims?.trim() || null,
    GROUNDS: grounds?.trim() || null,
    ...byFact(act?.limit),
  });

/** @returns the application as it becomes, and what of it changes; what is not given stays */
export function amendFacts(
  held: HeldApplication,
  sent: AmendmentInput,
): { application: HeldApplication; changes: Amended[] } {
  const before = given({
    ACT_NAME: held.actName,
    ACT_NUMBER: held.actNumber,
    ACT_MADE_ON: held.actMadeOn,
    ACT_KNOWN_ON: held.actKnownOn,
    CLAIMS: held.claims,
    GROUNDS: held.grounds,
    ...byFact(held.limitFacts),
  });
  const forgotten = new Set<string>(sent.unknown);
  const after = Object.fromEntries(
    Object.entries({ ...before, ...plain(toldFacts(sent)) }).filter(([fact]) => !forgotten.has(fact)),
  );
  const changes = (Object.keys(FACT_WORDS) as ApplicationFact[])
    .filter(fact => !isDeepStrictEqual(before[fact], after[fact]))
    .map(field => ({ field, before: told(before[field]), after: told(after[field]) }));
  return { application: applicationOf(held.receivedOn, after), changes };
}

/** Objects of the schema become those the database gives back, so that the two compare. */
const plain = (values: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(values)) as Record<string, unknown>;

/** What stays for good holds no number, not even one that stood in a text by mistake. */
const told = (value: unknown): unknown => (value === undefined ? null : maskNumbersWithin(value));

function applicationOf(receivedOn: string, facts: Readonly<Record<string, unknown>>): HeldApplication {
  const text = (fact: ApplicationFact) => (facts[fact] as string | undefined) || null;
  return {
    receivedOn,
    actName: text('ACT_NAME') ?? '',
    actNumber: text('ACT_NUMBER'),
    actMadeOn: text('ACT_MADE_ON'),
    actKnownOn: text('ACT_KNOWN_ON'),
    limitFacts: given(Object.fromEntries(limitFacts.map(([fact, name]) => [name, facts[fact]]))),
    claims: text('CLAIMS') ?? '',
    grounds: text('GROUNDS'),
  };
}
