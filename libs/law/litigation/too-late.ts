import { basisOn, last } from '#law/procedure';
import { w, type Basis, type Refusal, type Words } from '#law/statute';
import type { LtKind } from './events.ts';
import { mayBeAppealed, type LtContext, type LtFacts } from './facts.ts';
import { eras, suit } from './texts.ts';

interface TooLate {
  readonly code: string;
  readonly bases: readonly [Basis, ...Basis[]];
  readonly message: Words;
  readonly remedy: Words;
}

const APPEAL: TooLate = {
  code: 'APPEAL_WITHIN_ITS_LIMIT',
  bases: eras([suit(85)]),
  message: w('上诉期限已届满,裁判已生效', 'the appeal limit has run out; the result is effective'),
  remedy: w('可以申请再审', 'a retrial may be applied for'),
};

const EVIDENCE: TooLate = {
  code: 'EVIDENCE_WITHIN_ITS_PERIOD',
  bases: eras([suit(34, 2), suit(67, 1)]),
  message: w(
    '举证期限已届满,逾期提供的视为没有相应证据',
    'the evidence period has run out; what comes now counts as no evidence',
  ),
  remedy: w(
    '涉及第三人合法权益的,可以由第三人提供证据',
    'where a third party’s rights are affected, that party may still supply it',
  ),
};

/**
 * What silence has settled. The law itself moved the case on, so the state alone would only say “not now”: the person
 * who comes a day late is told which period it was.
 */
export function tooLate(facts: LtFacts, kind: LtKind, { today }: LtContext): Refusal | null {
  const settled =
    kind === 'APPEAL' && last(facts, 'TAKE_EFFECT') && mayBeAppealed(facts)
      ? APPEAL
      : (kind === 'FILE_ANSWER' || kind === 'REQUEST_EXTENSION') && last(facts, 'EVIDENCE_LAPSED')
        ? EVIDENCE
        : null;
  if (!settled) return null;
  const { bases, ...says } = settled;
  return { ...says, basis: basisOn(bases, today) ?? bases[0] };
}
