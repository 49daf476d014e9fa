import { all, any, not, within, type Condition } from '../conditions/condition.ts';
import { inHand } from '../measures/states.ts';
import type { Exclusion } from './variant.ts';

const litigation: Condition = { eq: ['register', 'LITIGATION'] };

/** Everything an appearance figure must account for: suits in hand or heard in the period, civil ones too. */
export const universe = all(
  { in: ['register', ['LITIGATION', 'CIVIL_LITIGATION']] },
  any(inHand, within('heardOn')),
);

export const administrative = all(litigation, universe);
/** At least one hearing, the first of them in the period: the day that places an instance in a period. */
export const heard = all(administrative, within('heardOn'));
export const appeared: Condition = { flag: 'appeared' };
export const absent = not(appeared);
export const excused = all(absent, { flag: 'excused' });
/** An organ whose own head came needs no cover. */
export const covered = all(absent, { flag: 'covered' }, not({ flag: 'excused' }));
export const first: Condition = { eq: ['instance', 'FIRST'] };

export const civil: Exclusion = { reason: 'CIVIL', where: not(litigation) };

const unheard: Condition = { isNull: 'heardOn' };
const closedByEnd: Condition = { date: 'closedOn', onOrBefore: 'end' };

/** Why a suit in hand is not among the heard ones. */
export const notHeard: readonly Exclusion[] = [
  civil,
  { reason: 'HEARD_IN_ANOTHER_PERIOD', where: all({ notNull: 'heardOn' }, not(within('heardOn'))) },
  {
    reason: 'WITHDRAWN_BEFORE_HEARING',
    where: all(unheard, closedByEnd, { outcomeClass: ['WITHDRAWN'] }),
  },
  { reason: 'DECIDED_WITHOUT_HEARING', where: all(unheard, closedByEnd) },
  { reason: 'NOT_YET_HEARD', where: unheard },
];
