/** One thing a backup says, and what was found of it. */
export interface Comparison {
  what: string;
  expected: string;
  found: string;
}

export const differs = ({ expected, found }: Comparison): boolean => expected !== found;

function say(list: string[], other: string[]): string {
  const odd = list.find(one => !other.includes(one));
  return odd === undefined ? `${list.length}` : `${list.length}, ${odd}`;
}

/** Compares two lists by their length and the first line that is not in both. */
export function sameList(what: string, expected: string[], found: string[]): Comparison {
  return { what, expected: say(expected, found), found: say(found, expected) };
}
