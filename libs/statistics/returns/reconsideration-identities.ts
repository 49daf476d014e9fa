import { all, any, not } from '../conditions/condition.ts';
import * as at from '../measures/states.ts';
import { equalColumns, range } from './columns.ts';
import type { ColumnIdentity, CountedColumn } from './form.ts';

/** Where the edition has which column; the rules are the same for both. */
export interface ColumnPlaces {
  readonly respondents: readonly [number, number];
  readonly authorities: readonly [number, number];
  readonly matters: readonly [number, number];
  readonly closed: number;
  readonly outcomes: readonly [number, number];
  readonly open: number;
  readonly compensation: readonly [number, number];
  readonly opinions: readonly [number, number] | null;
}

/** Counted beside the form for the rule c3 ≤ c2 + unexamined carried over. */
export const UNEXAMINED: CountedColumn = {
  no: null,
  groups: [],
  heading: '上期结转未审查',
  where: at.unexaminedAtStart,
  aggregate: { count: true },
  tag: 'V',
};

const ACCEPTED = 3;

/** The identities every row of the form must satisfy. */
export function reconsiderationIdentities(
  columns: readonly CountedColumn[],
  places: ColumnPlaces,
): ColumnIdentity[] {
  const { respondents, authorities, matters, closed, open, outcomes } = places;
  const breakdown = (code: string, zh: string, en: string, span: readonly [number, number]): ColumnIdentity =>
    equalColumns(columns, { code, zh: `${zh}合计 = 受理`, en: `${en} add up to accepted` }, range(...span), [
      ACCEPTED,
    ]);
  const stock = {
    code: 'STOCK',
    zh: '上期结转 + 受理 = 已审结 + 未审结',
    en: 'accepted cases are closed or open',
  };
  const ways = { code: 'OUTCOMES', zh: '已审结总计 = 各结案方式合计', en: 'the outcomes add up to closed' };
  return [
    equalColumns(columns, stock, [1, ACCEPTED], [closed, open]),
    breakdown('RESPONDENTS', '被申请人', 'respondents', respondents),
    breakdown('AUTHORITIES', '复议机关', 'authorities', authorities),
    breakdown('MATTERS', '申请复议事项', 'matters', matters),
    equalColumns(columns, ways, [closed], range(...outcomes)),
    ...bounds(places),
  ];
}

function bounds({ compensation: [cases, amount], opinions }: ColumnPlaces): ColumnIdentity[] {
  const rules: ColumnIdentity[] = [
    {
      code: 'ACCEPTED_OF_RECEIVED',
      zh: '受理 ≤ 本期新收 + 上期结转未审查',
      en: 'no more accepted than received or carried over unexamined',
      left: [3],
      right: [2, 'UNEXAMINED'],
      relation: '<=',
      cases: all(at.accepted, not(any(at.received, at.unexaminedAtStart))),
    },
    {
      code: 'COMPENSATION',
      zh: '赔偿数额 > 0 时件数 > 0',
      en: 'an amount of compensation needs a case',
      left: [amount],
      right: [cases],
      relation: 'needs',
      cases: all(at.acceptedInHand, { positive: 'compensation' }),
    },
  ];
  if (opinions)
    rules.push({
      code: 'OPINIONS',
      zh: '意见书落实数 ≤ 制发数',
      en: 'no more letters acted on than issued',
      left: [opinions[1]],
      right: [opinions[0]],
      relation: '<=',
      cases: all(at.closedAfterAcceptance, { gt: ['opinionsPerformed', 'opinionsIssued'] }),
    });
  return rules;
}
