import { POST_CLASSES, SHIPPED_CODES, type CodeListName, type PostClass, type Register } from '#codes';
import type { ProceedingFacts } from '#statistics';
import { facts } from '../statistics/facts.ts';
import { daysAfter, type Chance } from './chance.ts';

/** A case to write straight to the table; `voided` ones must never be counted. */
export interface PlantedCase extends ProceedingFacts {
  readonly voided: boolean;
}

/** The organs and people the cases may name, as ids. */
export interface Cast {
  readonly organs: readonly string[];
  readonly respondents: readonly string[];
  readonly handlers: readonly string[];
}

const FIRST_DAY = '2022-01-01';
const DAYS = 3 * 365;

const codesOf = (list: CodeListName, cls: (cls: string | null) => boolean = () => true): string[] =>
  SHIPPED_CODES.filter(one => one.list === list && cls(one.class)).map(one => one.code);

const FIELDS = codesOf('FIELD');
const MATTERS = codesOf('MATTER');
const LEVELS = codesOf('ORGAN_LEVEL');
const OUTCOMES = {
  accepted: codesOf('RECONSIDERATION_OUTCOME', cls => cls !== 'BEFORE'),
  early: [
    ...codesOf('RECONSIDERATION_OUTCOME', cls => cls === 'BEFORE'),
    'WITHDRAWN_VOLUNTARILY',
    'MEDIATED',
  ],
  LITIGATION: codesOf('LITIGATION_OUTCOME'),
  MEDIATION: codesOf('MEDIATION_OUTCOME'),
};
const POSTS = Object.keys(POST_CLASSES) as PostClass[];

/** One case of a register, complete and consistent, in the years 2022 to 2024. */
export function plantedCase(chance: Chance, register: Register, cast: Cast): PlantedCase {
  const suit = register === 'LITIGATION' || register === 'CIVIL_LITIGATION';
  const receivedOn = daysAfter(FIRST_DAY, chance.below(DAYS));
  const acceptedOn = chance.in(suit ? 0.3 : 0.8) ? daysAfter(receivedOn, chance.below(12)) : null;
  const closedOn = chance.in(0.75) ? daysAfter(acceptedOn ?? receivedOn, chance.below(150)) : null;
  return {
    ...facts({ register, receivedOn, acceptedOn, closedOn }),
    ...describedBy(chance, cast),
    ...(suit ? heard(chance, receivedOn) : {}),
    instance: suit ? chance.pick(['FIRST', 'FIRST', 'SECOND', 'RETRIAL']) : null,
    outcome: closedOn === null ? null : chance.pick(outcomesOf(register, acceptedOn !== null)),
    dueOn: acceptedOn !== null && chance.in(0.8) ? daysAfter(acceptedOn, 30 + chance.below(60)) : null,
    voided: chance.in(0.03),
  };
}

function outcomesOf(register: Register, accepted: boolean): readonly string[] {
  if (register === 'MEDIATION') return OUTCOMES.MEDIATION;
  if (register.endsWith('LITIGATION')) return OUTCOMES.LITIGATION;
  return accepted ? OUTCOMES.accepted : OUTCOMES.early;
}

function describedBy(chance: Chance, cast: Cast): Partial<ProceedingFacts> {
  const opinionsIssued = chance.in(0.2) ? 1 + chance.below(3) : 0;
  return {
    organ: chance.pick(cast.organs),
    respondent: chance.pick(cast.respondents),
    handler: chance.in(0.8) ? chance.pick(cast.handlers) : null,
    field: chance.pick(FIELDS),
    matter: chance.pick(MATTERS),
    respondentLevel: chance.pick(LEVELS.filter(one => one !== 'STATE_COUNCIL')),
    authorityLevel: chance.pick(['COUNTY_GOVERNMENT', 'CITY_GOVERNMENT', 'PROVINCE_DEPARTMENT']),
    applicants: 1 + (chance.in(0.2) ? chance.below(20) : 0),
    afterReconsideration: chance.in(0.3),
    asReconsiderationOrgan: chance.in(0.1),
    extended: chance.in(0.15),
    hearingHeld: chance.in(0.2),
    normativeReview: chance.in(0.1),
    compensation: chance.in(0.2) ? (chance.below(9_000_000) / 100).toFixed(2) : null,
    opinionsIssued,
    opinionsPerformed: opinionsIssued > 0 ? chance.below(opinionsIssued + 1) : 0,
  };
}

function heard(chance: Chance, receivedOn: string): Partial<ProceedingFacts> {
  if (chance.in(0.3)) return {};
  const hearingsHeld = 1 + chance.below(3);
  const appeared = chance.pick([true, true, false, null]);
  return {
    heardOn: daysAfter(receivedOn, 10 + chance.below(120)),
    hearingsHeld,
    hearingsAttended: appeared === true ? 1 + chance.below(hearingsHeld) : 0,
    appeared,
    appearedPost: appeared === true ? chance.pick(['CHIEF', 'DEPUTY', 'OTHER_HEAD']) : null,
    excused: appeared !== true && chance.in(0.3),
    covered: appeared !== true && chance.in(0.3),
  };
}

/** What real registers have and no figure may stumble over: gaps, and values that contradict each other. */
export function damaged(chance: Chance, one: PlantedCase): PlantedCase {
  const suit = one.instance !== null;
  const gaps: Partial<PlantedCase>[] = [
    { field: null },
    { matter: null },
    { respondentLevel: null },
    { authorityLevel: null },
    { respondent: null },
    { authorityLevel: 'TOWNSHIP_GOVERNMENT' },
    { opinionsIssued: 0, opinionsPerformed: 2 },
    { dueOn: null, extended: true },
  ];
  if (one.closedOn !== null)
    gaps.push({ outcome: 'UPHELD' }, { outcome: 'REFUSED' }, { outcome: 'ACT_REVOKED' });
  if (suit)
    gaps.push(
      { heardOn: daysAfter(one.receivedOn!, -40), hearingsHeld: 1, hearingsAttended: 0, appeared: null },
      { heardOn: daysAfter(one.closedOn ?? one.receivedOn!, 300), hearingsHeld: 2, hearingsAttended: 1 },
      { appeared: true, appearedPost: chance.pick(POSTS), excused: true, covered: true },
    );
  return { ...one, ...chance.pick(gaps), ...(chance.in(0.2) ? chance.pick(gaps) : {}) };
}

/** Cases of every register, one in eight of them damaged. */
export function plantedCases(chance: Chance, count: number, cast: Cast): PlantedCase[] {
  const registers: readonly Register[] = [
    ...(['RECONSIDERATION', 'RECONSIDERATION', 'RECONSIDERATION_RESPONSE'] as const),
    ...(['LITIGATION', 'LITIGATION', 'CIVIL_LITIGATION', 'MEDIATION'] as const),
  ];
  return Array.from({ length: count }, () => {
    const one = plantedCase(chance, chance.pick(registers), cast);
    return chance.in(0.125) ? damaged(chance, one) : one;
  });
}
