import { columnIndex } from '../file/columns.ts';
import { fileErrors } from '../file/errors.ts';
import type { Merge } from '../file/types.ts';
import { asFileError, type Container } from './container.ts';

const MAX_TAIL = 64 * 1_048_576;
const CLOSING = /<(?:\/(?:\w+:)?sheetData\s*|(?:\w+:)?sheetData\s*\/)>/;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"/g;

/**
 * The merged ranges stand behind the rows in the file, but are needed before them: this pass only unpacks
 * (no XML parsing) and keeps what follows the rows.
 */
export async function readMerges(container: Container, part: string): Promise<Merge[]> {
  return mergesIn(await tailOf(container, part));
}

async function tailOf(container: Container, part: string): Promise<string> {
  const stream = await container.stream(part);
  let window = '';
  let tail: string | null = null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const text = chunk.toString('latin1');
      if (tail !== null) {
        tail += text;
        if (tail.length > MAX_TAIL) throw fileErrors.textTooLarge();
        continue;
      }
      window += text;
      if (window.includes('sheetData')) {
        const found = CLOSING.exec(window);
        if (found) tail = window.slice(found.index);
      }
      window = window.slice(-80);
    }
  } catch (error) {
    throw asFileError(error);
  } finally {
    stream.destroy();
  }
  return tail ?? '';
}

function mergesIn(tail: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, left = '', top = '', right = '', bottom = ''] of tail.matchAll(MERGE)) {
    merges.push({
      top: Number(top),
      left: columnIndex(left),
      bottom: Number(bottom),
      right: columnIndex(right),
    });
  }
  return merges;
}
