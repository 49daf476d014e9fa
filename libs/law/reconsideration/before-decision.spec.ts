import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { stepOf, take } from '#law/procedure';
import { missingBeforeDecision, RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import {
  accepted,
  at,
  code,
  e,
  inReview,
  look,
  received,
  replied,
  served,
} from '#test/fixtures/law/reconsideration';

const submit = e('2024-07-20', { kind: 'SUBMIT' });
const decide = (more: object) =>
  e('2024-07-25', { kind: 'DECIDE', ...more } as never) as Extract<RcEvent, { kind: 'DECIDE' }>;
/** The list as a screen shows it: ✓ done, – not needed here, ✗ missing. */
const list = (events: RcEvent[], today: string, draft?: ReturnType<typeof decide>) =>
  Object.fromEntries(
    missingBeforeDecision(look(events, today).facts, at(today), draft).map(
      ({ code: rule, needed, satisfied }) => [rule, needed ? (satisfied ? '✓' : '✗') : '–'],
    ),
  );

describe('the check list before a decision', () => {
  const major = e('2024-06-21', { kind: 'CLASSIFY', major: true });
  const hearing = [
    e('2024-06-21', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-10') }),
    e('2024-06-28', { kind: 'NOTIFY_HEARING' }),
  ];
  const held = e('2024-07-10', { kind: 'HOLD_HEARING', hearingOfficers: 2 });
  const opinion = e('2024-07-15', { kind: 'COMMITTEE_OPINION' });
  const plain = {
    REPLY_IS_IN_OR_TIME_IS_OVER: '✓',
    NO_SUSPENSION_IS_OPEN: '✓',
    OPINIONS_OF_THE_PARTIES_ARE_HEARD: '✓',
    MAJOR_CASES_NEED_A_HEARING: '–',
    COMMITTEE_OPINION_IS_ASKED: '–',
    HEARING_NEEDS_NOTICE: '–',
  };

  it.each([
    [
      'just accepted',
      [received, accepted],
      { ...plain, REPLY_IS_IN_OR_TIME_IS_OVER: '✗', OPINIONS_OF_THE_PARTIES_ARE_HEARD: '✗' },
    ],
    [
      'replied, nobody heard',
      [received, accepted, served, replied],
      { ...plain, OPINIONS_OF_THE_PARTIES_ARE_HEARD: '✗' },
    ],
    ['heard', inReview, plain],
    [
      'standing still',
      [...inReview, e('2024-06-25', { kind: 'SUSPEND', ground: 'MEDIATION_AGREED' })],
      { ...plain, NO_SUSPENSION_IS_OPEN: '✗' },
    ],
    [
      'a major case',
      [...inReview, major],
      {
        ...plain,
        MAJOR_CASES_NEED_A_HEARING: '✗',
        COMMITTEE_OPINION_IS_ASKED: '✗',
        HEARING_NEEDS_NOTICE: '✗',
      },
    ],
    [
      'a major case, notice given',
      [...inReview, major, ...hearing],
      {
        ...plain,
        MAJOR_CASES_NEED_A_HEARING: '✗',
        COMMITTEE_OPINION_IS_ASKED: '✗',
        HEARING_NEEDS_NOTICE: '✓',
      },
    ],
    [
      'a major case, all done',
      [...inReview, major, ...hearing, held, opinion],
      {
        ...plain,
        MAJOR_CASES_NEED_A_HEARING: '✓',
        COMMITTEE_OPINION_IS_ASKED: '✓',
        HEARING_NEEDS_NOTICE: '✓',
      },
    ],
    [
      'a technical case asks the committee alone',
      [...inReview, e('2024-06-21', { kind: 'CLASSIFY', technical: true })],
      { ...plain, COMMITTEE_OPINION_IS_ASKED: '✗' },
    ],
  ] as [string, RcEvent[], object][])('%s', (name, events, expected) => {
    const today = name === 'just accepted' ? '2024-06-06' : '2024-07-16';
    expect(list(events, today)).toEqual(expected);
  });

  it('silence is as good as a reply; the simplified procedure need not hear anybody', () => {
    expect(list([received, accepted, served], '2024-06-27')).toMatchObject({
      REPLY_IS_IN_OR_TIME_IS_OVER: '✓',
    });
    const simple = e('2024-06-05', {
      kind: 'ACCEPT',
      procedure: 'SIMPLIFIED',
      simplifiedGround: 'GOV_INFORMATION',
    });
    expect(list([received, simple, served, replied], '2024-06-21')).toMatchObject({
      OPINIONS_OF_THE_PARTIES_ARE_HEARD: '–',
    });
  });

  it('each line has its words and article, and what is missing the way out', () => {
    const [first, suspended] = missingBeforeDecision(
      look([...inReview, e('2024-06-25', { kind: 'SUSPEND', ground: 'MEDIATION_AGREED' })], '2024-07-01')
        .facts,
      at('2024-07-01'),
    );
    expect(first).toMatchObject({
      satisfied: true,
      refusal: null,
      basis: [{ article: 48 }, { article: 54 }],
    });
    expect(suspended).toMatchObject({
      name: { zh: '没有未恢复的中止' },
      basis: [{ version: '2023', article: 39, paragraph: 2 }],
      refusal: { missing: ['MEDIATION_AGREED'], remedy: { zh: '中止的原因消除后恢复审理' } },
    });
  });

  it('a text that has no such rule has no such line', () => {
    const old = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    expect(Object.keys(list(old, '2017-03-06'))).toEqual([
      'REPLY_IS_IN_OR_TIME_IS_OVER',
      'NO_SUSPENSION_IS_OPEN',
    ]);
  });

  it('in review, nothing is missing exactly when the case may be submitted', () => {
    const cases = [inReview, [...inReview, major], [...inReview, major, ...hearing, held, opinion]];
    for (const events of [...cases, [received, accepted, served, replied]]) {
      const missing = Object.values(list(events, '2024-07-20')).includes('✗');
      expect([missing, take(RECONSIDERATION, events, submit, 'HANDLER', at('2024-07-20')).ok]).toEqual([
        missing,
        !missing,
      ]);
    }
  });

  it('a drafted result is asked all that deciding would ask', () => {
    const silent = [received, accepted, served, e('2024-07-02', { kind: 'HEAR_OPINIONS' })];
    expect(list(silent, '2024-07-25', decide({ outcome: 'UPHOLD', compensationYuan: 5 }))).toMatchObject({
      NO_REPLY_MEANS_NO_EVIDENCE: '✗',
      COMPENSATION_AMOUNT_NEEDS_A_GRANT: '✗',
      NO_CHANGE_FOR_THE_WORSE: '✓',
    });
    const asked = Object.keys(list(inReview, '2024-07-25', decide({ outcome: 'UPHOLD' })));
    for (const kind of ['SUBMIT', 'DECIDE'] as const)
      expect(asked).toEqual(
        expect.arrayContaining((stepOf(RECONSIDERATION, kind).guards ?? []).map(g => g.code)),
      );
  });
});

const back = (reason: string) => e('2024-07-22', { kind: 'SEND_BACK', reason });

describe('sent back (61(1))', () => {
  const pending = [...inReview, submit];
  it.each([
    ['ORGAN_HEAD', '补充调查', 'ok'],
    ['OFFICE_HEAD', '补充调查', 'ok'],
    ['HANDLER', '补充调查', 'NOT_FOR_THIS_ROLE'],
    ['ORGAN_HEAD', ' ', 'INPUT_MISSING'],
  ] as const)('by %s for “%s”: %s', (role, reason, expected) =>
    expect(code(pending, back(reason), role, '2024-07-22')).toBe(expected),
  );
  it('the review goes on, its clock too; the same day may see it submitted and decided', () => {
    const sent = [...pending, back('补充调查')];
    expect(look(sent, '2024-07-23')).toMatchObject({
      state: 'IN_REVIEW',
      clocks: { 'RC-28': '2024-08-05 RUNNING' },
    });
    const again = [
      ...sent,
      e('2024-07-22', { kind: 'SUBMIT' }),
      e('2024-07-22', { kind: 'DECIDE', outcome: 'UPHOLD' }),
    ];
    expect(look(again, '2024-07-23')).toMatchObject({ state: 'DECIDED', rejected: [] });
  });
  it('only what was submitted', () =>
    expect(code(inReview, back('补充调查'), 'ORGAN_HEAD', '2024-07-22')).toBe('NOT_IN_THIS_STATE'));
});

describe('compensation beside the result (72(1); 29(1) before)', () => {
  const pending = [...inReview, submit];
  const granted = 'COMPENSATION_GRANTED';
  const denied = 'COMPENSATION_DENIED';
  it.each([
    [{ outcome: 'REVOKE', compensation: granted, compensationYuan: 500 }, 'ok'],
    [{ outcome: 'REVOKE', compensation: granted }, 'ok'],
    [{ outcome: 'CONFIRM_ILLEGAL', compensation: granted, compensationYuan: 0 }, 'ok'],
    [{ outcome: granted, compensationYuan: 500 }, 'ok'], // as the result itself
    [{ outcome: 'MIXED', compensation: granted }, 'ok'],
    [{ outcome: 'REVOKE', compensation: denied }, 'ok'],
    [{ outcome: 'UPHOLD', compensation: denied }, 'ok'],
    [{ outcome: 'REVOKE', compensation: denied, compensationYuan: 500 }, 'COMPENSATION_AMOUNT_NEEDS_A_GRANT'],
    [{ outcome: 'REVOKE', compensation: denied, compensationYuan: 0 }, 'COMPENSATION_AMOUNT_NEEDS_A_GRANT'],
    [{ outcome: 'REVOKE', compensationYuan: 500 }, 'COMPENSATION_AMOUNT_NEEDS_A_GRANT'],
    [{ outcome: 'REVOKE', compensationYuan: null }, 'ok'], // not filled in
    [{ outcome: 'UPHOLD', compensation: granted }, 'COMPENSATION_NEEDS_A_CORRECTION'],
    [{ outcome: 'DISMISS_CLAIM', compensation: granted }, 'COMPENSATION_NEEDS_A_CORRECTION'],
    [{ outcome: denied, compensation: granted }, 'COMPENSATION_IS_GRANTED_OR_DENIED'],
    [{ outcome: 'REVOKE', compensation: 'REVOKE' }, 'INPUT_NOT_VALID'],
    [{ outcome: 'REVOKE', compensation: granted, compensationYuan: -1 }, 'INPUT_NOT_VALID'],
  ])('%j: %s', (more, expected) =>
    expect(code(pending, decide(more), 'ORGAN_HEAD', '2024-07-25')).toBe(expected),
  );

  it('before 2024 a claim was granted with the result, and denied nowhere (29(1))', () => {
    const old = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      e('2017-03-03', { kind: 'COPY_SERVED' }),
      e('2017-03-06', { kind: 'REPLY' }),
      e('2017-03-20', { kind: 'SUBMIT' }),
    ];
    const tried = (compensation: string) => {
      const event = { ...decide({ outcome: 'REVOKE', compensation }), on: d('2017-03-21') };
      return code(old, event, 'ORGAN_HEAD', '2017-03-21');
    };
    expect([tried(granted), tried(denied)]).toEqual(['ok', 'OUTCOME_IS_KNOWN_TO_THE_TEXT']);
  });
});

describe('39(2): which suspensions are still open', () => {
  it('only the grounds that still hold are named', () => {
    const missing = e('2024-07-01', { kind: 'SUSPEND', ground: 'APPLICANT_MISSING' }, 'missing');
    const other = e('2024-07-02', { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' }, 'other');
    const found = e('2024-07-05', { kind: 'RESUME', of: 'missing' });
    const { facts } = look([...inReview, missing, other, found], '2024-07-10');
    const open = missingBeforeDecision(facts, at('2024-07-10')).find(c => c.code === 'NO_SUSPENSION_IS_OPEN');
    expect(open?.refusal?.missing).toEqual(['DEPENDENT_CASE']);
  });
});
