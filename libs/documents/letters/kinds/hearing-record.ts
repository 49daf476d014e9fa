import { w } from '#law/statute';
import { caseNumber, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter } from '../parties.ts';
import { field, joined, line, maybe, para, sign } from '../runs.ts';
import { statements } from './opinions-record.ts';

/** 行政复议听证笔录: the decision has to rest on it (61(2)), so who was there, and who was not and why, stands in it. */
export function hearingRecord(c: LetterCase): LetterBody {
  const { event, record, day, tell, tellAll } = step(c, 'HOLD_HEARING');
  return {
    blocks: [
      line('案号：', caseNumber(c)),
      line('案由：', matter(c)),
      line(
        '时间：',
        day(event?.on, 'on', w('听证日期', 'day')),
        tell(record.time, 'time', w('听证时间', 'hour')),
      ),
      line('地点：', tell(record.place, 'place', w('听证地点', 'place'))),
      line('主持人：', tell(record.host, 'host', w('听证主持人', 'host'))),
      line('听证员：', joined(tellAll(record.officers, 'officers', w('听证员', 'hearing officers')), '、')),
      line('记录员：', tell(record.clerk, 'clerk', w('记录员', 'clerk'))),
      ...attendance(c),
      para('依照', underStep(c, 'HOLD_HEARING'), '的规定举行听证，记录如下。'),
      ...statements(record, 'HOLD_HEARING', tell(null, 'statements', w('听证中的陈述', 'what was said'))),
      para('以上笔录已交听证参加人核对无误。'),
      sign('听证参加人（签名或者盖章）：'),
      sign('主持人（签名）：'),
      sign('听证员（签名）：'),
      sign('记录员（签名）：'),
    ],
  };
}

function attendance(c: LetterCase): Block<Part>[] {
  const { record, tell, source } = step(c, 'HOLD_HEARING');
  const all = record.attendance ?? [];
  if (all.length === 0) return [line('参加人：', tell(null, 'attendance', w('到场情况', 'who attended')))];
  return all.map((one, at) => {
    const from = (name: string) => source(`attendance[${at}].${name}`);
    return line(
      field(one.as, from('as')),
      '：',
      field(one.name, from('name')),
      field(one.present ? '，到场' : '，未到场', from('present')),
      maybe(one.reason, from('reason'), reason => ['，理由：', reason]),
      '。',
    );
  });
}
