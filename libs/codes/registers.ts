/**
 * The registers (登记簿) an office keeps. One proceeding stands in exactly one of them, so that civil cases
 * can never slip into an administrative figure.
 */
export const REGISTERS = {
  RECONSIDERATION: '行政复议',
  RECONSIDERATION_RESPONSE: '行政复议应诉(作为被申请人)',
  LITIGATION: '行政应诉',
  CIVIL_LITIGATION: '民事应诉',
  MEDIATION: '行政调解',
} as const;
export type Register = keyof typeof REGISTERS;

/** The three kinds of proceeding and the registers of each. */
export const KINDS = {
  RECONSIDERATION: ['RECONSIDERATION', 'RECONSIDERATION_RESPONSE'],
  LITIGATION: ['LITIGATION', 'CIVIL_LITIGATION'],
  MEDIATION: ['MEDIATION'],
} as const satisfies Record<string, readonly Register[]>;
export type Kind = keyof typeof KINDS;

export function kindOf(register: Register): Kind {
  return (Object.keys(KINDS) as Kind[]).find(kind =>
    (KINDS[kind] as readonly Register[]).includes(register),
  )!;
}

/** Court instance (审级). 行政诉讼法(2017) 第六、七章. */
export const INSTANCES = { FIRST: '一审', SECOND: '二审', RETRIAL: '再审' } as const;
export type Instance = keyof typeof INSTANCES;

/** Post of the person who appeared (出庭规定(2020) art. 2); OTHER is not a head of the organ. */
export const POST_CLASSES = {
  CHIEF: '正职负责人',
  DEPUTY: '副职负责人',
  OTHER_HEAD: '其他参与分管的负责人',
  OTHER: '非负责人',
} as const;
export type PostClass = keyof typeof POST_CLASSES;
