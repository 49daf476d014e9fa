/**
 * Makes text from data harmless in a spreadsheet: a cell that begins with one of these signs, half or full width,
 * is taken for a formula by some program on some keyboard. An apostrophe in front keeps it text.
 */
export function safeText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

// the full-width = + - @ are FF1D, FF0B, FF0D and FF20
const FORMULA_START = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;
