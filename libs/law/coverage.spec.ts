import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as appearance from '#law/appearance';
import * as calendar from '#law/calendar';
import * as litigation from '#law/litigation';
import * as mediation from '#law/mediation';
import type { BaseEvent, ClockRule, Machine } from '#law/procedure';
import * as reconsideration from '#law/reconsideration';
import {
  chineseNumeral,
  citationExists,
  citationText,
  statuteText,
  type Basis,
  type Citation,
  type CoverageRegister,
  type StatuteId,
} from '#law/statute';
import { RESPONDENTS } from '#test/fixtures/law/respondents';

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

/** Where the statute texts lie beside the checkout, the articles themselves are looked up. */
const TEXTS = ['../../../shared/statutes/', '../../../../shared/statutes/']
  .map(place => new URL(place, import.meta.url))
  .find(place => existsSync(place));

const FILES: Partial<Record<StatuteId, Record<string, string>>> = {
  RECONSIDERATION_LAW: { '2017': '行政复议法(2017-09-01).md', '2023': '行政复议法(2023-09-01).md' },
  RECONSIDERATION_REGULATION: { '2007': '行政复议法实施条例(2007-05-29).md' },
  LITIGATION_LAW: { '2017': '行政诉讼法(2017-06-27).md' },
  LITIGATION_INTERPRETATION: { '2018': '最高人民法院关于适用《行政诉讼法》的解释(2018-02-06).md' },
  APPEARANCE_RULES: { '2020': '最高人民法院关于行政机关负责人出庭应诉若干问题的规定(2020-06-22).md' },
  WITHDRAWAL_RULES: { '2008': '最高人民法院关于行政诉讼撤诉若干问题的规定(2008-01-14).md' },
  CIVIL_PROCEDURE_LAW: { '2023': '民事诉讼法(2023-09-01).md' },
  COMPULSION_LAW: { '2011': '行政强制法(2011-06-30).md' },
  PEOPLES_MEDIATION_LAW: { '2010': '人民调解法(2010-08-28).md' },
  CONFIRMATION_RULES: { '2011': '最高人民法院关于人民调解协议司法确认程序的若干规定(2011-03-23).md' },
  MEDICAL_DISPUTE_REGULATION: { '2018': '医疗纠纷预防和处理条例(2018-07-31).md' },
  MARKET_COMPLAINT_MEASURES: { '2022': '市场监督管理投诉举报处理暂行办法(2022-03-24).md' },
  PUBLIC_SECURITY_PROCEDURE: { '2019': '公安机关办理行政案件程序规定(2019-04-27).md' },
  ROAD_TRAFFIC_REGULATION: { '2017': '道路交通安全法实施条例(2017-10-07).md' },
  ROAD_ACCIDENT_PROCEDURE: { '2018': '道路交通事故处理程序规定(2018-02-02).md' },
  SHENZHEN_DISPUTE_REGULATION: { '2022': '深圳经济特区矛盾纠纷多元化解条例(2022-03-28).md' },
  GUANGDONG_FOREST_REGULATION: { '2022': '广东省林木林地权属争议调解处理条例(2022-06-01).md' },
};

const articleIn = (text: string, article: number): string | undefined =>
  new RegExp(
    `^第${chineseNumeral(article)}条[ 　\\s]([\\s\\S]*?)(?=^第[零一二三四五六七八九十百]+条[ 　\\s]|^#|$(?![\\s\\S]))`,
    'm',
  ).exec(text)?.[1];
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
        const body = articleIn(
          readFileSync(new URL(encodeURIComponent(file), TEXTS), 'utf8'),
          citation.article,
        );
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
          const text = readFileSync(new URL(encodeURIComponent(file), TEXTS), 'utf8');
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
