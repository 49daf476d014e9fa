import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { obligationsOf, type RcEvent } from '#law/reconsideration';
import { at, code, e, inReview, look } from '#test/fixtures/law/reconsideration';

const serve = e('2024-07-29', { kind: 'SERVE' });
const decided = (more: object): RcEvent[] => [
  ...inReview,
  e('2024-07-20', { kind: 'SUBMIT' }),
  e('2024-07-25', { kind: 'DECIDE', ...more } as never, 'decision'),
  serve,
];
const order = (on: string, until: string) => e(on, { kind: 'ORDER_PERFORMANCE', until: d(until) }, 'order');
const letter = (on: string, id: string) => e(on, { kind: 'OPINION_LETTER' }, id);
const owed = (events: RcEvent[], today: string) => obligationsOf(look(events, today).facts, at(today));
/** kind, what orders it, due, done, status and what may follow, in one line each */
const told = (events: RcEvent[], today: string) =>
  owed(events, today).map(o =>
    [o.kind, o.of, o.due ?? '-', o.doneOn ?? '-', o.status, o.next.map(n => String(n.code)).join('+')]
      .join(' ')
      .trim(),
  );
const ALL = 'ORDER_PERFORMANCE+INTERVIEW+CRITICISE+DISCIPLINE';

describe('what a decision orders (64, 66, 77)', () => {
  const remake = decided({ outcome: 'REVOKE', remakeOrdered: true });
  const perform = decided({ outcome: 'ORDER_PERFORM', performWithinDays: 30 });
  it.each([
    ['upheld: nothing', decided({ outcome: 'UPHOLD' }), '2024-08-01', []],
    ['revoked alone: nothing', decided({ outcome: 'REVOKE' }), '2024-08-01', []],
    ['before service nothing binds (75(2))', perform.slice(0, -1), '2024-07-26', []],
    ['a new act, sixty days (条例 49)', remake, '2024-09-27', ['REMAKE decision 2024-09-27 - RUNNING']],
    ['late on the day after', remake, '2024-09-28', [`REMAKE decision 2024-09-27 - OVERDUE ${ALL}`]],
    [
      'done',
      [...remake, e('2024-09-20', { kind: 'REMAKE' })],
      '2024-10-10',
      ['REMAKE decision 2024-09-27 2024-09-20 MET'],
    ],
    ['a duty with its time', perform, '2024-08-28', ['PERFORM decision 2024-08-28 - RUNNING']],
    ['late', perform, '2024-08-29', [`PERFORM decision 2024-08-28 - OVERDUE ${ALL}`]],
    [
      'done late',
      [...perform, e('2024-09-02', { kind: 'PERFORMED' })],
      '2024-09-03',
      ['PERFORM decision 2024-08-28 2024-09-02 MET_LATE'],
    ],
    [
      'a duty without a time is open, never overdue',
      decided({ outcome: 'ORDER_PERFORM' }),
      '2025-08-01',
      ['PERFORM decision - - OPEN'],
    ],
    [
      'compensation is to be paid',
      decided({ outcome: 'REVOKE', compensation: 'COMPENSATION_GRANTED' }),
      '2024-08-01',
      ['PERFORM decision - - OPEN'],
    ],
    [
      'an agreement is to be carried out',
      decided({ outcome: 'AGREEMENT_LIABILITY' }),
      '2024-08-01',
      ['PERFORM decision - - OPEN'],
    ],
    [
      'a denied claim leaves nothing',
      decided({ outcome: 'REVOKE', compensation: 'COMPENSATION_DENIED' }),
      '2024-08-01',
      [],
    ],
    [
      'two things in one decision',
      decided({ outcome: 'REVOKE', remakeOrdered: true, performWithinDays: 30 }),
      '2024-08-29',
      ['REMAKE decision 2024-09-27 - RUNNING', `PERFORM decision 2024-08-28 - OVERDUE ${ALL}`],
    ],
  ] as [string, RcEvent[], string, string[]][])('%s', (_, events, today, expected) =>
    expect(told(events, today)).toEqual(expected),
  );

  it('ordered once, interview, criticism and discipline are left; the order has its own day', () => {
    const ordered = [...perform, order('2024-08-29', '2024-09-13')];
    expect(told(ordered, '2024-09-13')).toEqual([
      'PERFORM decision 2024-08-28 - OVERDUE INTERVIEW+CRITICISE+DISCIPLINE',
      'PERFORM_AS_ORDERED order 2024-09-13 - RUNNING',
    ]);
    expect(told(ordered, '2024-09-14')[1]).toBe(
      'PERFORM_AS_ORDERED order 2024-09-13 - OVERDUE INTERVIEW+CRITICISE+DISCIPLINE',
    );
  });

  it('each consequence has its words and article; each duty who owes it and why', () => {
    expect(owed(perform, '2024-08-29')[0]).toMatchObject({
      name: { zh: '履行复议决定' },
      who: { zh: '被申请人' },
      clock: 'RC-37',
      basis: [{ article: 66 }, { article: 77, paragraph: 1 }],
      next: [
        { words: { zh: '责令限期履行' }, basis: [{ version: '2023', article: 77, paragraph: 2 }] },
        { words: { zh: '约谈被申请人负责人' }, basis: [{ article: 77, paragraph: 2 }] },
        { words: { zh: '通报批评' }, basis: [{ article: 77, paragraph: 2 }] },
        { words: { zh: '对负有责任的人员依法给予处分' }, basis: [{ version: '2023', article: 83 }] },
      ],
    });
  });

  it('the older texts order and punish, and do not interview (32(2), 37)', () => {
    const old = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      e('2017-03-03', { kind: 'COPY_SERVED' }),
      e('2017-03-06', { kind: 'REPLY' }),
      letter('2017-03-10', 'letter'),
      e('2017-03-20', { kind: 'SUBMIT' }),
      e('2017-03-21', { kind: 'DECIDE', outcome: 'ORDER_PERFORM', performWithinDays: 15 }, 'decision'),
      e('2017-03-22', { kind: 'SERVE' }),
    ];
    // letters were not among what 32(2) has performed
    expect(told(old, '2017-06-01')).toEqual([
      'PERFORM decision 2017-04-06 - OVERDUE ORDER_PERFORMANCE+DISCIPLINE',
      'REPORT_BACK letter 2017-05-09 - OVERDUE',
    ]);
    const { basis } = owed(old, '2017-06-01')[0]!.next[1]!;
    expect(basis).toMatchObject([{ version: '2009', article: 37 }]);
  });

  it('what is put away with the file is watched no more', () => {
    const close = e('2024-12-01', { kind: 'CLOSE' });
    expect(told([...remake, close], '2024-12-02')).toEqual(['REMAKE decision 2024-09-27 - FELL_AWAY']);
    expect(told([...decided({ outcome: 'ORDER_PERFORM' }), close], '2024-12-02')).toEqual([
      'PERFORM decision - - FELL_AWAY',
    ]);
  });
});

