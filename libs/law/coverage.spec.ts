import { describe, expect, it } from 'vitest';
import * as appearance from '#law/appearance';
import * as calendar from '#law/calendar';
import * as litigation from '#law/litigation';
import * as mediation from '#law/mediation';
import type { BaseEvent, ClockRule, Machine } from '#law/procedure';
import * as reconsideration from '#law/reconsideration';
import {
  citationExists,
  citationText,
  statuteText,
  type Basis,
  type Citation,
  type CoverageRegister,
  type StatuteId,
} from '#law/statute';
import { RESPONDENTS } from '#test/fixtures/law/respondents';
import { articleIn, FILES, textAt, TEXTS } from '#test/fixtures/law/statute-texts';

const ROOMS = { appearance, calendar, litigation, mediation, reconsideration } as const;

/** Every citation any exported table, rule, clock or machine holds. */
function citationsIn(value: unknown, seen = new Set<unknown>()): Citation[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const record = value as Record<string, unknown>;
  if (typeof record.statute === 'string' && typeof record.article === 'number') return [value as Citation];
  return Object.values(record).flatMap(v => citationsIn(v, seen));
}
/** Which organ hears a case is answered by a function, so its articles are read off its answers. */
const ANSWERS = RESPONDENTS.flatMap(([, respondent]) =>
  ['2007-08-01', '2009-08-27', '2018-01-01', '2024-01-01'].map(day =>
    reconsideration.competentOrgans(respondent, calendar.calendarDate(day)),
  ),
);
const ALL = [...Object.values(ROOMS).flatMap(room => citationsIn({ ...room })), ...citationsIn(ANSWERS)];
const unique = [...new Map(ALL.map(c => [JSON.stringify(c), c])).values()];

function rulesIn(room: object): ClockRule[] {
  return Object.values(room as Record<string, unknown>).filter(
    (v): v is ClockRule => typeof v === 'object' && v !== null && 'variants' in v && 'code' in v,
  );
}

describe('citations', () => {
  it('are many, and each names an article its text has', () => {
    expect(unique.length).toBeGreaterThan(250);
    expect(unique.filter(c => !citationExists(c)).map(c => citationText(c).zh)).toEqual([]);
  });
});

describe.each([
  ['RECONSIDERATION_LAW', '2023', reconsideration.RECONSIDERATION_LAW_2023],
  ['APPEARANCE_RULES', '2020', appearance.APPEARANCE_RULES_2020],
] as [StatuteId, string, CoverageRegister][])(
  'the coverage register of %s (%s)',
  (statute, version, register) => {
    it('accounts for every article and for none that does not exist', () => {
      const articles = Array.from({ length: statuteText(statute, version)!.articles }, (_, i) => i + 1);
      expect(Object.keys(register).map(Number)).toEqual(articles);
    });

    it('names only rules that exist', () => {
      const names = new Set([
        ...Object.keys(reconsideration),
        ...Object.keys(appearance),
        ...Object.keys(calendar),
        ...Object.keys(appearance.AR),
        'law/appearance AR-32',
        ...reconsideration.RC_GUARDS,
        ...rulesIn(reconsideration).map(r => r.code),
        ...reconsideration.RECONSIDERATION.steps.map(s => `STEP:${s.kind}`),
      ]);
      const missing = Object.values(register).flatMap(c =>
        c.how === 'CODED' ? c.rules.filter(r => !names.has(r)) : [],
      );
      expect(missing).toEqual([]);
    });

    it('says why where there is no rule', () => {
      const silent = Object.entries(register).filter(([, c]) => c.how !== 'CODED' && c.why.length <= 5);
      expect(silent).toEqual([]);
    });

    it('calls an article coded only when some rule cites it', () => {
      const cited = new Set(
        ALL.filter(c => c.statute === statute && c.version === version).map(c => c.article),
      );
      const uncited = Object.entries(register).filter(([n, c]) => c.how === 'CODED' && !cited.has(Number(n)));
      // 5, 13 and 90 are carried by rules that cite the article that gives them effect; 36, 74 likewise
      expect(uncited.map(([n]) => Number(n))).toEqual(
        statute === 'RECONSIDERATION_LAW' ? [5, 13, 20, 22, 36, 74, 90].filter(n => !cited.has(n)) : [],
      );
    });
  },
);

const isItem = (line: string): boolean =>
  /^[（(][一二三四五六七八九十]+[)）]/.test(line) || /^\d+\./.test(line);

describe.skipIf(!TEXTS)(
  `cited articles against the texts${TEXTS ? '' : ' (NOT APPLICABLE: the texts are not beside this checkout)'}`,
  () => {
    it('finds each of them, with as many paragraphs and items as are cited', () => {
      const faults: string[] = [];
      let checked = 0;
      for (const citation of unique) {
        const file = FILES[citation.statute]?.[citation.version];
        if (!file || !TEXTS) continue;
        checked += 1;
        const body = articleIn(textAt(file), citation.article);
        const name = citationText(citation).zh;
        if (body === undefined) {
          faults.push(`${name}: no such article`);
          continue;
        }
        const blocks = body
          .split(/\n+/)
          .map(line => line.trim())
          .filter(line => line !== '');
        const paragraphs = blocks.filter(line => !isItem(line)).length;
        const items = blocks.filter(isItem).length;
        if (citation.paragraph !== undefined && citation.paragraph > paragraphs)
          faults.push(`${name}: ${paragraphs} paragraphs`);
        if (citation.item !== undefined && citation.item > items) faults.push(`${name}: ${items} items`);
      }
      expect(checked).toBeGreaterThan(200);
      expect(faults).toEqual([]);
    });

    it('counts the articles of each text as the register does', () => {
      for (const [statute, versions] of Object.entries(FILES) as [StatuteId, Record<string, string>][])
        for (const [version, file] of Object.entries(versions)) {
          const { articles } = statuteText(statute, version)!;
          const text = textAt(file);
          expect([file, articleIn(text, articles) !== undefined, articleIn(text, articles + 1)]).toEqual([
            file,
            true,
            undefined,
          ]);
        }
    });
  },
);

describe('every step and guard', () => {
  it.each([reconsideration.RECONSIDERATION, litigation.LITIGATION, mediation.MEDIATION] as unknown as Machine<
    string,
    BaseEvent,
    object
  >[])('of $name.en rests on articles and has its own name', machine => {
    const kinds = machine.steps.map(s => s.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const step of machine.steps) {
      const bases: readonly Basis[] = step.bases;
      for (const basis of bases) expect(basis.length).toBeGreaterThan(0);
      for (const { code } of step.guards ?? []) expect(code).toMatch(/^[A-Z0-9_]+$/);
    }
  });
});
