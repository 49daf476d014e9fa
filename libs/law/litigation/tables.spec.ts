import { describe, expect, it } from 'vitest';
import {
  amountAllowsSimplifiedTrial,
  APPEALABLE_RULINGS,
  classFor,
  DEFENDANT_RULES,
  endsAfterNinetyDays,
  LT_OUTCOMES,
  LT_SUSPENSIONS,
  repeatsTheOldAct,
  SUGGESTIONS,
  type LtOutcome,
} from '#law/litigation';
import { amountAllowsSimplified } from '#law/reconsideration';

describe('thresholds', () => {
  it.each([
    [1999.99, true],
    [2000, true],
    [2000.01, false],
    [2500, false],
  ])('82(1)(2): 二千元以下 and %d yuan: %s', (yuan, allowed) => {
    expect(amountAllowsSimplifiedTrial(yuan)).toBe(allowed);
    // three thousand in reconsideration: not the same constant
    expect(amountAllowsSimplified(yuan)).toBe(true);
  });

  it('解释 88(2): grounds 1 to 3, the agency that ended included', () => {
    const ending = Object.entries(LT_SUSPENSIONS).filter(([g]) => endsAfterNinetyDays(g as 'OTHER'));
    expect(ending.map(([, g]) => g.basis[0].item)).toEqual([1, 2, 3]);
  });
});

describe('results are stored per agency', () => {
  it.each([
    ['RECON_DECISION_REVOKED_ACT_UPHELD', 'WON', 'LOST'],
    ['RECON_REVOKED_ACT_REVIVED', 'WON', 'LOST'],
    ['CLAIM_REJECTED', 'WON', 'WON'],
    ['REVOKED', 'LOST', 'LOST'],
    ['CONFIRMED_INVALID', 'LOST', 'LOST'],
    ['SUIT_DISMISSED', 'OTHER', 'OTHER'],
    ['NOT_FILED', 'NOT_COUNTED', 'NOT_COUNTED'],
  ] as [LtOutcome, string, string][])(
    '%s: acting organ %s, reconsideration organ %s',
    (outcome, acting, reconsideration) => {
      expect(classFor(outcome, 'ACTING_ORGAN')).toBe(acting);
      expect(classFor(outcome, 'RECONSIDERATION_ORGAN')).toBe(reconsideration);
    },
  );

  it('and only two rulings among them may be appealed', () => {
    expect(APPEALABLE_RULINGS).toEqual(['NOT_FILED', 'SUIT_DISMISSED']);
    expect(Object.values(LT_OUTCOMES).filter(o => o.statisticalClass === 'LOST')).toHaveLength(12);
  });
});

describe('who is sued (26; 解释 19–25, 134)', () => {
  it.each([
    ['DIRECT_SUIT', 'ACTING_ORGAN', 26],
    ['UPHELD', 'ACTING_ORGAN RECONSIDERATION_ORGAN', 26],
    ['CHANGED', 'RECONSIDERATION_ORGAN', 26],
    ['MIXED', 'ACTING_ORGAN RECONSIDERATION_ORGAN', 134],
    ['NO_DECISION_ACT_SUED', 'ACTING_ORGAN', 26],
    ['NO_DECISION_INACTION_SUED', 'RECONSIDERATION_ORGAN', 26],
    ['JOINT_ACT', 'JOINT_ORGANS', 26],
    ['ENTRUSTED', 'ENTRUSTING_ORGAN', 26],
    ['ORGAN_ABOLISHED', 'SUCCESSOR', 26],
    ['APPROVED_BY_SUPERIOR', 'SIGNING_ORGAN', 19],
    ['BODY_WITHOUT_INDEPENDENCE', 'ESTABLISHING_ORGAN', 20],
    ['AUTHORISED_BODY_BEYOND_AUTHORITY', 'AUTHORISED_BODY', 20],
    ['EXPROPRIATION_OFFICE', 'EXPROPRIATION_DEPARTMENT', 25],
  ] as const)('%s: %s', (situation, defendants, article) => {
    expect(DEFENDANT_RULES[situation].defendants.join(' ')).toBe(defendants);
    expect(DEFENDANT_RULES[situation].basis[0].article).toBe(article);
  });
});

describe('a re-made act (71; 解释 90)', () => {
  it.each([
    [true, true, false, true],
    [true, true, true, false],
    [false, true, false, false],
    [true, false, false, false],
  ])(
    'same facts %s, same result %s, revoked for procedure only %s: repeats %s',
    (sameFactsAndReasons, basicallySameResult, revokedForProcedureOnly, repeats) =>
      expect(repeatsTheOldAct({ sameFactsAndReasons, basicallySameResult, revokedForProcedureOnly })).toBe(
        repeats,
      ),
  );
});

describe('judicial suggestions (出庭规定 12; 行诉法 66, 96; 解释 129, 132, 149)', () => {
  it('have a reply period only where a national text sets one', () => {
    expect(
      Object.entries(SUGGESTIONS)
        .filter(([, s]) => s.replyDays !== null)
        .map(([k, s]) => [k, s.replyDays]),
    ).toEqual([['NORMATIVE_DOCUMENT', 60]]);
    expect(
      Object.entries(SUGGESTIONS)
        .filter(([, s]) => s.courtShall)
        .map(([k]) => k),
    ).toEqual(['HEAD_ABSENT']);
  });
});