const old = (year: string) => [
  e(`${year}-03-01`, { kind: 'RECEIVE' }),
  e(`${year}-03-02`, { kind: 'ACCEPT', procedure: 'ORDINARY' }),
  e(`${year}-03-10`, { kind: 'MEDIATE', signedByAll: true, sealed: true }),
];

describe('what a mediation document orders (73, 77)', () => {
  const mediated = [
    ...inReview,
    e('2024-07-10', { kind: 'MEDIATE', signedByAll: true, sealed: true }, 'paper'),
  ];
  it('binds from its last seal, without a time of the law', () => {
    expect(told(mediated, '2024-07-10')).toEqual(['PERFORM paper - - OPEN']);
    expect(owed(mediated, '2024-07-10')[0]).toMatchObject({
      name: { zh: '履行调解书' },
      clock: null,
      basis: [{ version: '2023', article: 77, paragraph: 1 }],
    });
    expect(told([...mediated, e('2024-07-20', { kind: 'PERFORMED' })], '2024-07-21')).toEqual([
      'PERFORM paper - 2024-07-20 MET',
    ]);
  });
  it('an order sets one', () =>
    expect(told([...mediated, order('2024-08-01', '2024-08-30')], '2024-09-02')).toEqual([
      'PERFORM paper - - OPEN',
      'PERFORM_AS_ORDERED order 2024-08-30 - OVERDUE INTERVIEW+CRITICISE+DISCIPLINE',
    ]));
  it('an order that still runs does not make good what is left undone', () => {
    const ordered = [...mediated, order('2024-08-01', '2024-08-30')];
    expect(code(ordered, e('2024-08-05', { kind: 'INTERVIEW' }), 'OFFICE_HEAD', '2024-08-05')).toBe('ok');
  });
  it('rests on 条例 50(2) before 2024, and on nothing before that', () => {
    expect(owed(old('2017'), '2017-03-11')[0]!.basis).toMatchObject([{ article: 50, paragraph: 2 }]);
    expect(owed(old('2005'), '2005-03-11')).toEqual([]);
  });
});

const report = (on: string, of?: string) => e(on, { kind: 'REPORT_BACK', ...(of ? { of } : {}) });

describe('what opinion letters order (76)', () => {
  const letters = [...inReview, letter('2024-06-25', 'first'), letter('2024-07-15', 'second')];
  it('each its own sixty days, from its own receipt', () => {
    // sixty days end on Saturday 08-24, so on Monday 08-26; and on Friday 09-13
    expect(told(letters, '2024-08-27')).toEqual([
      `REPORT_BACK first 2024-08-26 - OVERDUE ${ALL}`,
      'REPORT_BACK second 2024-09-13 - RUNNING',
    ]);
  });
  it('a report answers the letter it names, or all before it', () => {
    expect(told([...letters, report('2024-07-20', 'second')], '2024-07-21')).toEqual([
      'REPORT_BACK first 2024-08-26 - RUNNING',
      'REPORT_BACK second 2024-09-13 2024-07-20 MET',
    ]);
    expect(told([...letters, report('2024-07-20')], '2024-07-21')).toEqual([
      'REPORT_BACK first 2024-08-26 2024-07-20 MET',
      'REPORT_BACK second 2024-09-13 2024-07-20 MET',
    ]);
    expect(told([...letters, report('2024-07-01')], '2024-07-21')[1]).toBe(
      'REPORT_BACK second 2024-09-13 - RUNNING',
    );
  });
  it('77(2): the first of two overdue is enough to order', () => {
    const end = [
      ...letters,
      e('2024-07-20', { kind: 'SUBMIT' }),
      e('2024-07-25', { kind: 'DECIDE', outcome: 'UPHOLD' }),
      serve,
    ];
    expect(code(end, order('2024-08-26', '2024-09-30'), 'ORGAN_HEAD', '2024-08-26')).toBe(
      'SOMETHING_IS_LEFT_UNDONE',
    );
    expect(code(end, order('2024-08-27', '2024-09-30'), 'ORGAN_HEAD', '2024-08-27')).toBe('ok');
  });
});

