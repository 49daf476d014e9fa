import { parseDay } from '#law/calendar';
import type { RcKind } from '#law/reconsideration';
import { w, type Words } from '#law/statute';
import { UserError } from '../refusal.ts';

/** What an office writes down of a step besides what the law's rules ask: for its letters and its file. */
export interface RecordField {
  readonly name: string;
  readonly words: Words;
  readonly type: 'TEXT' | 'TEXTS' | 'DAY' | 'FLAG';
  readonly required?: boolean;
  /** The input of the law that is the number of entries of this list. */
  readonly counts?: string;
}

const text = (name: string, zh: string, en: string): RecordField => ({
  name,
  words: w(zh, en),
  type: 'TEXT',
});
const texts = (name: string, zh: string, en: string): RecordField => ({
  name,
  words: w(zh, en),
  type: 'TEXTS',
});
const flag = (name: string, zh: string, en: string): RecordField => ({
  name,
  words: w(zh, en),
  type: 'FLAG',
});
const must = (field: RecordField): RecordField => ({ ...field, required: true });

const REASONS = text('reasons', '理由', 'reasons');
const CONTENT = must(text('content', '内容', 'content'));
const SUMMARY = text('summary', '情况记录', 'what was said or found');
const PLACE = text('place', '地点', 'place');
const TIME = text('time', '时间', 'time');
const PROBLEMS = texts('problems', '发现的问题', 'problems found');
/** 逐人陈述: one entry for each turn, 张三:不服处罚。 */
const STATEMENTS = texts(
  'statements',
  '陈述(每项写明何人:何言)',
  'who said what, each entry as “who: words”',
);
const PEOPLE = [texts('officers', '办案人员', 'officers'), text('clerk', '记录人', 'clerk')];

/** 附记: for every step. */
export const NOTE = text('note', '备注', 'note');

export const RECORDS: Partial<Record<RcKind, readonly RecordField[]>> = {
  // an oral application is written down on the spot (22(3))
  RECEIVE: [TIME, PLACE, texts('officers', '接待人', 'who received it'), text('clerk', '记录人', 'clerk')],
  // “一次性载明需要补正的事项” (31(1))
  NOTICE_CORRECTION: [must(texts('items', '需要补正的事项', 'what is to be corrected'))],
  // “说明理由” (30(2))
  REFUSE: [must(REASONS)],
  DISMISS: [must(REASONS)],
  TERMINATE: [REASONS],
  SUSPEND: [
    REASONS,
    {
      name: 'resumedOn',
      words: w('恢复日期(补登已经恢复的中止)', 'when it was lifted, for one entered afterwards'),
      type: 'DAY',
    },
  ],
  RESUME: [REASONS],
  EXTEND_DECISION: [REASONS],
  CONVERT: [REASONS],
  STOP_EXECUTION: [REASONS],
  REPLY: [SUMMARY, texts('evidence', '证据、依据', 'evidence and normative basis')],
  HEAR_OPINIONS: [
    text('heard', '听取对象', 'who was heard'),
    text('manner', '方式', 'manner'),
    SUMMARY,
    STATEMENTS,
    TIME,
    PLACE,
    ...PEOPLE,
  ],
  INVESTIGATE: [{ ...must(texts('officers', '调查人员', 'officers')), counts: 'officers' }, PLACE, SUMMARY],
  SCHEDULE_HEARING: [
    TIME,
    PLACE,
    texts('items', '拟听证事项', 'matters to be heard'),
    text('host', '主持人', 'host'),
    ...PEOPLE,
  ],
  NOTIFY_HEARING: [must(text('matters', '听证事项', 'matters of the hearing'))],
  HOLD_HEARING: [
    must(text('host', '主持人', 'host')),
    { ...must(texts('officers', '听证员', 'hearing officers')), counts: 'hearingOfficers' },
    must(text('clerk', '记录员', 'clerk')),
    TIME,
    PLACE,
    texts('attended', '到场人员', 'who attended'),
    text('respondentHead', '被申请人的负责人', "the respondent's head who attended"),
    // 51(3): who does not come says why and sends somebody
    text('headAbsentBecause', '负责人不能参加的理由', 'why the head did not attend'),
    SUMMARY,
    STATEMENTS,
  ],
  ASK_COMMITTEE: [
    text('question', '咨询事项', 'question'),
    text('addressee', '咨询的委员会', 'committee asked'),
  ],
  BEGIN_NORMATIVE_REVIEW: [
    text('title', '规范性文件名称', 'title of the document'),
    text('number', '文号', 'its number'),
    text('articles', '审查的条款', 'articles in question'),
    text('maker', '制定机关', 'its maker'),
    flag('requested', '依申请附带审查', 'asked for by the applicant'),
  ],
  TRANSFER_NORMATIVE: [text('addressee', '转送机关', 'organ it is transferred to')],
  COMMITTEE_OPINION: [must(text('opinion', '咨询意见', 'opinion'))],
  SUBMIT: [must(text('proposal', '拟办意见', 'proposal'))],
  DECIDE: [
    must(text('findings', '查明的事实', 'facts found')),
    must(REASONS),
    must(text('disposition', '决定内容', 'what is decided')),
    text('respondentSays', '被申请人称', 'what the respondent says'),
    text('thirdPartySays', '第三人称', 'what the third party says'),
    texts('evidence', '认定事实的证据', 'what proves the facts'),
    texts('cited', '其他法律依据', 'articles of other laws'),
  ],
  MEDIATE: [
    must(text('agreement', '调解协议内容', 'what was agreed')),
    text('findings', '查明的事实', 'facts found'),
  ],
  ORDER_PERFORMANCE: [REASONS, texts('items', '责令履行的事项', 'what is to be performed')],
  // what the court wants with the application (强制法 55)
  APPLY_ENFORCEMENT: [
    texts('items', '申请执行的事项', 'what is to be enforced'),
    text('performed', '履行情况', 'what was performed and what not'),
    text('exhortation', '催告书文号', 'number of the exhortation'),
    text('opinion', '当事人的意见', 'what the party says to it'),
    text('target', '执行标的情况', 'what there is to be enforced against'),
    texts('materials', '随附材料', 'enclosures'),
  ],
  SERVE: [text('recipient', '受送达人', 'recipient'), text('method', '送达方式', 'method of service')],
  OPINION_LETTER: [must(text('addressee', '制发对象', 'addressee')), PROBLEMS, CONTENT],
  RECOMMENDATION_LETTER: [PROBLEMS, CONTENT],
  JOIN_THIRD_PARTY: [must(text('name', '第三人', 'third party'))],
  GRANT_FILE_ACCESS: [text('asker', '申请查阅人', 'who asked')],
  REFUSE_FILE_ACCESS: [text('asker', '申请查阅人', 'who asked'), REASONS],
  BEGIN_MEDIATION: [text('asker', '提出人', 'who proposed it')],
  HOLD_MEDIATION: [texts('attended', '参加人员', 'who attended'), PLACE, SUMMARY],
  END_MEDIATION: [SUMMARY],
  SETTLE: [must(text('agreement', '和解内容', 'what was agreed'))],
  ASK_WITHDRAWAL: [REASONS],
};

