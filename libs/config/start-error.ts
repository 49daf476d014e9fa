/** What is wrong with a setting and what to do about it, in both languages. */
export interface StartProblem {
  zh: string;
  en: string;
}

/**
 * The process cannot start as it is set up. The message is one line for the person who started it: it names the
 * variable, says what is wrong and what to do. Anything else that is thrown is a fault and shows its stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly variable: string,
    problem: StartProblem,
    options?: ErrorOptions,
  ) {
    super(`${variable}: ${problem.zh} | ${problem.en}`.replaceAll(/\s*\n\s*/g, ' '), options);
  }
}
