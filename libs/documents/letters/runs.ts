import { partsOf, type CalendarDate } from '#law/calendar';
import { chineseNumeral, type Words } from '#law/statute';
import type { Block, Field, MissingFact, Part, Run } from './letter.ts';

export const field = (value: string, source: string): Field => ({ value, source });

/** A fact the letter needs: its field, or the fact as missing. Blank text is no fact. */
export function need(
  value: string | null | undefined,
  source: string,
  what: Words,
  suppliedBy: Words,
): Field | MissingFact {
  const text = value?.trim();
  return text ? field(text, source) : { source, what, suppliedBy };
}

/** A fact that may be absent, and the words around it. */
export function maybe(value: string | null | undefined, source: string, around: (one: Field) => Part): Part {
  const text = value?.trim();
  return text ? around(field(text, source)) : null;
}

/** 2026年3月5日: Arabic figures without leading noughts, as official documents write days. */
export function dayText(day: CalendarDate): string {
  const { year, month, date } = partsOf(day);
  return `${year}年${month}月${date}日`;
}

export const isMissing = (part: Part): part is MissingFact =>
  typeof part === 'object' && part !== null && 'what' in part;

export const isField = (run: Part): run is Field => typeof run === 'object' && run !== null && 'value' in run;

/** The runs and missing facts of a part, in order; fixed words that follow each other become one run. */
export function flatten(part: Part): (Run | MissingFact)[] {
  if (part === null || part === '') return [];
  if (typeof part === 'string' || isMissing(part) || isField(part)) return [part];
  const all = part.flatMap(flatten);
  return all.reduce<(Run | MissingFact)[]>((runs, one) => {
    const before = runs.at(-1);
    return typeof before === 'string' && typeof one === 'string'
      ? [...runs.slice(0, -1), before + one]
      : [...runs, one];
  }, []);
}

export const para = (...text: Part[]): Block<Part> => ({ kind: 'PARAGRAPH', text });
export const line = (...text: Part[]): Block<Part> => ({ kind: 'LINE', text });
export const heading = (...text: Part[]): Block<Part> => ({ kind: 'HEADING', text });
export const sign = (...text: Part[]): Block<Part> => ({ kind: 'SIGNATURE', text });

/** The parts with `between` between them. */
export function joined(parts: readonly Part[], between: string): Part {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
}

/** A sentence from what an officer wrote, with a full stop where there is none. */
export function sentence(...parts: Part[]): Part {
  const last = flatten(parts).at(-1);
  const text = typeof last === 'string' ? last : last && isField(last) ? last.value : '。';
  return /[。；！？…”]$/.test(text) ? parts : [parts, '。'];
}

/** One paragraph an item, numbered 一、二、 when there are several. */
export function numbered(items: readonly Part[]): Block<Part>[] {
  return items.map((item, at) =>
    para(items.length > 1 ? `${chineseNumeral(at + 1)}、` : null, sentence(item)),
  );
}

/** What an officer wrote in several paragraphs stays in several. */
export function paragraphs(lead: string, text: Part): Block<Part>[] {
  if (text === null) return [];
  if (!isField(text)) return [para(lead, text)];
  const lines = text.value.split(/\s*\n\s*/).filter(one => one !== '');
  return lines.map((one, at) => para(at === 0 ? lead : null, sentence(field(one, text.source))));
}
