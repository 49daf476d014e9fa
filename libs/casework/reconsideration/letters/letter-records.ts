import type { Attendance, Statement, StepRecord } from '#documents';
import { stepsInForce, type CaseStepRow, type LetterFacts } from '#queries';

/** How an application came in, as a receipt says it. */
const METHODS: Readonly<Record<LetterFacts['channel'], string>> = {
  PAPER: '当面提交',
  ORAL: '当面口头申请',
  MAIL: '邮寄',
  ONLINE: '互联网',
  PENALTY_ORGAN: '作出行政处罚决定的行政机关转送',
  TRANSFERRED: '其他机关转送',
};

type Kept = Readonly<Record<string, unknown>>;

const text = (record: Kept, name: string): string | null => (record[name] as string | undefined) ?? null;
/** Several paragraphs are several items. */
const lines = (record: Kept, name: string): string[] =>
  (text(record, name) ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

/** Turn by turn where it was written down so; else the summary under one name. */
function spoken(record: Kept, who: string | null): Statement[] {
  const turns = (record['statements'] as string[] | undefined) ?? [];
  if (!turns.length) return statement(who, text(record, 'summary'));
  return turns.map(turn => {
    const [, name, said] = /^\s*([^：:]{1,50})[：:]\s*(\S.*)$/su.exec(turn) ?? [];
    return name && said ? { who: name.trim(), said } : { who: who ?? '记录', said: turn };
  });
}

const statement = (who: string | null, said: string | null) => (who && said ? [{ who, said }] : []);

/** What a step is written down with, where a letter calls it otherwise (records.ts). */
const RENAMED: Readonly<Record<string, (record: Kept) => StepRecord>> = {
  HEAR_OPINIONS: record => ({
    method: text(record, 'manner'),
    statements: spoken(record, text(record, 'heard')),
  }),
  HOLD_HEARING: record => ({
    attendance: attendance(record),
    statements: spoken(record, '听证情况'),
  }),
  ASK_COMMITTEE: record => ({ items: lines(record, 'question') }),
  BEGIN_NORMATIVE_REVIEW: record => ({ document: document(record) }),
  DECIDE: record => ({ items: lines(record, 'disposition') }),
  MEDIATE: record => ({ items: lines(record, 'agreement') }),
  OPINION_LETTER: record => ({
    items: (record['problems'] as string[] | undefined) ?? [],
    advice: lines(record, 'content'),
  }),
};

function attendance(record: Kept): Attendance[] {
  const came = ((record['attended'] as string[] | undefined) ?? []).map(name => ({
    name,
    as: '到场人员',
    present: true,
  }));
  const head = text(record, 'respondentHead');
  const reason = text(record, 'headAbsentBecause');
  const as = '被申请人负责人';
  return [
    ...came,
    ...(head ? [{ name: head, as, present: true }] : []),
    ...(reason ? [{ name: as, as: '被申请人', present: false, reason }] : []),
  ];
}

function document(record: Kept): StepRecord['document'] {
  const [title, articles, maker] = ['title', 'articles', 'maker'].map(name => text(record, name));
  return title && articles && maker ? { title, number: text(record, 'number'), articles, maker } : null;
}

/** What the steps that count left on record, as letters read it. */
export function letterRecords(
  rows: readonly CaseStepRow[],
  { channel, papers }: LetterFacts,
): Record<string, StepRecord> {
  const received = { method: METHODS[channel], materials: papers };
  return Object.fromEntries(
    stepsInForce(rows).map(({ eventId, kind, record }) => [
      eventId,
      { ...record, ...(kind === 'RECEIVE' ? received : RENAMED[kind]?.(record)) } as StepRecord,
    ]),
  );
}
