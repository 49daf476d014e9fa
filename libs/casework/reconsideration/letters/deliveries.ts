import type { LetterKind } from '#documents';
import type { CalendarDate } from '#law/calendar';
import { basisOn, stepOf } from '#law/procedure';
import { RECONSIDERATION, type RcKind } from '#law/reconsideration';
import type { Basis } from '#law/statute';
import type { DeliveryRule, UndeliveredRow } from '#queries';

type Delivery = DeliveryRule<RcKind, LetterKind>;

const PARTIES = ['APPLICANT', 'RESPONDENT'] as const;

/**
 * 送达、书面告知: the steps whose paper the law wants to reach somebody, and what says that it did; the articles stand at the
 * step in the law's table. A mediation document needs no service: the parties have signed it (73(1)). Of papers for
 * organs that are no party of the case no service can be recorded, and where telling is custom nobody owes it.
 */
export const DELIVERIES: readonly Delivery[] = [
  // 31(1) “书面通知申请人补正”
  { step: 'NOTICE_CORRECTION', on: 'servedOn' },
  // 48, 54(1) “发送被申请人”
  { step: 'SEND_COPY', by: 'COPY_SERVED' },
  // 51(1) “书面通知当事人”
  { step: 'NOTIFY_HEARING', letter: 'HEARING_NOTICE', to: PARTIES },
  // 39(3) “中止、恢复……应当书面告知当事人”
  { step: 'SUSPEND', letter: 'SUSPENSION_NOTICE', to: PARTIES },
  { step: 'RESUME', letter: 'RESUMPTION_NOTICE', to: PARTIES },
  // 62(1) “书面告知当事人”
  { step: 'EXTEND_DECISION', letter: 'EXTENSION_NOTICE', to: PARTIES },
  // 56, 57 “转送”, 58(1) “书面通知……制定机关”
  { step: 'TRANSFER_NORMATIVE', on: 'receivedOn' },
  { step: 'NOTIFY_MAKER', on: 'servedOn' },
  // 75(2): effect begins with service
  { step: 'DECIDE', by: 'SERVE' },
  { step: 'DISMISS', by: 'SERVE' },
  // 41 “决定终止”; how it is served, 88(1) leaves to the law of civil procedure
  { step: 'TERMINATE', letter: 'TERMINATION', to: PARTIES },
  // 76: the sixty days run from receipt
  { step: 'OPINION_LETTER', on: 'servedOn' },
  // 77(2) “责令其限期履行”
  { step: 'ORDER_PERFORMANCE', letter: 'PERFORMANCE_ORDER', to: ['RESPONDENT'] },
];

/** The articles under which a step's paper has to arrive, in the text that governs the case. */
export function deliveryBasis(kind: UndeliveredRow['kind'], governing: CalendarDate): Basis {
  const rule = DELIVERIES.find(one => one.step === kind)!;
  const { bases } = stepOf(RECONSIDERATION, 'by' in rule ? rule.by : rule.step);
  return basisOn(bases, governing) ?? bases[0];
}
