import type { Column } from '#statistics';

/** The columns of the table `proceeding`, by the name of the fact; the only identifiers that enter SQL text. */
const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  id: 'id',
  register: 'register',
  instance: 'instance',
  organ: 'organ_id',
  respondent: 'respondent_id',
  receivedOn: 'received_on',
  acceptedOn: 'accepted_on',
  closedOn: 'closed_on',
  outcome: 'outcome',
  field: 'field',
  matter: 'matter',
  respondentLevel: 'respondent_level',
  authorityLevel: 'authority_level',
  handler: 'handler_id',
  applicants: 'applicants',
  afterReconsideration: 'after_reconsideration',
  heardOn: 'heard_on',
  hearingsHeld: 'hearings_held',
  hearingsAttended: 'hearings_attended',
  appeared: 'appeared',
  appearedPost: 'appeared_post',
  excused: 'excused',
  covered: 'covered',
  asReconsiderationOrgan: 'as_reconsideration_organ',
  dueOn: 'due_on',
  extended: 'extended',
  hearingHeld: 'hearing_held',
  compensation: 'compensation',
  normativeReview: 'normative_review',
  opinionsIssued: 'opinions_issued',
  opinionsPerformed: 'opinions_performed',
};

/** A qualified column, e.g. `p.closed_on`. Refuses what is not a column, whatever the types were told. */
export function columnSql(column: Column, alias: string): string {
  const name = Object.hasOwn(COLUMN_NAMES, column) ? COLUMN_NAMES[column] : undefined;
  if (name === undefined) throw new RangeError(`not a column of proceeding: ${String(column)}`);
  if (!/^[a-z][a-z0-9_]*$/.test(alias)) throw new RangeError(`not an alias: ${alias}`);
  return `${alias}.${name}`;
}
