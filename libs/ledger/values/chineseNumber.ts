const DIGITS: Record<string, number> = {};
for (const [row, start] of [
  ['〇一二三四五六七八九', 0],
  ['零壹贰叁肆伍陆柒捌玖', 0],
] as const) {
  [...row].forEach((c, i) => (DIGITS[c] = start + i));
}
Object.assign(DIGITS, { 两: 2, 貳: 2, 參: 3, 陸: 6, 弌: 1 });
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** 十二 → 12, 叁 → 3, 一百零五 → 105, 二〇一七 → 2017; null when the text is no Chinese number below 10,000. */
export function chineseNumber(text: string): number | null {
  if (text === '' || text.length > 9) return null;
  let total = 0;
  let digit: number | null = null;
  let plain = '';
  let units = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
      units++;
      continue;
    }
    const value = DIGITS[character];
    if (value === undefined) return null;
    digit = value;
    plain += String(value);
  }
  return units === 0 ? Number(plain) : total + (digit ?? 0);
}
