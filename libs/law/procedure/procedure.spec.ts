import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import {
  changes,
  clockOf,
  first,
  last,
  rankOf,
  stepOf,
  take,
  variant,
  type CaseClock,
  type ClockStatus,
} from '#law/procedure';
import { JU_01, RC_28, RC_30, RECONSIDERATION, type RcEvent, type RcRole } from '#law/reconsideration';
import { cite } from '#law/statute';
import { accepted, at, calendar, e, inReview, look, received } from '#test/fixtures/law/reconsideration';

const clock = (status: ClockStatus, due: string | null = '2024-08-05'): CaseClock =>
  ({ code: 'X', status, metOn: null, clock: { due: due === null ? null : d(due) } }) as unknown as CaseClock;
const how = (before: CaseClock[], after: CaseClock[]) =>
  changes(before, after).map(c => `${c.how} ${c.dueBefore ?? '-'} ${c.dueAfter ?? '-'}`);
const refusal = (events: RcEvent[], event: RcEvent, role: RcRole, today: string) => {
  const ruling = take(RECONSIDERATION, events, event, role, at(today));
  return ruling.ok ? null : ruling.refusal;
};

describe('what became of a clock', () => {
  it.each([
    [[], [clock('RUNNING')], ['STARTED - 2024-08-05']],
    [[], [clock('MET')], []],
    [[clock('RUNNING')], [], ['ENDED 2024-08-05 -']],
    [[clock('MET')], [], []],
    [[clock('RUNNING')], [clock('MET')], ['MET 2024-08-05 2024-08-05']],
    [[clock('OVERDUE')], [clock('MET_LATE')], ['MET 2024-08-05 2024-08-05']],
    [[clock('RUNNING')], [clock('FELL_AWAY')], ['ENDED 2024-08-05 2024-08-05']],
    [[clock('RUNNING')], [clock('LAPSED')], ['ENDED 2024-08-05 2024-08-05']],
    [[clock('RUNNING')], [clock('STOPPED', null)], ['STOPPED 2024-08-05 -']],
    [[clock('STOPPED', null)], [clock('STOPPED', null)], []],
    [[clock('STOPPED', null)], [clock('RUNNING')], ['MOVED - 2024-08-05']],
    [[clock('RUNNING')], [clock('RUNNING')], []],
    [[clock('RUNNING')], [clock('RUNNING', '2024-08-06')], ['MOVED 2024-08-05 2024-08-06']],
    [[clock('FELL_AWAY')], [clock('RUNNING')], ['STARTED 2024-08-05 2024-08-05']],
    [[clock('REACHED')], [clock('FELL_AWAY')], ['ENDED 2024-08-05 2024-08-05']],
    [[clock('MET')], [clock('FELL_AWAY')], []],
  ] as [CaseClock[], CaseClock[], string[]][])('%#', (before, after, expected) =>
    expect(how(before, after)).toEqual(expected),
  );
});

