import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { AM_08, AM_09, amRows, DEFAULT_MEDIATION_SETTINGS, MEDIATION, type AmEvent } from '#law/mediation';
import { availableActions, clockOf, whatIf } from '#law/procedure';
import { accept, apply, at, begun, calendar, code, e, look } from '#test/fixtures/law/mediation';

const over = (on: string) => e(on, { kind: 'TERMINATE', ground: 'TIME_OVER' });
const file = (on: string, jointly = true) => e(on, { kind: 'FILE_CONFIRMATION', jointly });
const paused = (regime: string) => [
  apply('2025-01-06', regime),
  accept('2025-01-06'),
  e('2025-01-06', { kind: 'START' }),
  e('2025-01-08', { kind: 'PAUSE', reason: 'APPRAISAL' }),
  e('2025-01-15', { kind: 'RESUME' }),
];
const dueOf = (rule: typeof AM_08, day0: string) => {
  const ruling = clockOf({ rule, governing: d(day0), day0: d(day0) }, calendar);
  return ruling.ok ? ruling.value.due : null;
};
const basisOf = (events: AmEvent[], kind: string) => {
  const found = availableActions(MEDIATION, events, 'MEDIATOR', at('2024-09-10')).find(a => a.kind === kind)!;
  return found.ruling.ok ? found.ruling.basis[0].statute : found.ruling.refusal.code;
};

describe('regimes set the periods', () => {
  it.each([
    // 深圳条例 45, 46: E43a
    ['SHENZHEN', '2025-09-26', {}, { 'AM-01': '2025-10-10 RUNNING', 'AM-02': '2025-09-30 RUNNING' }],
    ['SHENZHEN', '2025-09-26', { complex: true }, { 'AM-01': '2025-10-16 RUNNING' }],
    // 医疗纠纷条例 40(2)
    ['MEDICAL', '2025-01-06', {}, { 'AM-01': '2025-01-13 RUNNING' }],
    ['MEDICAL', '2025-01-06', { complex: true }, { 'AM-01': '2025-01-13 RUNNING' }],
    // 市监投诉办法 14
    ['CONSUMER', '2025-09-26', {}, { 'AM-01': '2025-10-13 RUNNING' }],
    ['DEFAULT', '2025-01-06', {}, { 'AM-01': '2025-01-13 RUNNING' }],
  ])('%s: applied on %s %j', (regime, on, more, clocks) =>
    expect(look([apply(on, regime, more)], on).clocks).toMatchObject(clocks),
  );

  it.each(['PUBLIC_SECURITY', 'TRAFFIC', 'GUANGDONG_FOREST'])(
    '%s sets no time for acceptance, so there is no clock',
    regime => {
      expect(look([apply('2025-01-06', regime)], '2025-01-06').clocks).toEqual({});
    },
  );

  it('of a text not yet in force are not borrowed', () => {
    expect(look([apply('2022-04-30', 'SHENZHEN')], '2022-05-02').clocks).toEqual({});
    expect(look([apply('2022-05-01', 'SHENZHEN')], '2022-05-02').clocks).toHaveProperty('AM-01');
  });

  it.each([
    ['MEDICAL', '2025-01-06', '2025-02-21'], // E44
    ['CONSUMER', '2025-01-06', '2025-03-14'],
    ['DEFAULT', '2025-01-06', '2025-02-05'],
  ])('%s: accepted on %s, complete by %s', (regime, on, due) =>
    expect(look([apply(on, regime), accept(on)], on).clocks['AM-03']).toBe(`${due} RUNNING`),
  );

  it.each([
    ['TRAFFIC', '2025-01-06', '2025-01-16'],
    ['TRAFFIC_WORKING_DAYS', '2025-01-06', '2025-01-20'],
    ['GUANGDONG_FOREST', '2025-01-06', '2025-07-07'],
  ])('%s: started on %s, complete by %s', (regime, on, due) => {
    const accepted = [apply(on, regime), accept(on)];
    expect(look(accepted, on).clocks).not.toHaveProperty('AM-03');
    expect(look([...accepted, e(on, { kind: 'START' })], on).clocks['AM-03']).toBe(`${due} RUNNING`);
  });

  it('appraisal stands still where the regime says so (X-8)', () => {
    expect(look(paused('MEDICAL').slice(0, 4), '2025-01-09')).toMatchObject({
      state: 'PAUSED',
      clocks: { 'AM-03': 'stopped STOPPED' },
    });
    expect(look(paused('MEDICAL'), '2025-01-16').clocks['AM-03']).toBe('2025-02-28 RUNNING');
    expect(look(paused('TRAFFIC'), '2025-01-16').clocks['AM-03']).toBe('2025-01-16 RUNNING');
  });

  it('extensions exist where the regime has one, once', () => {
    const extend = e('2025-01-20', { kind: 'EXTEND' });
    expect(code(begun('2025-01-06', 'MEDICAL'), extend, 'OFFICE_HEAD')).toBe(
      'THE_REGIME_HAS_AN_EXTENSION_ONCE',
    );
    expect(code(begun('2025-01-06', 'DEFAULT'), extend, 'OFFICE_HEAD')).toBe('ok');
    expect(
      code([...begun('2025-01-06', 'DEFAULT'), extend], e('2025-01-21', { kind: 'EXTEND' }), 'OFFICE_HEAD'),
    ).toBe('THE_REGIME_HAS_AN_EXTENSION_ONCE');
    expect(look([...begun('2025-01-06', 'DEFAULT'), extend], '2025-01-21').clocks['AM-03']).toBe(
      '2025-02-20 RUNNING',
    );
    expect(look([...begun('2025-01-06', 'GUANGDONG_FOREST'), extend], '2025-01-21').clocks['AM-03']).toBe(
      '2026-01-06 RUNNING',
    );
  });

  it('over time is failed by law in medical disputes, a ground elsewhere', () => {
    expect(look(begun('2025-01-06', 'MEDICAL'), '2025-02-21').state).toBe('MEDIATING');
    expect(look(begun('2025-01-06', 'MEDICAL'), '2025-02-22').state).toBe('TERMINATED');
    expect(look(begun('2025-01-06', 'CONSUMER'), '2025-12-01').state).toBe('MEDIATING');
    expect(code(begun('2025-01-06', 'CONSUMER'), over('2025-03-14'))).toBe('TIME_FOR_MEDIATION_IS_OVER');
    expect(code(begun('2025-01-06', 'CONSUMER'), over('2025-03-15'))).toBe('ok');
    expect(look([...begun('2025-01-06', 'CONSUMER'), over('2025-03-15')], '2025-03-16').clocks['AM-04']).toBe(
      '2025-03-25 RUNNING',
    );
    expect(
      code(begun('2025-01-06', 'CONSUMER'), e('2025-01-20', { kind: 'TERMINATE', ground: 'SUED' })),
    ).toBe('ok');
  });

  it('公安程序规定 183, 道交条例 94: periods on their own', () => {
    expect(dueOf(AM_08, '2025-09-26')).toBe('2025-10-13');
    expect(dueOf(AM_09, '2025-09-26')).toBe('2025-10-09');
  });
});

