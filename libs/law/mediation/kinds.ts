import { w, type Words } from '#law/statute';

/** Kinds of dispute (law.md 5.2): the union of the local lists that were read. */
export const AM_DISPUTES = {
  PUBLIC_SECURITY: w('治安', 'public security'),
  TRAFFIC: w('交通事故损害赔偿', 'traffic damage'),
  CONTRACT: w('合同', 'contract'),
  MEDICAL: w('医疗', 'medical'),
  CONSUMER_QUALITY: w('消费、产品质量', 'consumer and product quality'),
  LAND_CONTRACT: w('土地承包、权属、林权、矿业权', 'land, forest and mining tenure'),
  IP: w('知识产权赔偿', 'intellectual property'),
  ENVIRONMENT: w('环境污染赔偿', 'environment'),
  POWER_WATER: w('电力、水事', 'power and water'),
  LABOUR_SOCIAL: w('劳动人事、社会保险', 'labour and social insurance'),
  METROLOGY: w('计量', 'metrology'),
  PROPERTY_MGMT: w('物业', 'property management'),
  EXPROPRIATION: w('征收补偿', 'expropriation'),
  CONSTRUCTION: w('建筑施工', 'construction'),
  COMPENSATION: w('行政赔偿、补偿', 'state compensation'),
  DISCRETION: w('行政裁量争议', 'administrative discretion'),
  OTHER: w('其他', 'other'),
} as const satisfies Record<string, Words>;
export type AmDispute = keyof typeof AM_DISPUTES;

/** Whether the dispute is between citizens, or with an agency; some places mediate only the first. */
export type PartyType = 'CIVIL' | 'ADMINISTRATIVE';

/** Mediation by an agency is neither mediation inside reconsideration (复议法 5, 73) nor inside a suit (行诉法 60). */
export type MediationType = 'AM_INDEPENDENT' | 'RC_MEDIATION' | 'LT_MEDIATION';

/**
 * Why a matter is not taken up. Already in court, arbitration or people's mediation: one dispute, one place (辽宁
 * 8, 医疗条例 40(2)).
 */
export const AM_REFUSALS = {
  NOT_OWN_MATTER: w('不属于本机关职责', 'not its own matter'),
  ALREADY_IN_COURT: w('法院已受理', 'already in court'),
  ALREADY_IN_ARBITRATION: w('已申请仲裁', 'already in arbitration'),
  ALREADY_IN_PEOPLES_MEDIATION: w('人民调解已受理', "already in people's mediation"),
  AGREEMENT_ALREADY_REACHED: w('已达成调解协议', 'agreement already reached'),
  NO_CONSENT: w('当事人不同意', 'a party does not agree'),
  TIME_BARRED_3Y: w('超过三年', 'more than three years'),
  MATERIAL_MISSING: w('材料不全', 'material missing'),
} as const satisfies Record<string, Words>;
export type AmRefusal = keyof typeof AM_REFUSALS;

/** How a mediation ends without agreement (市监办法 21, 道交规定 94). SUED ends it whatever stage it has reached. */
export const AM_TERMINATIONS = {
  WITHDRAWN_OR_SETTLED: w('撤回或者自行和解', 'withdrawn or settled'),
  PARTY_REFUSES_OR_ABSENT: w('当事人拒绝或者缺席', 'a party refuses or stays away'),
  NO_AGREEMENT: w('未达成协议', 'no agreement'),
  TIME_OVER: w('期限届满', 'time is over'),
  SUED: w('提起诉讼、仲裁', 'sued or gone to arbitration'),
  APPRAISAL_NOT_AGREED: w('不同意鉴定', 'appraisal not agreed'),
  FOUND_INELIGIBLE: w('不符合受理条件', 'found not eligible'),
  OTHER: w('其他', 'other'),
} as const satisfies Record<string, Words>;
export type AmTermination = keyof typeof AM_TERMINATIONS;
