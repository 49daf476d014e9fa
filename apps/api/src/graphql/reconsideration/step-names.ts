import type { RcKind } from '#law/reconsideration';

/** What is done by registering, or by the law itself, is no step of its own. */
export type StepKind = Exclude<RcKind, 'RECEIVE' | 'ABANDON' | 'NO_REPLY'>;

/** The verb of each step; a step the law gains has to be named here before anything compiles. */
export const STEP_MUTATIONS: Readonly<Record<StepKind, string>> = {
  NOTICE_CORRECTION: 'requestCorrections',
  EXTEND_CORRECTION: 'extendCorrections',
  RECEIVE_CORRECTIONS: 'receiveCorrections',
  REFUSE: 'refuseApplication',
  ACCEPT: 'acceptApplication',
  CLASSIFY: 'classifyCase',
  SEND_COPY: 'sendCopy',
  COPY_SERVED: 'recordCopyServed',
  REPLY: 'receiveReply',
  CONVERT: 'convertToOrdinary',
  HEAR_OPINIONS: 'hearOpinions',
  SCHEDULE_HEARING: 'scheduleHearing',
  NOTIFY_HEARING: 'notifyHearing',
  HOLD_HEARING: 'holdHearing',
  ASK_COMMITTEE: 'askCommittee',
  COMMITTEE_OPINION: 'recordCommitteeOpinion',
  STOP_EXECUTION: 'stopExecution',
  EXCLUDE_TIME: 'excludeTime',
  EXTEND_DECISION: 'extendDecision',
  BEGIN_NORMATIVE_REVIEW: 'beginNormativeReview',
  TRANSFER_NORMATIVE: 'transferNormativeDocument',
  NOTIFY_MAKER: 'notifyMaker',
  MAKER_REPLY: 'receiveMakerReply',
  END_NORMATIVE_REVIEW: 'endNormativeReview',
  RESUME: 'resumeCase',
  SUSPEND: 'suspendCase',
  SUBMIT: 'submitForDecision',
  DECIDE: 'decide',
  MEDIATE: 'closeByMediation',
  DISMISS: 'dismissApplication',
  TERMINATE: 'terminateCase',
  SERVE: 'serveDecision',
  OPINION_LETTER: 'sendOpinionLetter',
  REPORT_BACK: 'recordReportBack',
  REMAKE: 'recordRemake',
  ORDER_PERFORMANCE: 'orderPerformance',
  INTERVIEW: 'interviewRespondent',
  CRITICISE: 'criticiseRespondent',
  SUED: 'recordSuit',
  APPLY_ENFORCEMENT: 'applyForEnforcement',
  PERFORMED: 'confirmPerformance',
  CLOSE: 'closeFile',
};

export const STEP_KINDS = Object.keys(STEP_MUTATIONS) as StepKind[];
