import { describe, expect, it } from 'vitest';
import { calendarDate as d, DEFAULT_COUNT_SETTINGS, WorkingCalendar } from '#law/calendar';
import { clockOf, type ClockRule } from '#law/procedure';
import {
  absoluteBar,
  applicationLimit,
  RC_07,
  RC_12,
  RC_13,
  RC_16,
  RC_25,
  RC_28,
  RC_30,
  RC_31,
  RC_35,
  RC_36,
  RS_01,
  RS_02,
  type RcEvent,
} from '#law/reconsideration';
import { e, look } from '#test/fixtures/law/reconsideration';

/*
 * Dates counted off the notices of the State Council for 2023–2026 by a second reckoning that shares no line with the
 * engine. Chosen where counting goes wrong: year ends, leap days, make-up workdays, the Spring Festival, National Day.
 */
const calendar = WorkingCalendar.shipped();
const due = (rule: ClockRule, day0: string): string => {
  const ruling = clockOf({ rule, governing: d(day0), day0: d(day0) }, calendar);
  if (!ruling.ok) return ruling.refusal.code;
  return `${ruling.value.due ?? 'stopped'}${ruling.value.provisional ? ' provisional' : ''}`;
};

describe('five working days to review (30(1); before 2024: 17(1), 40(2))', () => {
  it.each([
    ['2023-12-27', '2024-01-04'], // the old text; New Year's Day off
    ['2024-01-02', '2024-01-09'],
    ['2024-02-01', '2024-02-07'], // Sunday 02-04 is worked
    ['2024-02-07', '2024-02-20'], // 02-09, the eve, is a working day in 2024; Sunday 02-18 is worked
    ['2024-02-08', '2024-02-21'],
    ['2024-04-28', '2024-05-08'], // received on a worked Sunday
    ['2024-09-13', '2024-09-23'], // Saturday 09-14 is worked, Mid-Autumn 15–17 off
    ['2024-09-27', '2024-10-10'],
    ['2025-01-22', '2025-02-05'], // Sunday 01-26 is worked; the eve is off since 2025
    ['2025-01-27', '2025-02-10'],
    ['2025-04-30', '2025-05-12'],
    ['2025-09-26', '2025-10-10'], // National Day to 10-08
    ['2025-12-29', '2026-01-06'], // Sunday 2026-01-04 is worked
    ['2026-02-13', '2026-02-27'], // Saturday 02-14 is worked, 15–23 off
    ['2026-02-27', '2026-03-05'], // Saturday 02-28 is worked
    ['2026-09-18', '2026-09-24'], // Sunday 09-20 is worked
    ['2026-09-28', '2026-10-10'], // Saturday 10-10 is worked
    ['2026-12-21', '2026-12-28'],
    ['2026-12-22', '2026-12-29 provisional'], // a notice for 2027 may move the last days of 2026
    ['2026-12-28', '2027-01-04 provisional'],
  ])('received %s → %s', (day0, expected) => expect(due(RC_07, day0)).toBe(expected));
});

describe('“十日” for the reply: working days since 2024, calendar days before', () => {
  it.each([
    ['2023-12-21', '2024-01-02'], // ten calendar days end on Sunday 12-31; 01-01 off
    ['2023-12-29', '2024-01-08'],
    ['2024-02-02', '2024-02-21'],
    ['2024-09-12', '2024-09-27'],
    ['2025-01-20', '2025-02-08'], // ends on a worked Saturday
    ['2025-09-24', '2025-10-14'],
    ['2026-02-10', '2026-03-02'],
    ['2026-09-22', '2026-10-13'],
    ['2026-12-17', '2026-12-31 provisional'],
  ])('copy received %s → %s', (day0, expected) => expect(due(RS_01, day0)).toBe(expected));
});

