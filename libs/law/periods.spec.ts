import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as appearance from '#law/appearance';
import {
  addDays,
  calendarDate as d,
  explain,
  explanationText,
  isLate,
  servedOn,
  WorkingCalendar,
  type CalendarDate,
  type Clock,
} from '#law/calendar';
import * as litigation from '#law/litigation';
import * as mediation from '#law/mediation';
import { clockOf, variantOn, type ClockRule } from '#law/procedure';
import * as reconsideration from '#law/reconsideration';
import { basisText } from '#law/statute';
import { PERIODS } from '#test/fixtures/law/periods';

const calendar = WorkingCalendar.shipped();

function rulesIn(room: object): ClockRule[] {
  return Object.values(room as Record<string, unknown>).filter(
    (v): v is ClockRule => typeof v === 'object' && v !== null && 'variants' in v && 'code' in v,
  );
}
const RULES = [reconsideration, appearance, litigation, mediation].flatMap(rulesIn);
const VARIANTS = RULES.flatMap(rule => rule.variants.map(variant => ({ code: rule.code, rule, variant })));

describe('every period of the law', () => {
  it('has the length, unit and days in force of the table', () => {
    const seen = VARIANTS.map(({ rule, variant }) => {
      const { statute, version, article } = variant.basis[0];
      // a text that names no length leaves the last day to a document of the case
      const { length, unit } = variant.period ?? { length: 'as set', unit: '' };
      const more = variant.extension ? `+${variant.extension.length}` : '';
      const direction = variant.direction ? ` ${variant.direction}` : '';
      return [
        rule.code,
        `${statute} ${version} ${article}`,
        `${length}${more} ${unit}${direction}`.trim(),
        variant.from,
        variant.to,
      ].join(' | ');
    });
    expect(seen.toSorted()).toEqual(PERIODS.map(row => row.join(' | ')).toSorted());
  });

  it('names who acts, from what, and what happens when it is missed', () => {
    for (const { name, who, trigger, missed, code } of RULES)
      for (const words of [name, who, trigger.words, missed])
        expect([code, words.zh.length > 0 && words.en.length > 0]).toEqual([code, true]);
  });
});

describe('the grid of days around each change of text', () => {
  it.each(VARIANTS)('$code under the text of $variant.from', ({ rule, variant }) => {
    const before = variantOn(rule, addDays(d(variant.from), -1));
    expect(before).not.toBe(variant);
    for (const day of [variant.from, addDays(d(variant.from), 1)] as CalendarDate[]) {
      const governed = variantOn(rule, day);
      // an earlier row of the rule governs where two texts stand side by side (law before regulation)
      expect(governed === variant || rule.variants.indexOf(governed!) < rule.variants.indexOf(variant)).toBe(
        true,
      );
    }
    const end = variant.to === null ? null : d(variant.to);
    expect(end === null || variantOn(rule, addDays(end, -1)) === variant).toBe(true);
    expect(end === null || variantOn(rule, end) !== variant).toBe(true);
    expect(end === null || variantOn(rule, addDays(end, 1)) !== variant).toBe(true);
  });

  it.each(RULES.map(rule => [rule.code, rule] as const))('%s is refused before its first text', (_, rule) => {
    const earliest = rule.variants.map(v => v.from).toSorted()[0]!;
    const day0 = addDays(d(earliest), -1);
    expect(clockOf({ rule, governing: day0, day0 }, calendar)).toMatchObject({
      ok: false,
      refusal: { code: 'NO_TEXT_GOVERNS_THE_DAY' },
    });
  });
});

/** Those whose length the text names; of the others a document of the case sets the last day. */
const SET_BY_LAW = VARIANTS.flatMap(v => (v.variant.period ? [{ ...v, period: v.variant.period }] : []));

