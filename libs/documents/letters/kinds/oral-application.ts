import { ORAL_APPLICATION_BASIS } from '#law/reconsideration';
import { w } from '#law/statute';
import { REGISTERED, step } from '../facts.ts';
import { articleOf2023 } from '../legal.ts';
import type { LetterBody } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter, partyLines } from '../parties.ts';
import { heading, joined, line, need, numbered, para, paragraphs, sign } from '../runs.ts';

/** 行政复议申请笔录: what 22(3) has written down on the spot: who, what is asked for, the main facts, reasons, the time. */
export function oralApplication(c: LetterCase): LetterBody {
  const { event, record, day, tell, tellAll } = step(c, 'RECEIVE');
  const claims = c.claims.map((one, at) => need(one, `case.claims[${at}]`, CLAIMS, REGISTERED));
  return {
    blocks: [
      line(
        '时间：',
        day(event?.on, 'on', w('申请日期', 'day')),
        tell(record.time, 'time', w('时间', 'hour')),
      ),
      line('地点：', tell(record.place, 'place', w('地点', 'place'))),
      line('接待人：', joined(tellAll(record.officers, 'officers', w('接待人', 'received by')), '、')),
      line('记录人：', tell(record.clerk, 'clerk', w('记录人', 'clerk'))),
      ...partyLines(c),
      para(
        '申请人书面申请有困难，依照',
        articleOf2023(c, ORAL_APPLICATION_BASIS),
        '的规定口头申请行政复议，现当场记录如下。',
      ),
      para(matter(c), '，申请行政复议。'),
      heading('行政复议请求'),
      ...numbered(claims.length > 0 ? claims : [need(null, 'case.claims', CLAIMS, REGISTERED)]),
      heading('主要事实、理由'),
      ...paragraphs('', need(c.reasons, 'case.reasons', w('事实和理由', 'facts and reasons'), REGISTERED)),
      para('以上笔录已向申请人宣读或者交申请人阅读，申请人确认无误。'),
      sign('申请人（签名、盖章或者按指印）：'),
      sign('接待人（签名）：'),
      sign('记录人（签名）：'),
    ],
  };
}

const CLAIMS = w('行政复议请求', 'what is asked for');
