/** How often each value occurs, out of a hundred or so; written out, so that SQL can draw from it by index. */
function drawn(weights: Record<string, number>): string[] {
  return Object.entries(weights).flatMap(([value, weight]) => Array<string>(weight).fill(value));
}

export const REGISTERS = drawn({
  RECONSIDERATION: 45,
  RECONSIDERATION_RESPONSE: 14,
  LITIGATION: 31,
  CIVIL_LITIGATION: 2,
  MEDIATION: 8,
});

export const OUTCOMES = {
  /** Before acceptance. */
  early: drawn({ REFUSED: 60, REFERRED: 28, SETTLED_BEFORE_ACCEPTANCE: 12 }),
  reconsideration: drawn({
    UPHELD: 40,
    CLAIM_DISMISSED: 11,
    DISMISSED: 12,
    REVOKED: 8,
    CHANGED: 1,
    CONFIRMED_ILLEGAL: 4,
    ORDERED_TO_PERFORM: 3,
    MEDIATED: 2,
    SETTLED: 2,
    WITHDRAWN: 4,
    WITHDRAWN_AFTER_COORDINATION: 9,
    WITHDRAWN_AFTER_CHANGE: 2,
    TERMINATED_OTHER: 2,
  }),
  litigation: drawn({
    CLAIM_REJECTED: 46,
    SUIT_DISMISSED: 17,
    JUDGMENT_UPHELD: 9,
    ACT_REVOKED: 8,
    ACT_ILLEGAL: 4,
    PERFORMANCE_ORDERED: 2,
    COMPENSATION_ORDERED: 1,
    REMANDED: 1,
    SUIT_WITHDRAWN: 12,
  }),
  mediation: drawn({ AGREED_IN_WRITING: 45, AGREED_ORALLY: 25, NOT_AGREED: 30 }),
};

export const FIELDS = drawn({
  PUBLIC_SECURITY: 27,
  LAND: 14,
  HOUSE_EXPROPRIATION: 12,
  LABOUR_AND_SOCIAL_SECURITY: 9,
  INDUSTRY_AND_COMMERCE: 9,
  URBAN_PLANNING: 6,
  FOOD_SAFETY: 5,
  TRANSPORT: 4,
  ENVIRONMENT: 3,
  FORESTRY: 2,
  CIVIL_AFFAIRS: 2,
  EDUCATION: 2,
  TAX: 1,
  HEALTH: 1,
  WATER: 1,
  JUSTICE: 1,
  AGRICULTURE: 1,
});

export const MATTERS = drawn({
  PENALTY: 35,
  COMPULSION: 6,
  LEVY: 12,
  LICENSING: 4,
  TITLE: 5,
  CONFIRMATION: 9,
  INFORMATION: 13,
  COMPLAINT_HANDLING: 5,
  INACTION: 6,
  OTHER_MATTER: 5,
});

export const INSTANCES = drawn({ FIRST: 72, SECOND: 24, RETRIAL: 4 });
export const POSTS = drawn({ CHIEF: 22, DEPUTY: 58, OTHER_HEAD: 20 });
