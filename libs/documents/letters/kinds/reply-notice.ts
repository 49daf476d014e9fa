import { acceptedOn, NO_LATER_EVIDENCE_BASIS, procedureOf, RS_01, RS_02 } from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, officeName, organName, reach, step } from '../facts.ts';
import { periodOf, since2024, underStep } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, matter } from '../parties.ts';
import { para, sentence } from '../runs.ts';
import { procedure } from './acceptance.ts';

/** 行政复议答复通知书: goes with the copy of the application; the time runs from the respondent's receipt (48, 54). */
export function replyNotice(c: LetterCase): LetterBody {
  const { day } = step(c, 'ACCEPT');
  const period = periodOf(c, procedureOf(c.facts) === 'SIMPLIFIED' ? RS_02 : RS_01);
  const { name, you } = addressed(c, 'RESPONDENT');
  return {
    to: name,
    blocks: [
      para(
        matter(c),
        '，申请行政复议，',
        organName(c),
        '已于',
        day(acceptedOn(c.facts), 'on', w('受理日期', 'day of acceptance')),
        '受理，案号：',
        caseNumber(c),
        '。',
        procedure(c),
        `现将行政复议申请书副本（口头申请的为申请笔录复印件）发送${you}。`,
      ),
      para(
        '依照',
        period?.article ?? underStep(c, 'SEND_COPY'),
        `的规定，${you}应当自收到上述材料之日起`,
        period ? [period.length, '内'] : null,
        sentence(
          c.act.inaction
            ? '，就是否负有并已经履行该职责提出书面答复，并提交证据、依据和其他有关材料，送至'
            : '，提出书面答复，并提交作出该行政行为时的证据、依据和其他有关材料，送至',
          officeName(c),
          '，地址：',
          reach(c.office, 'case.office'),
        ),
      ),
      ...silence(c, you),
    ],
  };
}

/** What silence means, and what may not be done meanwhile. */
function silence(c: LetterCase, you: string): Block<Part>[] {
  return [
    para(
      '逾期不提出书面答复、不提交上述材料的，除涉及第三人合法权益且第三人提供证据的外，依照',
      underStep(c, 'NO_REPLY'),
      '的规定，视为该行政行为没有证据、依据。',
    ),
    para(
      since2024(c, NO_LATER_EVIDENCE_BASIS, article => [
        '依照',
        article,
        `的规定，行政复议期间，${you}不得自行向申请人和其他有关单位或者个人收集证据。`,
      ]),
    ),
  ];
}
