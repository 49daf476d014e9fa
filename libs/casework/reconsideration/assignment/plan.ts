import type { CalendarDate } from '#law/calendar';
import type { HeldCase, Surroundings } from './case-records.ts';
import type { AssignmentFacts, CasePart, OfficerFacts } from './facts.ts';
import type { OfficerRecord } from './officer-records.ts';

/** Who is asked to take which part; a part that is not named stays as it is. */
export interface Asked {
  readonly handler: OfficerRecord | null;
  readonly second: OfficerRecord | null;
}

/** Somebody takes a part of a case, after somebody or nobody. */
export interface Move {
  readonly part: CasePart;
  readonly from: number | null;
  readonly to: OfficerRecord;
}

/** What would change in the case; empty when it is as asked already. */
export function movesOf({ handlerId, secondHandlerId }: HeldCase, { handler, second }: Asked): Move[] {
  const moves: Move[] = [];
  if (handler && handler.id !== handlerId) moves.push({ part: 'HANDLER', from: handlerId, to: handler });
  if (second && second.id !== secondHandlerId)
    moves.push({ part: 'SECOND', from: secondHandlerId, to: second });
  return moves;
}

export function factsOf(
  held: HeldCase,
  { handler, second }: Asked,
  { parties, readers, decided }: Surroundings,
  today: CalendarDate,
): AssignmentFacts {
  const ofCase = <T extends { caseId: string }>(all: readonly T[]) =>
    all.filter(one => one.caseId === held.id);
  return {
    today,
    caseId: held.id,
    state: held.state,
    respondentId: held.respondentId,
    parties: ofCase(parties).map(one => one.name),
    readers: held.confidential ? ofCase(readers).map(one => one.accountId) : null,
    decidedEarlier: ofCase(decided),
    handler: handler?.id ?? held.handlerId,
    second: second?.id ?? held.secondHandlerId,
  };
}

/** The officer as the rules see them at the organ of the case. */
export function officerAt(
  { id, name, disabled, grants, qualifications, conflicts }: OfficerRecord,
  organId: number,
  reaches: (grant: OfficerRecord['grants'][number], organId: number) => boolean,
): OfficerFacts {
  return {
    id,
    name,
    disabled,
    handlesHere: grants.some(grant => reaches(grant, organId)),
    qualifications: qualifications.filter(one => one.organId === organId),
    conflicts: conflicts.filter(one => one.organId === organId),
  };
}
