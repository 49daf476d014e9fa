import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { availableActions } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcKind } from '#law/reconsideration';
import { at, code, e, inReview, received } from '#test/fixtures/law/reconsideration';

/** Whether an action is offered before anybody fills in its form: a rule about the input cannot refuse it yet. */
const offered = (events: RcEvent[], kind: RcKind, today: string) => {
  const { ruling } = availableActions(RECONSIDERATION, events, 'HANDLER', at(today)).find(
    a => a.kind === kind,
  )!;
  return ruling.ok ? 'ok' : ruling.refusal.code;
};

const notice = (on: string, until?: string) =>
  e(on, { kind: 'NOTICE_CORRECTION', ...(until ? { until: d(until) } : {}) });

describe('31(2): more time for corrections', () => {
  it('is offered while the applicant may correct', () => {
    expect(offered([received, notice('2024-06-05')], 'EXTEND_CORRECTION', '2024-06-06')).toBe('ok');
    expect(offered([received], 'EXTEND_CORRECTION', '2024-06-06')).toBe('NOT_IN_THIS_STATE');
  });

  it('条例 29: where the notice set no time there is none to be lengthened, and any day is later', () => {
    const old = e('2017-03-01', { kind: 'RECEIVE' });
    const longer = e('2017-03-10', { kind: 'EXTEND_CORRECTION', until: d('2017-03-11') });
    const answer = (until?: string) =>
      code([old, notice('2017-03-03', until)], longer, 'HANDLER', '2017-03-10');
    expect(answer()).toBe('ok');
    expect(answer('2017-03-10')).toBe('ok');
    expect(answer('2017-03-18')).toBe('EXTENSION_LENGTHENS_THE_TIME_FOR_CORRECTIONS');
  });
});

describe('50(3): the hearing', () => {
  it('is offered once its notice is out, before anybody counts the officers', () => {
    const set = e('2024-07-01', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-10') });
    const notified = [...inReview, set, e('2024-07-02', { kind: 'NOTIFY_HEARING' })];
    expect(offered([...inReview, set], 'HOLD_HEARING', '2024-07-10')).toBe('HEARING_NEEDS_NOTICE');
    expect(offered(notified, 'HOLD_HEARING', '2024-07-10')).toBe('ok');
  });
});

describe('51(1): the notice of a hearing', () => {
  it('a day of the hearing mistyped into 2023 does not let the notice pass: the case lives under the text of 2023', () => {
    const set = e('2024-07-01', { kind: 'SCHEDULE_HEARING', hearingOn: d('2023-07-10') });
    const notified = e('2024-07-02', { kind: 'NOTIFY_HEARING' });
    expect(code([...inReview, set], notified, 'HANDLER', '2024-07-02')).toBe(
      'HEARING_NOTICE_FIVE_WORKING_DAYS_BEFORE',
    );
  });
});
