import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { take } from '#law/procedure';
import { at, code, e, inReview, look } from '#test/fixtures/law/reconsideration';

const submit = e('2024-07-20', { kind: 'SUBMIT' });
const serve = e('2024-07-29', { kind: 'SERVE' });
const decidedWith = (more: object): RcEvent[] => [
  ...inReview,
  submit,
  e('2024-07-25', { kind: 'DECIDE', ...more } as never),
  serve,
];
const order = (on: string, until: string): RcEvent => e(on, { kind: 'ORDER_PERFORMANCE', until: d(until) });

describe('66: a duty to be performed in the time the decision sets', () => {
  const duty = decidedWith({ outcome: 'ORDER_PERFORM', performWithinDays: 30 });
  it('runs from service, and ends with performance', () => {
    expect(look(duty, '2024-08-28').clocks['RC-37']).toBe('2024-08-28 RUNNING');
    expect(look(duty, '2024-08-29').clocks['RC-37']).toBe('2024-08-28 OVERDUE');
    const done = [...duty, e('2024-08-20', { kind: 'PERFORMED' })];
    expect(look(done, '2024-08-21').clocks['RC-37']).toBe('2024-08-28 MET');
    expect(look([...duty, e('2024-12-01', { kind: 'CLOSE' })], '2024-12-02').clocks['RC-37']).toBe(
      '2024-08-28 FELL_AWAY',
    );
  });
  it('no text has a figure: without one in the decision, or before service, there is no clock', () => {
    expect(look(decidedWith({ outcome: 'ORDER_PERFORM' }), '2024-08-01').clocks).not.toHaveProperty('RC-37');
    expect(look(duty.slice(0, -1), '2024-07-26').clocks).not.toHaveProperty('RC-37');
  });
});

describe('77: who does not perform is ordered to, interviewed, criticised', () => {
  const duty = decidedWith({ outcome: 'ORDER_PERFORM', performWithinDays: 30 });
  it.each([
    ['2024-08-27', 'SOMETHING_IS_LEFT_UNDONE'],
    ['2024-08-28', 'SOMETHING_IS_LEFT_UNDONE'], // the last day
    ['2024-08-29', 'ok'],
  ])('while the time runs nobody is late: ordered on %s: %s', (on, expected) => {
    expect(code(duty, order(on, '2024-09-30'), 'ORGAN_HEAD', on)).toBe(expected);
    expect(code(duty, e(on, { kind: 'INTERVIEW' }), 'OFFICE_HEAD', on)).toBe(expected);
    expect(code(duty, e(on, { kind: 'CRITICISE' }), 'ORGAN_HEAD', on)).toBe(expected);
  });

  it('an overdue report on an opinion letter is enough, whatever still runs', () => {
    const letter = e('2024-06-25', { kind: 'OPINION_LETTER' });
    const events = decidedWith({ outcome: 'ORDER_PERFORM', performWithinDays: 60 });
    // sixty days end on Saturday 08-24, so on Monday 08-26
    expect(code([...events, letter], order('2024-08-26', '2024-09-30'), 'ORGAN_HEAD', '2024-08-26')).toBe(
      'SOMETHING_IS_LEFT_UNDONE',
    );
    expect(code([...events, letter], order('2024-08-27', '2024-09-30'), 'ORGAN_HEAD', '2024-08-27')).toBe(
      'ok',
    );
  });

  it('a report that came in time leaves the decision itself undone', () => {
    const letter = e('2024-06-25', { kind: 'OPINION_LETTER' });
    const reported = [letter, e('2024-07-30', { kind: 'REPORT_BACK' })];
    const events = [...decidedWith({ outcome: 'REVOKE' }), ...reported];
    expect(code(events, order('2024-08-01', '2024-09-30'), 'ORGAN_HEAD', '2024-08-01')).toBe('ok');
    const unreported = [...decidedWith({ outcome: 'REVOKE' }), letter];
    expect(code(unreported, order('2024-08-01', '2024-09-30'), 'ORGAN_HEAD', '2024-08-01')).toBe(
      'SOMETHING_IS_LEFT_UNDONE',
    );
  });

  it.each([
    [{ outcome: 'REVOKE' }, [], 'ok'],
    [{ outcome: 'REVOKE' }, [e('2024-07-30', { kind: 'PERFORMED' })], 'SOMETHING_IS_LEFT_UNDONE'],
    [{ outcome: 'REVOKE' }, [e('2024-07-30', { kind: 'REMAKE' })], 'SOMETHING_IS_LEFT_UNDONE'],
    [{ outcome: 'REVOKE', remakeOrdered: true }, [], 'SOMETHING_IS_LEFT_UNDONE'], // sixty days still run
  ] as [object, RcEvent[], string][])(
    '%# where no time was set, what is not done is left undone',
    (how, more, expected) =>
      expect(
        code([...decidedWith(how), ...more], order('2024-08-01', '2024-09-30'), 'ORGAN_HEAD', '2024-08-01'),
      ).toBe(expected),
  );

  it.each([
    ['2024-08-29', 'ORDER_GIVES_TIME_TO_PERFORM'],
    ['2024-08-30', 'ok'],
  ])('an order sets a later day: %s: %s', (until, expected) =>
    expect(code(duty, order('2024-08-29', until), 'ORGAN_HEAD', '2024-08-29')).toBe(expected),
  );

  it('the order starts its own clock, moved off a day off like any other', () => {
    const ordered = [...duty, order('2024-08-29', '2024-09-15')]; // Mid-Autumn 15–17
    expect(look(ordered, '2024-08-30').clocks['RC-37-ORDER']).toBe('2024-09-18 RUNNING');
    expect(look(ordered, '2024-09-19').clocks['RC-37-ORDER']).toBe('2024-09-18 OVERDUE');
    for (const kind of ['PERFORMED', 'REMAKE'] as const)
      expect(look([...ordered, e('2024-09-10', { kind })], '2024-09-11').clocks['RC-37-ORDER']).toBe(
        '2024-09-18 MET',
      );
    expect(look(duty, '2024-08-30').clocks).not.toHaveProperty('RC-37-ORDER');
    expect(look([...ordered, e('2024-12-01', { kind: 'CLOSE' })], '2024-12-02').clocks['RC-37-ORDER']).toBe(
      '2024-09-18 FELL_AWAY',
    );
  });

  it('32(2) of the older texts orders too, but neither interviews nor criticises', () => {
    const old = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      e('2017-03-03', { kind: 'COPY_SERVED' }),
      e('2017-03-06', { kind: 'REPLY' }),
      e('2017-03-20', { kind: 'SUBMIT' }),
      e('2017-03-21', { kind: 'DECIDE', outcome: 'ORDER_PERFORM', performWithinDays: 15 }),
      e('2017-03-22', { kind: 'SERVE' }),
    ];
    expect(look(old, '2017-03-23').clocks['RC-37']).toBe('2017-04-06 RUNNING');
    const ordered = take(
      RECONSIDERATION,
      old,
      order('2017-04-07', '2017-04-20'),
      'ORGAN_HEAD',
      at('2017-04-07'),
    );
    expect(ordered.ok && ordered.basis).toMatchObject([{ version: '2009', article: 32, paragraph: 2 }]);
    for (const kind of ['INTERVIEW', 'CRITICISE'] as const)
      expect(code(old, e('2017-04-07', { kind }), 'ORGAN_HEAD', '2017-04-07')).toBe(
        'NO_TEXT_GOVERNS_THE_DAY',
      );
  });
});

