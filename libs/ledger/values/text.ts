/** Nothing to fold: most cells of most ledgers. */
const PLAIN = /^[\u4e00-\u9fff0-9A-Za-z()〔〕./-]*$/;

/** Text for reading values: full-width forms folded, zero-width and control characters gone, spaces single. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/** Like {@link fold}, without any space. */
export function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

const PLACEHOLDERS = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '─',
  '无',
  '空',
  '暂无',
  'N/A',
  'n/a',
  '*',
  '.',
  '…',
]);

/** True for what people write into a cell to say that there is nothing. */
export function isPlaceholder(squeezed: string): boolean {
  return PLACEHOLDERS.has(squeezed);
}
