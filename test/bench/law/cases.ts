/** Open cases of every kind and stage, as their events; the same ones in every run. */
import { addDays, calendarDate, type CalendarDate } from '#law/calendar';
import type { LtEvent } from '#law/litigation';
import type { AmEvent } from '#law/mediation';
import type { RcEvent } from '#law/reconsideration';

const FIRST = calendarDate('2026-08-03');
/** A day of the case, which came in on one of a hundred days. */
const dayOf = (n: number) => (days: number) => addDays(FIRST, (n % 100) + days);
type On = (days: number) => CalendarDate;

/** Received, accepted, waiting for the reply, in review, suspended once, suspended now. */
const reconsideration = (n: number, on: On): RcEvent[] => [
  { id: 'a', kind: 'RECEIVE', on: on(0) },
  {
    id: 'b',
    kind: 'ACCEPT',
    on: on(2),
    procedure: n % 5 === 0 ? 'SIMPLIFIED' : 'ORDINARY',
    simplifiedGround: 'GOV_INFORMATION',
  },
  { id: 'c', kind: 'COPY_SERVED', on: on(4) },
  { id: 'd', kind: 'REPLY', on: on(8) },
  { id: 'e', kind: 'SUSPEND', on: on(9), ground: 'DEPENDENT_CASE' },
  { id: 'f', kind: 'RESUME', on: on(14) },
];

/** Answering, waiting for the hearing, scheduled, suspended, extended by the higher court. */
const litigation = (_: number, on: On): LtEvent[] => [
  { id: 'a', kind: 'OPEN', on: on(0), instance: 'FIRST', filedOn: on(0) },
  { id: 'b', kind: 'COPY_SERVED', on: on(2) },
  { id: 'c', kind: 'FILE_ANSWER', on: on(10) },
  { id: 'd', kind: 'SCHEDULE_HEARING', on: on(12), hearingOn: on(40) },
  { id: 'e', kind: 'SUSPEND', on: on(13), ground: 'DEPENDENT_CASE' },
  { id: 'f', kind: 'EXTEND_TRIAL', on: on(14), months: 3, approvedBy: 'HIGH_COURT' },
];

/** Applied, accepted, under way, paused for an appraisal, going on. */
const mediation = (n: number, on: On): AmEvent[] => [
  {
    id: 'a',
    kind: 'APPLY',
    on: on(0),
    regime: n % 2 === 0 ? 'DEFAULT' : 'CONSUMER',
    dispute: 'CONTRACT',
    partyType: 'CIVIL',
  },
  { id: 'b', kind: 'ACCEPT', on: on(2), allAgree: true },
  { id: 'c', kind: 'START', on: on(3) },
  { id: 'd', kind: 'PAUSE', on: on(5), reason: 'APPRAISAL' },
  { id: 'e', kind: 'RESUME', on: on(9) },
];

const upTo = <E>(n: number, events: E[]): E[] => events.slice(0, (n % events.length) + 1);

/** Seven of ten are reconsiderations, two suits, one mediation: a mix that has every kind, not a survey. */
export function openCases(count: number) {
  const cases = {
    reconsideration: [] as RcEvent[][],
    litigation: [] as LtEvent[][],
    mediation: [] as AmEvent[][],
  };
  for (let n = 0; n < count; n++) {
    const on = dayOf(n);
    const stage = Math.floor(n / 10);
    if (n % 10 < 7) cases.reconsideration.push(upTo(stage, reconsideration(stage, on)));
    else if (n % 10 < 9) cases.litigation.push(upTo(stage, litigation(stage, on)));
    else cases.mediation.push(upTo(stage, mediation(stage, on)));
  }
  return cases;
}
