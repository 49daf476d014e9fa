import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4: what a guesser finds within 10^8 tries is below. */
const LEAST_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/** Whether a guesser would try the password early: common ones, rows of keys, repetitions, dates, the owner's words. */
export function isGuessable(password: string, ownWords: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }); // unpacks its lists: not before it is needed
  return estimator.check(password, [...ownWords]).score < LEAST_SCORE;
}
