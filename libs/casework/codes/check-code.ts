import { CODE_LISTS, FIELD_EDITIONS, normalise, type CodeItem } from '#codes';
import type { CodeDirectory } from '#persistence';
import { OUTCOME_CLASSES } from '#statistics';
import { UserError } from '../refusal.ts';
import type { ReviseCodeInput } from './revise-code.ts';

const CODE = /^[A-Z0-9][A-Z0-9_]{0,63}$/;

/** Lists of which the return has a column for every main code. */
const COLUMN_LISTS = new Set(['MATTER', 'ORGAN_LEVEL']);
/** Classes that are counted by main code in the forms: an outcome of theirs must say under which. */
const BY_MAIN_CODE = new Set(['CORRECTED', 'BEFORE']);

/** @throws UserError when the item could not be counted, or two items would mean the same word */
export function checkCode(item: ReviseCodeInput, codes: CodeDirectory): void {
  const known = codes.finder.get(item.code);
  if (!CODE.test(item.code) || (known && known.list !== item.list))
    throw invalid(item.code, CODE_LISTS[item.list]);
  if (!item.zh || !item.en) throw blank(item.code);
  if (item.validFrom && item.validTo && item.validFrom >= item.validTo) throw invalidDates(item.code);
  for (const other of [item.parent, item.countedAs?.code]) {
    if (other && codes.finder.get(other)?.list !== item.list) throw invalid(other, CODE_LISTS[item.list]);
  }
  checkParent(item, codes);
  if (item.list.endsWith('_OUTCOME')) checkClass(item, codes);
  checkPlace(item, codes);
  checkEdition(item);
  const clash = clashing(item, codes.items);
  if (clash) throw ambiguous(item.code, clash);
}

/** Sub-codes are one step deep: a main code has no main code of its own. */
function checkParent({ code, parent }: ReviseCodeInput, codes: CodeDirectory): void {
  if (!parent) return;
  const above = codes.finder.get(parent);
  if (parent !== code && !above?.parent && !codes.items.some(one => one.parent === code)) return;
  throw new UserError(
    'CODE_PARENT',
    {
      zh: `“${parent}”不能作为“${code}”的主代码。`,
      en: `"${parent}" cannot be the main code of "${code}".`,
    },
    { zh: '子代码只有一层:请填写主代码。', en: 'Sub-codes are one step deep: name a main code.' },
  );
}

function checkClass(item: ReviseCodeInput, codes: CodeDirectory): void {
  const used = new Set(codes.items.filter(one => one.list === item.list).map(one => one.class));
  const classes = OUTCOME_CLASSES.filter(one => used.has(one));
  if (!classes.some(one => one === item.class)) throw unknownClass(item, classes);
  const above = item.parent ? codes.finder.get(item.parent) : null;
  if (above && above.class !== item.class) throw unknownClass(item, [above.class ?? '']);
  const known = codes.finder.get(item.code);
  if (item.list === 'RECONSIDERATION_OUTCOME' && known?.class && known.class !== item.class)
    throw unknownClass(item, [known.class]); // cases counted in one column would stand in another class
}

/** The return has one column for each main code: a new code of its own would have none. */
function checkPlace(item: ReviseCodeInput, codes: CodeDirectory): void {
  if (item.parent || codes.finder.get(item.code)) return;
  const { list, class: cls } = item;
  if (COLUMN_LISTS.has(list) || (list === 'RECONSIDERATION_OUTCOME' && BY_MAIN_CODE.has(cls ?? '')))
    throw needsParent(item);
}

function checkEdition({ code, list, countedAs }: ReviseCodeInput): void {
  if (!countedAs) return;
  const editions: string[] = list === 'FIELD' ? Object.values(FIELD_EDITIONS) : [];
  if (editions.includes(countedAs.edition)) return;
  throw new UserError(
    'CODE_EDITION_UNKNOWN',
    {
      zh: `代码“${code}”的报表版本“${countedAs.edition}”不存在。`,
      en: `There is no edition "${countedAs.edition}" in which "${code}" could be counted.`,
    },
    {
      zh: `只有行政管理类别有报表版本:${Object.values(FIELD_EDITIONS).join('、')}。`,
      en: `Only fields have editions: ${Object.values(FIELD_EDITIONS).join(', ')}.`,
    },
  );
}

function clashing(item: ReviseCodeInput, items: readonly CodeItem[]): CodeItem | undefined {
  const words = new Set([item.zh, ...(item.synonyms ?? [])].map(normalise));
  return items.find(
    other =>
      other.list === item.list &&
      other.code !== item.code &&
      overlaps(other, item) &&
      [other.zh, ...other.synonyms].some(word => words.has(normalise(word))),
  );
}

/** Two items may share a word only if they are never valid on the same day. */
function overlaps(
  a: Pick<CodeItem, 'validFrom' | 'validTo'>,
  b: Pick<ReviseCodeInput, 'validFrom' | 'validTo'>,
): boolean {
  return (
    (!a.validTo || !b.validFrom || b.validFrom < a.validTo) &&
    (!b.validTo || !a.validFrom || a.validFrom < b.validTo)
  );
}

const unknownClass = ({ code, class: cls }: ReviseCodeInput, classes: readonly string[]) =>
  new UserError(
    'CODE_CLASS',
    {
      zh: cls ? `统计类别“${cls}”不能用于代码“${code}”。` : `代码“${code}”没有统计类别,无法计入结案数字。`,
      en: cls ? `The class "${cls}" does not fit "${code}".` : `"${code}" has no class to be counted in.`,
    },
    { zh: `可用类别:${classes.join('、')}。`, en: `It may be: ${classes.join(', ')}.` },
  );

const needsParent = ({ code }: ReviseCodeInput) =>
  new UserError(
    'CODE_PARENT_MISSING',
    {
      zh: `代码“${code}”没有主代码,报表不知道计入哪一栏。`,
      en: `"${code}" has no main code, so the return has no column for it.`,
    },
    {
      zh: '填写主代码(parent),例如撤销(REVOKED)或不予受理(REFUSED)。',
      en: 'Name its main code (parent), e.g. REVOKED or REFUSED.',
    },
  );

const blank = (code: string) =>
  new UserError(
    'CODE_NAME_BLANK',
    { zh: `代码“${code}”没有名称。`, en: `The code "${code}" has no name.` },
    { zh: '填写中文和英文名称。', en: 'Give its name in both languages.' },
  );

const invalid = (code: string, list: string) =>
  new UserError(
    'CODE_INVALID',
    { zh: `代码“${code}”不能用于代码表“${list}”。`, en: `The code "${code}" cannot be used in this list.` },
    {
      zh: '代码用大写字母、数字和下划线,并且只能属于一个代码表。',
      en: 'Use capital letters, digits and underscores; a code belongs to one list only.',
    },
  );

const invalidDates = (code: string) =>
  new UserError(
    'CODE_VALIDITY',
    { zh: `代码“${code}”的停用日期不晚于启用日期。`, en: `The code "${code}" would end before it begins.` },
    { zh: '更正启用或停用日期。', en: 'Correct the dates.' },
  );

const ambiguous = (code: string, other: CodeItem) =>
  new UserError(
    'CODE_AMBIGUOUS',
    {
      zh: `“${code}”与“${other.zh}”(${other.code})用了同一个词。`,
      en: `"${code}" shares a word with "${other.code}".`,
    },
    {
      zh: '去掉重复的名称或同义词,或使两者的有效期不重叠。',
      en: 'Remove the shared word, or let their validity not overlap.',
    },
  );
