import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from './cleanFileName.ts';

describe('the name of an uploaded file', () => {
  it.each([
    ['台账2024.xlsx', '台账2024.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\台账.xlsx', '台账.xlsx'],
    ['台账\u202Excod.xlsx', '台账xcod.xlsx'],
    ['a\u0000\r\nb.csv', 'ab.csv'],
    ['a\u200B\uFEFF.csv', 'a.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['.htaccess', 'htaccess'],
    ['nul.csv', '_nul.csv'],
    ['a"b<c>.csv', 'a_b_c_.csv'],
    ['u\u0308.csv', '\u00FC.csv'],
    [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(250)}.xlsx`],
  ])('%j becomes %j', (given, clean) => expect(cleanFileName(given)).toBe(clean));

  it('whatever is sent: never a path, never unseen characters, never empty, never too long; and clean stays clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), given => {
        const clean = cleanFileName(given);
        expect(clean).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}]{1,255}$/u);
        expect(clean.length).toBeLessThanOrEqual(255);
        expect(['.', '..']).not.toContain(clean);
        expect(cleanFileName(clean)).toBe(clean);
      }),
    );
  });
});
