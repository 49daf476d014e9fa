import { chineseNumber } from './chineseNumber.ts';
import { fold } from './text.ts';

export interface Names {
  names: string[];
  /** Persons stated by the text itself (张三等5人), or null. */
  persons: number | null;
}

const ORGANISATION =
  /(?:公司|分公司|厂|局|委员会|委|政府|办事处|办公室|中心|合作社|联合社|协会|学会|商会|商行|商店|店|超市|银行|信用社|学校|小学|中学|幼儿园|大学|学院|医院|卫生院|诊所|药房|集团|工作室|事务所|小组|村委会|居委会|社区|站|所|研究院|法院|检察院|宾馆|酒店|饭店|基金会|出版社|报社|旅行社|支行|分行|经营部|服务部|门市部|总队|支队|大队|分局|农场|林场|矿|寺|部队|业主大会|馆|行|厅|署)$/;
const FRAGMENT = /^(?:第|分|及|和|与|以及|其)|^(?:有限(?:责任)?公司|公司|委员会|办公室|中心)$/;
const PERSON = /^[\p{L}\p{N}·•*×.]{2,8}$/u;
const AND_OTHERS =
  /(?:等|共|计)+(\d{1,6}|[一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾]{1,6})(?:余)?(?:人|名|户|位)|[((](\d{1,6})(?:人|名|户|位)[))]/;

/** True for names that end like an organisation (法人或者其他组织); everything else is taken for a person. */
export function isOrganisation(name: string): boolean {
  return name.length >= 4 && ORGANISATION.test(name.replace(/[((][^()()]*[))]$/, ''));
}

/** A separator splits only when what stands on both sides could be a whole name by itself. */
function isWhole(piece: string): boolean {
  if (FRAGMENT.test(piece)) return false;
  return isOrganisation(piece) || (PERSON.test(piece) && !/^\d+$/.test(piece));
}

function splitBy(text: string, separator: RegExp): string[] {
  const pieces = text
    .split(separator)
    .map(p => p.trim())
    .filter(p => p !== '');
  return pieces.length > 1 && pieces.every(isWhole) ? pieces : [text];
}

/**
 * The names in one cell. 、 ; , and line breaks separate names, but never inside an organisation's name
 * (某公司,第7分公司 is one); 张三等5人 is one name and five persons.
 */
export function splitNames(raw: string, separators: RegExp = /[、;,/\n]/): Names {
  const lines = raw.normalize('NFKC').trim();
  const others = AND_OTHERS.exec(fold(lines));
  const persons = others ? (numberOf(others[1] ?? others[2] ?? '') ?? null) : null;
  const bare = others
    ? lines.replace(AND_OTHERS, '').replace(/[((][))]$|等$/, '')
    : lines.replace(/等人?$/, '');
  const names = splitBy(bare, separators).map(name =>
    fold(name).replace(/(?<=[\p{Script=Han}\d]) (?=[\p{Script=Han}\d])/gu, ''),
  );
  return { names: names.filter(name => name !== ''), persons };
}

/** The two sides of a mediation: 甲与乙, otherwise like {@link splitNames}. */
export function splitParties(raw: string): Names {
  const split = splitNames(raw);
  if (split.names.length !== 1) return split;
  return { ...split, names: splitBy(split.names[0] ?? '', /(?:与|诉|—{1,2}| vs\.? )/i) };
}

function numberOf(text: string): number | null {
  return /^\d/.test(text) ? Number(text) : chineseNumber(text);
}
