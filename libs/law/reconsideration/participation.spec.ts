import { describe, expect, it } from 'vitest';
import { take } from '#law/procedure';
import { RECONSIDERATION, type FileAccessGround, type RcEvent } from '#law/reconsideration';
import { accepted, at, code, e, inReview, look, received } from '#test/fixtures/law/reconsideration';

const old = (year: string): RcEvent[] => [
  e(`${year}-03-01`, { kind: 'RECEIVE' }),
  e(`${year}-03-02`, { kind: 'ACCEPT', procedure: 'ORDINARY' }),
];
const citedIn = (year: string, event: RcEvent) => {
  const ruling = take(RECONSIDERATION, old(year), event, 'HANDLER', at(event.on));
  return ruling.ok ? ruling.basis[0] : ruling.refusal.code;
};

const investigate = (on: string, officers: number) => e(on, { kind: 'INVESTIGATE', officers });

describe('investigation (45)', () => {
  it.each([
    [0, 'INVESTIGATION_NEEDS_TWO_OFFICERS'],
    [1, 'INVESTIGATION_NEEDS_TWO_OFFICERS'],
    [2, 'ok'],
    [3, 'ok'],
    [-2, 'INPUT_NOT_VALID'],
  ])('by %i officers: %s', (officers, expected) =>
    expect(code(inReview, investigate('2024-07-01', officers), 'HANDLER', '2024-07-01')).toBe(expected),
  );

  it('条例 34(2) asked for two as well; before 2007 the law had no number (22)', () => {
    const alone = (year: string) => citedIn(year, investigate(`${year}-03-06`, 1));
    expect(alone('2017')).toBe('INVESTIGATION_NEEDS_TWO_OFFICERS');
    expect(alone('2005')).toMatchObject({ version: '1999', article: 22 });
    expect(citedIn('2017', investigate('2017-03-06', 2))).toMatchObject({
      statute: 'RECONSIDERATION_REGULATION',
      article: 34,
    });
  });

  it('not while the case stands still, and not before it is accepted', () => {
    const still = [...inReview, e('2024-06-25', { kind: 'SUSPEND', ground: 'OTHER' })];
    expect(code(still, investigate('2024-06-26', 2), 'HANDLER', '2024-06-26')).toBe('NOT_IN_THIS_STATE');
    expect(code([received], investigate('2024-06-04', 2), 'HANDLER', '2024-06-04')).toBe('NOT_IN_THIS_STATE');
  });
});

const join = (on: string) => e(on, { kind: 'JOIN_THIRD_PARTY' });

describe('third parties (16; 条例 9; 10(3) before)', () => {
  it('are recorded; no clock hangs on them', () => {
    const before = look(inReview, '2024-07-01').clocks;
    expect(look([...inReview, join('2024-07-01')], '2024-07-01')).toMatchObject({
      clocks: before,
      rejected: [],
    });
  });
  it.each([
    ['2005', { version: '1999', article: 10, paragraph: 3 }],
    ['2017', { statute: 'RECONSIDERATION_REGULATION', article: 9 }],
    ['2024', { version: '2023', article: 16, paragraph: 1 }],
  ])('in %s: %j', (year, cited) => expect(citedIn(year, join(`${year}-03-05`))).toMatchObject(cited));
});

const refuse = (on: string, ground: FileAccessGround) => e(on, { kind: 'REFUSE_FILE_ACCESS', ground });

describe('file access (47; 23(2) before)', () => {
  it('is granted without a reason, refused on a ground of the list only', () => {
    expect(code(inReview, e('2024-07-01', { kind: 'GRANT_FILE_ACCESS' }), 'HANDLER', '2024-07-01')).toBe(
      'ok',
    );
    expect(code(inReview, refuse('2024-07-01', 'PRIVACY'), 'HANDLER', '2024-07-01')).toBe('ok');
    const bare = { ...refuse('2024-07-01', 'PRIVACY'), ground: undefined } as unknown as RcEvent;
    expect(code(inReview, bare, 'HANDLER', '2024-07-01')).toBe('INPUT_MISSING');
  });
  it.each([
    ['STATE_SECRET', '2017', 'ok'],
    ['BUSINESS_SECRET', '2017', 'ok'],
    ['PRIVACY', '2017', 'ok'],
    ['SECURITY_OR_STABILITY', '2017', 'FILE_ACCESS_GROUND_IS_IN_FORCE'], // new in 2023
    ['SECURITY_OR_STABILITY', '2024', 'ok'],
  ] as const)('%s in %s: %s', (ground, year, expected) => {
    const on = `${year}-03-06`;
    expect(code(old(year), refuse(on, ground), 'HANDLER', on)).toBe(expected);
  });
});

const transfer = (on: string) => e(on, { kind: 'TRANSFER', competentOrgan: '某市人民政府' });

const ruling = (year: string) => {
  const events = [e(`${year}-03-01`, { kind: 'RECEIVE' })];
  const asked = take(RECONSIDERATION, events, transfer(`${year}-03-04`), 'HANDLER', at(`${year}-03-04`));
  return asked.ok ? asked.basis : [];
};

describe('transfer to the competent organ (30(2))', () => {
  it('ends the case here: its clocks are met, and silence accepts nothing any more', () => {
    const seen = look([received, transfer('2024-06-05')], '2024-07-01');
    expect(seen).toMatchObject({
      state: 'TRANSFERRED',
      clocks: { 'RC-07': '2024-06-11 MET', 'RC-09': '2024-06-11 MET' },
    });
    const corrected = [
      received,
      e('2024-06-05', { kind: 'NOTICE_CORRECTION' }),
      e('2024-06-12', { kind: 'RECEIVE_CORRECTIONS' }),
      transfer('2024-06-13'),
    ];
    expect(look(corrected, '2024-07-01')).toMatchObject({
      state: 'TRANSFERRED',
      clocks: { 'RC-11': '2024-06-19 MET' },
    });
  });
  it.each([
    ['2024-06-11', 'ok'],
    ['2024-06-12', 'REVIEW_PERIOD_HAS_RUN_OUT'],
  ])('in the five days of the review only: on %s: %s', (on, expected) =>
    expect(code([received], transfer(on), 'HANDLER', on)).toBe(expected),
  );
  it('after acceptance it is too late too, and plainly so', () =>
    expect(code([received, accepted], transfer('2024-06-06'), 'HANDLER', '2024-06-06')).toBe(
      'NOT_IN_THIS_STATE',
    ));
  it('tells what the law wants from what is practice; 18 before 2024 had county governments hand on', () => {
    expect(ruling('2024')).toMatchObject([{ article: 30, paragraph: 2 }, { statute: 'OFFICE_SETTINGS' }]);
    expect(ruling('2017').map(c => c.article)).toEqual([17, 18, 1]);
  });
});
