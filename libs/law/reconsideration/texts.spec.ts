import { describe, expect, it } from 'vitest';
import { addDays, calendarDate as d, type CalendarDate } from '#law/calendar';
import { availableActions, basisOn, take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcRole } from '#law/reconsideration';
import { basisInForce, citationExists, type Basis, type Citation } from '#law/statute';
import { at, e, type WithoutBase } from '#test/fixtures/law/reconsideration';

/** The days on which one text takes over from another; the regulation of 2007 came between two of the law. */
const TEXTS = [
  ['1999', '1999-10-01'],
  ['1999 + 条例', '2007-08-01'],
  ['2009', '2009-08-27'],
  ['2017', '2018-01-01'],
  ['2023', '2024-01-01'],
] as const;

const place = ({ statute, article, paragraph, item }: Citation): string => {
  const short = { RECONSIDERATION_REGULATION: '条例', OFFICE_SETTINGS: '设置' }[statute as string] ?? '';
  return `${short}${article}${paragraph ? `(${paragraph})` : ''}${item ? `(${item})` : ''}`;
};
const places = (basis: Basis | null): string => basis?.map(place).join(' ') ?? '—';
const liesInForce = (basis: Basis, day: string): boolean => {
  const days = basisInForce(basis);
  return days !== null && days.from <= day && (days.to === null || day < days.to);
};

/**
 * Where each rule stands: before the regulation of 2007, since then, since 2024. “—”: the text of the time has no
 * such rule, and it stands in nobody's way. Read off the statutes by hand.
 */
const RULES: readonly (readonly [string, string, string, string])[] = [
  ['ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER', '17(2)', '17(2)', '30(3)'],
  ['NO_NEW_APPLICATION_AFTER_WITHDRAWAL', '—', '条例38(2)', '74(2)'],
  ['PROCEDURE_IS_KNOWN_TO_THE_TEXT', '22 31(1)', '22 31(1)', '53'],
  ['SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND', '—', '—', '53'],
  ['REFUSAL_FOR_JURISDICTION_NAMES_THE_ORGAN', '17(1)', '17(1)', '30(2)'],
  ['CORRECTION_NOTICE_IS_GIVEN_ONCE', '—', '—', '31(1)'],
  ['EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS', '—', '条例29', '31(2)'],
  ['ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED', '—', '—', '55'],
  ['HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE', '—', '—', '51(1) 88(2)'],
  ['HEARING_NEEDS_NOTICE', '—', '—', '51(1)'],
  ['HEARING_NEEDS_TWO_HEARING_OFFICERS', '—', '—', '50(3)'],
  ['OPINIONS_OF_THE_PARTIES_ARE_HEARD', '—', '—', '49'],
  ['MAJOR_CASES_NEED_A_HEARING', '—', '—', '50(1)'],
  ['COMMITTEE_OPINION_IS_ASKED', '—', '—', '52(2)'],
  ['NO_REPLY_MEANS_NO_EVIDENCE', '28(1)(4)', '28(1)(4)', '70'],
  ['INVESTIGATION_NEEDS_TWO_OFFICERS', '—', '条例34(2)', '45(2)'],
  ['FILE_ACCESS_GROUND_IS_IN_FORCE', '23(2)', '23(2)', '47'],
  ['ONE_MEDIATION_AT_A_TIME', '—', '设置1 条例50(1)', '设置1 5(1)'],
  ['MEDIATION_HAS_BEGUN', '—', '设置1 条例50(1)', '设置1 5(1)'],
  ['EXTENSION_ONLY_IN_THE_ORDINARY_PROCEDURE', '—', '—', '62(2)'],
  ['EXTENSION_AT_MOST_THIRTY_DAYS', '31(1)', '31(1)', '62(1)'],
  ['EXTENSION_ONLY_ONCE', '设置1 31(1)', '设置1 31(1)', '设置1 62(1)'],
  ['EXTENSION_APPROVED_BY_THE_RIGHT_HEAD', '31(1)', '31(1)', '62(1)'],
  ['EXTENSION_BEFORE_THE_PERIOD_ENDS', '31(1)', '31(1)', '62(1)'],
  ['SUSPENSION_GROUND_IS_IN_FORCE', '26 27', '条例41(1)', '39(1)'],
  ['TERMINATION_GROUND_IS_IN_FORCE', '25', '条例42', '41'],
  ['WITHDRAWAL_IS_ASKED_FOR', '25', '条例42(1)(1)', '41(1)'],
  ['SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED', '—', '条例42(2)', '41(5)'],
  ['MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED', '—', '条例50(2)', '73(1)'],
  ['NO_CHANGE_FOR_THE_WORSE', '—', '条例51', '63(2)'],
  ['OUTCOME_IS_KNOWN_TO_THE_TEXT', '28(1)', '28(1)', '61(1)'],
  ['RESULT_NEEDS_ITS_OWN_STEP', '28(1)', '28(1)', '61(1)'],
  ['COMPENSATION_NEEDS_A_CORRECTION', '29(1)', '29(1)', '72(1)'],
  ['COMPENSATION_AMOUNT_NEEDS_A_GRANT', '29(1)', '29(1)', '72(1)'],
  ['ONLY_A_DECISION_IS_PUBLISHED', '—', '—', '79(1)'],
  ['ONLY_DECISIONS_AND_OPINION_LETTERS_ARE_COPIED', '—', '—', '79(2)'],
  ['SOMETHING_IS_LEFT_UNDONE', '32(2)', '32(2)', '77(2)'],
  ['ORDER_GIVES_TIME_TO_PERFORM', '32(2)', '32(2)', '77(2)'],
];
const guards = new Map(
  RECONSIDERATION.steps.flatMap(step => (step.guards ?? []).map(g => [g.code, g] as const)),
);
const textOf = (day: string): 1 | 2 | 3 => (day < '2007-08-01' ? 1 : day < '2024-01-01' ? 2 : 3);

