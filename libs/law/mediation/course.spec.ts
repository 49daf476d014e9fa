import { describe, expect, it } from 'vitest';
import { explain, explanationText } from '#law/calendar';
import { amRows, MEDIATION, type AmEvent } from '#law/mediation';
import { availableActions, clocksOf, project } from '#law/procedure';
import { accept, apply, at, begun, calendar, code, e, look } from '#test/fixtures/law/mediation';

/** Accepted on a Friday; thirty days end on Sunday 2024-09-01, so on Monday the second. */
const underWay = [apply('2024-08-01', 'DEFAULT'), accept('2024-08-02'), e('2024-08-02', { kind: 'START' })];
const agree = (on: string, civilContent?: boolean) =>
  e(on, { kind: 'AGREE', signedByAll: true, ...(civilContent === undefined ? {} : { civilContent }) });
const agreed = [...underWay, agree('2024-09-06')];
const file = (on: string) => e(on, { kind: 'FILE_CONFIRMATION', jointly: true });

const paused = (reason: 'APPRAISAL' | 'OTHER') => [
  ...begun('2025-01-06', 'MEDICAL'),
  e('2025-01-08', { kind: 'PAUSE', reason }),
];

const offered = (events: AmEvent[], kind: string, today: string) =>
  availableActions(MEDIATION, events, 'MEDIATOR', at(today)).find(a => a.kind === kind)!.ruling.ok;

describe('the clocks of a mediation in its course', () => {
  it.each([
    ['2024-09-02', 'MET'],
    ['2024-09-03', 'MET_LATE'],
  ])('an agreement on %s: the time for mediation is %s', (on, status) =>
    expect(look([...underWay, agree(on)], on).clocks).toMatchObject({
      'AM-01': '2024-08-08 MET',
      'AM-03': `2024-09-02 ${status}`,
    }),
  );

  it('ended without agreement, the time for mediation is met as well', () => {
    const ended = [...underWay, e('2024-08-20', { kind: 'TERMINATE', ground: 'NO_AGREEMENT' })];
    expect(look(ended, '2024-08-21').clocks['AM-03']).toBe('2024-09-02 MET');
  });

  it('深圳条例 45: the three days to transfer are gone once the matter is accepted', () => {
    const applied = [apply('2025-09-26', 'SHENZHEN')];
    expect(look(applied, '2025-09-28').clocks).toHaveProperty('AM-02');
    expect(look([...applied, accept('2025-09-28')], '2025-09-29').clocks).not.toHaveProperty('AM-02');
  });

  it.each([
    ['2025-03-26', 'MET'],
    ['2025-03-27', 'MET_LATE'],
  ])('市监投诉办法 21(2): ended 2025-03-17, told on %s: %s', (on, status) => {
    const ended = [
      ...begun('2025-01-06', 'CONSUMER'),
      e('2025-03-17', { kind: 'TERMINATE', ground: 'TIME_OVER' }),
    ];
    const told = [...ended, e(on, { kind: 'NOTIFY_TERMINATION' })];
    expect(look(told, on).clocks['AM-04']).toBe(`2025-03-26 ${status}`);
    expect(look(ended, '2025-03-27').clocks['AM-04']).toBe('2025-03-26 OVERDUE');
    expect(look([...ended, e('2025-03-20', { kind: 'CLOSE' })], '2025-03-27').clocks['AM-04']).toBe(
      '2025-03-26 FELL_AWAY',
    );
  });

  it('民诉法 205, 司法确认规定 4–5: from the agreement to the ruling of the court', () => {
    const filed = [...agreed, file('2024-09-09')];
    const taken = [...filed, e('2024-09-11', { kind: 'COURT_ACCEPTS' })];
    expect(look(taken, '2024-09-12').clocks).toMatchObject({
      'AM-05': '2024-10-08 MET',
      'AM-06': '2024-09-12 MET',
      'AM-07': '2024-10-11 RUNNING',
    });
    for (const kind of ['CONFIRM', 'REJECT_CONFIRMATION'] as const) {
      expect(look([...taken, e('2024-09-20', { kind })], '2024-09-21').clocks['AM-07']).toBe(
        '2024-10-11 MET',
      );
      // ruled on without a separate acceptance
      expect(look([...filed, e('2024-09-10', { kind })], '2024-09-21').clocks['AM-06']).toBe(
        '2024-09-12 MET',
      );
    }
  });

  it('has no time for confirmation where none can be had', () => {
    const administrative = [...underWay, agree('2024-09-06', false)];
    expect(look(administrative, '2024-09-07').clocks).not.toHaveProperty('AM-05');
    expect(look([...underWay, agree('2024-09-06', true)], '2024-09-07').clocks).toHaveProperty('AM-05');
    expect(look(agreed, '2024-09-07', { agencyMayHaveConfirmed: false }).clocks).not.toHaveProperty('AM-05');
    const performed = [...agreed, e('2024-09-10', { kind: 'PERFORMED' }), e('2024-09-11', { kind: 'CLOSE' })];
    expect(look(performed, '2024-09-12').clocks['AM-05']).toBe('2024-10-08 FELL_AWAY');
  });
});

