import type { ReturnColumn, ReturnGrid } from '#statistics';
import { formatRatio } from '#statistics';
import { periodText, type ReturnMeta } from './return-content.ts';
import { safeText } from './safe-text.ts';

/**
 * A return as CSV: UTF-8 with a byte-order mark, so that Excel reads the Chinese, and CRLF. The headings of groups
 * stand in one line, joined by a slash; one table after another for forms with several blocks.
 */
export function returnCsv(grid: ReturnGrid, meta: ReturnMeta): string {
  const lines: (string | number | null)[][] = [[grid.form.zh], [meta.unit, periodText(grid)]];
  for (const { block, rows, unplaced, total } of grid.blocks) {
    const columns = grid.form.columns;
    lines.push(['序号', block.heading, ...columns.map(one => [...one.groups, one.heading].join('/'))]);
    for (const row of [...rows, ...(unplaced ? [unplaced] : []), ...(total ? [total] : [])])
      lines.push([row.no, row.label, ...columns.map((column, i) => printed(column, row.values[i] ?? null))]);
  }
  if (grid.form.note) lines.push([grid.form.note]);
  return `\uFEFF${lines.map(cells => cells.map(field).join(',')).join('\r\n')}\r\n`;
}

function printed(column: ReturnColumn, value: number | null): string | number {
  if (value === null) return '–';
  if (!('ratio' in column)) return value;
  // from the quotient, which a rate of whole counts gives exactly enough for two decimals
  return `${formatRatio({ numerator: Math.round(value * 1e9), denominator: 1e9 }, 2, 100)}%`;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = safeText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
