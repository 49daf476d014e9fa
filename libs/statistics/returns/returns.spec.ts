import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../conditions/evaluate.ts';
import type { ProceedingFacts } from '../facts.ts';
import { countMeasures } from '../measures/count.ts';
import { scopeOf, type Scope } from '../scope.ts';
import { reconsiderations, scopes, suits } from '#test/support/statistics/arbitrary';
import { accepted, many, suit } from '#test/support/statistics/facts';
import { returnForm } from './catalogue.ts';
import { cellCondition } from './cell-condition.ts';
import { checkReturn } from './check-return.ts';
import { evaluateReturn } from './evaluate-return.ts';
import type { ReturnColumn } from './form.ts';
import { countedColumns, type ReturnGrid } from './grid.ts';
import { groupViolations } from './group-violations.ts';
import { reconsiderationReturn2015 } from './reconsideration-return.ts';
import { DEFAULT_RETURN_SETTINGS } from './settings.ts';

interface Published {
  columns2010: string[];
  columns2015: string[];
  rows2015: string[];
}
const PUBLISHED = JSON.parse(
  readFileSync(
    new URL('../../../test/fixtures/returns/reconsideration-headings.json', import.meta.url),
    'utf8',
  ),
) as Published;
const path = ({ groups, heading }: ReturnColumn): string => [...groups, heading].join('/');

const YEAR = scopeOf('2024-01-01', '2024-12-31');
const FORM = reconsiderationReturn2015();
const fill = (cases: readonly ProceedingFacts[], scope: Scope = YEAR, form = FORM) =>
  evaluateReturn(form, 'RECONSIDERATION', cases, scope);

/** Number of a column in a row of the first block, by the row's printed label. */
function cell(grid: ReturnGrid, label: string, no: number) {
  const block = grid.blocks[0];
  const row = [...(block?.rows ?? []), ...(block?.total ? [block.total] : [])].find(
    one => one.label === label,
  );
  return row?.values[no - 1];
}
const labels = ({ blocks: [block] }: ReturnGrid) =>
  [...(block?.rows ?? []), block?.total].map(row => row?.label);
const total = (grid: ReturnGrid, ...numbers: number[]) => numbers.map(no => cell(grid, '合计', no));
const closed = (outcome: string, more: Partial<ProceedingFacts> = {}) =>
  accepted({ closedOn: '2024-05-01', outcome, ...more });

describe('the layout of 国法复统字1号 after 2015', () => {
  it('has 46 rows and 合计, 47 columns in the order of the form', () => {
    const block = FORM.blocks[0];
    expect(block?.rows).toHaveLength(46);
    expect(block?.total).toMatchObject({ no: 47, label: '合计' });
    expect(FORM.columns.map(one => one.no)).toEqual(Array.from({ length: 47 }, (_, i) => i + 1));
    expect(FORM.columns.map(path)).toEqual(PUBLISHED.columns2015);
    expect(labels(fill([]))).toEqual(PUBLISHED.rows2015);
  });

  it('has 45 columns in the edition of 2010', () => {
    const form = returnForm('RECONSIDERATION_2010');
    expect(form.columns.map(path)).toEqual(PUBLISHED.columns2010);
    const grid = fill([closed('MEDIATED'), closed('SETTLED'), closed('WITHDRAWN')], YEAR, form);
    expect(total(grid, 31, 38, 39, 40, 41, 43)).toEqual([3, 1, 1, 1, 0, 0]);
    expect(checkReturn(grid)).toEqual([]);
  });
});

