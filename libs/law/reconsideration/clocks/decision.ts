import { w } from '#law/statute';
import { cd } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { law, OLD_TEXTS, oldLaw } from '../texts.ts';
import { ACCEPTED, ORGAN } from './words.ts';

const MISSED = w(
  '申请人可以在期满之日起十五日内起诉,并可以向上级反映',
  'the applicant may sue within 15 days and complain to the superior organ',
);

/**
 * The extension is part of the rule and not of a setting, because the text itself bounds it: thirty days, once a reason
 * is given and the right head has agreed.
 */
export const RC_28: ClockRule = {
  code: 'RC-28',
  name: w('作出行政复议决定(普通程序)', 'decision, ordinary procedure'),
  who: ORGAN,
  trigger: ACCEPTED,
  missed: MISSED,
  variants: [
    variant([law(62, 1)], cd(60), { extension: cd(30) }),
    // The older texts know one procedure; “六十日” and “三十日” are calendar days there too (art. 40(2)).
    ...OLD_TEXTS.map(t => variant([oldLaw(t, 31, 1)], cd(60), { extension: cd(30) })),
  ],
};

/** The 2023 text gives the simplified procedure no extension; the older texts have no such procedure. */
export const RC_30: ClockRule = {
  code: 'RC-30',
  name: w('作出行政复议决定(简易程序)', 'decision, simplified procedure'),
  who: ORGAN,
  trigger: ACCEPTED,
  missed: MISSED,
  variants: [variant([law(62, 2)], cd(30))],
};
