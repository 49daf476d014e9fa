import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar } from '#law/calendar';
import {
  AR,
  assessHearing,
  assessReconsiderationHearing,
  dutyOf,
  missingProof,
  noticeDeadline,
  POSTS,
  PROOFS,
  reasonStatus,
  REASONS,
  VIOLATIONS,
  type DutyFacts,
  type HearingRecord,
  type Post,
  type ReasonGiven,
} from '#law/appearance';
import { citationExists } from '#law/statute';

const absent: HearingRecord = {
  hearingOn: d('2024-11-14'),
  heard: true,
  headPresent: false,
  post: null,
  identityDocument: 'OK',
  staffPresent: true,
  lawyerPresent: true,
  reason: 'NONE',
};
const present: HearingRecord = {
  ...absent,
  headPresent: true,
  post: 'DEPUTY',
  spoke: true,
  gaveResolutionOpinion: true,
};

function judge(hearing: HearingRecord): string {
  const ruling = assessHearing(hearing);
  if (!ruling.ok) return ruling.refusal.code;
  const { result, violations, flags, judicialSuggestion } = ruling.value;
  return [
    result,
    ...violations,
    ...flags,
    ...(judicialSuggestion === 'NONE' ? [] : [judicialSuggestion]),
  ].join(' ');
}

