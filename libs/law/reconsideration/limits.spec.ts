import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar, type Clock } from '#law/calendar';
import {
  absoluteBar,
  agentsAllowed,
  amountAllowsSimplified,
  applicationLimit,
  DEFAULT_RECONSIDERATION_SETTINGS,
  endsAfterSixtyDays,
  inactionLimit,
  investigatorsSuffice,
  mustElectRepresentatives,
  outcomeBasis,
  RC_OUTCOMES,
  representativesAllowed,
  suedAfter,
  SUSPENSION_GROUNDS,
  type RcOutcome,
  type SuitQuestion,
} from '#law/reconsideration';
import type { Ruling } from '#law/statute';

const calendar = WorkingCalendar.shipped();
const short = (ruling: Ruling<Clock>) =>
  ruling.ok ? `${ruling.value.spec.rule} ${ruling.value.due ?? 'stopped'}` : ruling.refusal.code;

describe('the application limit', () => {
  it.each([
    ['2024-07-10', null, 'RC-01 2024-09-09'], // E01: 20(1)
    ['2024-03-01', '2024-12-20', 'RC-02 2025-02-18'], // E03a: 20(3)
    ['2024-03-01', '2025-02-10', 'RC-02-CAP 2025-03-03'], // E03b
    ['2024-03-01', '2024-12-31', 'RC-02 2025-03-03'], // both limbs on Saturday 03-01: the first is named
    ['2024-03-01', '2025-01-02', 'RC-02 2025-03-03'],
    ['2024-03-01', '2025-01-03', 'RC-02-CAP 2025-03-03'],
    ['2017-03-01', null, 'RC-01 2017-05-02'], // 9(1) of the text of 2009
    ['1999-09-30', null, 'NO_TEXT_GOVERNS_THE_DAY'],
  ])('known on %s, rights known %s: %s', (knewOn, rights, expected) =>
    expect(
      short(applicationLimit({ knewOn: d(knewOn), rightsKnownOn: rights ? d(rights) : null }, calendar)),
    ).toBe(expected),
  );

  it.each([
    ['2023-12-31', 'NO_TEXT_GOVERNS_THE_DAY'],
    ['2024-01-01', 'RC-02 2024-02-18'],
    ['2024-01-02', 'RC-02 2024-02-18'],
  ])('rights not notified, applied on %s: %s (20(3) is new)', (appliedOn, expected) =>
    expect(
      short(
        applicationLimit(
          { appliedOn: d(appliedOn), knewOn: d('2023-12-01'), rightsKnownOn: d('2023-12-19') },
          calendar,
        ),
      ),
    ).toBe(expected),
  );

  it('stands still while an obstacle lasts (20(2)), but not beyond the year', () => {
    const obstacles = [
      { from: d('2024-07-20'), to: d('2024-07-30'), reason: { zh: '不可抗力', en: 'force majeure' } },
    ];
    expect(short(applicationLimit({ knewOn: d('2024-07-10'), obstacles }, calendar))).toBe(
      'RC-01 2024-09-18',
    );
    expect(
      short(
        applicationLimit({ knewOn: d('2024-03-01'), rightsKnownOn: d('2025-02-10'), obstacles }, calendar),
      ),
    ).toBe('RC-02-CAP 2025-03-03');
  });

  it.each([
    [90, 'RC-01 2024-10-08'],
    [61, 'RC-01 2024-09-09'],
    [60, 'RC-01 2024-09-09'],
    [30, 'RC-01 2024-09-09'], // only a law that allows more than sixty days deviates
  ])('a law that sets %i days: %s', (longerByLaw, expected) =>
    expect(short(applicationLimit({ knewOn: d('2024-07-10'), longerByLaw }, calendar))).toBe(expected),
  );

  it.each([
    ['2019-07-15', false, 'RC-04 2024-07-15'], // E50: 21
    ['2019-07-14', false, 'RC-04 2024-07-15'], // a Sunday
    ['2004-07-16', true, 'RC-04 2024-07-16'],
  ])('21: act of %s, immovable %s: %s', (made, immovable, expected) =>
    expect(short(absoluteBar({ actMadeOn: d(made), immovable, appliedOn: d('2024-07-01') }, calendar))).toBe(
      expected,
    ),
  );

  it.each([
    ['2007-07-31', 'NO_TEXT_GOVERNS_THE_DAY'], // the regulation came into force the day after
    ['2007-08-01', 'RC-05 2007-11-29'],
  ])('条例 16 knows inaction since it is in force: request of %s: %s', (requestReceivedOn, expected) =>
    expect(short(inactionLimit({ requestReceivedOn: d(requestReceivedOn) }, calendar))).toBe(expected),
  );

  it('条例 16: sixty full days, then sixty days (E05)', () => {
    const requestReceivedOn = d('2024-03-11');
    expect(short(inactionLimit({ requestReceivedOn }, calendar))).toBe('RC-05 2024-07-09');
    expect(short(inactionLimit({ requestReceivedOn, dutyEndsOn: d('2024-04-10') }, calendar))).toBe(
      'RC-05 2024-06-11',
    );
    expect(short(inactionLimit({ requestReceivedOn, urgentFailureOn: d('2024-03-11') }, calendar))).toBe(
      'RC-05 2024-05-10',
    );
    // sixtieth day on Saturday 2024-05-18: the day itself, or the Monday it is moved to
    const rolled = { ...DEFAULT_RECONSIDERATION_SETTINGS, inactionDay0: 'ROLLED' } as const;
    expect(short(inactionLimit({ requestReceivedOn: d('2024-03-19') }, calendar))).toBe('RC-05 2024-07-17');
    expect(short(inactionLimit({ requestReceivedOn: d('2024-03-19') }, calendar, rolled))).toBe(
      'RC-05 2024-07-19',
    );
  });
});

