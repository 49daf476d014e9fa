import { FIELD_MAPPINGS, SHIPPED_CODES, type CodeItem, type CodeMapping } from '#codes';
import type { RowBlock } from './form.ts';

/**
 * The rows of the form (行政管理类别) from the code list: the 46 of the edition after 2015 and 合计. A field of
 * another edition is counted in the row its mapping names; one without a mapping has no row and is reported.
 */
export function fieldRows(
  items: readonly CodeItem[] = SHIPPED_CODES,
  mappings: readonly Omit<CodeMapping, 'tag'>[] = FIELD_MAPPINGS,
): RowBlock {
  const rows = items
    .filter(one => one.list === 'FIELD' && one.class === 'E2015')
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((one, i) => ({ key: one.code, no: i + 1, label: one.zh }));
  const keys = new Map(rows.map(row => [row.key, row.key]));
  for (const { list, edition, from, to } of mappings)
    if (list === 'FIELD' && edition === '2015' && keys.has(to) && !keys.has(from)) keys.set(from, to);
  return {
    column: 'field',
    heading: '行政管理类别',
    rows,
    place: value => (value === null ? null : (keys.get(value) ?? null)),
    known: [...keys.keys()],
    total: { key: 'TOTAL', no: rows.length + 1, label: '合计' },
  };
}
