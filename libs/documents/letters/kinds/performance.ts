import { w } from '#law/statute';
import { step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed } from '../parties.ts';
import { numbered, para, paragraphs } from '../runs.ts';
import { paperInForce } from './paper-in-force.ts';

/** 责令履行通知书: what is left undone, what has to be done, and by when (77(2)). */
export function performanceOrder(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'RESPONDENT');
  const { event, record, tell, tellAll, day } = step(c, 'ORDER_PERFORMANCE');
  return {
    to: name,
    blocks: [
      para('本机关作出的', paperInForce(c), '已经发生法律效力。'),
      ...paragraphs(
        `经核查，${you}未按要求履行：`,
        tell(record.reasons, 'reasons', w('未履行的情况', 'what is left undone')),
      ),
      para(
        '依照',
        underStep(c, 'ORDER_PERFORMANCE'),
        `的规定，现责令${you}于`,
        day(event?.until, 'until', w('责令履行的期限', 'day by which to perform')),
        '前（含当日）履行下列事项，并将履行情况书面报告本机关：',
      ),
      ...numbered(tellAll(record.items, 'items', w('应当履行的事项', 'what has to be done'))),
    ],
  };
}