describe('sixty days to decide (62(1); before: 31(1))', () => {
  it.each([
    ['2023-11-02', '2024-01-02'], // 01-01 is the sixtieth day
    ['2023-12-11', '2024-02-09'], // the eve of 2024 is no day off
    ['2024-01-01', '2024-03-01'], // over 29 February
    ['2024-02-29', '2024-04-29'],
    ['2024-08-02', '2024-10-08'],
    ['2024-12-30', '2025-02-28'],
    ['2025-08-02', '2025-10-09'],
    ['2025-12-03', '2026-02-02'],
    ['2026-08-02', '2026-10-08'],
    ['2026-11-01', '2026-12-31 provisional'], // a notice for 2027 may make it a day off
    ['2026-11-02', '2027-01-01 provisional'],
    ['2026-12-01', '2027-02-01 provisional'],
  ])('accepted %s → %s', (day0, expected) => expect(due(RC_28, day0)).toBe(expected));
});

describe('other periods', () => {
  it.each([
    ['三日 (54)', RC_13, '2026-02-12', '2026-02-24'],
    ['三日 (58)', RC_25, '2024-09-26', '2024-09-30'],
    ['三日 (58)', RC_25, '2025-01-24', '2025-02-05'],
    ['三日 (58)', RC_25, '2026-09-17', '2026-09-21'],
    ['五日 (54)', RS_02, '2024-04-28', '2024-05-08'],
    ['七日 (48)', RC_12, '2024-04-26', '2024-05-09'],
    ['七日 (48)', RC_12, '2025-04-24', '2025-05-07'],
    ['七日 (48)', RC_12, '2026-02-12', '2026-02-28'],
    ['七日 (48)', RC_12, '2024-12-26', '2025-01-07'],
    ['五日前 (51)', RC_16, '2024-02-19', '2024-02-06'],
    ['五日前 (51)', RC_16, '2024-10-08', '2024-09-25'],
    ['五日前 (51)', RC_16, '2025-02-05', '2025-01-22'],
    ['五日前 (51)', RC_16, '2025-10-15', '2025-10-09'],
    ['五日前 (51)', RC_16, '2026-02-24', '2026-02-10'],
    ['三十日 (62(2))', RC_30, '2026-02-12', '2026-03-16'],
    ['三十日 (62(2)): none before 2024', RC_30, '2023-12-31', 'NO_TEXT_GOVERNS_THE_DAY'],
    ['满六十日 (41(5))', RC_31, '2024-12-31', '2025-03-02'], // a Sunday: a state reached, not an act to be done
    ['满六十日 (41(5))', RC_31, '2023-12-31', '2024-03-01'],
    ['十五日 (行诉法 45)', RC_35, '2024-09-16', '2024-10-08'],
    ['十五日 (行诉法 45)', RC_35, '2025-01-14', '2025-02-05'],
    ['十五日 (行诉法 45)', RC_35, '2025-09-23', '2025-10-09'],
    ['十五日 (行诉法 45)', RC_35, '2026-02-01', '2026-02-24'],
    ['六十日 (条例 49)', RC_36, '2025-12-03', '2026-02-02'],
  ] as [string, ClockRule, string, string][])('%s, %#', (_, rule, day0, expected) =>
    expect(due(rule, day0)).toBe(expected),
  );

  it('years from a leap day end on the last day of February (21, 20(3))', () => {
    const bar = (actMadeOn: string, immovable: boolean) => {
      const ruling = absoluteBar(
        { actMadeOn: d(actMadeOn), immovable, appliedOn: d('2024-06-03') },
        calendar,
      );
      return ruling.ok ? ruling.value.due : null;
    };
    expect(bar('2020-02-29', false)).toBe('2025-02-28');
    expect(bar('2004-02-29', true)).toBe('2024-02-29');
    const cap = applicationLimit({ knewOn: d('2024-02-29'), rightsKnownOn: d('2025-02-20') }, calendar);
    expect(cap.ok && [cap.value.spec.rule, cap.value.due]).toEqual(['RC-02-CAP', '2025-02-28']);
  });
});

