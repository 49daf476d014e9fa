import { squeeze } from './text.ts';

const BY_NAME: [pattern: RegExp, level: string][] = [
  [/^国务院$/, 'STATE_COUNCIL'],
  [
    /^(?:国家|中国).+(?:局|部|委员会|署|会|银行)$|^(?:公安|财政|教育|司法|民政|商务|交通运输|自然资源|生态环境|住房和城乡建设|人力资源和社会保障|农业农村|水利)部$/,
    'STATE_COUNCIL_DEPARTMENT',
  ],
  [/街道办(?:事处)?$|街道$|(?:镇|乡)(?:人民)?政府$|(?:镇|乡)$/, 'TOWNSHIP_GOVERNMENT'],
  [/(?:省|自治区)(?:人民)?政府$|^(?:北京|上海|天津|重庆)市(?:人民)?政府$/, 'PROVINCE_GOVERNMENT'],
  [/(?:县|区|自治旗|旗)(?:人民)?政府$/, 'COUNTY_GOVERNMENT'],
  [/(?:自治州|州|盟|地区)(?:人民)?政府$|行政公署$|盟行署$/, 'CITY_GOVERNMENT'],
  [/厅$|^[^市县区]{1,8}省.+(?:局|委|委员会|办公室)$/, 'PROVINCE_DEPARTMENT'],
];
const CITY = /市(?:人民)?政府$/;
const DEPARTMENT = /(?:局|分局|委|委员会|管委会|办|办公室|中心|支队|大队|总队|处|所|站|院|队|部|馆)$/;
// a county's or district's own department; development zones and the like (开发区) are no counties
const COUNTY_PART = /(?<!开发|新|园|示范|景|保护|库|灌|社|小|城|市|辖|地|校|矿)(?:县|区|旗)(?!域).{2,}$/;

const COUNTY = new Set(['COUNTY_GOVERNMENT', 'COUNTY_DEPARTMENT', 'TOWNSHIP_GOVERNMENT']);
const DEPARTMENT_OF: Record<string, string> = {
  COUNTY_GOVERNMENT: 'COUNTY_DEPARTMENT',
  COUNTY_DEPARTMENT: 'COUNTY_DEPARTMENT',
  CITY_GOVERNMENT: 'CITY_DEPARTMENT',
  CITY_DEPARTMENT: 'CITY_DEPARTMENT',
  PROVINCE_GOVERNMENT: 'PROVINCE_DEPARTMENT',
  PROVINCE_DEPARTMENT: 'PROVINCE_DEPARTMENT',
  STATE_COUNCIL: 'STATE_COUNCIL_DEPARTMENT',
  STATE_COUNCIL_DEPARTMENT: 'STATE_COUNCIL_DEPARTMENT',
};

/**
 * The level (ORGAN_LEVEL code) of an organ by its name, read in the ledger of an organ of a known level: in a
 * county's ledger 市公安局 is the department of a county-level city. Null when the name does not tell.
 */
export function inferLevel(name: string, organLevel: string | null): string | null {
  const text = squeeze(name).replace(/\(.*?\)$/, '');
  const known = BY_NAME.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  const inCounty = organLevel !== null && COUNTY.has(organLevel);
  if (CITY.test(text)) return inCounty ? 'COUNTY_GOVERNMENT' : 'CITY_GOVERNMENT';
  if (!DEPARTMENT.test(text)) return null;
  if (COUNTY_PART.test(text)) return 'COUNTY_DEPARTMENT';
  return organLevel === null ? null : (DEPARTMENT_OF[organLevel] ?? null);
}

/** A government's full name; departments and agencies need a person to say whose they are. */
const GOVERNMENT = /(?:人民政府|行政公署|盟行署)$/;

/**
 * The level of a government by its full name and the level of the organ above it: below a city a 市 is a county-level
 * one. Null for everything but governments.
 */
export function levelOfGovernment(name: string, aboveLevel: string | null): string | null {
  const text = squeeze(name);
  if (!GOVERNMENT.test(text)) return null;
  const belowCity = aboveLevel === 'CITY_GOVERNMENT' || aboveLevel === 'COUNTY_GOVERNMENT';
  return inferLevel(text, belowCity ? 'COUNTY_GOVERNMENT' : null);
}

const RANKS: [word: RegExp, rank: string][] = [
  [/^(?:乡|镇|乡镇|乡\(镇\))级?$/, 'TOWNSHIP'],
  [/^(?:县|区|县区|区县|县\(区\)|县\(市[,、]区\))级$/, 'COUNTY'],
  [/^(?:市|地市|市\(地\)|市州|设区的市)级$/, 'CITY'],
  [/^(?:省|省部)级$/, 'PROVINCE'],
];

/** A bare rank (县级) together with the name tells government and department apart; null when it is no bare rank. */
export function levelOfRank(rankText: string, name: string | null): string | null {
  const rank = RANKS.find(([word]) => word.test(squeeze(rankText)))?.[1];
  if (rank === undefined || name === null) return null;
  if (rank === 'TOWNSHIP') return 'TOWNSHIP_GOVERNMENT';
  return `${rank}_${squeeze(name).endsWith('政府') ? 'GOVERNMENT' : 'DEPARTMENT'}`;
}
