import { describe, expect, it } from 'vitest';
import {
  all,
  any,
  APPEARANCE_VARIANTS,
  brokenCondition,
  countedColumns,
  excludedConditions,
  IDENTITIES,
  MEASURE_CODES,
  measureCondition,
  MEASURES,
  not,
  RETURN_FORM_CODES,
  returnForm,
  scopeOf,
  type Aggregate,
  type Condition,
} from '#statistics';
import { KINDS } from '#codes';
import { aggregateSql } from './aggregate-sql.ts';
import { conditionSql } from './condition-sql.ts';
import { Parameters } from './parameters.ts';

const YEAR = scopeOf('2024-01-01', '2024-12-31');
const MAY = scopeOf('2023-05-01', '2023-05-31', { cutOff: '2023-05-20', windowStart: '2023-05-10' });

function compiled(condition: Condition, scope = YEAR) {
  const bind = new Parameters(scope);
  return { text: conditionSql(condition, bind), values: bind.values };
}

const MEASURE_CONDITIONS = MEASURE_CODES.map(
  code => [code, measureCondition(MEASURES[code], KINDS[MEASURES[code].kind][0])] as const,
);
const OTHERS = [
  ...IDENTITIES.map(one => [one.code, brokenCondition(one, KINDS[one.kind][0])] as const),
  ...APPEARANCE_VARIANTS.flatMap(one => [
    [`${one.code} base`, one.base] as const,
    ...excludedConditions(one).map(({ reason, where }) => [`${one.code} ${reason}`, where] as const),
  ]),
  ...RETURN_FORM_CODES.flatMap(code =>
    countedColumns(returnForm(code)).map(one => [`${code} ${one.no} ${one.heading}`, one.where] as const),
  ),
];

describe('every condition of the statistics', () => {
  it.each([...MEASURE_CONDITIONS, ...OTHERS])('%s compiles', (_name, condition) => {
    const { text, values } = compiled(condition);
    let depth = 0;
    for (const sign of text) {
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    // numbered in the order of first use, without a gap, each given once
    const numbers = [...text.matchAll(/\$(\d+)/g)].map(match => Number(match[1]));
    expect([...new Set(numbers)]).toEqual(values.map((_, i) => i + 1));
    // identifiers, operators and parameters only: no literal but the counts of an identity
    expect(text.replaceAll(/\$\d+(::[a-z]+(\[\])?)?/g, '')).toMatch(/^[a-z_.()<>=+:\-\s0]*$/);
    expect(text).not.toMatch(/['";]/);
  });

  it.each([...MEASURE_CONDITIONS, ...OTHERS])('%s has one text for every period', (_name, condition) => {
    expect(compiled(condition, MAY).text).toBe(compiled(condition).text);
  });
});

describe('conditionSql', () => {
  const closed: Condition = { date: 'closedOn', within: 'period' };

  it.each<[string, Condition, string, unknown[]]>([
    [
      'a bound is one parameter',
      all(closed, { date: 'receivedOn', within: 'period' }),
      '(p.closed_on between $1::date and $2::date and p.received_on between $1::date and $2::date)',
      ['2024-01-01', '2024-12-31'],
    ],
    [
      'a negated leaf asks for "not true", since null is not false',
      not({ date: 'closedOn', onOrBefore: 'end' }),
      '(p.closed_on <= $1::date) is not true',
      ['2024-12-31'],
    ],
    [
      'a negation swaps and/or',
      not(all({ flag: 'excused' }, any({ flag: 'covered' }, not({ flag: 'appeared' })))),
      '((p.excused) is not true or ((p.covered) is not true and p.appeared))',
      [],
    ],
    ['nothing to fulfil', all(), 'true', []],
    ['nothing to choose', any(), 'false', []],
    ['and their negations', all(not(all()), not(any())), '(false and true)', []],
    [
      'codes of a class are one array, sorted',
      { outcomeClass: ['DISMISSED'] },
      'p.outcome = any($1::text[])',
      [['CLAIM_DISMISSED', 'DISMISSED']],
    ],
    [
      'equal values keep their own parameters, or the text would depend on them',
      all({ eq: ['field', 'LAND'] }, { eq: ['matter', 'LAND'] }),
      '(p.field = $1::text and p.matter = $2::text)',
      ['LAND', 'LAND'],
    ],
    [
      'an id takes the type of its column',
      { in: ['organ', ['7', '8']] },
      'p.organ_id = any($1)',
      [['7', '8']],
    ],
    [
      'days between',
      { days: ['receivedOn', 'closedOn'], atMost: 60 },
      'p.closed_on - p.received_on <= $1::int',
      [60],
    ],
    ['two columns', { gt: ['closedOn', 'dueOn'] }, 'p.closed_on > p.due_on', []],
    [
      'an identity',
      { differs: { left: [{ flag: 'excused' }, { flag: 'covered' }], right: [] } },
      '(((p.excused) is true)::int + ((p.covered) is true)::int) <> (0)',
      [],
    ],
  ])('%s', (_name, condition, text, values) => {
    expect(compiled(condition)).toEqual({ text, values });
  });

  it('ends the period at the cut-off date', () => {
    expect(compiled(closed, MAY).values).toEqual(['2023-05-01', '2023-05-20']);
  });

  it('takes another alias, and refuses what is not a column or an alias', () => {
    expect(conditionSql({ flag: 'excused' }, new Parameters(YEAR), 'q2')).toBe('q2.excused');
    const column = 'id; drop table proceeding' as 'id';
    expect(() => conditionSql({ isNull: column }, new Parameters(YEAR))).toThrow(RangeError);
    expect(() => conditionSql({ isNull: 'toString' as 'id' }, new Parameters(YEAR))).toThrow(RangeError);
    expect(() => conditionSql({ isNull: 'id' }, new Parameters(YEAR), 'p; --')).toThrow(RangeError);
  });

  it('puts a value into the parameters, whatever it looks like', () => {
    const { text, values } = compiled({ eq: ['outcome', "'; drop table proceeding; --"] });
    expect(text).toBe('p.outcome = $1::text');
    expect(values).toEqual(["'; drop table proceeding; --"]);
  });
});

describe('aggregateSql', () => {
  it.each<[Aggregate, string]>([
    [{ count: true }, 'count(*) filter (where p.excused)'],
    [{ sum: 'applicants' }, 'coalesce(sum(p.applicants) filter (where p.excused), 0)'],
    [
      { sumDays: ['receivedOn', 'closedOn'] },
      'coalesce(sum(p.closed_on - p.received_on) filter (where p.excused), 0)',
    ],
  ])('%o', (how, text) => {
    expect(aggregateSql(how, { flag: 'excused' }, new Parameters(YEAR))).toBe(text);
  });

  it('fits the whole return into one pass with few parameters', () => {
    const bind = new Parameters(YEAR);
    const columns = countedColumns(returnForm('RECONSIDERATION_2015'));
    const text = columns.map(one => aggregateSql(one.aggregate, one.where, bind)).join(', ');
    expect(text.match(/filter/g)).toHaveLength(48);
    expect(bind.values.length).toBeLessThan(60);
  });
});
