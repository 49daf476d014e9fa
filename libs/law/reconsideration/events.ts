import type { CalendarDate } from '#law/calendar';
import type { BaseEvent } from '#law/procedure';
import type {
  FileAccessGround,
  MediationEnd,
  RefusalGround,
  SimplifiedGround,
  StopExecutionGround,
  SuspensionGround,
  TerminationGround,
} from './grounds.ts';
import type { RcOutcome } from './outcomes.ts';

export type Procedure = 'ORDINARY' | 'SIMPLIFIED';
/** Those 78 speaks of; the respondent is a matter of 77. */
export type Enforced = 'APPLICANT' | 'THIRD_PARTY';

type Ev<K extends string, D extends object = object> = BaseEvent & { readonly kind: K } & Readonly<D>;

/** Everything that can happen in a reconsideration, seen from the organ that hears it. */
export type RcEvent =
  | Ev<
      'RECEIVE',
      {
        /** an earlier application on the same facts and reasons was withdrawn with leave */
        withdrawnBefore?: boolean;
        /** and the applicant proves that this was against its true will (74(2)) */
        withdrawalAgainstWill?: boolean;
      }
    >
  | Ev<'NOTICE_CORRECTION', { servedOn?: CalendarDate; until?: CalendarDate }>
  | Ev<'EXTEND_CORRECTION', { until: CalendarDate }>
  | Ev<'RECEIVE_CORRECTIONS'>
  // made by the law, never entered
  | Ev<'ABANDON'>
  | Ev<'REFUSE', { ground: RefusalGround; competentOrgan?: string }>
  | Ev<'TRANSFER', { competentOrgan: string }>
  | Ev<
      'ACCEPT',
      {
        procedure: Procedure;
        simplifiedGround?: SimplifiedGround;
        /** under the older texts acceptance may lie before the event: on receipt (17(2)) */
        acceptedOn?: CalendarDate;
        /** a law sets fewer than sixty days for the decision */
        decisionDaysByLaw?: number;
      }
    >
  // the last one counts: a case may turn out difficult
  | Ev<'CLASSIFY', { major?: boolean; technical?: boolean; ownAct?: boolean }>
  | Ev<'SEND_COPY'>
  | Ev<'COPY_SERVED'>
  | Ev<'REPLY'>
  // made by the law, never entered
  | Ev<'NO_REPLY'>
  | Ev<'CONVERT'>
  | Ev<'HEAR_OPINIONS', { partyIsTheCause?: boolean }>
  | Ev<'SCHEDULE_HEARING', { hearingOn: CalendarDate }>
  | Ev<'NOTIFY_HEARING'>
  | Ev<'HOLD_HEARING', { hearingOfficers: number }>
  | Ev<'ASK_COMMITTEE'>
  | Ev<'COMMITTEE_OPINION'>
  | Ev<'INVESTIGATE', { officers: number }>
  | Ev<'JOIN_THIRD_PARTY'>
  | Ev<'GRANT_FILE_ACCESS'>
  | Ev<'REFUSE_FILE_ACCESS', { ground: FileAccessGround }>
  // the clock stands still only when both sides agree to it: that is SUSPEND, on MEDIATION_AGREED
  | Ev<'BEGIN_MEDIATION'>
  | Ev<'HOLD_MEDIATION'>
  | Ev<'END_MEDIATION', { ground: MediationEnd }>
  | Ev<'SETTLE'>
  | Ev<'ASK_WITHDRAWAL'>
  | Ev<'STOP_EXECUTION', { ground: StopExecutionGround }>
  | Ev<'EXCLUDE_TIME', { ground: ExclusionGround; until: CalendarDate }>
  | Ev<'EXTEND_DECISION', { days: number; approvedBy: 'OFFICE_HEAD' | 'ORGAN_HEAD' }>
  | Ev<'BEGIN_NORMATIVE_REVIEW', { ownPower: boolean }>
  | Ev<'TRANSFER_NORMATIVE', { receivedOn?: CalendarDate }>
  | Ev<'NOTIFY_MAKER', { servedOn?: CalendarDate }>
  | Ev<'MAKER_REPLY'>
  | Ev<'END_NORMATIVE_REVIEW'>
  // `of` names the suspension lifted; without it all open ones are
  | Ev<'RESUME'>
  | Ev<'SUSPEND', { ground: SuspensionGround }>
  | Ev<'SUBMIT'>
  | Ev<'SEND_BACK', { reason: string }>
  | Ev<
      'DECIDE',
      {
        outcome: RcOutcome;
        /** with the time the decision sets; else the sixty days of 条例 49 */
        remakeOrdered?: boolean;
        remakeWithinDays?: number;
        /** art. 66: the time in which the duty has to be performed */
        performWithinDays?: number;
        /** for 变更: worse than the act was, and whether a third party asked for that */
        worseForApplicant?: boolean;
        thirdPartyAskedOpposite?: boolean;
        thirdPartyEvidence?: boolean;
        /** art. 72: the claim for compensation that rides on the result */
        compensation?: 'COMPENSATION_GRANTED' | 'COMPENSATION_DENIED';
        compensationYuan?: number;
      }
    >
  // both true, or there is no 调解书 yet and the case goes on
  | Ev<'MEDIATE', { signedByAll: boolean; sealed: boolean }>
  | Ev<'DISMISS', { ground: RefusalGround }>
  | Ev<'TERMINATE', { ground: TerminationGround }>
  | Ev<'SERVE'>
  | Ev<'OPINION_LETTER', { servedOn?: CalendarDate }>
  // `of` names the letter answered; without it all are
  | Ev<'REPORT_BACK'>
  | Ev<'RECOMMENDATION_LETTER', { addressee: string }>
  | Ev<'PUBLISH'>
  | Ev<'COPY_TO_SUPERIOR', { addressee: string }>
  | Ev<'REMAKE'>
  | Ev<'ORDER_PERFORMANCE', { until: CalendarDate }>
  | Ev<'INTERVIEW'>
  | Ev<'CRITICISE'>
  | Ev<'SUED'>
  | Ev<
      'APPLY_ENFORCEMENT',
      {
        against: Enforced;
        court: string;
        amountYuan?: number;
        /** the day the exhortation (催告书) bears, and the day from which the ten days run */
        exhortedOn?: CalendarDate;
        exhortationServedOn: CalendarDate;
      }
    >
  | Ev<'PERFORMED'>
  | Ev<'CLOSE'>;

export type RcKind = RcEvent['kind'];

/** Time the regulation takes out of the decision period without suspending the case. */
export type ExclusionGround = 'INSPECTION' | 'APPRAISAL' | 'ORGAN_AGREEMENT';
