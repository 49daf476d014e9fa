import { describe, expect, it } from 'vitest';
import { availableActions, edgesOf, project, take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcKind, type RcRole } from '#law/reconsideration';
import { at, code, e, heard, inReview, look, received, served } from '#test/fixtures/law/reconsideration';

const end = (on: string): RcEvent => e(on, { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' });
const suspend = (on: string, id: string): RcEvent => e(on, { kind: 'SUSPEND', ground: 'ENTITY_ENDED' }, id);
const letter = (on: string): RcEvent => e(on, { kind: 'OPINION_LETTER' });
const allowed = (events: RcEvent[], event: RcEvent, role: RcRole, today: string): boolean =>
  take(RECONSIDERATION, events, event, role, at(today)).ok;

const extend = () => e('2024-07-20', { kind: 'EXTEND_DECISION', days: 5, approvedBy: 'OFFICE_HEAD' });

const submit = () => e('2024-07-20', { kind: 'SUBMIT' });

describe('a day on which much happens', () => {
  it('takes the events in the order the law gives them, whatever the order of entry', () => {
    const all = ['REPLY', 'ACCEPT', 'COPY_SERVED', 'RECEIVE'].map(kind =>
      e('2024-06-03', { kind, procedure: 'ORDINARY' } as RcEvent),
    );
    expect(look(all, '2024-06-03')).toMatchObject({ state: 'IN_REVIEW', rejected: [] });
  });

  it('may see a case suspended and resumed', () => {
    const day = [e('2024-06-25', { kind: 'RESUME' }), suspend('2024-06-25', 's')];
    expect(look([...inReview, ...day], '2024-06-26')).toMatchObject({ state: 'IN_REVIEW', rejected: [] });
  });

  it('what happened before the end of the case may be entered after it', () => {
    const ended = [...inReview, end('2024-06-25')];
    expect(allowed(ended, suspend('2024-06-25', 's'), 'HANDLER', '2024-06-26')).toBe(true);
    expect(allowed(ended, suspend('2024-06-26', 's'), 'HANDLER', '2024-06-26')).toBe(false);
    const opinions = e('2024-06-25', { kind: 'HEAR_OPINIONS' });
    expect(allowed(ended, opinions, 'HANDLER', '2024-06-26')).toBe(true);
  });

  it('sees what was done earlier on the same day', () => {
    expect(code([...inReview, extend()], extend(), 'OFFICE_HEAD', '2024-07-20')).toBe('EXTENSION_ONLY_ONCE');
    expect(code([...inReview, submit()], submit(), 'HANDLER', '2024-07-20')).toBe('NOT_IN_THIS_STATE');
  });
});

const ids = (events: RcEvent[]) =>
  project(RECONSIDERATION, events, at('2024-06-26'))
    .facts.history.slice(-2)
    .map(h => h.id);

describe('what is on record', () => {
  it('counts only from its day on', () => {
    expect(look(inReview, '2024-06-11').state).toBe('ACCEPTED');
    expect(look(inReview, '2024-06-12').state).toBe('REPLY_PENDING');
    expect(look([], '2024-06-12')).toMatchObject({ state: null, clocks: {} });
  });

  it('may hold a record that never took effect; it is shown, and does not bar the next one', () => {
    const stray = e('2024-06-04', { kind: 'REPLY' });
    const nonsense = { ...stray, id: 'n', kind: 'NONSENSE' as RcKind } as RcEvent;
    const events = [received, stray, nonsense];
    expect(look(events, '2024-06-04').rejected).toEqual(['NONSENSE', 'REPLY']);
    const accept = e('2024-06-05', { kind: 'ACCEPT', procedure: 'ORDINARY' });
    expect(allowed(events, accept, 'HANDLER', '2024-06-05')).toBe(true);
  });

  it('takes records of one day and one kind in the order of their names, so that two replays agree', () => {
    const [a, b] = [letter('2024-06-25'), letter('2024-06-25')].map((l, n) => ({ ...l, id: `l${n}` }));
    expect(ids([...inReview, a!, b!])).toEqual(['l0', 'l1']);
    expect(ids([...inReview, b!, a!])).toEqual(['l0', 'l1']);
  });
});

describe('standing still', () => {
  it('each suspension ends with the resumption that names it, or that names none', () => {
    const s1 = suspend('2024-06-25', 's1');
    const s2 = suspend('2024-07-01', 's2');
    const first = [...inReview, s1, s2, e('2024-07-05', { kind: 'RESUME', of: 's1' })];
    // the sixty days of the one still open run from its own day
    expect(look(first, '2024-07-06')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'RC-31': '2024-08-31 RUNNING' },
    });
    expect(look(first, '2024-08-30').clocks['RC-31']).toBe('2024-08-31 RUNNING');
    expect(look(first, '2024-08-31').clocks['RC-31']).toBe('2024-08-31 REACHED');
    const last = [...inReview, s1, s2, e('2024-07-05', { kind: 'RESUME', of: 's2' })];
    expect(look(last, '2024-07-06').clocks['RC-31']).toBe('2024-08-25 RUNNING');
    const both = [...inReview, s1, s2, e('2024-07-05', { kind: 'RESUME' })];
    // the sixtieth day is Sunday 08-04; 06-25 to 07-05 are ten days more
    expect(look(both, '2024-07-06')).toMatchObject({
      state: 'IN_REVIEW',
      clocks: { 'RC-28': '2024-08-14 RUNNING' },
    });
  });

  it('an earlier resumption does not lift a later suspension, nor does anything else', () => {
    const twice = [
      ...inReview,
      suspend('2024-06-25', 's1'),
      e('2024-06-28', { kind: 'RESUME' }),
      suspend('2024-07-01', 's2'),
      letter('2024-07-03'),
    ];
    expect(look(twice, '2024-07-04')).toMatchObject({
      state: 'SUSPENDED',
      clocks: { 'RC-28': 'stopped STOPPED' },
    });
  });
});