describe('letters and copies to others (条例 57(2), 79)', () => {
  const upheld = decided({ outcome: 'UPHOLD' });
  const dismissed = [
    ...inReview,
    e('2024-07-01', { kind: 'DISMISS', ground: 'NO_INTEREST' }),
    e('2024-07-02', { kind: 'SERVE' }),
  ];
  const mediated = [...inReview, e('2024-07-10', { kind: 'MEDIATE', signedByAll: true, sealed: true })];
  const closed = [...upheld, e('2024-07-31', { kind: 'CLOSE' })];
  const publish = e('2024-08-01', { kind: 'PUBLISH' });
  const copy = e('2024-08-01', { kind: 'COPY_TO_SUPERIOR', addressee: '某省某厅' });
  const recommend = e('2024-08-01', { kind: 'RECOMMENDATION_LETTER', addressee: '某市人民政府' });
  it.each([
    ['published: in effect', upheld, publish, 'ok'],
    ['published: after the file is closed', closed, publish, 'ok'],
    ['published: not yet served', upheld.slice(0, -1), publish, 'NOT_IN_THIS_STATE'],
    ['published: a dismissal is no decision', dismissed, publish, 'ONLY_A_DECISION_IS_PUBLISHED'],
    ['copied: in effect', upheld, copy, 'ok'],
    ['copied: not yet served', upheld.slice(0, -1), copy, 'NOT_IN_THIS_STATE'],
    ['copied: a dismissal alone', dismissed, copy, 'ONLY_DECISIONS_AND_OPINION_LETTERS_ARE_COPIED'],
    ['copied: mediated, without a letter', mediated, copy, 'ONLY_DECISIONS_AND_OPINION_LETTERS_ARE_COPIED'],
    ['copied: mediated, with a letter', [...mediated, letter('2024-07-11', 'l')], copy, 'ok'],
    ['copied: to whom?', upheld, { ...copy, addressee: '' }, 'INPUT_MISSING'],
    ['recommended: in review', inReview, recommend, 'ok'],
    ['recommended: after the end', upheld, recommend, 'ok'],
    ['recommended: after the file is closed', closed, recommend, 'NOT_IN_THIS_STATE'],
    ['recommended: to whom?', inReview, { ...recommend, addressee: ' ' }, 'INPUT_MISSING'],
  ] as [string, RcEvent[], RcEvent, string][])('%s: %#', (_, events, event, expected) =>
    expect(code(events, event, 'HANDLER', '2024-08-01')).toBe(expected),
  );
});

/** Name and article of the first duty. */
const named = (events: RcEvent[], today: string) => {
  const [first] = owed(events, today);
  return [first!.name.zh, first!.basis[0].version, first!.basis[0].article];
};

describe('a duty without a time names what it performs, and where that stands', () => {
  const agreed = e('2024-07-01', { kind: 'MEDIATE', signedByAll: true, sealed: true });
  const under2009 = [
    e('2017-03-01', { kind: 'RECEIVE' }),
    e('2017-03-06', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    e('2017-03-10', { kind: 'COPY_SERVED' }),
    e('2017-03-16', { kind: 'REPLY' }),
  ];
  it('the mediation document, since 2024 by 77(1), before by 条例 50(2)', () => {
    expect(named([...inReview, agreed], '2024-08-01')).toEqual(['履行调解书', '2023', 77]);
    const mediated = e('2017-04-01', { kind: 'MEDIATE', signedByAll: true, sealed: true });
    expect(named([...under2009, mediated], '2017-05-01')).toEqual(['履行调解书', '2007', 50]);
  });

  it('the decision by 77(1), before by 32(1)', () => {
    const now = named(decided({ outcome: 'ORDER_PERFORM' }), '2024-08-01');
    expect(now.slice(1)).toEqual(['2023', 77]);
    expect(now[0]).not.toBe('履行调解书');
    const then = [
      ...under2009,
      e('2017-04-01', { kind: 'SUBMIT' }),
      e('2017-04-05', { kind: 'DECIDE', outcome: 'ORDER_PERFORM' }),
      e('2017-04-10', { kind: 'SERVE' }),
    ];
    expect(named(then, '2017-05-01').slice(1)).toEqual(['2009', 32]);
  });
});
