import { describe, expect, it } from 'vitest';
import { calendarDate, WorkingCalendar } from '#law/calendar';
import type { ApplicationFactsGiven } from './limit-facts.ts';
import { limitStanding } from './limit-standing.ts';
import { DEFAULT_RECONSIDERATION_SETTINGS } from './settings.ts';

const context = {
  today: calendarDate('2026-03-02'),
  calendar: WorkingCalendar.shipped(),
  settings: DEFAULT_RECONSIDERATION_SETTINGS,
};

function told(given: ApplicationFactsGiven, receivedOn: string | null): string {
  const found = limitStanding(given, receivedOn === null ? null : calendarDate(receivedOn), context);
  const unknown = found.unknown.join('、');
  return `${found.verdict} ${found.dueOn ?? '—'}${unknown && ` ${unknown}`}${found.silent ? ' SILENT' : ''}`;
}

const MARCH = { actMadeOn: '2025-03-01', knewOn: '2025-03-03' };
const REASON = { reason: '突发疾病住院' };

describe('申请期限:收件之日是否已过', () => {
  it.each<[string, ApplicationFactsGiven, string, string]>([
    ['最后一日', MARCH, '2025-05-06', 'IN_TIME 2025-05-06'],
    [
      '次日,是否告知权利、有无正当理由还不清楚',
      MARCH,
      '2025-05-07',
      'LATE 2025-05-06 RIGHTS_TOLD、OBSTACLES',
    ],
    ['次日,已告知权利', { ...MARCH, rightsTold: true }, '2025-05-07', 'LATE 2025-05-06 OBSTACLES'],
    ['收件在后、交邮在内', { ...MARCH, appliedOn: '2025-05-06' }, '2025-05-09', 'IN_TIME 2025-05-06'],
    ['满一年以后,未告知也无济于事', MARCH, '2026-03-04', 'LATE 2025-05-06 OBSTACLES'],
    [
      '未告知,后来知道的起六十日',
      { ...MARCH, rightsKnownOn: '2025-04-01' },
      '2025-06-03',
      'IN_TIME 2025-06-03',
    ],
    ['未告知,次日', { ...MARCH, rightsKnownOn: '2025-04-01' }, '2025-06-04', 'LATE 2025-06-03 OBSTACLES'],
    ['未告知,六十日内当然及时', { ...MARCH, rightsTold: false }, '2025-05-06', 'IN_TIME 2026-03-03'],
    [
      '未告知,何时知道不清楚',
      { ...MARCH, rightsTold: false },
      '2025-05-07',
      'UNKNOWN 2026-03-03 RIGHTS_KNOWN_ON',
    ],
    ['未告知,最长一年', { ...MARCH, rightsTold: false }, '2026-03-04', 'LATE 2026-03-03'],
    [
      '住院十日',
      { ...MARCH, obstacles: [{ from: '2025-04-01', to: '2025-04-11', ...REASON }] },
      '2025-05-12',
      'IN_TIME 2025-05-12',
    ],
    [
      '障碍尚未消除',
      { ...MARCH, obstacles: [{ from: '2025-04-01', to: null, ...REASON }] },
      '2025-09-01',
      'IN_TIME —',
    ],
    ['法律规定九十日的', { ...MARCH, longerByLaw: 90 }, '2025-05-07', 'IN_TIME 2025-06-03'],
    ['何时知道不清楚,自作出之日起未满六十日', { actMadeOn: '2025-03-01' }, '2025-04-30', 'IN_TIME —'],
    ['何时知道不清楚,自作出之日起已满', { actMadeOn: '2025-03-01' }, '2025-05-06', 'UNKNOWN — KNEW_ON'],
    ['何时作出不清楚', { knewOn: '2025-03-03' }, '2025-05-06', 'IN_TIME 2025-05-06 ACT_MADE_ON'],
    [
      '作出已逾五年(第二十一条)',
      { actMadeOn: '2020-01-02', knewOn: '2025-03-03' },
      '2025-03-10',
      'LATE 2025-01-02 IMMOVABLE',
    ],
    [
      '不动产二十年',
      { actMadeOn: '2020-01-02', knewOn: '2025-03-03', immovable: true },
      '2025-03-10',
      'IN_TIME 2025-05-06',
    ],
    ['不履行职责,两个月未满', { requestReceivedOn: '2025-01-02' }, '2025-03-03', 'TOO_EARLY 2025-05-06'],
    ['不履行职责,期满次日', { requestReceivedOn: '2025-01-02' }, '2025-03-04', 'IN_TIME 2025-05-06'],
    ['不履行职责,逾期', { requestReceivedOn: '2025-01-02' }, '2025-05-07', 'LATE 2025-05-06 OBSTACLES'],
    ['紧急情况不必等待', { urgentFailureOn: '2025-03-03' }, '2025-03-03', 'IN_TIME 2025-05-06'],
    [
      '2024年前,条文没有规定未告知的后果',
      { knewOn: '2023-12-01', rightsKnownOn: '2023-12-19', actMadeOn: '2023-11-30' },
      '2023-12-20',
      'UNKNOWN — SILENT',
    ],
  ])('%s', (_, given, receivedOn, expected) => expect(told(given, receivedOn)).toBe(expected));

  it('尚未提出的,以今日为准,期限还在走', () => {
    const { clocks } = limitStanding({ ...MARCH, knewOn: '2026-01-05' }, null, context);
    expect(clocks.map(one => [one.code, one.status, one.metOn])).toEqual([
      ['RC-01', 'RUNNING', null],
      ['RC-04', 'RUNNING', null],
    ]);
  });
});
