import { INSTANCES } from '#codes';
import { all, any, type Condition } from '../conditions/condition.ts';
import * as part from '../appearance/parts.ts';
import { received } from '../measures/states.ts';
import { column, equalColumns, numbered } from './columns.ts';
import type { ColumnIdentity, CountedColumn, ReturnForm, RowBlock } from './form.ts';

const heardAnd = (...more: Condition[]): Condition => all(part.heard, ...more);
const post = (code: 'CHIEF' | 'DEPUTY' | 'OTHER_HEAD'): Condition =>
  heardAnd(part.appeared, { eq: ['appearedPost', code] });
const excusedOrCovered = any(part.excused, part.covered);

const COLUMNS = numbered([
  column([], '收案', all({ eq: ['register', 'LITIGATION'] }, received)),
  column([], '开庭', part.heard),
  column([], '应出庭', heardAnd({ not: excusedOrCovered }), { tag: 'UNVERIFIED' }),
  column(['负责人出庭'], '实出庭', heardAnd(part.appeared)),
  column(['负责人出庭'], '正职', post('CHIEF')),
  column(['负责人出庭'], '副职', post('DEPUTY')),
  column(['负责人出庭'], '其他负责人', post('OTHER_HEAD')),
  column(['负责人未出庭'], '有正当理由', heardAnd(part.excused)),
  column(['负责人未出庭'], '无正当理由', heardAnd(part.absent, { not: excusedOrCovered })),
]);

const COVERED: CountedColumn = { ...column([], '由共同被告出庭', heardAnd(part.covered)), no: null };

const IDENTITIES: ColumnIdentity[] = [
  equalColumns(
    COLUMNS,
    {
      code: 'DUE',
      zh: '开庭 = 应出庭 + 有正当理由 + 由共同被告出庭',
      en: 'heard are due, excused or covered',
    },
    [2],
    [3, 8, 'COVERED'],
    { COVERED },
  ),
  equalColumns(
    COLUMNS,
    { code: 'DUE_PARTS', zh: '应出庭 = 实出庭 + 无正当理由', en: 'of those due, a head appeared or did not' },
    [3],
    [4, 9],
  ),
  equalColumns(
    COLUMNS,
    { code: 'POSTS', zh: '实出庭 = 正职 + 副职 + 其他负责人', en: 'every appearance has a post' },
    [4],
    [5, 6, 7],
  ),
];

const INSTANCE_ROWS: RowBlock = {
  column: 'instance',
  heading: '审级',
  rows: Object.entries(INSTANCES).map(([key, label], i) => ({ key, no: i + 1, label })),
  place: value => (value !== null && Object.hasOwn(INSTANCES, value) ? value : null),
  known: Object.keys(INSTANCES),
  total: { key: 'TOTAL', no: 4, label: '合计' },
};

const ORGAN_ROWS: RowBlock = {
  column: 'respondent',
  heading: '应诉机关',
  rows: 'EVERY_VALUE',
  place: value => value,
  known: null,
  total: { key: 'TOTAL', no: null, label: '合计' },
};

/**
 * 行政机关负责人出庭应诉统计表. Not an official layout: the national columns of 出庭情况 (added in 2015) were not
 * found, so this is a plain table of what 出庭规定(2020) lets a court count. It says so in its note. Both usual
 * rates are printed, each with its formula as the heading; 应出庭 is that of assessment schemes (UNVERIFIED).
 */
export function appearanceReturn(): ReturnForm {
  return {
    code: 'APPEARANCE',
    edition: '1',
    kind: 'LITIGATION',
    zh: '行政机关负责人出庭应诉统计表',
    en: 'Appearance return',
    note: '本表非国家规定的报表格式。案件按首次开庭日期计入;应出庭 = 开庭 − 有正当理由 − 由共同被告负责人出庭。',
    columns: [
      ...COLUMNS,
      { no: 10, groups: ['出庭率'], heading: 'P1 实出庭/开庭', ratio: [4, 2] },
      { no: 11, groups: ['出庭率'], heading: 'P2 实出庭/应出庭', ratio: [4, 3] },
    ],
    memo: { COVERED },
    blocks: [INSTANCE_ROWS, ORGAN_ROWS],
    identities: IDENTITIES,
    carry: null,
  };
}
