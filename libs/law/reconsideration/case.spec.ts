import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { availableActions } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { accepted, at, code, e, inReview, look, received, served } from '#test/fixtures/law/reconsideration';

describe('an ordinary case', () => {
  it('runs its clocks one after the other', () => {
    expect(look([received], '2024-06-04').clocks).toEqual({
      'RC-07': '2024-06-11 RUNNING',
      'RC-09': '2024-06-11 RUNNING',
    });
    expect(look([received, accepted], '2024-06-06').clocks).toMatchObject({
      'RC-07': '2024-06-11 MET',
      'RC-12': '2024-06-17 RUNNING',
      'RC-28': '2024-08-05 RUNNING',
    });
    expect(look(inReview, '2024-06-25')).toMatchObject({
      state: 'IN_REVIEW',
      clocks: { 'RC-12': '2024-06-17 MET', 'RS-01': '2024-06-26 MET', 'RC-28': '2024-08-05 RUNNING' },
    });
  });

  it('ends with service, suit limit and enforcement limit', () => {
    const end = [
      ...inReview,
      e('2024-07-20', { kind: 'SUBMIT' }),
      e('2024-07-25', { kind: 'DECIDE', outcome: 'REVOKE', remakeOrdered: true }),
      e('2024-07-29', { kind: 'SERVE' }),
    ];
    expect(look(end, '2024-07-30')).toMatchObject({
      state: 'EFFECTIVE',
      clocks: { 'RC-28': '2024-08-05 MET', 'RC-35': '2024-08-13 RUNNING', 'RC-36': '2024-09-27 RUNNING' },
    });
    const changed = [
      ...end.slice(0, -2),
      e('2024-07-25', { kind: 'DECIDE', outcome: 'CHANGE' }),
      end.at(-1)!,
    ];
    expect(look(changed, '2024-08-13').clocks).not.toHaveProperty('RC-39');
    expect(look(changed, '2024-08-14').clocks).toMatchObject({
      'RC-39': '2024-11-13 RUNNING',
      'RC-35': '2024-08-13 OVERDUE',
    });
    expect(look([...changed, e('2024-08-01', { kind: 'SUED' })], '2024-08-14').clocks).not.toHaveProperty(
      'RC-39',
    );
    expect(look([...end, e('2024-12-01', { kind: 'CLOSE' })], '2024-12-02').clocks).toMatchObject({
      'RC-36': '2024-09-27 FELL_AWAY',
    });
    const fifteen = [
      ...end.slice(0, -2),
      e('2024-07-25', { kind: 'DECIDE', outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 15 }),
      end.at(-1)!,
    ];
    expect(look(fifteen, '2024-07-30').clocks['RC-36']).toBe('2024-08-13 RUNNING');
  });

  it.each([
    [59, '2024-08-05'], // Saturday 08-03
    [30, '2024-07-05'],
    [60, '2024-08-05'],
    [90, '2024-08-05'],
  ])('62(1): a law that sets %i days can only shorten the period', (decisionDaysByLaw, due) => {
    const short = e('2024-06-05', { kind: 'ACCEPT', procedure: 'ORDINARY', decisionDaysByLaw });
    expect(look([received, short], '2024-06-06').clocks['RC-28']).toBe(`${due} RUNNING`);
  });

  it('行诉法 45: a dismissal of the application may be sued over too', () => {
    const dismissed = [
      received,
      accepted,
      e('2024-06-20', { kind: 'DISMISS', ground: 'NO_INTEREST' }),
      e('2024-06-24', { kind: 'SERVE' }),
    ];
    expect(look(dismissed, '2024-06-25')).toMatchObject({
      state: 'EFFECTIVE',
      clocks: { 'RC-35': '2024-07-09 RUNNING' },
    });
  });

  it('is late once the day is over, not before', () => {
    expect(look(inReview, '2024-08-05').clocks['RC-28']).toBe('2024-08-05 RUNNING');
    expect(look(inReview, '2024-08-06').clocks['RC-28']).toBe('2024-08-05 OVERDUE');
    const late = [...inReview, e('2024-08-06', { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' })];
    expect(look(late, '2024-08-06').clocks['RC-28']).toBe('2024-08-05 MET_LATE');
  });
});

const extendTo = (until: string) => e('2024-05-20', { kind: 'EXTEND_CORRECTION', until: d(until) });

describe('what silence does', () => {
  it.each([
    ['2024-06-11', 'RECEIVED'],
    ['2024-06-12', 'ACCEPTED'],
  ])('30(3): on %s the case is %s', (today, state) => expect(look([received], today).state).toBe(state));

  it('30(3): acceptance is the last day of the period, and its clocks start there', () => {
    const { clocks, all } = look([received], '2024-06-12');
    expect(clocks).toMatchObject({
      'RC-07': '2024-06-11 LAPSED',
      'RC-12': '2024-06-20 RUNNING',
      'RC-28': '2024-08-12 RUNNING',
    });
    expect(all.find(c => c.code === 'RC-28')!.clock.spec).toMatchObject({
      day0: '2024-06-11',
      fact: { code: 'DEEMED_ACCEPTED' },
    });
  });

  it('30(3): a later notice only confirms it and may choose the procedure', () => {
    const late = e('2024-06-14', {
      kind: 'ACCEPT',
      procedure: 'SIMPLIFIED',
      simplifiedGround: 'GOV_INFORMATION',
    });
    const seen = look([received, late], '2024-06-14');
    expect(seen).toMatchObject({ state: 'ACCEPTED', rejected: [] });
    expect(seen.clocks['RC-30']).toBe('2024-07-11 RUNNING');
    expect(
      code(
        [received, late],
        e('2024-06-15', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
        'HANDLER',
        '2024-06-15',
      ),
    ).toBe('ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER');
  });

  it('30(3): after it the application can be dismissed, not refused', () => {
    const refuse = e('2024-06-12', { kind: 'REFUSE', ground: 'OUT_OF_TIME' });
    expect(code([received], refuse, 'HANDLER', '2024-06-12')).toBe('REVIEW_PERIOD_HAS_RUN_OUT');
    expect(code([received], { ...refuse, on: d('2024-06-11') }, 'HANDLER', '2024-06-12')).toBe('ok');
    expect(
      code(
        [received],
        e('2024-06-12', { kind: 'DISMISS', ground: 'OUT_OF_TIME' }),
        'ORGAN_HEAD',
        '2024-06-12',
      ),
    ).toBe('ok');
  });

  const noticed = e('2024-04-30', { kind: 'RECEIVE' });
  const notice = e('2024-05-09', { kind: 'NOTICE_CORRECTION', servedOn: d('2024-05-10') });

  it('31(2): no corrections in ten working days: abandoned', () => {
    expect(look([noticed, notice], '2024-05-23')).toMatchObject({
      state: 'CORRECTION_PENDING',
      clocks: { 'RC-10': '2024-05-23 RUNNING' },
    });
    expect(look([noticed, notice], '2024-05-24').state).toBe('ABANDONED');
    const longer = e('2024-05-20', { kind: 'EXTEND_CORRECTION', until: d('2024-06-03') });
    expect(look([noticed, notice, longer], '2024-06-03')).toMatchObject({
      state: 'CORRECTION_PENDING',
      clocks: { 'RC-10': '2024-06-03 RUNNING' },
    });
    expect(look([noticed, notice, longer], '2024-06-04').state).toBe('ABANDONED');
  });

  it('31(2): only an extension moves the ten working days, and only later', () => {
    const shorter = e('2024-05-09', {
      kind: 'NOTICE_CORRECTION',
      servedOn: d('2024-05-10'),
      until: d('2024-05-15'),
    });
    expect(look([noticed, shorter], '2024-05-16')).toMatchObject({
      state: 'CORRECTION_PENDING',
      clocks: { 'RC-10': '2024-05-23 RUNNING' },
    });
    expect(code([noticed, notice], extendTo('2024-05-22'), 'HANDLER', '2024-05-20')).toBe(
      'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS',
    );
    expect(code([noticed, notice], extendTo('2024-05-23'), 'HANDLER', '2024-05-20')).toBe(
      'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS',
    );
    expect(code([noticed, notice], extendTo('2024-05-24'), 'HANDLER', '2024-05-20')).toBe('ok');
  });

  it('31(3): corrections start the review anew (E08c)', () => {
    const corrected = [noticed, notice, e('2024-05-23', { kind: 'RECEIVE_CORRECTIONS' })];
    expect(look(corrected, '2024-05-30')).toMatchObject({
      state: 'RECEIVED',
      clocks: { 'RC-11': '2024-05-30 RUNNING', 'RC-10': '2024-05-23 MET' },
    });
    expect(look(corrected, '2024-05-31')).toMatchObject({
      state: 'ACCEPTED',
      clocks: { 'RC-28': '2024-07-29 RUNNING' },
    });
    expect(code(corrected, e('2024-05-24', { kind: 'NOTICE_CORRECTION' }), 'HANDLER', '2024-05-24')).toBe(
      'CORRECTION_NOTICE_IS_GIVEN_ONCE',
    );
  });

  it('70: no reply in ten working days leaves the act without evidence', () => {
    const waiting = [received, accepted, served];
    expect(look(waiting, '2024-06-26').state).toBe('REPLY_PENDING');
    expect(look(waiting, '2024-06-27')).toMatchObject({
      state: 'IN_REVIEW',
      clocks: { 'RS-01': '2024-06-26 LAPSED' },
    });
    const pending = [
      ...waiting,
      e('2024-07-01', { kind: 'REPLY' }),
      e('2024-07-02', { kind: 'HEAR_OPINIONS' }),
      e('2024-07-03', { kind: 'SUBMIT' }),
    ];
    const uphold = e('2024-07-05', { kind: 'DECIDE', outcome: 'UPHOLD' });
    expect(code(pending, uphold, 'ORGAN_HEAD', '2024-07-05')).toBe('NO_REPLY_MEANS_NO_EVIDENCE');
    expect(
      code(pending, { ...uphold, thirdPartyEvidence: true } as RcEvent, 'ORGAN_HEAD', '2024-07-05'),
    ).toBe('ok');
    expect(code(pending, { ...uphold, outcome: 'REVOKE' } as RcEvent, 'ORGAN_HEAD', '2024-07-05')).toBe('ok');
  });
});

const suspend = (on: string, ground: 'APPLICANT_DIED' | 'APPLICANT_MISSING' | 'OTHER', id?: string) =>
  e(on, { kind: 'SUSPEND', ground }, id);

describe('suspension (39, 41)', () => {
  it('stops the decision period; several overlapping ones count once', () => {
    const s1 = suspend('2024-06-25', 'APPLICANT_MISSING', 's1');
    const s2 = suspend('2024-07-01', 'OTHER', 's2');
    expect(look([...inReview, s1], '2024-06-26')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'RC-28': 'stopped STOPPED' },
    });
    const one = [...inReview, s1, s2, e('2024-07-05', { kind: 'RESUME', of: 's1' })];
    expect(look(one, '2024-07-06').state).toBe('SUSPENDED');
    const both = [...one, e('2024-07-10', { kind: 'RESUME', of: 's2' })];
    expect(look(both, '2024-07-11')).toMatchObject({
      state: 'IN_REVIEW',
      clocks: { 'RC-28': '2024-08-19 RUNNING' },
    }); // 08-05 + 15 days = 08-20
  });

  it('may be entered late', () => {
    const back = [...inReview, e('2024-07-10', { kind: 'RESUME' }), suspend('2024-07-01', 'OTHER')];
    expect(look(back, '2024-07-11').clocks['RC-28']).toBe('2024-08-13 RUNNING');
    expect(look(inReview, '2024-07-11').clocks['RC-28']).toBe('2024-08-05 RUNNING');
  });

  it.each([
    ['APPLICANT_DIED', '2024-08-24', 'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED'],
    ['APPLICANT_DIED', '2024-08-25', 'ok'],
    ['APPLICANT_MISSING', '2024-12-31', 'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED'],
  ] as const)('41(5): %s on %s: %s', (ground, on, expected) => {
    const events = [...inReview, suspend('2024-06-25', ground)];
    expect(code(events, e(on, { kind: 'TERMINATE', ground: 'SUSPENDED_60_DAYS' }), 'ORGAN_HEAD', on)).toBe(
      expected,
    );
  });

  it('41(5): ends by itself only where the office wants it so', () => {
    const events = [...inReview, suspend('2024-06-25', 'APPLICANT_DIED')];
    expect(look(events, '2024-08-25')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'RC-31': '2024-08-25 REACHED' },
    });
    expect(look(events, '2024-08-24', { sixtyDaysOfSuspension: 'DEEMED' }).state).toBe('SUSPENDED');
    expect(look(events, '2024-08-25', { sixtyDaysOfSuspension: 'DEEMED' }).state).toBe('TERMINATED');
  });

  it('may be counted out of the period or not', () => {
    const events = [...inReview, suspend('2024-07-01', 'OTHER'), e('2024-07-10', { kind: 'RESUME' })];
    expect(look(events, '2024-07-11', { suspensionStopsDecision: false }).clocks['RC-28']).toBe(
      '2024-08-05 RUNNING',
    );
    const measured = [
      ...inReview,
      e('2024-07-01', { kind: 'EXCLUDE_TIME', ground: 'APPRAISAL', until: d('2024-07-10') }),
    ];
    expect(look(measured, '2024-07-11', { suspensionStopsDecision: false }).clocks['RC-28']).toBe(
      '2024-08-13 RUNNING',
    );
  });
});

