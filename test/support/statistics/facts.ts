import type { ProceedingFacts } from '#statistics';

const BLANK: ProceedingFacts = {
  id: '0',
  register: 'RECONSIDERATION',
  instance: null,
  organ: 'A',
  respondent: 'B',
  receivedOn: null,
  acceptedOn: null,
  closedOn: null,
  outcome: null,
  field: null,
  matter: null,
  respondentLevel: null,
  authorityLevel: null,
  handler: null,
  applicants: null,
  afterReconsideration: false,
  heardOn: null,
  hearingsHeld: 0,
  hearingsAttended: 0,
  appeared: null,
  appearedPost: null,
  excused: false,
  covered: false,
  asReconsiderationOrgan: false,
  dueOn: null,
  extended: false,
  hearingHeld: false,
  compensation: null,
  normativeReview: false,
  opinionsIssued: 0,
  opinionsPerformed: 0,
};

let next = 0;

/** A blank proceeding with what the test is about. */
export function facts(more: Partial<ProceedingFacts> = {}): ProceedingFacts {
  return { ...BLANK, id: String(++next), ...more };
}

/** An accepted reconsideration that has everything the return asks for. */
export function accepted(more: Partial<ProceedingFacts> = {}): ProceedingFacts {
  return facts({
    receivedOn: '2024-03-01',
    acceptedOn: '2024-03-05',
    field: 'LAND',
    matter: 'PENALTY',
    respondentLevel: 'COUNTY_DEPARTMENT',
    authorityLevel: 'COUNTY_GOVERNMENT',
    applicants: 1,
    ...more,
  });
}

/** A first-instance suit heard in 2024. */
export function suit(more: Partial<ProceedingFacts> = {}): ProceedingFacts {
  return facts({
    register: 'LITIGATION',
    instance: 'FIRST',
    receivedOn: '2024-02-01',
    heardOn: '2024-03-01',
    hearingsHeld: 1,
    appeared: false,
    ...more,
  });
}

export function many(count: number, make: () => ProceedingFacts): ProceedingFacts[] {
  return Array.from({ length: count }, make);
}
