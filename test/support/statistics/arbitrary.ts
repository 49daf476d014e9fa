import { SHIPPED_CODES } from '#codes';
import * as fc from 'fast-check';
import type { IsoDay, ProceedingFacts } from '#statistics';
import type { Scope } from '#statistics';
import { facts } from './facts.ts';

const codes = (list: string, keep: (cls: string | null) => boolean = () => true): string[] =>
  SHIPPED_CODES.filter(one => one.list === list && keep(one.class)).map(one => one.code);

const two = (value: number) => String(value).padStart(2, '0');

/** Days of the years 2023 and 2024, month by month of 28 days, so that many fall on the same day. */
export const day = (n: number): IsoDay => {
  const month = Math.floor(n / 28);
  return `${2023 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two((n % 28) + 1)}`;
};
const DAYS = 28 * 24;
const dayAfter = (least: number) => fc.integer({ min: least, max: least + 90 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

export const scopes: fc.Arbitrary<Scope> = fc
  .tuple(fc.integer({ min: 0, max: DAYS - 1 }), fc.integer({ min: 0, max: 400 }))
  .map(([start, length]) => ({ start: day(start), end: day(start + length) }));

const dimensions = fc.record({
  field: fc.constantFrom(...codes('FIELD')),
  matter: fc.constantFrom(...codes('MATTER')),
  respondentLevel: fc.constantFrom(...codes('ORGAN_LEVEL').filter(one => one !== 'STATE_COUNCIL')),
  authorityLevel: fc.constantFrom('COUNTY_GOVERNMENT', 'CITY_GOVERNMENT', 'PROVINCE_GOVERNMENT'),
  applicants: maybe(fc.integer({ min: 1, max: 30 })),
  extended: fc.boolean(),
  normativeReview: fc.boolean(),
  hearingHeld: fc.boolean(),
  compensation: maybe(fc.integer({ min: 0, max: 10_000_000 }).map(fen => (fen / 100).toFixed(2))),
});

const acceptedOutcomes = codes('RECONSIDERATION_OUTCOME', cls => cls !== 'BEFORE');
const earlyOutcomes = ['REFUSED', 'REFERRED', 'SETTLED_BEFORE_ACCEPTANCE', 'WITHDRAWN_VOLUNTARILY'];

/** A reconsideration whose dates follow each other and whose outcome fits its stage. */
export const reconsiderations: fc.Arbitrary<ProceedingFacts> = fc
  .integer({ min: 0, max: DAYS - 1 })
  .chain(received =>
    fc.tuple(
      fc.constant(received),
      maybe(dayAfter(received)),
      fc.integer({ min: 0, max: 120 }),
      fc.boolean(),
      fc.constantFrom(...acceptedOutcomes),
      fc.constantFrom(...earlyOutcomes),
      dimensions,
    ),
  )
  .map(([received, accepted, later, isClosed, outcome, early, more]) =>
    facts({
      ...more,
      receivedOn: day(received),
      acceptedOn: accepted === null ? null : day(accepted),
      closedOn: isClosed ? day((accepted ?? received) + later) : null,
      outcome: isClosed ? (accepted === null ? early : outcome) : null,
    }),
  );

const suitOutcomes = codes('LITIGATION_OUTCOME');

/** A suit with or without a hearing between receipt and end. */
export const suits: fc.Arbitrary<ProceedingFacts> = fc
  .record({
    received: fc.integer({ min: 0, max: DAYS - 1 }),
    toHearing: maybe(fc.integer({ min: 1, max: 100 })),
    toEnd: maybe(fc.integer({ min: 0, max: 100 })),
    register: fc.constantFrom('LITIGATION' as const, 'LITIGATION' as const, 'CIVIL_LITIGATION' as const),
    instance: fc.constantFrom('FIRST' as const, 'SECOND' as const, 'RETRIAL' as const),
    outcome: fc.constantFrom(...suitOutcomes),
    respondent: fc.constantFrom('B', 'C', 'D'),
    appeared: maybe(fc.boolean()),
    appearedPost: fc.constantFrom('CHIEF' as const, 'DEPUTY' as const, 'OTHER_HEAD' as const),
    excused: fc.boolean(),
    covered: fc.boolean(),
    asReconsiderationOrgan: fc.boolean(),
    afterReconsideration: fc.boolean(),
    hearingsHeld: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ received, toHearing, toEnd, outcome, appeared, ...more }) => {
    const heard = toHearing !== null;
    const came = heard && appeared === true;
    return facts({
      ...more,
      receivedOn: day(received),
      heardOn: heard ? day(received + toHearing) : null,
      hearingsHeld: heard ? more.hearingsHeld : 0,
      hearingsAttended: came ? 1 : 0,
      appeared: heard ? appeared : null,
      appearedPost: came ? more.appearedPost : null,
      closedOn: toEnd === null ? null : day(received + (toHearing ?? 0) + toEnd),
      outcome: toEnd === null ? null : outcome,
    });
  });
