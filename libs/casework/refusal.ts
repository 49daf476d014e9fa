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

/** Runs a use case and gives its refusal back as data. Faults go on as faults. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