describe('a pause', () => {
  it('医疗纠纷条例 40(3): only an appraisal is left out of the thirty days', () => {
    expect(look(paused('APPRAISAL'), '2025-02-24')).toMatchObject({
      state: 'PAUSED',
      clocks: { 'AM-03': 'stopped STOPPED' },
    });
    expect(look(paused('OTHER'), '2025-02-21')).toMatchObject({
      state: 'PAUSED',
      clocks: { 'AM-03': '2025-02-21 RUNNING' },
    });
    // over time is failed, paused or not
    expect(look(paused('OTHER'), '2025-02-22').state).toBe('TERMINATED');
  });

  it('is told with its reason', () => {
    const events = [...paused('APPRAISAL'), e('2025-01-15', { kind: 'RESUME' })];
    const context = at('2025-01-16');
    const { facts } = project(MEDIATION, events, context);
    const clock = clocksOf(MEDIATION, amRows(facts, context.settings), facts, context).find(
      c => c.code === 'AM-03',
    )!.clock;
    const { zh, en } = explanationText(explain(clock, calendar));
    expect(zh).toContain('2025-01-08至2025-01-15停止计算(鉴定),顺延7日。');
    expect(en).toContain('Stands still from 2025-01-08 to 2025-01-15 (appraisal): 7 day(s) later.');
  });
});

describe('what may be done', () => {
  it('is told before anything is entered', () => {
    expect(offered([], 'APPLY', '2024-08-01')).toBe(true);
    expect(offered([apply('2024-08-01', 'DEFAULT')], 'ACCEPT', '2024-08-02')).toBe(true);
    expect(offered(underWay, 'AGREE', '2024-09-02')).toBe(true);
    expect(offered(underWay, 'TERMINATE', '2024-09-02')).toBe(true);
    expect(offered(agreed, 'FILE_CONFIRMATION', '2024-10-08')).toBe(true);
    expect(offered(agreed, 'FILE_CONFIRMATION', '2024-10-09')).toBe(false);
  });

  it('an agreement signed by all is entered; one that is not is refused', () => {
    expect(code(underWay, agree('2024-09-02'))).toBe('ok');
    expect(code(underWay, e('2024-09-02', { kind: 'AGREE', signedByAll: false }))).toBe(
      'AGREEMENT_IS_SIGNED_BY_ALL',
    );
  });

  it('an agreement older than the text of 2023 is not refused for being late', () => {
    const old = [...begun('2023-12-01', 'DEFAULT'), agree('2023-12-20')];
    expect(code(old, file('2024-03-01'))).toBe('ok');
    const later = [...begun('2023-12-01', 'DEFAULT'), agree('2024-01-02')];
    expect(code(later, file('2024-02-01'))).toBe('ok');
    expect(code(later, file('2024-02-02'))).toBe('CONFIRMATION_WITHIN_THIRTY_DAYS');
  });

  it('a regime the office has taken away leaves its cases without periods, not without answers', () => {
    const gone = { regimes: {} };
    const events = begun('2025-01-06', 'MEDICAL');
    const pausedNow = [...events, e('2025-01-08', { kind: 'PAUSE', reason: 'APPRAISAL' })];
    expect(look(pausedNow, '2025-12-01', gone)).toEqual({ state: 'PAUSED', clocks: {} });
    const extend = e('2025-01-20', { kind: 'EXTEND' });
    expect(code(events, extend, 'OFFICE_HEAD', gone)).toBe('THE_REGIME_HAS_AN_EXTENSION_ONCE');
    const over = e('2025-12-01', { kind: 'TERMINATE', ground: 'TIME_OVER' });
    expect(code(events, over, 'MEDIATOR', gone)).toBe('TIME_FOR_MEDIATION_IS_OVER');
    expect(code(events, e('2025-01-09', { kind: 'TERMINATE', ground: 'SUED' }), 'MEDIATOR', gone)).toBe('ok');
  });
});
