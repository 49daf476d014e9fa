import { ABSENT_THIRD_PARTY_BASIS, acceptedOn, AGENTS_BASIS } from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, officeName, organName, reach, step } from '../facts.ts';
import { since2024, underStep } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, matter } from '../parties.ts';
import { para, sentence } from '../runs.ts';

/** 第三人参加行政复议通知书: the office tells whoever has a stake in the act or the result (16(1)). */
export function thirdPartyNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'THIRD_PARTY');
  const { day } = step(c, 'ACCEPT');
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
      ),
      para(
        `因${you}同该行政行为或者案件处理结果有利害关系，依照`,
        underStep(c, 'JOIN_THIRD_PARTY'),
        `的规定，通知${you}作为第三人参加行政复议。`,
      ),
      para(
        sentence(
          `${you}可以提出书面意见并提交证据，送至`,
          officeName(c),
          '，地址：',
          reach(c.office, 'case.office'),
        ),
        since2024(c, AGENTS_BASIS, article => ['依照', article, `的规定，${you}可以委托一至二名代理人。`]),
      ),
      para(
        `${you}不参加行政复议的，`,
        since2024(c, ABSENT_THIRD_PARTY_BASIS, article => ['依照', article, '的规定，']),
        '不影响案件的审理。',
      ),
    ],
  };
}
