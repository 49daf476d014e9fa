import { acceptedOn } from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter, namesInShort, partyLines } from '../parties.ts';
import { para, paragraphs } from '../runs.ts';
import { mayComplain, suitInstruction } from '../suit.ts';
import { condition } from './refusal.ts';

/** 驳回行政复议申请决定书: a condition found missing after acceptance (33); not the rejection of a claim (69). */
export function dismissal(c: LetterCase): LetterBody {
  const { record, tell } = step(c, 'DISMISS');
  const { day } = step(c, 'ACCEPT');
  return {
    blocks: [
      ...partyLines(c),
      para(
        matter(c),
        '，申请行政复议，本机关于',
        day(acceptedOn(c.facts), 'on', w('受理日期', 'day of acceptance')),
        '受理，案号：',
        caseNumber(c),
        '。',
      ),
      ...paragraphs('经审理，本机关认为：', tell(record.reasons, 'reasons', w('驳回申请的理由', 'reasons'))),
      condition(c, 'DISMISS'),
      para('依照', underStep(c, 'DISMISS'), '的规定，决定如下：'),
      para('驳回', namesInShort(c), '的行政复议申请。'),
      suitInstruction(c, { outcome: 'DISMISS_APPLICATION', sues: 'THE_RECONSIDERATION_DECISION' }),
      mayComplain(c, '驳回申请'),
    ],
  };
}
