/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value, whoever writes it and in whatever order PostgreSQL gives the keys back: RFC 8785, that is
 * no blanks, keys sorted by UTF-16 code units, numbers and strings as JavaScript writes them.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** As a jsonb column gives it back: without undefined, U+0000 and half surrogate pairs, which it refuses. */
export function storableJson(value: unknown): Json {
  const text = JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one === 'string') return storable(one);
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [storable(key), inner]));
  });
  return JSON.parse(text ?? 'null') as Json;
}

const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();
