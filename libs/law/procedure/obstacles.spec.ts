import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { obstacles, take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcKind, type RcRole } from '#law/reconsideration';
import { accepted, at, e, inReview, received, replied, served } from '#test/fixtures/law/reconsideration';

const codes = (events: RcEvent[], kind: RcKind, role: RcRole, today: string) =>
  obstacles(RECONSIDERATION, events, kind, role, at(today)).map(o => o.code);

describe('everything that stands in the way of a step', () => {
  const major = e('2024-06-21', { kind: 'CLASSIFY', major: true });

  it('all rules of the step, where the answer to an action names the first only', () => {
    const bare = [received, accepted, served, replied, major];
    expect(codes(bare, 'SUBMIT', 'HANDLER', '2024-06-24')).toEqual([
      'OPINIONS_OF_THE_PARTIES_ARE_HEARD',
      'MAJOR_CASES_NEED_A_HEARING',
      'COMMITTEE_OPINION_IS_ASKED',
    ]);
    expect(codes([...inReview, major], 'SUBMIT', 'HANDLER', '2024-06-24')).toEqual([
      'MAJOR_CASES_NEED_A_HEARING',
      'COMMITTEE_OPINION_IS_ASKED',
    ]);
  });

  it('state and role come before the rules, and do not hide them', () => {
    expect(codes([received, accepted], 'SUBMIT', 'RESPONDENT', '2024-06-06')).toEqual([
      'NOT_IN_THIS_STATE',
      'NOT_FOR_THIS_ROLE',
      'OPINIONS_OF_THE_PARTIES_ARE_HEARD',
    ]);
  });

  it('nothing: the step may be taken', () =>
    expect(codes(inReview, 'SUBMIT', 'HANDLER', '2024-06-24')).toEqual([]));

  it('a step the text does not know has no rules under it', () => {
    const old = [e('2017-03-01', { kind: 'RECEIVE' })];
    expect(codes(old, 'CONVERT', 'HANDLER', '2017-03-02')).toEqual(['NO_TEXT_GOVERNS_THE_DAY']);
  });

  it('each is a whole refusal: what to do, who can, by which article', () => {
    const [hearing] = obstacles(RECONSIDERATION, [...inReview, major], 'SUBMIT', 'HANDLER', at('2024-06-24'));
    expect(hearing).toMatchObject({
      remedy: { zh: '组织听证' },
      who: ['HANDLER'],
      basis: [{ version: '2023', article: 50, paragraph: 1 }],
    });
  });
});

const transfer = (competentOrgan?: unknown): RcEvent =>
  ({ id: 't', kind: 'TRANSFER', on: d('2024-06-04'), competentOrgan }) as RcEvent;

describe('a text that is asked for', () => {
  it.each([
    [undefined, 'INPUT_MISSING'],
    ['', 'INPUT_MISSING'],
    ['  ', 'INPUT_MISSING'],
    [7, 'INPUT_NOT_VALID'],
    ['某市人民政府', 'ok'],
  ])('%j: %s', (organ, expected) => {
    const ruling = take(RECONSIDERATION, [received], transfer(organ), 'HANDLER', at('2024-06-04'));
    expect(ruling.ok ? 'ok' : ruling.refusal.code).toBe(expected);
  });
});
