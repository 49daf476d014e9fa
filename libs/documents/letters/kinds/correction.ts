import { RC_10 } from '#law/reconsideration';
import { w } from '#law/statute';
import { officeName, reach, receivedOn, step } from '../facts.ts';
import { periodOf, underStep } from '../legal.ts';
import type { LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, yourMatter } from '../parties.ts';
import { dayText, maybe, numbered, para, sentence } from '../runs.ts';

/** 行政复议申请补正通知书: everything that has to be mended, in one notice (31(1)). */
export function correctionNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT');
  const { record, tellAll } = step(c, 'NOTICE_CORRECTION');
  return {
    to: name,
    blocks: [
      para(yourMatter(c, you), `，向本机关提出行政复议申请，本机关于`, receivedOn(c), '收到。'),
      para(
        '经审查，申请材料不齐全或者表述不清楚，无法判断是否符合受理条件。依照',
        underStep(c, 'NOTICE_CORRECTION'),
        '的规定，请补正下列事项：',
      ),
      ...numbered(tellAll(record.items, 'items', w('需要补正的事项', 'what has to be corrected'))),
      para(
        '请',
        inTime(c),
        sentence('将补正材料提交', officeName(c), '，地址：', reach(c.office, 'case.office')),
      ),
      para(
        `${you}有正当理由不能按期补正的，可以在期限届满前向本机关说明。依照`,
        // 31(2), and 条例 29 before it: the article of the period says what silence means
        periodOf(c, RC_10)?.article ?? underStep(c, 'NOTICE_CORRECTION'),
        `的规定，无正当理由逾期不补正的，视为${you}放弃行政复议申请。`,
      ),
    ],
  };
}

/** The law's own ten working days; a text that leaves the time to the notice needs the day set in it. */
function inTime(c: LetterCase): Part {
  const { event, day } = step(c, 'NOTICE_CORRECTION');
  const period = periodOf(c, RC_10);
  if (!period)
    return ['于', day(event?.until, 'until', w('指定的补正期限', 'day set for the corrections')), '前'];
  return [
    '自收到本通知书之日起',
    period.length,
    '内',
    maybe(event?.until && dayText(event.until), 'event:NOTICE_CORRECTION.until', until => [
      '（至迟',
      until,
      '）',
    ]),
  ];
}
