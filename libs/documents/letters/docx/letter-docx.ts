import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { textOf } from '../fields.ts';
import type { Letter } from '../letter.ts';
import { bodyOf, footOf, headOf } from './blocks.ts';
import { PAGE, SIZE, STYLES } from './page.ts';
import { sameBytes } from './same-bytes.ts';

/**
 * A letter as DOCX, laid out as official documents are (after GB/T 9704). The day and hour of writing are given, so that the
 * same letter is the same file.
 */
export async function letterDocx(letter: Letter, writtenAt: Date): Promise<Uint8Array> {
  const document = new Document({
    title: textOf([...letter.issuer, letter.title]),
    creator: '案卷 Anjuan',
    lastModifiedBy: '案卷 Anjuan',
    styles: STYLES,
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...headOf(letter), ...bodyOf(letter), ...footOf(letter)],
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document), writtenAt);
}

/** — 1 —, below the text. */
function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: SIZE.footer, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}
