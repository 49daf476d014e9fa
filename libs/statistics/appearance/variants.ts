import type { Instance } from '#codes';
import { COUNT } from '../conditions/aggregate.ts';
import { all, any, not, within, type Condition } from '../conditions/condition.ts';
import * as part from './parts.ts';
import type { AppearanceVariant } from './variant.ts';

/** A variant over the heard suits; the others differ from it in one point each. */
function variant(
  code: string,
  zh: string,
  en: string,
  more: Pick<AppearanceVariant, 'formula' | 'source'> & Partial<AppearanceVariant>,
): AppearanceVariant {
  return {
    code,
    zh,
    en,
    tag: 'V',
    base: part.heard,
    hit: part.appeared,
    numerator: COUNT,
    denominator: COUNT,
    exclusions: part.notHeard,
    ...more,
  };
}

const ofInstance = (instance: Instance, zh: string, en: string): AppearanceVariant => {
  const here: Condition = { eq: ['instance', instance] };
  return variant(`P4_${instance}`, `出庭率(${zh})`, `heard, ${en}`, {
    formula: `${zh}负责人出庭 / ${zh}开庭`,
    source: '出庭规定(2020) art. 1; 泸州2018目标',
    base: all(part.heard, here),
    exclusions: [...part.notHeard, { reason: 'OTHER_INSTANCE', where: not(here) }],
  });
};

const allFirst = (code: string, zh: string, en: string, date: 'receivedOn' | 'closedOn'): AppearanceVariant =>
  variant(code, `出庭率(占全部一审案件,按${zh})`, `all first-instance suits ${en}, heard or not`, {
    formula: `负责人出庭 / 一审${zh}(含未开庭)`,
    source: '珠海2018(占诉讼案件)',
    tag: 'A',
    base: all(part.administrative, part.first, within(date)),
    exclusions: [
      part.civil,
      { reason: 'OTHER_INSTANCE', where: not(part.first) },
      {
        reason: date === 'receivedOn' ? 'RECEIVED_IN_ANOTHER_PERIOD' : 'CLOSED_IN_ANOTHER_PERIOD',
        where: not(within(date)),
      },
    ],
  });

const due = all(part.heard, not(part.excused), not(part.covered));

/** Every variant in use (P1–P8); 出庭规定(2020) art. 14 lets courts keep statistics but fixes no formula. */
export const APPEARANCE_VARIANTS: readonly AppearanceVariant[] = [
  variant('P1', '负责人出庭应诉率', 'heard', {
    formula: '负责人出庭 / 本期首次开庭的案件;有正当理由的留在基数内,另行列出',
    source: '新野2024; 上海2020、2022(推定)',
  }),
  variant('P2', '出庭率(应出庭)', 'due', {
    formula: '实出庭 / 应出庭,应出庭 = 开庭 − 有正当理由 − 由共同被告出庭',
    source: '地方考核办法(未核实)',
    tag: 'UNVERIFIED',
    base: due,
    exclusions: [
      ...part.notHeard,
      { reason: 'EXCUSED', where: part.excused },
      { reason: 'COVERED', where: part.covered },
    ],
  }),
  variant('P2_EACH', '出庭率(应出庭,共同被告均视为出庭)', 'due, co-defendants discharged together', {
    formula: '(实出庭 + 由共同被告出庭) / (开庭 − 有正当理由)',
    source: '出庭规定(2020) art. 3',
    tag: 'A',
    base: all(part.heard, not(part.excused)),
    hit: any(part.appeared, part.covered),
    exclusions: [...part.notHeard, { reason: 'EXCUSED', where: part.excused }],
  }),
  allFirst('P3', '收案', 'received', 'receivedOn'),
  allFirst('P3_CLOSED', '结案', 'closed', 'closedOn'),
  ofInstance('FIRST', '一审', 'first instance'),
  ofInstance('SECOND', '二审', 'second instance'),
  ofInstance('RETRIAL', '再审', 'retrial'),
  variant('P5', '出庭率(件次)', 'times', {
    formula: '负责人出庭件次 / 开庭件次;一案数被告、数次开庭的分别计算(按首次开庭在本期的案件)',
    source: '上海2020、2022(件次); 北京2019(人次)',
    hit: all(),
    numerator: { sum: 'hearingsAttended' },
    denominator: { sum: 'hearingsHeld' },
  }),
  variant('P6', '正职出庭占比', 'chief share', {
    formula: '正职出庭 / 负责人出庭',
    source: '云南2023',
    base: all(part.heard, part.appeared),
    hit: { eq: ['appearedPost', 'CHIEF'] },
    exclusions: [...part.notHeard, { reason: 'NOBODY_APPEARED', where: part.absent }],
  }),
  variant('P6_HEARD', '正职出庭率', 'by the chief, of all heard', {
    formula: '正职出庭 / 本期首次开庭的案件',
    source: '青岛2021上半年',
    hit: all(part.appeared, { eq: ['appearedPost', 'CHIEF'] }),
  }),
  variant('P7', '出庭率(不含复议机关)', 'without reconsideration organs', {
    formula: '负责人出庭 / 开庭,复议机关作共同被告的除外',
    source: '国办公开办函〔2016〕201号(计案规则); 出庭规定(2020) art. 3',
    tag: 'A',
    base: all(part.heard, not({ flag: 'asReconsiderationOrgan' })),
    exclusions: [
      ...part.notHeard,
      { reason: 'RECONSIDERATION_ORGAN', where: { flag: 'asReconsiderationOrgan' } },
    ],
  }),
  variant('P8', '出庭率(自起始日)', "from the window's start", {
    formula: '负责人出庭 / 自起始日至期末首次开庭的案件',
    source: '南阳2015(5月至12月)',
    base: all(part.heard, { date: 'heardOn', onOrAfter: 'windowStart' }),
    exclusions: [
      ...part.notHeard,
      { reason: 'BEFORE_WINDOW', where: { date: 'heardOn', before: 'windowStart' } },
    ],
  }),
];

/** Which of them is an office's official one is a setting of the law, because no text fixes it (libs/law/settings.ts). */
export function findAppearanceVariant(code: string): AppearanceVariant {
  const found = APPEARANCE_VARIANTS.find(one => one.code === code);
  if (!found) throw new RangeError(`no appearance rate ${code}`);
  return found;
}