describe('every rule under every text', () => {
  it('is in the table', () => {
    expect(RULES.map(([code]) => code).toSorted()).toEqual([...guards.keys()].toSorted());
  });

  it.each(RULES)('%s: %s · %s · %s', (code, ...expected) => {
    const { bases } = guards.get(code)!;
    for (const [, start] of TEXTS)
      for (const day of [start, addDays(d(start), 1)] as CalendarDate[]) {
        const basis = basisOn(bases, day);
        expect([day, places(basis)]).toEqual([day, expected[textOf(day) - 1]]);
        expect(basis === null || (basis.every(citationExists) && liesInForce(basis, day))).toBe(true);
      }
  });
});

/** A case received on a day, told in days after it. */
const story = (start: string) => {
  const on = (n: number): string => addDays(d(start), n);
  const ev = (n: number, event: WithoutBase<RcEvent>, id?: string): RcEvent => e(on(n), event, id);
  const received = ev(0, { kind: 'RECEIVE' });
  const accepted = ev(1, { kind: 'ACCEPT', procedure: 'ORDINARY' });
  const served = ev(2, { kind: 'COPY_SERVED' });
  const inReview = [received, accepted, served, ev(3, { kind: 'REPLY' })];
  const heard = [...inReview, ev(4, { kind: 'HEAR_OPINIONS' })];
  const pending = [...heard, ev(5, { kind: 'SUBMIT' })];
  const decided = [...pending, ev(6, { kind: 'DECIDE', outcome: 'REVOKE' }), ev(7, { kind: 'SERVE' })];
  return { on, ev, received, accepted, served, inReview, heard, pending, decided };
};
type Story = ReturnType<typeof story>;
type Attempt = readonly [events: RcEvent[], event: RcEvent, role: RcRole];
const head = (start: string) => (start < '2024-01-01' ? 'ORGAN_HEAD' : 'OFFICE_HEAD');
const extension = (s: Story, n: number, days: number, start: string): RcEvent =>
  s.ev(n, { kind: 'EXTEND_DECISION', days, approvedBy: head(start) });

