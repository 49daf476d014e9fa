import { duesOf, type LetterCase, type LetterDetails, type LetterKind, type LetterParty } from '#documents';
import { calendarDate } from '#law/calendar';
import { last, type Context } from '#law/procedure';
import { governingDay, type RcFacts, type ReconsiderationSettings } from '#law/reconsideration';
import type { OrganRecord } from '#persistence';
import {
  eventOf,
  standingOf,
  stepsInForce,
  type CaseStepRow,
  type LetterFacts,
  type LetterFactsParty,
} from '#queries';
import { letterRecords } from './letter-records.ts';

/** A case as it was read, for its letters. */
export interface LetterSource {
  readonly facts: LetterFacts;
  readonly rows: readonly CaseStepRow[];
}

interface Organs {
  readonly organ: OrganRecord;
  readonly respondent: OrganRecord | null;
}

/** The case as `#documents` wants it: every fact from where it is kept, nothing made up for what is not. */
export function letterCaseOf(
  { facts, rows }: LetterSource,
  { organ, respondent }: Organs,
  context: Context<ReconsiderationSettings>,
  letter: LetterDetails,
): LetterCase {
  const standing = standingOf(stepsInForce(rows).map(eventOf), context);
  const { mark: _, office, ...reach } = organ.letterhead ?? {};
  return {
    number: facts.caseNumber,
    organ: { name: organ.name, ...reach },
    office: { name: office ?? '', ...reach },
    ...partiesOf(facts.parties, rows),
    respondent: {
      name: respondent?.name ?? '',
      organisation: true,
      superior: last(standing.facts, 'COPY_TO_SUPERIOR')?.addressee,
    },
    act: {
      name: facts.actName,
      number: facts.actNumber,
      on: facts.actMadeOn === null ? null : calendarDate(facts.actMadeOn),
    },
    claims: [facts.claims],
    reasons: facts.grounds,
    receivedOn: calendarDate(facts.receivedOn),
    governing: governingDay(standing.facts, context.today, context.settings),
    facts: standing.facts,
    records: letterRecords(rows, facts),
    dues: duesOf(standing.clocks),
    recommendation: recommendation(standing.facts, rows),
    issued: facts.issued.map(one => ({
      kind: one.kind as LetterKind,
      number: one.number,
      on: calendarDate(one.on),
    })),
    letter,
  };
}

/** Third parties who came in later, by the step that let them in; whether they are organisations it does not say. */
export const joinedThirdParties = (rows: readonly CaseStepRow[]): LetterParty[] =>
  stepsInForce(rows)
    .filter(row => row.kind === 'JOIN_THIRD_PARTY')
    .map(row => ({ name: String(row.record['name'] ?? ''), organisation: false }));

/** A representative (代表人) is an applicant; an agent belongs to the party they stand for. */
function partiesOf(parties: readonly LetterFactsParty[], rows: readonly CaseStepRow[]) {
  const shape = (one: LetterFactsParty): LetterParty => ({
    name: one.name,
    organisation: one.isOrganisation,
    address: one.address,
    agents: parties.filter(other => other.represents === one.id).map(other => other.name),
  });
  const of = (...roles: string[]) => parties.filter(one => roles.includes(one.role));
  return {
    applicants: of('APPLICANT', 'REPRESENTATIVE').map(shape),
    representatives: of('REPRESENTATIVE').map(one => one.name),
    thirdParties: [...of('THIRD_PARTY').map(shape), ...joinedThirdParties(rows)],
  };
}

function recommendation(facts: RcFacts, rows: readonly CaseStepRow[]): LetterCase['recommendation'] {
  const event = last(facts, 'RECOMMENDATION_LETTER');
  const record = rows.find(row => row.eventId === event?.id)?.record;
  if (!event || !record) return undefined;
  return {
    to: event.addressee,
    problems: (record['problems'] as string[] | undefined) ?? [],
    advice: typeof record['content'] === 'string' ? record['content'].split('\n') : [],
  };
}
