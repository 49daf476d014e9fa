import { describe, expect, it } from 'vitest';
import { calendarDate as d, WorkingCalendar } from '#law/calendar';
import {
  appearanceRate,
  AR,
  assessHearing,
  assessReconsiderationHearing,
  DEFAULT_RATE,
  dutyOf,
  missingProof,
  noticeDeadline,
  POSTS,
  PROOFS,
  RATE_BY_AGENCY,
  RATE_BY_CASE,
  reasonStatus,
  REASONS,
  VIOLATIONS,
  type DutyFacts,
  type HearingEntry,
  type HearingRecord,
  type Post,
  type RateDefinition,
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
    expect(assessReconsiderationHearing(hearing).ok).toBe(false);
  });
});

const valueOf = (hearing: HearingRecord) => {
  const ruling = assessHearing(hearing);
  if (!ruling.ok) throw new Error('no text');
  return ruling.value;
};
const YES = valueOf(present);
const NO = valueOf(absent);
const EXCUSED = valueOf({ ...absent, reason: 'ACCEPTED' });
const NOT_HEARD = valueOf({ ...absent, heard: false });

let serial = 0;
const entry = (more: Partial<HearingEntry>): HearingEntry => ({
  id: `h${++serial}`,
  caseId: `c${serial}`,
  instance: 'FIRST',
  agencyId: 'a',
  hearingOn: d('2021-03-01'),
  closedOn: d('2021-06-01'),
  group: null,
  designated: true,
  post: 'DEPUTY',
  assessment: YES,
  ...more,
});
const many = (n: number, more: Partial<HearingEntry>) => Array.from({ length: n }, () => entry(more));
const rate = (entries: HearingEntry[], change: Partial<RateDefinition> = {}) =>
  appearanceRate(entries, { ...DEFAULT_RATE, ...change });

describe('the appearance rate is a definition', () => {
  it('reproduces a published rate by cases (837 of 837; chiefs 115 of 1,006)', () => {
    expect(appearanceRate(many(837, {}), RATE_BY_CASE)).toMatchObject({
      numerator: 837,
      denominator: 837,
      rate: 1,
    });
    const chiefs = rate([...many(115, { post: 'CHIEF' }), ...many(891, {})], {
      unit: 'CASE_INSTANCE',
      level: 'CHIEF',
    });
    expect(chiefs).toMatchObject({ numerator: 115, denominator: 1006 });
    expect((chiefs.rate! * 100).toFixed(2)).toBe('11.43');
  });

  it('reproduces a published rate by sued agencies (130 of 209)', () => {
    const {
      numerator,
      denominator,
      rate: share,
    } = appearanceRate([...many(130, {}), ...many(79, { assessment: NO })], RATE_BY_AGENCY);
    expect([numerator, denominator, (share! * 100).toFixed(1)]).toEqual([130, 209, '62.2']);
  });

  it('is null when nothing is counted', () => {
    expect(rate([])).toEqual({ numerator: 0, denominator: 0, rate: null, excluded: [] });
    expect(rate(many(1, { assessment: NOT_HEARD }))).toMatchObject({
      rate: null,
      excluded: [{ why: 'NOT_HEARD' }],
    });
    expect(rate(many(1, { assessment: NOT_HEARD }), { onlyHeard: false })).toMatchObject({
      numerator: 0,
      denominator: 1,
    });
  });

  it('counts an accepted reason as the definition says', () => {
    const entries = [...many(1, {}), ...many(1, { assessment: EXCUSED })];
    expect(rate(entries)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(rate(entries, { justifiedAbsence: 'EXCLUDE' })).toMatchObject({
      numerator: 1,
      denominator: 1,
      excluded: [{ why: 'JUSTIFIED_ABSENCE' }],
    });
    expect(rate(entries, { justifiedAbsence: 'COUNT_AS_PRESENT' })).toMatchObject({
      numerator: 2,
      denominator: 2,
    });
  });

  it('counts units, groups, instances, co-defendants and periods as the definition says', () => {
    const two = [entry({ caseId: 'x' }), entry({ caseId: 'x', hearingOn: d('2021-04-01'), assessment: NO })];
    expect(rate(two)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(rate(two, { unit: 'HEARING' })).toMatchObject({ numerator: 1, denominator: 2 });
    const co = [
      entry({ caseId: 'y', agencyId: 'a' }),
      entry({ caseId: 'y', agencyId: 'b', assessment: NO, designated: false }),
    ];
    expect(rate(co)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(rate(co, { unit: 'CASE_INSTANCE' })).toMatchObject({ numerator: 1, denominator: 1 });
    expect(rate(co, { coDefendant: 'DESIGNATED_ONLY' })).toMatchObject({
      denominator: 1,
      excluded: [{ why: 'NOT_DESIGNATED' }],
    });
    const grouped = many(3, { group: 'g' });
    expect(rate(grouped)).toMatchObject({ denominator: 3 });
    expect(rate(grouped, { groupedHearings: 'ONE' })).toMatchObject({ denominator: 1 });
    expect(rate(many(1, { instance: 'SECOND' }), { instances: ['FIRST'] }).excluded).toMatchObject([
      { why: 'INSTANCE' },
    ]);
  });

  it.each([
    ['2021-02-28', null, 'PERIOD'],
    ['2021-03-01', null, null],
    ['2021-06-30', null, null],
    ['2021-07-01', null, 'PERIOD'],
  ])('a hearing on %s in [2021-03-01, 2021-07-01)', (day, _, why) => {
    const seen = rate(many(1, { hearingOn: d(day) }), { from: d('2021-03-01'), to: d('2021-07-01') });
    expect(seen.excluded.map(x => x.why)).toEqual(why ? [why] : []);
  });

  it('leaves out what is not closed when it goes by closing date', () => {
    const seen = rate(many(1, { closedOn: null }), { by: 'CLOSING_DATE', from: d('2021-01-01') });
    expect(seen.excluded).toMatchObject([{ why: 'PERIOD' }]);
    expect(
      rate(many(1, { closedOn: null }), { by: 'CLOSING_DATE', to: d('2021-07-01') }).excluded,
    ).toMatchObject([{ why: 'PERIOD' }]);
    expect(rate(many(1, { closedOn: null }), { by: 'CLOSING_DATE' }).denominator).toBe(1);
    expect(rate(many(1, {}), { from: d('2021-03-01') }).denominator).toBe(1);
    expect(rate(many(1, {}), { to: d('2021-03-01') }).denominator).toBe(0);
  });
});
