import * as columns from './reconsideration-columns.ts';
import { numbered } from './columns.ts';
import { fieldRows } from './field-rows.ts';
import type { ReturnForm, RowBlock } from './form.ts';
import { reconsiderationIdentities, UNEXAMINED, type ColumnPlaces } from './reconsideration-identities.ts';
import { DEFAULT_RETURN_SETTINGS, type ReturnSettings } from './settings.ts';

const PLACES_2015: ColumnPlaces = {
  respondents: [5, 13],
  authorities: [14, 21],
  matters: [22, 31],
  closed: 32,
  outcomes: [33, 41],
  open: 42,
  compensation: [44, 45],
  opinions: [46, 47],
};

/**
 * 行政复议案件统计报表, edition after the revision of 2015 (国法复统字1号 as revised by 司法厅局 2015 notices, e.g.
 * 川府法〔2015〕68号): 47 columns, 46 rows and 合计. The scheme of the 2020s is not published; headings are data.
 */
export function reconsiderationReturn2015(
  settings: ReturnSettings = DEFAULT_RETURN_SETTINGS,
  rows: RowBlock = fieldRows(),
): ReturnForm {
  const list = numbered([
    ...columns.flowColumns(settings),
    ...columns.respondentColumns,
    ...columns.authorityColumns2015,
    ...columns.matterColumns,
    ...columns.decisionColumns(settings),
    ...columns.terminationColumns2015,
    ...columns.otherAndOpenColumns(settings),
    columns.reviewColumn(settings),
    ...columns.compensationColumns(settings),
    ...columns.opinionColumns,
  ]);
  return {
    code: 'RECONSIDERATION_2015',
    edition: '2015',
    kind: 'RECONSIDERATION',
    zh: '行政复议案件统计报表',
    en: 'Reconsideration return',
    note: null,
    columns: list,
    memo: { UNEXAMINED },
    blocks: [rows],
    identities: reconsiderationIdentities(list, PLACES_2015),
    carry: [1, 42],
  };
}

const PLACES_2010: ColumnPlaces = {
  respondents: [5, 13],
  authorities: [14, 20],
  matters: [21, 30],
  closed: 31,
  outcomes: [32, 42],
  open: 43,
  compensation: [44, 45],
  opinions: null,
};

const TOTAL_ONLY: RowBlock = {
  column: 'field',
  heading: '行政管理类别',
  rows: [{ key: 'TOTAL', no: 1, label: '合计' }],
  place: () => 'TOTAL',
  known: null,
  total: null,
};

/**
 * The 45 columns of 国法复统字1号 (国统制[2010]103号). Its list of rows is only partly known, so the form has the
 * line 合计 alone.
 */
export function reconsiderationReturn2010(settings: ReturnSettings = DEFAULT_RETURN_SETTINGS): ReturnForm {
  const list = numbered([
    ...columns.flowColumns(settings),
    ...columns.respondentColumns,
    ...columns.authorityColumns2010,
    ...columns.matterColumns,
    ...columns.decisionColumns(settings),
    ...columns.terminationColumns2010,
    ...columns.otherAndOpenColumns(settings),
    ...columns.compensationColumns(settings),
  ]);
  return {
    code: 'RECONSIDERATION_2010',
    edition: '2010',
    kind: 'RECONSIDERATION',
    zh: '行政复议案件统计报表(2010版)',
    en: 'Reconsideration return, edition of 2010',
    note: '本版行政管理类别各行未能全部核实,仅列合计。',
    columns: list,
    memo: { UNEXAMINED },
    blocks: [TOTAL_ONLY],
    identities: reconsiderationIdentities(list, PLACES_2010),
    carry: [1, 43],
  };
}
