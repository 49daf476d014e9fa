import type { JournalSubject } from '#identity';

/** What can be wrong with an entry, as a verifier words it. */
export const JOURNAL_PROBLEMS = {
  ALTERED: { zh: '内容与哈希不符', en: 'its content does not match its hash' },
  REPLACED: {
    zh: '不是后一条所接续的那一条:内容连同哈希被改,或其后有记录被删除',
    en: 'is not the one its successor continues: altered together with its hash, or entries behind it are gone',
  },
  MISSING: { zh: '缺失', en: 'is missing' },
  INSERTED: { zh: '是插入的:后一条不接续它', en: 'was put in: what follows does not continue it' },
  REORDERED: { zh: '位置不对', en: 'stands in the wrong place' },
  RENUMBERED: { zh: '编号被改', en: 'has another number than its place' },
  HEAD_LOST: {
    zh: '是现存最后一条,但末条登记已丢失:其后是否有记录被删除无法判断',
    en: 'is the last one left, but the head of the chain is lost: whether later ones are gone cannot be told',
  },
  NOT_ANCHORED: { zh: '与锚定文件不符', en: 'is not the one in the anchor file' },
} as const;

export type JournalProblem = keyof typeof JOURNAL_PROBLEMS;

/** The first thing wrong in the chain of a subject. */
export interface JournalFault {
  readonly subject: JournalSubject;
  /** Number of the entry that is altered, missing or out of place. */
  readonly seq: number;
  /** Null: there is no such row. */
  readonly id: number | null;
  readonly problem: JournalProblem;
}
