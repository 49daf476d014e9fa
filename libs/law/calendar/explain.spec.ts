import { describe, expect, it } from 'vitest';
import {
  addHours,
  calendarDate as d,
  cd,
  explain,
  explanationText,
  isInTime,
  mo,
  parseMinute,
  runClock,
  servedOn,
  serviceBasis,
  wd,
  WorkingCalendar,
  type ClockSpec,
  type LocalMinute,
  type Stop,
} from '#law/calendar';
import { cite, w } from '#law/statute';

const calendar = WorkingCalendar.shipped();
const spec = (day0: string, more: Partial<ClockSpec>): ClockSpec => ({
  rule: 'T',
  name: w('某期限', 'a period'),
  basis: [cite('RECONSIDERATION_LAW', '2023', 88, 2)],
  day0: d(day0),
  fact: { code: 'F', words: w('收到之日', 'receipt') },
  period: cd(1),
  ...more,
});
const stop = (from: string, to: string | null, zh = '中止'): Stop => ({
  from: d(from),
  to: to ? d(to) : null,
  reason: w(zh, 'stop'),
});
const of = (day0: string, more: Partial<ClockSpec>) =>
  explain(runClock(spec(day0, more), calendar), calendar);
const short = (day0: string, more: Partial<ClockSpec>) =>
  of(day0, more).stretches.map(s => {
    if (s.kind === 'COUNTED') return `${s.from}..${s.to}=${s.days}`;
    if (s.kind === 'STOPPED')
      return `stop ${s.from}..${s.to ?? ''}+${s.days ?? ''} ${s.reasons.map(r => r.zh).join()}`;
    if (s.kind === 'ROLLED') return `roll ${s.from}>${s.to} ${s.over.map(o => o.name ?? o.kind).join()}`;
    return `${s.kind} ${s.day.day} ${s.day.name ?? s.day.kind}`;
  });

describe('why this day', () => {
  it('tells every day left out and every make-up workday counted (E09)', () => {
    expect(short('2024-09-27', { period: wd(7) })).toEqual([
      'SKIPPED 2024-09-28 SATURDAY',
      'MAKEUP_COUNTED 2024-09-29 国庆节',
      '2024-09-29..2024-09-30=2',
      ...[1, 2, 3, 4, 5, 6, 7].map(n => `SKIPPED 2024-10-0${n} 国庆节`),
      'MAKEUP_COUNTED 2024-10-12 国庆节',
      '2024-10-08..2024-10-12=5',
    ]);
  });

  it('tells a calendar period as one run, and the days it was carried over (E12)', () => {
    expect(short('2024-08-06', { period: cd(60) })).toEqual([
      '2024-08-07..2024-10-05=60',
      'roll 2024-10-05>2024-10-08 国庆节,国庆节,国庆节',
    ]);
    expect(short('2024-08-31', { period: mo(6) })).toEqual(['2024-09-01..2025-02-28=181']);
  });

  it('tells each stop once, with all its reasons', () => {
    const stops = [
      stop('2024-03-10', '2024-03-20', '甲'),
      stop('2024-03-15', '2024-03-25', '乙'),
      stop('2024-05-20', '2024-05-25', '丙'),
    ];
    expect(short('2024-03-01', { period: cd(60), stops })).toEqual([
      '2024-03-02..2024-03-10=9',
      'stop 2024-03-10..2024-03-25+15 甲,乙',
      '2024-03-26..2024-05-15=51',
    ]);
    expect(short('2024-03-01', { period: cd(60), stops: [stop('2024-03-10', null)] })).toEqual([
      '2024-03-02..2024-03-10=9',
      'stop 2024-03-10..+ 中止',
    ]);
    expect(short('2024-06-03', { period: wd(3), stops: [stop('2024-06-03', '2024-06-06')] })).toEqual([
      'stop 2024-06-03..2024-06-06+3 中止',
      '2024-06-07..2024-06-07=1',
      'SKIPPED 2024-06-08 SATURDAY',
      'SKIPPED 2024-06-09 SUNDAY',
      'SKIPPED 2024-06-10 端午节',
      '2024-06-11..2024-06-12=2',
    ]);
  });

  it('tells backward and elapsed periods', () => {
    expect(short('2024-10-15', { period: wd(5), direction: 'BACKWARD' })).toEqual([
      'MAKEUP_COUNTED 2024-10-12 国庆节',
      '2024-10-09..2024-10-12=4',
      'SKIPPED 2024-10-13 SUNDAY',
      '2024-10-14..2024-10-14=1',
    ]);
    expect(short('2024-03-18', { period: cd(60), direction: 'ELAPSED' })).toEqual([
      '2024-03-19..2024-05-17=60',
    ]);
    expect(short('2024-03-18', { period: wd(2), direction: 'ELAPSED' })).toEqual([
      '2024-03-19..2024-03-20=2',
    ]);
  });
});

