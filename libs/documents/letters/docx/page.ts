import { AlignmentType, convertMillimetersToTwip, LineRuleType, type IPropertiesOptions } from 'docx';

/** Sizes in half points: 二号 is 22 pt, 三号 16 pt, 四号 14 pt. */
export const SIZE = { title: 44, body: 32, cell: 28, footer: 28 } as const;

/**
 * Faces by their official names; font-table.ts tells what to take where one is not installed.
 */
export const FACE = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' },
  body: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
} as const;

/** 28 points a line gives the 22 lines of an official page. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;

/** A4 with the margins of GB/T 9704: top 37 mm, left 28 mm; the 156 × 225 mm of text make the other two. */
export const PAGE = {
  // 210 × 297 mm; the conversion rounds down to a page no printer knows
  size: { width: 11_906, height: 16_838 },
  margin: {
    top: convertMillimetersToTwip(37),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    bottom: convertMillimetersToTwip(35),
    // the page number stands 7 mm below the text
    footer: convertMillimetersToTwip(25),
  },
} as const;

export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/**
 * Organ and day are centred in the last sixteen characters of the line: the organ over the day, and the day, eight
 * characters long, four from the margin.
 */
const SIGNED = 16 * SIZE.body * 10;

/** Two characters, whatever their size. */
export const INDENT = { firstLineChars: 200, firstLine: SIZE.body * 20 } as const;

export const STYLES: IPropertiesOptions['styles'] = {
  default: {
    document: {
      run: { font: FACE.body, size: SIZE.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: LINE },
    },
  },
  paragraphStyles: [
    {
      id: 'LetterTitle',
      name: '公文标题',
      basedOn: 'Normal',
      run: { font: FACE.title, size: SIZE.title },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.EXACT } },
    },
    {
      id: 'LetterNumber',
      name: '公文文号',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER },
    },
    { id: 'LetterLine', name: '公文顶格', basedOn: 'Normal' },
    // not justified: LibreOffice loses the full stop that hangs over the edge of a justified line
    { id: 'LetterBody', name: '公文正文', basedOn: 'Normal', paragraph: { indent: INDENT } },
    {
      id: 'LetterHeading',
      name: '公文小标题',
      basedOn: 'Normal',
      run: { font: FACE.heading },
      paragraph: { indent: INDENT, keepNext: true },
    },
    {
      id: 'LetterSigned',
      name: '公文落款',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER, indent: { left: TEXT_WIDTH - SIGNED }, keepNext: true },
    },
    {
      id: 'LetterCell',
      name: '公文表格',
      basedOn: 'Normal',
      run: { size: SIZE.cell },
      paragraph: { spacing: { line: 440, lineRule: LineRuleType.EXACT } },
    },
  ],
};
