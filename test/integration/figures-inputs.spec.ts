import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWithCases, type FiguresApp } from '../support/figures/app.ts';

const INPUT = { organ: 'city', withSubordinates: true, from: '2023-01-10', to: '2023-12-31' };
const FIGURES = `query ($input: FiguresArgs!) { figures(input: $input) { stockAndFlow { received { value ref } } } }`;
const BEHIND = `query ($ref: String!, $first: Int, $after: String) { proceedingsBehind(ref: $ref, first: $first, after: $after) { nodes { id } } }`;
const LIST = `query ($first: Int, $after: String) { proceedings(organ: "city", first: $first, after: $after) { nodes { id } } }`;

const base64 = (text: string) => Buffer.from(text).toString('base64url');
/** A reference as the product writes it, with something in it that it would never write. */
const forged = (more: object) =>
  base64(
    JSON.stringify({
      register: 'RECONSIDERATION',
      organ: 'city',
      sub: true,
      from: '2023-01-01',
      to: '2023-12-31',
      what: { measure: 'RECEIVED' },
      ...more,
    }),
  );

const ask = (fields: string, more = '') =>
  `query ($input: FiguresArgs!${more}) { figures(input: $input) { ${fields} } }`;

describe('what a client sends by mistake or on purpose is answered in words', () => {
  let planted: FiguresApp;
  let ref: string;

  beforeAll(async () => {
    planted = await startWithCases(5, 100);
    const { figures } = await planted.app.ask<{ figures: { stockAndFlow: { received: { ref: string } } } }>(
      FIGURES,
      { input: INPUT },
    );
    ({ ref } = figures.stockAndFlow.received);
  });
  afterAll(() => planted?.app.stop());

  /** Asked three times: a query that is known is run by another engine, and must answer the same. */
  async function refusals(query: string, variables: object): Promise<string> {
    const codes = new Set<string>();
    for (let time = 1; time <= 3; time++) {
      const { errors } = await planted.app.send(query, variables);
      expect(errors, `${JSON.stringify(variables).slice(0, 200)}, time ${time}`).toHaveLength(1);
      const text = JSON.stringify(errors);
      codes.add(errors![0]!.extensions.code);
      expect(text, 'says it in Chinese and in English').toMatch(/\p{Script=Han}.*[a-z]{3}/u);
      expect(text, 'no SQL').not.toMatch(/select |\$1|proceeding p|syntax|invalid input|out of range/i);
      expect(text, 'no stack').not.toMatch(/stacktrace|node_modules|\.ts:|at \w+ \(/);
    }
    return [...codes].join();
  }

  it.each([
    '2023-02-29',
    '2023-13-01',
    '2023-1-1',
    '0000-01-01',
    '12023-01-01',
    '',
    '今天',
    '2023-02-28T00:00:00Z',
  ])('the day “%s”, which is none', async from => {
    const { errors } = await planted.app.send(FIGURES, { input: { ...INPUT, from } });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors![0]!.message).toContain('日期应写成');
  });

  it.each([0, -1, 201, 2_000_000_000])('a page of %s', async first => {
    expect(await refusals(LIST, { first })).toBe('PAGE_SIZE');
    expect(await refusals(BEHIND, { ref, first })).toBe('PAGE_SIZE');
  });

  it.each([
    ['garbage', 'not a cursor'],
    ['a day that is none', base64('2023-02-30|1')],
    ['the year 0', base64('0000-01-01|1')],
    ['a huge id', base64('2023-02-01|99999999999999999999999')],
    ['SQL', base64(`2023-02-01|1' or '1'='1`)],
    ['a zero byte', base64('2023-02-01|1\0')],
  ])('a forged cursor: %s', async (_what, after) => {
    expect(await refusals(LIST, { first: 5, after })).toBe('CURSOR_INVALID');
    expect(await refusals(BEHIND, { ref, first: 5, after })).toBe('CURSOR_INVALID');
  });

  it.each<[string, () => string, string]>([
    ['garbage', () => 'ref', 'REF_INVALID'],
    ['nothing', () => '', 'REF_INVALID'],
    ['half of one', () => ref.slice(0, ref.length / 2), 'REF_INVALID'],
    ['a measure nobody knows', () => forged({ what: { measure: 'EVERYTHING' } }), 'REF_INVALID'],
    ['a measure named like a method', () => forged({ what: { measure: 'constructor' } }), 'REF_INVALID'],
    ['a measure of another register', () => forged({ what: { measure: 'SUITS_LOST' } }), 'REF_INVALID'],
    ['an identity of another register', () => forged({ what: { identity: 'SUITS' } }), 'REF_INVALID'],
    [
      'an appearance outside the courts',
      () => forged({ what: { appearance: 'P1', part: 'numerator' } }),
      'REF_INVALID',
    ],
    [
      'a variant nobody knows',
      () => forged({ register: 'LITIGATION', what: { appearance: 'P99', part: 'numerator' } }),
      'REF_INVALID',
    ],
    ['a register nobody knows', () => forged({ register: 'TAX' }), 'REF_INVALID'],
    ['a day that is none', () => forged({ from: '2023-02-30' }), 'REF_INVALID'],
    ['a cut-off that is none', () => forged({ cutOff: '2023-06-31' }), 'REF_INVALID'],
    ['a zero byte', () => forged({ what: { measure: 'RECEIVED', by: 'FIELD', is: '\0' } }), 'REF_INVALID'],
    [
      'ten thousand codes',
      () =>
        forged({
          what: { measure: 'RECEIVED', by: 'FIELD', in: Array.from({ length: 10_000 }, () => 'LAND') },
        }),
      'REF_INVALID',
    ],
    ['half a megabyte', () => forged({ organ: 'x'.repeat(400_000) }), 'REF_INVALID'],
    ['an organ nobody knows', () => forged({ organ: 'nobody' }), 'ORGAN_UNKNOWN'],
    ['a period without a day', () => forged({ from: '2024-01-01' }), 'PERIOD_INVALID'],
  ])('a forged ref: %s', async (_what, text, code) => {
    expect(await refusals(BEHIND, { ref: text(), first: 5 })).toBe(code);
  });

  it('a ref that asks for a value nobody has opens an empty list, whatever the value', async () => {
    for (const is of [`'; drop table proceeding; --`, '%', '999999999999999999'])
      for (const by of ['FIELD', 'ORGAN', 'HANDLER', 'MONTH_CLOSED']) {
        const answer = await planted.app.ask<{ proceedingsBehind: { nodes: unknown[] } }>(BEHIND, {
          ref: forged({ what: { measure: 'RECEIVED', by, is } }),
          first: 5,
        });
        expect(answer.proceedingsBehind.nodes).toEqual([]);
      }
  });

  it.each<[string, string, object, string]>([
    [
      'a measure of another register',
      ask('measures(codes: [SUITS_LOST]) { value }'),
      {},
      'MEASURE_OF_ANOTHER_REGISTER',
    ],
    [
      'its breakdown',
      ask('breakdown(measure: SUITS_LOST, by: FIELD) { value }'),
      {},
      'MEASURE_OF_ANOTHER_REGISTER',
    ],
    ['a rate nobody knows', ask('rates(code: "LUCK") { text }'), {}, 'RATE_UNKNOWN'],
    ['a rate of another register', ask('rates(code: "LOSS") { text }'), {}, 'RATE_UNKNOWN'],
    [
      'an outcome under two labels',
      ask(
        'outcomes(merge: [{ label: "一", codes: ["REVOKED"] }, { label: "二", codes: ["REVOKED"] }]) { value }',
      ),
      {},
      'OUTCOME_MERGED_TWICE',
    ],
    [
      'an outcome twice under one label',
      ask('outcomes(merge: [{ label: "一", codes: ["REVOKED", "REVOKED"] }]) { value }'),
      {},
      'OUTCOME_MERGED_TWICE',
    ],
    [
      'an outcome that is mistyped',
      ask('outcomes(merge: [{ label: "撤销", codes: ["REVOKE"] }]) { value }'),
      {},
      'OUTCOME_UNKNOWN',
    ],
    [
      'an outcome of a court',
      ask('outcomes(merge: [{ label: "撤销", codes: ["ACT_REVOKED"] }]) { value }'),
      {},
      'OUTCOME_UNKNOWN',
    ],
    ['an organ nobody knows', ask('from'), { organ: 'nobody' }, 'ORGAN_UNKNOWN'],
    ['a period without a day', ask('from'), { to: '2022-12-31' }, 'PERIOD_INVALID'],
    ['a cut-off before the period', ask('from'), { cutOff: '2022-12-31' }, 'PERIOD_INVALID'],
    [
      'an appearance variant nobody knows',
      `query ($input: FiguresArgs!) { appearance(input: $input, variant: "P9") { rates { text } } }`,
      {},
      'VARIANT_UNKNOWN',
    ],
  ])('%s', async (_what, query, more, code) => {
    expect(await refusals(query, { input: { ...INPUT, ...more } })).toBe(code);
  });

  it('the variant P4 is all of its instances', async () => {
    const { appearance } = await planted.app.ask<{ appearance: { rates: { variant: string }[] } }>(
      `query ($input: FiguresArgs!) { appearance(input: $input, variant: "P4") { rates { variant } } }`,
      { input: INPUT },
    );
    expect(appearance.rates.map(one => one.variant)).toEqual(['P4_FIRST', 'P4_SECOND', 'P4_RETRIAL']);
  });

  it('one appearance rate of all is the official one', async () => {
    const { appearance } = await planted.app.ask<{
      appearance: { rates: { variant: string; official: boolean }[] };
    }>(`query ($input: FiguresArgs!) { appearance(input: $input) { rates { variant official } } }`, {
      input: INPUT,
    });
    expect(appearance.rates.filter(one => one.official).map(one => one.variant)).toEqual(['P1']);
  });
});
