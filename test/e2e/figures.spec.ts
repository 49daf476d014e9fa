import { REGISTERS, type Register } from '#codes';
import { DIMENSIONS, MEASURES, type MeasureCode } from '#statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from '../support/database.ts';
import { refreshed, startWithCases, type FiguresApp } from '../support/figures/app.ts';

interface Opened {
  value: number;
  ref: string;
}
interface Part extends Opened {
  key: string | null;
  label: string;
}
interface Answer {
  figures: {
    stockAndFlow: Record<string, (Opened & { measure: MeasureCode }) | null>;
    measures: (Opened & { measure: MeasureCode })[];
    outcomes: (Opened & { label: string; codes: string[] })[];
    identities: {
      code: string;
      holds: boolean;
      cases: string[];
      ref: string;
      zh: string;
      left: number;
      right: number;
    }[];
    breakdown: Part[];
    rates: {
      code: string;
      variant: string;
      numerator: number | null;
      denominator: number | null;
      value: number | null;
      text: string;
    }[];
  };
}

const FLOW = `stockAndFlow { carriedOver { measure value ref } carriedOverHandled { measure value ref } received { measure value ref }
  accepted { measure value ref } disposed { measure value ref } closed { measure value ref } open { measure value ref } }`;
const EVERYTHING = `query ($input: FiguresArgs!) { figures(input: $input) { ${FLOW}
  measures { measure value ref } outcomes(merge: []) { label codes value ref }
  identities { code holds cases ref zh left right } } }`;
const BREAKDOWN = `query ($input: FiguresArgs!, $measure: Measure!, $by: Dimension!) {
  figures(input: $input) { breakdown(measure: $measure, by: $by) { key label value ref } } }`;
const BEHIND = `query ($ref: String!, $first: Int!, $after: String) { proceedingsBehind(ref: $ref, first: $first, after: $after) {
  nodes { id caseNumber } pageInfo { hasNextPage endCursor } } }`;
const PERIOD = {
  organ: 'city',
  withSubordinates: true,
  from: '2023-03-10',
  to: '2023-12-31',
  cutOff: '2023-11-20',
};

