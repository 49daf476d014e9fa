import type { CalendarDate } from '#law/calendar';
import type { BaseEvent } from '#law/procedure';
import type { LtEnding, LtExclusion, LtPostponement, LtStopExecution, LtSuspension } from './grounds.ts';
import type { LtOutcome } from './outcomes.ts';
import type { LtInstance } from './states.ts';

type Ev<K extends string, D extends object = object> = BaseEvent & { readonly kind: K } & Readonly<D>;

/** Everything that can happen to one agency in one court instance. */
export type LtEvent =
  | Ev<
      'OPEN',
      {
        instance: LtInstance;
        trial?: 'ORDINARY' | 'SIMPLIFIED';
        /** the court's filing, or its receipt of the appeal: day 0 of the trial limit */
        filedOn?: CalendarDate;
      }
    >
  | Ev<'COPY_SERVED'>
  | Ev<'OBJECT_JURISDICTION'>
  | Ev<'REQUEST_EXTENSION', { written: boolean }>
  | Ev<'REFUSE_EXTENSION'>
  | Ev<'GRANT_EXTENSION', { causeEndedOn?: CalendarDate }>
  | Ev<'FILE_ANSWER'>
  | Ev<'EVIDENCE_LAPSED'>
  // the notice to the court is part of the fact: a change the court does not know of does not help the agency
  | Ev<'CHANGE_ACT', { courtInformed: boolean }>
  | Ev<'STOP_EXECUTION', { ground: LtStopExecution }>
  | Ev<'EXCLUDE_TIME', { ground: LtExclusion; until: CalendarDate }>
  /** approved by the High Court, or by the Supreme Court where the High Court tries the case (81, 88) */
  | Ev<'EXTEND_TRIAL', { months: number; approvedBy: 'HIGH_COURT' | 'SUPREME_COURT' }>
  | Ev<'CONVERT'>
  | Ev<'SCHEDULE_HEARING', { hearingOn: CalendarDate }>
  | Ev<'SUMMONS'>
  | Ev<'POSTPONE', { ground: LtPostponement }>
  | Ev<'HOLD_HEARING', { appearanceRecorded: boolean }>
  | Ev<'RESUME'>
  | Ev<'SUSPEND', { ground: LtSuspension }>
  // `performBy` only where the judgment names a day
  | Ev<'DECIDE', { form: 'JUDGMENT' | 'RULING' | 'MEDIATION'; outcome: LtOutcome; performBy?: CalendarDate }>
  | Ev<'SERVE_DECISION'>
  | Ev<'END', { how: LtEnding }>
  | Ev<'APPEAL'>
  | Ev<'TAKE_EFFECT'>
  | Ev<'APPEAL_COPY_SERVED'>
  | Ev<'REPLY_TO_APPEAL'>
  // by any party; for the four later grounds the day on which they became known
  | Ev<'APPLY_RETRIAL', { specialGroundKnownOn?: CalendarDate }>
  | Ev<'RETRIAL_COPY_SERVED'>
  | Ev<'COMMENT_ON_RETRIAL'>
  | Ev<'REJECT_RETRIAL'>
  | Ev<'ORDER_RETRIAL'>
  | Ev<'BEGIN_PERFORMANCE'>
  | Ev<'ENFORCE'>
  | Ev<'PERFORMED'>
  | Ev<'SUGGESTION_RECEIVED', { onNormativeDocument: boolean }>
  | Ev<'REPLY_TO_SUGGESTION'>
  | Ev<'CLOSE'>;

export type LtKind = LtEvent['kind'];
