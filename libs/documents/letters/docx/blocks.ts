import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import { textOf } from '../fields.ts';
import type { Block, Letter, Run } from '../letter.ts';
import { PAGE } from './page.ts';

const STYLE_OF = {
  PARAGRAPH: 'LetterBody',
  LINE: 'LetterLine',
  HEADING: 'LetterHeading',
  SIGNATURE: 'LetterLine',
} as const;

/** One text, one run: what Word shows is what the letter says. */
export const styled = (style: string, runs: readonly Run[] | string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(typeof runs === 'string' ? runs : textOf(runs))] });

const blank = (): Paragraph => new Paragraph({ style: 'LetterLine' });

export function blockOf(block: Block): FileChild {
  if (block.kind === 'TABLE') return table(block.rows);
  // room for a hand
  if (block.kind === 'SIGNATURE')
    return new Paragraph({
      style: STYLE_OF.SIGNATURE,
      spacing: { before: 280 },
      keepLines: true,
      children: [new TextRun(textOf(block.text))],
    });
  return styled(STYLE_OF[block.kind], block.text);
}

const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
const LABEL = Math.round(WIDTH * 0.34);
const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

const cell = (width: number, text: string): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: EDGES,
    margins: { top: 80, bottom: 80, left: 120, right: 120 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [styled('LetterLine', text)],
  });

function table(rows: Extract<Block, { kind: 'TABLE' }>['rows']): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL, WIDTH - LABEL],
    rows: rows.map(
      ({ label, text }) =>
        new TableRow({ cantSplit: true, children: [cell(LABEL, label), cell(WIDTH - LABEL, textOf(text))] }),
    ),
  });
}

/** Issuer, title and number, then who is spoken to. */
export function headOf({ issuer, title, number, addressee }: Letter): FileChild[] {
  return [
    ...(issuer.length > 0 ? [styled('LetterTitle', issuer)] : []),
    styled('LetterTitle', title),
    ...(number.length > 0 ? [styled('LetterNumber', number)] : []),
    blank(),
    ...(addressee.length > 0 ? [styled('LetterLine', [...addressee, '：'])] : []),
  ];
}

/** Organ and day at the lower right, with the place of the seal over them; they stay on one page. */
export function footOf({ signer, date, copies }: Letter): FileChild[] {
  const sealed = [
    blank(),
    styled('LetterSigned', [...signer, '　　']),
    styled('LetterSigned', '（印章）　　'),
    styled('LetterSigned', [...date, '　　']),
  ];
  const all = signer.length > 0 ? sealed : [];
  return copies.length > 0 ? [...all, blank(), styled('LetterLine', ['抄送：', ...copies])] : all;
}
