import { w } from '#law/statute';
import { at, type Ground } from './grounds.ts';
import { inOldTexts, law } from './texts.ts';

/** What follows when a respondent does not do what it owes, mildest first; each with its place in each text. */
export const CONSEQUENCES = {
  // “应当”; the next two “可以”, and new in 2023
  ORDER_PERFORMANCE: at('责令限期履行', 'order to perform in time', law(77, 2), ...inOldTexts(32, 2)),
  INTERVIEW: at('约谈被申请人负责人', "interview the respondent's head", law(77, 2)),
  CRITICISE: at('通报批评', 'criticise in public', law(77, 2)),
  // Of persons, by whoever may punish them: no step of the case. Heavier for those who resist the order.
  DISCIPLINE: {
    words: w('对负有责任的人员依法给予处分', 'disciplinary liability'),
    bases: [[law(83)], ...inOldTexts(37)],
  },
} as const satisfies Record<string, Ground>;
export type ConsequenceCode = keyof typeof CONSEQUENCES;
