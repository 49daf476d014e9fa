import { last } from '#law/procedure';
import { w } from '#law/statute';
import { LETTER_FORM } from '../facts.ts';
import type { Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { LETTER_KINDS } from '../letter-kind.ts';
import { field, need } from '../runs.ts';

/** 《行政复议决定书》（…号): the paper that ended the case, as it was sent. */
export function paperInForce(c: LetterCase): Part {
  const kind = last(c.facts, 'MEDIATE') ? 'MEDIATION_DOCUMENT' : 'DECISION';
  const sent = c.issued?.findLast(one => one.kind === kind);
  const title = LETTER_KINDS[kind].words.zh;
  return [
    '《',
    field(title, `letter:${kind}`),
    '》（',
    need(sent?.number, `letter:${kind}.number`, w(`${title}的文号`, 'number of the decision'), LETTER_FORM),
    '）',
  ];
}
