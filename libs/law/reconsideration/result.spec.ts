import { describe, expect, it } from 'vitest';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { at, code, e, inReview } from '#test/fixtures/law/reconsideration';

const pending = [...inReview, e('2024-07-20', { kind: 'SUBMIT' })];
const decide = (on: string, result: object) => e(on, { kind: 'DECIDE', ...result } as never);
const decided = (result: object) => code(pending, decide('2024-07-25', result), 'ORGAN_HEAD', '2024-07-25');

const old: RcEvent[] = [
  e('2017-03-01', { kind: 'RECEIVE' }),
  e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
  e('2017-03-03', { kind: 'COPY_SERVED' }),
  e('2017-03-06', { kind: 'REPLY' }),
  e('2017-03-20', { kind: 'SUBMIT' }),
];
const decidedThen = (result: object) => code(old, decide('2017-03-21', result), 'ORGAN_HEAD', '2017-03-21');

const remakeOrdered = true;

describe('64(1): a new act is ordered where the old one is revoked', () => {
  it.each([
    ['REVOKE', 'ok'],
    ['REVOKE_IN_PART', 'ok'],
    ['MIXED', 'ok'],
    ['UPHOLD', 'REMAKE_GOES_WITH_REVOCATION'],
    ['DISMISS_CLAIM', 'REMAKE_GOES_WITH_REVOCATION'],
    ['CHANGE', 'REMAKE_GOES_WITH_REVOCATION'],
    ['CONFIRM_ILLEGAL', 'REMAKE_GOES_WITH_REVOCATION'],
    ['CONFIRM_ILLEGAL_KEEP', 'REMAKE_GOES_WITH_REVOCATION'],
    ['CONFIRM_INVALID', 'REMAKE_GOES_WITH_REVOCATION'],
    ['ORDER_PERFORM', 'REMAKE_GOES_WITH_REVOCATION'],
  ])('%s: %s', (outcome, expected) => {
    expect(decided({ outcome, remakeOrdered })).toBe(expected);
    expect(decided({ outcome, remakeOrdered: false })).toBe('ok');
  });

  it('28(1)(3) before: where it was declared illegal, too', () => {
    const tried = ['REVOKE', 'CONFIRM_ILLEGAL', 'CHANGE'].map(outcome =>
      decidedThen({ outcome, remakeOrdered }),
    );
    expect(tried).toEqual(['ok', 'ok', 'REMAKE_GOES_WITH_REVOCATION']);
  });

  it('names the article and both ways out', () => {
    const event = decide('2024-07-25', { outcome: 'UPHOLD', remakeOrdered });
    const ruling = take(RECONSIDERATION, pending, event, 'ORGAN_HEAD', at('2024-07-25'));
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      basis: [{ statute: 'RECONSIDERATION_LAW', version: '2023', article: 64, paragraph: 1 }],
      remedy: { zh: '改为撤销或者部分撤销(2024年前收案的,也可以是确认违法),或者不责令重作' },
    });
  });
});

describe('a time is set for what has to be done', () => {
  it.each([
    ['64(1): a new act', { outcome: 'REVOKE', remakeOrdered, remakeWithinDays: 30 }, 'ok'],
    ['64(1): none', { outcome: 'REVOKE', remakeWithinDays: 30 }, 'REMAKE_TIME_NEEDS_AN_ORDER'],
    [
      '64(1): said not to be ordered',
      { outcome: 'REVOKE', remakeOrdered: false, remakeWithinDays: 30 },
      'REMAKE_TIME_NEEDS_AN_ORDER',
    ],
    ['64(1): not filled in', { outcome: 'REVOKE', remakeWithinDays: null }, 'ok'],
    ['66: a duty', { outcome: 'ORDER_PERFORM', performWithinDays: 30 }, 'ok'],
    ['71(1): an agreement', { outcome: 'AGREEMENT_LIABILITY', performWithinDays: 30 }, 'ok'],
    ['72(2): property given back', { outcome: 'REVOKE', performWithinDays: 30 }, 'ok'],
    ['68: upheld', { outcome: 'UPHOLD', performWithinDays: 30 }, 'TIME_TO_PERFORM_NEEDS_A_DUTY'],
    ['69: rejected', { outcome: 'DISMISS_CLAIM', performWithinDays: 30 }, 'TIME_TO_PERFORM_NEEDS_A_DUTY'],
    ['69: not filled in', { outcome: 'DISMISS_CLAIM', performWithinDays: null }, 'ok'],
  ])('%s: %j: %s', (_, result, expected) => expect(decided(result)).toBe(expected));
});

describe('72(1): the claim for compensation has one answer', () => {
  const [granted, denied] = ['COMPENSATION_GRANTED', 'COMPENSATION_DENIED'];
  it.each([
    [{ outcome: granted, compensation: granted }, 'ok'],
    [{ outcome: denied, compensation: denied }, 'ok'],
    [{ outcome: granted, compensation: denied }, 'COMPENSATION_IS_GRANTED_OR_DENIED'],
    [{ outcome: denied, compensation: granted }, 'COMPENSATION_IS_GRANTED_OR_DENIED'],
    [{ outcome: 'REVOKE', compensation: denied }, 'ok'],
  ])('%j: %s', (result, expected) => expect(decided(result)).toBe(expected));
});

describe('worse for the applicant', () => {
  const worse = { worseForApplicant: true };
  it('63(2): no change, nor one that is part of a mixed result', () => {
    expect(decided({ outcome: 'MIXED', ...worse })).toBe('NO_CHANGE_FOR_THE_WORSE');
    expect(decided({ outcome: 'MIXED', ...worse, thirdPartyAskedOpposite: true })).toBe('ok');
  });

  it('条例 51 before: no decision at all, whoever asked for it', () => {
    for (const outcome of ['CHANGE', 'REVOKE', 'CONFIRM_ILLEGAL'])
      expect(decidedThen({ outcome, ...worse, thirdPartyAskedOpposite: true })).toBe(
        'NO_CHANGE_FOR_THE_WORSE',
      );
    expect(decidedThen({ outcome: 'REVOKE' })).toBe('ok');
  });
});
