import type { CellStyle } from 'hucre/xlsx';
import type { CellRole, SheetCell } from './sheet-content.ts';

/** 宋体, the face of official forms, known to Excel and WPS by this name; others fall back to their own. */
export const FONT = '宋体';

const side = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: side, right: side, bottom: side, left: side };
const font = (size: number, bold = false) => ({ name: FONT, size, bold, charset: 134 });
const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const;

const STYLES: Readonly<Record<CellRole, CellStyle>> = {
  title: {
    font: { ...font(18, true), name: '黑体' },
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  line: { font: font(11), alignment: { horizontal: 'left', vertical: 'center' } },
  period: { font: font(11), alignment: { horizontal: 'right', vertical: 'center' } },
  heading: { font: font(10, true), alignment: centred, border },
  label: { font: font(10), alignment: { horizontal: 'left', vertical: 'center', indent: 1 }, border },
  number: { font: font(10), alignment: { horizontal: 'center', vertical: 'center' }, border, numFmt: '0' },
  total: {
    font: font(10, true),
    alignment: { horizontal: 'center', vertical: 'center' },
    border,
    numFmt: '0',
  },
  note: { font: font(10), alignment: { horizontal: 'left', vertical: 'center', wrapText: true } },
};

const FORMATS = { MONEY: '0.00', PERCENT: '0.00%' } as const;

export function cellStyle({ role, format }: SheetCell): CellStyle {
  return format ? { ...STYLES[role], numFmt: FORMATS[format] } : STYLES[role];
}
