import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import {
  directSuitLimit,
  inactionSuitLimit,
  LITIGATION,
  LITIGATION_CLOCKS,
  litigationClock,
  LT_ROWS,
  suitBar,
  type LitigationSettings,
  type LtEvent,
} from '#law/litigation';
import { availableActions, clocksOf, project, take } from '#law/procedure';
import { at, calendar, code, e, look } from '#test/fixtures/law/litigation';

const open = e('2024-09-12', { kind: 'OPEN', instance: 'FIRST', filedOn: d('2024-09-10') });
const copy = e('2024-09-20', { kind: 'COPY_SERVED' });
const answer = e('2024-10-08', { kind: 'FILE_ANSWER' });
const scheduled = e('2024-10-10', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-11-14') });
const held = e('2024-11-14', { kind: 'HOLD_HEARING', appearanceRecorded: true });
const toHearing = [open, copy, answer, scheduled, held];
const judgment = e('2024-12-02', {
  kind: 'DECIDE',
  form: 'JUDGMENT',
  outcome: 'PAY',
  performBy: d('2025-01-27'),
});
const served = e('2024-12-05', { kind: 'SERVE_DECISION' });
const factsOf = (events: LtEvent[], today: string, settings: Partial<LitigationSettings> = {}) =>
  project(LITIGATION, events, at(today, settings)).facts;
const specOf = (events: LtEvent[], today: string, rule: string) =>
  clocksOf(LITIGATION, LT_ROWS, factsOf(events, today), at(today)).find(c => c.code === rule)!.clock.spec;
const offered = (events: LtEvent[], kind: string, today: string) => {
  const { ruling } = availableActions(LITIGATION, events, 'HANDLER', at(today)).find(a => a.kind === kind)!;
  return ruling.ok ? 'ok' : ruling.refusal.code;
};
const bad = (on: string) => e(on, { kind: 'OPEN', instance: 'REMAND_FIRST', trial: 'SIMPLIFIED' });
const cited = (events: LtEvent[], event: LtEvent) => {
  const ruling = take(LITIGATION, events, event, 'HANDLER', at(event.on));
  return ruling.ok ? 'ok' : ruling.refusal.basis.map(c => `${c.statute} ${c.version}`).join(', ');
};

describe('what the law itself does is marked as such', () => {
  it('34(2): no evidence in time', () => {
    expect(look([open, copy], '2024-10-09').clocks['LT-12']).toBe('2024-10-08 LAPSED');
    expect(factsOf([open, copy], '2024-10-09').history.at(-1)).toMatchObject({
      kind: 'EVIDENCE_LAPSED',
      on: '2024-10-09',
      deemed: true,
    });
  });

  it('34(2): a period that ran out during a suspension lapses when the suit goes on', () => {
    const stopped = [
      open,
      copy,
      e('2024-09-25', { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' }),
      e('2024-10-21', { kind: 'RESUME' }),
    ];
    expect(factsOf(stopped.slice(0, 3), '2024-10-20').state).toBe('SUSPENDED');
    expect(factsOf(stopped, '2024-10-22')).toMatchObject({ state: 'AWAITING_HEARING' });
    expect(factsOf(stopped, '2024-10-22').history.at(-1)).toMatchObject({
      kind: 'EVIDENCE_LAPSED',
      on: '2024-10-21',
    });
  });

  it('85: effect without appeal, and at once where there is none', () => {
    const effect = factsOf([...toHearing, judgment, served], '2024-12-21').history.at(-1);
    expect(effect).toMatchObject({ kind: 'TAKE_EFFECT', on: '2024-12-21', deemed: true });
    const dismissed = e('2024-10-21', { kind: 'DECIDE', form: 'RULING', outcome: 'SUIT_DISMISSED' });
    const ruled = [open, copy, answer, dismissed, e('2024-10-22', { kind: 'SERVE_DECISION' })];
    // ten days for a ruling
    expect(factsOf(ruled, '2024-11-01').state).toBe('DECIDED');
    expect(factsOf(ruled, '2024-11-02').state).toBe('EFFECTIVE');
    // nothing runs before service
    expect(factsOf(ruled.slice(0, 4), '2025-06-01').state).toBe('DECIDED');
  });

  it('解释 88(2): the end, where the office wants it so', () => {
    const stopped = [open, copy, answer, e('2024-10-09', { kind: 'SUSPEND', ground: 'PLAINTIFF_DIED' })];
    const deemed = { ninetyDaysOfSuspension: 'DEEMED' } as const;
    expect(factsOf(stopped, '2025-01-08', deemed).history.at(-1)).toMatchObject({
      kind: 'END',
      on: '2025-01-08',
      deemed: true,
    });
    expect(look(stopped, '2025-01-08', deemed).clocks['LT-35']).toBe('2025-01-08 LAPSED');
    const other = [open, copy, answer, e('2024-10-09', { kind: 'SUSPEND', ground: 'OTHER' })];
    expect(look(other, '2025-06-01', deemed)).toMatchObject({ state: 'SUSPENDED' });
  });
});

describe('several suspensions at once (解释 87, 88)', () => {
  const other = e('2024-10-09', { kind: 'SUSPEND', ground: 'OTHER' });
  const died = e('2024-10-14', { kind: 'SUSPEND', ground: 'PLAINTIFF_DIED' });

  it('the ninety days run from the one on grounds 1 to 3', () => {
    expect(look([open, copy, answer, other], '2024-10-20').clocks).not.toHaveProperty('LT-35');
    expect(look([open, copy, answer, other, died], '2024-10-20').clocks['LT-35']).toBe('2025-01-13 RUNNING');
    expect(
      code(
        [open, copy, answer, other],
        e('2025-06-01', { kind: 'END', how: 'TERMINATED' }),
        'HANDLER',
        '2025-06-01',
      ),
    ).toBe('NINETY_DAYS_OF_SUSPENSION_HAVE_PASSED');
  });

  it('and no longer once that one is lifted', () => {
    const lifted = e('2024-10-20', { kind: 'RESUME', of: died.id } as never);
    expect(look([open, copy, answer, other, died, lifted], '2024-10-21')).toMatchObject({
      state: 'SUSPENDED',
    });
    expect(look([open, copy, answer, other, died, lifted], '2024-10-21').clocks).not.toHaveProperty('LT-35');
  });

  it.each([
    [[open, copy], 'TERMINATED', '2024-09-30'],
    [[open, copy, answer, died], 'WITHDRAWN', '2024-10-20'],
  ] as const)('%# other endings wait for nothing', (events, how, on) =>
    expect(code([...events], e(on, { kind: 'END', how }), 'HANDLER', on)).toBe('ok'),
  );
});

describe('the trial limit tells what stood still', () => {
  it('with its reason and article (解释 50, 87)', () => {
    const events = [
      open,
      copy,
      answer,
      e('2024-10-10', { kind: 'SUSPEND', ground: 'DEPENDENT_CASE' }),
      e('2024-10-20', { kind: 'RESUME' }),
      e('2024-10-25', { kind: 'EXCLUDE_TIME', ground: 'APPRAISAL', until: d('2024-11-04') }),
    ];
    const { stops, extension } = specOf(events, '2024-11-05', 'LT-23');
    expect(stops!.map(s => [s.from, s.to, s.reason.zh, s.basis?.[0].article])).toEqual([
      ['2024-10-10', '2024-10-20', '须以相关案件审理结果为依据', undefined],
      ['2024-10-25', '2024-11-04', '鉴定', 50],
    ]);
    expect(extension).toBeNull();
  });
});

describe('what may be done now', () => {
  it('is told before anything is entered', () => {
    expect(offered([], 'OPEN', '2024-09-12')).toBe('ok');
    expect(offered([open, copy], 'REQUEST_EXTENSION', '2024-10-08')).toBe('ok');
    expect(offered([open, copy], 'REQUEST_EXTENSION', '2024-10-09')).toBe('EVIDENCE_WITHIN_ITS_PERIOD');
    expect(offered([open, copy], 'FILE_ANSWER', '2024-10-09')).toBe('EVIDENCE_WITHIN_ITS_PERIOD');
    // whatever else is asked for then has nothing to do with the evidence
    expect(offered([open, copy], 'SUMMONS', '2024-10-09')).toBe('NOT_IN_THIS_STATE');
    expect(offered([open, copy], 'SUSPEND', '2024-10-09')).toBe('ok');
    expect(offered([open, copy, answer], 'SUMMONS', '2024-10-09')).toBe('NOT_IN_THIS_STATE');
    expect(offered([open, copy, answer], 'OBJECT_JURISDICTION', '2024-10-08')).toBe('ok');
    expect(offered([open, copy, answer], 'OBJECT_JURISDICTION', '2024-10-09')).toBe(
      'JURISDICTION_IS_OBJECTED_TO_WITHIN_FIFTEEN_DAYS',
    );
    const decided = [...toHearing, judgment, served];
    expect(offered(decided, 'APPEAL', '2024-12-20')).toBe('ok');
    expect(offered(decided, 'APPEAL', '2024-12-21')).toBe('APPEAL_WITHIN_ITS_LIMIT');
    expect(offered(decided, 'FILE_ANSWER', '2024-12-21')).toBe('NOT_IN_THIS_STATE');
    // a party may appeal a judgment it knows of before the paper is served
    expect(offered([...toHearing, judgment], 'APPEAL', '2024-12-03')).toBe('ok');
  });

  it('a result of second instance is not too late to appeal, it cannot be', () => {
    const second = [
      e('2024-11-16', { kind: 'OPEN', instance: 'SECOND' }),
      e('2024-11-20', { kind: 'COPY_SERVED' }),
      e('2024-12-01', { kind: 'FILE_ANSWER' }),
      e('2025-01-10', { kind: 'DECIDE', form: 'JUDGMENT', outcome: 'APPEAL_REJECTED' }),
      e('2025-01-20', { kind: 'SERVE_DECISION' }),
    ];
    expect(offered(second, 'APPEAL', '2025-01-20')).toBe('NOT_IN_THIS_STATE');
    expect(offered(second, 'APPEAL', '2025-01-21')).toBe('NOT_IN_THIS_STATE');
  });

  it.each([
    [[open, copy, answer, scheduled], held, 'ok'],
    [[], e('2024-09-12', { kind: 'OPEN', instance: 'FIRST', trial: 'SIMPLIFIED' }), 'ok'],
    [[], e('2024-09-12', { kind: 'OPEN', instance: 'REMAND_FIRST', trial: 'ORDINARY' }), 'ok'],
    [
      [e('2024-09-12', { kind: 'OPEN', instance: 'FIRST', trial: 'SIMPLIFIED' })],
      e('2024-10-20', { kind: 'CONVERT' }),
      'ok',
    ],
    [
      [...toHearing, judgment, e('2025-01-06', { kind: 'SUGGESTION_RECEIVED', onNormativeDocument: true })],
      e('2025-02-06', { kind: 'REPLY_TO_SUGGESTION' }),
      'ok',
    ],
  ] as [LtEvent[], LtEvent, string][])('%# entered and allowed', (events, event, expected) =>
    expect(code(events, event, 'HANDLER', event.on)).toBe(expected),
  );
});

describe('clocks that do not run', () => {
  it('a simplified trial has no ordinary limit, and nothing is enforced before it takes effect', () => {
    const simple = e('2024-09-12', {
      kind: 'OPEN',
      instance: 'FIRST',
      trial: 'SIMPLIFIED',
      filedOn: d('2024-09-10'),
    });
    expect(look([simple], '2024-09-13').clocks).toEqual({
      'LT-11': '2024-09-18 RUNNING',
      'LT-24': '2024-10-25 RUNNING',
    });
    const waiting = look([...toHearing, judgment, served], '2024-12-10').clocks;
    expect(waiting).not.toHaveProperty('LT-36');
    expect(waiting).not.toHaveProperty('LT-37');
  });

  it('without a filing day there is no trial limit, and without a copy no evidence period', () => {
    expect(look([e('2024-09-12', { kind: 'OPEN', instance: 'FIRST' })], '2024-09-13').clocks).toEqual({});
  });

  it.each([
    ['2018-02-07', '2018-02-22'], // ten days end in the Spring Festival of 2018 (02-15 to 02-21)
    ['2018-02-08', '2018-02-23'],
  ])('证据规定 1(2) ends with 2018-02-07: a copy of %s, late evidence asked for by %s', (on, due) => {
    const events = [e(on, { kind: 'OPEN', instance: 'FIRST' }), e(on, { kind: 'COPY_SERVED' })];
    expect(look(events, on, { evidenceLeaveDaysBefore2018: 10 }).clocks['LT-13']).toBe(`${due} RUNNING`);
  });
});

describe('the text of the day behind a refusal', () => {
  it.each([
    ['2017-06-30', 'LITIGATION_LAW 2014'],
    ['2017-07-01', 'LITIGATION_LAW 2017'],
    ['2024-07-01', 'LITIGATION_LAW 2017'],
  ])('82(3) on %s: %s', (on, text) => expect(cited([], bad(on))).toBe(text));

  it.each([
    ['2017-02-01', '2017-02-17', 'LITIGATION_LAW 2014, LITIGATION_LAW 2014'],
    ['2024-02-01', '2024-02-20', 'LITIGATION_LAW 2017, LITIGATION_LAW 2017'],
  ])('34(2), 67(1): a copy of %s, an answer of %s: %s', (copyOn, on, texts) => {
    const events = [e(copyOn, { kind: 'OPEN', instance: 'FIRST' }), e(copyOn, { kind: 'COPY_SERVED' })];
    expect(cited(events, e(on, { kind: 'FILE_ANSWER' }))).toBe(texts);
  });

  it.each([
    ['2017-06-30', 'LITIGATION_LAW 2014'],
    ['2018-02-07', 'LITIGATION_LAW 2017'],
    ['2018-02-08', 'LITIGATION_INTERPRETATION 2018, LITIGATION_LAW 2017'],
  ])('84, 解释 105 on %s: %s', (on, text) =>
    expect(cited([e(on, { kind: 'OPEN', instance: 'FIRST' })], e(on, { kind: 'CONVERT' }))).toBe(text),
  );
});

describe('the same periods in other years, counted by hand', () => {
  it.each([
    ['LT-12', '2023-09-15', '2023-10-07'], // day 15 = 09-30, off until 10-06; Saturday 10-07 is a working day
    ['LT-26', '2026-02-05', '2026-02-24'], // 02-20, Spring Festival until 02-23
    ['LT-23', '2025-08-31', '2026-02-28'], // no 31 February; Saturday the 28th is a working day: no roll
    ['LT-28', '2025-11-30', '2026-02-28'],
    ['LT-24', '2026-04-03', '2026-05-18'],
    ['LT-01', '2025-08-15', '2026-02-24'],
    ['LT-17', '2026-10-09', '2026-10-06'], // backward: a holiday stays a holiday
    ['LT-36', '2024-02-29', '2026-02-28'],
    ['LT-39', '2026-09-17', '2026-10-08'], // Sunday 09-20 counts; 09-25 to 27 and 10-01 to 07 do not
    ['LT-41', '2023-12-28', '2024-01-05'],
    ['LT-41-RULING', '2025-09-28', '2025-10-14'], // Saturday 10-11 counts
    ['LT-42', '2025-09-25', '2025-10-10'],
    ['LT-35', '2025-11-24', '2026-02-23'], // ninety days end on Sunday the 22nd; full on the day after, a holiday too
    ['CP-03', '2024-12-31', '2025-02-28'],
    ['CP-05', '2025-07-02', '2025-10-09'], // in 2025 the holiday runs to 10-08
  ])('%s from %s: %s', (ruleCode, day0, due) => {
    const rule = LITIGATION_CLOCKS.find(c => c.code === ruleCode)!;
    const ruling = litigationClock(rule, d(day0), calendar);
    expect(ruling.ok && ruling.value.due).toBe(due);
  });
});

describe('limits of suing at their edges', () => {
  it('解释 64: no text, no limit; while an obstacle lasts the cap holds', () => {
    const early = { knewOn: d('2015-03-01'), limitKnownOn: d('2015-04-30') };
    expect(directSuitLimit(early, calendar)).toMatchObject({ refusal: { code: 'NO_TEXT_GOVERNS_THE_DAY' } });
    const lostTime = [{ from: d('2024-04-01'), to: null, reason: { zh: '不可抗力', en: 'force majeure' } }];
    const lasting = directSuitLimit(
      { knewOn: d('2024-02-29'), limitKnownOn: d('2024-03-10'), lostTime },
      calendar,
    );
    expect(lasting.ok && [lasting.value.due, lasting.value.spec.rule]).toEqual(['2025-02-28', 'LT-03-CAP']);
  });

  it.each([
    ['2014-06-03', '2019-06-03', '2014'],
    ['2016-05-03', '2021-05-06', '2014'], // 05-03 to 05-05 are days off in 2021
    ['2017-07-01', '2022-07-01', '2017'],
  ])('46(2): an act of %s is barred after %s, under the text of %s', (actMadeOn, due, version) => {
    const ruling = suitBar(d(actMadeOn), false, calendar);
    expect(ruling.ok && [ruling.value.due, ruling.basis[0].version]).toEqual([due, version]);
  });

  it('47: no text for the wait, no limit', () => {
    expect(inactionSuitLimit({ requestReceivedOn: d('2015-04-30') }, calendar)).toMatchObject({
      refusal: { code: 'NO_TEXT_GOVERNS_THE_DAY' },
    });
  });
});
