import type { CodeItem, CodeMapping } from './types.ts';

type Row = [code: string, zh: string, en: string, synonyms?: string[]];

/** Edition names of the reconsideration return's rows. */
export const FIELD_EDITIONS = { E2010: '2010', E2015: '2015' } as const;

/** The 46 rows of the edition after 2015 (statistics return, rows 1–46), in form order. */
const ROWS_2015: Row[] = [
  ['PUBLIC_SECURITY', '公安', 'public security', ['治安', '公安行政管理', '交警', '公安交管', '出入境']],
  ['STATE_SECURITY', '国家安全', 'state security'],
  [
    'LABOUR_AND_SOCIAL_SECURITY',
    '劳动和社会保障',
    'labour and social security',
    ['劳动社会保障', '社会保障', '社保', '劳动保障', '劳动'],
  ],
  ['JUSTICE', '司法行政', 'judicial administration', ['司法']],
  ['CIVIL_AFFAIRS', '民政', 'civil affairs', ['民政管理']],
  ['LAND', '土地', 'land', ['国土', '国土资源', '土地管理', '土地征收']],
  ['GEOLOGY_AND_MINERALS', '地矿', 'geology and minerals'],
  ['ENVIRONMENT', '环保', 'environmental protection', ['环境保护']],
  ['AGRICULTURE', '农业', 'agriculture', ['农牧业', '农业农村', '农村农业']],
  ['WATER', '水利', 'water resources', ['水务']],
  ['FORESTRY', '林业', 'forestry', ['林草']],
  ['URBAN_PLANNING', '城乡规划', 'urban and rural planning', ['规划']],
  [
    'HOUSE_EXPROPRIATION',
    '房屋征补(拆迁)',
    'expropriation of houses',
    ['房屋征收', '拆迁', '房屋征补', '征收补偿', '土地征迁', '房屋征收补偿', '房屋拆迁', '征地拆迁'],
  ],
  ['REAL_ESTATE_REGISTRATION', '不动产登记', 'real-estate registration', ['房产登记', '房地产登记']],
  ['INDUSTRY_AND_COMMERCE', '工商', 'industry and commerce', ['工商行政管理', '工商管理']],
  ['WORK_SAFETY', '安监', 'work safety', ['安全生产', '安全生产监督']],
  ['COMMERCE', '商务', 'commerce'],
  ['PRICES', '物价', 'prices', ['价格']],
  ['ENERGY', '能源', 'energy'],
  ['TRANSPORT', '交通运输', 'transport', ['交通', '道路运输']],
  ['INFORMATION_INDUSTRY', '信息产业', 'information industry', ['工信', '工业和信息化']],
  ['POST', '邮政', 'post'],
  ['TOBACCO', '烟草专卖', 'tobacco monopoly', ['烟草']],
  ['TAX', '税务', 'tax', ['国税', '地税']],
  ['CENTRAL_BANK', '人民银行', "People's Bank"],
  ['SECURITIES', '证监', 'securities supervision'],
  ['INSURANCE', '保监', 'insurance supervision'],
  ['BANKING', '银监', 'banking supervision'],
  ['FOREIGN_EXCHANGE', '外汇', 'foreign exchange'],
  ['FINANCE', '财政', 'finance'],
  ['STATISTICS', '统计', 'statistics'],
  ['AUDIT', '审计', 'audit'],
  ['CUSTOMS', '海关', 'customs'],
  ['QUALITY_INSPECTION', '质检', 'quality inspection', ['质量监督', '质量技术监督']],
  [
    'FOOD_SAFETY',
    '食品安全',
    'food safety',
    ['食药监', '食品药品', '食品药品监管', '食品药品监督管理', '食药'],
  ],
  ['HEALTH', '卫生计生', 'health and family planning', ['卫计', '卫生', '卫生健康', '卫健']],
  ['EDUCATION', '教育', 'education'],
  ['CULTURE', '文化', 'culture', ['文化体育', '文体', '文旅', '文化旅游', '文化和旅游']],
  ['PATENTS', '专利', 'patents'],
  ['TRADEMARKS', '商标', 'trademarks'],
  ['COPYRIGHT', '版权', 'copyright'],
  ['TOURISM', '旅游', 'tourism'],
  [
    'PRESS_AND_BROADCASTING',
    '新闻出版广电',
    'press, publishing, radio, film and television',
    ['广电', '新闻出版'],
  ],
  ['DEVELOPMENT_AND_REFORM', '发展改革', 'development and reform', ['发改', '发展和改革']],
  ['SCIENCE', '科技', 'science and technology', ['科学技术']],
  ['OTHER_FIELD', '其他', 'other', ['其它', '消防', '体育', '粮食', '信访', '民族宗教']],
];

