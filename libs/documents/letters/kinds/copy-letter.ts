import { w } from '#law/statute';
import { REGISTERED, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { theCase } from '../parties.ts';
import { maybe, need, para } from '../runs.ts';
import { paperInForce } from './paper-in-force.ts';

/** 抄告函: the decision, and the opinion letter if there was one, for the department above the respondent (79(2)). */
export function copyLetter(c: LetterCase): LetterBody {
  const { event, day } = step(c, 'SERVE');
  const opinion = c.issued?.findLast(one => one.kind === 'OPINION_LETTER');
  return {
    to: need(
      c.respondent.superior,
      'case.respondent.superior',
      w('被申请人的上一级主管部门', 'department above the respondent'),
      REGISTERED,
    ),
    blocks: [
      para(
        theCase(c),
        '，本机关作出的',
        paperInForce(c),
        '已于',
        day(event?.on, 'on', w('送达日期', 'day of service')),
        '送达，发生法律效力。',
      ),
      para(
        '依照',
        underStep(c, 'COPY_TO_SUPERIOR'),
        '的规定，现将该文书',
        opinion
          ? [
              '和《行政复议意见书》',
              maybe(opinion.number, 'letter:OPINION_LETTER.number', number => ['（', number, '）']),
            ]
          : null,
        '抄告你单位。',
      ),
    ],
  };
}