describe('filling', () => {
  it.each([
    ['DISMISSED', 33],
    ['CLAIM_DISMISSED', 33],
    ['UPHELD', 34],
    ['CONFIRMED_ILLEGAL', 35],
    ['CONFIRMED_INVALID', 35],
    ['REVOKED', 36],
    ['CHANGED', 37],
    ['ORDERED_TO_PERFORM', 38],
    ['MEDIATED', 39],
    ['SETTLED', 39],
    ['WITHDRAWN', 40],
    ['WITHDRAWN_AFTER_COORDINATION', 40],
    ['WITHDRAWN_AFTER_CHANGE', 40],
    ['TERMINATED_OTHER', 40],
    ['OTHER_RECONSIDERATION_OUTCOME', 41],
  ])('%s stands in column %i alone', (outcome, no) => {
    const grid = fill([closed(outcome)]);
    const ways = Array.from({ length: 9 }, (_, i) => i + 33);
    expect(ways.filter(one => cell(grid, '土地', one) === 1)).toEqual([no]);
    expect(cell(grid, '土地', 32)).toBe(1);
  });

  it('puts a field of another edition into the row it is mapped to', () => {
    const fields = [
      'QUALITY_SUPERVISION_2010',
      'COMMODITY_INSPECTION_2010',
      'HEALTH_2010',
      'FAMILY_PLANNING_2010',
    ];
    const grid = fill([...fields, 'MARKET_REGULATION'].map(field => accepted({ field })));
    expect(['质检', '卫生计生', '工商', '其他', '合计'].map(label => cell(grid, label, 3))).toEqual([
      2, 2, 1, 0, 5,
    ]);
    expect(checkReturn(grid)).toEqual([]);
  });

  it('breaks down what was accepted in the period, not what was received or closed', () => {
    const old = accepted({
      receivedOn: '2023-05-01',
      acceptedOn: '2023-05-03',
      closedOn: '2024-02-01',
      outcome: 'UPHELD',
    });
    const grid = fill([old, accepted({ matter: 'INACTION' }), accepted({ acceptedOn: null })]);
    expect(total(grid, 1, 2, 3, 22, 30, 32, 34, 42)).toEqual([1, 2, 1, 0, 1, 1, 1, 1]);
  });

  it('keeps cases older than the period in 上期结转 and 未审结', () => {
    const grid = fill([accepted({ receivedOn: '2020-05-01', acceptedOn: '2020-05-03' })]);
    expect(total(grid, 1, 2, 3, 32, 42)).toEqual([1, 0, 0, 0, 1]);
  });

  it('adds persons, money to the 分, and letters', () => {
    const paid = { compensation: '0.10', opinionsIssued: 2, opinionsPerformed: 1 };
    const grid = fill([
      closed('REVOKED', paid),
      closed('REVOKED', { ...paid, field: 'TAX', compensation: '0.20' }),
    ]);
    expect(total(grid, 4, 44, 45, 46, 47)).toEqual([2, 2, 0.3, 4, 2]);
  });

  it('follows the settings', () => {
    const settings = {
      confirmedInvalid: 'OTHER',
      compensation: 'IN_HAND',
      normativeReview: 'CLOSED',
      applicants: 'ACCEPTED',
    } as const;
    const cases = [
      closed('CONFIRMED_INVALID', { normativeReview: true }),
      accepted({ acceptedOn: null, applicants: 9 }),
      accepted({ compensation: '5', normativeReview: true, field: 'TAX' }),
    ];
    const usual = fill(cases, YEAR, returnForm('RECONSIDERATION_2015', DEFAULT_RETURN_SETTINGS));
    const other = fill(cases, YEAR, returnForm('RECONSIDERATION_2015', settings));
    expect(total(usual, 4, 35, 41, 43, 44)).toEqual([11, 1, 0, 2, 0]);
    expect(total(other, 4, 35, 41, 43, 44)).toEqual([2, 0, 1, 1, 1]);
    expect(checkReturn(other)).toEqual([]);
  });

  it('does not know what happened after the cut-off date', () => {
    const scope = scopeOf('2024-01-01', '2024-12-31', { cutOff: '2024-04-30' });
    expect(total(fill([closed('UPHELD')], scope), 3, 32, 42)).toEqual([1, 0, 1]);
  });
});