describe('grounds', () => {
  it.each([
    [2999, true],
    [3000, true],
    [3000.01, false],
    [3001, false],
  ])('53(1)(3): 三千元以下 and %d yuan: %s', (yuan, allowed) =>
    expect(amountAllowsSimplified(yuan)).toBe(allowed),
  );

  it('41(5): grounds 1, 2 and 4 end the case, the missing person does not', () => {
    const ending = Object.keys(SUSPENSION_GROUNDS).filter(g => endsAfterSixtyDays(g as 'OTHER'));
    expect(ending).toEqual(['APPLICANT_DIED', 'APPLICANT_INCAPACITATED', 'ENTITY_ENDED']);
    expect(ending.map(g => SUSPENSION_GROUNDS[g as 'OTHER'].bases[0][0].item)).toEqual([1, 2, 4]);
  });
});

describe('participants', () => {
  it.each([
    [4, false],
    [5, false],
    [6, true],
  ])('条例 8: 超过5人 and %i applicants: %s', (n, must) => expect(mustElectRepresentatives(n)).toBe(must));

  it.each([
    [0, false, false, false],
    [1, true, true, false],
    [2, true, true, true],
    [3, true, false, true],
    [5, true, false, true],
    [6, false, false, true],
    [1.5, false, false, false],
  ])(
    '%d persons as representatives %s, agents %s, investigators %s',
    (n, representatives, agents, investigators) => {
      expect(representativesAllowed(n)).toBe(representatives);
      expect(agentsAllowed(n)).toBe(agents);
      expect(investigatorsSuffice(n)).toBe(investigators);
    },
  );
});

describe('who is sued (行政诉讼法 26; 行诉解释 22, 133, 134)', () => {
  it.each([
    [{ outcome: 'UPHOLD' }, 'ACTING_ORGAN RECONSIDERATION_ORGAN'],
    [{ outcome: 'DISMISS_CLAIM' }, 'ACTING_ORGAN RECONSIDERATION_ORGAN'],
    [{ outcome: 'DISMISS_APPLICATION' }, 'ACTING_ORGAN'],
    [{ outcome: 'DISMISS_APPLICATION', sues: 'THE_RECONSIDERATION_DECISION' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'REFUSED', sues: 'THE_ACT' }, 'ACTING_ORGAN'],
    [{ outcome: 'CHANGE' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'REVOKE' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'CONFIRM_ILLEGAL' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'CONFIRM_ILLEGAL', procedureOnly: true }, 'ACTING_ORGAN RECONSIDERATION_ORGAN'],
    [{ outcome: 'CONFIRM_ILLEGAL_KEEP', procedureOnly: true }, 'ACTING_ORGAN RECONSIDERATION_ORGAN'],
    [{ outcome: 'CONFIRM_INVALID' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'MIXED' }, 'ACTING_ORGAN RECONSIDERATION_ORGAN'],
    [{ outcome: 'COMPENSATION_DENIED', main: 'UPHOLD' }, 'ACTING_ORGAN RECONSIDERATION_ORGAN'],
    [{ outcome: 'COMPENSATION_GRANTED', main: 'REVOKE' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'COMPENSATION_GRANTED' }, 'RECONSIDERATION_ORGAN'],
    // a main result answers for itself; two riders do not carry each other
    [{ outcome: 'REVOKE', main: 'UPHOLD' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'COMPENSATION_GRANTED', main: 'COMPENSATION_DENIED' }, 'RECONSIDERATION_ORGAN'],
    [{ outcome: 'TERMINATED' }, 'ACTING_ORGAN'],
    [{ outcome: 'MEDIATED' }, ''],
  ] as [SuitQuestion, string][])('%j: %s', (question, defendants) =>
    expect(suedAfter(question).defendants.join(' ')).toBe(defendants),
  );

  it('classes each result, and knows which the older texts had', () => {
    const classes = Object.fromEntries(Object.entries(RC_OUTCOMES).map(([k, o]) => [k, o.statisticalClass]));
    expect(classes).toMatchObject({
      UPHOLD: 'UPHELD',
      DISMISS_CLAIM: 'UPHELD',
      MIXED: 'CORRECTED',
      REVOKE: 'CORRECTED',
      MEDIATED: 'OTHER',
      REFUSED: 'NOT_COUNTED',
    });
    const unknown = (Object.keys(RC_OUTCOMES) as RcOutcome[]).filter(
      o => outcomeBasis(o, d('2023-12-31')) === null,
    );
    expect(unknown).toEqual([
      'REVOKE_IN_PART',
      'CONFIRM_ILLEGAL_KEEP',
      'CONFIRM_INVALID',
      'AGREEMENT_LIABILITY',
      'AGREEMENT_COMPENSATION',
      'COMPENSATION_DENIED',
      'MIXED',
    ]);
    expect(outcomeBasis('UPHOLD', d('2024-01-01'))![0].article).toBe(68);
  });
});
