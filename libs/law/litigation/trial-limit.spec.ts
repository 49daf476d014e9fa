import { describe, expect, it } from 'vitest';
import {
  calendarDate as d,
  clockText,
  DEFAULT_COUNT_SETTINGS,
  explain,
  explanationText,
} from '#law/calendar';
import { LITIGATION, LT_ROWS, type LtInstance } from '#law/litigation';
import { clocksOf, project, whatIf } from '#law/procedure';
import { at, calendar, code, e, look } from '#test/fixtures/law/litigation';

const open = (instance: LtInstance, filed: string, trial: 'ORDINARY' | 'SIMPLIFIED' = 'ORDINARY') =>
  e(filed, { kind: 'OPEN', instance, trial, filedOn: d(filed) });
const extend = (on: string, months: number) =>
  e(on, { kind: 'EXTEND_TRIAL', months, approvedBy: 'HIGH_COURT' });
const first = open('FIRST', '2024-04-07');

describe('the trial limit extended by a higher court (行政诉讼法 81, 88)', () => {
  it('moves the first instance by the months approved, from the un-rolled last day', () => {
    expect(look([first], '2024-05-01').clocks['LT-23']).toBe('2024-10-08 RUNNING'); // E31
    expect(look([first, extend('2024-09-20', 3)], '2024-10-09').clocks['LT-23']).toBe('2025-01-07 RUNNING');
    const rolled = { count: { ...DEFAULT_COUNT_SETTINGS, extensionBase: 'ROLLED' as const } };
    expect(look([first, extend('2024-09-20', 3)], '2024-10-09', rolled).clocks['LT-23']).toBe(
      '2025-01-08 RUNNING',
    );
  });

  it('may be granted again, and adds to a suspension', () => {
    const twice = [first, extend('2024-09-20', 3), extend('2024-12-20', 3)];
    expect(look(twice, '2025-01-01').clocks['LT-23']).toBe('2025-04-07 RUNNING');
    const stopped = [
      first,
      e('2024-06-03', { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' }),
      e('2024-06-13', { kind: 'RESUME' }),
      extend('2024-09-20', 3),
    ];
    expect(look(stopped, '2024-10-09').clocks['LT-23']).toBe('2025-01-17 RUNNING');
  });

  it('moves the second instance and a retrial too', () => {
    const second = open('SECOND', '2024-11-15');
    expect(look([second, extend('2025-02-10', 2)], '2025-02-20').clocks).toEqual({
      'LT-28': '2025-04-15 RUNNING',
    });
    const retrial = open('RETRIAL_FIRST', '2024-04-07');
    expect(look([retrial, extend('2024-09-20', 1)], '2024-10-09').clocks['LT-23']).toBe('2024-11-07 RUNNING');
    const later = open('RETRIAL_SECOND', '2024-11-15');
    expect(look([later], '2024-11-16').clocks).toEqual({ 'LT-28': '2025-02-17 RUNNING' });
  });

  it.each([
    [1, 'ok'],
    [3, 'ok'],
    [0, 'THE_EXTENSION_NAMES_ITS_MONTHS'],
    [-1, 'INPUT_NOT_VALID'],
    [1.5, 'THE_EXTENSION_NAMES_ITS_MONTHS'],
  ])('by %d months: %s', (months, expected) =>
    expect(code([first], extend('2024-09-20', months), 'HANDLER', '2024-09-20')).toBe(expected),
  );

  it('83, 84: a simplified trial has no extension; once ordinary it has', () => {
    const simple = open('FIRST', '2024-09-10', 'SIMPLIFIED');
    const ask = extend('2024-10-18', 3);
    expect(code([simple], ask, 'HANDLER', '2024-10-18')).toBe('A_SIMPLIFIED_TRIAL_IS_CONVERTED_NOT_EXTENDED');
    const converted = [simple, e('2024-10-15', { kind: 'CONVERT' })];
    expect(code(converted, ask, 'HANDLER', '2024-10-18')).toBe('ok');
    expect(look([...converted, ask], '2024-10-19').clocks['LT-23']).toBe('2025-06-10 RUNNING');
  });

  it('names the court that approved, and shows the move before it is entered', () => {
    const incomplete = e('2024-09-20', { kind: 'EXTEND_TRIAL', months: 3 } as never);
    expect(code([first], incomplete, 'HANDLER', '2024-09-20')).toBe('INPUT_MISSING');
    const seen = whatIf(
      { machine: LITIGATION, rows: () => LT_ROWS },
      [first],
      extend('2024-09-20', 3),
      'HANDLER',
      at('2024-09-20'),
    );
    expect(seen.ok && seen.value.clocks).toEqual([
      { code: 'LT-23', how: 'MOVED', dueBefore: '2024-10-08', dueAfter: '2025-01-07' },
    ]);
  });
});

describe('what the judgment orders (94, 96)', () => {
  it('is owed by its day, moved on from a day off, and met by performance', () => {
    const ordered = [
      e('2024-09-12', { kind: 'OPEN', instance: 'FIRST' }),
      e('2024-09-12', { kind: 'COPY_SERVED' }),
      e('2024-09-20', { kind: 'FILE_ANSWER' }),
      e('2024-12-02', { kind: 'DECIDE', form: 'JUDGMENT', outcome: 'PERFORM', performBy: d('2025-02-01') }),
    ];
    expect(look(ordered, '2024-12-20').clocks).not.toHaveProperty('LT-37');
    const served = [...ordered, e('2024-12-05', { kind: 'SERVE_DECISION' })];
    expect(look(served, '2024-12-22').clocks['LT-37']).toBe('2025-02-05 RUNNING'); // Spring Festival
    const { facts } = project(LITIGATION, served, at('2024-12-22'));
    const owed = clocksOf(LITIGATION, LT_ROWS, facts, at('2024-12-22')).find(c => c.code === 'LT-37')!.clock;
    const { zh, en } = explanationText(explain(owed, calendar));
    expect(zh).toHaveLength(3); // the ground, the holidays the day moved over, the due date
    expect([zh[0], zh[2]]).toEqual([
      '履行生效裁判:依据《行政诉讼法》(2017)第九十四条、《行政诉讼法》(2017)第九十六条,期限届满之日为裁判确定的最后履行日(2025-02-01)。',
      '届满日为2025-02-05。',
    ]);
    expect(zh[1]).toContain('2025-02-01(春节)');
    expect(en[0]).toContain('until the last day set by the judgment (2025-02-01).');
    expect(clockText(owed)).toEqual({
      zh: '履行生效裁判:裁判确定的最后履行日(2025-02-01),至2025-02-05。依据:《行政诉讼法》(2017)第九十四条、《行政诉讼法》(2017)第九十六条。',
      en: 'perform the judgment: until last day set by the judgment (2025-02-01), due 2025-02-05. Basis: Administrative Litigation Law (2017), art. 94; Administrative Litigation Law (2017), art. 96.',
    });
    const performing = [...served, e('2025-01-06', { kind: 'BEGIN_PERFORMANCE' })];
    expect(look(performing, '2025-02-06').clocks['LT-37']).toBe('2025-02-05 OVERDUE');
    const done = e('2025-02-05', { kind: 'PERFORMED' });
    expect(look([...performing, done], '2025-02-06').clocks['LT-37']).toBe('2025-02-05 MET');
  });
});
