import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import {
  directSuitLimit,
  inactionSuitLimit,
  litigationClock,
  LITIGATION,
  LT_03_CAP,
  LT_29,
  suitAfterReconsideration,
  type LtEvent,
} from '#law/litigation';
import { basisOn, clocksOf, project, take } from '#law/procedure';
import { LT_ROWS } from '#law/litigation';
import { at, calendar, code, e, look } from '#test/fixtures/law/litigation';

/** Spring Festival 2017: off from 01-27 to 02-02; Sunday 01-22 and Saturday 02-04 are working days. */
const notice = e('2017-01-13', { kind: 'OPEN', instance: 'FIRST', filedOn: d('2017-01-10') });
const copy = e('2017-01-13', { kind: 'COPY_SERVED' });
const answer = e('2017-02-03', { kind: 'FILE_ANSWER' });
const scheduled = e('2017-02-20', { kind: 'SCHEDULE_HEARING', hearingOn: d('2017-03-15') });
const held = e('2017-03-15', { kind: 'HOLD_HEARING', appearanceRecorded: true });
const judgment = e('2017-06-05', { kind: 'DECIDE', form: 'JUDGMENT', outcome: 'CLAIM_REJECTED' });
const served = e('2017-06-09', { kind: 'SERVE_DECISION' });
const toService = [notice, copy, answer, scheduled, held, judgment, served];
const dueOf = (ruling: ReturnType<typeof litigationClock>) =>
  ruling.ok ? ruling.value.due : ruling.refusal.code;
const basisOfRefusal = (events: LtEvent[], event: LtEvent) => {
  const ruling = take(LITIGATION, events, event, 'HANDLER', at(event.on));
  return ruling.ok ? 'ok' : `${ruling.refusal.basis[0].statute} ${ruling.refusal.basis[0].version}`;
};

const ended = (on: string) => e(on, { kind: 'END', how: 'TERMINATED' });
const opened = (day: string, copyOn: string) => [
  e(day, { kind: 'OPEN', instance: 'FIRST' }),
  e(copyOn, { kind: 'COPY_SERVED' }),
];

