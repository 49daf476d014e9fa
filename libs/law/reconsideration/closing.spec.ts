import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { at, code, e, inReview } from '#test/fixtures/law/reconsideration';

const close = (on: string) => e(on, { kind: 'CLOSE' });
const closed = (events: RcEvent[], on: string) => code(events, close(on), 'HANDLER', on);
const refusalOf = (events: RcEvent[], event: RcEvent) => {
  const ruling = take(RECONSIDERATION, events, event, 'HANDLER', at(event.on));
  return ruling.ok ? null : ruling.refusal;
};
/** Served on 2024-07-29: a suit until 2024-08-13. */
const decided = (more: object): RcEvent[] => [
  ...inReview,
  e('2024-07-20', { kind: 'SUBMIT' }),
  e('2024-07-25', { kind: 'DECIDE', ...more } as never),
  e('2024-07-29', { kind: 'SERVE' }),
];
const upheld = decided({ outcome: 'UPHOLD' });
const sued = (on: string) => e(on, { kind: 'SUED' });

describe('78: the file is not put away while a suit may come', () => {
  it.each([
    ['2024-07-30', 'SUIT_LIMIT_IS_OVER_OR_USED'],
    ['2024-08-13', 'SUIT_LIMIT_IS_OVER_OR_USED'], // the last day
    ['2024-08-14', 'ok'],
  ])('served on 2024-07-29, closed on %s: %s', (on, expected) => expect(closed(upheld, on)).toBe(expected));

  it('tells until when', () =>
    expect(refusalOf(upheld, close('2024-07-30'))).toMatchObject({
      message: { zh: '起诉期限尚未届满,至2024-08-13' },
      missing: ['RC-35'],
      basis: [{ version: '2023', article: 78 }],
    }));

  it('entered later it is measured by its own day', () =>
    expect(code(upheld, close('2024-07-30'), 'HANDLER', '2024-09-01')).toBe('SUIT_LIMIT_IS_OVER_OR_USED'));

  it('a suit on record is what was waited for', () =>
    expect(closed([...upheld, sued('2024-08-01')], '2024-08-02')).toBe('ok'));

  it('a dismissal may be sued over too; what was mediated or terminated may not', () => {
    const dismissed = [
      ...inReview,
      e('2024-07-01', { kind: 'DISMISS', ground: 'NO_INTEREST' }),
      e('2024-07-02', { kind: 'SERVE' }),
    ];
    expect([closed(dismissed, '2024-07-17'), closed(dismissed, '2024-07-18')]).toEqual([
      'SUIT_LIMIT_IS_OVER_OR_USED',
      'ok',
    ]);
    const ended = [...inReview, e('2024-07-01', { kind: 'TERMINATE', ground: 'CRIMINAL_COERCION' })];
    expect(closed(ended, '2024-07-02')).toBe('ok');
  });
});

/** Received in the spring of a year, decided, and served on a day. */
const servedThen = (year: string, on: string): RcEvent[] => [
  e(`${year}-03-02`, { kind: 'RECEIVE' }),
  e(`${year}-03-03`, { kind: 'ACCEPT', procedure: 'ORDINARY' }),
  e(`${year}-03-04`, { kind: 'COPY_SERVED' }),
  e(`${year}-03-09`, { kind: 'REPLY' }),
  e(`${year}-04-20`, { kind: 'SUBMIT' }),
  e(`${year}-04-21`, { kind: 'DECIDE', outcome: 'UPHOLD' }),
  e(on, { kind: 'SERVE' }),
];

describe('45 of 行政诉讼法: fifteen days under the text of 2014, too, from its first day on', () => {
  it.each([
    ['2016-04-21', '2016-05-06', '2016-05-07'],
    // fifteen days end on Saturday 05-16
    ['2015-05-01', '2015-05-18', '2015-05-19'],
    ['2017-06-30', '2017-07-17', '2017-07-18'],
    ['2017-07-03', '2017-07-18', '2017-07-19'],
  ])('served on %s: last day %s', (on, due, after) => {
    const events = servedThen(on.slice(0, 4), on);
    expect(refusalOf(events, close(due))).toMatchObject({
      code: 'SUIT_LIMIT_IS_OVER_OR_USED',
      message: { zh: `起诉期限尚未届满,至${due}` },
      basis: [{ version: '2009', article: 33 }],
    });
    expect(closed(events, after)).toBe('ok');
  });

  it('the text of 1989 is not encoded: nothing is counted, and nothing stands in the way', () =>
    expect(closed(servedThen('2015', '2015-04-30'), '2015-05-01')).toBe('ok'));
});

const done = (kind: 'REMAKE' | 'PERFORMED', on = '2024-08-20') => e(on, { kind });