const stop = (on: string, id: string): RcEvent => e(on, { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' }, id);
const resume = (on: string, of: string): RcEvent => e(on, { kind: 'RESUME', of });
const extension = (on: string): RcEvent =>
  e(on, { kind: 'EXTEND_DECISION', days: 30, approvedBy: 'OFFICE_HEAD' });
const decision = (events: RcEvent[], today: string, settings = {}) =>
  look(events, today, settings).clocks['RC-28'];

describe('stops and an extension in one case', () => {
  const begun = [
    e('2025-08-01', { kind: 'RECEIVE' }),
    e('2025-08-04', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    e('2025-08-06', { kind: 'COPY_SERVED' }),
    e('2025-08-15', { kind: 'REPLY' }),
  ];
  const overlapping = [
    stop('2025-08-20', 'a'),
    stop('2025-08-25', 'b'),
    resume('2025-09-01', 'a'),
    resume('2025-09-10', 'b'),
  ];
  it.each([
    ['plain', [], '2025-10-09 RUNNING'],
    ['extended', [extension('2025-09-15')], '2025-11-03 RUNNING'],
    ['two overlapping stops: 08-20 to 09-10, twenty-one days once', overlapping, '2025-10-24 RUNNING'],
    ['both', [...overlapping, extension('2025-09-15')], '2025-11-24 RUNNING'],
    [
      'both, entered the other way round',
      [extension('2025-09-15'), ...overlapping.toReversed()],
      '2025-11-24 RUNNING',
    ],
  ] as [string, RcEvent[], string][])('%s', (_, more, expected) =>
    expect(decision([...begun, ...more], '2025-09-16')).toBe(expected),
  );

  it('time excluded within a suspension is not taken out twice', () => {
    const appraisal = e('2025-08-22', { kind: 'EXCLUDE_TIME', ground: 'APPRAISAL', until: d('2025-09-05') });
    expect(decision([...begun, ...overlapping, appraisal], '2025-09-16')).toBe('2025-10-24 RUNNING');
    // ten days of appraisal that reach five days beyond
    const longer = { ...appraisal, until: d('2025-09-15') } as RcEvent;
    expect(decision([...begun, ...overlapping, longer], '2025-09-16')).toBe('2025-10-29 RUNNING');
  });

  it('a stop entered after the due date seemed to pass still counts from its day', () => {
    const late = [...begun, stop('2025-10-02', 'a'), resume('2025-10-12', 'a')];
    expect(decision(begun, '2025-10-10')).toBe('2025-10-09 OVERDUE');
    expect(decision(late, '2025-10-13')).toBe('2025-10-13 RUNNING');
  });

  it('an extension runs on from the un-rolled last day, unless the office counts from the rolled one', () => {
    const rolled = { count: { ...DEFAULT_COUNT_SETTINGS, extensionBase: 'ROLLED' } } as const;
    const extended = [...begun, extension('2025-09-15')];
    expect(decision(extended, '2025-09-16')).toBe('2025-11-03 RUNNING');
    expect(decision(extended, '2025-09-16', rolled)).toBe('2025-11-10 RUNNING'); // 10-09 + 30 = Saturday 11-08
  });
});

describe('a case that lives through New Year 2024', () => {
  const events = [
    e('2023-12-29', { kind: 'RECEIVE' }),
    e('2024-01-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    e('2024-02-01', { kind: 'COPY_SERVED' }),
  ];
  it('stays under the text of its receipt: ten calendar days, ending on a worked Sunday', () => {
    expect(look(events, '2024-02-02').clocks).toMatchObject({
      'RS-01': '2024-02-18 RUNNING',
      'RC-28': '2024-03-04 RUNNING',
    });
  });
  it('or follows the text of each step, where the office chose so: ten working days', () => {
    const seen = look(events, '2024-02-02', { governing: 'STEP_DAY' });
    expect(seen.clocks['RS-01']).toBe('2024-02-20 RUNNING');
    expect(seen.all.find(c => c.code === 'RC-28')!.clock.spec.basis[0]).toMatchObject({ version: '2023' });
  });
  it('received two days later it is a case of the new text', () => {
    const later = [e('2024-01-01', { kind: 'RECEIVE' }), ...events.slice(1)];
    expect(look(later, '2024-02-02').clocks['RS-01']).toBe('2024-02-20 RUNNING');
  });
});
