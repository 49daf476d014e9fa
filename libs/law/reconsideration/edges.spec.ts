import { describe, expect, it } from 'vitest';
import { calendarDate as d, explain, explanationText } from '#law/calendar';
import { availableActions, take } from '#law/procedure';
import { decisionClockOf, RECONSIDERATION, reviewTimeliness, type RcEvent } from '#law/reconsideration';
import {
  at,
  calendar,
  code,
  e,
  heard,
  inReview,
  look,
  received,
  served,
} from '#test/fixtures/law/reconsideration';

const simplified = (on: string): RcEvent =>
  e(on, { kind: 'ACCEPT', procedure: 'SIMPLIFIED', simplifiedGround: 'ON_SPOT_ACT' });
const extend = (on: string, days: number): RcEvent =>
  e(on, { kind: 'EXTEND_DECISION', days, approvedBy: 'OFFICE_HEAD' });

describe('the reply (48, 54, 70)', () => {
  it('five working days in the simplified procedure, and silence weighs the same', () => {
    const waiting = [received, simplified('2024-06-05'), served];
    expect(look(waiting, '2024-06-19').state).toBe('REPLY_PENDING');
    expect(look(waiting, '2024-06-19').clocks).toMatchObject({ 'RS-02': '2024-06-19 RUNNING' });
    expect(look(waiting, '2024-06-19').clocks).not.toHaveProperty('RS-01');
    expect(look(waiting, '2024-06-20').state).toBe('IN_REVIEW');
  });

  it('a time that ran out during a suspension takes effect when the case goes on', () => {
    const stopped = [
      received,
      e('2024-06-05', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      served,
      e('2024-06-20', { kind: 'SUSPEND', ground: 'OTHER' }),
    ];
    expect(look(stopped, '2024-07-10').state).toBe('SUSPENDED');
    const resumed = look([...stopped, e('2024-07-10', { kind: 'RESUME' })], '2024-07-11');
    expect(resumed.state).toBe('IN_REVIEW');
    expect(resumed.facts.history.at(-1)).toMatchObject({ kind: 'NO_REPLY', on: '2024-07-10', deemed: true });
    const plain = look(stopped.slice(0, 3), '2024-07-11').facts.history.at(-1);
    expect(plain).toMatchObject({ kind: 'NO_REPLY', on: '2024-06-27' });
  });
});

const factOf = (events: RcEvent[]) =>
  look(events, '2024-06-25').all.find(c => c.code === 'RC-28')!.clock.spec.fact.code;

describe('the simplified procedure', () => {
  const simple = [received, simplified('2024-06-05'), served, e('2024-06-14', { kind: 'REPLY' })];
  it('may be decided in writing (54(2)), and may be turned ordinary', () => {
    expect(code(simple, e('2024-06-20', { kind: 'SUBMIT' }), 'HANDLER', '2024-06-20')).toBe('ok');
    expect(code(simple, e('2024-06-20', { kind: 'CONVERT' }), 'OFFICE_HEAD', '2024-06-20')).toBe('ok');
  });
  it('is accepted with its ground; an ordinary case needs none', () => {
    expect(code([received], simplified('2024-06-05'), 'HANDLER', '2024-06-05')).toBe('ok');
    const ordinary = e('2024-06-05', { kind: 'ACCEPT', procedure: 'ORDINARY' });
    expect(code([received], ordinary, 'HANDLER', '2024-06-05')).toBe('ok');
    const old = e('2017-03-01', { kind: 'RECEIVE' });
    expect(code([old], { ...ordinary, on: d('2017-03-02') }, 'HANDLER', '2017-03-02')).toBe('ok');
  });
  it('the fact that set day 0 is the acceptance, or the silence', () => {
    expect([factOf(inReview), factOf([received])]).toEqual(['ACCEPTED', 'DEEMED_ACCEPTED']);
  });
  it('after silence accepted, only a refusal is told that it comes too late', () => {
    expect(code([received], e('2024-06-13', { kind: 'SUBMIT' }), 'HANDLER', '2024-06-13')).toBe(
      'NOT_IN_THIS_STATE',
    );
  });
  it('silence is confirmed once', () => {
    const confirm = e('2024-06-13', { kind: 'ACCEPT', procedure: 'ORDINARY' });
    expect(code([received], confirm, 'HANDLER', '2024-06-13')).toBe('ok');
    const again = e('2024-06-14', { kind: 'ACCEPT', procedure: 'ORDINARY' });
    expect(code([received, confirm], again, 'HANDLER', '2024-06-14')).toBe(
      'ONLY_A_DEEMED_ACCEPTANCE_IS_CONFIRMED_LATER',
    );
  });
});

const notify = (on: string): RcEvent => e(on, { kind: 'NOTIFY_HEARING' });

const noticeOffered = (events: RcEvent[], today: string) => {
  const ruling = availableActions(RECONSIDERATION, events, 'HANDLER', at(today)).find(
    a => a.kind === 'NOTIFY_HEARING',
  )!.ruling;
  return ruling.ok ? 'ok' : ruling.refusal.code;
};

describe('hearings (50, 51)', () => {
  const set = e('2024-07-01', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-10') });
  it('the notice is offered until the day it would come too late', () => {
    expect(noticeOffered([...inReview, set], '2024-07-03')).toBe('ok');
    expect(noticeOffered([...inReview, set], '2024-07-04')).toBe('HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE');
    expect(noticeOffered(inReview, '2024-07-04')).toBe('HEARING_DAY_IS_SET');
    expect(code([...inReview, set], notify('2024-07-03'), 'HANDLER', '2024-07-08')).toBe('ok'); // entered later
  });
  it.each([
    [1, 'HEARING_NEEDS_TWO_HEARING_OFFICERS'],
    [2, 'ok'],
    [3, 'ok'],
  ])('%i hearing officers: %s', (hearingOfficers, expected) => {
    const hold = e('2024-07-10', { kind: 'HOLD_HEARING', hearingOfficers });
    expect(
      code([...inReview, set, notify('2024-07-02'), hold].slice(0, -1), hold, 'HANDLER', '2024-07-10'),
    ).toBe(expected);
  });
  it('a hearing hears the parties too', () => {
    const hold = e('2024-07-10', { kind: 'HOLD_HEARING', hearingOfficers: 2 });
    const unheard = [...inReview.filter(x => x !== heard), set, notify('2024-07-02'), hold];
    expect(code(unheard, e('2024-07-11', { kind: 'SUBMIT' }), 'HANDLER', '2024-07-11')).toBe('ok');
  });
  it.each(['major', 'technical', 'ownAct'])('52(2): %s: the committee is asked', what => {
    const events = [...inReview, set, notify('2024-07-02')];
    const hold = e('2024-07-10', { kind: 'HOLD_HEARING', hearingOfficers: 2 });
    const kind = e('2024-07-01', { kind: 'CLASSIFY', [what]: true });
    const submit = e('2024-07-11', { kind: 'SUBMIT' });
    expect(code([...events, hold, kind], submit, 'HANDLER', '2024-07-11')).toBe('COMMITTEE_OPINION_IS_ASKED');
  });
});

const extensionOffered = (today: string) =>
  availableActions(RECONSIDERATION, inReview, 'OFFICE_HEAD', at(today)).find(
    a => a.kind === 'EXTEND_DECISION',
  )!.ruling.ok;

describe('extensions', () => {
  it('62(1): thirty days in all, where the office lets them be cut up', () => {
    const context = at('2024-07-20', { extendOnlyOnce: false });
    const answer = (days: number) => {
      const ruling = take(
        RECONSIDERATION,
        [...inReview, extend('2024-07-10', 20)],
        extend('2024-07-20', days),
        'OFFICE_HEAD',
        context,
      );
      return ruling.ok ? 'ok' : ruling.refusal.code;
    };
    expect([answer(9), answer(10), answer(11)]).toEqual(['ok', 'ok', 'EXTENSION_AT_MOST_THIRTY_DAYS']);
  });
  it('is offered until the period is over, and while it stands still', () => {
    expect([extensionOffered('2024-08-05'), extensionOffered('2024-08-06')]).toEqual([true, false]);
  });
});

describe('documents under review', () => {
  it('58(1): the notice to the maker runs from the suspension for the document, not from another', () => {
    const begin = e('2024-06-25', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower: true });
    const other = e('2024-06-25', { kind: 'SUSPEND', ground: 'OTHER' });
    expect(look([...inReview, begin], '2024-06-26').clocks).not.toHaveProperty('RC-25');
    expect(look([...inReview, begin, other], '2024-06-26').clocks).not.toHaveProperty('RC-25');
    const stopped = e('2024-07-01', { kind: 'SUSPEND', ground: 'NORMATIVE_REVIEW' });
    expect(
      look([...inReview, begin, stopped, { ...other, on: d('2024-07-03') }], '2024-07-04').clocks,
    ).toMatchObject({
      'RC-25': '2024-07-04 RUNNING',
    });
  });
});

describe('after service', () => {
  it('78: no time to enforce where nothing was decided', () => {
    const dismissed = [
      ...inReview,
      e('2024-06-25', { kind: 'DISMISS', ground: 'NO_INTEREST' }),
      e('2024-06-26', { kind: 'SERVE' }),
    ];
    expect(look(dismissed, '2024-12-01').clocks).not.toHaveProperty('RC-39');
  });
});

const reasons = (events: RcEvent[], today: string, settings = {}) => {
  const { clock } = look(events, today, settings).all.find(c => c.code === 'RC-28')!;
  return explanationText(explain(clock, calendar)).zh.join('');
};

describe('a reckoning tells why the days stood still', () => {
  it('with the ground of the suspension, and the corrections of an older case', () => {
    const stopped = [
      ...inReview,
      e('2024-06-25', { kind: 'SUSPEND', ground: 'APPLICANT_MISSING' }),
      e('2024-07-01', { kind: 'RESUME' }),
    ];
    expect(reasons(stopped, '2024-07-02')).toContain('公民下落不明');
    const corrected = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-03', { kind: 'NOTICE_CORRECTION', until: d('2017-03-18') }),
      e('2017-03-15', { kind: 'RECEIVE_CORRECTIONS' }),
      e('2017-03-16', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    expect(reasons(corrected, '2017-03-17', { oldTextAcceptance: 'RECEIPT' })).toContain('补正申请材料');
    expect(look(corrected, '2017-03-17').all.find(c => c.code === 'RC-28')!.clock.spec.stops).toMatchObject([
      { from: '2017-03-03', to: '2017-03-15', basis: [{ article: 29 }] },
    ]);
  });
});

const ledgerClock = (acceptedOn: string) =>
  decisionClockOf({ receivedOn: d('2024-06-03'), acceptedOn: d(acceptedOn) }, calendar);

describe('ledgers', () => {
  const record = { receivedOn: d('2024-06-03'), acceptedOn: d('2024-06-05') };
  const flags = (closed: string, more = {}) =>
    reviewTimeliness({ ...record, closedOn: d(closed), ...more }, calendar).map(
      f => `${f.code} ${f.anExtensionWouldCoverIt}`,
    );
  it.each([
    ['2024-08-05', []],
    ['2024-08-06', ['CLOSED_TOO_LATE true']],
    ['2024-09-03', ['CLOSED_TOO_LATE true']], // the last day an extension would have covered
    ['2024-09-04', ['CLOSED_TOO_LATE false']],
  ])('accepted 2024-06-05, closed %s: %j', (closed, expected) => expect(flags(closed)).toEqual(expected));

  it('an extension on record leaves none to excuse', () => {
    expect(flags('2024-09-03', { extended: true })).toEqual([]);
    expect(flags('2024-09-04', { extended: true })).toEqual(['CLOSED_TOO_LATE false']);
  });

  it('the day of acceptance counts; silence only when the notice came later', () => {
    expect(ledgerClock('2024-06-05')).toMatchObject({
      due: '2024-08-05',
      spec: { fact: { code: 'ACCEPTED' } },
    });
    expect(ledgerClock('2024-06-11')).toMatchObject({
      due: '2024-08-12',
      spec: { fact: { code: 'ACCEPTED' } },
    });
    expect(ledgerClock('2024-06-12')).toMatchObject({
      due: '2024-08-12',
      spec: { fact: { code: 'DEEMED_ACCEPTED' } },
    });
    expect(decisionClockOf({ receivedOn: d('2024-06-03') }, calendar)).toBeNull();
    expect(decisionClockOf({ acceptedOn: d('2024-06-05') }, calendar)!.due).toBe('2024-08-05');
  });

  it('no older text has a simplified procedure: its record is measured by sixty days', () => {
    const old = {
      receivedOn: d('2017-03-01'),
      acceptedOn: d('2017-03-02'),
      procedure: 'SIMPLIFIED',
    } as const;
    expect(decisionClockOf(old, calendar)).toMatchObject({ due: '2017-05-02', spec: { rule: 'RC-28' } });
    const now = { ...record, procedure: 'SIMPLIFIED' } as const;
    expect(decisionClockOf(now, calendar)).toMatchObject({ due: '2024-07-05', spec: { rule: 'RC-30' } });
  });

  it('the text of receipt, or of the step, as the office chose', () => {
    const over = { receivedOn: d('2023-12-29'), correctedOn: d('2024-01-03'), acceptedOn: d('2024-01-12') };
    const cited = (governing: 'RECEIPT_DAY' | 'STEP_DAY') =>
      reviewTimeliness(over, calendar, at('2024-02-01', { governing }).settings).map(f => f.basis[0].version);
    expect([cited('RECEIPT_DAY'), cited('STEP_DAY')]).toEqual([['2017'], ['2023']]);
  });
});