describe('the day before, the day, the day after', () => {
  it.each(SET_BY_LAW)('$code ($period.length $period.unit)', ({ rule, variant }) => {
    for (const start of ['2024-03-29', '2024-09-20', '2025-01-24', '2026-09-21']) {
      const day0 = d(start);
      const ruling = clockOf(
        { rule: { ...rule, variants: [variant] }, governing: d(variant.from), day0 },
        calendar,
      );
      const clock = ruling.ok ? ruling.value : null;
      const due = clock!.due!;
      expect([-1, 0, 1].map(n => isLate(clock!, addDays(due, n)))).toEqual([false, false, true]);
      expect(due < day0).toBe(variant.direction === 'BACKWARD');
    }
  });

  it.each(VARIANTS.filter(v => v.variant.period === null))(
    '$code under the text of $variant.from has no length of its own, and none is made up',
    ({ rule, variant }) => {
      const day = d(variant.from);
      const ruling = clockOf({ rule, governing: day, day0: day }, calendar);
      expect(ruling).toMatchObject({
        ok: false,
        refusal: { code: 'NO_TEXT_GOVERNS_THE_DAY', basis: variant.basis },
      });
    },
  );
});

describe('every period explains itself', () => {
  it.each(SET_BY_LAW)('$code ($variant.from) in Chinese and English', ({ rule, variant, period }) => {
    const day0 = d('2024-09-20');
    const ruling = clockOf(
      { rule: { ...rule, variants: [variant] }, governing: d(variant.from), day0 },
      calendar,
    );
    const told = explain((ruling.ok && ruling.value) as Clock, calendar);
    const { zh, en } = explanationText(told);
    const source = basisText(variant.basis);
    expect([zh[0], en[0]].map((line, i) => line!.includes(i === 0 ? source.zh : source.en))).toEqual([
      true,
      true,
    ]);
    expect([zh[0]!.includes(rule.trigger.words.zh), en[0]!.includes(rule.trigger.words.en)]).toEqual([
      true,
      true,
    ]);
    // the last line, or the one before it where a missing notice makes the day provisional
    const ends = (lines: readonly string[]) => lines.slice(-2).some(line => line.includes(told.due!));
    expect([ends(zh), ends(en)]).toEqual([true, true]);
    // nothing is left between day 0 and the due date that no line accounts for
    const days = told.stretches.reduce((sum, s) => sum + (s.kind === 'COUNTED' ? s.days : 0), 0);
    expect(period.unit === 'MO' || period.unit === 'YR' || days === period.length).toBe(true);
  });
});

/** The worked examples that are made of two periods, or compare two. */
const examples = new Map(
  (
    JSON.parse(
      readFileSync(new URL('../../test/fixtures/law/worked-examples.json', import.meta.url), 'utf8'),
    ) as { id: string; due: string }[]
  ).map(e => [e.id, e.due] as const),
);
const dueOf = (rule: ClockRule, day0: string): CalendarDate | null => {
  const ruling = clockOf({ rule, governing: d(day0), day0: d(day0) }, calendar);
  return ruling.ok ? ruling.value.due : null;
};

describe('worked examples of two periods', () => {
  it('E47: service by announcement, then appeal (民诉法 95, 行诉法 85)', () => {
    expect(dueOf(litigation.LT_26_JUDGMENT, servedOn('ANNOUNCEMENT', d('2024-06-03')))).toBe(
      examples.get('E47'),
    );
  });

  it('E51: the organ decides on compensation, then suit (国赔法 13, 14)', () => {
    const decided = dueOf(litigation.CP_03, '2024-07-08');
    expect(decided).toBe('2024-09-09');
    expect(dueOf(litigation.CP_05, decided!)).toBe(examples.get('E51'));
  });

  it('E56: 十日 is ten working days in reconsideration and ten calendar days in court', () => {
    const both = `${dueOf(reconsideration.RS_01, '2024-09-25') ?? ''} (WD) / ${dueOf(litigation.LT_26_RULING, '2024-09-25') ?? ''} (CD)`;
    expect(both).toBe(examples.get('E56'));
  });

  it('E03, E05 and E48 stand with their rules', () => {
    const limit = (rights: string) => {
      const ruling = reconsideration.applicationLimit(
        { knewOn: d('2024-03-01'), rightsKnownOn: d(rights) },
        calendar,
      );
      return ruling.ok ? ruling.value.due : null;
    };
    expect([limit('2024-12-20'), limit('2025-02-10')]).toEqual([examples.get('E03a'), examples.get('E03b')]);
    const inaction = reconsideration.inactionLimit({ requestReceivedOn: d('2024-03-11') }, calendar);
    expect(inaction.ok && inaction.value.due).toBe(examples.get('E05'));
    expect(examples.get('E48')).toBe('IN_TIME');
  });
});
