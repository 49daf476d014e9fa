import { RC_28 } from '#law/reconsideration';
import { w } from '#law/statute';
import { due, step } from '../facts.ts';
import { periodOf, underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, theCase } from '../parties.ts';
import { para, paragraphs } from '../runs.ts';

/** 转为普通程序通知书: its name is custom; that parties learn of a longer period and of being heard is not. */
export function conversionNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY');
  const { event, record, tell, day } = step(c, 'CONVERT');
  const period = periodOf(c, RC_28);
  return {
    to: name,
    blocks: [
      para(theCase(c), '，原适用简易程序审理。'),
      ...paragraphs(
        '现本机构认为不宜适用简易程序：',
        tell(
          record.reasons,
          'reasons',
          w('不宜适用简易程序的理由', 'why the simplified procedure does not fit'),
        ),
      ),
      para(
        '依照',
        underStep(c, 'CONVERT'),
        '的规定，经行政复议机构负责人批准，本案自',
        day(event?.on, 'on', w('转换日期', 'day of conversion')),
        `起转为普通程序审理，现通知${you}。`,
        period && ['依照', period.article, '的规定，'],
        '审理期限至',
        due(c, RC_28.code),
        '届满。',
      ),
    ],
  };
}
