import { last } from '#law/procedure';
import { w } from '#law/statute';
import { step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { theCase } from '../parties.ts';
import { field, joined, maybe, numbered, para, paragraphs } from '../runs.ts';

/** 提请行政复议委员会咨询函: three cases in which the office must ask, and one in which it wants to (52(2)). */
export function committeeLetter(c: LetterCase): LetterBody {
  const { record, tell, tellAll, source } = step(c, 'ASK_COMMITTEE');
  return {
    to: tell(record.addressee, 'addressee', w('行政复议委员会', 'committee')),
    blocks: [
      para(
        theCase(c),
        '，',
        why(c),
        '，依照',
        underStep(c, 'ASK_COMMITTEE'),
        '的规定，现提请你会就下列问题提出咨询意见：',
      ),
      ...numbered(tellAll(record.items, 'items', w('咨询的问题', 'questions'))),
      ...paragraphs(
        '案件基本情况：',
        maybe(record.reasons, source('reasons'), reasons => reasons),
      ),
    ],
  };
}

function why(c: LetterCase): Part {
  const { major, technical, ownAct } = last(c.facts, 'CLASSIFY') ?? {};
  const grounds = [
    major ? field('案情重大、疑难、复杂', 'event:CLASSIFY.major') : null,
    technical ? field('专业性、技术性较强', 'event:CLASSIFY.technical') : null,
    ownAct ? field('属于省级人民政府管辖的以本机关为被申请人的案件', 'event:CLASSIFY.ownAct') : null,
  ].filter(one => one !== null);
  return grounds.length > 0 ? joined(grounds, '，') : '本机构认为有必要提请咨询';
}
