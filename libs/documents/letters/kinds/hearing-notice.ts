import { AR } from '#law/appearance';
import { HEARING_WAIVED_BASIS } from '#law/reconsideration';
import { w } from '#law/statute';
import { step } from '../facts.ts';
import { since2024, underStep } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase, PartyRole } from '../letter-case.ts';
import { addressed, theCase } from '../parties.ts';
import { joined, para, sentence } from '../runs.ts';

/** 行政复议听证通知书: time, place and matters (51(1)); what staying away means depends on who reads it. */
export function hearingNotice(c: LetterCase): LetterBody {
  const { name, you, role } = addressed(c, 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY');
  const { event, record, day, tell, tellAll } = step(c, 'SCHEDULE_HEARING');
  return {
    to: name,
    blocks: [
      para(
        theCase(c),
        '，本机构决定举行听证。依照',
        underStep(c, 'NOTIFY_HEARING'),
        '的规定，现将有关事项通知如下：',
      ),
      para(
        '一、听证时间：',
        day(event?.hearingOn, 'hearingOn', w('听证日期', 'day of the hearing')),
        tell(record.time, 'time', w('听证时间', 'hour of the hearing')),
        '。',
      ),
      para(sentence('二、听证地点：', tell(record.place, 'place', w('听证地点', 'place of the hearing')))),
      para(sentence('三、拟听证事项：', joined(tellAll(record.items, 'items', MATTERS), '；'))),
      para(
        '四、听证人员：主持人',
        tell(record.host, 'host', w('听证主持人', 'host')),
        '，听证员',
        joined(tellAll(record.officers, 'officers', w('听证员', 'hearing officers')), '、'),
        '，记录员',
        tell(record.clerk, 'clerk', w('记录员', 'clerk')),
        '。',
      ),
      attendance(c, role, you),
    ],
  };
}

const MATTERS = w('拟听证事项', 'matters of the hearing');

function attendance(c: LetterCase, role: PartyRole, you: string): Block<Part> {
  if (role === 'APPLICANT')
    return para(
      `请${you}按时参加。`,
      since2024(c, HEARING_WAIVED_BASIS, article => [
        '无正当理由拒不参加的，依照',
        article,
        `的规定，视为${you}放弃听证权利。`,
      ]),
    );
  if (role === 'THIRD_PARTY') return para(`请${you}按时参加。${you}不参加的，不影响听证的举行。`);
  return para(
    since2024(c, AR['AR-32'].basis, article => ['依照', article, '的规定，']),
    `${you}负责人应当参加听证；不能参加的，应当说明理由，并委托相应的工作人员参加。`,
  );
}