describe('the decision table of one hearing (出庭规定 2020)', () => {
  it.each([
    // 3(3), 2(1), 6, 11
    [present, {}, 'SATISFIED'],
    [present, { staffPresent: false }, 'SATISFIED'],
    [present, { leftWithoutLeave: true }, 'SATISFIED V4 SHALL'],
    [present, { refusedToExplain: true }, 'SATISFIED V5 SHALL'],
    [present, { leftWithoutLeave: true, refusedToExplain: true }, 'SATISFIED V4 V5 SHALL'],
    [present, { spoke: false, gaveResolutionOpinion: false }, 'SATISFIED SILENT MISSING_RESOLUTION_OPINION'],
    [present, { identityDocument: 'CORRECTED' }, 'SATISFIED'],
    [present, { identityDocument: 'BAD' }, 'VIOLATION V1 BAD_IDENTITY_DOCUMENT SHALL'],
    [present, { post: 'ENTRUSTED_BODY_HEAD' }, 'VIOLATION V1 UNQUALIFIED_HEAD SHALL'],
    [
      present,
      { post: 'LOWER_AGENCY_HEAD', staffPresent: false },
      'VIOLATION V3 LAWYER_ONLY UNQUALIFIED_HEAD SHALL',
    ],
    [present, { post: null }, 'VIOLATION V1 SHALL'],
    // 8, 9, 12
    [absent, {}, 'VIOLATION V1 SHALL'],
    [absent, { reason: 'REJECTED' }, 'VIOLATION V1 SHALL'],
    [absent, { reason: 'ACCEPTED' }, 'JUSTIFIED_ABSENCE'],
    [absent, { reason: 'ACCEPTED', postponedBefore: true }, 'JUSTIFIED_ABSENCE'],
    [absent, { reason: 'PENDING' }, 'PENDING_COURT_REVIEW'],
    [absent, { postponedBefore: true }, 'VIOLATION V2 SHALL'],
    [absent, { reason: 'REJECTED', postponedBefore: true }, 'VIOLATION V2 SHALL'],
    [absent, { courtSuggestedInWriting: true }, 'VIOLATION V1 IGNORED_WRITTEN_SUGGESTION SHALL'],
    // a good reason covers the head only; a lawyer alone is nobody (行诉解释 128(2))
    [absent, { reason: 'ACCEPTED', staffPresent: false }, 'VIOLATION V3 LAWYER_ONLY SHALL'],
    [absent, { reason: 'PENDING', staffPresent: false, lawyerPresent: false }, 'VIOLATION V3 SHALL'],
    [absent, { staffAuthorised: false }, 'VIOLATION V3 LAWYER_ONLY SHALL'],
    // 7(1)
    [absent, { earlierAppearanceSameInstance: true }, 'SATISFIED'],
    [absent, { earlierAppearanceSameInstance: true, courtRenotified: true }, 'VIOLATION V1 SHALL'],
    [absent, { earlierAppearanceSameInstance: true, staffPresent: false }, 'VIOLATION V3 LAWYER_ONLY SHALL'],
    // 3
    [absent, { coDefendantHeadAppeared: true }, 'SATISFIED_BY_CO_DEFENDANT'],
    [absent, { coDefendantHeadAppeared: true, staffPresent: false }, 'VIOLATION V3 LAWYER_ONLY SHALL'],
    // 5(2): recorded, not scored
    [absent, { noticeLate: true, reason: 'ACCEPTED' }, 'JUSTIFIED_ABSENCE LATE_NOTICE'],
    [absent, { heard: false }, 'NOT_APPLICABLE'],
  ] as [HearingRecord, Partial<HearingRecord>, string][])('%# → %s', (base, change, expected) =>
    expect(judge({ ...base, ...change })).toBe(expected),
  );

  it.each([
    ['2018-02-07', 'NO_TEXT_GOVERNS_THE_DAY'],
    ['2018-02-08', 'VIOLATION V1 MAY'],
    ['2020-06-30', 'VIOLATION V1 MAY'],
    ['2020-07-01', 'VIOLATION V2 SHALL'],
    ['2020-07-02', 'VIOLATION V2 SHALL'],
  ])('on %s the text in force decides: %s', (day, expected) =>
    expect(judge({ ...absent, hearingOn: d(day), postponedBefore: true })).toBe(expected),
  );

  it('knows the exclusions of 2020 only since 2020', () => {
    const early = { hearingOn: d('2020-06-30') };
    expect(
      judge({ ...present, ...early, identityDocument: 'BAD', leftWithoutLeave: true, spoke: false }),
    ).toBe('SATISFIED');
    expect(judge({ ...absent, ...early, earlierAppearanceSameInstance: true })).toBe('VIOLATION V1 MAY');
    expect(judge({ ...absent, ...early, coDefendantHeadAppeared: true, noticeLate: true })).toBe(
      'VIOLATION V1 MAY',
    );
    expect(judge({ ...absent, ...early, staffPresent: false })).toBe('VIOLATION V3 LAWYER_ONLY MAY');
  });

  it.each([
    [present, {}, true, 'AR-01 AR-04', '3(3)'],
    [present, { leftWithoutLeave: true }, true, 'AR-01 AR-04', '12(1)(4)'],
    [present, { post: 'NOT_A_HEAD' }, false, 'AR-01 AR-25', '12(1)(1)'],
    [absent, {}, false, 'AR-01 AR-25', '12(1)(1)'],
    [absent, { postponedBefore: true }, false, 'AR-01 AR-25', '12(1)(2)'],
    [absent, { staffPresent: false }, false, 'AR-20 AR-25', '12(1)(3)'],
    [absent, { earlierAppearanceSameInstance: true }, false, 'AR-14', '7(1)'],
    [absent, { coDefendantHeadAppeared: true }, false, 'AR-06', '3'],
    [absent, { reason: 'ACCEPTED' }, false, 'AR-16 AR-18', '8'],
    [absent, { reason: 'PENDING' }, false, 'AR-18', '9(2)'],
    [absent, { heard: false }, false, 'AR-31', '86'],
    [absent, { hearingOn: d('2020-06-30') }, false, 'AR-01 AR-25', '3(3)'],
  ] as [HearingRecord, Partial<HearingRecord>, boolean, string, string][])(
    '%# counts the head %s, by %s, first of all art. %s',
    (base, change, headCounts, rules, article) => {
      const ruling = assessHearing({ ...base, ...change });
      expect(ruling).toMatchObject({ ok: true, value: { headCounts, rules: rules.split(' ') } });
      const [first] = ruling.ok ? ruling.basis : [];
      expect(
        [first!.article, first!.paragraph, first!.item]
          .filter(n => n !== undefined)
          .map((n, i) => (i ? `(${n})` : n))
          .join(''),
      ).toBe(article);
    },
  );

  it('rests before July 2020 on the reading of 2018 alone', () => {
    const early = assessHearing({ ...absent, hearingOn: d('2020-06-30') });
    expect(early.ok && early.basis.map(c => `${c.statute} ${c.article}`)).toEqual([
      'LITIGATION_LAW 3',
      'LITIGATION_INTERPRETATION 128',
      'LITIGATION_INTERPRETATION 129',
      'LITIGATION_INTERPRETATION 132',
    ]);
    const later = assessHearing(absent);
    expect(later.ok && later.basis.map(c => `${c.statute} ${c.article}`)).toEqual([
      'APPEARANCE_RULES 12',
      'LITIGATION_LAW 3',
      'APPEARANCE_RULES 12',
    ]);
  });

  it('always rests on an article that exists', () => {
    for (const hearingOn of ['2019-05-05', '2024-11-14'])
      for (const hearing of [present, absent]) {
        const ruling = assessHearing({ ...hearing, hearingOn: d(hearingOn) });
        expect(ruling.ok && ruling.basis.every(citationExists)).toBe(true);
      }
    for (const { basis } of [
      ...Object.values(AR),
      ...Object.values(REASONS),
      ...Object.values(VIOLATIONS),
      ...Object.values(PROOFS),
    ])
      expect(basis.every(citationExists)).toBe(true);
    expect(Object.keys(AR)).toHaveLength(32);
  });
});

