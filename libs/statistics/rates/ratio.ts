/** A fraction kept as its two numbers; the value is null when there is nothing to divide by. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

/**
 * Prints a ratio half up, from its two whole numbers and not from the quotient: 1.005 has no exact binary form.
 * `–` when there is nothing to divide by: neither 0 % nor 100 % would be true.
 */
export function formatRatio(
  { numerator, denominator }: Omit<Ratio, 'value'>,
  decimals = 2,
  scale = 1,
): string {
  if (denominator === 0) return '–';
  const unit = 10n ** BigInt(decimals);
  const [n, d] = [whole(numerator) * BigInt(scale) * unit, whole(denominator)];
  const negative = n < 0n !== d < 0n && n !== 0n;
  const [top, bottom] = [abs(n), abs(d)];
  const rounded = (2n * top + bottom) / (2n * bottom);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return negative && rounded > 0n ? `-${text}` : text;
}

/** Both parts in hundredths, so that amounts with 分 stay exact; the factor cancels out. */
function whole(value: number): bigint {
  return BigInt(Math.round(value * 100));
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
