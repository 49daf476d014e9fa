import { RC_28 } from '#law/reconsideration';
import { w } from '#law/statute';
import { due, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, theCase } from '../parties.ts';
import { field, para, paragraphs } from '../runs.ts';

/** 延长行政复议审理期限通知书: written notice is a duty (62(1)); who approved it depends on the text. */
export function extensionNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY');
  const { event, record, tell, source } = step(c, 'EXTEND_DECISION');
  const approved = event?.approvedBy === 'ORGAN_HEAD' ? '行政复议机关负责人' : '行政复议机构负责人';
  return {
    to: name,
    blocks: [
      para(theCase(c), '，不能在规定期限内作出行政复议决定。'),
      ...paragraphs(
        '情况复杂的理由：',
        tell(record.reasons, 'reasons', w('情况复杂的理由', 'why it is complex')),
      ),
      para(
        '依照',
        underStep(c, 'EXTEND_DECISION'),
        '的规定，经',
        event ? field(approved, source('approvedBy')) : tell(null, 'approvedBy', w('批准人', 'approved by')),
        '批准，本案审理期限延长',
        event ? field(`${event.days}日`, source('days')) : tell(null, 'days', w('延长日数', 'days')),
        '，至',
        due(c, RC_28.code),
        `届满，现通知${you}。`,
      ),
    ],
  };
}
