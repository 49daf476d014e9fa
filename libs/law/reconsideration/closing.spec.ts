import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { at, code, e, inReview, look } from '#test/fixtures/law/reconsideration';

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
const changed = decided({ outcome: 'CHANGE' });
const mediated = [...inReview, e('2024-07-10', { kind: 'MEDIATE', signedByAll: true, sealed: true })];
const sued = (on: string) => e(on, { kind: 'SUED' });
/** Exhorted the day after the decision was served, unless said otherwise. */
const enforce = (on: string, exhortedOn = '2024-07-30', more: object = {}) =>
  e(on, {
    kind: 'APPLY_ENFORCEMENT',
    against: 'APPLICANT',
    court: '某县人民法院',
    exhortationServedOn: d(exhortedOn),
    ...more,
  });

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
      [...mediated, enforce('2024-07-30', '2024-07-11')],
      '2024-07-31',
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

describe('78, 强制法 53: enforcement is asked for when the limit of suit has run out unused', () => {
  it.each([
    ['2024-08-13', 'ENFORCEMENT_AFTER_THE_SUIT_LIMIT'],
    ['2024-08-14', 'ok'],
    ['2024-11-14', 'ok'], // after the three months it is the court that may refuse (行诉解释 156)
  ])('a suit until 2024-08-13, applied for on %s: %s', (on, expected) =>
    expect(code(changed, enforce(on), 'HANDLER', on)).toBe(expected),
  );
  it('tells until when', () =>
    expect(refusalOf(changed, enforce('2024-08-01'))).toMatchObject({
      message: { zh: '起诉期限尚未届满,至2024-08-13' },
      basis: [{ article: 78 }, { statute: 'COMPULSION_LAW', article: 53 }],
    }));
  it('what was sued over is enforced by the judgment', () => {
    const events = [...changed, sued('2024-08-01')];
    expect(code(events, enforce('2024-09-01'), 'HANDLER', '2024-09-01')).toBe(
      'ENFORCEMENT_AFTER_THE_SUIT_LIMIT',
    );
  });
  it('a mediation document has no limit of suit', () => {
    expect(code(mediated, enforce('2024-07-30', '2024-07-11'), 'HANDLER', '2024-07-30')).toBe('ok');
  });
});

const onTheFirstDay = (events: RcEvent[]) => code(events, enforce('2024-08-14'), 'HANDLER', '2024-08-14');
const threeMonthsRun = (outcome: string) => 'RC-39' in look(decided({ outcome }), '2024-08-14').clocks;

describe('78: who has it enforced', () => {
  it.each([
    ['UPHOLD', 'UPHELD_IS_ENFORCED_BY_THE_ACTING_ORGAN'],
    ['CHANGE', 'ok'],
    ['MIXED', 'ok'], // the changed part
    ['DISMISS_CLAIM', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
    ['REVOKE', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
    ['REVOKE_IN_PART', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
    ['CONFIRM_ILLEGAL', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
    ['CONFIRM_INVALID', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
    ['ORDER_PERFORM', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
    ['AGREEMENT_LIABILITY', 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE'],
  ])('%s: %s', (outcome, expected) => expect(onTheFirstDay(decided({ outcome }))).toBe(expected));

  it('(1) tells that it is the organ that acted', () =>
    expect(refusalOf(upheld, enforce('2024-08-14'))).toMatchObject({
      basis: [{ version: '2023', article: 78, item: 1 }],
      remedy: { zh: '由作出行政行为的行政机关(被申请人)依法强制执行,或者申请人民法院强制执行' },
      who: ['RESPONDENT'],
    }));

  it('a dismissal of the application (33) is not named there', () => {
    const dismissed = [
      ...inReview,
      e('2024-07-01', { kind: 'DISMISS', ground: 'NO_INTEREST' }),
      e('2024-07-02', { kind: 'SERVE' }),
    ];
    expect(refusalOf(dismissed, enforce('2024-08-14'))).toMatchObject({
      code: 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE',
      basis: [{ article: 78 }],
      remedy: { zh: expect.stringContaining('由作出该行为的行政机关依法处理') as string },
    });
  });

  it('the three months run where the organ may apply, and nowhere else', () => {
    expect(['CHANGE', 'MIXED', 'UPHOLD', 'REVOKE', 'ORDER_PERFORM'].map(threeMonthsRun)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('33 of the older texts speaks of decisions alone, not of what was mediated', () => {
    const old = [
      e('2023-11-01', { kind: 'RECEIVE' }),
      e('2023-11-03', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      e('2023-11-06', { kind: 'COPY_SERVED' }),
      e('2023-11-13', { kind: 'REPLY' }),
      e('2023-11-20', { kind: 'MEDIATE', signedByAll: true, sealed: true }),
    ];
    expect(refusalOf(old, enforce('2024-01-15', '2023-11-21'))).toMatchObject({
      code: 'ONLY_CHANGED_OR_MEDIATED_IS_ENFORCED_HERE',
      basis: [{ version: '2017', article: 33 }],
    });
  });
});

describe('强制法 54, 69: ten working days after the exhortation was served', () => {
  it.each([
    ['2024-08-14', '2024-08-28', 'EXHORTED_TEN_WORKING_DAYS_BEFORE'], // the tenth
    ['2024-08-14', '2024-08-29', 'ok'],
    // Sunday 09-29 is worked, 10-01 to 10-07 are not
    ['2024-09-20', '2024-10-10', 'EXHORTED_TEN_WORKING_DAYS_BEFORE'],
    ['2024-09-20', '2024-10-11', 'ok'],
    // before the decision bound anybody
    ['2024-07-28', '2024-08-29', 'EXHORTED_TEN_WORKING_DAYS_BEFORE'],
    ['2024-07-29', '2024-08-29', 'ok'],
  ])('served on %s, applied for on %s: %s', (exhorted, on, expected) =>
    expect(code(changed, enforce(on, exhorted), 'HANDLER', on)).toBe(expected),
  );

  it('tells until when', () =>
    expect(refusalOf(changed, enforce('2024-08-20', '2024-08-14'))).toMatchObject({
      message: { zh: '催告书2024-08-14送达,十个工作日至2024-08-28届满' },
      missing: ['exhortationServedOn'],
      basis: [
        { article: 78 },
        { statute: 'COMPULSION_LAW', article: 54 },
        { statute: 'COMPULSION_LAW', article: 69 },
      ],
    }));

  it('is not served before it was written', () => {
    const on = '2024-08-29';
    const late = enforce(on, '2024-08-14', { exhortedOn: d('2024-08-15') });
    expect(refusalOf(changed, late)?.message.zh).toBe('催告书的送达日期早于催告书的日期');
  });

  it('without it, and without a court, nothing is applied for', () => {
    const bare = e('2024-08-29', { kind: 'APPLY_ENFORCEMENT' } as never);
    expect(refusalOf(changed, bare)).toMatchObject({
      code: 'INPUT_MISSING',
      missing: ['against', 'court', 'exhortationServedOn'],
    });
  });

  it('after a mediation it is counted from the paper that all have signed', () => {
    expect(code(mediated, enforce('2024-08-14', '2024-07-09'), 'HANDLER', '2024-08-14')).toBe(
      'EXHORTED_TEN_WORKING_DAYS_BEFORE',
    );
  });
});
