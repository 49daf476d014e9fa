import type { LedgerFacts } from '#ledger';
import { summariseAppearance, type HearingRecord } from '#statistics';
import { timelinessOf } from './timeliness.ts';

/** Ids the names in a row stand for. */
export interface RowNames {
  organId: number;
  organLevel: string | null;
  respondentId: number | null;
  authorityId: number | null;
  authorityLevel: string | null;
  handlerId: number | null;
}

/** The hearings of a row as the appearance rule wants them; one in the future has not been held. */
export function hearingsOf(facts: LedgerFacts, today: string): HearingRecord[] {
  return facts.hearings
    .filter(hearing => hearing.on !== null)
    .map(hearing => ({
      heldOn: hearing.on! <= today ? hearing.on : null,
      attendances: attendancesOf(hearing),
      headSummonedAgain: false,
      excuseAccepted: hearing.excused ?? false,
      covered: hearing.covered ?? false,
    }));
}

function attendancesOf({
  attended,
  postClass,
}: LedgerFacts['hearings'][number]): HearingRecord['attendances'] {
  if (attended === null) return null;
  return attended ? [{ post: postClass ?? 'OTHER_HEAD', identity: 'ACCEPTED', leftWithoutLeave: false }] : [];
}

/** The columns of `proceeding` that a ledger row states or that follow from it. */
export function proceedingRecord(
  facts: LedgerFacts,
  names: RowNames,
  flags: readonly string[],
  today: string,
) {
  const { dueOn, flags: late } = timelinessOf(facts);
  return {
    ...stated(facts),
    ...appearance(facts, today),
    organ_id: names.organId,
    respondent_id: names.respondentId,
    authority_id: names.authorityId,
    authority_level: names.authorityLevel,
    handler_id: names.handlerId,
    due_on: dueOn,
    flags: [...flags, ...late],
  };
}

function stated(facts: LedgerFacts) {
  return {
    register: facts.register,
    instance: facts.instance,
    case_number: facts.caseNumber,
    court: facts.court,
    channel: facts.channel,
    received_on: facts.receivedOn,
    accepted_on: facts.acceptedOn,
    closed_on: facts.closedOn,
    outcome: facts.outcome,
    field: facts.field,
    matter: facts.matter,
    dispute_type: facts.disputeType,
    respondent_level: facts.respondentLevel,
    applicants: facts.applicants ?? 1,
    after_reconsideration: facts.afterReconsideration,
    extended: facts.extended ?? false,
    hearing_held: facts.heard ?? false,
    normative_review: facts.normativeReview ?? false,
    as_reconsideration_organ: facts.asReconsiderationOrgan ?? false,
    opinions_issued: facts.opinionLetters ?? 0,
    opinions_performed: facts.opinionsPerformed ?? 0,
    compensation: facts.compensation ?? facts.amount,
    remark: facts.remark,
  };
}

function appearance(facts: LedgerFacts, today: string) {
  const summary = summariseAppearance(hearingsOf(facts, today));
  return {
    heard_on: summary.heardOn,
    hearings_held: summary.hearingsHeld,
    hearings_attended: summary.hearingsAttended,
    appeared: summary.appeared,
    appeared_post: summary.appearedPost,
    excused: summary.excused,
    covered: summary.covered,
  };
}

export type ProceedingRecord = ReturnType<typeof proceedingRecord>;
