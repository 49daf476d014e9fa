import { STATUTES, statuteText, type StatuteId, type VersionOf } from './statutes.ts';
import { chineseNumeral } from './numerals.ts';

/** Words in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const w = (zh: string, en: string): Words => ({ zh, en });

/** One place in one text of one statute: the version is part of it, because numbering moves between texts. */
export interface Citation {
  readonly statute: StatuteId;
  readonly version: string;
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
}

/** What a ruling rests on. Never empty: a rule without a source does not compile. */
export type Basis = readonly [Citation, ...Citation[]];

/** Builds a citation; the compiler knows which versions a statute has. */
export function cite<S extends StatuteId>(
  statute: S,
  version: VersionOf<S>,
  article: number,
  paragraph?: number,
  item?: number,
): Citation {
  return {
    statute,
    version,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

/**
 * True when the register knows the text and the text has the article. Where no text is at hand the number of its articles
 * is: a typing error in a citation fails even then.
 */
export function citationExists({ statute, version, article }: Citation): boolean {
  const known = statuteText(statute, version);
  return known !== null && Number.isInteger(article) && article >= 1 && article <= known.articles;
}

/** The days on which every cited text is in force together, as `[from, to)`; null when they never meet. */
export function basisInForce(basis: Basis): { from: string; to: string | null } | null {
  let from = '';
  let to: string | null = null;
  for (const { statute, version } of basis) {
    const known = statuteText(statute, version);
    if (!known) return null;
    if (known.from > from) from = known.from;
    if (known.to !== null && (to === null || known.to < to)) to = known.to;
  }
  return to !== null && to <= from ? null : { from, to };
}

/** 《行政复议法》(2023)第六十二条第一款 · Administrative Reconsideration Law (2023), art. 62(1) */
export function citationText(citation: Citation): Words {
  const { short, en } = STATUTES[citation.statute];
  const { version, article, paragraph, item } = citation;
  const zhParts = [
    `第${chineseNumeral(article)}条`,
    ...(paragraph === undefined ? [] : [`第${chineseNumeral(paragraph)}款`]),
    ...(item === undefined ? [] : [`第(${chineseNumeral(item)})项`]),
  ];
  const enParts = [`art. ${article}`, ...[paragraph, item].filter(n => n !== undefined).map(n => `(${n})`)];
  return { zh: `《${short}》(${version})${zhParts.join('')}`, en: `${en} (${version}), ${enParts.join('')}` };
}

/** Joined as judgments join them: 、 between articles, ; between English ones. */
export function basisText(basis: Basis): Words {
  const all = basis.map(citationText);
  return { zh: all.map(text => text.zh).join('、'), en: all.map(text => text.en).join('; ') };
}
