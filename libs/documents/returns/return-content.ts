import { boundsOf, type GridBlock, type GridRow, type ReturnColumn, type ReturnGrid } from '#statistics';
import { formHeader } from './form-header.ts';
import { safeText } from './safe-text.ts';
import type { CellSpan, SheetCell, SheetContent } from './sheet-content.ts';

/** What stands around the table: 填表单位 and the footer. Empty where a person fills it in by hand. */
export interface ReturnMeta {
  readonly unit: string;
  /** 单位负责人 */
  readonly responsible?: string;
  /** 填表人 */
  readonly preparedBy?: string;
  readonly phone?: string;
  /** 填表时间, `YYYY-MM-DD` */
  readonly preparedOn?: string;
}

const TOP = 2;

/** A filled return as printed sheets, one for each block of rows. */
export function returnContent(grid: ReturnGrid, meta: ReturnMeta): SheetContent[] {
  const alone = grid.blocks.length === 1;
  return grid.blocks.map(block =>
    sheet(grid, block, meta, alone ? grid.form.zh : `按${block.block.heading}`),
  );
}

function sheet(grid: ReturnGrid, block: GridBlock, meta: ReturnMeta, name: string): SheetContent {
  const { columns, zh, note } = grid.form;
  const width = columns.length + 2;
  const header = formHeader(['序号', block.block.heading], columns, TOP);
  const body = bodyRows(block, columns);
  const footer = [footerText(meta), ...(note ? [`注：${note}`] : [])];
  const bottom = TOP + header.rows.length + body.length;
  return {
    name: sheetName(name),
    rows: [
      line(zh, 'title', width),
      unitLine(grid, meta, width),
      ...header.rows,
      ...body,
      ...footer.map(text => line(text, 'note', width)),
    ],
    merges: [
      across(0, 0, width - 1),
      ...unitSpans(width),
      ...header.merges,
      ...footer.map((_, i) => across(bottom + i, 0, width - 1)),
    ],
    widths: [5, labelWidth(block), ...columns.map(columnWidth)],
    frozen: { rows: TOP + header.rows.length, columns: 2 },
    heading: { from: TOP, to: TOP + header.rows.length - 1 },
  };
}

/** A draft may have cases without a row; they are shown above the total, so that nobody sends it by mistake. */
function bodyRows({ rows, unplaced, total }: GridBlock, columns: readonly ReturnColumn[]): SheetCell[][] {
  const plain = [...rows, ...(unplaced ? [unplaced] : [])].map(row => bodyRow(row, columns, 'number'));
  return total ? [...plain, bodyRow(total, columns, 'total')] : plain;
}

function bodyRow(row: GridRow, columns: readonly ReturnColumn[], role: 'number' | 'total'): SheetCell[] {
  const label = role === 'total' ? role : 'label';
  return [
    { value: row.no, role },
    { value: safeText(row.label), role: label },
    ...columns.map((column, i) => numberCell(column, row.values[i] ?? null, role)),
  ];
}

/** A rate without a base is a dash: neither 0 nor 100 per cent would be true. */
function numberCell(column: ReturnColumn, value: number | null, role: 'number' | 'total'): SheetCell {
  if ('ratio' in column) return value === null ? { value: '–', role } : { value, role, format: 'PERCENT' };
  const money = 'sum' in column.aggregate && column.aggregate.sum === 'compensation';
  return money ? { value, role, format: 'MONEY' } : { value, role };
}

/** The period as the form prints it, with the cut-off date when it ends the period early. */
export function periodText({ scope }: ReturnGrid): string {
  const { end } = boundsOf(scope);
  return `${scope.start} 至 ${scope.end}${end < scope.end ? `（数据截止 ${end}）` : ''}`;
}

function unitLine(grid: ReturnGrid, meta: ReturnMeta, width: number): SheetCell[] {
  const cells = line(`填表单位（盖章）：${meta.unit}`, 'line', width);
  cells[Math.ceil(width / 2)] = { value: periodText(grid), role: 'period' };
  return cells;
}

function unitSpans(width: number): CellSpan[] {
  const middle = Math.ceil(width / 2);
  return [across(1, 0, middle - 1), across(1, middle, width - 1)];
}

function footerText({ responsible = '', preparedBy = '', phone = '', preparedOn = '' }: ReturnMeta): string {
  return [
    `单位负责人：${responsible}`,
    `填表人：${preparedBy}`,
    `电话：${phone}`,
    `填表时间：${preparedOn}`,
  ].join('        ');
}

function line(text: string, role: SheetCell['role'], width: number): SheetCell[] {
  return Array.from({ length: width }, (_, i) => ({ value: i === 0 ? safeText(text) : null, role }));
}

function across(row: number, startCol: number, endCol: number): CellSpan {
  return { startRow: row, endRow: row, startCol, endCol };
}

/** A Chinese character is two columns wide. */
function labelWidth({ rows }: GridBlock): number {
  const longest = Math.max(8, ...rows.map(row => row.label.length));
  return Math.min(40, longest * 2 + 2);
}

function columnWidth(column: ReturnColumn): number {
  if ('ratio' in column) return 12;
  return 'sum' in column.aggregate && column.aggregate.sum === 'compensation' ? 14 : 7;
}

/** Excel refuses these signs in a sheet's name, and more than 31 characters. */
function sheetName(text: string): string {
  return text.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
