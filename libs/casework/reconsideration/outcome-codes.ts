import type { CalendarDate } from '#law/calendar';
import { last } from '#law/procedure';
import type { RcEvent, RcFacts, RcOutcome } from '#law/reconsideration';

/**
 * How a result of the law is counted in the returns (code list RECONSIDERATION_OUTCOME). The form has fewer rows than the law
 * has results: partly revoked counts as revoked, liability from an agreement (71) as an order to perform (A: no official
 * mapping was found; libs/law/reconsideration/outcomes.ts keeps the result itself).
 */
const DECISIONS: Partial<Record<RcOutcome, string>> = {
  UPHOLD: 'UPHELD',
  DISMISS_CLAIM: 'CLAIM_DISMISSED',
  CHANGE: 'CHANGED',
  REVOKE: 'REVOKED',
  REVOKE_IN_PART: 'REVOKED',
  CONFIRM_ILLEGAL_KEEP: 'CONFIRMED_ILLEGAL',
  CONFIRM_ILLEGAL: 'CONFIRMED_ILLEGAL',
  ORDER_PERFORM: 'ORDERED_TO_PERFORM',
  CONFIRM_INVALID: 'CONFIRMED_INVALID',
  AGREEMENT_LIABILITY: 'ORDERED_TO_PERFORM',
  AGREEMENT_COMPENSATION: 'ORDERED_TO_PERFORM',
  COMPENSATION_GRANTED: 'ORDERED_TO_PERFORM',
  COMPENSATION_DENIED: 'CLAIM_DISMISSED',
  MIXED: 'REVOKED',
};

/** How a case is counted that ended with a decision on the matter. */
export const DECIDED_OUTCOMES: readonly string[] = [...new Set(Object.values(DECISIONS))];

export interface Closing {
  readonly closedOn: CalendarDate;
  readonly outcome: string;
}

/** When and with what result the case ended, as returns count it; null while it is open. */
export function closingOf(facts: RcFacts): Closing | null {
  const event = facts.history.findLast(one => outcomeOf(one, facts) !== null);
  return event ? { closedOn: event.on, outcome: outcomeOf(event, facts)! } : null;
}

function outcomeOf(event: RcEvent, facts: RcFacts): string | null {
  switch (event.kind) {
    case 'REFUSE':
      return 'REFUSED';
    case 'TRANSFER':
      return 'REFERRED';
    case 'ABANDON':
      return 'SETTLED_BEFORE_ACCEPTANCE';
    case 'DECIDE':
      return DECISIONS[event.outcome] ?? 'OTHER_RECONSIDERATION_OUTCOME';
    case 'MEDIATE':
      // without signatures and seal there is no 调解书, and the case goes on
      return event.signedByAll && event.sealed ? 'MEDIATED' : null;
    case 'DISMISS':
      return 'DISMISSED';
    case 'TERMINATE':
      return terminated(event.ground, facts);
    default:
      return null;
  }
}

/** A settlement ends a case through withdrawal (74(2)); returns count the two apart. */
function terminated(ground: string, facts: RcFacts): string {
  if (ground !== 'WITHDRAWN_WITH_LEAVE') return 'TERMINATED_OTHER';
  return last(facts, 'SETTLE') ? 'SETTLED' : 'WITHDRAWN';
}