/** Rows of the 2010 edition that the later edition renamed or merged. */
const ROWS_2010: [code: string, zh: string, en: string, to: string, tag: 'V' | 'A'][] = [
  ['URBAN_PLANNING_2010', '城市规划', 'urban planning', 'URBAN_PLANNING', 'A'],
  ['DEMOLITION_2010', '拆迁管理', 'demolition', 'HOUSE_EXPROPRIATION', 'A'],
  ['HOUSE_REGISTRATION_2010', '房屋登记', 'house registration', 'REAL_ESTATE_REGISTRATION', 'A'],
  ['QUALITY_SUPERVISION_2010', '质监', 'quality supervision', 'QUALITY_INSPECTION', 'V'],
  ['COMMODITY_INSPECTION_2010', '商检', 'commodity inspection', 'QUALITY_INSPECTION', 'V'],
  ['DRUG_SUPERVISION_2010', '药监', 'drug supervision', 'FOOD_SAFETY', 'A'],
  ['HEALTH_2010', '卫生管理', 'health', 'HEALTH', 'V'],
  ['FAMILY_PLANNING_2010', '计划生育', 'family planning', 'HEALTH', 'V'],
];

/** Fields met in reports after the 2018 reform of departments; their row in the 2015 form is inferred (A). */
const ROWS_2018: [code: string, zh: string, en: string, to: string, synonyms: string[]][] = [
  [
    'MARKET_REGULATION',
    '市场监管',
    'market regulation',
    'INDUSTRY_AND_COMMERCE',
    ['市场监督管理', '市场监督', '市监'],
  ],
  ['NATURAL_RESOURCES', '自然资源', 'natural resources', 'LAND', ['自然资源和规划', '自规']],
  [
    'HUMAN_RESOURCES',
    '人力资源和社会保障',
    'human resources and social security',
    'LABOUR_AND_SOCIAL_SECURITY',
    ['人社', '人力资源社会保障', '人力社保', '人力资源'],
  ],
  [
    'URBAN_MANAGEMENT',
    '城市管理',
    'urban management',
    'OTHER_FIELD',
    ['城管', '综合执法', '城市管理综合执法', '城管执法'],
  ],
  ['EMERGENCY', '应急', 'emergency management', 'WORK_SAFETY', ['应急管理']],
  ['ECOLOGY', '生态环境', 'ecology and environment', 'ENVIRONMENT', []],
  [
    'TOWNSHIP',
    '乡镇(街道)',
    'townships and sub-districts',
    'OTHER_FIELD',
    ['乡镇街道', '乡镇', '街道', '乡镇政府', '镇政府', '镇街', '街道办事处'],
  ],
  ['PUBLIC_RESOURCES', '公共资源交易', 'public resource trading', 'OTHER_FIELD', []],
  [
    'HOUSING',
    '住房和城乡建设',
    'housing and construction',
    'OTHER_FIELD',
    ['住建', '住房城乡建设', '城乡建设', '房管', '房产', '住房保障'],
  ],
  ['INFORMATION_FIELD', '政府信息公开', 'government information', 'OTHER_FIELD', ['信息公开']],
  ['VETERANS', '退役军人事务', 'veterans', 'OTHER_FIELD', ['退役军人']],
  ['HEALTHCARE_SECURITY', '医疗保障', 'healthcare security', 'LABOUR_AND_SOCIAL_SECURITY', ['医保']],
];

const item = (code: string, zh: string, en: string, ordinal: number, rest: Partial<CodeItem>): CodeItem => ({
  list: 'FIELD',
  code,
  zh,
  en,
  validFrom: null,
  validTo: null,
  ordinal,
  parent: null,
  class: null,
  synonyms: [],
  tag: 'V',
  ...rest,
});

export const FIELDS: CodeItem[] = [
  ...ROWS_2015.map(([code, zh, en, synonyms = []], i) =>
    item(code, zh, en, i + 1, { synonyms, class: 'E2015' }),
  ),
  ...ROWS_2010.map(([code, zh, en, , tag], i) =>
    item(code, zh, en, 101 + i, { validTo: '2016-01-01', class: 'E2010', tag }),
  ),
  ...ROWS_2018.map(([code, zh, en, , synonyms], i) =>
    item(code, zh, en, 201 + i, { validFrom: '2018-03-01', synonyms, class: 'LOCAL', tag: 'A' }),
  ),
];

/** Old → new and new → form row: which row of the edition after 2015 the cases of a field are counted in. */
export const FIELD_MAPPINGS: CodeMapping[] = [
  ...ROWS_2010.map(([from, , , to, tag]): CodeMapping => ({ list: 'FIELD', from, to, edition: '2015', tag })),
  ...ROWS_2018.map(([from, , , to]): CodeMapping => ({ list: 'FIELD', from, to, edition: '2015', tag: 'A' })),
];