export const recordOf = (kind: string): readonly RecordField[] => [...(RECORDS[kind as RcKind] ?? []), NOTE];

const MOST = 20_000;

/** @throws UserError naming what is missing, blank or too long */
export function checkRecord(kind: string, record: Readonly<Record<string, unknown>>): void {
  const fields = recordOf(kind);
  const missing = fields.filter(one => one.required && isBlank(record[one.name]));
  if (missing.length) throw recordMissing(missing);
  const wrong = fields.filter(one => !isBlank(record[one.name]) && !fits(one, record[one.name]));
  if (wrong.length) throw recordNotValid(wrong);
}

/** Inputs of the law that the record already holds: how many officers there were. */
export function countedIn(kind: string, record: Readonly<Record<string, unknown>>): Record<string, number> {
  const counted = recordOf(kind).filter(one => one.counts && Array.isArray(record[one.name]));
  return Object.fromEntries(counted.map(one => [one.counts!, (record[one.name] as unknown[]).length]));
}

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && (value.length === 0 || value.some(one => typeof one !== 'string' || !one.trim())));

function fits({ type }: RecordField, value: unknown): boolean {
  switch (type) {
    case 'TEXT':
      return typeof value === 'string' && value.length <= MOST;
    case 'TEXTS':
      return Array.isArray(value) && value.length <= 200 && value.every(one => String(one).length <= 1000);
    case 'DAY':
      return typeof value === 'string' && parseDay(value) !== null;
    case 'FLAG':
      return typeof value === 'boolean';
  }
}

const named = (fields: readonly RecordField[]) => ({
  zh: fields.map(one => one.words.zh).join('、'),
  en: fields.map(one => one.words.en).join(', '),
});

function recordMissing(fields: readonly RecordField[]): UserError {
  const { zh, en } = named(fields);
  return new UserError(
    'RECORD_MISSING',
    { zh: `缺少:${zh}。`, en: `Missing: ${en}.` },
    { zh: '请补充。', en: 'Add them.' },
    fields.map(one => one.name),
  );
}

function recordNotValid(fields: readonly RecordField[]): UserError {
  const { zh, en } = named(fields);
  return new UserError(
    'RECORD_NOT_VALID',
    { zh: `内容过长或格式不对:${zh}。`, en: `Too long or not of the right kind: ${en}.` },
    {
      zh: '文字不超过2万字,列表不超过200项、每项不超过1000字。',
      en: 'A text has at most 20,000 characters; a list 200 entries of 1,000 each.',
    },
    fields.map(one => one.name),
  );
}