describe('what meets a clock', () => {
  it('76: a report before a second opinion letter answers the first only; on its day it answers it', () => {
    const two = [
      ...inReview,
      letter('2024-06-25'),
      e('2024-07-10', { kind: 'REPORT_BACK' }),
      letter('2024-07-15'),
    ];
    expect(look(two, '2024-07-16').clocks['RC-38']).toBe('2024-09-13 RUNNING');
    const sameDay = [...inReview, letter('2024-07-15'), e('2024-07-15', { kind: 'REPORT_BACK' })];
    expect(look(sameDay, '2024-07-16').all.find(c => c.code === 'RC-38')).toMatchObject({
      status: 'MET',
      metOn: '2024-07-15',
    });
  });

  it('a silence the law answers itself is lapsed, not met by anybody', () => {
    const rc07 = look([received], '2024-06-12').all.find(c => c.code === 'RC-07');
    expect(rc07).toMatchObject({ status: 'LAPSED', metOn: null });
    expect(look([received], '2024-06-04').all.find(c => c.code === 'RC-07')).toMatchObject({ metOn: null });
  });
});

const attempt = (event: object, events: RcEvent[], role: RcRole) =>
  code(events, { id: 'x', on: '2024-07-25', ...event } as RcEvent, role, '2024-07-25');

