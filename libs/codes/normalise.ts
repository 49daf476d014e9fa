/**
 * One spelling for comparing what people typed: full-width forms folded (NFKC), white space and control or
 * zero-width characters removed, brackets and punctuation unified. Not for display.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, '')
    .replace(/[〔[【〈《]/gu, '(')
    .replace(/[〕\]】〉》]/gu, ')')
    .replace(/[,、;]/gu, ',')
    .replace(/[.。]+$/u, '');
}
