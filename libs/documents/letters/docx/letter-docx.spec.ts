import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { draftLetter, LETTER_KINDS, letterDocx, letterText, type Letter, type LetterKind } from '#documents';
import { caseFor } from '#test/fixtures/letters/worked-cases';
import { hasOffice, HOW_TO_GET_OFFICE, printed } from '#test/support/office';

const KINDS = Object.keys(LETTER_KINDS) as LetterKind[];
const AT = new Date('2026-04-24T08:00:00Z');

function letterOf(kind: LetterKind): Letter {
  const draft = draftLetter(kind, caseFor(kind));
  if (!draft.ok) throw new Error(draft.missing.map(one => one.source).join());
  return draft.letter;
}
const write = (kind: LetterKind) => letterDocx(letterOf(kind), AT);

const part = (docx: Uint8Array, name: string) => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

/** The paragraphs of a part, as an XML reader sees them; a part that is not well formed throws. */
function paragraphsOf(xml: string): string[] {
  const paragraphs: string[] = [];
  let text: string | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') paragraphs.push('');
    if (name === 'w:t') text = '';
  });
  parser.on('text', more => {
    if (text !== null) paragraphs.push(`${paragraphs.pop() ?? ''}${more}`);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') text = null;
  });
  parser.on('error', error => {
    throw error;
  });
  parser.write(xml).close();
  return paragraphs.filter(one => one !== '' && one !== '（印章）');
}

/** Labels and cells are paragraphs of their own. */
const contentOf = (letter: Letter) =>
  letterText(letter).flatMap(line => {
    const row = letter.blocks
      .flatMap(block => (block.kind === 'TABLE' ? block.rows : []))
      .find(one => line.startsWith(`${one.label}：`));
    return row ? [row.label, line.slice(row.label.length + 1)].filter(one => one !== '') : [line];
  });

describe('DOCX', () => {
  it.each(KINDS)('%s holds the text of the letter, all of it and nothing else', async kind => {
    const xml = part(await write(kind), 'word/document.xml');
    expect(paragraphsOf(xml)).toEqual(contentOf(letterOf(kind)));
  });

  it('is the same file for the same letter, at any hour of day and in any zone', async () => {
    const one = await write('DECISION');
    const zone = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    await new Promise(resolve => setTimeout(resolve, 20));
    const two = await write('DECISION');
    process.env.TZ = zone ?? 'UTC';
    expect(Buffer.compare(one, two)).toBe(0);
    expect(part(one, 'docProps/core.xml')).toContain('2026-04-24T08:00:00.000Z');
  });

  it('is an A4 page with the margins, faces and sizes of an official document', async () => {
    const docx = await write('DECISION');
    const page = part(docx, 'word/document.xml');
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(page).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
    const styles = part(docx, 'word/styles.xml');
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styles).toMatch(/公文标题.*?方正小标宋简体.*?<w:sz w:val="44"/);
    expect(styles).toContain('w:firstLineChars="200"');
    expect(part(docx, 'word/fontTable.xml')).toContain('<w:altName w:val="FangSong_GB2312,仿宋,FangSong');
    expect(part(docx, 'word/footer1.xml')).toContain('PAGE');
  });

  it('has a place for the seal only where somebody seals', async () => {
    expect(part(await write('DECISION'), 'word/document.xml')).toContain('（印章）');
    expect(part(await write('HEARING_RECORD'), 'word/document.xml')).not.toContain('（印章）');
  });

  it('opens whatever somebody typed', async () => {
    const letter = letterOf('DECISION');
    const typed = { value: '<w:p>&"\' \u0000\u0008\uFFFF\uD800 ]]> 𠮷', source: 'event:DECIDE.findings' };
    const docx = await letterDocx({ ...letter, blocks: [{ kind: 'PARAGRAPH', text: [typed] }] }, AT);
    expect(paragraphsOf(part(docx, 'word/document.xml')).join()).toContain('<w:p>&"\' ');
  });
});

describe.skipIf(!hasOffice)(`printed by LibreOffice${hasOffice ? '' : ` (${HOW_TO_GET_OFFICE})`}`, () => {
  let pages = new Map<string, string>();

  beforeAll(async () => {
    const files = new Map<string, Uint8Array>();
    for (const kind of KINDS) files.set(kind, await write(kind));
    pages = await printed(files);
  });

  it.each(KINDS)('%s prints every line of the letter', kind => {
    // a page number may stand in the middle of a paragraph that runs over two pages
    const text = (pages.get(kind) ?? '').replaceAll(/—\d+—/g, '');
    for (const line of contentOf(letterOf(kind))) expect(text).toContain(line.replaceAll(/\s/g, ''));
    expect(pages.get(kind)).toContain('—1—');
  });
});
