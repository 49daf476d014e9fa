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
import { TEXT_WIDTH } from './page.ts';

const STYLE_OF = {
  PARAGRAPH: 'LetterBody',
  LINE: 'LetterLine',
  HEADING: 'LetterHeading',
  SIGNATURE: 'LetterLine',
} as const;

/** One text, one run: what Word shows is what the letter says. */
const styled = (style: string, runs: readonly Run[] | string, keepNext?: true): Paragraph =>
  new Paragraph({ style, keepNext, children: [textRun(typeof runs === 'string' ? runs : textOf(runs))] });

/** What XML cannot hold is left out: a document that does not open is worse than one without an unseen sign. */
const textRun = (text: string): TextRun =>
  new TextRun(text.toWellFormed().replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ''));

/** @param keepNext the line after it stays on its page */
const blank = (keepNext?: true): Paragraph => new Paragraph({ style: 'LetterLine', keepNext });

/** The body. Its last paragraph stays with the signature: no seal stands on a page of its own. */
export const bodyOf = ({ blocks }: Letter): FileChild[] =>
  blocks.map((block, at) => blockOf(block, at === blocks.length - 1 ? true : undefined));

function blockOf(block: Block, keepNext?: true): FileChild {
  if (block.kind === 'TABLE') return table(block.rows);
  // room for a hand
  if (block.kind === 'SIGNATURE')
    return new Paragraph({
      style: STYLE_OF.SIGNATURE,
      spacing: { before: 280 },
      keepLines: true,
      children: [textRun(textOf(block.text))],
    });
  return styled(STYLE_OF[block.kind], block.text, keepNext);
}

const LABEL = Math.round(TEXT_WIDTH * 0.34);
const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

const cell = (width: number, text: string): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: EDGES,
    margins: { top: 80, bottom: 80, left: 120, right: 120 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [styled('LetterCell', text)],
  });

function table(rows: Extract<Block, { kind: 'TABLE' }>['rows']): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL, TEXT_WIDTH - LABEL],
    rows: rows.map(
      ({ label, text }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(LABEL, label), cell(TEXT_WIDTH - LABEL, textOf(text))],
        }),
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
    blank(true),
    styled('LetterSigned', signer),
    styled('LetterSigned', '（印章）'),
    styled('LetterSigned', date),
  ];
  const all = signer.length > 0 ? sealed : [];
  return copies.length > 0 ? [...all, blank(), styled('LetterLine', ['抄送：', ...copies])] : all;
}
