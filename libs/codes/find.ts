import { normalise } from './normalise.ts';
import type { CodeItem, CodeListName } from './types.ts';

/** True when the item may be used on the day (ISO day); with no day, at any time. */
export function isValidOn(item: Pick<CodeItem, 'validFrom' | 'validTo'>, day: string | null): boolean {
  if (day === null) return true;
  return (item.validFrom === null || item.validFrom <= day) && (item.validTo === null || day < item.validTo);
}

/** Looks codes up by what people write; built once per import, then constant-time. */
export class CodeFinder {
  readonly #byText = new Map<string, CodeItem[]>();
  readonly #byCode = new Map<string, CodeItem>();

  constructor(items: Iterable<CodeItem>) {
    for (const item of items) {
      this.#byCode.set(item.code, item);
      for (const text of new Set([item.zh, item.code, ...item.synonyms].map(normalise))) {
        const key = `${item.list}:${text}`;
        const known = this.#byText.get(key);
        if (known) known.push(item);
        else this.#byText.set(key, [item]);
      }
    }
  }

  /** The item a text names in a list, preferring one valid on the day; null when the list does not know it. */
  find(list: CodeListName, text: string, day: string | null = null): CodeItem | null {
    const candidates = this.#byText.get(`${list}:${normalise(text)}`);
    if (!candidates) return null;
    return candidates.find(item => isValidOn(item, day)) ?? candidates[0] ?? null;
  }

  get(code: string): CodeItem | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The list's usual labels, to tell a clerk what may be written. */
  labels(list: CodeListName): string[] {
    return [...this.#byCode.values()]
      .filter(i => i.list === list)
      .sort((a, b) => a.ordinal - b.ordinal)
      .map(i => i.zh);
  }
}