describe('77(1): nor while something ordered is not done', () => {
  const remake = decided({ outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 30 });
  const perform = decided({ outcome: 'ORDER_PERFORM', performWithinDays: 30 });
  const untimed = decided({ outcome: 'ORDER_PERFORM' });
  const mediated = [...inReview, e('2024-07-10', { kind: 'MEDIATE', signedByAll: true, sealed: true })];
  const order = e('2024-08-29', { kind: 'ORDER_PERFORMANCE', until: d('2024-09-13') });
  it.each([
    ['a new act, its time running', remake, '2024-08-20', 'WHAT_WAS_ORDERED_IS_DONE'],
    ['a new act, overdue', remake, '2024-12-01', 'WHAT_WAS_ORDERED_IS_DONE'],
    ['re-made', [...remake, done('REMAKE')], '2024-08-21', 'ok'],
    ['a duty, its time running', perform, '2024-08-20', 'WHAT_WAS_ORDERED_IS_DONE'],
    ['performed', [...perform, done('PERFORMED')], '2024-08-21', 'ok'],
    [
      'performed, the limit of suit still running',
      [...perform, done('PERFORMED', '2024-08-01')],
      '2024-08-02',
      'SUIT_LIMIT_IS_OVER_OR_USED',
    ],
    ['a duty without a time', untimed, '2024-12-01', 'WHAT_WAS_ORDERED_IS_DONE'],
    ['performed without a time', [...untimed, done('PERFORMED')], '2024-12-01', 'ok'],
    ['ordered, and not done', [...perform, order], '2024-09-20', 'WHAT_WAS_ORDERED_IS_DONE'],
    ['ordered, then done', [...perform, order, done('PERFORMED', '2024-09-10')], '2024-09-20', 'ok'],
    [
      'ordered, done before but heard of later',
      [...perform, order, done('PERFORMED', '2024-08-28')],
      '2024-09-20',
      'ok',
    ],
    ['before the court: its judgment settles it', [...remake, sued('2024-08-05')], '2024-08-20', 'ok'],
    ['a mediation document', mediated, '2024-07-11', 'WHAT_WAS_ORDERED_IS_DONE'],
    ['a mediation document, performed', [...mediated, done('PERFORMED', '2024-07-20')], '2024-07-21', 'ok'],
    [
      'a mediation document, before the court for enforcement (78(3))',
      [...mediated, e('2024-07-20', { kind: 'APPLY_ENFORCEMENT' })],
      '2024-07-21',
      'ok',
    ],
    [
      'a report still owed does not hold the file',
      [...upheld, e('2024-08-01', { kind: 'OPINION_LETTER' })],
      '2024-08-20',
      'ok',
    ],
  ] as [string, RcEvent[], string, string][])('%s: %#', (_, events, on, expected) =>
    expect(closed(events, on)).toBe(expected),
  );

  it('names each with its day', () => {
    const both = decided({ outcome: 'REVOKE', remakeOrdered: true, compensation: 'COMPENSATION_GRANTED' });
    expect(refusalOf(both, close('2024-08-20'))).toMatchObject({
      message: { zh: '尚未履行:重新作出行政行为(至2024-09-27)、履行复议决定(未定期限)' },
      missing: ['REMAKE', 'PERFORM'],
      basis: [{ version: '2023', article: 77, paragraph: 1 }],
      who: ['HANDLER', 'RESPONDENT'],
    });
  });
});

const enforce = (on: string) => e(on, { kind: 'APPLY_ENFORCEMENT' });

describe('78, 强制法 53: enforcement is asked for when the limit of suit has run out unused', () => {
  it.each([
    ['2024-08-13', 'ENFORCEMENT_AFTER_THE_SUIT_LIMIT'],
    ['2024-08-14', 'ok'],
    ['2024-11-14', 'ok'], // after the three months it is the court that may refuse (行诉解释 156)
  ])('a suit until 2024-08-13, applied for on %s: %s', (on, expected) =>
    expect(code(upheld, enforce(on), 'HANDLER', on)).toBe(expected),
  );
  it('tells until when', () =>
    expect(refusalOf(upheld, enforce('2024-08-01'))).toMatchObject({
      message: { zh: '起诉期限尚未届满,至2024-08-13' },
      basis: [{ article: 78 }, { statute: 'COMPULSION_LAW', article: 53 }],
    }));
  it('what was sued over is enforced by the judgment', () => {
    const events = [...upheld, sued('2024-08-01')];
    expect(code(events, enforce('2024-09-01'), 'HANDLER', '2024-09-01')).toBe(
      'ENFORCEMENT_AFTER_THE_SUIT_LIMIT',
    );
  });
  it('a mediation document has no limit of suit', () => {
    const mediated = [...inReview, e('2024-07-10', { kind: 'MEDIATE', signedByAll: true, sealed: true })];
    expect(code(mediated, enforce('2024-07-11'), 'HANDLER', '2024-07-11')).toBe('ok');
  });
});
