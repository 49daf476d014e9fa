import { calendarDate } from '#law/calendar';
import { RC_FINALS, RC_STATES, type RcState } from '#law/reconsideration';
import { citationExists, citationText } from '#law/statute';
import { RESTING_STATES } from '#schema';
import { describe, expect, it } from 'vitest';
import { examine } from './examine.ts';
import type { AssignmentFacts, Conflict, OfficerFacts } from './facts.ts';
import { CASE_GUARDS, OFFICER_GUARDS } from './guards.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS, type AssignmentSettings } from './settings.ts';

const OFFICER: OfficerFacts = {
  id: 1,
  name: '李四',
  disabled: false,
  handlesHere: true,
  qualifications: [{ number: 'A1', from: '2024-01-01', to: '2025-12-31' }],
  conflicts: [],
};
const FACTS: AssignmentFacts = {
  today: calendarDate('2025-04-01'),
  caseId: '10',
  state: 'IN_REVIEW',
  respondentId: 7,
  parties: ['张三'],
  readers: null,
  decidedEarlier: [],
  handler: 1,
  second: 2,
};

interface Given {
  facts?: Partial<AssignmentFacts>;
  officer?: Partial<OfficerFacts>;
  settings?: Partial<AssignmentSettings>;
}

const codes = ({ facts, officer, settings }: Given) => {
  const found = examine({ ...FACTS, ...facts }, [{ ...OFFICER, ...officer }], {
    ...DEFAULT_ASSIGNMENT_SETTINGS,
    ...settings,
  });
  return {
    refused: found.refusals.map(one => one.code),
    warned: found.warnings.map(one => one.code),
  };
};
const conflict = (more: Partial<Conflict>): Given => ({
  officer: { conflicts: [{ kind: 'KINSHIP', caseId: null, against: null, party: null, ...more }] },
});
const until = (to: string | null, from = '2024-01-01'): Given => ({
  officer: { qualifications: [{ number: 'A1', from, to }] },
});
const earlier = (officer: number): Given => ({
  facts: { decidedEarlier: [{ caseNumber: '江复〔2024〕1号', officer }] },
});

