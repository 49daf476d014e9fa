import { calendarDate } from '#law/calendar';
import { citationText } from '#law/statute';
import { describe, expect, it } from 'vitest';
import { refusalOfAmendment, type AmendmentFacts } from './amendment-guards.ts';

const FACTS: AmendmentFacts = {
  state: 'IN_REVIEW',
  governingDay: calendarDate('2025-03-03'),
  changesClaims: false,
  changesGrounds: false,
  addsApplicants: false,
  represented: true,
  consented: false,
};
const refused = (facts: Partial<AmendmentFacts>) => {
  const refusal = refusalOfAmendment({ ...FACTS, ...facts });
  return refusal && [refusal.code, ...refusal.basis.map(one => citationText(one).zh)];
};

describe('更正登记的规则', () => {
  it('代表人变更复议请求须经同意,自新法施行之日起;更正理由不须', () => {
    expect(refused({ changesClaims: true })).toEqual([
      'THE_REPRESENTED_AGREE_TO_VARIED_CLAIMS',
      '《行政复议法》(2023)第十五条第二款',
    ]);
    expect(refused({ changesClaims: true, governingDay: calendarDate('2023-12-31') })).toBeNull();
    expect(refused({ changesGrounds: true })).toBeNull();
  });

  it('作出决定后请求和理由都不再变更', () => {
    for (const facts of [{ changesClaims: true }, { changesGrounds: true }])
      expect(refused({ ...facts, state: 'DECIDED' })![0]).toBe('CLAIMS_ARE_VARIED_BEFORE_THE_DECISION');
  });

  it('增列申请人的依据:旧法案件不引新法', () => {
    const late = { addsApplicants: true, state: 'DECIDED' } as const;
    expect(refused(late)).toContain('《行政复议法》(2023)第十四条第一款');
    const old = refused({ ...late, governingDay: calendarDate('2023-12-31') })!;
    expect(old[0]).toBe('APPLICANTS_ARE_ADDED_BEFORE_THE_DECISION');
    expect(old.join()).not.toContain('2023');
  });
});