describe('a suit filed in January 2017 (行政诉讼法, text of 2014)', () => {
  it('has its clocks, under the law of its own day', () => {
    expect(look([notice, copy], '2017-01-14').clocks).toEqual({
      'LT-11': '2017-01-16 MET', // 01-15 is a Sunday
      'LT-12': '2017-02-03 RUNNING', // day 15 = 01-28, a holiday until 02-02
      'LT-13': '2017-02-03 RUNNING',
      'LT-15': '2017-01-23 RUNNING', // ten days from the notice, not fifteen from the copy
      'LT-23': '2017-07-10 RUNNING',
    });
    const { facts } = project(LITIGATION, [notice, copy], at('2017-01-14'));
    const cited = clocksOf(LITIGATION, LT_ROWS, facts, at('2017-01-14')).map(
      ({ clock: { spec } }) => `${spec.rule} ${spec.basis[0].statute} ${spec.basis[0].version}`,
    );
    expect(cited).toEqual([
      'LT-11 LITIGATION_LAW 2014',
      'LT-12 LITIGATION_LAW 2014',
      'LT-13 EVIDENCE_RULES 2002',
      'LT-15 LITIGATION_EXECUTION_INTERPRETATION 2000',
      'LT-23 LITIGATION_LAW 2014',
    ]);
  });

  it('is heard, decided and appealed', () => {
    expect(look(toService, '2017-06-26')).toMatchObject({
      state: 'DECIDED',
      rejected: [],
      clocks: { 'LT-16': '2017-02-08 FELL_AWAY', 'LT-26': '2017-06-26 RUNNING' }, // 06-24 is a Saturday
    });
    expect(look(toService, '2017-06-27').state).toBe('EFFECTIVE');
    expect(code(toService, e('2017-06-26', { kind: 'APPEAL' }), 'HEAD', '2017-06-26')).toBe('ok');
    expect(code(toService, e('2017-06-27', { kind: 'APPEAL' }), 'HEAD', '2017-06-27')).toBe(
      'APPEAL_WITHIN_ITS_LIMIT',
    );
  });

  it('has no clock where no text could be read: retrial, summons, end of a suspension', () => {
    expect(dueOf(litigationClock(LT_29, d('2018-02-07'), calendar))).toBe('NO_TEXT_GOVERNS_THE_DAY');
    expect(dueOf(litigationClock(LT_29, d('2018-02-08'), calendar))).toBe('2018-08-08');
    expect(look(toService, '2017-07-01').clocks).not.toHaveProperty('LT-29');
    expect(look(toService, '2017-02-21').clocks).not.toHaveProperty('LT-17');
    const stopped = [notice, copy, answer, e('2017-02-10', { kind: 'SUSPEND', ground: 'PLAINTIFF_DIED' })];
    expect(look(stopped, '2017-12-01')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'LT-23': 'stopped STOPPED' },
    });
    expect(look(stopped, '2017-12-01').clocks).not.toHaveProperty('LT-35');
    // what the court then did is recorded, and asking late for a retrial is not held against anybody
    expect(code(stopped, ended('2017-02-20'), 'HANDLER', '2017-02-20')).toBe('ok');
    expect(code(toService, e('2018-01-30', { kind: 'APPLY_RETRIAL' }), 'HEAD', '2018-01-30')).toBe('ok');
  });

  it('counts ninety days under the reading of 2018 once it is in force', () => {
    const late = [notice, copy, answer, e('2017-12-01', { kind: 'SUSPEND', ground: 'PLAINTIFF_DIED' })];
    expect(code(late, ended('2018-02-28'), 'HANDLER', '2018-02-28')).toBe(
      'NINETY_DAYS_OF_SUSPENSION_HAVE_PASSED',
    );
    expect(code(late, ended('2018-03-02'), 'HANDLER', '2018-03-02')).toBe('ok');
  });

  it.each([
    [15, '2017-02-03', 'ok'],
    [15, '2017-02-04', 'EVIDENCE_WITHIN_ITS_PERIOD'],
    [10, '2017-01-23', 'ok'],
    [10, '2017-01-24', 'LATE_EVIDENCE_IS_ASKED_FOR_WITHIN_FIFTEEN_DAYS'],
  ] as const)('证据规定 1(2) with a setting of %d days, asked on %s: %s', (days, on, expected) => {
    const ask = e(on, { kind: 'REQUEST_EXTENSION', written: true });
    const ruling = take(
      LITIGATION,
      [notice, copy],
      ask,
      'HANDLER',
      at(on, { evidenceLeaveDaysBefore2018: days }),
    );
    expect(ruling.ok ? 'ok' : ruling.refusal.code).toBe(expected);
  });

  it.each([
    [15, '2017-02-24', 'EVIDENCE_EXTENDED'],
    [15, '2017-02-25', 'AWAITING_HEARING'],
    [10, '2017-02-20', 'EVIDENCE_EXTENDED'], // 02-19 is a Sunday
    [10, '2017-02-21', 'AWAITING_HEARING'],
  ] as const)('evidence after leave, %d days from 2017-02-09: on %s %s', (days, today, state) => {
    const granted = [
      notice,
      copy,
      e('2017-01-18', { kind: 'REQUEST_EXTENSION', written: true }),
      e('2017-01-20', { kind: 'GRANT_EXTENSION', causeEndedOn: d('2017-02-09') }),
    ];
    expect(look(granted, today, { evidenceLeaveDaysBefore2018: days }).state).toBe(state);
    expect(look(granted, today, { evidenceLeaveDaysBefore2018: days }).clocks['LT-14']).toMatch(
      days === 15 ? /^2017-02-24/ : /^2017-02-20/,
    );
  });
});

