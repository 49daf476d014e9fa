import { AlignmentType, convertMillimetersToTwip, LineRuleType, type IPropertiesOptions } from 'docx';

/** Sizes in half points: 二号 is 22 pt, 三号 16 pt, 四号 14 pt. */
export const SIZE = { title: 44, body: 32, footer: 28 } as const;

/**
 * Faces by their official names. Where one is not installed, the office suite takes the family told in the font table of
 * the document, a serif face: 宋体 on Windows, Noto Serif CJK on Linux.
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
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(37),
    left: convertMillimetersToTwip(28),
    right: convertMillimetersToTwip(26),
    bottom: convertMillimetersToTwip(35),
    // the page number stands 7 mm below the text
    footer: convertMillimetersToTwip(25),
  },
} as const;

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
      paragraph: { alignment: AlignmentType.RIGHT, keepNext: true, keepLines: true },
    },
  ],
};
