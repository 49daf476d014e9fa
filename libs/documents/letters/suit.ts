import {
  COMPLAINT_UPWARDS_BASIS,
  RC_35,
  STATE_COUNCIL_RULING_BASIS,
  suedAfter,
  SUIT_AFTER_REFUSAL,
  type Defendant,
  type SuitQuestion,
} from '#law/reconsideration';
import { w } from '#law/statute';
import { last } from '#law/procedure';
import { LETTER_FORM } from './facts.ts';
import { periodOf, since2024 } from './legal.ts';
import type { Block, Part } from './letter.ts';
import type { LetterCase } from './letter-case.ts';
import { names } from './parties.ts';
import { field, joined, maybe, need, para } from './runs.ts';

/**
 * Who may sue whom, where and within which time. The time is the court's law of the day of the letter; the refusal of a
 * case in which reconsideration comes first rests on its own article (34).
 */
export function suitInstruction(c: LetterCase, question: SuitQuestion): Block<Part> {
  const { on } = c.letter;
  if (!on) return para(need(null, 'letter.on', w('文书日期', 'date of the letter'), LETTER_FORM));
  const refused = question.outcome === 'REFUSED' || question.outcome === 'DISMISS_APPLICATION';
  const first = refused && c.reconsiderationFirst ? periodOf(c, SUIT_AFTER_REFUSAL) : null;
  const suit = periodOf(c, RC_35, on);
  if (!suit) return para(null);
  const { defendants } = suedAfter(question);
  return para(
    refused || !c.thirdParties?.length ? '申请人' : '申请人、第三人',
    '对本决定不服的，可以依照',
    first && [first.article, '、'],
    suit.article,
    '的规定，自收到本决定书之日起',
    suit.length,
    '内，以',
    defendantNames(c, defendants, question),
    defendants.length > 1 ? '为共同被告' : '为被告',
    '，向',
    maybe(c.court, 'case.court', court => court) ?? '有管辖权的人民法院',
    '提起行政诉讼。',
    last(c.facts, 'CLASSIFY')?.ownAct ? stateCouncil(c) : null,
  );
}

function defendantNames(c: LetterCase, defendants: readonly Defendant[], { outcome }: SuitQuestion): Part {
  const source = `law:suedAfter(${outcome})`;
  return joined(
    defendants.map(one => (one === 'ACTING_ORGAN' ? names(c, 'RESPONDENT') : field('本机关', source))),
    '和',
  );
}

/** 26: after the own act of a province or a department of the State Council there is a second way, and it is final. */
function stateCouncil(c: LetterCase): Part {
  return since2024(c, STATE_COUNCIL_RULING_BASIS, article => [
    '也可以依照',
    article,
    '的规定，向国务院申请裁决，国务院作出的裁决为最终裁决。',
  ]);
}

/** 35: whoever thinks he was turned away without reason may turn to the organ above. */
export function mayComplain(c: LetterCase, what: string): Block<Part> {
  return para(
    since2024(c, COMPLAINT_UPWARDS_BASIS, article => [
      `申请人认为本机关${what}没有正当理由的，可以依照`,
      article,
      '的规定，向上级行政机关反映。',
    ]),
  );
}
