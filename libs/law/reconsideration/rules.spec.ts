import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { availableActions, whatIf } from '#law/procedure';
import {
  DEFAULT_RECONSIDERATION_SETTINGS,
  RECONSIDERATION,
  rcRows,
  type RcEvent,
  type RcRole,
} from '#law/reconsideration';
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
  type WithoutBase,
} from '#test/fixtures/law/reconsideration';

const extend = (days: number, on = '2024-07-20') =>
  e(on, { kind: 'EXTEND_DECISION', days, approvedBy: 'OFFICE_HEAD' });
const hold = (officers: number) => e('2024-07-10', { kind: 'HOLD_HEARING', hearingOfficers: officers });

describe('rules on the way to a decision', () => {
  it.each([
    [0, 'EXTENSION_AT_MOST_THIRTY_DAYS'],
    [1, 'ok'],
    [29, 'ok'],
    [30, 'ok'],
    [31, 'EXTENSION_AT_MOST_THIRTY_DAYS'],
  ])('62(1): an extension of %i days: %s', (days, expected) =>
    expect(code(inReview, extend(days), 'OFFICE_HEAD', '2024-07-20')).toBe(expected),
  );

  it.each([
    ['2024-08-04', 'ok'],
    ['2024-08-05', 'ok'],
    ['2024-08-06', 'EXTENSION_BEFORE_THE_PERIOD_ENDS'],
  ])('62(1): extended on %s: %s', (on, expected) =>
    expect(code(inReview, extend(10, on), 'OFFICE_HEAD', on)).toBe(expected),
  );

  it('62(1): once, and seen in the due date', () => {
    expect(look([...inReview, extend(30)], '2024-07-21').clocks['RC-28']).toBe('2024-09-03 RUNNING');
    expect(code([...inReview, extend(10)], extend(10, '2024-07-22'), 'OFFICE_HEAD', '2024-07-22')).toBe(
      'EXTENSION_ONLY_ONCE',
    );
  });

  it.each([
    ['2024-10-08', '2024-10-08', 'ok'],
    ['2024-10-09', '2024-10-09', 'ok'],
    ['2024-10-10', '2024-10-10', 'HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE'],
  ])('51(1): hearing on 2024-10-15, notified on %s: %s %s', (on, today, expected) => {
    const events = [
      e('2024-09-02', { kind: 'RECEIVE' }),
      e('2024-09-04', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      e('2024-09-05', { kind: 'COPY_SERVED' }),
      e('2024-09-10', { kind: 'REPLY' }),
      e('2024-09-20', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-10-15') }),
    ];
    expect(look(events, '2024-09-21').clocks['RC-16']).toBe('2024-10-09 RUNNING');
    expect(code(events, e(on, { kind: 'NOTIFY_HEARING' }), 'HANDLER', today)).toBe(expected);
  });

  it('names what is missing before the case may be submitted', () => {
    const bare = [received, accepted, served, replied];
    const major = e('2024-06-21', { kind: 'CLASSIFY', major: true });
    const submit = e('2024-07-20', { kind: 'SUBMIT' });
    expect(code(bare, submit, 'HANDLER', '2024-07-20')).toBe('OPINIONS_OF_THE_PARTIES_ARE_HEARD');
    expect(code(inReview, submit, 'HANDLER', '2024-07-20')).toBe('ok');
    expect(code([...inReview, major], submit, 'HANDLER', '2024-07-20')).toBe('MAJOR_CASES_NEED_A_HEARING');
    const hearing = [
      e('2024-06-21', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-10') }),
      e('2024-06-28', { kind: 'NOTIFY_HEARING' }),
    ];
    expect(code([...inReview, major], hold(2), 'HANDLER', '2024-07-10')).toBe('HEARING_NEEDS_NOTICE');
    expect(code([...inReview, major, ...hearing], hold(1), 'HANDLER', '2024-07-10')).toBe(
      'HEARING_NEEDS_TWO_HEARING_OFFICERS',
    );
    expect(code([...inReview, major, ...hearing, hold(2)], submit, 'HANDLER', '2024-07-20')).toBe(
      'COMMITTEE_OPINION_IS_ASKED',
    );
    const asked = [
      e('2024-07-11', { kind: 'ASK_COMMITTEE' }),
      e('2024-07-15', { kind: 'COMMITTEE_OPINION' }),
    ];
    expect(code([...inReview, major, ...hearing, hold(2), ...asked], submit, 'HANDLER', '2024-07-20')).toBe(
      'ok',
    );
  });

  const pending = [...inReview, e('2024-07-20', { kind: 'SUBMIT' })];
  it.each([
    [{ kind: 'DECIDE', outcome: 'UPHOLD' }, 'ok'],
    [{ kind: 'DECIDE', outcome: 'TERMINATED' }, 'RESULT_NEEDS_ITS_OWN_STEP'],
    [{ kind: 'DECIDE', outcome: 'CHANGE', worseForApplicant: true }, 'NO_CHANGE_FOR_THE_WORSE'],
    [{ kind: 'DECIDE', outcome: 'CHANGE', worseForApplicant: true, thirdPartyAskedOpposite: true }, 'ok'],
    [{ kind: 'DECIDE', outcome: 'REVOKE', worseForApplicant: true }, 'ok'], // 63(2) speaks of changes
    [{ kind: 'DECIDE', outcome: 'NONSENSE' }, 'INPUT_NOT_VALID'],
    [{ kind: 'DECIDE' }, 'INPUT_MISSING'],
    [{ kind: 'MEDIATE', signedByAll: true, sealed: false }, 'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED'],
    [{ kind: 'MEDIATE', signedByAll: true, sealed: true }, 'ok'],
  ])('%j: %s', (event, expected) =>
    expect(code(pending, e('2024-07-25', event as WithoutBase<RcEvent>), 'ORGAN_HEAD', '2024-07-25')).toBe(
      expected,
    ),
  );

  it('30(2): a refusal for want of jurisdiction names the organ', () => {
    const refuse = { kind: 'REFUSE', ground: 'NO_JURISDICTION' } as const;
    expect(code([received], e('2024-06-04', refuse), 'HANDLER', '2024-06-04')).toBe(
      'REFUSAL_FOR_JURISDICTION_NAMES_THE_ORGAN',
    );
    expect(
      code(
        [received],
        e('2024-06-04', { ...refuse, competentOrgan: '某市人民政府' }),
        'HANDLER',
        '2024-06-04',
      ),
    ).toBe('ok');
  });
});

const begin = (ownPower: boolean) => [
  ...inReview,
  e('2024-09-05', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower }),
  e('2024-09-05', { kind: 'SUSPEND', ground: 'NORMATIVE_REVIEW' }),
];

describe('normative documents (56–60)', () => {
  it('with own power: thirty days, the maker told in three working days and heard in ten', () => {
    expect(look(begin(true), '2024-09-06').clocks).toMatchObject({
      'RC-23': '2024-10-08 RUNNING',
      'RC-25': '2024-09-10 RUNNING',
    });
    const told = [...begin(true), e('2024-09-09', { kind: 'NOTIFY_MAKER', servedOn: d('2024-09-10') })];
    expect(look(told, '2024-09-11').clocks).toMatchObject({
      'RC-25': '2024-09-10 MET',
      'RC-26': '2024-09-25 RUNNING',
    });
  });

  it('without: transferred in seven working days, answered in sixty days', () => {
    expect(look(begin(false), '2024-09-06').clocks).toMatchObject({ 'RC-24': '2024-09-14 RUNNING' });
    expect(look(begin(false), '2024-09-06').clocks).not.toHaveProperty('RC-25');
    const sent = [
      ...begin(false),
      e('2024-09-10', { kind: 'TRANSFER_NORMATIVE', receivedOn: d('2024-10-14') }),
    ];
    expect(look(sent, '2024-10-15').clocks).toMatchObject({
      'RC-24': '2024-09-14 MET',
      'RC-27': '2024-12-13 RUNNING',
    });
  });
});

describe('entering events', () => {
  it.each([
    [e('2024-06-06', { kind: 'SUSPEND', ground: 'OTHER' }), 'RESPONDENT', 'NOT_FOR_THIS_ROLE'],
    [e('2024-06-09', { kind: 'COPY_SERVED' }), 'HANDLER', 'DAY_LIES_IN_THE_FUTURE'],
    [{ ...accepted }, 'HANDLER', 'EVENT_ALREADY_RECORDED'],
    [e('2024-06-06', { kind: 'DECIDE', outcome: 'UPHOLD' }), 'ORGAN_HEAD', 'NOT_IN_THIS_STATE'],
  ] as [RcEvent, RcRole, string][])('%# %s', (event, role, expected) =>
    expect(code([received, accepted], event, role, '2024-06-06')).toBe(expected),
  );

  it('does not pull the ground from under later records', () => {
    const end = e('2024-06-07', { kind: 'TERMINATE', ground: 'DIED_NO_RELATIVE_OR_WAIVED' });
    expect(code(inReview, end, 'ORGAN_HEAD', '2024-07-01')).toBe('LATER_EVENTS_STAND_IN_THE_WAY');
  });

  it('tells what an event would change before it is entered', () => {
    const parts = { machine: RECONSIDERATION, rows: () => rcRows(DEFAULT_RECONSIDERATION_SETTINGS) };
    const ruling = whatIf(
      parts,
      inReview,
      e('2024-06-25', { kind: 'SUSPEND', ground: 'APPLICANT_DIED' }),
      'HANDLER',
      at('2024-06-25'),
    );
    expect(ruling).toMatchObject({
      ok: true,
      value: {
        stateBefore: 'IN_REVIEW',
        stateAfter: 'SUSPENDED',
        clocks: [
          { code: 'RC-28', how: 'STOPPED', dueBefore: '2024-08-05', dueAfter: null },
          { code: 'RC-31', how: 'STARTED', dueBefore: null, dueAfter: '2024-08-25' },
        ],
      },
    });
    expect(
      whatIf(
        parts,
        inReview,
        e('2024-06-25', { kind: 'SUSPEND', ground: 'OTHER' }),
        'SYSTEM',
        at('2024-06-25'),
      ).ok,
    ).toBe(false);
  });

  it('tells for each action its input, basis and clocks, or what stands in the way', () => {
    const actions = availableActions(RECONSIDERATION, inReview, 'HANDLER', at('2024-06-25'));
    const submit = actions.find(a => a.kind === 'SUBMIT')!;
    expect(submit.ruling).toMatchObject({
      ok: true,
      basis: [{ statute: 'RECONSIDERATION_LAW', version: '2023', article: 61 }],
    });
    const decide = actions.find(a => a.kind === 'DECIDE')!;
    expect(decide.ruling).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_THIS_STATE' } });
    const suspend = actions.find(a => a.kind === 'SUSPEND')!;
    expect(suspend.ruling).toMatchObject({
      ok: true,
      value: { stops: ['RC-28', 'RC-30'], inputs: [{ name: 'ground' }] },
    });
  });
});