describe('rules', () => {
  it.each([
    [apply('2025-01-06', 'NOWHERE'), 'REGIME_IS_KNOWN'],
    [
      apply('2025-01-06', 'MEDICAL', { partyType: 'ADMINISTRATIVE' }),
      'THIS_KIND_OF_DISPUTE_IS_MEDIATED_HERE',
    ],
    [apply('2025-01-06', 'SHENZHEN', { partyType: 'ADMINISTRATIVE' }), 'ok'],
    [apply('2025-01-06', 'MEDICAL', { dispute: 'NONSENSE' }), 'INPUT_NOT_VALID'],
  ])('%# %s', (event, expected) => expect(code([], event)).toBe(expected));

  it('consent is needed, unless all applied together', () => {
    const refuses = e('2025-01-08', { kind: 'ACCEPT', allAgree: false });
    expect(code([apply('2025-01-06', 'DEFAULT'), e('2025-01-07', { kind: 'ASK_CONSENT' })], refuses)).toBe(
      'ALL_PARTIES_AGREE_TO_MEDIATION',
    );
    expect(code([apply('2025-01-06', 'DEFAULT', { joint: true })], refuses)).toBe('ok');
    expect(
      code([apply('2025-01-06', 'DEFAULT')], e('2025-01-08', { kind: 'REFUSE', ground: 'NO_CONSENT' })),
    ).toBe('ok');
    expect(
      look(
        [apply('2025-01-06', 'SHENZHEN'), e('2025-01-08', { kind: 'TRANSFER', to: '某区' })],
        '2025-01-09',
      ),
    ).toEqual({
      state: 'TRANSFERRED',
      clocks: { 'AM-01': '2025-01-13 MET', 'AM-02': '2025-01-09 MET' },
    });
  });

  const agreed = [
    apply('2024-08-01', 'DEFAULT'),
    accept('2024-08-02'),
    e('2024-08-02', { kind: 'START' }),
    e('2024-09-06', { kind: 'AGREE', signedByAll: true }),
  ];
  it('民诉法 205: confirmation jointly, within thirty days (E46), of civil content', () => {
    expect(look(agreed, '2024-09-07').clocks['AM-05']).toBe('2024-10-08 RUNNING');
    expect(code(agreed, file('2024-10-08'))).toBe('ok');
    expect(code(agreed, file('2024-10-09'))).toBe('CONFIRMATION_WITHIN_THIRTY_DAYS');
    expect(code(agreed, file('2024-10-08', false))).toBe('CONFIRMATION_IS_ASKED_FOR_JOINTLY');
    expect(code(agreed, file('2024-10-08'), 'MEDIATOR', { agencyMayHaveConfirmed: false })).toBe(
      'CONFIRMATION_ONLY_OF_CIVIL_CONTENT',
    );
    expect(
      code(
        [...agreed.slice(0, 3), e('2024-09-06', { kind: 'AGREE', signedByAll: true, civilContent: false })],
        file('2024-10-08'),
      ),
    ).toBe('CONFIRMATION_ONLY_OF_CIVIL_CONTENT');
    const filed = [...agreed, file('2024-09-09')];
    expect(look(filed, '2024-09-10').clocks['AM-06']).toBe('2024-09-12 RUNNING');
    const taken = [...filed, e('2024-09-11', { kind: 'COURT_ACCEPTS' })];
    expect(look(taken, '2024-09-12').clocks['AM-07']).toBe('2024-10-11 RUNNING');
    expect(look(taken, '2024-09-12', { confirmationRulingDays: 15 }).clocks['AM-07']).toBe(
      '2024-09-26 RUNNING',
    );
    expect(
      look([...taken, e('2024-09-20', { kind: 'CONFIRM' }), e('2024-09-21', { kind: 'CLOSE' })], '2024-09-22')
        .state,
    ).toBe('CLOSED');
    expect(look([...taken, e('2024-09-20', { kind: 'REJECT_CONFIRMATION' })], '2024-09-22').state).toBe(
      'CONFIRMATION_REJECTED',
    );
  });

  it('an agreement is signed by all', () => {
    expect(code(agreed.slice(0, 3), e('2024-09-06', { kind: 'AGREE', signedByAll: false }))).toBe(
      'AGREEMENT_IS_SIGNED_BY_ALL',
    );
    expect(look([...agreed, e('2024-09-10', { kind: 'PERFORMED' })], '2024-09-11')).toMatchObject({
      state: 'PERFORMED',
      clocks: { 'AM-05': '2024-10-08 FELL_AWAY' },
    });
  });

  it('each step rests on the regime of the case, the court’s steps on the court’s law', () => {
    expect(basisOf([apply('2024-09-09', 'MEDICAL')], 'ACCEPT')).toBe('MEDICAL_DISPUTE_REGULATION');
    expect(basisOf([apply('2024-09-09', 'DEFAULT')], 'ACCEPT')).toBe('OFFICE_SETTINGS');
    expect(basisOf([apply('2024-09-09', 'GONE')], 'ACCEPT')).toBe('OFFICE_SETTINGS');
    expect(basisOf(agreed, 'FILE_CONFIRMATION')).toBe('CIVIL_PROCEDURE_LAW');
  });

  it('tells what an event would change', () => {
    const parts = {
      machine: MEDIATION,
      rows: (facts: Parameters<typeof amRows>[0]) => amRows(facts, DEFAULT_MEDIATION_SETTINGS),
    };
    const ruling = whatIf(
      parts,
      [apply('2025-01-06', 'MEDICAL')],
      accept('2025-01-07'),
      'MEDIATOR',
      at('2025-01-07'),
    );
    expect(ruling).toMatchObject({
      ok: true,
      value: {
        stateBefore: 'APPLIED',
        stateAfter: 'ACCEPTED',
        clocks: [
          { code: 'AM-01', how: 'MET' },
          { code: 'AM-03', how: 'STARTED', dueAfter: '2025-02-24' },
        ],
      },
    });
  });
});
