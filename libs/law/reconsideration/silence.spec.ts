import { describe, expect, it } from 'vitest';
import { e, inReview, look, served } from '#test/fixtures/law/reconsideration';

describe('17(2): silence accepts since there is a law that says so', () => {
  it.each([
    ['1999-09-30', 'RECEIVED'], // the law came into force the day after
    ['1999-10-01', 'ACCEPTED'],
  ])('received on %s: %s', (on, expected) =>
    expect(look([e(on, { kind: 'RECEIVE' })], '1999-12-31').state).toBe(expected),
  );
});

const suspended = (ground: 'ENTITY_ENDED' | 'APPLICANT_MISSING' | 'OTHER') =>
  look([...inReview, e('2024-06-25', { kind: 'SUSPEND', ground })], '2024-12-31', {
    sixtyDaysOfSuspension: 'DEEMED',
  }).state;

describe('41(5): an office that lets the sixtieth day end the case', () => {
  it('does so on grounds 1, 2 and 4 only; others last', () => {
    expect(suspended('ENTITY_ENDED')).toBe('TERMINATED');
    expect([suspended('APPLICANT_MISSING'), suspended('OTHER')]).toEqual(['SUSPENDED', 'SUSPENDED']);
  });
});

describe('70: the time to reply is that of the procedure in which the copy was served', () => {
  const [received, accepted] = [
    e('2024-06-03', { kind: 'RECEIVE' }),
    e('2024-06-05', { kind: 'ACCEPT', procedure: 'SIMPLIFIED', simplifiedGround: 'ON_SPOT_ACT' }),
  ];
  it.each([
    ['2024-06-11', '2024-06-26', '2024-06-27'], // before service on 06-12: ten working days under the new procedure
    ['2024-06-14', '2024-06-19', '2024-06-20'], // after it: the five stay
  ])('converted on %s: in time until %s, silent on %s', (on, lastDay, after) => {
    const events = [received, accepted, served, e(on, { kind: 'CONVERT' })];
    expect(look(events, lastDay).state).toBe('REPLY_PENDING');
    expect(look(events, after).state).toBe('IN_REVIEW');
  });
});
