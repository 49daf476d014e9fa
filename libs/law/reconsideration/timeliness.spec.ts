import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar, type CalendarDate } from '#law/calendar';
import {
  DEFAULT_RECONSIDERATION_SETTINGS,
  reviewTimeliness,
  type ReconsiderationSettings,
  type TimelinessFacts,
} from '#law/reconsideration';

const calendar = WorkingCalendar.shipped();
const day = (text: string | undefined): CalendarDate | undefined =>
  text === undefined ? undefined : d(text);

interface Row {
  readonly r?: string;
  readonly c?: string;
  readonly a?: string;
  readonly z?: string;
  readonly more?: Partial<TimelinessFacts>;
  readonly settings?: Partial<ReconsiderationSettings>;
}

function flags({ r, c, a, z, more, settings }: Row) {
  return reviewTimeliness(
    { receivedOn: day(r), correctedOn: day(c), acceptedOn: day(a), closedOn: day(z), ...more },
    calendar,
    { ...DEFAULT_RECONSIDERATION_SETTINGS, ...settings },
  );
}
const short = (row: Row) =>
  flags(row).map(f => `${f.code} ${f.clock.spec.rule} ${f.clock.due ?? ''} +${f.daysLate}`);

describe('accepted in time: five working days in every text', () => {
  it.each([
    // 行政复议法(2023) 30(1), 88(2): E06
    ['2024-09-23', '2024-09-28', []],
    ['2024-09-23', '2024-09-29', []],
    ['2024-09-23', '2024-09-30', ['ACCEPTED_TOO_LATE RC-07 2024-09-29 +1']],
    // 行政复议法(2017) 17(1), 40(2)
    ['2018-09-26', '2018-10-08', []],
    ['2018-09-26', '2018-10-09', ['ACCEPTED_TOO_LATE RC-07 2018-10-08 +1']],
    // 行政复议法(2009) in 2017: 8 working days
    ['2017-03-01', '2017-03-13', ['ACCEPTED_TOO_LATE RC-07 2017-03-08 +3']],
    ['2017-03-01', '2017-02-20', []],
  ])('received %s, accepted %s', (r, a, expected) => expect(short({ r, a })).toEqual(expected));

  it('begins anew with the corrections (31(3))', () => {
    expect(short({ r: '2024-04-30', c: '2024-05-23', a: '2024-05-30' })).toEqual([]);
    expect(short({ r: '2024-04-30', c: '2024-05-23', a: '2024-05-31' })).toEqual([
      'ACCEPTED_TOO_LATE RC-11 2024-05-30 +1',
    ]);
    expect(short({ c: '2017-05-23', a: '2017-06-01' })).toEqual(['ACCEPTED_TOO_LATE RC-11 2017-05-31 +1']);
  });
});

describe('closed in time', () => {
  it.each([
    // 行政复议法(2023) 62(1): E12, E13
    [{ a: '2024-08-06', z: '2024-10-07' }, []],
    [{ a: '2024-08-06', z: '2024-10-08' }, []],
    [{ a: '2024-08-06', z: '2024-10-09' }, ['CLOSED_TOO_LATE RC-28 2024-10-08 +1']],
    [{ a: '2024-08-06', z: '2024-11-04', more: { extended: true } }, []],
    [{ a: '2024-08-06', z: '2024-11-05', more: { extended: true } }, ['CLOSED_TOO_LATE RC-28 2024-11-04 +1']],
    // 62(2): E14, no extension even when the record claims one
    [{ a: '2024-09-12', z: '2024-10-12', more: { procedure: 'SIMPLIFIED' } }, []],
    [
      { a: '2024-09-12', z: '2024-10-13', more: { procedure: 'SIMPLIFIED', extended: true } },
      ['CLOSED_TOO_LATE RC-30 2024-10-12 +1'],
    ],
    // 行政复议法(2009/2017) 31(1)
    [{ r: '2017-01-03', a: '2017-01-05', z: '2017-03-06' }, []],
    [{ r: '2017-01-03', a: '2017-01-05', z: '2017-03-07' }, ['CLOSED_TOO_LATE RC-28 2017-03-06 +1']],
    [{ a: '2017-01-05', z: '2017-04-05', more: { extended: true } }, []],
    // the older texts have no simplified procedure: their only period measures it
    [{ a: '2017-01-05', z: '2017-03-06', more: { procedure: 'SIMPLIFIED' } }, []],
    [{ a: '1999-09-30', z: '2017-03-06' }, []],
    [{ a: '2024-08-06' }, []],
    [{ z: '2024-08-06' }, []],
  ] as [Row, string[]][])('%o', (row, expected) => expect(short(row)).toEqual(expected));

  it('counts from deemed acceptance when acceptance was late under the 2023 text (30(3))', () => {
    const row = { r: '2024-06-03', a: '2024-06-20', z: '2024-08-19' };
    expect(short(row)).toEqual([
      'ACCEPTED_TOO_LATE RC-07 2024-06-11 +7',
      'CLOSED_TOO_LATE RC-28 2024-08-12 +7',
    ]);
    expect(flags(row)[1]!.clock.spec.fact.code).toBe('DEEMED_ACCEPTED');
  });

  it('leaves suspensions out', () => {
    const suspensions = [
      { from: d('2024-08-20'), to: d('2024-08-30'), reason: { zh: '中止', en: 'suspended' } },
    ];
    expect(short({ a: '2024-08-06', z: '2024-10-15', more: { suspensions } })).toEqual([]);
    expect(short({ a: '2024-08-06', z: '2024-10-16', more: { suspensions } })).toEqual([
      'CLOSED_TOO_LATE RC-28 2024-10-15 +1',
    ]);
  });
});

