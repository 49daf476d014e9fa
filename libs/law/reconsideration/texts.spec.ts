import { describe, expect, it } from 'vitest';
import { addDays, calendarDate as d, type CalendarDate } from '#law/calendar';
import { availableActions, basisOn, take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import { basisInForce, citationExists, type Basis, type Citation } from '#law/statute';
import { at, e } from '#test/fixtures/law/reconsideration';
import { ATTEMPTS, NO_WAY_IN, RULES, story, type Story } from '#test/fixtures/law/rules-by-text';

/** The days on which one text takes over from another; the regulation of 2007 came between two of the law. */
const TEXTS = [
  ['1999', '1999-10-01'],
  ['1999 + 条例', '2007-08-01'],
  ['2009', '2009-08-27'],
  ['2017', '2018-01-01'],
  ['2023', '2024-01-01'],
] as const;

const place = ({ statute, article, paragraph, item }: Citation): string => {
  const short = { RECONSIDERATION_REGULATION: '条例', OFFICE_SETTINGS: '设置' }[statute as string] ?? '';
  return `${short}${article}${paragraph ? `(${paragraph})` : ''}${item ? `(${item})` : ''}`;
};
const places = (basis: Basis | null): string => basis?.map(place).join(' ') ?? '—';
const liesInForce = (basis: Basis, day: string): boolean => {
  const days = basisInForce(basis);
  return days !== null && days.from <= day && (days.to === null || day < days.to);
};

const guards = new Map(
  RECONSIDERATION.steps.flatMap(step => (step.guards ?? []).map(g => [g.code, g] as const)),
);
const textOf = (day: string): 1 | 2 | 3 => (day < '2007-08-01' ? 1 : day < '2024-01-01' ? 2 : 3);

describe('every rule under every text', () => {
  it('is in the table', () => {
    expect(RULES.map(([code]) => code).toSorted()).toEqual([...guards.keys()].toSorted());
  });

  it.each(RULES)('%s: %s · %s · %s', (code, ...expected) => {
    const { bases } = guards.get(code)!;
    for (const [, start] of TEXTS)
      for (const day of [start, addDays(d(start), 1)] as CalendarDate[]) {
        const basis = basisOn(bases, day);
        expect([day, places(basis)]).toEqual([day, expected[textOf(day) - 1]]);
        expect(basis === null || (basis.every(citationExists) && liesInForce(basis, day))).toBe(true);
      }
  });
});

describe('a case that runs into a rule is refused by the text it lives under', () => {
  it.each(RULES)('%s', (code, ...expected) => {
    for (const [, start] of TEXTS) {
      const [events, event, role] = ATTEMPTS[code]!(story(start), start);
      const ruling = take(RECONSIDERATION, events, event, role, at(addDays(d(start), 120)));
      const answer = ruling.ok ? 'ok' : ruling.refusal.code;
      const where = expected[textOf(start) - 1];
      const stands = where !== '—' && !NO_WAY_IN[code]?.includes(start);
      const cited = ruling.ok ? ruling.basis : ruling.refusal.basis;
      expect([start, answer === code]).toEqual([start, stands]);
      expect([start, stands ? places(cited) : where]).toEqual([start, where]);
      expect([start, answer, liesInForce(cited, start) || answer === 'NO_TEXT_GOVERNS_THE_DAY']).toEqual([
        start,
        answer,
        true,
      ]);
    }
  });
});

const stages = (s: Story): RcEvent[][] => [
  [],
  [s.received],
  [s.received, s.ev(1, { kind: 'NOTICE_CORRECTION' })],
  [s.received, s.accepted],
  [s.received, s.accepted, s.served],
  s.heard,
  s.pending,
  s.decided,
  [...s.decided, s.ev(8, { kind: 'CLOSE' })],
];

describe('every action offered or refused', () => {
  it.each(TEXTS)('under the text of %s cites only what is in force', (_, start) => {
    const roles = Object.keys(RECONSIDERATION.roles);
    let answers = 0;
    for (const events of stages(story(start)))
      for (const role of roles)
        for (const { kind, ruling } of availableActions(
          RECONSIDERATION,
          events,
          role,
          at(addDays(d(start), 8)),
        )) {
          const basis = ruling.ok ? ruling.basis : ruling.refusal.basis;
          const code = ruling.ok ? 'ok' : ruling.refusal.code;
          expect(basis.every(citationExists)).toBe(true);
          // the one refusal that speaks of another text: it cites the day's first later text that has the step
          expect([kind, code, liesInForce(basis, start)]).toEqual([
            kind,
            code,
            code !== 'NO_TEXT_GOVERNS_THE_DAY',
          ]);
          answers += 1;
        }
    expect(answers).toBe(stages(story(start)).length * roles.length * RECONSIDERATION.steps.length);
  });

  it('a step of a later text tells from when it is known', () => {
    const old = [e('2017-03-01', { kind: 'RECEIVE' })];
    const convert = availableActions(RECONSIDERATION, old, 'OFFICE_HEAD', at('2017-03-02')).find(
      a => a.kind === 'CONVERT',
    )!;
    expect(convert.ruling).toMatchObject({
      ok: false,
      refusal: {
        code: 'NO_TEXT_GOVERNS_THE_DAY',
        message: {
          zh: '适用于2017-03-01收案的条文没有“转为普通程序”这一程序(2024-01-01起方有规定)',
          en: 'the text that governs a case of 2017-03-01 knows no step “convert to the ordinary procedure” (known from 2024-01-01 on)',
        },
        basis: [{ version: '2023', article: 55 }],
      },
    });
    const early = [e('2005-03-01', { kind: 'RECEIVE' })];
    const mediate = availableActions(RECONSIDERATION, early, 'HANDLER', at('2005-03-02')).find(
      a => a.kind === 'MEDIATE',
    )!;
    expect(mediate.ruling.ok ? null : mediate.ruling.refusal.basis).toMatchObject([
      { statute: 'RECONSIDERATION_REGULATION', article: 50 },
    ]);
  });
});
