import type { Bilingual } from '../file/errors.ts';

type Message = [zh: string, en: string, remedyZh: string, remedyEn: string];

const FIX_DATE = ['请改成真实的日期,例如 2024-3-5。', 'Write a real day, such as 2024-3-5.'] as const;

/** Why a row is rejected, and what a clerk does next. {list} stands for the words that may be written. */
export const PROBLEMS = {
  RECEIVED_DATE_MISSING: [
    '没有收到日期',
    'the day of receipt is missing',
    '请补填收到(收案)日期。',
    'Enter the day of receipt.',
  ],
  DATE_UNREADABLE: ['日期无法识别', 'the date cannot be read', ...FIX_DATE],
  DATE_IMPOSSIBLE: ['这一天不存在', 'there is no such day', ...FIX_DATE],
  DATE_IMPLAUSIBLE: ['年份不合理', 'the year is implausible', '请核对年份。', 'Check the year.'],
  DATE_IN_FUTURE: [
    '日期在今天之后',
    'the day lies in the future',
    '请核对年份和月份。',
    'Check year and month.',
  ],
  NUMBER_UNREADABLE: [
    '数字无法识别',
    'the number cannot be read',
    '请填整数,例如 3。',
    'Enter a whole number, such as 3.',
  ],
  AMOUNT_UNREADABLE: [
    '金额无法识别',
    'the amount cannot be read',
    '请填数字,例如 15000 或 1.5万元。',
    'Enter a number, such as 15000 or 1.5万元.',
  ],
  YES_NO_UNREADABLE: [
    '无法判断是或否',
    'neither yes nor no',
    '请填 是 或 否。',
    'Enter 是 (yes) or 否 (no).',
  ],
  CAPACITY_UNREADABLE: [
    '看不出本机关是否作为复议机关被诉',
    'it does not say whether the organ is sued as the reconsideration organ',
    '请填 复议机关(共同被告)、复议机关(单独被告) 或 原行为机关;列名写明复议机关的,也可填 是 或 否。',
    'Enter 复议机关(共同被告), 复议机关(单独被告) or 原行为机关; 是 or 否 where the header names 复议机关.',
  ],
  EXCUSE_UNREADABLE: [
    '看不出法院是否认可未出庭理由',
    'it does not say whether the court accepted the reason of absence',
    '请填 是、否 或 待定,具体说明移到未出庭理由或备注。',
    'Enter 是 (yes), 否 (no) or 待定 (pending); move other text to the reason or the remarks.',
  ],
  COVER_UNREADABLE: [
    '看不出共同被告负责人是否出庭',
    "it does not say whether a co-defendant's head appeared",
    '请填 是、否,或“由某局副局长出庭”“均未出庭”等。',
    'Enter 是 (yes) or 否 (no), or a sentence such as 由某局副局长出庭.',
  ],
  OPINIONS_UNREADABLE: [
    '看不出意见书落实了几份',
    'it does not say how many opinion letters were acted on',
    '请填落实的份数,或 已落实、未落实;部分落实的请写明份数。',
    'Enter how many, or 已落实 (all) or 未落实 (none).',
  ],
  OPINIONS_PERFORMED_EXCEED: [
    '意见书落实数多于制发数',
    'more opinion letters acted on than issued',
    '请核对制发份数和落实份数。',
    'Check both counts.',
  ],
  NUMBERS_NOT_MATCHING: [
    '号码的个数与当事人的个数不一致',
    'not as many numbers as there are parties',
    '请按当事人的顺序逐一填写号码,用顿号(、)隔开;没有号码的填“无”。',
    'Enter one number for each party in the same order, separated by 、; 无 where there is none.',
  ],
  ACCEPTANCE_UNREADABLE: [
    '受理情况无法识别',
    'the acceptance cannot be read',
    '请填 受理、不予受理、告知 或 是/否。',
    'Enter 受理, 不予受理, 告知 or 是/否.',
  ],
  OUTCOME_UNKNOWN: [
    '结案方式不在代码表中',
    'the outcome is not in the code list',
    '请改成代码表中的写法:{list}。',
    'Use one of the words of the code list: {list}.',
  ],
  FIELD_UNKNOWN: [
    '行政管理类别不在代码表中',
    'the administrative field is not in the code list',
    '请改成代码表中的写法:{list}。',
    'Use one of the words of the code list: {list}.',
  ],
  MATTER_UNKNOWN: [
    '事项不在代码表中',
    'the matter is not in the code list',
    '请改成代码表中的写法:{list};若这一列是自由文字,请在列对应中取消它。',
    'Use one of the words of the code list: {list}; if the column is free text, take it out of the mapping.',
  ],
  LEVEL_UNKNOWN: [
    '被申请人级别不在代码表中',
    'the level is not in the code list',
    '请改成代码表中的写法:{list}。',
    'Use one of the words of the code list: {list}.',
  ],
  DISPUTE_TYPE_UNKNOWN: [
    '纠纷类型不在代码表中',
    'the type of dispute is not in the code list',
    '请改成代码表中的写法:{list}。',
    'Use one of the words of the code list: {list}.',
  ],
  INSTANCE_UNREADABLE: [
    '审级无法识别',
    'the instance cannot be read',
    '请填 一审、二审 或 再审。',
    'Enter 一审, 二审 or 再审.',
  ],
  NATURE_UNREADABLE: [
    '案件性质无法识别',
    'the nature of the case cannot be read',
    '请填 行政 或 民事。',
    'Enter 行政 or 民事.',
  ],
  NATURE_CONTRADICTS_NUMBER: [
    '案件性质与案号不一致',
    'nature and case number contradict each other',
    '请核对案号(行初/民初)和案件性质;民事案件不得计入行政应诉。',
    'Check both; a civil case must not enter the administrative register.',
  ],
  NATURE_OUTSIDE: [
    '既不是行政案件也不是民事案件',
    'neither an administrative nor a civil case',
    '这类案件不在本系统登记,请从台账中移出。',
    'Such cases are not kept here; take the row out of the ledger.',
  ],
  CLOSED_BEFORE_RECEIVED: [
    '结案日期早于收到日期',
    'closed before it was received',
    '请核对两个日期的年份。',
    'Check the years of both dates.',
  ],
  ACCEPTED_BEFORE_RECEIVED: [
    '受理日期早于收到日期',
    'accepted before it was received',
    '请核对两个日期。',
    'Check both dates.',
  ],
  CLOSED_BEFORE_ACCEPTED: [
    '结案日期早于受理日期',
    'closed before it was accepted',
    '请核对两个日期。',
    'Check both dates.',
  ],
  OUTCOME_MISSING: [
    '有结案日期,没有结案方式',
    'closed without an outcome',
    '请补填结案方式;若尚未结案,请删去结案日期。',
    'Enter the outcome, or remove the closing day if the case is open.',
  ],
  CLOSED_DATE_MISSING: [
    '有结案方式,没有结案日期',
    'an outcome without a closing day',
    '请补填结案日期。',
    'Enter the closing day.',
  ],
  ACCEPTANCE_CONTRADICTS_OUTCOME: [
    '受理情况与结案方式相互矛盾',
    'acceptance and outcome contradict each other',
    '请核对:不予受理的案件不会有审理结果,已受理的案件不会以不予受理结案。',
    'Check both: a refused case has no result of examination, an accepted one is not closed as refused.',
  ],
  DUPLICATE_NUMBER: [
    '案号与第 {row} 行重复',
    'the case number repeats row {row}',
    '请核对案号;确为同一案件的,删去一行。',
    'Check the number; if it is the same case, remove one row.',
  ],
  DUPLICATE_ROW: [
    '与第 {row} 行完全相同',
    'the row repeats row {row} word for word',
    '若是两个案件,请填上案号或序号加以区分;否则删去一行。',
    'If these are two cases, tell them apart by a number; otherwise remove one row.',
  ],
  NUMBER_TOO_LONG: [
    '超过 {limit} 个字符,不是编号',
    'longer than {limit} characters, so no number',
    '请只填案号或序号,其他文字移到备注。',
    'Enter the number alone and move other text to the remarks.',
  ],
  NAME_TOO_LONG: [
    '名称超过 {limit} 个字符',
    'the name is longer than {limit} characters',
    '请只填名称,多个名称用顿号(、)隔开,其他文字移到备注。',
    'Enter the name alone, several names separated by 、, and move other text to the remarks.',
  ],
  NAMES_TOO_LONG: [
    '全部名称合计超过 {limit} 个字符',
    'all names together are longer than {limit} characters',
    '请减少这一格里的机关,每个机关可各占一行。',
    'Name fewer organs in this cell; each may have a row of its own.',
  ],
  TEXT_TOO_LONG: [
    '文字超过 {limit} 个字符',
    'the text is longer than {limit} characters',
    '请缩短这一格的文字,全文可另存为附件。',
    'Shorten the text of this cell and keep the full text elsewhere.',
  ],
} as const satisfies Record<string, Message>;
export type ProblemCode = keyof typeof PROBLEMS;

/** What a message leaves open: the words that may be written, the other row, the most characters. */
export interface ProblemGaps {
  list?: readonly string[];
  row?: number;
  limit?: number;
}

/** Reason and remedy for people, with the words that belong into the gaps. */
export function problemText(
  code: ProblemCode,
  gaps: ProblemGaps = {},
): { reason: Bilingual; remedy: Bilingual } {
  const [zh, en, remedyZh, remedyEn] = PROBLEMS[code];
  const fill = (text: string): string =>
    text
      .replace('{list}', (gaps.list ?? []).join('、'))
      .replace('{row}', String(gaps.row ?? ''))
      .replace('{limit}', String(gaps.limit ?? ''));
  return {
    reason: { zh: `${fill(zh)}。`, en: `${fill(en)}.` },
    remedy: { zh: fill(remedyZh), en: fill(remedyEn) },
  };
}
