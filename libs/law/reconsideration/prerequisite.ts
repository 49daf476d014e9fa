import type { CalendarDate } from '#law/calendar';
import { granted, refused, versionInForce, w, type Basis, type Ruling, type Words } from '#law/statute';
import { noLawYet } from './jurisdiction.ts';
import { NON_PERFORMANCE_MATTERS, PREREQUISITES, type Prerequisite, type Reviewable } from './scope.ts';
import { DEFAULT_RECONSIDERATION_SETTINGS, type ReconsiderationSettings } from './settings.ts';
import { law, oldLaw, OWN_CHOICE, suit, type OldText } from './texts.ts';

interface SpecialStatute {
  readonly words: Words;
  /** laws and administrative regulations may ask for reconsideration first; local regulations could until 2023 */
  readonly rank: 'LAW' | 'ADMINISTRATIVE_REGULATION' | 'LOCAL_REGULATION';
  /** the wording is read both ways; the office decides */
  readonly disputed?: true;
}

/**
 * Statutes outside the register that put reconsideration first. What a search of the statute books showed, not all
 * there are; nor are their days in force on record here, so an old act needs a look at the statute of its time.
 */
export const SPECIAL_STATUTES = {
  TAX: { words: w('税收征收管理法第八十八条第一款', 'Tax Collection Law, art. 88(1)'), rank: 'LAW' },
  CUSTOMS_DUTY: { words: w('关税法第六十六条', 'Customs Duty Law, art. 66'), rank: 'LAW' },
  MERGER: { words: w('反垄断法第六十五条', 'Anti-Monopoly Law, art. 65'), rank: 'LAW' },
  FILM: { words: w('电影产业促进法第五十八条', 'Film Industry Law, art. 58'), rank: 'LAW' },
  PRICES: {
    words: w('价格违法行为行政处罚规定第二十条', 'Penalties for Price Violations, art. 20'),
    rank: 'ADMINISTRATIVE_REGULATION',
  },
  ARMS_EXPORT: {
    words: w('军品出口管理条例第二十七条', 'Regulation on Arms Exports, art. 27'),
    rank: 'ADMINISTRATIVE_REGULATION',
  },
  RELIGION: {
    words: w('宗教事务条例第七十五条', 'Regulation on Religious Affairs, art. 75'),
    rank: 'ADMINISTRATIVE_REGULATION',
    disputed: true,
  },
  LOCAL: { words: w('地方性法规', 'a local regulation'), rank: 'LOCAL_REGULATION' },
} as const satisfies Record<string, SpecialStatute>;

/** What the act is, as far as art. 23 asks. */
export interface OrderQuestion {
  readonly matter: Prerequisite | 'NONE';
  /** for NON_PERFORMANCE: which of the matters of art. 11 */
  readonly of?: Reviewable;
  /** for INFO_DISCLOSURE_REFUSED: refused as a secret under 信息公开条例 art. 14, 15 or 16, or for another reason */
  readonly refusedAs?: 'SECRET' | 'OTHER_REASON';
  /** for BY_LAW_OR_REGULATION: which statute asks for it */
  readonly statute?: keyof typeof SPECIAL_STATUTES;
}

export interface Order {
  /** RECONSIDERATION: no suit before it. EITHER: the party chooses. */
  readonly first: 'RECONSIDERATION' | 'EITHER';
  /** the act has to tell the party so (23(2)) */
  readonly mustBeTold: boolean;
  /** the special statute, or that its wording is disputed, for the reader */
  readonly because: Words | null;
}

/**
 * 复议前置: whether reconsideration has to come before a suit. No text says which day counts for acts older than
 * itself; the day of the act is taken, because that is when the party had to be told (23(2)).
 */
export function reconsiderationFirst(
  question: OrderQuestion,
  actMadeOn: CalendarDate,
  settings: ReconsiderationSettings = DEFAULT_RECONSIDERATION_SETTINGS,
): Ruling<Order> {
  const text = versionInForce('RECONSIDERATION_LAW', actMadeOn);
  if (text === null) return refused(noLawYet(actMadeOn));
  return text === '2023' ? since2024(question, actMadeOn, settings) : before2024(question, text);
}

const FREE: Order = { first: 'EITHER', mustBeTold: false, because: null };
const either = (...basis: Basis): Ruling<Order> => granted(FREE, basis);
const must = (basis: Basis, mustBeTold: boolean, because: Words | null = null): Ruling<Order> =>
  granted({ first: 'RECONSIDERATION', mustBeTold, because }, basis);

/** 23(1) is a closed list but for laws and administrative regulations; 23(2) makes the agency tell of it. */
function since2024(
  { matter, of, refusedAs, statute }: OrderQuestion,
  day: CalendarDate,
  { informationRefusals }: ReconsiderationSettings,
): Ruling<Order> {
  if (matter === 'NONE') return either(suit(44, 1));
  const [listed] = PREREQUISITES[matter].basis;
  const told: Basis = [listed, law(23, 2)];
  if (matter === 'NON_PERFORMANCE' && of !== undefined && !NON_PERFORMANCE_MATTERS.includes(of))
    return either(listed, suit(44, 1));
  if (matter === 'INFO_DISCLOSURE_REFUSED') {
    const narrow = informationRefusals === 'SECRETS_SINCE_2025' && day >= '2025-06-01';
    return narrow && refusedAs === 'OTHER_REASON'
      ? either(OWN_CHOICE, listed, suit(44, 1))
      : must(told, true);
  }
  return matter === 'BY_LAW_OR_REGULATION' ? bySpecialStatute(told, statute) : must(told, true);
}

function bySpecialStatute(told: Basis, statute: OrderQuestion['statute']): Ruling<Order> {
  const special: SpecialStatute | null = statute ? SPECIAL_STATUTES[statute] : null;
  // “法律、行政法规”: what a local regulation asked for before 2024 binds nobody any more
  if (special?.rank === 'LOCAL_REGULATION') return either(told[0], suit(44, 1));
  return must(told, true, special && cautious(special));
}

const cautious = ({ words, disputed }: SpecialStatute): Words =>
  disputed ? w(`${words.zh}(是否复议前置存在争议)`, `${words.en} (whether it binds is disputed)`) : words;

/**
 * The older texts put one matter first themselves (30(1)) and leave the rest to “法律、法规” (16(1)), local ones
 * included. Penalties on the spot, inaction and refused information went to court at once if the party liked.
 */
function before2024({ matter, statute }: OrderQuestion, text: OldText): Ruling<Order> {
  if (matter === 'INFRINGES_ACQUIRED_NATURAL_RESOURCE') return must([oldLaw(text, 30, 1)], false);
  if (matter !== 'BY_LAW_OR_REGULATION') return either(oldLaw(text, 16, 1));
  return must([oldLaw(text, 16, 1)], false, statute ? cautious(SPECIAL_STATUTES[statute]) : null);
}
