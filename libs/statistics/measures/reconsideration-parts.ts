import { all, any, type Condition } from '../conditions/condition.ts';
import * as at from './states.ts';

const outcome = (code: string): Condition => ({ codeOf: ['outcome', [code]] });
const closedUnaccepted = (how: Condition): Condition => all(at.closed, at.neverAccepted, how);

/** The three ways out before acceptance; none of them is 审结, all of them are 办结. */
export const closedReasons = {
  refused: closedUnaccepted(outcome('REFUSED')),
  referred: closedUnaccepted(outcome('REFERRED')),
  // an application may also be withdrawn or mediated before anybody accepted it, under its usual code
  settledBefore: closedUnaccepted(
    any(outcome('SETTLED_BEFORE_ACCEPTANCE'), { outcomeClass: ['MEDIATED', 'SETTLED', 'WITHDRAWN'] }),
  ),
};
