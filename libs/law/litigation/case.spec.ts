import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import {
  directSuitLimit,
  inactionSuitLimit,
  litigationClock,
  LITIGATION_CLOCKS,
  suitAfterReconsideration,
  suitBar,
  type LtEvent,
} from '#law/litigation';
import { calendar, code, e, look } from '#test/fixtures/law/litigation';

const open = e('2024-09-12', { kind: 'OPEN', instance: 'FIRST', filedOn: d('2024-09-10') });
const copy = e('2024-09-20', { kind: 'COPY_SERVED' });
const answer = e('2024-10-08', { kind: 'FILE_ANSWER' });
const scheduled = e('2024-10-10', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-11-14') });
const held = e('2024-11-14', { kind: 'HOLD_HEARING', appearanceRecorded: true });
const judgment = e('2024-12-02', { kind: 'DECIDE', form: 'JUDGMENT', outcome: 'CLAIM_REJECTED' });
const served = e('2024-12-05', { kind: 'SERVE_DECISION' });
const toJudgment = [open, copy, answer, scheduled, held, judgment];
const dueOf = (ruling: ReturnType<typeof litigationClock>) =>
  ruling.ok ? ruling.value.due : ruling.refusal.code;

const ruled = (outcome: 'SUIT_DISMISSED' | 'WITHDRAWN'): LtEvent[] => [
  open,
  copy,
  answer,
  e('2024-10-20', { kind: 'DECIDE', form: 'RULING', outcome }),
  e('2024-10-22', { kind: 'SERVE_DECISION' }),
];
const apply = (on: string, specialGroundKnownOn?: string) =>
  e(on, {
    kind: 'APPLY_RETRIAL',
    ...(specialGroundKnownOn ? { specialGroundKnownOn: d(specialGroundKnownOn) } : {}),
  });

describe('a first instance (行政诉讼法 67, 81, 85)', () => {
  it('runs answer, evidence and trial limits', () => {
    expect(look([open, copy], '2024-09-21')).toMatchObject({
      state: 'ANSWERING',
      clocks: {
        'LT-11': '2024-09-18 MET_LATE',
        'LT-12': '2024-10-08 RUNNING',
        'LT-13': '2024-10-08 RUNNING',
        'LT-15': '2024-10-08 RUNNING',
        'LT-23': '2025-03-10 RUNNING',
      },
    });
    expect(look([open, copy, answer, scheduled], '2024-10-11')).toMatchObject({
      state: 'HEARING_SCHEDULED',
      clocks: { 'LT-12': '2024-10-08 MET', 'LT-17': '2024-11-11 RUNNING', 'LT-13': '2024-10-08 FELL_AWAY' },
    });
  });

  it.each([
    ['2024-10-08', 'ANSWERING'],
    ['2024-10-09', 'AWAITING_HEARING'],
  ])('34(2), 67: without evidence, on %s the case is %s', (today, state) =>
    expect(look([open, copy], today).state).toBe(state),
  );

  it.each([
    ['2024-12-20', 'DECIDED'],
    ['2024-12-21', 'EFFECTIVE'],
  ])('85: nobody appealed by 12-20; on %s it is %s', (today, state) =>
    expect(look([...toJudgment, served], today)).toMatchObject({
      state,
      clocks: { 'LT-26': state === 'DECIDED' ? '2024-12-20 RUNNING' : '2024-12-20 FELL_AWAY' },
    }),
  );

  it.each([
    ['2024-12-19', 'ok'],
    ['2024-12-20', 'ok'],
    ['2024-12-21', 'APPEAL_WITHIN_ITS_LIMIT'],
  ])('85: an appeal on %s: %s', (on, expected) =>
    expect(code([...toJudgment, served], e(on, { kind: 'APPEAL' }), 'HEAD', on)).toBe(expected),
  );

  it('85, 101(2): a ruling has ten calendar days, and only two kinds may be appealed', () => {
    expect(look(ruled('SUIT_DISMISSED'), '2024-10-23').clocks['LT-26']).toBe('2024-11-01 RUNNING');
    expect(look(ruled('WITHDRAWN'), '2024-10-22')).toMatchObject({ state: 'EFFECTIVE' });
    expect(
      code(
        [
          ...toJudgment.slice(0, 5),
          e('2024-12-02', { kind: 'DECIDE', form: 'RULING', outcome: 'WITHDRAWN' }),
        ],
        e('2024-12-02', { kind: 'APPEAL' }),
        'HEAD',
        '2024-12-02',
      ),
    ).toBe('RESULT_MAY_BE_APPEALED');
  });

  it('60; 解释 85: a mediation document takes effect at once', () => {
    const mediated = [
      open,
      copy,
      answer,
      e('2024-10-20', { kind: 'DECIDE', form: 'MEDIATION', outcome: 'MEDIATED' }),
    ];
    expect(look(mediated, '2024-10-20').state).toBe('EFFECTIVE');
    expect(look(mediated, '2024-10-21').clocks['LT-29']).toBe('2025-04-21 RUNNING');
  });

  it('解释 110, 153: retrial in six months, enforcement in two years', () => {
    const effective = [
      ...toJudgment.slice(0, 5),
      e('2024-12-02', { kind: 'DECIDE', form: 'JUDGMENT', outcome: 'PAY', performBy: d('2025-01-31') }),
      served,
    ];
    expect(look(effective, '2024-12-22').clocks).toMatchObject({
      'LT-29': '2025-06-23 RUNNING',
      'LT-36': '2027-02-01 RUNNING',
    });
    expect(code(effective, apply('2025-06-23'), 'HEAD', '2025-06-23')).toBe('ok');
    expect(code(effective, apply('2025-06-24'), 'HEAD', '2025-06-24')).toBe('RETRIAL_WITHIN_SIX_MONTHS');
    expect(code(effective, apply('2025-06-24', '2025-06-01'), 'HEAD', '2025-06-24')).toBe('ok');
    const retrial = [...effective, apply('2025-02-03'), e('2025-02-10', { kind: 'RETRIAL_COPY_SERVED' })];
    expect(look(retrial, '2025-02-11')).toMatchObject({
      state: 'RETRIAL_REVIEW',
      clocks: { 'LT-31': '2025-02-25 RUNNING' },
    });
    expect(look([...retrial, e('2025-03-01', { kind: 'ORDER_RETRIAL' })], '2025-03-02').state).toBe(
      'RETRIAL',
    );
    expect(
      look(
        [
          ...retrial,
          e('2025-03-01', { kind: 'REJECT_RETRIAL' }),
          e('2025-03-02', { kind: 'BEGIN_PERFORMANCE' }),
          e('2025-03-05', { kind: 'PERFORMED' }),
        ],
        '2025-03-06',
      ).state,
    ).toBe('CLOSED');
  });
});

describe('late evidence (36; 解释 34)', () => {
  it('has fifteen days from the end of the cause (E37)', () => {
    const asked = [
      e('2024-04-01', { kind: 'OPEN', instance: 'FIRST' }),
      e('2024-04-02', { kind: 'COPY_SERVED' }),
      e('2024-04-10', { kind: 'REQUEST_EXTENSION', written: true }),
    ];
    expect(look(asked, '2024-05-01').state).toBe('EVIDENCE_EXTENSION_REQUESTED');
    const granted = [...asked, e('2024-04-12', { kind: 'GRANT_EXTENSION', causeEndedOn: d('2024-05-06') })];
    expect(look(granted, '2024-05-07')).toMatchObject({
      state: 'EVIDENCE_EXTENDED',
      clocks: { 'LT-14': '2024-05-21 RUNNING' },
    });
    expect(look(granted, '2024-05-07').clocks).not.toHaveProperty('LT-12');
    expect(look(granted, '2024-05-22').state).toBe('AWAITING_HEARING');
    const endless = [...asked, e('2024-04-12', { kind: 'GRANT_EXTENSION' })];
    expect(look(endless, '2024-12-31').state).toBe('EVIDENCE_EXTENDED');
    expect(look([...asked, e('2024-04-12', { kind: 'REFUSE_EXTENSION' })], '2024-04-18').state).toBe(
      'AWAITING_HEARING',
    );
  });

  it.each([
    ['2024-10-08', true, 'ok'],
    ['2024-10-08', false, 'LATE_EVIDENCE_IS_ASKED_FOR_IN_WRITING'],
    ['2024-10-09', true, 'EVIDENCE_WITHIN_ITS_PERIOD'],
  ])('asked for on %s, in writing %s: %s', (on, written, expected) =>
    expect(code([open, copy], e(on, { kind: 'REQUEST_EXTENSION', written }), 'HANDLER', on)).toBe(expected),
  );
});

describe('rules of the trial', () => {
  const second = [e('2024-11-16', { kind: 'OPEN', instance: 'SECOND', filedOn: d('2024-11-15') })];

  it('88: three months in second instance, effective on service (E35)', () => {
    expect(look(second, '2024-11-17').clocks).toEqual({ 'LT-28': '2025-02-17 RUNNING' });
    const judged = [
      ...second,
      e('2024-11-20', { kind: 'COPY_SERVED' }),
      e('2024-12-01', { kind: 'FILE_ANSWER' }),
      e('2025-01-10', { kind: 'DECIDE', form: 'JUDGMENT', outcome: 'APPEAL_REJECTED' }),
    ];
    expect(look(judged, '2025-01-20').state).toBe('DECIDED');
    expect(look([...judged, e('2025-01-20', { kind: 'SERVE_DECISION' })], '2025-01-20').state).toBe(
      'EFFECTIVE',
    );
  });

  it('82–83, 解释 105: forty-five days, or the ordinary limit from filing after conversion', () => {
    const simple = [
      e('2024-09-12', { kind: 'OPEN', instance: 'FIRST', trial: 'SIMPLIFIED', filedOn: d('2024-09-10') }),
    ];
    expect(look(simple, '2024-09-13').clocks['LT-24']).toBe('2024-10-25 RUNNING');
    expect(look([...simple, e('2024-10-20', { kind: 'CONVERT' })], '2024-10-21').clocks['LT-23']).toBe(
      '2025-03-10 RUNNING',
    );
    expect(code([open], e('2024-10-20', { kind: 'CONVERT' }), 'HANDLER', '2024-10-20')).toBe(
      'ONLY_A_SIMPLIFIED_TRIAL_IS_CONVERTED',
    );
    expect(
      code(
        [],
        e('2024-10-20', { kind: 'OPEN', instance: 'REMAND_FIRST', trial: 'SIMPLIFIED' }),
        'HANDLER',
        '2024-10-20',
      ),
    ).toBe('SIMPLIFIED_TRIAL_ONLY_IN_FIRST_INSTANCE');
  });

  it('解释 50: suspension, appraisal and the like do not count in the trial limit', () => {
    const stopped = [open, copy, answer, e('2024-10-10', { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' })];
    expect(look(stopped, '2024-10-20')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'LT-23': 'stopped STOPPED' },
    });
    const on = [
      ...stopped,
      e('2024-10-20', { kind: 'RESUME' }),
      e('2024-10-25', { kind: 'EXCLUDE_TIME', ground: 'APPRAISAL', until: d('2024-11-04') }),
    ];
    expect(look(on, '2024-11-05')).toMatchObject({
      state: 'AWAITING_HEARING',
      clocks: { 'LT-23': '2025-03-31 RUNNING' },
    });
  });

  it.each([
    ['PLAINTIFF_DIED', '2025-01-08', 'ok'],
    ['PLAINTIFF_DIED', '2025-01-07', 'NINETY_DAYS_OF_SUSPENSION_HAVE_PASSED'],
    ['OTHER', '2025-06-01', 'NINETY_DAYS_OF_SUSPENSION_HAVE_PASSED'],
  ] as const)('解释 88(2): %s suspended 2024-10-09, ended on %s: %s', (ground, on, expected) => {
    const stopped = [open, copy, answer, e('2024-10-09', { kind: 'SUSPEND', ground })];
    expect(code(stopped, e(on, { kind: 'END', how: 'TERMINATED' }), 'HANDLER', on)).toBe(expected);
  });

  it('解释 88(2): ends by itself only where the office wants it so', () => {
    const stopped = [open, copy, answer, e('2024-10-09', { kind: 'SUSPEND', ground: 'PLAINTIFF_DIED' })];
    expect(look(stopped, '2025-01-08')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'LT-35': '2025-01-08 REACHED' },
    });
    expect(look(stopped, '2025-01-07', { ninetyDaysOfSuspension: 'DEEMED' }).state).toBe('SUSPENDED');
    expect(look(stopped, '2025-01-08', { ninetyDaysOfSuspension: 'DEEMED' }).state).toBe('CLOSED');
  });

  it.each([
    [e('2024-10-08', { kind: 'OBJECT_JURISDICTION' }), 'ok'],
    [e('2024-10-09', { kind: 'OBJECT_JURISDICTION' }), 'JURISDICTION_IS_OBJECTED_TO_WITHIN_FIFTEEN_DAYS'],
    [e('2024-09-30', { kind: 'CHANGE_ACT', courtInformed: false }), 'COURT_IS_TOLD_OF_A_CHANGED_ACT'],
    [e('2024-09-30', { kind: 'CHANGE_ACT', courtInformed: true }), 'ok'],
    [e('2024-09-30', { kind: 'STOP_EXECUTION', ground: 'LAW_REQUIRES' }), 'ok'],
    [e('2024-09-30', { kind: 'END', how: 'WITHDRAWN' }), 'ok'],
  ] as [LtEvent, string][])('%# %s', (event, expected) =>
    expect(code([open, copy], event, 'HANDLER', event.on)).toBe(expected),
  );

  it('解释 10–11: no objection on remand', () => {
    const remand = [e('2024-09-12', { kind: 'OPEN', instance: 'REMAND_FIRST' }), copy];
    expect(code(remand, e('2024-09-25', { kind: 'OBJECT_JURISDICTION' }), 'HANDLER', '2024-09-25')).toBe(
      'JURISDICTION_IS_OBJECTED_TO_WITHIN_FIFTEEN_DAYS',
    );
    expect(look(remand, '2024-09-25').clocks).not.toHaveProperty('LT-15');
  });

  it('3(3): a hearing is not recorded without its attendance', () => {
    const bare = e('2024-11-14', { kind: 'HOLD_HEARING', appearanceRecorded: false });
    expect(code([open, copy, answer, scheduled], bare, 'HANDLER', '2024-11-14')).toBe(
      'APPEARANCE_IS_RECORDED_WITH_THE_HEARING',
    );
    const again = [
      ...toJudgment.slice(0, 5),
      e('2024-11-20', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-12-20') }),
      e('2024-11-25', { kind: 'SUMMONS' }),
    ];
    expect(look(again, '2024-11-26')).toMatchObject({
      state: 'HEARING_SCHEDULED',
      clocks: { 'LT-17': '2024-12-17 MET' },
    });
    expect(
      look([...again, e('2024-12-19', { kind: 'POSTPONE', ground: 'HEAD_ABSENT_WITH_REASON' })], '2024-12-20')
        .state,
    ).toBe('POSTPONED');
  });

  it('108, 149: replies to an appeal (E58) and to a judicial suggestion (E41)', () => {
    const appealed = [
      ...toJudgment,
      served,
      e('2024-12-10', { kind: 'APPEAL' }),
      e('2025-04-19', { kind: 'APPEAL_COPY_SERVED' }),
    ];
    expect(look(appealed, '2025-04-20').clocks['LT-27']).toBe('2025-05-06 RUNNING');
    expect(
      look([...appealed, e('2025-05-01', { kind: 'REPLY_TO_APPEAL' })], '2025-05-02').clocks['LT-27'],
    ).toBe('2025-05-06 MET');
    const told = (onNormativeDocument: boolean) => [
      ...toJudgment,
      served,
      e('2025-01-06', { kind: 'SUGGESTION_RECEIVED', onNormativeDocument }),
    ];
    expect(look(told(true), '2025-01-07').clocks['LT-43']).toBe('2025-03-07 RUNNING');
    expect(look(told(false), '2025-01-07').clocks).not.toHaveProperty('LT-43');
    expect(look(told(false), '2025-01-07', { generalSuggestionDays: 60 }).clocks['LT-43']).toBe(
      '2025-03-07 RUNNING',
    );
    expect(
      code([...toJudgment, served], e('2025-01-06', { kind: 'REPLY_TO_SUGGESTION' }), 'HEAD', '2025-01-06'),
    ).toBe('A_SUGGESTION_WAS_RECEIVED');
  });

  it('96: enforcement by the court', () => {
    const run = [
      ...toJudgment,
      served,
      e('2025-01-06', { kind: 'BEGIN_PERFORMANCE' }),
      e('2025-02-06', { kind: 'ENFORCE' }),
    ];
    expect(look(run, '2025-02-07').state).toBe('ENFORCED');
    expect(look([...run.slice(0, 7), e('2025-01-06', { kind: 'CLOSE' })], '2025-02-07').state).toBe('CLOSED');
  });
});

describe('limits of suing', () => {
  it.each([
    ['2024-03-15', '2024-09-18'], // E23
    ['2024-08-31', '2025-02-28'], // E24a
  ])('46(1): known on %s, sue by %s', (knewOn, due) =>
    expect(dueOf(directSuitLimit({ knewOn: d(knewOn) }, calendar))).toBe(due),
  );

  it('48(1): lost time does not count', () => {
    const lostTime = [
      { from: d('2024-04-01'), to: d('2024-04-11'), reason: { zh: '不可抗力', en: 'force majeure' } },
    ];
    expect(dueOf(directSuitLimit({ knewOn: d('2024-03-15'), lostTime }, calendar))).toBe('2024-09-25');
  });

  it.each([
    ['2024-02-29', '2024-03-10', '2024-09-10', 'LT-03'],
    ['2024-02-29', '2024-08-28', '2025-02-28', 'LT-03'],
    ['2024-02-29', '2024-08-29', '2025-02-28', 'LT-03'],
    ['2024-02-29', '2024-12-01', '2025-02-28', 'LT-03-CAP'], // E25
  ])('解释 64: content %s, limit known %s: %s by %s', (knewOn, limitKnownOn, due, rule) => {
    const ruling = directSuitLimit({ knewOn: d(knewOn), limitKnownOn: d(limitKnownOn) }, calendar);
    expect(ruling.ok && [ruling.value.due, ruling.value.spec.rule]).toEqual([due, rule]);
  });

  it('45, 47: after reconsideration (E20, E21) and against inaction', () => {
    expect(dueOf(suitAfterReconsideration(d('2025-01-20'), calendar))).toBe('2025-02-05');
    expect(dueOf(suitAfterReconsideration(d('2024-10-08'), calendar))).toBe('2024-10-23');
    expect(dueOf(inactionSuitLimit({ requestReceivedOn: d('2024-03-11') }, calendar))).toBe('2024-11-11');
    expect(
      dueOf(inactionSuitLimit({ requestReceivedOn: d('2024-03-11'), dutyEndsOn: d('2024-04-10') }, calendar)),
    ).toBe('2024-10-10');
  });

  it('46(2): five and twenty years', () => {
    expect(dueOf(suitBar(d('2019-07-15'), false, calendar))).toBe('2024-07-15');
    expect(dueOf(suitBar(d('2006-07-14'), true, calendar))).toBe('2026-07-14');
  });

  it('E53: on an enforcement application the court’s five days are working days', () => {
    const accept = LITIGATION_CLOCKS.find(c => c.code === 'LT-41')!;
    expect(dueOf(litigationClock(accept, d('2025-01-24'), calendar))).toBe('2025-02-07');
    expect(dueOf(litigationClock(accept, d('2011-12-31'), calendar))).toBe('NO_TEXT_GOVERNS_THE_DAY');
  });
});
