import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { accepted, at, code, e, inReview, look, received } from '#test/fixtures/law/reconsideration';

const begin = (on: string) => e(on, { kind: 'BEGIN_MEDIATION' });
const session = (on: string) => e(on, { kind: 'HOLD_MEDIATION' });
const failed = (on: string, ground: 'NO_AGREEMENT' | 'BACKED_OUT' = 'NO_AGREEMENT') =>
  e(on, { kind: 'END_MEDIATION', ground });
const mediate = (on: string) => e(on, { kind: 'MEDIATE', signedByAll: true, sealed: true });
const ask = (on: string) => e(on, { kind: 'ASK_WITHDRAWAL' });
const withdrawn = (on: string) => e(on, { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' });

const told = (year: string) => {
  const events = [
    e(`${year}-03-01`, { kind: 'RECEIVE' }),
    e(`${year}-03-02`, { kind: 'ACCEPT', procedure: 'ORDINARY' }),
  ];
  const ruling = take(RECONSIDERATION, events, begin(`${year}-03-05`), 'HANDLER', at(`${year}-03-05`));
  return ruling.ok ? ruling.basis : ruling.refusal.code;
};

describe('mediation (5, 73)', () => {
  it.each([
    ['a session before it began', [], session('2024-07-01'), 'MEDIATION_HAS_BEGUN'],
    ['an end before it began', [], failed('2024-07-01'), 'MEDIATION_HAS_BEGUN'],
    ['begun', [], begin('2024-07-01'), 'ok'],
    ['a session of it', [begin('2024-07-01')], session('2024-07-01'), 'ok'],
    ['begun twice', [begin('2024-07-01')], begin('2024-07-02'), 'ONE_MEDIATION_AT_A_TIME'],
    ['failed', [begin('2024-07-01')], failed('2024-07-02'), 'ok'],
    ['one side backs out', [begin('2024-07-01')], failed('2024-07-02', 'BACKED_OUT'), 'ok'],
    [
      'a session after it failed',
      [begin('2024-07-01'), failed('2024-07-02')],
      session('2024-07-03'),
      'MEDIATION_HAS_BEGUN',
    ],
    ['begun again after it failed', [begin('2024-07-01'), failed('2024-07-02')], begin('2024-07-03'), 'ok'],
    ['and on the very day', [begin('2024-07-01'), failed('2024-07-02')], begin('2024-07-02'), 'ok'],
    [
      'a session of the second, begun the day the first failed',
      [begin('2024-07-01'), failed('2024-07-02'), begin('2024-07-02')],
      session('2024-07-03'),
      'ok',
    ],
    ['begun and failed within a day', [begin('2024-07-01'), failed('2024-07-01')], begin('2024-07-02'), 'ok'],
  ] as [string, RcEvent[], RcEvent, string][])('%s: %#', (_, more, event, expected) =>
    expect(code([...inReview, ...more], event, 'HANDLER', event.on)).toBe(expected),
  );

  it('a document needs no beginning on record: older cases have none', () => {
    expect(code(inReview, mediate('2024-07-10'), 'HANDLER', '2024-07-10')).toBe('ok');
    expect(code([...inReview, begin('2024-07-01')], mediate('2024-07-10'), 'HANDLER', '2024-07-10')).toBe(
      'ok',
    );
  });

  it('39(1)(6): touches the clock only where both sides agreed to stand still, and sessions go on meanwhile', () => {
    const talks = [...inReview, begin('2024-06-25'), session('2024-06-26')];
    expect(look(talks, '2024-06-27').clocks['RC-28']).toBe('2024-08-05 RUNNING');
    const still = [...talks, e('2024-06-27', { kind: 'SUSPEND', ground: 'MEDIATION_AGREED' })];
    expect(look(still, '2024-06-28')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'RC-28': 'stopped STOPPED' },
    });
    expect(code(still, session('2024-07-02'), 'HANDLER', '2024-07-02')).toBe('ok');
    // day sixty is Sunday 08-04; ten days stood still, so it becomes 08-14
    const over = [...still, failed('2024-07-07'), e('2024-07-07', { kind: 'RESUME' })];
    expect(look(over, '2024-07-08')).toMatchObject({
      state: 'IN_REVIEW',
      clocks: { 'RC-28': '2024-08-14 RUNNING' },
      rejected: [],
    });
  });

  it('73(2): tells how it ended, and nothing else ends it', () => {
    const how = { ...failed('2024-07-02'), ground: 'OTHER' } as unknown as RcEvent;
    expect(code([...inReview, begin('2024-07-01')], how, 'HANDLER', '2024-07-02')).toBe('INPUT_NOT_VALID');
  });

  it('is known since the regulation of 2007, as 条例 50; nothing before', () => {
    expect(told('2017')).toMatchObject([
      { statute: 'RECONSIDERATION_REGULATION', article: 50, paragraph: 1 },
    ]);
    expect(told('2005')).toBe('NO_TEXT_GOVERNS_THE_DAY');
  });
});

