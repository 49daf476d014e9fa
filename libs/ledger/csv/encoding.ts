import { createReadStream } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';

export type TextEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';

/**
 * The encoding of a text file: its byte order mark, else UTF-8 when every byte fits, else GB18030 (which also
 * covers GBK and GB2312, the encodings of Chinese Excel's CSV). The whole file is looked at: an early ASCII
 * part says nothing about the rows below.
 */
export async function detectEncoding(path: string): Promise<TextEncoding> {
  let carry: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      first = false;
      if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf16le';
      if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf16be';
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return 'utf8';
    }
    const window = Buffer.concat([carry, chunk]);
    const whole = lastCharacterStart(window);
    if (!isUtf8(window.subarray(0, whole))) return 'gb18030';
    carry = window.subarray(whole);
  }
  return isUtf8(carry) ? 'utf8' : 'gb18030';
}

/** Where an unfinished UTF-8 character at the end begins, at most three bytes back. */
function lastCharacterStart(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** The file as text, decoded while it is read; a byte order mark is removed. */
export function decodedStream(path: string, encoding: TextEncoding): Readable {
  const source = createReadStream(path);
  const decoder = iconv.decodeStream(encoding) as unknown as Readable & NodeJS.WritableStream;
  source.on('error', error => decoder.destroy(error));
  decoder.on('close', () => source.destroy());
  return source.pipe(decoder);
}
