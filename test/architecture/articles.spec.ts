import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = path.resolve(import.meta.dirname, '../../libs/documents');

/** What names an article by its number instead of taking it from the rules of libs/law. Comments may. */
const BARE = [
  /\bcite\s*\(/,
  /\b(?:article|paragraph|item)\s*:\s*\d/,
  /\(\s*c\s*,\s*\[?\s*\d/,
  /第[〇零一二三四五六七八九十百]+[条款项]/,
];

function bareArticles(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<!['"`:])\/\/.*$/gm, '');
  return BARE.flatMap(one => code.match(one)?.[0] ?? []);
}

describe('an article a letter cites', () => {
  it('comes from the rules, where its text and its days in force are known', () => {
    const files = readdirSync(documents, { recursive: true, encoding: 'utf8' }).filter(
      one => one.endsWith('.ts') && !one.endsWith('.spec.ts'),
    );
    expect(files.length).toBeGreaterThan(40);
    const found = files.flatMap(one =>
      bareArticles(readFileSync(path.join(documents, one), 'utf8')).map(what => `${one}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["cite('RECONSIDERATION_LAW', '2023', 35)"],
    ["const basis = [{ statute, version: '2023', article: 35 }];"],
    ['since2024(c, [51, 2], article => article)'],
    ['articleOf2023(c, 22, 3)'],
    ["para('依照《行政复议法》第三十五条的规定')"],
  ])('a planted literal is seen: %s', source => expect(bareArticles(source)).toHaveLength(1));

  it('a comment may name what the sentence rests on', () => {
    expect(bareArticles('/** 第三十五条 */ const x = 1; // cite(35)\n')).toEqual([]);
  });
});