describe('the day a text changes', () => {
  it.each(['2015-05-01', '2017-06-30', '2017-07-01', '2018-02-07', '2018-02-08'])(
    'every step of a suit has an article on %s',
    day => {
      const without = LITIGATION.steps.filter(step => basisOn(step.bases, d(day)) === null).map(s => s.kind);
      expect(without).toEqual([]);
    },
  );

  it.each([
    ['2015-04-30', 'NO_TEXT_GOVERNS_THE_DAY'],
    ['2015-05-01', 'ok'],
  ])('a suit opened on %s: %s (the law of 1989 is not encoded)', (on, expected) =>
    expect(code([], e(on, { kind: 'OPEN', instance: 'FIRST' }), 'HANDLER', on)).toBe(expected),
  );

  it.each([
    ['2017-02-01', 'EVIDENCE_RULES 2002'],
    ['2024-09-24', 'LITIGATION_INTERPRETATION 2018'],
  ])('a refusal of %s cites the text of its day: %s', (on, text) => {
    const spoken = e(on, { kind: 'REQUEST_EXTENSION', written: false });
    expect(basisOfRefusal(opened(on, on), spoken)).toBe(text);
  });

  it.each([
    ['2018-02-07', 'MEDIATION', 'THE_TEXT_OF_THE_DAY_EXCLUDES_THIS_TIME'],
    ['2018-02-08', 'MEDIATION', 'ok'],
    ['2018-02-07', 'JOINED_CIVIL_DISPUTE', 'THE_TEXT_OF_THE_DAY_EXCLUDES_THIS_TIME'],
    ['2018-02-07', 'ANNOUNCEMENT', 'ok'],
    ['2018-02-07', 'APPRAISAL', 'ok'],
    ['2018-02-07', 'JURISDICTION', 'ok'],
  ] as const)('审限规定 9, 行诉解释 50: on %s time of %s: %s', (on, ground, expected) => {
    const events = [notice, copy, answer];
    const excluded = e(on, { kind: 'EXCLUDE_TIME', ground, until: d('2018-03-01') });
    expect(code(events, excluded, 'HANDLER', on)).toBe(expected);
  });

  it('an objection to jurisdiction of 2018-02-08 counts from the copy again', () => {
    expect(look(opened('2018-02-07', '2018-02-12'), '2018-02-12').clocks['LT-15']).toBe('2018-02-22 RUNNING');
    expect(look(opened('2018-02-08', '2018-02-12'), '2018-02-12').clocks['LT-15']).toBe('2018-02-27 RUNNING');
  });
});

describe('limits of suing before 2018', () => {
  it.each([
    ['2015-04-30', 'NO_TEXT_GOVERNS_THE_DAY'],
    ['2015-05-01', '2015-11-02'], // 11-01 is a Sunday
    ['2016-08-31', '2017-02-28'],
  ])('46(1): known on %s, sue by %s', (knewOn, due) =>
    expect(dueOf(directSuitLimit({ knewOn: d(knewOn) }, calendar))).toBe(due),
  );

  it.each([
    ['2017-06-01', '2017-12-01', 'LT-03'],
    ['2017-11-30', '2018-03-01', 'LT-03-CAP'], // two years from the content
  ])('若干解释 41: content 2016-03-01, limit known %s: %s', (limitKnownOn, due, rule) => {
    const ruling = directSuitLimit({ knewOn: d('2016-03-01'), limitKnownOn: d(limitKnownOn) }, calendar);
    expect(ruling.ok && [ruling.value.due, ruling.value.spec.rule]).toEqual([due, rule]);
  });

  it('the cap is two years up to 2018-02-07 and one from the day after', () => {
    expect(dueOf(litigationClock(LT_03_CAP, d('2018-02-07'), calendar))).toBe('2020-02-07');
    expect(dueOf(litigationClock(LT_03_CAP, d('2018-02-08'), calendar))).toBe('2019-02-11'); // Spring Festival
  });

  it('45, 47: after reconsideration, and against inaction', () => {
    expect(dueOf(suitAfterReconsideration(d('2017-01-16'), calendar))).toBe('2017-02-03');
    expect(dueOf(inactionSuitLimit({ requestReceivedOn: d('2016-11-10') }, calendar))).toBe('2017-07-10');
  });
});