describe('refusals teach', () => {
  it('what state is needed', () => {
    expect(refusal([received], e('2024-06-04', { kind: 'SUBMIT' }), 'HANDLER', '2024-06-04')).toMatchObject({
      code: 'NOT_IN_THIS_STATE',
      message: {
        zh: '案件处于“已收件”,不能提出意见报批',
        en: 'the case is “received”; “submit for decision” is not possible',
      },
      remedy: { zh: '须处于:审理中', en: 'possible when: in review' },
      basis: [{ article: 61 }],
    });
    expect(refusal([], e('2024-06-04', { kind: 'SUBMIT' }), 'HANDLER', '2024-06-04')!.message.zh).toContain(
      '“未登记”',
    );
  });

  it('who may do it', () => {
    expect(
      refusal(
        inReview,
        e('2024-07-20', { kind: 'EXTEND_DECISION', days: 5, approvedBy: 'OFFICE_HEAD' }),
        'HANDLER',
        '2024-07-20',
      ),
    ).toMatchObject({
      code: 'NOT_FOR_THIS_ROLE',
      who: ['OFFICE_HEAD', 'ORGAN_HEAD'],
      remedy: {
        zh: '由复议机构负责人、复议机关负责人办理',
        en: 'to be done by: head of the reconsideration office, head of the reconsideration organ',
      },
    });
  });

  it('what is missing, or which values are allowed', () => {
    expect(
      refusal(
        [received],
        { id: 'x', kind: 'REFUSE', on: d('2024-06-04') } as RcEvent,
        'HANDLER',
        '2024-06-04',
      ),
    ).toMatchObject({
      code: 'INPUT_MISSING',
      missing: ['ground'],
      message: { zh: '缺少:不符合的条件', en: 'missing: condition not met' },
    });
    expect(
      refusal(
        [received],
        { id: 'x', kind: 'ACCEPT', on: d('2024-06-04'), procedure: 'QUICK' } as unknown as RcEvent,
        'HANDLER',
        '2024-06-04',
      ),
    ).toMatchObject({
      code: 'INPUT_NOT_VALID',
      missing: ['procedure'],
      remedy: { zh: 'ORDINARY/SIMPLIFIED' },
    });
  });

  it('which day, which record, which later events stand in the way', () => {
    expect(
      refusal([received], e('2024-06-09', { kind: 'RECEIVE_CORRECTIONS' }), 'HANDLER', '2024-06-04')!.message
        .zh,
    ).toBe('2024-06-09晚于今天(2024-06-04)');
    expect(refusal([received], received, 'HANDLER', '2024-06-04')!.message.en).toBe(
      'this event is already on record',
    );
    const ended = e('2024-06-11', { kind: 'TERMINATE', ground: 'DIED_NO_RELATIVE_OR_WAIVED' });
    expect(refusal(inReview, ended, 'ORGAN_HEAD', '2024-07-01')).toMatchObject({
      code: 'LATER_EVENTS_STAND_IN_THE_WAY',
      missing: ['COPY_SERVED', 'REPLY', 'HEAR_OPINIONS'],
    });
    const old = e('2017-03-20', { kind: 'ASK_COMMITTEE' });
    const run = [
      e('2017-03-01', { kind: 'RECEIVE' }),
      e('2017-03-06', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
    ];
    expect(refusal(run, old, 'HANDLER', '2017-03-20')).toMatchObject({
      code: 'NO_TEXT_GOVERNS_THE_DAY',
      message: { zh: expect.stringContaining('2017-03-01') },
    });
  });
});

describe('history', () => {
  it('is asked for its first and last event of a kind', () => {
    const { facts } = look([received, accepted], '2024-06-06');
    expect([first(facts, 'RECEIVE')?.id, last(facts, 'ACCEPT')?.id, last(facts, 'REPLY')]).toEqual([
      received.id,
      accepted.id,
      undefined,
    ]);
  });

  it('rejects what the table does not know, and texts that never met', () => {
    expect(() => stepOf(RECONSIDERATION, 'NONSENSE' as 'CLOSE')).toThrow('no such step: NONSENSE');
    expect(rankOf(RECONSIDERATION, 'RECEIVE')).toBeLessThan(rankOf(RECONSIDERATION, 'ACCEPT'));
    expect(look([received, e('2024-06-04', { kind: 'REPLY' })], '2024-06-04').rejected).toEqual(['REPLY']);
    const never = [cite('RECONSIDERATION_LAW', '2017', 31), cite('RECONSIDERATION_LAW', '2023', 62)] as const;
    expect(() => variant(never, { length: 1, unit: 'CD' })).toThrow('never in force together');
    const day = d('2024-06-03');
    const rule = { ...RC_30, variants: [] };
    expect(() => clockOf({ rule, governing: day, day0: day }, calendar)).toThrow('rule RC-30 has no variant');
  });

  it('a period asked for under a text that has none is refused with the text that has it', () => {
    const ruling = clockOf({ rule: RC_30, governing: d('2017-03-01'), day0: d('2017-03-01') }, calendar);
    expect(ruling).toMatchObject({
      ok: false,
      refusal: {
        code: 'NO_TEXT_GOVERNS_THE_DAY',
        message: {
          zh: '2017-03-01没有已收录的条文规定“作出行政复议决定(简易程序)”的期限',
          en: 'no encoded text sets a period for “decision, simplified procedure” on 2017-03-01',
        },
        remedy: { zh: expect.stringContaining('人工核定'), en: expect.stringContaining('by hand') },
        basis: [{ version: '2023', article: 62 }],
      },
    });
    // before the first text of all, the first to come is cited; after the last, the last known
    const early = clockOf({ rule: RC_28, governing: d('1999-09-30'), day0: d('1999-09-30') }, calendar);
    expect(early.ok ? null : early.refusal.basis[0]).toMatchObject({ version: '1999', article: 31 });
    const gone = clockOf({ rule: JU_01, governing: d('2024-01-01'), day0: d('2024-01-01') }, calendar);
    expect(gone.ok ? null : gone.refusal.basis[0]).toMatchObject({ article: 18 });
  });
});