describe('withdrawal and settlement (41(1), 74)', () => {
  it.each([
    ['nobody asked', [], 'WITHDRAWAL_IS_ASKED_FOR'],
    ['asked', [ask('2024-07-01')], 'ok'],
    ['asked on the same day', [ask('2024-07-02')], 'ok'],
    ['settled, and not yet withdrawn', [e('2024-07-01', { kind: 'SETTLE' })], 'WITHDRAWAL_IS_ASKED_FOR'],
    ['settled and withdrawn', [e('2024-07-01', { kind: 'SETTLE' }), ask('2024-07-01')], 'ok'],
  ] as [string, RcEvent[], string][])('leave to withdraw: %s: %s', (_, more, expected) =>
    expect(code([...inReview, ...more], withdrawn('2024-07-02'), 'ORGAN_HEAD', '2024-07-02')).toBe(expected),
  );

  it('no other ground of termination needs it', () => {
    const died = e('2024-07-02', { kind: 'TERMINATE', ground: 'DIED_NO_RELATIVE_OR_WAIVED' });
    expect(code(inReview, died, 'ORGAN_HEAD', '2024-07-02')).toBe('ok');
  });

  it.each(['SETTLE', 'ASK_WITHDRAWAL'] as const)('%s: before the decision, also while suspended', kind => {
    const suspended = [...inReview, e('2024-06-25', { kind: 'SUSPEND', ground: 'OTHER' })];
    const pending = [...inReview, e('2024-07-01', { kind: 'SUBMIT' })];
    const decided = [...pending, e('2024-07-02', { kind: 'DECIDE', outcome: 'UPHOLD' })];
    const tried = (events: RcEvent[]) => code(events, e('2024-07-03', { kind }), 'HANDLER', '2024-07-03');
    expect([tried([received, accepted]), tried(suspended), tried(pending)]).toEqual(['ok', 'ok', 'ok']);
    expect(tried(decided)).toBe('NOT_IN_THIS_STATE');
    expect(code([received], e('2024-06-04', { kind }), 'HANDLER', '2024-06-04')).toBe('NOT_IN_THIS_STATE');
  });
});

const again = (year: string, more: object = {}) =>
  e(`${year}-06-03`, { kind: 'RECEIVE', withdrawnBefore: true, ...more });

const accept = (year: string) => e(`${year}-06-05`, { kind: 'ACCEPT', procedure: 'ORDINARY' });

describe('no second application on what was withdrawn (74(2), 条例 38(2))', () => {
  it.each([
    ['2024', {}, 'NO_NEW_APPLICATION_AFTER_WITHDRAWAL'],
    ['2024', { withdrawalAgainstWill: false }, 'NO_NEW_APPLICATION_AFTER_WITHDRAWAL'],
    ['2024', { withdrawalAgainstWill: true }, 'ok'],
    ['2024', { withdrawnBefore: false }, 'ok'],
    ['2017', {}, 'NO_NEW_APPLICATION_AFTER_WITHDRAWAL'],
    ['2017', { withdrawalAgainstWill: true }, 'ok'],
    ['2005', {}, 'ok'],
  ])('received in %s %j, accepted: %s', (year, more, expected) =>
    expect(code([again(year, more)], accept(year), 'HANDLER', `${year}-06-05`)).toBe(expected),
  );

  it('30(3): silence accepts it all the same; what is left is to dismiss it (33), not to confirm it', () => {
    expect(look([again('2024')], '2024-06-12').state).toBe('ACCEPTED');
    const late = { ...accept('2024'), on: d('2024-06-12') } as RcEvent;
    expect(code([again('2024')], late, 'HANDLER', '2024-06-12')).toBe('NO_NEW_APPLICATION_AFTER_WITHDRAWAL');
    const dismiss = e('2024-06-12', { kind: 'DISMISS', ground: 'DUPLICATE_OR_SUED' });
    expect(code([again('2024')], dismiss, 'ORGAN_HEAD', '2024-06-12')).toBe('ok');
  });

  it('tells both ways out', () => {
    const ruling = take(RECONSIDERATION, [again('2024')], accept('2024'), 'HANDLER', at('2024-06-05'));
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      basis: [{ version: '2023', article: 74, paragraph: 2 }],
      remedy: { zh: expect.stringMatching(/不予受理.*驳回申请.*真实意愿/) },
    });
  });
});
