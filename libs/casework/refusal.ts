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

/** Runs a use case and gives its refusal back as data. Faults go on as faults. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