describe('simplified → ordinary (53–55, 62)', () => {
  const simple = [
    e('2024-09-10', { kind: 'RECEIVE' }),
    e('2024-09-12', { kind: 'ACCEPT', procedure: 'SIMPLIFIED', simplifiedGround: 'GOV_INFORMATION' }),
    e('2024-09-18', { kind: 'COPY_SERVED' }),
  ];
  const convert = e('2024-09-20', { kind: 'CONVERT' });

  it('moves the decision from thirty to sixty days from acceptance', () => {
    expect(look(simple, '2024-09-19').clocks).toMatchObject({
      'RC-13': '2024-09-18 MET',
      'RS-02': '2024-09-25 RUNNING',
      'RC-30': '2024-10-12 RUNNING',
    });
    const after = look([...simple, convert], '2024-09-20').clocks;
    expect(after).toMatchObject({ 'RC-28': '2024-11-11 RUNNING', 'RS-02': '2024-09-25 RUNNING' });
    expect(after).not.toHaveProperty('RC-30');
    expect(look([...simple, convert], '2024-09-20', { conversion: 'FROM_CONVERSION' }).clocks['RC-28']).toBe(
      '2024-11-19 RUNNING',
    );
  });

  it('has no extension before it converts', () => {
    const extend = e('2024-09-20', { kind: 'EXTEND_DECISION', days: 30, approvedBy: 'OFFICE_HEAD' });
    expect(code(simple, extend, 'OFFICE_HEAD', '2024-09-20')).toBe(
      'EXTENSION_ONLY_IN_THE_ORDINARY_PROCEDURE',
    );
    expect(code([...simple, convert], { ...extend, on: d('2024-09-21') }, 'OFFICE_HEAD', '2024-09-21')).toBe(
      'ok',
    );
    expect(
      code([...simple, convert], e('2024-09-21', { kind: 'CONVERT' }), 'OFFICE_HEAD', '2024-09-21'),
    ).toBe('ONLY_A_SIMPLIFIED_CASE_IS_CONVERTED');
  });

  it('needs a ground', () => {
    const bare = e('2024-09-12', { kind: 'ACCEPT', procedure: 'SIMPLIFIED' });
    expect(code(simple.slice(0, 1), bare, 'HANDLER', '2024-09-12')).toBe(
      'SIMPLIFIED_PROCEDURE_NEEDS_A_GROUND',
    );
  });
});

