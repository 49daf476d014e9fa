import { FilesUnreachableError } from '#persistence';
import { IntrinsicException } from '@nestjs/common';

/** A text in both languages of the product. */
export interface Text {
  zh: string;
  en: string;
}

/**
 * Something the user asked for that cannot be done: which rule or condition stands in the way, and what to do.
 * Mutations return it as data; queries let it reach the error formatter. Intrinsic: it is an answer, not a fault for the log.
 */
export class UserError extends IntrinsicException {
  readonly zh: string;
  readonly en: string;

  constructor(
    readonly code: string,
    text: Text,
    readonly remedy: Text,
    readonly details: readonly string[] = [],
  ) {
    super(text.en);
    this.zh = text.zh;
    this.en = text.en;
  }
}

export const unknownOrgan = (code: string): UserError =>
  new UserError(
    'ORGAN_UNKNOWN',
    { zh: `没有代码为“${code}”的行政机关。`, en: `There is no organ with the code "${code}".` },
    {
      zh: '用 organs 查询机关代码,或先用 registerOrgan 登记该机关。',
      en: 'Look the code up with organs, or register the organ with registerOrgan.',
    },
  );

/** What PostgreSQL says of U+0000 in a text, and of it or half a surrogate pair in JSON. */
const NOT_STORABLE: ReadonlySet<unknown> = new Set(['22021', '22P05']);

/** @returns the refusal for a text the database cannot keep; null when the error is about something else */
export function notStorable(error: unknown): UserError | null {
  if (!NOT_STORABLE.has((error as { code?: unknown } | null)?.code)) return null;
  return new UserError(
    'TEXT_NOT_STORABLE',
    {
      zh: '文字中含有无法保存的字符(如空字符)。',
      en: 'A text has a character that cannot be kept, such as U+0000.',
    },
    { zh: '删去该字符后再提交。', en: 'Take the character out and send it again.' },
  );
}

const FILES_UNREACHABLE = new UserError(
  'FILES_UNREACHABLE',
  {
    zh: '存放文件的服务暂时不可用,没有保存任何内容。',
    en: 'Files cannot be kept or read now; nothing was kept.',
  },
  {
    zh: '请稍后重试;问题未解决请联系管理员查看日志。',
    en: 'Try again later; ask the administrator to look at the log if it stays.',
  },
);

/** @returns the refusal while the store of files is away; null when the error is about something else */
export const filesUnreachable = (error: unknown): UserError | null =>
  error instanceof FilesUnreachableError ? FILES_UNREACHABLE : null;

/** Runs a use case and gives its refusal back as data. Faults go on as faults. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
