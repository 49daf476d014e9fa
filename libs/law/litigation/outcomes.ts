import { w, type Basis, type Words } from '#law/statute';
import { reading, suit } from './texts.ts';

/** WON and LOST from the side of the agency the outcome is stored for; no official formula, so a mapping. */
export type LtClass = 'WON' | 'LOST' | 'OTHER' | 'NOT_COUNTED';

export interface LtOutcomeEntry {
  readonly words: Words;
  readonly basis: Basis;
  readonly statisticalClass: LtClass;
  /** where co-defendants fare differently: the class for the reconsideration organ */
  readonly forReconsiderationOrgan?: LtClass;
}

type Row = [
  zh: string,
  en: string,
  basis: Basis,
  statisticalClass: LtClass,
  forReconsiderationOrgan?: LtClass,
];
const row = (...[zh, en, basis, statisticalClass, forReconsiderationOrgan]: Row): LtOutcomeEntry => ({
  words: w(zh, en),
  basis,
  statisticalClass,
  ...(forReconsiderationOrgan ? { forReconsiderationOrgan } : {}),
});

/** Results of a suit (law.md 3.5). Stored per agency and per instance: co-defendants may differ. */
export const LT_OUTCOMES = {
  CLAIM_REJECTED: row('判决驳回诉讼请求', 'claim rejected', [suit(69)], 'WON'),
  REVOKED: row('撤销', 'revoked', [suit(70)], 'LOST'),
  REVOKED_IN_PART: row('部分撤销', 'revoked in part', [suit(70)], 'LOST'),
  PERFORM: row('责令履行法定职责', 'ordered to perform its duty', [suit(72), reading(91)], 'LOST'),
  PAY: row('责令履行给付义务', 'ordered to pay', [suit(73), reading(92)], 'LOST'),
  CONFIRMED_ILLEGAL_KEPT: row('确认违法但不撤销', 'illegal, not revoked', [suit(74, 1), reading(96)], 'LOST'),
  CONFIRMED_ILLEGAL: row('确认违法', 'illegal', [suit(74, 2)], 'LOST'),
  CONFIRMED_INVALID: row('确认无效', 'invalid', [suit(75), reading(99)], 'LOST'),
  REMEDY: row('责令采取补救措施', 'remedy ordered', [suit(76)], 'LOST'),
  COMPENSATION: row('判决赔偿', 'compensation', [suit(76)], 'LOST'),
  CHANGED: row('变更', 'changed', [suit(77, 1)], 'LOST'),
  AGREEMENT_LIABILITY: row('行政协议责任', 'liability under an agreement', [suit(78, 1)], 'LOST'),
  AGREEMENT_COMPENSATION: row('行政协议补偿', 'compensation under an agreement', [suit(78, 2)], 'LOST'),
  // the two co-defendants fare differently here: one wins what the other loses, so the class is stored for
  // each
  RECON_DECISION_REVOKED_ACT_UPHELD: row(
    '撤销复议决定,驳回对原行为的请求',
    'reconsideration decision revoked, act upheld',
    [reading(136, 5)],
    'WON',
    'LOST',
  ),
  RECON_REVOKED_ACT_REVIVED: row(
    '撤销复议决定,恢复原行为效力',
    'reconsideration decision revoked, act revived',
    [reading(89)],
    'WON',
    'LOST',
  ),
  // neither won nor lost: the court did not look at the act
  SUIT_DISMISSED: row('裁定驳回起诉', 'suit dismissed', [reading(69, 1)], 'OTHER'),
  // no suit ever reached the agency; counted nowhere
  NOT_FILED: row('裁定不予立案', 'not filed', [suit(51, 2), reading(101, 1)], 'NOT_COUNTED'),
  WITHDRAWN: row('准许撤诉', 'withdrawn', [suit(62)], 'OTHER'),
  DEEMED_WITHDRAWN: row('按撤诉处理', 'deemed withdrawn', [suit(58)], 'OTHER'),
  MEDIATED: row('调解', 'mediated', [suit(60)], 'OTHER'),
  TERMINATED: row('终结诉讼', 'terminated', [reading(88)], 'OTHER'),
  TRANSFERRED: row('移送', 'transferred', [suit(22)], 'OTHER'),
  // what a second instance does to a judgment, not to the act: whether the agency won stands in the judgment
  // behind it
  APPEAL_REJECTED: row('驳回上诉,维持原判', 'appeal rejected', [suit(89, 1, 1)], 'OTHER'),
  CHANGED_OR_REVOKED: row('改判、撤销或者变更', 'judgment changed or revoked', [suit(89, 1, 2)], 'OTHER'),
  REMANDED: row('撤销原判,发回重审', 'remanded', [suit(89, 1, 3)], 'OTHER'),
  REMANDED_FOR_PROCEDURE: row('因程序发回重审', 'remanded for procedure', [suit(89, 1, 4)], 'OTHER'),
} as const satisfies Record<string, LtOutcomeEntry>;
export type LtOutcome = keyof typeof LT_OUTCOMES;

/** Only these rulings may be appealed (行诉解释 art. 101(2)); jurisdiction is ruled on before any result. */
export const APPEALABLE_RULINGS: readonly LtOutcome[] = ['NOT_FILED', 'SUIT_DISMISSED'];

/** How a result counts for one of the sued agencies. */
export function classFor(outcome: LtOutcome, agency: 'ACTING_ORGAN' | 'RECONSIDERATION_ORGAN'): LtClass {
  const entry: LtOutcomeEntry = LT_OUTCOMES[outcome];
  return agency === 'RECONSIDERATION_ORGAN'
    ? (entry.forReconsiderationOrgan ?? entry.statisticalClass)
    : entry.statisticalClass;
}
