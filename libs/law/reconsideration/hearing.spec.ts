import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { availableActions, take, takeBack } from '#law/procedure';
import { missingBeforeDecision, RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { at, code, e, inReview, look } from '#test/fixtures/law/reconsideration';

const set = (on: string, hearingOn: string) => e(on, { kind: 'SCHEDULE_HEARING', hearingOn: d(hearingOn) });
const notice = (on: string) => e(on, { kind: 'NOTIFY_HEARING' });
const hold = (on: string) => e(on, { kind: 'HOLD_HEARING', hearingOfficers: 2 });
/** What the law says to the last of these, the others being on record. */
const answer = (...more: RcEvent[]) => {
  const event = more.at(-1)!;
  return code([...inReview, ...more.slice(0, -1)], event, 'HANDLER', event.on);
};
const hearingClock = (today: string, ...more: RcEvent[]) =>
  look([...inReview, ...more], today).clocks['RC-16'];

describe('50, 51: a hearing is set for a day to come', () => {
  it.each([
    ['2024-06-30', 'HEARING_IS_NOT_SET_FOR_A_DAY_PAST'],
    ['2024-07-01', 'ok'], // too late for the notice, which says so itself
    ['2024-07-02', 'ok'],
  ])('set on 2024-07-01 for %s: %s', (hearingOn, expected) =>
    expect(answer(set('2024-07-01', hearingOn))).toBe(expected),
  );

  it('entered late, it is measured by the day on which it was set', () =>
    expect(code(inReview, set('2024-07-01', '2024-07-10'), 'HANDLER', '2024-07-20')).toBe('ok'));

  it.each([
    ['another day on the same day', [set('2024-07-01', '2024-07-20')], '2024-07-01'],
    ['after the notice of that day', [set('2024-06-25', '2024-07-20'), notice('2024-07-01')], '2024-07-01'],
  ])('which came first could not be told: %s', (_, before, on) => {
    expect(answer(...before, set(on, '2024-07-10'))).toBe('HEARING_IS_SET_ONCE_A_DAY');
    expect(answer(...before, set('2024-07-02', '2024-07-10'))).toBe('ok');
  });

  it('the choice of the office is cited as such', () => {
    const ruling = take(
      RECONSIDERATION,
      [...inReview, set('2024-07-01', '2024-07-20')],
      set('2024-07-01', '2024-07-10'),
      'HANDLER',
      at('2024-07-01'),
    );
    expect(ruling.ok ? null : ruling.refusal.basis).toMatchObject([
      { statute: 'OFFICE_SETTINGS' },
      { article: 51 },
    ]);
  });
});

/** Whether the check list before a decision holds the notice for given. */
const noticeAsked = (...more: RcEvent[]) => {
  const major = e('2024-06-25', { kind: 'CLASSIFY', major: true });
  const { facts } = look([...inReview, major, ...more], '2024-07-20');
  return missingBeforeDecision(facts, at('2024-07-20')).find(c => c.code === 'HEARING_NEEDS_NOTICE')
    ?.satisfied;
};

const back = (from: RcEvent[], { id }: RcEvent) => {
  const ruling = takeBack(RECONSIDERATION, from, id, 'HANDLER', at('2024-07-05'));
  return ruling.ok ? 'ok' : `${ruling.refusal.code} ${ruling.refusal.missing?.join()}`;
};

describe('51(1): five working days before every hearing', () => {
  const first = set('2024-07-01', '2024-07-10');
  it.each([
    ['no day is set', [], 'HEARING_DAY_IS_SET'],
    ['a day is set', [first], 'ok'],
  ])('a notice tells the time: %s: %s', (_, before, expected) =>
    expect(answer(...before, notice('2024-07-02'))).toBe(expected),
  );

  // five working days before 2024-07-10 is 07-03, before 07-08 it is 07-01, before 07-17 it is 07-10
  it.each([
    ['set, notified, held', [first, notice('2024-07-03')], '2024-07-10', 'ok'],
    ['notified before a day was set', [notice('2024-06-28'), first], '2024-07-10', 'HEARING_NEEDS_NOTICE'],
    [
      'moved to an earlier day after the notice',
      [first, notice('2024-07-01'), set('2024-07-02', '2024-07-08')],
      '2024-07-08',
      'HEARING_NEEDS_NOTICE',
    ],
    [
      'put off after the notice',
      [first, notice('2024-07-01'), set('2024-07-08', '2024-07-17')],
      '2024-07-17',
      'HEARING_NEEDS_NOTICE',
    ],
    [
      'put off and notified anew',
      [first, notice('2024-07-01'), set('2024-07-08', '2024-07-17'), notice('2024-07-10')],
      '2024-07-17',
      'ok',
    ],
    [
      'put off and notified anew, a day too late',
      [first, notice('2024-07-01'), set('2024-07-08', '2024-07-17'), notice('2024-07-11')],
      '2024-07-17',
      'HEARING_NEEDS_NOTICE',
    ],
    [
      'the same day set again, in another room',
      [first, notice('2024-07-01'), set('2024-07-05', '2024-07-10')],
      '2024-07-10',
      'ok',
    ],
    [
      'moved away and back: the parties were told of neither in the end',
      [first, notice('2024-07-01'), set('2024-07-02', '2024-07-12'), set('2024-07-03', '2024-07-10')],
      '2024-07-10',
      'HEARING_NEEDS_NOTICE',
    ],
  ] as [string, RcEvent[], string, string][])('%s: held on its day: %#', (_, before, on, expected) =>
    expect(answer(...before, hold(on))).toBe(expected),
  );

  it.each([
    ['2024-07-09', 'HEARING_IS_HELD_ON_THE_DAY_SET'],
    ['2024-07-10', 'ok'],
    ['2024-07-11', 'HEARING_IS_HELD_ON_THE_DAY_SET'],
  ])('set for 2024-07-10, held on %s: %s', (on, expected) =>
    expect(answer(first, notice('2024-07-01'), hold(on))).toBe(expected),
  );

  it('the refusal names the day and the way to another', () => {
    const events = [...inReview, first, notice('2024-07-01')];
    const ruling = take(RECONSIDERATION, events, hold('2024-07-11'), 'HANDLER', at('2024-07-11'));
    const refusal = ruling.ok ? null : ruling.refusal;
    expect(refusal).toMatchObject({
      message: { zh: '听证定于2024-07-10举行' },
      missing: ['2024-07-10'],
      who: ['HANDLER'],
    });
    expect(refusal?.remedy.zh).toContain('重新通知');
  });

  it('holding it is offered from its day on, and may be entered later', () => {
    const events = [...inReview, first, notice('2024-07-01')];
    const offered = (today: string) =>
      availableActions(RECONSIDERATION, events, 'HANDLER', at(today)).find(a => a.kind === 'HOLD_HEARING')!
        .ruling.ok;
    expect([offered('2024-07-09'), offered('2024-07-10'), offered('2024-07-12')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(code(events, hold('2024-07-10'), 'HANDLER', '2024-07-12')).toBe('ok');
  });

  it('the clock of the notice looks at the notice of the day now set', () => {
    const told = [first, notice('2024-07-01')];
    expect(hearingClock('2024-07-02', ...told)).toBe('2024-07-03 MET');
    const moved = [...told, set('2024-07-04', '2024-07-17')];
    expect(hearingClock('2024-07-05', ...moved)).toBe('2024-07-10 RUNNING');
    expect(hearingClock('2024-07-11', ...moved)).toBe('2024-07-10 OVERDUE');
    expect(hearingClock('2024-07-11', ...moved, notice('2024-07-09'))).toBe('2024-07-10 MET');
    expect(hearingClock('2024-07-02', notice('2024-06-28'), first)).toBe('2024-07-03 RUNNING');
  });

  it('the check list asks for the notice of the day now set, until a hearing was held', () => {
    const told = [first, notice('2024-07-01')];
    expect(noticeAsked(...told)).toBe(true);
    expect(noticeAsked(...told, set('2024-07-04', '2024-07-30'))).toBe(false);
    expect(noticeAsked(...told, hold('2024-07-10'), set('2024-07-12', '2024-07-30'))).toBe(true);
  });

  it('a day entered late does not turn the notice of another into its own', () => {
    const events = [...inReview, first, notice('2024-07-03')];
    const late = (hearingOn: string) => code(events, set('2024-07-02', hearingOn), 'HANDLER', '2024-07-05');
    expect(late('2024-07-12')).toBe('LATER_EVENTS_STAND_IN_THE_WAY');
    expect(late('2024-07-10')).toBe('ok'); // the same day, in another room
    expect(code([...inReview, notice('2024-07-03')], first, 'HANDLER', '2024-07-05')).toBe('ok');
    const held = [...events, hold('2024-07-10')];
    expect(code(held, set('2024-07-05', '2024-07-12'), 'HANDLER', '2024-07-12')).toBe(
      'LATER_EVENTS_STAND_IN_THE_WAY',
    );
  });

  it('the day is taken back after its notice, not before', () => {
    const given = notice('2024-07-03');
    const events = [...inReview, first, given];
    expect(back(events, first)).toBe('LATER_STEPS_REST_ON_IT NOTIFY_HEARING');
    expect(back(events, given)).toBe('ok');
    expect(back([...inReview, first], first)).toBe('ok');
  });

  it('条例 33: before 2024 a hearing had neither a period nor a day it was bound to', () => {
    const old = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    expect(code([...old, set('2017-03-06', '2017-03-10')], hold('2017-03-13'), 'HANDLER', '2017-03-13')).toBe(
      'ok',
    );
    expect(code(old, hold('2017-03-13'), 'HANDLER', '2017-03-13')).toBe('ok');
    expect(code(old, set('2017-03-06', '2017-03-03'), 'HANDLER', '2017-03-06')).toBe(
      'HEARING_IS_NOT_SET_FOR_A_DAY_PAST',
    );
  });
});