describe('谁可以办理案件: what stands in the way of an assignment', () => {
  it.each<[article: string, what: string, given: Given, refused: string[], warned?: string[]]>([
    ['—', '资格有效、无回避事由、两人办理', {}, []],
    ['复议法36(1)', '案件已归档', { facts: { state: 'CLOSED' } }, ['CASE_IS_STILL_OPEN']],
    ['复议法36(1)', '已生效、履行监督中仍可分派', { facts: { state: 'EFFECTIVE' } }, []],
    ['条例32', '承办人与协办人同一人', { facts: { second: 1 } }, ['HANDLER_AND_SECOND_ARE_TWO_PEOPLE']],
    ['条例32', '审理中没有协办人', { facts: { second: null } }, ['TWO_OFFICERS_HEAR_THE_CASE']],
    ['条例32', '审理中没有承办人', { facts: { handler: null } }, ['TWO_OFFICERS_HEAR_THE_CASE']],
    [
      '条例32',
      '中止期间也是审理',
      { facts: { second: null, state: 'SUSPENDED' } },
      ['TWO_OFFICERS_HEAR_THE_CASE'],
    ],
    ['条例32', '受理前一人审查', { facts: { second: null, state: 'RECEIVED' } }, []],
    ['条例32', '决定后一人跟踪', { facts: { second: null, state: 'EFFECTIVE' } }, []],
    [
      '条例32',
      '设置为提示',
      { facts: { second: null }, settings: { twoOfficers: 'WARN' } },
      [],
      ['TWO_OFFICERS_HEAR_THE_CASE'],
    ],
    ['复议法36(1)', '账号停用', { officer: { disabled: true } }, ['ACCOUNT_IS_IN_USE']],
    [
      '复议法36(1)',
      '不是本机关承办人',
      { officer: { handlesHere: false } },
      ['OFFICER_HANDLES_CASES_OF_THE_ORGAN'],
    ],
    [
      '复议法6(2)、条例4',
      '无资格登记',
      { officer: { qualifications: [] } },
      [],
      ['OFFICER_HAS_A_QUALIFICATION'],
    ],
    [
      '复议法6(2)、条例4',
      '无资格登记,设置为阻止',
      { officer: { qualifications: [] }, settings: { missingQualification: 'BLOCK' } },
      ['OFFICER_HAS_A_QUALIFICATION'],
    ],
    ['设置1、复议法6(2)', '证书前一日到期', until('2025-03-31'), ['CERTIFICATE_IS_VALID_ON_THE_DAY']],
    ['设置1、复议法6(2)', '证书当日到期', until('2025-04-01'), []],
    ['设置1、复议法6(2)', '证书次日到期', until('2025-04-02'), []],
    ['设置1、复议法6(2)', '证书次日生效', until(null, '2025-04-02'), ['CERTIFICATE_IS_VALID_ON_THE_DAY']],
    ['设置1、复议法6(2)', '证书当日生效', until(null, '2025-04-01'), []],
    [
      '设置1、复议法6(2)',
      '过期,设置为提示',
      { ...until('2025-03-31'), settings: { expiredQualification: 'WARN' } },
      [],
      ['CERTIFICATE_IS_VALID_ON_THE_DAY'],
    ],
    [
      '设置1、复议法3(2)',
      '参与作出原行为(本案)',
      conflict({ kind: 'TOOK_PART_IN_ACT', caseId: '10' }),
      ['OFFICER_TOOK_NO_PART_IN_THE_ACT'],
    ],
    [
      '设置1、复议法3(2)',
      '参与作出被申请人的行为',
      conflict({ kind: 'TOOK_PART_IN_ACT', against: 7 }),
      ['OFFICER_TOOK_NO_PART_IN_THE_ACT'],
    ],
    ['设置1、复议法3(2)', '针对另一案件', conflict({ kind: 'TOOK_PART_IN_ACT', caseId: '11' }), []],
    ['设置1、复议法3(2)', '针对另一机关', conflict({ kind: 'TOOK_PART_IN_ACT', against: 8 }), []],
    ['设置1、复议法3(2)', '当事人近亲属', conflict({ party: '张三' }), ['OFFICER_IS_NO_KIN_OF_A_PARTY']],
    ['设置1、复议法3(2)', '姓名中有空格', conflict({ party: ' 张 三' }), ['OFFICER_IS_NO_KIN_OF_A_PARTY']],
    ['设置1、复议法3(2)', '另一姓名', conflict({ party: '张三丰' }), []],
    ['设置1、复议法3(2)', '利害关系', conflict({ kind: 'INTEREST', caseId: '10' }), ['OFFICER_IS_IMPARTIAL']],
    ['设置1、复议法3(2)', '其他情形', conflict({ kind: 'OTHER', caseId: '10' }), ['OFFICER_IS_IMPARTIAL']],
    [
      '设置1、复议法3(2)',
      '承办过同一争议已决案件',
      earlier(1),
      ['OFFICER_DECIDED_NO_EARLIER_CASE_OF_THE_DISPUTE'],
    ],
    ['设置1、复议法3(2)', '另一人承办过', earlier(2), []],
    [
      '设置1、复议法3(2)',
      '承办过,设置为提示',
      { ...earlier(1), settings: { earlierCase: 'WARN' } },
      [],
      ['OFFICER_DECIDED_NO_EARLIER_CASE_OF_THE_DISPUTE'],
    ],
    [
      '设置1、复议法36(2)',
      '保密案件,不在知悉范围',
      { facts: { readers: [2] } },
      ['OFFICER_MAY_SEE_THE_CONFIDENTIAL_CASE'],
    ],
    ['设置1、复议法36(2)', '保密案件,在知悉范围', { facts: { readers: [1, 2] } }, []],
  ])('%s %s', (article, _what, given, refused, warned = []) => {
    expect(codes(given)).toEqual({ refused, warned });
    for (const code of [...refused, ...warned]) expect(shortBasis(code)).toBe(article);
  });

  it('every rule cites articles there are', () => {
    for (const { basis } of [...CASE_GUARDS, ...OFFICER_GUARDS])
      for (const one of basis) expect(citationExists(one), citationText(one).zh).toBe(true);
  });

  it('lists of open cases leave out exactly the states a case rests in for good', () => {
    const known = RESTING_STATES.filter(state => state in RC_STATES);
    expect([...known].sort()).toEqual([...RC_FINALS].sort());
    const resting = (Object.keys(RC_STATES) as RcState[]).filter(state =>
      codes({ facts: { state } }).refused.includes('CASE_IS_STILL_OPEN'),
    );
    expect(resting.sort()).toEqual([...RC_FINALS].sort());
  });
});

const SHORT = { RECONSIDERATION_LAW: '复议法', RECONSIDERATION_REGULATION: '条例', OFFICE_SETTINGS: '设置' };

/** 复议法36(1)、条例32 */
function shortBasis(code: string): string {
  const guard = [...CASE_GUARDS, ...OFFICER_GUARDS].find(one => one.code === code)!;
  const short = guard.basis.map(
    ({ statute, article, paragraph }) =>
      `${SHORT[statute as keyof typeof SHORT]}${article}${paragraph === undefined ? '' : `(${paragraph})`}`,
  );
  return short.join('、');
}
