import { w, type Words } from '#law/statute';

/** L the statute names or requires it · VX named in a page that was read · U customary name, unverified. */
export type NameStatus = 'L' | 'VX' | 'U';

export interface KindOfLetter {
  /** the number of the document in the register of documents */
  readonly code: `RC-D${number}`;
  /** the Chinese word is the title of the letter */
  readonly words: Words;
  readonly status: NameStatus;
  /** the head of what is issued: the organ (机关), its office (机构), or nobody where hands sign */
  readonly issuedBy: 'ORGAN' | 'OFFICE' | 'SIGNED_BY_HAND';
}

const kind = (
  code: KindOfLetter['code'],
  words: Words,
  status: NameStatus,
  issuedBy: KindOfLetter['issuedBy'],
): KindOfLetter => ({ code, words, status, issuedBy });

/** The letters (文书) a reconsideration organ issues itself, in the order in which a case meets them. */
export const LETTER_KINDS = {
  // 22(3): what is told over the counter is written down at once
  ORAL_APPLICATION: kind(
    'RC-D02',
    w('行政复议申请笔录', 'record of an oral application'),
    'L',
    'SIGNED_BY_HAND',
  ),
  RECEIPT: kind('RC-D03', w('接收行政复议申请材料回执', 'receipt for an application'), 'VX', 'ORGAN'),
  CORRECTION_NOTICE: kind('RC-D04', w('行政复议申请补正通知书', 'correction notice'), 'L', 'ORGAN'),
  REFUSAL: kind('RC-D05', w('不予受理行政复议申请决定书', 'refusal'), 'L', 'ORGAN'),
  // beside the refusal, which has to name the competent organ itself (30(2))
  TOLD_WHERE_TO_GO: kind('RC-D06', w('行政复议告知书', 'told where to apply'), 'VX', 'ORGAN'),
  // no text asks for it: silence accepts as well
  ACCEPTANCE_NOTICE: kind('RC-D07', w('行政复议受理通知书', 'acceptance notice'), 'VX', 'ORGAN'),
  REPLY_NOTICE: kind('RC-D08', w('行政复议答复通知书', 'notice to reply'), 'VX', 'OFFICE'),
  THIRD_PARTY_NOTICE: kind('RC-D09', w('第三人参加行政复议通知书', 'notice to a third party'), 'L', 'OFFICE'),
  OPINIONS_RECORD: kind('RC-D11', w('听取意见笔录', 'record of opinions heard'), 'L', 'SIGNED_BY_HAND'),
  HEARING_NOTICE: kind('RC-D12', w('行政复议听证通知书', 'hearing notice'), 'L', 'OFFICE'),
  HEARING_RECORD: kind('RC-D12', w('行政复议听证笔录', 'hearing record'), 'L', 'SIGNED_BY_HAND'),
  STOP_OF_EXECUTION: kind('RC-D13', w('停止执行通知书', 'stop of execution'), 'VX', 'ORGAN'),
  SUSPENSION_NOTICE: kind('RC-D14', w('行政复议中止通知书', 'notice of suspension'), 'L', 'ORGAN'),
  RESUMPTION_NOTICE: kind('RC-D14', w('行政复议恢复审理通知书', 'notice of resumption'), 'L', 'ORGAN'),
  EXTENSION_NOTICE: kind('RC-D15', w('延长行政复议审理期限通知书', 'notice of extension'), 'L', 'ORGAN'),
  CONVERSION_NOTICE: kind('RC-D16', w('转为普通程序通知书', 'notice of conversion'), 'U', 'OFFICE'),
  NORMATIVE_TRANSFER: kind('RC-D17', w('规范性文件转送函', 'transfer of a document'), 'VX', 'ORGAN'),
  MAKER_NOTICE: kind('RC-D17', w('规范性文件书面答复通知书', "notice to a document's maker"), 'L', 'OFFICE'),
  COMMITTEE_LETTER: kind('RC-D18', w('提请行政复议委员会咨询函', 'letter to the committee'), 'L', 'OFFICE'),
  TERMINATION: kind('RC-D20', w('行政复议终止决定书', 'decision to terminate'), 'L', 'ORGAN'),
  DISMISSAL: kind('RC-D21', w('驳回行政复议申请决定书', 'dismissal of the application'), 'L', 'ORGAN'),
  DECISION: kind('RC-D22', w('行政复议决定书', 'decision'), 'L', 'ORGAN'),
  MEDIATION_DOCUMENT: kind('RC-D23', w('行政复议调解书', 'mediation document'), 'L', 'ORGAN'),
  OPINION_LETTER: kind('RC-D24', w('行政复议意见书', 'opinion letter'), 'L', 'ORGAN'),
  // 条例 57(2) gives it to the office, not to the organ
  RECOMMENDATION: kind('RC-D24', w('行政复议建议书', 'recommendation letter'), 'L', 'OFFICE'),
  PERFORMANCE_ORDER: kind('RC-D25', w('责令履行通知书', 'order to perform'), 'L', 'ORGAN'),
  COPY_LETTER: kind('RC-D26', w('抄告函', 'copy for the superior department'), 'L', 'ORGAN'),
  SERVICE_RECEIPT: kind('RC-D27', w('送达回证', 'service receipt'), 'L', 'SIGNED_BY_HAND'),
  // 强制法 55: signed by the head of the organ, sealed and dated
  ENFORCEMENT_APPLICATION: kind('RC-D28', w('强制执行申请书', 'application for enforcement'), 'L', 'ORGAN'),
} as const satisfies Record<string, KindOfLetter>;

export type LetterKind = keyof typeof LETTER_KINDS;
