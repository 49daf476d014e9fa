/**
 * Every statute the rules speak of, with its texts in force and how many articles each has.
 *
 * `from` is the first day in force, `to` the first day no longer in force (null: still in force). A day that no
 * text covers is refused by the rules, never guessed. `articles` lets a test prove that a cited article exists
 * even where the statute texts are not at hand.
 *
 * `checked` tells how the entry was verified: TEXT = the full text was read; EXCERPT = only parts were read;
 * NUMBERING = the amendment is known to have kept the numbering of a text that was read. SETTING = no law at all:
 * the numbered list of an office's own choices, cited so that nobody takes them for law.
 */
export interface StatuteText {
  readonly from: string;
  readonly to: string | null;
  readonly articles: number;
  readonly checked: 'TEXT' | 'EXCERPT' | 'NUMBERING' | 'SETTING';
}

interface StatuteEntry {
  readonly zh: string;
  readonly short: string;
  readonly en: string;
  readonly texts: Readonly<Record<string, StatuteText>>;
}

const text = (from: string, to: string | null, articles: number): StatuteText => ({
  from,
  to,
  articles,
  checked: 'TEXT',
});

export const STATUTES = {
  RECONSIDERATION_LAW: {
    zh: '中华人民共和国行政复议法',
    short: '行政复议法',
    en: 'Administrative Reconsideration Law',
    texts: {
      // The amendments of 2009 and 2017 changed single words and art. 3; the numbering stayed that of 1999.
      '1999': { from: '1999-10-01', to: '2009-08-27', articles: 43, checked: 'NUMBERING' },
      '2009': { from: '2009-08-27', to: '2018-01-01', articles: 43, checked: 'NUMBERING' },
      '2017': text('2018-01-01', '2024-01-01', 43),
      '2023': text('2024-01-01', null, 90),
    },
  },
  // no newer text was found up to 2026; the rules that rest on it can be switched, should there be one
  RECONSIDERATION_REGULATION: {
    zh: '中华人民共和国行政复议法实施条例',
    short: '行政复议法实施条例',
    en: 'Regulation Implementing the Administrative Reconsideration Law',
    texts: { '2007': text('2007-08-01', null, 66) },
  },
  // 司规〔2024〕1号; only art. 1–4 could be read
  HEARING_MEASURES: {
    zh: '行政复议普通程序听证办法',
    short: '听证办法',
    en: 'Measures for Hearings in the Ordinary Reconsideration Procedure',
    texts: { '2024': { from: '2024-04-03', to: null, articles: 4, checked: 'EXCERPT' } },
  },
  LITIGATION_LAW: {
    zh: '中华人民共和国行政诉讼法',
    short: '行政诉讼法',
    en: 'Administrative Litigation Law',
    texts: {
      // The decision of 2017-06-27, read in full, adds art. 25(4) and changes nothing else: the text of 2014 is that
      // of 2017 without this paragraph. Older suits (text of 1989) are not encoded.
      '2014': { from: '2015-05-01', to: '2017-07-01', articles: 103, checked: 'NUMBERING' },
      '2017': text('2017-07-01', null, 103),
    },
  },
  LITIGATION_INTERPRETATION: {
    zh: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    short: '行诉解释',
    en: 'SPC Interpretation on the Administrative Litigation Law',
    texts: { '2018': text('2018-02-08', null, 163) },
  },
  // The two readings it replaced. Only single articles could be read, quoted on public pages and in a ruling of
  // 2016 (of 2000: 10, 41, 42, 51, 84, 88, 93; of 2015: 1, 4); `articles` is the highest of them.
  LITIGATION_EXECUTION_INTERPRETATION: {
    zh: '最高人民法院关于执行《中华人民共和国行政诉讼法》若干问题的解释',
    short: '行诉若干解释',
    en: 'SPC Interpretation on the Execution of the Administrative Litigation Law',
    texts: { '2000': { from: '2000-03-10', to: '2018-02-08', articles: 93, checked: 'EXCERPT' } },
  },
  LITIGATION_APPLICATION_INTERPRETATION: {
    zh: '最高人民法院关于适用《中华人民共和国行政诉讼法》若干问题的解释',
    short: '行诉适用解释',
    en: 'SPC Interpretation on Several Questions of the Administrative Litigation Law',
    texts: { '2015': { from: '2015-05-01', to: '2018-02-08', articles: 4, checked: 'EXCERPT' } },
  },
  TRIAL_LIMIT_RULES: {
    zh: '最高人民法院关于严格执行案件审理期限制度的若干规定',
    short: '审限规定',
    en: 'SPC Provisions on Trial Limits',
    texts: { '2000': text('2000-09-28', null, 24) },
  },
  EVIDENCE_RULES: {
    zh: '最高人民法院关于行政诉讼证据若干问题的规定',
    short: '行诉证据规定',
    en: 'SPC Provisions on Evidence in Administrative Litigation',
    texts: { '2002': text('2002-10-01', null, 80) },
  },
  // the later and special rules: where they differ from the reading of 2018 they go first
  APPEARANCE_RULES: {
    zh: '最高人民法院关于行政机关负责人出庭应诉若干问题的规定',
    short: '出庭规定',
    en: 'SPC Provisions on the Appearance of Heads of Administrative Organs',
    texts: { '2020': text('2020-07-01', null, 15) },
  },
  WITHDRAWAL_RULES: {
    zh: '最高人民法院关于行政诉讼撤诉若干问题的规定',
    short: '撤诉规定',
    en: 'SPC Provisions on Withdrawal of Administrative Suits',
    texts: { '2008': text('2008-02-01', null, 9) },
  },
  // the number of the document is from memory, the text was read
  AGREEMENT_RULES: {
    zh: '最高人民法院关于审理行政协议案件若干问题的规定',
    short: '行政协议规定',
    en: 'SPC Provisions on Administrative Agreements',
    texts: { '2019': text('2020-01-01', null, 29) },
  },
  COMPENSATION_RULES: {
    zh: '最高人民法院关于审理行政赔偿案件若干问题的规定',
    short: '行政赔偿规定',
    en: 'SPC Provisions on Administrative Compensation',
    texts: { '2022': text('2022-05-01', null, 33) },
  },
  // in force since 2013 in this text; older claims are not encoded
  STATE_COMPENSATION_LAW: {
    zh: '中华人民共和国国家赔偿法',
    short: '国家赔偿法',
    en: 'State Compensation Law',
    texts: { '2012': text('2013-01-01', null, 42) },
  },
  // only the text of 2023: service and confirmation before 2024 are not computed, because its articles moved
  // with every amendment
  CIVIL_PROCEDURE_LAW: {
    zh: '中华人民共和国民事诉讼法',
    short: '民事诉讼法',
    en: 'Civil Procedure Law',
    texts: { '2023': text('2024-01-01', null, 306) },
  },
  // art. 200–204 only: how periods are counted
  CIVIL_CODE: {
    zh: '中华人民共和国民法典',
    short: '民法典',
    en: 'Civil Code',
    texts: { '2020': { from: '2021-01-01', to: null, articles: 1260, checked: 'EXCERPT' } },
  },
  // the working-day clause of art. 69 reaches into the court's own reading (P-7)
  COMPULSION_LAW: {
    zh: '中华人民共和国行政强制法',
    short: '行政强制法',
    en: 'Administrative Compulsion Law',
    texts: { '2011': text('2012-01-01', null, 71) },
  },
  HOLIDAY_RULES: {
    zh: '全国年节及纪念日放假办法',
    short: '放假办法',
    en: 'Regulation on Public Holidays',
    texts: { '2013': text('2014-01-01', '2024-11-10', 7), '2024': text('2024-11-10', null, 8) },
  },
  PEOPLES_MEDIATION_LAW: {
    zh: '中华人民共和国人民调解法',
    short: '人民调解法',
    en: "People's Mediation Law",
    texts: { '2010': text('2011-01-01', null, 35) },
  },
  // written for people's mediation; used by analogy, and its fifteen days only where the setting says so
  CONFIRMATION_RULES: {
    zh: '最高人民法院关于人民调解协议司法确认程序的若干规定',
    short: '司法确认规定',
    en: 'SPC Provisions on Judicial Confirmation of Mediation Agreements',
    texts: { '2011': text('2011-03-30', null, 13) },
  },
  MEDICAL_DISPUTE_REGULATION: {
    zh: '医疗纠纷预防和处理条例',
    short: '医疗纠纷条例',
    en: 'Regulation on Medical Disputes',
    texts: { '2018': text('2018-10-01', null, 56) },
  },
  MARKET_COMPLAINT_MEASURES: {
    zh: '市场监督管理投诉举报处理暂行办法',
    short: '市监投诉办法',
    en: 'Interim Measures for Complaints in Market Regulation',
    texts: { '2022': text('2022-05-01', null, 40) },
  },
  PUBLIC_SECURITY_PROCEDURE: {
    zh: '公安机关办理行政案件程序规定',
    short: '公安程序规定',
    en: 'Provisions on Administrative Cases of Public Security Organs',
    texts: { '2019': text('2019-01-01', null, 266) },
  },
  ROAD_TRAFFIC_REGULATION: {
    zh: '道路交通安全法实施条例',
    short: '道交条例',
    en: 'Regulation Implementing the Road Traffic Safety Law',
    texts: { '2017': text('2017-10-07', null, 115) },
  },
  ROAD_ACCIDENT_PROCEDURE: {
    zh: '道路交通事故处理程序规定',
    short: '道交事故程序规定',
    en: 'Provisions on the Handling of Road Accidents',
    texts: { '2018': text('2018-05-01', null, 114) },
  },
  // amended on 2024-04-30; the articles cited were not re-checked since
  SHENZHEN_DISPUTE_REGULATION: {
    zh: '深圳经济特区矛盾纠纷多元化解条例',
    short: '深圳条例',
    en: 'Shenzhen Regulation on Diversified Dispute Resolution',
    texts: { '2022': text('2022-05-01', null, 88) },
  },
  GUANGDONG_FOREST_REGULATION: {
    zh: '广东省林木林地权属争议调解处理条例',
    short: '广东林权条例',
    en: 'Guangdong Regulation on Forest Tenure Disputes',
    texts: { '2022': text('2022-06-01', null, 57) },
  },
  SHANDONG_DISPUTE_REGULATION: {
    zh: '山东省多元化解纠纷促进条例',
    short: '山东条例',
    en: 'Shandong Regulation on Diversified Dispute Resolution',
    texts: { '2016': text('2016-10-01', null, 65) },
  },
  // cited where an office's choice stands in for a law, so that nobody takes it for one
  OFFICE_SETTINGS: {
    zh: '本机关设置(非法律规定)',
    short: '本机关设置',
    en: 'Settings of this office (not law)',
    texts: { '1': { from: '1900-01-01', to: null, articles: 1, checked: 'SETTING' } },
  },
} as const satisfies Record<string, StatuteEntry>;

export type StatuteId = keyof typeof STATUTES;
export type VersionOf<S extends StatuteId> = Extract<keyof (typeof STATUTES)[S]['texts'], string>;

/** The text of a statute by its version name, or null when the register does not know it. */
export function statuteText(statute: StatuteId, version: string): StatuteText | null {
  const texts: Readonly<Record<string, StatuteText>> = STATUTES[statute].texts;
  return texts[version] ?? null;
}

/** The texts of each statute as lists: asked for every case, so not taken apart every time. */
const TEXTS: ReadonlyMap<string, readonly (readonly [string, StatuteText])[]> = new Map(
  Object.entries(STATUTES).map(([id, { texts }]) => [id, Object.entries<StatuteText>(texts)]),
);

/** The version of a statute in force on a day (ISO); null when no text of the register covers the day. */
export function versionInForce<S extends StatuteId>(statute: S, day: string): VersionOf<S> | null {
  for (const [version, { from, to }] of TEXTS.get(statute) ?? [])
    if (from <= day && (to === null || day < to)) return version as VersionOf<S>;
  return null;
}