describe('in sentences', () => {
  it('of both languages', () => {
    const text = explanationText(of('2024-08-06', { period: cd(60) }));
    expect(text.zh).toEqual([
      '某期限:依据《行政复议法》(2023)第八十八条第二款,期限为60日;起算事实为收到之日(2024-08-06),当日不计,自次日起算。',
      '2024-08-07至2024-10-05,计60日。',
      '最后一日2024-10-05不是工作日,顺延至2024-10-08:2024-10-05(国庆节)、2024-10-06(国庆节)、2024-10-07(国庆节)。',
      '届满日为2024-10-08。',
    ]);
    expect(text.en.at(-1)).toBe('Due on 2024-10-08.');
  });

  it.each([
    [{ period: wd(5), direction: 'BACKWARD' }, '最迟应在2024-08-02。'],
    [{ period: cd(60), direction: 'ELAPSED' }, '期满之次日为2024-10-09。'],
    [{ period: cd(60), stops: [stop('2024-08-10', null)] }, '期限自2024-08-10起停止,恢复后重新计算届满日。'],
    [{ period: cd(60), extension: cd(30) }, '届满日为2024-11-07。'],
  ] as [Partial<ClockSpec>, string][])('%j', (more, line) =>
    expect(explanationText(of('2024-08-09', more)).zh.at(-1)).toBe(line),
  );

  it.each([
    [
      '2024-09-27',
      { period: wd(2), direction: 'FORWARD' },
      [
        'a period: by Administrative Reconsideration Law (2023), art. 88(2), 2 working days from receipt (2024-09-27); that day is not counted.',
        '2024-09-28 (Saturday) is left out.',
        '2024-09-29 (国庆节, make-up workday) counts.',
        '2024-09-29 to 2024-09-30: 2 day(s) counted.',
        'Due on 2024-09-30.',
      ],
    ],
    [
      '2024-10-15',
      { period: wd(1), direction: 'BACKWARD' },
      [
        'a period: by Administrative Reconsideration Law (2023), art. 88(2), 1 working day before receipt (2024-10-15), that day not counted.',
        '2024-10-14 to 2024-10-14: 1 day(s) counted.',
        'At the latest on 2024-10-14.',
      ],
    ],
    [
      '2024-03-01',
      {
        period: cd(10),
        extension: cd(5),
        stops: [
          stop('2024-03-04', '2024-03-06'),
          stop('2024-03-05', '2024-03-07', '乙'),
          stop('2024-03-12', null),
        ],
      },
      [
        'a period: by Administrative Reconsideration Law (2023), art. 88(2), 10 days, extended by 5 days from receipt (2024-03-01); that day is not counted.',
        '2024-03-02 to 2024-03-04: 3 day(s) counted.',
        'Stands still from 2024-03-04 to 2024-03-07 (stop, stop): 3 day(s) later.',
        '2024-03-08 to 2024-03-12: 5 day(s) counted.',
        'Stands still since 2024-03-12 (stop).',
        'No due date while it stands still (since 2024-03-12).',
      ],
    ],
    [
      '2024-09-04',
      { period: cd(30), direction: 'ELAPSED' },
      [
        'a period: by Administrative Reconsideration Law (2023), art. 88(2), 30 days from receipt (2024-09-04); that day is not counted.',
        '2024-09-05 to 2024-10-04: 30 day(s) counted.',
        'The full days are over on 2024-10-05.',
      ],
    ],
    [
      '2024-09-06',
      { period: cd(30) },
      [
        'a period: by Administrative Reconsideration Law (2023), art. 88(2), 30 days from receipt (2024-09-06); that day is not counted.',
        '2024-09-07 to 2024-10-06: 30 day(s) counted.',
        'The last day, 2024-10-06, is a day off; the period ends on 2024-10-08: 2024-10-06 (国庆节, holiday), 2024-10-07 (国庆节, holiday).',
        'Due on 2024-10-08.',
      ],
    ],
  ] as [string, Partial<ClockSpec>, string[]][])('in English from %s: %j', (day0, more, lines) => {
    const text = explanationText(of(day0, more));
    expect(text.en).toEqual(lines);
    expect(text.zh).toHaveLength(lines.length);
    expect(text.zh.every(line => line.length > 5)).toBe(true);
  });

  it('names extension, make-up workdays, closures, stops and what is provisional', () => {
    expect(explanationText(of('2024-08-06', { period: cd(60), extension: cd(30) })).zh[0]).toContain(
      '期限为60日,延长30日',
    );
    expect(explanationText(of('2024-09-27', { period: wd(2) })).zh).toContain(
      '2024-09-29(国庆节调休上班),计入。',
    );
    expect(explanationText(of('2024-09-27', { period: wd(2) })).zh).toContain('2024-09-28(星期六),不计入。');
    expect(
      explanationText(of('2024-03-01', { period: cd(60), stops: [stop('2024-03-10', '2024-03-20')] })).zh,
    ).toContain('2024-03-10至2024-03-20停止计算(中止),顺延10日。');
    const provisional = explanationText(of('2026-12-01', { period: cd(60) }));
    expect(provisional.zh.at(-1)).toBe(
      '本结果为暂定:2027年放假安排不在本日历中,暂按周一至周五工作、周六周日休息计算。',
    );
    expect(provisional.en.at(-1)).toMatch(/^Provisional: the holiday notice for 2027/);
  });
});

