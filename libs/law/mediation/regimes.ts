import { cd, mo, wd, type Period } from '#law/calendar';
import { cite, w, type Basis, type Words } from '#law/statute';
import type { PartyType } from './kinds.ts';
import { office } from './texts.ts';

/**
 * The rules of one sector or place. There is no national statute on administrative mediation: each period stands
 * in a sectoral or local text, and null says the text sets none. `partyTypes` matters because some places mediate
 * civil disputes only.
 */
export interface MediationRegime {
  readonly words: Words;
  /** LAW: read in the full text · SETTING: a choice of the office, no text behind it */
  readonly source: 'LAW' | 'SETTING';
  readonly basis: Basis;
  readonly partyTypes: readonly PartyType[];
  readonly accept: Period | null;
  /** complex matters or several organs */
  readonly acceptComplex: Period | null;
  readonly transfer: Period | null;
  readonly complete: Period | null;
  /** which event begins the time for completion */
  readonly completeFrom: 'ACCEPT' | 'START';
  readonly extension: Period | null;
  readonly appraisalExcluded: boolean;
  /** telling the parties of a termination */
  readonly notify: Period | null;
  /** over time is failed by law (DEEMED), or a ground on which the office ends it (GROUND) */
  readonly timeOver: 'DEEMED' | 'GROUND';
}

/**
 * What a regime does not say. null everywhere: a period nobody set has no clock, however much an office would
 * like one.
 */
const BASE = {
  source: 'LAW',
  partyTypes: ['CIVIL'],
  accept: null,
  acceptComplex: null,
  transfer: null,
  complete: null,
  completeFrom: 'ACCEPT',
  extension: null,
  appraisalExcluded: false,
  notify: null,
  timeOver: 'GROUND',
} as const;

const shenzhen = (article: number) => cite('SHENZHEN_DISPUTE_REGULATION', '2022', article);
const market = (article: number, paragraph?: number, item?: number) =>
  cite('MARKET_COMPLAINT_MEASURES', '2022', article, paragraph, item);
const forest = (article: number, paragraph?: number) =>
  cite('GUANGDONG_FOREST_REGULATION', '2022', article, paragraph);

export const MEDIATION_REGIMES = {
  // art. 45–46 of 2022; amended in 2024, these articles not re-checked: an office there looks at its own text
  SHENZHEN: {
    ...BASE,
    words: w('深圳经济特区', 'Shenzhen'),
    basis: [shenzhen(45), shenzhen(46)],
    partyTypes: ['CIVIL', 'ADMINISTRATIVE'],
    accept: wd(5),
    acceptComplex: wd(10),
    transfer: wd(3),
  },
  // the only regime that says what silence means: 视为调解不成
  MEDICAL: {
    ...BASE,
    words: w('医疗纠纷', 'medical disputes'),
    basis: [cite('MEDICAL_DISPUTE_REGULATION', '2018', 40)],
    accept: wd(5),
    complete: wd(30),
    appraisalExcluded: true,
    timeOver: 'DEEMED',
  },
  // seven working days to accept as well as to tell of the end; the longest time of all to complete
  CONSUMER: {
    ...BASE,
    words: w('市场监管投诉', 'market regulation complaints'),
    basis: [market(14), market(20, 3), market(21)],
    accept: wd(7),
    complete: wd(45),
    appraisalExcluded: true,
    notify: wd(7),
  },
  // a step of the police case, not a time of its own: a second attempt within seven working days (AM-08) is
  // all the text sets
  PUBLIC_SECURITY: {
    ...BASE,
    words: w('治安调解', 'public security'),
    basis: [cite('PUBLIC_SECURITY_PROCEDURE', '2019', 178), cite('PUBLIC_SECURITY_PROCEDURE', '2019', 183)],
  },
  /**
   * The regulation of the State Council says 10日 and does not make them working days; the ministry's procedure, which
   * repeats the ten days, does (art. 112(5)). The higher text goes first; who follows the ministry takes the regime below.
   */
  TRAFFIC: {
    ...BASE,
    words: w('交通事故损害赔偿', 'traffic damage'),
    basis: [cite('ROAD_TRAFFIC_REGULATION', '2017', 95, 1)],
    complete: cd(10),
    // the end of the funeral or the treatment, the rating, the amount of the loss (条例 94(2), 程序规定 90)
    completeFrom: 'START',
  },
  TRAFFIC_WORKING_DAYS: {
    ...BASE,
    words: w('交通事故损害赔偿(按工作日)', 'traffic damage, in working days'),
    basis: [
      cite('ROAD_ACCIDENT_PROCEDURE', '2018', 90, 3),
      cite('ROAD_ACCIDENT_PROCEDURE', '2018', 112, undefined, 5),
    ],
    complete: wd(10),
    completeFrom: 'START',
  },
  // extended by the head of the government, not of the office; told to the parties in writing
  GUANGDONG_FOREST: {
    ...BASE,
    words: w('广东林权争议', 'Guangdong forest tenure'),
    basis: [forest(35)],
    complete: mo(6),
    // from the respondent's reply, or the end of the time for it
    completeFrom: 'START',
    extension: mo(6),
  },
  /** No text behind it: five working days are common to two sectoral regimes, the rest is a choice. */
  DEFAULT: {
    ...BASE,
    source: 'SETTING',
    words: w('通用(本机关设置)', 'general (office setting)'),
    basis: [office(1)],
    partyTypes: ['CIVIL', 'ADMINISTRATIVE'],
    accept: wd(5),
    complete: cd(30),
    extension: cd(15),
    appraisalExcluded: true,
  },
} as const satisfies Record<string, MediationRegime>;
export type ShippedRegime = keyof typeof MEDIATION_REGIMES;
