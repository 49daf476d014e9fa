const DIGITS = '零一二三四五六七八九';

/** Article numbers as statutes print them: 10 → 十, 62 → 六十二, 105 → 一百零五. Enough for 1–9,999. */
export function chineseNumeral(n: number): string {
  const units = ['', '十', '百', '千'];
  const digits = [...String(n)].map(Number);
  let out = '';
  let zero = false;
  digits.forEach((digit, at) => {
    const unit = units[digits.length - 1 - at] ?? '';
    if (digit === 0) {
      zero = true;
      return;
    }
    if (zero && out !== '') out += '零';
    zero = false;
    // 十, not 一十, when a number begins with it
    out += digit === 1 && unit === '十' && out === '' ? unit : `${DIGITS[digit] ?? ''}${unit}`;
  });
  return out;
}
