import { shippedItems } from './items.ts';
import type { CodeItem, CodeListName } from './types.ts';

type Row = [code: string, zh: string, en: string, synonyms?: string[]];

const items = (list: CodeListName, rows: Row[]): CodeItem[] =>
  shippedItems(
    list,
    rows.map(([code, zh, en, synonyms]) => ({ code, zh, en, synonyms })),
  );

/** Respondent and authority levels as the reconsideration return groups them (return-form columns 5–21). */
export const ORGAN_LEVELS = items('ORGAN_LEVEL', [
  [
    'TOWNSHIP_GOVERNMENT',
    '乡镇政府',
    'township government',
    ['乡镇人民政府', '乡(镇)政府', '乡镇', '街道办事处', '乡镇(街道)', '街道', '镇街', '乡级'],
  ],
  [
    'COUNTY_DEPARTMENT',
    '县级政府的部门',
    'department of a county government',
    [
      '县级政府部门',
      '县(区)级部门',
      '区县部门',
      '县级部门',
      '县直部门',
      '区级部门',
      '区政府部门',
      '县政府部门',
      '县(区)政府部门',
      '县(市,区)政府部门',
    ],
  ],
  [
    'COUNTY_GOVERNMENT',
    '县级政府',
    'county government',
    [
      '县级人民政府',
      '区县政府',
      '县(区)政府',
      '区政府',
      '县政府',
      '县(市,区)政府',
      '县(市)政府',
      '县人民政府',
      '区人民政府',
    ],
  ],
  [
    'CITY_DEPARTMENT',
    '市(地)级政府的部门',
    'department of a city government',
    [
      '市级政府的部门',
      '市级政府部门',
      '地市级部门',
      '市级部门',
      '市直部门',
      '市政府部门',
      '市(地)级政府部门',
    ],
  ],
  [
    'CITY_GOVERNMENT',
    '市(地)级政府',
    'city government',
    ['市级政府', '地市级政府', '市级人民政府', '设区的市政府', '市政府'],
  ],
  [
    'PROVINCE_DEPARTMENT',
    '省级政府的部门',
    'department of a province government',
    ['省级政府部门', '省级部门', '省直部门', '省政府部门'],
  ],
  ['PROVINCE_GOVERNMENT', '省级政府', 'province government', ['省部级政府', '省级人民政府', '省政府']],
  ['STATE_COUNCIL_DEPARTMENT', '国务院部门', 'department of the State Council', ['国务院各部门', '部委']],
  ['STATE_COUNCIL', '国务院', 'State Council', []],
  ['OTHER_LEVEL', '其他', 'other', ['其它', '其他组织', '法律法规授权组织']],
]);

/** Matters of the reconsideration return (columns 22–31). */
export const MATTERS = items('MATTER', [
  ['PENALTY', '行政处罚', 'penalty', ['处罚', '行政处罚决定']],
  [
    'COMPULSION',
    '行政强制',
    'compulsion',
    ['强制', '行政强制措施', '行政强制执行', '强制措施', '强制拆除', '强制拆迁'],
  ],
  [
    'LEVY',
    '行政征收',
    'levy and expropriation',
    ['征收', '征收征用', '行政征收征用', '土地征收', '房屋征收', '征收补偿', '房屋拆迁'],
  ],
  ['LICENSING', '行政许可', 'licensing', ['许可', '行政审批']],
  ['TITLE', '行政确权', 'title', ['确权', '土地确权', '权属']],
  [
    'CONFIRMATION',
    '行政确认',
    'confirmation',
    ['确认', '工伤认定', '行政登记', '登记', '工伤', '不动产登记', '婚姻登记', '事故认定', '交通事故认定'],
  ],
  ['INFORMATION', '信息公开', 'information disclosure', ['政府信息公开', '政府信息', '信息公开答复']],
  [
    'COMPLAINT_HANDLING',
    '举报投诉处理',
    'handling of complaints',
    ['投诉举报', '投诉举报处理', '举报投诉', '举报处理', '投诉处理', '投诉', '举报'],
  ],
  [
    'INACTION',
    '行政不作为',
    'inaction',
    [
      '不作为',
      '不履责',
      '不履职',
      '不履行法定职责',
      '不履行职责',
      '未履行法定职责',
      '行政不履责',
      '未履责',
      '履行法定职责',
      '履行职责',
    ],
  ],
  [
    'OTHER_MATTER',
    '其他',
    'other',
    [
      '其它',
      '其他行政行为',
      '行政协议',
      '行政赔偿',
      '行政奖励',
      '行政给付',
      '行政补偿',
      '行政裁决',
      '行政检查',
      '行政合同',
    ],
  ],
]);

/** Types of dispute in mediation registers (Beijing quarterly form). */
export const DISPUTE_TYPES = items('DISPUTE_TYPE', [
  [
    'PUBLIC_ORDER_CIVIL',
    '治安调解的民间纠纷',
    'civil dispute mediated by police',
    ['治安', '治安调解', '民间纠纷'],
  ],
  [
    'TRAFFIC_DAMAGE',
    '交通事故损害赔偿',
    'traffic accident damage',
    ['交通事故', '道路交通事故', '交通事故赔偿'],
  ],
  ['CONTRACT', '合同', 'contract', ['合同纠纷']],
  ['MEDICAL', '医疗事故赔偿', 'medical damage', ['医疗纠纷', '医疗事故', '医疗']],
  [
    'CONSUMER',
    '消费者权益与产品质量',
    'consumer rights and product quality',
    ['消费者权益', '消费纠纷', '产品质量', '消费'],
  ],
  [
    'LAND_RIGHTS',
    '土地承包经营',
    'land contracting and tenure',
    ['土地权属', '土地纠纷', '土地承包', '林权', '权属争议', '山林土地权属', '山林权属', '宅基地'],
  ],
  [
    'INTELLECTUAL_PROPERTY',
    '侵犯知识产权赔偿',
    'infringement of intellectual property',
    ['知识产权', '知识产权纠纷'],
  ],
  ['POLLUTION', '环境污染赔偿', 'pollution damage', ['环境污染', '环境保护', '生态环境']],
  ['UTILITIES', '电力水事', 'electricity and water', ['电力', '水事', '水事纠纷']],
  [
    'LABOUR',
    '劳动和社会保障',
    'labour and social security',
    ['劳动争议', '劳动', '劳动人事', '拖欠工资', '人社', '欠薪', '工伤'],
  ],
  [
    'EXPROPRIATION_COMPENSATION',
    '房屋征收补偿',
    'compensation for expropriation',
    ['征收补偿', '拆迁补偿', '房屋拆迁', '征地拆迁', '拆迁'],
  ],
  [
    'ADMINISTRATIVE_COMPENSATION',
    '行政赔偿补偿',
    'administrative compensation',
    ['行政赔偿', '行政补偿', '赔偿案件', '补偿案件'],
  ],
  [
    'ADMINISTRATIVE_DISCRETION',
    '行政裁量争议',
    'dispute over discretion',
    ['法定自由裁量产生的争议', '自由裁量', '行政裁量', '行政裁量权'],
  ],
  [
    'OTHER_DISPUTE',
    '其他',
    'other',
    [
      '其它',
      '其他纠纷',
      '物业',
      '物业纠纷',
      '邻里纠纷',
      '婚姻家庭',
      '房屋租赁',
      '债务',
      '民间借贷',
      '噪音',
      '损害赔偿',
      '教育',
      '旅游',
    ],
  ],
]);
