import { fileErrors } from '../file/errors.ts';
import type { LedgerLimits } from '../file/types.ts';
import type { Container } from './container.ts';
import { parseWhole } from './xml.ts';

/** Undoes OOXML's own escapes such as _x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The workbook's table of shared texts; rich text is joined, phonetic hints (rPh) are left out. */
export async function readSharedTexts(
  container: Container,
  part: string | null,
  limits: LedgerLimits,
): Promise<string[]> {
  const texts: string[] = [];
  if (part === null) return texts;
  const size = container.size(part);
  if (size > limits.maxSharedTextBytes) throw fileErrors.textTooLarge();
  let current = '';
  let inText = false;
  let phonetic = false;
  await parseWhole(container, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') texts.push(unescapeText(current));
    },
    text(text) {
      if (inText) current += text;
    },
  });
  return texts;
}
