import { targetsOf, TARGET_NAMES, type TargetName } from './targets.ts';
import { HEADER_WORDS } from './words/allWords.ts';
import { headerKey, type HeaderWords } from './words/headerWords.ts';
import type { Register } from '#codes';

/** Words that say nothing by themselves when a group stands above them. */
const GENERIC =
  /^(日期|时间|结果|方式|类型|类别|种类|领域|姓名|名称|姓名名称|人数|来源|情况|号|职务|级别|原因|理由|金额|案由|事项|说明)$/;

/** How surely a header (levels from top to bottom) names each target: 0–1, only those above 0. */
export type HeaderScores = ReadonlyMap<TargetName, number>;

const cache = new Map<string, HeaderScores>();
const CACHE_LIMIT = 5_000;
const NONE: HeaderScores = new Map();

export function scoreHeader(levels: readonly string[]): HeaderScores {
  const leaf = levels.at(-1) ?? '';
  if (leaf === '' || leaf.length > 60) return NONE;
  const id = levels.join('\n');
  let scores = cache.get(id);
  if (!scores) {
    scores = scoreAll(headerKey(leaf), headerKey(levels.slice(0, -1).join('')));
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(id, scores);
  }
  return scores;
}

function scoreAll(leaf: string, group: string): HeaderScores {
  const scores = new Map<TargetName, number>();
  for (const name of TARGET_NAMES) {
    const words = HEADER_WORDS[name];
    const score = words ? scoreOne(words, leaf, group) : 0;
    if (score > 0) scores.set(name, score);
  }
  return scores;
}

function scoreOne(words: HeaderWords, leaf: string, group: string): number {
  const full = group + leaf;
  if (words.exact.includes(full)) return 1;
  if (group !== '' && words.grouped?.some(([g, l]) => g.test(group) && l.test(leaf))) return 0.95;
  if (words.exact.includes(leaf)) return group !== '' && GENERIC.test(leaf) ? 0.6 : 0.97;
  if (words.like?.test(leaf) && !words.not?.test(leaf)) return 0.75;
  if (words.maybe?.includes(leaf)) return 0.55;
  if (group !== '' && words.like?.test(full) && !words.not?.test(full)) return 0.52;
  return 0;
}

export interface Assignment {
  target: TargetName;
  /** Index into the scored columns. */
  column: number;
  score: number;
}

/** One target per column and one column per target, the surest pairs first; columns to the left win ties. */
export function assign(columns: readonly HeaderScores[], register: Register, least: number): Assignment[] {
  const allowed = new Set(targetsOf(register));
  const pairs: Assignment[] = [];
  columns.forEach((scores, column) => {
    for (const [target, score] of scores)
      if (allowed.has(target) && score >= least) pairs.push({ target, column, score });
  });
  pairs.sort((a, b) => b.score - a.score || a.column - b.column);
  const targets = new Set<TargetName>();
  const taken = new Set<number>();
  return pairs.filter(pair => {
    if (targets.has(pair.target) || taken.has(pair.column)) return false;
    targets.add(pair.target);
    taken.add(pair.column);
    return true;
  });
}
