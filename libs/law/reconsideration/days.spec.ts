import { describe, expect, it } from 'vitest';
import { addDays, calendarDate as d } from '#law/calendar';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcRole } from '#law/reconsideration';
import { at, code, e, inReview, received, type WithoutBase } from '#test/fixtures/law/reconsideration';

const begun = (ownPower: boolean) => e('2024-06-25', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower });

describe('88(1): a letter is received when it was sent, or later, and not tomorrow', () => {
  const LETTERS: [string, RcEvent[], WithoutBase<RcEvent>, 'servedOn' | 'receivedOn', string][] = [
    ['the correction notice', [received], { kind: 'NOTICE_CORRECTION' }, 'servedOn', '2024-06-05'],
    ['the notice to a maker', [...inReview, begun(true)], { kind: 'NOTIFY_MAKER' }, 'servedOn', '2024-07-01'],
    [
      'a document handed on',
      [...inReview, begun(false)],
      { kind: 'TRANSFER_NORMATIVE' },
      'receivedOn',
      '2024-07-01',
    ],
    ['an opinion letter', inReview, { kind: 'OPINION_LETTER' }, 'servedOn', '2024-07-01'],
  ];
  it.each(LETTERS)('%s', (_, events, letter, name, on) => {
    const [before, after] = [addDays(d(on), -1), addDays(d(on), 1)];
    const arrived = (day: string, today: string) =>
      code(events, e(on, { ...letter, [name]: d(day) } as never), 'HANDLER', today);
    expect(arrived(before, on)).toBe('RECEIVED_NO_EARLIER_THAN_SENT');
    expect(arrived(on, on)).toBe('ok');
    expect(arrived(after, on)).toBe('DAY_LIES_IN_THE_FUTURE');
    // entered when the receipt is back
    expect(arrived(after, after)).toBe('ok');
  });

  it('the refusal names the day ahead', () => {
    const event = e('2024-07-01', { kind: 'OPINION_LETTER', servedOn: d('2024-07-03') });
    const ruling = take(RECONSIDERATION, inReview, event, 'HANDLER', at('2024-07-02'));
    expect(ruling.ok ? null : ruling.refusal.message.zh).toBe('2024-07-03晚于今天(2024-07-02)');
  });
});

const pending = [...inReview, e('2024-07-20', { kind: 'SUBMIT' })];
const old = [e('2017-03-01', { kind: 'RECEIVE' })];
const accept = (decisionDaysByLaw: number) =>
  e('2024-06-05', { kind: 'ACCEPT', procedure: 'ORDINARY', decisionDaysByLaw });
const decide = (more: object) => e('2024-07-25', { kind: 'DECIDE', outcome: 'REVOKE', ...more } as never);
const exclude = (until: string) =>
  e('2024-07-01', { kind: 'EXCLUDE_TIME', ground: 'APPRAISAL', until: d(until) });
const corrections = (until: string, servedOn?: string) =>
  e('2017-03-03', {
    kind: 'NOTICE_CORRECTION',
    until: d(until),
    ...(servedOn ? { servedOn: d(servedOn) } : {}),
  });
const longer = (until: string) => e('2017-03-10', { kind: 'EXTEND_CORRECTION', until: d(until) });
const noTimeSet = [...old, e('2017-03-03', { kind: 'NOTICE_CORRECTION' })];

describe('times that are none', () => {
  it.each([
    ['62(1): by law in −1 days', [received], accept(-1), 'INPUT_NOT_VALID'],
    ['62(1): by law in 0 days', [received], accept(0), 'PERIOD_BY_LAW_IS_SHORTER_THAN_SIXTY_DAYS'],
    ['62(1): by law in 1 day', [received], accept(1), 'ok'],
    ['62(1): by law in 30.5 days', [received], accept(30.5), 'PERIOD_BY_LAW_IS_SHORTER_THAN_SIXTY_DAYS'],
    ['62(1): 少于六十日: 59', [received], accept(59), 'ok'],
    ['62(1): 少于六十日: 60', [received], accept(60), 'PERIOD_BY_LAW_IS_SHORTER_THAN_SIXTY_DAYS'],
    ['62(1): 少于六十日: 61', [received], accept(61), 'PERIOD_BY_LAW_IS_SHORTER_THAN_SIXTY_DAYS'],
    [
      '64(1): re-made in 0 days',
      pending,
      decide({ remakeOrdered: true, remakeWithinDays: 0 }),
      'TIME_SET_IS_A_DAY_OR_MORE',
    ],
    ['64(1): re-made in 1 day', pending, decide({ remakeOrdered: true, remakeWithinDays: 1 }), 'ok'],
    ['66: performed in 0 days', pending, decide({ performWithinDays: 0 }), 'TIME_SET_IS_A_DAY_OR_MORE'],
    ['66: performed in 1 day', pending, decide({ performWithinDays: 1 }), 'ok'],
    ['66: without a time', pending, decide({ performWithinDays: null }), 'ok'],
    [
      '条例 37: excluded until the day before',
      inReview,
      exclude('2024-06-30'),
      'EXCLUDED_TIME_ENDS_NO_EARLIER_THAN_IT_BEGINS',
    ],
    ['条例 37: excluded for part of a day', inReview, exclude('2024-07-01'), 'ok'],
    ['条例 37: excluded until the day after, known ahead', inReview, exclude('2024-07-02'), 'ok'],
    [
      '条例 29: corrections by the day of the notice',
      old,
      corrections('2017-03-03'),
      'CORRECTIONS_ARE_GIVEN_TIME',
    ],
    ['条例 29: corrections by the day after', old, corrections('2017-03-04'), 'ok'],
    [
      '条例 29: corrections by the day of its receipt',
      old,
      corrections('2017-03-06', '2017-03-06'),
      'CORRECTIONS_ARE_GIVEN_TIME',
    ],
    [
      '条例 29: lengthened to a day past',
      noTimeSet,
      longer('2017-03-10'),
      'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS',
    ],
    ['条例 29: lengthened to a day to come', noTimeSet, longer('2017-03-11'), 'ok'],
  ] as [string, RcEvent[], RcEvent, string][])('%s: %#', (_, events, event, expected) => {
    const role: RcRole = event.kind === 'DECIDE' ? 'ORGAN_HEAD' : 'HANDLER';
    expect(code(events, event, role, event.on > '2024' ? event.on : '2017-03-10')).toBe(expected);
  });

  it('tells which of two times is none', () => {
    const event = decide({ remakeOrdered: true, remakeWithinDays: 15, performWithinDays: 0 });
    const ruling = take(RECONSIDERATION, pending, event, 'ORGAN_HEAD', at('2024-07-25'));
    expect(ruling.ok ? null : ruling.refusal.missing).toEqual(['performWithinDays']);
  });
});
