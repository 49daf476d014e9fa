import type { LetterKind } from '#documents';
import type { CalendarDate } from '#law/calendar';
import { basisOn, stepOf, type Context } from '#law/procedure';
import {
  governingDayOf,
  RECONSIDERATION,
  rcRows,
  type RcKind,
  type ReconsiderationSettings,
} from '#law/reconsideration';
import type { Basis } from '#law/statute';
import type { DeliveryRule } from '#queries';

type Delivery = DeliveryRule<RcKind, LetterKind>;

const PARTIES = ['APPLICANT', 'RESPONDENT'] as const;

/**
 * 送达、书面告知: the steps whose paper the law wants to reach somebody, the letter that is this paper, and what says that it
 * did; the articles stand at the step in the law's table. A mediation document needs no service: the parties have signed
 * it (73(1)). Where telling is custom nobody owes it.
 */
export const DELIVERIES: readonly Delivery[] = [
  // 31(1) “书面通知申请人补正”
  { step: 'NOTICE_CORRECTION', letter: 'CORRECTION_NOTICE', on: 'servedOn' },
  // 48, 54(1) “发送被申请人”
  { step: 'SEND_COPY', letter: 'REPLY_NOTICE', by: 'COPY_SERVED' },
  // 51(1) “书面通知当事人”
  { step: 'NOTIFY_HEARING', letter: 'HEARING_NOTICE', to: PARTIES },
  // 39(3) “中止、恢复……应当书面告知当事人”
  { step: 'SUSPEND', letter: 'SUSPENSION_NOTICE', to: PARTIES },
  { step: 'RESUME', letter: 'RESUMPTION_NOTICE', to: PARTIES },
  // 62(1) “书面告知当事人”
  { step: 'EXTEND_DECISION', letter: 'EXTENSION_NOTICE', to: PARTIES },
  // 56, 57 “转送”, 58(1) “书面通知……制定机关”: to organs that may be no party, so the day is entered with the step
  { step: 'TRANSFER_NORMATIVE', letter: 'NORMATIVE_TRANSFER', on: 'receivedOn' },
  { step: 'NOTIFY_MAKER', letter: 'MAKER_NOTICE', on: 'servedOn' },
  // 75(2): effect begins with service
  { step: 'DECIDE', letter: 'DECISION', by: 'SERVE' },
  { step: 'DISMISS', letter: 'DISMISSAL', by: 'SERVE' },
  // 41 “决定终止”; how it is served, 88(1) leaves to the law of civil procedure
  { step: 'TERMINATE', letter: 'TERMINATION', to: PARTIES },
  // 76: the sixty days run from receipt
  { step: 'OPINION_LETTER', letter: 'OPINION_LETTER', on: 'servedOn' },
  // 77(2) “责令其限期履行”
  { step: 'ORDER_PERFORMANCE', letter: 'PERFORMANCE_ORDER', to: ['RESPONDENT'] },
];

/** What a letter's service dates, and with it the clocks that run from there: a step, by its own day or by one entered with it. */
export interface Dated {
  readonly step: RcKind;
  readonly on: 'servedOn' | 'receivedOn' | null;
}

/** @returns null for a letter whose service no step is dated by: it is read from the service itself */
export function datedByService(letter: LetterKind): Dated | null {
  const rule = DELIVERIES.find(one => one.letter === letter);
  if (!rule || 'to' in rule) return null;
  return 'by' in rule ? { step: rule.by, on: null } : { step: rule.step, on: rule.on };
}

/** A step whose paper has not arrived, in a case received on a day. */
export interface Undelivered {
  readonly kind: string;
  readonly happenedOn: CalendarDate;
  readonly receivedOn: CalendarDate;
}

/**
 * The articles under which a step's paper has to arrive. What is counted from its arrival alone, by the law of that day
 * (76), is governed by the day of service, today at the earliest; the rest by the text of the case.
 */
export function deliveryBasis(
  { kind, happenedOn, receivedOn }: Undelivered,
  { today, settings }: Context<ReconsiderationSettings>,
): Basis {
  const rule = DELIVERIES.find(one => one.step === kind)!;
  const { bases, clocks } = stepOf(RECONSIDERATION, 'by' in rule ? rule.by : rule.step);
  const started = rcRows(settings).filter(row => clocks?.starts?.includes(row.rule.code));
  if (started.length > 0 && started.every(row => row.ownLaw)) return basisOn(bases, today) ?? bases[0];
  // a service that is a step of its own is still to come
  const on = 'by' in rule ? today : happenedOn;
  return basisOn(bases, governingDayOf(receivedOn, on, settings)) ?? bases[0];
}