const version = (row: Row) => flags(row).map(f => `${f.code} ${f.basis[0].version}`);

describe('which text governs (行政复议法(2023) 90 is silent)', () => {
  it.each([
    ['2023-12-31', ['ACCEPTED_TOO_LATE 2017', 'CLOSED_TOO_LATE 2017']],
    ['2024-01-01', ['ACCEPTED_TOO_LATE 2023', 'CLOSED_TOO_LATE 2023']],
    ['2024-01-02', ['ACCEPTED_TOO_LATE 2023', 'CLOSED_TOO_LATE 2023']],
  ])('received %s', (r, expected) =>
    expect(version({ r, a: '2024-02-01', z: '2024-12-31' })).toEqual(expected),
  );

  it('by step: the old text for the review, the new one for the decision', () => {
    const row: Row = { r: '2023-12-22', a: '2024-01-03', z: '2024-12-31' };
    expect(version(row)).toEqual(['ACCEPTED_TOO_LATE 2017', 'CLOSED_TOO_LATE 2017']);
    expect(version({ ...row, settings: { governing: 'STEP_DAY' } })).toEqual([
      'ACCEPTED_TOO_LATE 2017',
      'CLOSED_TOO_LATE 2023',
    ]);
  });

  it('by the letter of art. 17(2) of the older texts the period runs from receipt', () => {
    const row: Row = { r: '2017-01-03', a: '2017-01-06', z: '2017-03-06' };
    expect(short(row)).toEqual([]);
    expect(short({ ...row, settings: { oldTextAcceptance: 'RECEIPT' } })).toEqual(
      ['CLOSED_TOO_LATE RC-28 2017-03-06 +0'].slice(1),
    );
    expect(short({ ...row, z: '2017-03-07', settings: { oldTextAcceptance: 'RECEIPT' } })).toEqual([
      'CLOSED_TOO_LATE RC-28 2017-03-06 +1',
    ]);
    expect(short({ ...row, z: '2017-03-07' })).toEqual([]);
  });
});

describe('the words of a flag', () => {
  it('name the day, the due date, the delay, the way out and the article', () => {
    const [flag] = flags({ a: '2024-08-06', z: '2024-10-09' });
    expect(flag!.anExtensionWouldCoverIt).toBe(true);
    expect(flag!.words).toEqual({
      zh: '2024-10-09审结,期限为2024-10-08(自受理之日2024-08-06起算),逾期1日;如经批准延长,期限为2024-11-04。依据:《行政复议法》(2023)第六十二条第一款。',
      en: 'closed on 2024-10-09, due 2024-10-08 (counted from acceptance, 2024-08-06), late by 1 day; with an approved extension, due 2024-11-04. Basis: Administrative Reconsideration Law (2023), art. 62(1).',
    });
    const [late] = flags({ a: '2024-08-06', z: '2024-11-05' });
    expect(late!.anExtensionWouldCoverIt).toBe(false);
    expect(late!.words.zh).not.toContain('如经批准');
  });

  it('count working days where the rule does', () => {
    const [flag] = flags({ r: '2017-03-01', a: '2017-03-13' });
    expect(flag!.words.zh).toContain(
      '逾期3个工作日。依据:《行政复议法》(2009)第十七条第一款、《行政复议法》(2009)第四十条第二款。',
    );
    expect(flag!.words.en).toContain('late by 3 working days.');
  });
});
