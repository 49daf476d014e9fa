import { coded, noRule, type CoverageRegister } from '#law/statute';

/** Every article of 出庭规定 (2020): codes of the appearance rules, and names of functions of this room. */
export const APPEARANCE_RULES_2020: CoverageRegister = {
  1: coded('AR-02', 'AR-03', 'dutyOf'),
  2: coded('AR-04', 'AR-05', 'POSTS'),
  3: coded('AR-06', 'assessHearing'),
  4: coded('AR-07', 'AR-08', 'dutyOf'),
  5: coded('AR-10', 'AR-11', 'AR-12', 'APPEARANCE_NOTICE'),
  6: coded('AR-13', 'assessHearing', 'PROOFS'),
  7: coded('AR-14', 'AR-15', 'assessHearing'),
  8: coded('AR-16', 'REASONS'),
  9: coded('AR-17', 'AR-18', 'AR-19', 'reasonStatus'),
  10: coded('AR-21', 'AR-22', 'assessHearing'),
  11: coded('AR-24', 'assessHearing'),
  12: coded('AR-25', 'VIOLATIONS', 'assessHearing'),
  13: coded('AR-28'),
  // the statistics art. 14 lets courts keep are measures: libs/statistics/appearance, one variant per practice
  14: coded('AR-30'),
  15: noRule('says when the rules come into force; the register of statutes holds the day'),
};