describe('reasons for absence (8, 9)', () => {
  const given: ReasonGiven = {
    reason: 'FORCE_MAJEURE',
    supportingMaterial: true,
    agencySeal: true,
    chiefSignature: false,
    court: 'PENDING',
  };

  it.each([
    [{}, [], 'PENDING'],
    [{ agencySeal: false, chiefSignature: true }, [], 'PENDING'],
    [{ agencySeal: false }, ['SEAL_OR_SIGNATURE'], 'REJECTED'],
    [{ supportingMaterial: false }, ['SUPPORTING_MATERIAL'], 'REJECTED'],
    [{ supportingMaterial: false, court: 'ACCEPTED' }, ['SUPPORTING_MATERIAL'], 'ACCEPTED'],
    [{ court: 'REJECTED' }, [], 'REJECTED'],
  ] as [Partial<ReasonGiven>, string[], string][])('9(1), 9(2): %j', (change, missing, status) => {
    expect(missingProof({ ...given, ...change })).toEqual(missing);
    expect(reasonStatus({ ...given, ...change })).toBe(status);
  });

  it('none given is none', () => expect(reasonStatus(null)).toBe('NONE'));

  it.each([
    ['CHIEF', true],
    ['DEPUTY', true],
    ['DEPUTY_LEVEL_IN_CHARGE', true],
    ['OTHER_IN_CHARGE', true],
    ['ENTRUSTED_BODY_HEAD', false],
    ['LOWER_AGENCY_HEAD', false],
    ['NOT_A_HEAD', false],
  ] as [Post, boolean][])('2: %s qualifies: %s', (post, qualified) =>
    expect(POSTS[post].qualified).toBe(qualified),
  );
});

const facts: DutyFacts = {
  instance: 'FIRST',
  standing: 'DEFENDANT',
  willBeHeard: true,
  circumstances: [],
  courtSuggestedInWriting: false,
};
const articles = (change: Partial<DutyFacts>) => dutyOf({ ...facts, ...change }).basis.map(c => c.article);

describe('the duty (1, 4; 行诉解释 129)', () => {
  it.each([
    [{}, 'GENERAL', 'NOT_NEEDED', ['AR-01', 'AR-02']],
    [{ circumstances: ['MAJOR_RIGHTS'] }, 'GENERAL', 'MAY', ['AR-01', 'AR-02', 'AR-08']],
    [{ circumstances: ['MASS_EVENT'] }, 'SHALL', 'MUST', ['AR-02', 'AR-07', 'AR-09']],
    [{ courtSuggestedInWriting: true }, 'SHALL', 'MAY', ['AR-02', 'AR-09']],
    [
      { standing: 'UNSUED_DEFENDANT_AS_THIRD_PARTY', instance: 'RETRIAL_FIRST' },
      'GENERAL',
      'NOT_NEEDED',
      ['AR-01', 'AR-03'],
    ],
    [{ standing: 'OTHER' }, 'NOT_APPLICABLE', 'NOT_NEEDED', ['AR-31']],
    [{ willBeHeard: false }, 'NOT_APPLICABLE', 'NOT_NEEDED', ['AR-31']],
  ] as [Partial<DutyFacts>, string, string, string[]][])('%j', (change, strength, courtNotice, rules) =>
    expect(dutyOf({ ...facts, ...change })).toMatchObject({ strength, courtNotice, rules }),
  );

  it('rests on the articles of its rules', () => {
    expect(articles({})).toEqual([3, 1]);
    expect(articles({ circumstances: ['MASS_EVENT'] })).toEqual([4, 129, 1]);
    expect(articles({ courtSuggestedInWriting: true })).toEqual([129, 1]);
  });

  it.each([
    ['2024-11-14', '2024-11-11'],
    ['2024-10-10', '2024-10-07'], // a holiday: backward periods are never rolled
  ])('5(2): hearing on %s, notice by %s (E38)', (hearing, due) => {
    const ruling = noticeDeadline(d(hearing), WorkingCalendar.shipped());
    expect(ruling.ok && ruling.value.due).toBe(due);
  });

  it('5(2) is not in force before July 2020', () => {
    expect(noticeDeadline(d('2020-06-30'), WorkingCalendar.shipped()).ok).toBe(false);
    expect(noticeDeadline(d('2020-07-01'), WorkingCalendar.shipped()).ok).toBe(true);
  });
});

describe('reconsideration hearings (行政复议法 2023, 51(3))', () => {
  it.each([
    [true, false, false, 'ATTENDED', []],
    [false, true, true, 'EXPLAINED_AND_REPRESENTED', []],
    [false, false, true, 'DUTY_NOT_MET', ['REASONS']],
    [false, true, false, 'DUTY_NOT_MET', ['STAFF']],
    [false, false, false, 'DUTY_NOT_MET', ['REASONS', 'STAFF']],
  ])('head %s, reasons %s, staff %s: %s', (headPresent, reasonsGiven, staffPresent, result, missing) =>
    expect(
      assessReconsiderationHearing({ hearingOn: d('2024-01-01'), headPresent, reasonsGiven, staffPresent }),
    ).toMatchObject({
      ok: true,
      value: { result, missing },
    }),
  );

  it('had no such duty before 2024', () => {
    const hearing = {
      hearingOn: d('2023-12-31'),
      headPresent: false,
      reasonsGiven: false,
      staffPresent: false,
    };
    expect(assessReconsiderationHearing(hearing)).toMatchObject({
      refusal: { code: 'NO_TEXT_GOVERNS_THE_DAY' },
    });
  });
});