interface Page {
  proceedingsBehind: {
    nodes: { id: string; caseNumber: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const isCount = (code: MeasureCode) => 'count' in MEASURES[code].aggregate;
const sum = (list: Opened[]) => list.reduce((total, one) => total + one.value, 0);

describe('the figures through the API', () => {
  let planted: FiguresApp;

  beforeAll(async () => {
    planted = await startWithCases(7, 900);
  });
  afterAll(() => planted?.app.stop());

  const ask = async (query: string, variables: object) =>
    (await planted.app.ask<Answer>(query, variables)).figures;

  /** Every case behind a number, page by page. */
  async function behind(ref: string, first = 7): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { proceedingsBehind }: Page = await planted.app.ask<Page>(BEHIND, { ref, first, after });
      ids.push(...proceedingsBehind.nodes.map(one => one.id));
      if (!proceedingsBehind.pageInfo.hasNextPage) return ids;
      after = proceedingsBehind.pageInfo.endCursor;
    }
  }

  async function expectOpened({ value, ref }: Opened, what: string): Promise<void> {
    const ids = await behind(ref, value > 60 ? 50 : 7);
    expect(new Set(ids).size, `${what}: no case twice`).toBe(ids.length);
    expect(ids.length, `${what}: as many cases as the number says`).toBe(value);
  }

  const parts = async (by: string, measure = 'ACCEPTED', register = 'RECONSIDERATION') =>
    (await ask(BREAKDOWN, { input: { ...PERIOD, register }, measure, by })).breakdown;
  const rates = async (register: string, code: string | null = null, organ = 'city') =>
    (
      await ask(
        `query ($input: FiguresArgs!, $code: String) { figures(input: $input) {
            rates(code: $code) { code variant numerator denominator value text } } }`,
        { input: { ...PERIOD, register, organ, withSubordinates: false }, code },
      )
    ).rates;
  const identities = async (register = 'RECONSIDERATION') =>
    (await ask(EVERYTHING, { input: { organ: 'other', register, from: '2025-01-01', to: '2025-12-31' } }))
      .identities;
  const broken = async () => (await identities()).filter(one => !one.holds);
  const set = (sql: string) =>
    runSql(planted.app.databaseUrl, `update proceeding set ${sql} where case_number = '乙复〔2025〕1号'`);

  describe('every number can be opened', () => {
    it.each(Object.keys(REGISTERS) as Register[])(
      '%s: stock, flow, measures, outcomes, identities',
      async register => {
        const answer = await ask(EVERYTHING, { input: { ...PERIOD, register } });
        for (const [name, figure] of Object.entries(answer.stockAndFlow))
          if (figure) await expectOpened(figure, name);
        for (const figure of answer.measures.filter(one => isCount(one.measure)))
          await expectOpened(figure, figure.measure);
        for (const outcome of answer.outcomes) await expectOpened(outcome, outcome.label);
        for (const { code, holds, ref, cases } of answer.identities) {
          const ids = await behind(ref);
          expect(ids.length === 0, `${code}`).toBe(holds);
          expect(cases.length, `${code}`).toBe(Math.min(20, ids.length));
        }
        expect(answer.measures.some(one => one.value > 20)).toBe(true);
      },
    );

    it('whole months: what figure_month says is what the list has', async () => {
      const input = { organ: 'east', withSubordinates: true, from: '2023-01-01', to: '2023-06-30' };
      const answer = await ask(EVERYTHING, { input });
      expect(answer.stockAndFlow.received!.value).toBeGreaterThan(10);
      for (const [name, figure] of Object.entries(answer.stockAndFlow)) await expectOpened(figure!, name);
      for (const outcome of answer.outcomes) await expectOpened(outcome, outcome.label);
    });

    it('sums: the applicants open the cases that were summed', async () => {
      const { measures } = await ask(EVERYTHING, { input: PERIOD });
      const [applicants, received] = ['APPLICANTS', 'RECEIVED'].map(code =>
        measures.find(one => one.measure === code)!,
      );
      expect(applicants!.value).toBeGreaterThan(received!.value);
      expect(await behind(applicants!.ref)).toEqual(await behind(received!.ref));
    });

    it.each([
      ['RECONSIDERATION', 'ACCEPTED'],
      ['LITIGATION', 'SUITS_CLOSED'],
      ['MEDIATION', 'MEDIATIONS_OPEN'],
    ] as const)('%s: the parts of %s in every dimension', async (register, measure) => {
      for (const by of Object.keys(DIMENSIONS)) {
        const { breakdown } = await ask(BREAKDOWN, { input: { ...PERIOD, register }, measure, by });
        expect(breakdown.length, `${by}`).toBeGreaterThan(0);
        for (const part of breakdown) await expectOpened(part, `${by} ${part.label}`);
      }
    });

    it('rates: their parts open the cases of the numerator and of the denominator', async () => {
      const text = `query ($input: FiguresArgs!) { figures(input: $input) { rates { code variant numerator denominator
        numeratorParts { measure less ref } denominatorParts { measure less ref } } } }`;
      type Made = { measure: MeasureCode; less: boolean; ref: string };
      type Rate = {
        code: string;
        numerator: number | null;
        denominator: number | null;
        numeratorParts: Made[];
        denominatorParts: Made[];
      };
      const answer = await planted.app.ask<{ figures: { rates: Rate[] } }>(text, { input: PERIOD });
      const opened = async (made: Made[]) => {
        const counts = await Promise.all(
          made.map(async one => (one.less ? -1 : 1) * (await behind(one.ref, 50)).length),
        );
        return counts.reduce((total, one) => total + one, 0);
      };
      const counted = answer.figures.rates.filter(
        one =>
          one.numerator !== null &&
          [...one.numeratorParts, ...one.denominatorParts].every(part => isCount(part.measure)),
      );
      for (const rate of counted)
        expect([rate.code, await opened(rate.numeratorParts), await opened(rate.denominatorParts)]).toEqual([
          rate.code,
          rate.numerator,
          rate.denominator,
        ]);
      expect(counted.length).toBeGreaterThan(10);
    });

    it('appearance: above the line, below it, left out and beside it', async () => {
      const { appearance } = await planted.app.ask<{
        appearance: {
          rates: {
            variant: string;
            numerator: number;
            denominator: number;
            numeratorRef: string;
            denominatorRef: string;
            excluded: (Opened & { reason: string })[];
          }[];
          asides: (Opened & { code: string })[];
        };
      }>(
        `query ($input: FiguresArgs!) { appearance(input: $input, windowStart: "2023-05-01") {
          rates { variant numerator denominator numeratorRef denominatorRef excluded { reason value ref } } asides { code value ref } } }`,
        { input: PERIOD },
      );
      expect(appearance.rates.filter(one => one.denominator > 5).length).toBeGreaterThan(10);
      for (const rate of appearance.rates.filter(one => one.variant !== 'P5')) {
        await expectOpened({ value: rate.numerator, ref: rate.numeratorRef }, `${rate.variant} numerator`);
        await expectOpened({ value: rate.denominator, ref: rate.denominatorRef }, `${rate.variant} base`);
        for (const one of rate.excluded) await expectOpened(one, `${rate.variant} ${one.reason}`);
      }
      for (const one of appearance.asides) await expectOpened(one, one.code);
    });

    it('several outcomes under one label, even one that nobody had', async () => {
      const merge = [
        { label: '纠错', codes: ['REVOKED', 'CHANGED', 'CONFIRMED_ILLEGAL'] },
        { label: '告知', codes: ['REFERRED'] },
      ];
      const plain = (await ask(EVERYTHING, { input: PERIOD })).outcomes;
      const { outcomes } = await ask(
        `query ($input: FiguresArgs!, $merge: [MergeArgs!]) { figures(input: $input) { outcomes(merge: $merge) { label codes value ref } } }`,
        { input: PERIOD, merge },
      );
      expect(sum(outcomes)).toBe(sum(plain));
      for (const one of outcomes) await expectOpened(one, one.label);
    });
  });

  describe('names a clerk can read', () => {
    it('handlers by their names, with the office where two have the same', async () => {
      const labels = (await parts('HANDLER')).map(one => one.label);
      expect(labels).toContain('张三(东县人民政府)');
      expect(labels).toContain('李四(甲市人民政府)');
      expect(labels).toContain('承办人未登记');
      expect(new Set(labels).size).toBe(labels.length);
    });

    it('organs and respondents by their names, with the organ above where two have the same', async () => {
      for (const by of ['ORGAN', 'RESPONDENT']) {
        const labels = (await parts(by)).map(one => one.label);
        expect(labels).toContain('柳树镇人民政府(西区人民政府)');
        expect(labels).toContain('柳树镇人民政府(东县人民政府)');
        expect(labels).toContain('东县公安局');
      }
    });

    it('instances, outcomes and months in Chinese or as they are written', async () => {
      expect((await parts('INSTANCE', 'SUITS_CLOSED', 'LITIGATION')).map(one => one.label).sort()).toEqual(
        ['一审', '二审', '再审'].sort(),
      );
      expect((await parts('OUTCOME', 'CLOSED')).map(one => one.label)).toContain('维持');
      const months = (await parts('MONTH_CLOSED', 'CLOSED')).map(one => one.label);
      expect(months, 'a series, in its order').toEqual(months.toSorted());
      expect(months).toContain('2023-04');
    });
  });

  describe('rates', () => {
    it('复议后起诉率 takes the suits of the same organ, received in the period after reconsideration', async () => {
      for (const organ of ['city', 'east']) {
        const [rate] = await rates('RECONSIDERATION', 'SUED_AFTER', organ);
        const [{ n }] = (await runSql<{ n: number }>(
          planted.app.databaseUrl,
          `select count(*)::int as n from proceeding where organ_id = $1 and register = 'LITIGATION' and instance = 'FIRST'
             and after_reconsideration and received_on between '2023-03-10' and '2023-11-20' and not voided`,
          [planted.organs.get(organ)],
        )) as [{ n: number }];
        expect(rate!.numerator, `${organ}`).toBe(n);
        expect(rate!.numerator, `${organ}`).toBeGreaterThan(0);
      }
    });

    it('one code gives the numbers that all of them give', async () => {
      const all = await rates('RECONSIDERATION');
      expect(await rates('RECONSIDERATION', 'MEDIATION')).toEqual(
        all.filter(one => one.code === 'MEDIATION'),
      );
      expect(all.length).toBeGreaterThan(20);
    });

    it('nothing to divide by is a dash and null, never 0 or 100 per cent', async () => {
      const answer = await planted.app.ask<Answer>(
        `query ($input: FiguresArgs!) { figures(input: $input) { rates { code variant numerator denominator value text } } }`,
        { input: { organ: 'city', from: '1999-01-01', to: '1999-12-31' } },
      );
      for (const rate of answer.figures.rates) expect([rate.value, rate.text]).toEqual([null, '–']);
    });
  });

  describe('identities', () => {
    beforeAll(async () => {
      await runSql(
        planted.app.databaseUrl,
        `with d as (insert into dispute (organ_id) select id from organ where code = 'other' returning id, organ_id)
         insert into proceeding (dispute_id, organ_id, register, case_number, received_on, accepted_on, closed_on, outcome, field,
           matter, respondent_level, authority_level)
         select id, organ_id, 'RECONSIDERATION', '乙复〔2025〕1号', '2025-02-03', '2025-02-08', '2025-03-20', 'UPHELD', 'LAND',
           'PENALTY', 'COUNTY_DEPARTMENT', 'CITY_GOVERNMENT' from d`,
      );
      await refreshed(planted.app);
    });

    it.each([
      ['a field that is missing', `field = null`, `field = 'LAND'`, ['FIELDS']],
      ['a matter that is missing', `matter = null`, `matter = 'PENALTY'`, ['MATTERS']],
      [
        'no respondent level',
        `respondent_level = null`,
        `respondent_level = 'OTHER_LEVEL'`,
        ['RESPONDENT_LEVELS'],
      ],
      ['不予受理 after acceptance', `outcome = 'REFUSED'`, `outcome = 'UPHELD'`, ['OUTCOMES']],
      ['an outcome of a court', `outcome = 'ACT_REVOKED'`, `outcome = 'UPHELD'`, ['OUTCOMES']],
      [
        '维持 without acceptance',
        `accepted_on = null`,
        `accepted_on = '2025-02-08'`,
        ['INTAKE', 'DISPOSED', 'OUTCOMES'],
      ],
    ])(
      '%s: the identity and the case are named, and mended it holds again',
      async (_what, damage, mend, codes) => {
        expect(await broken()).toEqual([]);
        await set(damage);
        const found = await broken();
        expect(found.map(one => one.code)).toEqual(codes);
        for (const one of found) {
          expect(one.cases).toEqual(['乙复〔2025〕1号']);
          expect(one.zh).toContain(`${one.left} ≠ ${one.right}`);
          expect(await behind(one.ref)).toHaveLength(1);
        }
        await set(mend);
        expect(await broken()).toEqual([]);
      },
    );

    it('a case put into another register leaves both registers balanced', async () => {
      await set(`register = 'RECONSIDERATION_RESPONSE'`);
      for (const register of ['RECONSIDERATION', 'RECONSIDERATION_RESPONSE'])
        expect((await identities(register)).filter(one => !one.holds)).toEqual([]);
      await set(`register = 'RECONSIDERATION'`);
    });
  });
});
