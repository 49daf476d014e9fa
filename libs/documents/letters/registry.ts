import type { LetterBody } from './letter.ts';
import type { LetterCase } from './letter-case.ts';
import type { LetterKind } from './letter-kind.ts';
import { acceptanceNotice } from './kinds/acceptance.ts';
import { committeeLetter } from './kinds/committee.ts';
import { conversionNotice } from './kinds/conversion.ts';
import { copyLetter } from './kinds/copy-letter.ts';
import { correctionNotice } from './kinds/correction.ts';
import { decision } from './kinds/decision.ts';
import { dismissal } from './kinds/dismissal.ts';
import { enforcementApplication } from './kinds/enforcement.ts';
import { extensionNotice } from './kinds/extension.ts';
import { hearingNotice } from './kinds/hearing-notice.ts';
import { hearingRecord } from './kinds/hearing-record.ts';
import { mediationDocument } from './kinds/mediation.ts';
import { makerNotice, normativeTransfer } from './kinds/normative.ts';
import { opinionLetter, recommendation } from './kinds/opinion-letter.ts';
import { opinionsRecord } from './kinds/opinions-record.ts';
import { oralApplication } from './kinds/oral-application.ts';
import { performanceOrder } from './kinds/performance.ts';
import { receipt } from './kinds/receipt.ts';
import { refusal, toldWhereToGo } from './kinds/refusal.ts';
import { replyNotice } from './kinds/reply-notice.ts';
import { serviceReceipt } from './kinds/service-receipt.ts';
import { stopOfExecution } from './kinds/stop-execution.ts';
import { resumptionNotice, suspensionNotice } from './kinds/suspension.ts';
import { termination } from './kinds/termination.ts';
import { thirdPartyNotice } from './kinds/third-party.ts';

/** Every letter and the function that writes it: to add one is one function and one line here and in `LETTER_KINDS`. */
export const LETTERS: Readonly<Record<LetterKind, (c: LetterCase) => LetterBody>> = {
  ORAL_APPLICATION: oralApplication,
  RECEIPT: receipt,
  CORRECTION_NOTICE: correctionNotice,
  REFUSAL: refusal,
  TOLD_WHERE_TO_GO: toldWhereToGo,
  ACCEPTANCE_NOTICE: acceptanceNotice,
  REPLY_NOTICE: replyNotice,
  THIRD_PARTY_NOTICE: thirdPartyNotice,
  OPINIONS_RECORD: opinionsRecord,
  HEARING_NOTICE: hearingNotice,
  HEARING_RECORD: hearingRecord,
  STOP_OF_EXECUTION: stopOfExecution,
  SUSPENSION_NOTICE: suspensionNotice,
  RESUMPTION_NOTICE: resumptionNotice,
  EXTENSION_NOTICE: extensionNotice,
  CONVERSION_NOTICE: conversionNotice,
  NORMATIVE_TRANSFER: normativeTransfer,
  MAKER_NOTICE: makerNotice,
  COMMITTEE_LETTER: committeeLetter,
  TERMINATION: termination,
  DISMISSAL: dismissal,
  DECISION: decision,
  MEDIATION_DOCUMENT: mediationDocument,
  OPINION_LETTER: opinionLetter,
  RECOMMENDATION: recommendation,
  PERFORMANCE_ORDER: performanceOrder,
  COPY_LETTER: copyLetter,
  SERVICE_RECEIPT: serviceReceipt,
  ENFORCEMENT_APPLICATION: enforcementApplication,
};