describe('any consistent cases', () => {
  const sets = fc.array(reconsiderations, { maxLength: 30 });

  it('balance, row by row, and agree with the measures', () => {
    fc.assert(
      fc.property(sets, scopes, (cases, scope) => {
        const grid = fill(cases, scope);
        expect(checkReturn(grid).map(one => one.zh)).toEqual([]);
        const values = countMeasures('RECONSIDERATION', cases, scope);
        expect(total(grid, 1, 2, 3, 4, 32, 42)).toEqual([
          values.CARRIED_OVER,
          values.RECEIVED,
          values.ACCEPTED,
          values.APPLICANTS,
          values.CLOSED,
          values.OPEN,
        ]);
      }),
    );
  });

  it('can be opened: as many cases behind a cell as it says', () => {
    fc.assert(
      fc.property(fc.array(reconsiderations, { maxLength: 15 }), scopes, (cases, scope) => {
        const block = fill(cases, scope).blocks[0];
        const counted = countedColumns(FORM).filter(one => one.no !== null && 'count' in one.aggregate);
        const rows = [...(block?.rows ?? []), ...(block?.total ? [block.total] : [])];
        const wrong = rows
          .filter(row => row.values.some(value => value !== 0))
          .flatMap(row =>
            counted.filter(one => {
              const behindCell = block && cellCondition(one, 'RECONSIDERATION', block.block, row.key);
              const behind = cases.filter(each => behindCell && evaluate(behindCell, each, scope)).length;
              return behind !== row.values[(one.no ?? 0) - 1];
            }),
          );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('carry over what was open', () => {
    fc.assert(
      fc.property(sets, cases => {
        const spring = fill(cases, scopeOf('2023-01-01', '2023-12-31'));
        expect(checkReturn(fill(cases, YEAR), spring)).toEqual([]);
      }),
    );
  });

  it('balance in the appearance return', () => {
    fc.assert(
      fc.property(fc.array(suits, { maxLength: 30 }), scopes, (cases, scope) => {
        const grid = evaluateReturn(returnForm('APPEARANCE'), 'LITIGATION', cases, scope);
        expect(checkReturn(grid).map(one => one.zh)).toEqual([]);
      }),
    );
  });
});

describe('a return that does not balance', () => {
  it.each<[string, Partial<ProceedingFacts>, string[]]>([
    ['no field', { field: null }, ['TOTAL']],
    ['a field without a row', { field: 'UNHEARD_OF' }, ['TOTAL']],
    ['no respondent level', { respondentLevel: null }, ['RESPONDENTS']],
    [
      'an authority level the form has no column for',
      { authorityLevel: 'TOWNSHIP_GOVERNMENT' },
      ['AUTHORITIES'],
    ],
    ['no matter', { matter: null }, ['MATTERS']],
    ['no outcome', { closedOn: '2024-05-01' }, ['OUTCOMES']],
    [
      'closed before accepted',
      { receivedOn: '2023-12-01', acceptedOn: '2024-01-05', closedOn: '2023-12-20', outcome: 'UPHELD' },
      ['STOCK', 'ACCEPTED_OF_RECEIVED'],
    ],
    ['accepted before it came', { receivedOn: '2025-01-01' }, ['ACCEPTED_OF_RECEIVED']],
    [
      'more letters acted on than issued',
      { closedOn: '2024-05-01', outcome: 'UPHELD', opinionsIssued: 1, opinionsPerformed: 2 },
      ['OPINIONS'],
    ],
  ])('%s: the identity is named and finds the case', (_name, defect, identities) => {
    const bad = accepted(defect);
    const cases = [accepted({ field: 'TAX' }), closed('UPHELD', { field: 'MARKET_REGULATION' }), bad];
    const violations = checkReturn(fill(cases));
    expect([...new Set(violations.map(one => one.identity))]).toEqual(identities);
    for (const { cases: condition, left, right, zh } of violations) {
      expect(cases.filter(one => evaluate(condition, one, YEAR))).toEqual([bad]);
      expect(zh).toContain(`${left} / ${right}`);
    }
  });

  it('are told once per identity, with every row it fails in', () => {
    const cases = [accepted({ matter: null }), accepted({ matter: null, field: 'TAX' })];
    const [one, ...more] = groupViolations(checkReturn(fill(cases)));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ identity: 'MATTERS', zh: '申请复议事项合计 = 受理' });
    expect(one?.rows).toEqual([
      { row: '土地', left: 0, right: 1 },
      { row: '税务', left: 0, right: 1 },
      { row: '合计', left: 0, right: 2 },
    ]);
  });

  it('shows cases without a row beside the form', () => {
    const block = fill([accepted({ field: null }), accepted()]).blocks[0];
    expect(block?.unplaced?.values[2]).toBe(1);
    expect(block?.total?.values[2]).toBe(2);
  });

  it('names what changed since the previous return', () => {
    const before = fill([accepted()], scopeOf('2024-01-01', '2024-03-31'));
    const late = accepted({ acceptedOn: '2024-03-20', field: 'TAX' });
    const now = fill([accepted(), late], scopeOf('2024-04-01', '2024-06-30'));
    const violations = checkReturn(now, before);
    expect(violations.map(one => [one.identity, one.row, one.left, one.right])).toEqual([
      ['CARRY', '税务', 1, 0],
      ['CARRY', '合计', 2, 1],
    ]);
  });

  it('notices a stored total that was altered', () => {
    const grid = fill([accepted()]);
    const [block] = grid.blocks;
    if (!block?.total) throw new Error('no total');
    const altered = { ...block.total, values: block.total.values.map(() => 5) };
    const violations = checkReturn({ ...grid, blocks: [{ ...block, total: altered }] });
    expect(violations.filter(one => one.identity === 'TOTAL')).toHaveLength(47);
  });
});

describe('the appearance return', () => {
  const came = { appeared: true, appearedPost: 'CHIEF', hearingsAttended: 1 } as const;
  const cases = [
    ...many(3, () => suit({ ...came, respondent: 'o1' })),
    suit({ respondent: 'o1', excused: true }),
    suit({ respondent: 'o2', covered: true }),
    suit({ respondent: 'o2', instance: 'SECOND' }),
    suit({ respondent: 'o2', instance: 'SECOND', heardOn: null }),
    suit({ ...came, register: 'CIVIL_LITIGATION', respondent: 'o3' }),
  ];
  const names = new Map([
    ['o1', '市公安局'],
    ['o2', '市财政局'],
  ]);
  const grid = evaluateReturn(returnForm('APPEARANCE'), 'LITIGATION', cases, YEAR, names);

  it('counts by instance and by organ, with both rates', () => {
    const rows = (i: number) => {
      const block = grid.blocks[i];
      return [...(block?.rows ?? []), block?.total].map(row => [row?.label, ...(row?.values ?? [])]);
    };
    expect(rows(0)).toEqual([
      ['一审', 5, 5, 3, 3, 3, 0, 0, 1, 0, 0.6, 1],
      ['二审', 2, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0],
      ['再审', 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null],
      ['合计', 7, 6, 4, 3, 3, 0, 0, 1, 1, 0.5, 0.75],
    ]);
    expect(rows(1).map(row => row.slice(0, 3))).toEqual([
      ['市公安局', 4, 4],
      ['市财政局', 3, 2],
      ['合计', 7, 6],
    ]);
    expect(checkReturn(grid)).toEqual([]);
  });

  it('says that its layout is not official', () => {
    expect(returnForm('APPEARANCE').note).toContain('非国家规定');
  });

  it('opens the row of an organ', () => {
    const form = returnForm('APPEARANCE');
    const [, organs] = form.blocks;
    const [received] = countedColumns(form);
    const row = organs && received ? cellCondition(received, 'LITIGATION', organs, 'o2') : { any: [] };
    expect(cases.filter(one => evaluate(row, one, YEAR)).map(one => one.respondent)).toEqual([
      'o2',
      'o2',
      'o2',
    ]);
  });

  it('names an appearance without a post', () => {
    const odd = suit({ appeared: true });
    const violations = checkReturn(
      evaluateReturn(returnForm('APPEARANCE'), 'LITIGATION', [odd, suit()], YEAR),
    );
    expect([...new Set(violations.map(one => one.identity))]).toEqual(['POSTS']);
    expect([odd, suit()].filter(one => evaluate(violations[0]?.cases ?? { any: [] }, one, YEAR))).toEqual([
      odd,
    ]);
  });
});