describe('what an action tells', () => {
  it('lists no input and no clock where there is none', () => {
    const actions = availableActions(RECONSIDERATION, inReview, 'HANDLER', at('2024-06-25'));
    const asked = actions.find(a => a.kind === 'ASK_COMMITTEE')!.ruling;
    expect(asked.ok && asked.value).toEqual({ inputs: [], starts: [], meets: [], stops: [], moves: [] });
    const excluded = actions.find(a => a.kind === 'EXCLUDE_TIME')!.ruling;
    expect(excluded.ok && excluded.value).toMatchObject({ moves: ['RC-28', 'RC-30'], starts: [] });
  });

  it('the table names also the steps that leave the state as it is', () => {
    const edges = edgesOf(RECONSIDERATION);
    expect(edges).toContainEqual({ from: 'ACCEPTED', to: 'ACCEPTED', kind: 'SEND_COPY' });
    expect(edges).toContainEqual({ from: null, to: 'RECEIVED', kind: 'RECEIVE' });
  });

  it.each([
    ['ground', null, 'INPUT_MISSING', '缺少:中止情形', '请补充'],
    ['ground', 'RAIN', 'INPUT_NOT_VALID', '填写不符合要求:中止情形', /^APPLICANT_DIED\/.*\/OTHER$/],
  ])('%s = %j: %s', (name, value, expected, zh, remedy) => {
    const event = { ...suspend('2024-06-25', 's'), [name]: value } as RcEvent;
    const ruling = take(RECONSIDERATION, inReview, event, 'HANDLER', at('2024-06-25'));
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      code: expected,
      message: { zh },
      missing: [name],
      remedy: { zh: expect.stringMatching(remedy) },
    });
  });

  const pending = [...inReview, e('2024-07-20', { kind: 'SUBMIT' })];
  it.each([
    ['EXTEND_DECISION', { days: '5', approvedBy: 'OFFICE_HEAD' }, 'INPUT_NOT_VALID'],
    ['EXTEND_DECISION', { days: -1, approvedBy: 'OFFICE_HEAD' }, 'INPUT_NOT_VALID'],
    ['EXTEND_DECISION', { days: Number.NaN, approvedBy: 'OFFICE_HEAD' }, 'INPUT_NOT_VALID'],
    ['EXTEND_DECISION', { days: 5, approvedBy: 'OFFICE_HEAD' }, 'ok'],
  ])('a number is a number: %s %j: %s', (kind, input, expected) =>
    expect(attempt({ kind, ...input }, inReview, 'OFFICE_HEAD')).toBe(expected),
  );
  it.each([
    ['SCHEDULE_HEARING', { hearingOn: '2024-02-30' }, 'INPUT_NOT_VALID'],
    ['SCHEDULE_HEARING', { hearingOn: 20240801 }, 'INPUT_NOT_VALID'],
    ['SCHEDULE_HEARING', { hearingOn: '2024-08-01' }, 'ok'],
    ['BEGIN_NORMATIVE_REVIEW', { ownPower: 'yes' }, 'INPUT_NOT_VALID'],
    ['BEGIN_NORMATIVE_REVIEW', { ownPower: false }, 'ok'],
  ])('a day is a day of the calendar, a yes or no is one: %s %j: %s', (kind, input, expected) =>
    expect(attempt({ kind, ...input }, inReview, 'HANDLER')).toBe(expected),
  );
  it.each([
    [{ kind: 'DECIDE', outcome: 'REVOKE', remakeWithinDays: '15' }, 'INPUT_NOT_VALID'],
    [{ kind: 'DECIDE', outcome: 'REVOKE', remakeOrdered: true, remakeWithinDays: 1 }, 'ok'],
    [{ kind: 'DECIDE', outcome: 'REVOKE', remakeWithinDays: null }, 'ok'],
  ])('an optional input may be left out, not be wrong: %j: %s', (event, expected) =>
    expect(attempt(event, pending, 'ORGAN_HEAD')).toBe(expected),
  );
  it('text is text', () => {
    const refuse = {
      id: 'x',
      kind: 'REFUSE',
      on: '2024-06-04',
      ground: 'NO_JURISDICTION',
      competentOrgan: 7,
    };
    const ruling = take(RECONSIDERATION, [received], refuse as never, 'HANDLER', at('2024-06-04'));
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      code: 'INPUT_NOT_VALID',
      message: { en: 'not of the kind asked for: competent organ' },
      remedy: { zh: '文字', en: 'text' },
    });
  });
});

const cited = (events: RcEvent[], event: RcEvent, role: RcRole, today: string) => {
  const ruling = take(RECONSIDERATION, events, event, role, at(today));
  const basis = ruling.ok ? ruling.basis : ruling.refusal.basis;
  return `${ruling.ok ? 'ok' : ruling.refusal.code} ${basis[0].version} ${basis[0].article}`;
};

describe('a refusal cites the law of its case', () => {
  const old = e('2017-03-01', { kind: 'RECEIVE' });
  it.each([
    [
      'the day lies ahead',
      e('2017-03-09', { kind: 'ACCEPT', procedure: 'ORDINARY' }),
      'DAY_LIES_IN_THE_FUTURE 2009 17',
    ],
    ['on record already', old, 'EVENT_ALREADY_RECORDED 2009 17'],
    ['not its turn', e('2017-03-02', { kind: 'SUBMIT' }), 'NOT_IN_THIS_STATE 2009 28'],
    ['accepted', e('2017-03-02', { kind: 'ACCEPT', procedure: 'ORDINARY' }), 'ok 2009 17'],
  ] as [string, RcEvent, string][])('%s', (_, event, expected) =>
    expect(cited([old], event, 'HANDLER', '2017-03-03')).toBe(expected),
  );
  it('of 2024, of 2024', () => {
    expect(cited([received], e('2024-06-09', { kind: 'SUBMIT' }), 'HANDLER', '2024-06-04')).toBe(
      'DAY_LIES_IN_THE_FUTURE 2023 61',
    );
    expect(cited([received, served, heard], received, 'HANDLER', '2024-07-04')).toBe(
      'EVENT_ALREADY_RECORDED 2023 30',
    );
  });
});