const extendOld = (by: 'OFFICE_HEAD' | 'ORGAN_HEAD') =>
  e('2017-04-20', { kind: 'EXTEND_DECISION', days: 30, approvedBy: by });

describe('a case of the older texts', () => {
  const old = [e('2017-03-01', { kind: 'RECEIVE' })];
  const run = [
    ...old,
    e('2017-03-06', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    e('2017-03-10', { kind: 'COPY_SERVED' }),
  ];

  it('has ten calendar days for the reply (40(2) names only five and seven)', () => {
    expect(look(run, '2017-03-11').clocks).toMatchObject({
      'RS-01': '2017-03-20 RUNNING',
      'RC-12': '2017-03-15 MET',
      'RC-28': '2017-05-05 RUNNING',
    });
  });

  it('was accepted on receipt when nobody refused it (17(2))', () => {
    const { all } = look(old, '2017-03-09');
    expect(all.find(c => c.code === 'RC-28')!.clock).toMatchObject({
      due: '2017-05-02',
      spec: { day0: '2017-03-01' },
    });
  });

  it('counts from the day recorded as acceptance, even a late one, unless told otherwise', () => {
    const late = [...old, e('2017-03-13', { kind: 'ACCEPT', procedure: 'ORDINARY' })];
    expect(look(late, '2017-03-14').clocks).toMatchObject({
      'RC-28': '2017-05-12 RUNNING',
      'RC-12': '2017-03-22 RUNNING',
    });
    expect(look(late, '2017-03-14', { oldTextAcceptance: 'RECEIPT' }).clocks['RC-28']).toBe(
      '2017-05-02 RUNNING',
    );
  });

  it('76: the report on an opinion letter runs from its receipt', () => {
    const letter = e('2024-07-01', { kind: 'OPINION_LETTER', servedOn: d('2024-07-05') });
    expect(look([...inReview, letter], '2024-07-06').clocks['RC-38']).toBe('2024-09-03 RUNNING');
    expect(
      look([...inReview, letter, e('2024-09-03', { kind: 'REPORT_BACK' })], '2024-09-04').clocks['RC-38'],
    ).toBe('2024-09-03 MET');
  });

  it('runs from the receipt where the office reads 17(2) by its letter', () => {
    expect(look(run, '2017-03-11', { oldTextAcceptance: 'RECEIPT' }).clocks['RC-28']).toBe(
      '2017-05-02 RUNNING',
    );
  });

  it('knows no simplified procedure, committee or conversion', () => {
    const kinds = Object.fromEntries(
      availableActions(RECONSIDERATION, run, 'OFFICE_HEAD', at('2017-03-11')).map(a => [
        a.kind,
        a.ruling.ok ? 'ok' : a.ruling.refusal.code,
      ]),
    );
    expect(kinds).toMatchObject({
      CONVERT: 'NO_TEXT_GOVERNS_THE_DAY',
      ASK_COMMITTEE: 'NO_TEXT_GOVERNS_THE_DAY',
    });
    expect(code(old, e('2016-01-05', { kind: 'SUED' }), 'HANDLER', '2017-03-11')).toBe('NOT_IN_THIS_STATE');
  });

  it('is extended by the head of the organ, and suspended on the grounds of the regulation', () => {
    expect(code(run, extendOld('OFFICE_HEAD'), 'ORGAN_HEAD', '2017-04-20')).toBe(
      'EXTENSION_APPROVED_BY_THE_RIGHT_HEAD',
    );
    expect(code(run, extendOld('ORGAN_HEAD'), 'ORGAN_HEAD', '2017-04-20')).toBe('ok');
    expect(
      code(run, e('2017-03-15', { kind: 'SUSPEND', ground: 'MEDIATION_AGREED' }), 'HANDLER', '2017-03-15'),
    ).toBe('SUSPENSION_GROUND_IS_IN_FORCE');
    expect(
      code(run, e('2017-03-15', { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' }), 'HANDLER', '2017-03-15'),
    ).toBe('ok');
  });

  it('waits for corrections as long as the notice says (条例 29)', () => {
    const asked = [...old, e('2017-03-03', { kind: 'NOTICE_CORRECTION', until: d('2017-03-18') })];
    expect(look(asked, '2017-03-20').state).toBe('CORRECTION_PENDING');
    expect(look(asked, '2017-03-21').state).toBe('ABANDONED');
    expect(look([...old, e('2017-03-03', { kind: 'NOTICE_CORRECTION' })], '2019-01-01').state).toBe(
      'CORRECTION_PENDING',
    );
  });
});
