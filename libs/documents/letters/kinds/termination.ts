import { acceptedOn, TERMINATION_GROUNDS, WITHDRAWN_FOR_GOOD_BASIS } from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, step } from '../facts.ts';
import { formal, since2024, under } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter, partyLines } from '../parties.ts';
import { field, para, paragraphs } from '../runs.ts';

/** 行政复议终止决定书: ends the case without judging the act (41). */
export function termination(c: LetterCase): LetterBody {
  const { event, record, tell, source } = step(c, 'TERMINATE');
  const { day } = step(c, 'ACCEPT');
  const ground = event && TERMINATION_GROUNDS[event.ground];
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
      ...paragraphs('审理期间，', tell(record.reasons, 'reasons', w('终止的事实和理由', 'reasons'))),
      para(
        '本案有“',
        ground
          ? [
              field(formal(ground.words), source('ground')),
              '”的情形，依照',
              under(c, ground.bases, 'TERMINATE'),
            ]
          : tell(null, 'ground', w('终止情形', 'ground of termination')),
        '的规定，决定如下：',
      ),
      para('终止本案的行政复议。'),
      para(
        event?.ground === 'WITHDRAWN_WITH_LEAVE'
          ? since2024(c, WITHDRAWN_FOR_GOOD_BASIS, article => [
              '依照',
              article,
              '的规定，申请人不得再以同一事实和理由申请行政复议，但能够证明撤回申请违背其真实意愿的除外。',
            ])
          : null,
      ),
    ],
  };
}