/** For each rule a case that runs into it, where the text of the day has it. */
const ATTEMPTS: Record<string, (s: Story, start: string) => Attempt> = {
  ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER: s => [
    [s.received, s.accepted],
    s.ev(2, { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    'HANDLER',
  ],
  NO_NEW_APPLICATION_AFTER_WITHDRAWAL: s => [
    [s.ev(0, { kind: 'RECEIVE', withdrawnBefore: true })],
    s.accepted,
    'HANDLER',
  ],
  PROCEDURE_IS_KNOWN_TO_THE_TEXT: s => [
    [s.received],
    s.ev(1, { kind: 'ACCEPT', procedure: 'SIMPLIFIED', simplifiedGround: 'GOV_INFORMATION' }),
    'HANDLER',
  ],
  SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND: s => [
    [s.received],
    s.ev(1, { kind: 'ACCEPT', procedure: 'SIMPLIFIED' }),
    'HANDLER',
  ],
  REFUSAL_FOR_JURISDICTION_NAMES_THE_ORGAN: s => [
    [s.received],
    s.ev(1, { kind: 'REFUSE', ground: 'NO_JURISDICTION', competentOrgan: '  ' }),
    'HANDLER',
  ],
  CORRECTION_NOTICE_IS_GIVEN_ONCE: s => [
    [s.received, s.ev(1, { kind: 'NOTICE_CORRECTION' }), s.ev(2, { kind: 'RECEIVE_CORRECTIONS' })],
    s.ev(3, { kind: 'NOTICE_CORRECTION' }),
    'HANDLER',
  ],
  EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS: s => [
    [s.received, s.ev(1, { kind: 'NOTICE_CORRECTION', until: d(s.on(30)) })],
    s.ev(2, { kind: 'EXTEND_CORRECTION', until: d(s.on(4)) }),
    'HANDLER',
  ],
  ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED: s => [s.inReview, s.ev(4, { kind: 'CONVERT' }), 'OFFICE_HEAD'],
  HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE: s => [
    [...s.inReview, s.ev(4, { kind: 'SCHEDULE_HEARING', hearingOn: d(s.on(6)) })],
    s.ev(5, { kind: 'NOTIFY_HEARING' }),
    'HANDLER',
  ],
  HEARING_NEEDS_NOTICE: s => [s.inReview, s.ev(4, { kind: 'HOLD_HEARING', hearingOfficers: 2 }), 'HANDLER'],
  HEARING_NEEDS_TWO_HEARING_OFFICERS: s => [
    [...s.inReview, s.ev(4, { kind: 'NOTIFY_HEARING' })],
    s.ev(5, { kind: 'HOLD_HEARING', hearingOfficers: 1 }),
    'HANDLER',
  ],
  OPINIONS_OF_THE_PARTIES_ARE_HEARD: s => [s.inReview, s.ev(4, { kind: 'SUBMIT' }), 'HANDLER'],
  MAJOR_CASES_NEED_A_HEARING: s => [
    [...s.heard, s.ev(5, { kind: 'CLASSIFY', major: true })],
    s.ev(6, { kind: 'SUBMIT' }),
    'HANDLER',
  ],
  COMMITTEE_OPINION_IS_ASKED: s => [
    [...s.heard, s.ev(5, { kind: 'CLASSIFY', technical: true })],
    s.ev(6, { kind: 'SUBMIT' }),
    'HANDLER',
  ],
  NO_REPLY_MEANS_NO_EVIDENCE: s => [
    [
      s.received,
      s.accepted,
      s.served,
      s.ev(40, { kind: 'REPLY' }),
      s.ev(41, { kind: 'HEAR_OPINIONS' }),
      s.ev(42, { kind: 'SUBMIT' }),
    ],
    s.ev(43, { kind: 'DECIDE', outcome: 'UPHOLD' }),
    'ORGAN_HEAD',
  ],
  INVESTIGATION_NEEDS_TWO_OFFICERS: s => [
    s.inReview,
    s.ev(4, { kind: 'INVESTIGATE', officers: 1 }),
    'HANDLER',
  ],
  FILE_ACCESS_GROUND_IS_IN_FORCE: s => [
    s.inReview,
    s.ev(4, { kind: 'REFUSE_FILE_ACCESS', ground: 'SECURITY_OR_STABILITY' }),
    'HANDLER',
  ],
  ONE_MEDIATION_AT_A_TIME: s => [
    [...s.inReview, s.ev(4, { kind: 'BEGIN_MEDIATION' })],
    s.ev(5, { kind: 'BEGIN_MEDIATION' }),
    'HANDLER',
  ],
  MEDIATION_HAS_BEGUN: s => [s.inReview, s.ev(4, { kind: 'HOLD_MEDIATION' }), 'HANDLER'],
  EXTENSION_ONLY_IN_THE_ORDINARY_PROCEDURE: (s, start) => [
    [s.received, s.ev(1, { kind: 'ACCEPT', procedure: 'SIMPLIFIED', simplifiedGround: 'GOV_INFORMATION' })],
    extension(s, 9, 30, start),
    head(start),
  ],
  EXTENSION_AT_MOST_THIRTY_DAYS: (s, start) => [s.heard, extension(s, 9, 31, start), head(start)],
  EXTENSION_ONLY_ONCE: (s, start) => [
    [...s.heard, extension(s, 8, 10, start)],
    extension(s, 9, 10, start),
    head(start),
  ],
  EXTENSION_APPROVED_BY_THE_RIGHT_HEAD: (s, start) => [
    s.heard,
    extension(s, 9, 10, start < '2024-01-01' ? '2024-01-01' : '2023-12-31'),
    'ORGAN_HEAD',
  ],
  EXTENSION_BEFORE_THE_PERIOD_ENDS: (s, start) => [s.heard, extension(s, 90, 10, start), head(start)],
  SUSPENSION_GROUND_IS_IN_FORCE: s => [
    s.heard,
    s.ev(9, { kind: 'SUSPEND', ground: 'MEDIATION_AGREED' }),
    'HANDLER',
  ],
  TERMINATION_GROUND_IS_IN_FORCE: (s, start) => [
    s.heard,
    s.ev(9, { kind: 'TERMINATE', ground: start < '2007-08-01' ? 'CRIMINAL_COERCION' : 'SETTLED' }),
    'ORGAN_HEAD',
  ],
  WITHDRAWAL_IS_ASKED_FOR: s => [
    s.heard,
    s.ev(9, { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' }),
    'ORGAN_HEAD',
  ],
  SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED: s => [
    [...s.heard, s.ev(9, { kind: 'SUSPEND', ground: 'ENTITY_ENDED' })],
    s.ev(30, { kind: 'TERMINATE', ground: 'SUSPENDED_60_DAYS' }),
    'ORGAN_HEAD',
  ],
  MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED: s => [
    s.heard,
    s.ev(9, { kind: 'MEDIATE', signedByAll: false, sealed: true }),
    'ORGAN_HEAD',
  ],
  NO_CHANGE_FOR_THE_WORSE: s => [
    s.pending,
    s.ev(9, { kind: 'DECIDE', outcome: 'CHANGE', worseForApplicant: true }),
    'ORGAN_HEAD',
  ],
  OUTCOME_IS_KNOWN_TO_THE_TEXT: s => [
    s.pending,
    s.ev(9, { kind: 'DECIDE', outcome: 'CONFIRM_INVALID' }),
    'ORGAN_HEAD',
  ],
  RESULT_NEEDS_ITS_OWN_STEP: s => [s.pending, s.ev(9, { kind: 'DECIDE', outcome: 'REFUSED' }), 'ORGAN_HEAD'],
  COMPENSATION_NEEDS_A_CORRECTION: s => [
    s.pending,
    s.ev(9, { kind: 'DECIDE', outcome: 'UPHOLD', compensation: 'COMPENSATION_GRANTED' }),
    'ORGAN_HEAD',
  ],
  COMPENSATION_AMOUNT_NEEDS_A_GRANT: s => [
    s.pending,
    s.ev(9, { kind: 'DECIDE', outcome: 'REVOKE', compensationYuan: 500 }),
    'ORGAN_HEAD',
  ],
  ONLY_A_DECISION_IS_PUBLISHED: s => [
    [s.received, s.accepted, s.ev(4, { kind: 'DISMISS', ground: 'NO_INTEREST' }), s.ev(5, { kind: 'SERVE' })],
    s.ev(6, { kind: 'PUBLISH' }),
    'HANDLER',
  ],
  ONLY_DECISIONS_AND_OPINION_LETTERS_ARE_COPIED: s => [
    [...s.heard, s.ev(9, { kind: 'MEDIATE', signedByAll: true, sealed: true })],
    s.ev(10, { kind: 'COPY_TO_SUPERIOR', addressee: '某省某厅' }),
    'HANDLER',
  ],
  SOMETHING_IS_LEFT_UNDONE: s => [
    [...s.decided, s.ev(8, { kind: 'PERFORMED' })],
    s.ev(9, { kind: 'ORDER_PERFORMANCE', until: d(s.on(20)) }),
    'ORGAN_HEAD',
  ],
  ORDER_GIVES_TIME_TO_PERFORM: s => [
    s.decided,
    s.ev(9, { kind: 'ORDER_PERFORMANCE', until: d(s.on(9)) }),
    'ORGAN_HEAD',
  ],
};
/** Rules the case cannot run into under a text that has them, because it knows no other answer there. */
const NO_WAY_IN: Record<string, readonly string[]> = {
  // since 2024 every procedure, and mediation as a ground, is known
  PROCEDURE_IS_KNOWN_TO_THE_TEXT: ['2024-01-01'],
  SUSPENSION_GROUND_IS_IN_FORCE: ['2024-01-01'],
  // and the text of 2023 has them all
  FILE_ACCESS_GROUND_IS_IN_FORCE: ['2024-01-01'],
  OUTCOME_IS_KNOWN_TO_THE_TEXT: ['2024-01-01'],
  // the regulation lists settlement
  TERMINATION_GROUND_IS_IN_FORCE: ['2007-08-01', '2009-08-27', '2018-01-01'],
};

describe('a case that runs into a rule is refused by the text it lives under', () => {
  it.each(RULES)('%s', (code, ...expected) => {
    for (const [, start] of TEXTS) {
      const [events, event, role] = ATTEMPTS[code]!(story(start), start);
      const ruling = take(RECONSIDERATION, events, event, role, at(addDays(d(start), 120)));
      const answer = ruling.ok ? 'ok' : ruling.refusal.code;
      const where = expected[textOf(start) - 1];
      const stands = where !== '—' && !NO_WAY_IN[code]?.includes(start);
      const cited = ruling.ok ? ruling.basis : ruling.refusal.basis;
      expect([start, answer === code]).toEqual([start, stands]);
      expect([start, stands ? places(cited) : where]).toEqual([start, where]);
      expect([start, answer, liesInForce(cited, start) || answer === 'NO_TEXT_GOVERNS_THE_DAY']).toEqual([
        start,
        answer,
        true,
      ]);
    }
  });
});

const stages = (s: Story): RcEvent[][] => [
  [],
  [s.received],
  [s.received, s.ev(1, { kind: 'NOTICE_CORRECTION' })],
  [s.received, s.accepted],
  [s.received, s.accepted, s.served],
  s.heard,
  s.pending,
  s.decided,
  [...s.decided, s.ev(8, { kind: 'CLOSE' })],
];

describe('every action offered or refused', () => {
  it.each(TEXTS)('under the text of %s cites only what is in force', (_, start) => {
    const roles = Object.keys(RECONSIDERATION.roles);
    let answers = 0;
    for (const events of stages(story(start)))
      for (const role of roles)
        for (const { kind, ruling } of availableActions(
          RECONSIDERATION,
          events,
          role,
          at(addDays(d(start), 8)),
        )) {
          const basis = ruling.ok ? ruling.basis : ruling.refusal.basis;
          const code = ruling.ok ? 'ok' : ruling.refusal.code;
          expect(basis.every(citationExists)).toBe(true);
          // the one refusal that speaks of another text: it cites the day's first later text that has the step
          expect([kind, code, liesInForce(basis, start)]).toEqual([
            kind,
            code,
            code !== 'NO_TEXT_GOVERNS_THE_DAY',
          ]);
          answers += 1;
        }
    expect(answers).toBe(stages(story(start)).length * roles.length * RECONSIDERATION.steps.length);
  });

  it('a step of a later text tells from when it is known', () => {
    const old = [e('2017-03-01', { kind: 'RECEIVE' })];
    const convert = availableActions(RECONSIDERATION, old, 'OFFICE_HEAD', at('2017-03-02')).find(
      a => a.kind === 'CONVERT',
    )!;
    expect(convert.ruling).toMatchObject({
      ok: false,
      refusal: {
        code: 'NO_TEXT_GOVERNS_THE_DAY',
        message: {
          zh: '适用于2017-03-01收案的条文没有“转为普通程序”这一程序(2024-01-01起方有规定)',
          en: 'the text that governs a case of 2017-03-01 knows no step “convert to the ordinary procedure” (known from 2024-01-01 on)',
        },
        basis: [{ version: '2023', article: 55 }],
      },
    });
    const early = [e('2005-03-01', { kind: 'RECEIVE' })];
    const mediate = availableActions(RECONSIDERATION, early, 'HANDLER', at('2005-03-02')).find(
      a => a.kind === 'MEDIATE',
    )!;
    expect(mediate.ruling.ok ? null : mediate.ruling.refusal.basis).toMatchObject([
      { statute: 'RECONSIDERATION_REGULATION', article: 50 },
    ]);
  });
});