describe('service and hours', () => {
  it.each([
    ['ANNOUNCEMENT', '2024-06-03', '2024-07-03'],
    ['MAIL', '2024-06-03', '2024-06-03'],
  ] as const)('民诉法 87–95: %s on %s counts as %s', (method, day, served) => {
    expect(servedOn(method, d(day))).toBe(served);
    expect(serviceBasis(method)[0].statute).toBe('CIVIL_PROCEDURE_LAW');
  });

  it.each([
    ['2024-10-25', '2024-10-29', true], // E48: 行诉解释48(4)
    ['2024-10-26', '2024-10-29', false],
    [null, '2024-10-25', true],
    [null, '2024-10-26', false],
  ])('posted %s, arrived %s: in time %s', (postmarked, arrived, expected) =>
    expect(
      isInTime(d('2024-10-25'), { postmarkedOn: postmarked ? d(postmarked) : null, arrivedOn: d(arrived) }),
    ).toBe(expected),
  );

  it.each([
    ['2024-10-04T09:30', 48, '2024-10-06T09:30'],
    ['2024-12-31T23:05', 1, '2025-01-01T00:05'],
  ])('行诉解释 76: %s + %i h → %s', (from, hours, to) =>
    expect(addHours(from as LocalMinute, hours)).toBe(to),
  );

  it('reads minutes of a day', () => {
    expect(parseMinute('2024-10-04T23:59')).toBe('2024-10-04T23:59');
    for (const wrong of ['2024-10-04T24:00', '2024-10-04', '2024-02-30T10:00', '2024-10-04T10:60'])
      expect(parseMinute(wrong)).toBeNull();
  });
});
