import { guard, last } from '#law/procedure';
import { w } from '#law/statute';
import type { RcGuard } from './guards-intake.ts';
import { law } from './texts.ts';

/** 79(1) speaks of 行政复议决定书: a case that was mediated, terminated or dismissed has none. */
export const decisionToPublish: RcGuard = guard(
  'ONLY_A_DECISION_IS_PUBLISHED',
  {
    basis: [law(79, 1)],
    older: [],
    message: w('本案没有行政复议决定书', 'the case has no decision'),
    remedy: w('只公开行政复议决定书', 'only decisions are published'),
  },
  facts => last(facts, 'DECIDE') !== undefined,
);

/** 79(2): “发生法律效力的行政复议决定书、意见书”; other papers stay with the parties. */
export const somethingToCopy: RcGuard = guard(
  'ONLY_DECISIONS_AND_OPINION_LETTERS_ARE_COPIED',
  {
    basis: [law(79, 2)],
    older: [],
    message: w('本案没有行政复议决定书或者意见书', 'the case has neither a decision nor an opinion letter'),
    remedy: w('只抄告行政复议决定书、意见书', 'only these two are copied'),
  },
  facts => last(facts, 'DECIDE') !== undefined || last(facts, 'OPINION_LETTER') !== undefined,
);