const notice = (until?: string): RcEvent =>
  e('2017-03-03', { kind: 'NOTICE_CORRECTION', ...(until ? { until: d(until) } : {}) });

const longer = (until: string): RcEvent => e('2017-03-10', { kind: 'EXTEND_CORRECTION', until: d(until) });

describe('corrections before 2024 (条例 29)', () => {
  const received = e('2017-03-01', { kind: 'RECEIVE' });

  it('the notice sets the time; its clock is shown, extended, and moved off a day off', () => {
    expect(look([received, notice('2017-03-18')], '2017-03-04').clocks['RC-10']).toBe('2017-03-20 RUNNING');
    expect(look([received, notice()], '2017-03-04').clocks).not.toHaveProperty('RC-10');
    expect(look([received, notice('2017-03-18'), longer('2017-03-31')], '2017-03-11').clocks['RC-10']).toBe(
      '2017-03-31 RUNNING',
    );
    expect(look([received, notice(), longer('2017-03-31')], '2017-03-11').clocks['RC-10']).toBe(
      '2017-03-31 RUNNING',
    );
  });

  it('served later, it counts from service', () => {
    const served = { ...notice('2017-03-17'), servedOn: d('2017-03-06') } as RcEvent;
    const rc10 = look([received, served], '2017-03-07').all.find(c => c.code === 'RC-10');
    expect(rc10!.clock).toMatchObject({
      due: '2017-03-17',
      spec: { day0: '2017-03-06', basis: [{ article: 29 }] },
    });
  });

  it.each([
    ['2017-03-17', 'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS'],
    ['2017-03-20', 'EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS'], // Saturday 03-18 had moved there already
    ['2017-03-21', 'ok'],
  ])('extended to %s: %s', (until, expected) =>
    expect(code([received, notice('2017-03-18')], longer(until), 'HANDLER', '2017-03-10')).toBe(expected),
  );

  it('the time they took does not count, where the office counts from receipt (17(2))', () => {
    const corrected = [received, notice('2017-03-18'), e('2017-03-15', { kind: 'RECEIVE_CORRECTIONS' })];
    const accepted = [...corrected, e('2017-03-16', { kind: 'ACCEPT', procedure: 'ORDINARY' })];
    // sixty days from 03-01 end on 04-30; the twelve days from 03-03 to 03-15 are added
    expect(look(accepted, '2017-03-17', { oldTextAcceptance: 'RECEIPT' }).clocks['RC-28']).toBe(
      '2017-05-12 RUNNING',
    );
    expect(look(accepted, '2017-03-17').clocks['RC-28']).toBe('2017-05-15 RUNNING');
    // the text of 2023 counts from acceptance alone, which comes after them
    const now = [
      e('2024-06-03', { kind: 'RECEIVE' }),
      e('2024-06-05', { kind: 'NOTICE_CORRECTION' }),
      e('2024-06-12', { kind: 'RECEIVE_CORRECTIONS' }),
      e('2024-06-13', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    expect(look(now, '2024-06-14').clocks['RC-28']).toBe('2024-08-12 RUNNING');
  });

  it('a second notice is not barred, and starts its own time', () => {
    const again = [
      received,
      notice('2017-03-18'),
      e('2017-03-15', { kind: 'RECEIVE_CORRECTIONS' }),
      e('2017-03-17', { kind: 'NOTICE_CORRECTION', until: d('2017-03-31') }),
    ];
    expect(code(again.slice(0, -1), again.at(-1)!, 'HANDLER', '2017-03-17')).toBe('ok');
    expect(look(again, '2017-03-18')).toMatchObject({
      state: 'CORRECTION_PENDING',
      clocks: { 'RC-10': '2017-03-31 RUNNING' },
    });
    expect(look(again, '2017-04-01').state).toBe('ABANDONED');
  });
});

const decide = (more: object): RcEvent => e('2017-04-06', { kind: 'DECIDE', ...more } as never);

const late = (on: string, refusedOn: string) => {
  const ruling = take(
    RECONSIDERATION,
    [e(on, { kind: 'RECEIVE' })],
    e(refusedOn, { kind: 'REFUSE', ground: 'OUT_OF_TIME' }),
    'HANDLER',
    at(refusedOn),
  );
  return ruling.ok ? null : { ...ruling.refusal, cited: ruling.refusal.basis[0] };
};

describe('where the older texts were harder, or softer', () => {
  const old = [
    e('2017-03-01', { kind: 'RECEIVE' }),
    e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    e('2017-03-03', { kind: 'COPY_SERVED' }),
    e('2017-04-05', { kind: 'SUBMIT' }), // after ten days of silence
  ];
  it.each([
    [{ outcome: 'UPHOLD' }, 'NO_REPLY_MEANS_NO_EVIDENCE'],
    [{ outcome: 'UPHOLD', thirdPartyEvidence: true }, 'NO_REPLY_MEANS_NO_EVIDENCE'], // no such exception then
    [{ outcome: 'REVOKE' }, 'ok'],
    [
      { outcome: 'CHANGE', worseForApplicant: true, thirdPartyAskedOpposite: true },
      'NO_CHANGE_FOR_THE_WORSE',
    ],
    [{ outcome: 'CONFIRM_INVALID' }, 'OUTCOME_IS_KNOWN_TO_THE_TEXT'],
    [{ outcome: 'MIXED' }, 'ok'], // two results in one paper
    [{ outcome: 'DISMISS_APPLICATION' }, 'RESULT_NEEDS_ITS_OWN_STEP'],
  ])('%j: %s', (more, expected) =>
    expect(code(old, decide(more), 'ORGAN_HEAD', '2017-04-06')).toBe(expected),
  );

  it.each([
    ['2017', 'SETTLED', 'ok'], // 条例 42(1)(4)
    ['2017', 'WITHDRAWN_WITH_LEAVE', 'ok'],
    ['2024', 'SETTLED', 'TERMINATION_GROUND_IS_IN_FORCE'], // since then by withdrawal (74(2))
    ['2024', 'WITHDRAWN_WITH_LEAVE', 'ok'],
  ] as const)('in %s a case may end as %s: %s', (year, ground, expected) => {
    const [before, on] = year === '2017' ? [old.slice(0, 3), '2017-03-08'] : [inReview, '2024-06-25'];
    const events = [...before, e(on, { kind: 'ASK_WITHDRAWAL' })];
    expect(code(events, e(on, { kind: 'TERMINATE', ground }), 'ORGAN_HEAD', on)).toBe(expected);
  });

  it('before the regulation of 2007 only a document under review stopped a case (26, 27)', () => {
    const early = [
      e('2005-03-01', { kind: 'RECEIVE' }),
      e('2005-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    const stopped = (ground: 'NORMATIVE_REVIEW' | 'APPLICANT_DIED') =>
      code(early, e('2005-03-03', { kind: 'SUSPEND', ground }), 'HANDLER', '2005-03-03');
    expect(stopped('NORMATIVE_REVIEW')).toBe('ok');
    expect(stopped('APPLICANT_DIED')).toBe('SUSPENSION_GROUND_IS_IN_FORCE');
  });

  it('a refusal that comes too late is answered by the text of the case', () => {
    expect(late('2017-03-01', '2017-03-09')).toMatchObject({
      code: 'REVIEW_PERIOD_HAS_RUN_OUT',
      message: { zh: '审查期限已届满,该申请于2017-03-08视为受理' },
      cited: { version: '2009', article: 17, paragraph: 2 },
      who: ['ORGAN_HEAD'],
    });
    expect(late('2024-06-03', '2024-06-12')).toMatchObject({
      code: 'REVIEW_PERIOD_HAS_RUN_OUT',
      cited: { version: '2023', article: 30, paragraph: 3 },
    });
  });
});
