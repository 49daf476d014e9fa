import { w } from '#law/statute';
import { caseNumber, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter } from '../parties.ts';
import { field, heading, joined, line, para, paragraphs, sentence, sign } from '../runs.ts';
import type { StepRecord } from '../step-record.ts';

/** 听取意见笔录: in person, on the net or by telephone; or why it could not be done (49). */
export function opinionsRecord(c: LetterCase): LetterBody {
  const { event, record, day, tell, tellAll } = step(c, 'HEAR_OPINIONS');
  const notHeard = event?.partyIsTheCause === true;
  const hour = record.time ?? (notHeard ? '' : null);
  return {
    blocks: [
      line('案号：', caseNumber(c)),
      line('案由：', matter(c)),
      line(
        '时间：',
        day(event?.on, 'on', w('日期', 'day')),
        hour === '' ? null : tell(hour, 'time', w('时间', 'hour')),
      ),
      line('方式：', tell(record.method, 'method', w('听取方式', 'how they were heard'))),
      record.place ? line('地点：', tell(record.place, 'place', w('地点', 'place'))) : line(null),
      line(
        '行政复议人员：',
        joined(tellAll(record.officers, 'officers', w('行政复议人员', 'officers')), '、'),
      ),
      line('记录人：', tell(record.clerk, 'clerk', w('记录人', 'clerk'))),
      para('依照', underStep(c, 'HEAR_OPINIONS'), '的规定，就本案听取当事人意见，记录如下。'),
      ...(notHeard
        ? paragraphs('因当事人原因未能听取意见：', tell(record.reasons, 'reasons', w('当事人的原因', 'why')))
        : statements(record, 'HEAR_OPINIONS', tell(null, 'statements', w('当事人的意见', 'what was said')))),
      para(notHeard ? null : '以上笔录已交被听取意见人核对无误。'),
      ...(notHeard ? [] : [sign('被听取意见人（签名或者盖章）：')]),
      sign('行政复议人员（签名）：'),
      sign('记录人（签名）：'),
    ],
  };
}

/** Who said what, in turn. */
export function statements(record: StepRecord, kind: string, missing: Part): Block<Part>[] {
  const said = record.statements ?? [];
  if (said.length === 0) return [para(missing)];
  return [
    heading('陈述内容'),
    ...said.map((one, at) =>
      para(
        field(one.who, `event:${kind}.statements[${at}].who`),
        '：',
        sentence(field(one.said, `event:${kind}.statements[${at}].said`)),
      ),
    ),
  ];
}
