import type { Kind } from '#codes';
import type { FaultCode } from './faults.ts';
import { identity, type Identity } from './identity.ts';

const DATES: FaultCode[] = [
  'NO_RECEIVED_DATE',
  'ACCEPTED_BEFORE_RECEIVED',
  'CLOSED_BEFORE_ACCEPTED',
  'CLOSED_BEFORE_RECEIVED',
];
const OUTCOMES: FaultCode[] = [
  'CLOSED_WITHOUT_OUTCOME',
  'OUTCOME_WITHOUT_ACCEPTANCE',
  'REFUSED_AFTER_ACCEPTANCE',
  'UNKNOWN_OUTCOME',
];

const RECONSIDERATION: Identity[] = [
  identity('INTAKE', 'RECONSIDERATION', '收案去向', 'every application received goes somewhere', {
    formula: 'r0 + N = A + J + G + W + P',
    left: ['CARRIED_OVER_UNEXAMINED', 'RECEIVED'],
    right: ['ACCEPTED', 'REFUSED', 'REFERRED', 'SETTLED_BEFORE', 'UNEXAMINED_AT_END'],
    faults: [...DATES, ...OUTCOMES],
  }),
  identity('ACCEPTED_STOCK', 'RECONSIDERATION', '受理案件存量', 'accepted cases are closed or open', {
    formula: 'R0 + A = C + U',
    left: ['CARRIED_OVER', 'ACCEPTED'],
    right: ['CLOSED', 'OPEN'],
    faults: DATES,
  }),
  identity('HANDLED_STOCK', 'RECONSIDERATION', '办理案件存量', 'cases handled are disposed of or not yet', {
    formula: 'R0 + r0 + N = 办结 + 未办结',
    left: ['CARRIED_OVER_HANDLED', 'RECEIVED'],
    right: ['DISPOSED', 'OPEN_HANDLED'],
    faults: DATES,
  }),
  identity(
    'DISPOSED',
    'RECONSIDERATION',
    '办结去向',
    'disposed cases were closed, refused, told or settled',
    {
      formula: '办结 = C + J + G + W',
      left: ['DISPOSED'],
      right: ['CLOSED', 'REFUSED', 'REFERRED', 'SETTLED_BEFORE'],
      faults: OUTCOMES,
    },
  ),
  identity('OUTCOMES', 'RECONSIDERATION', '结案方式合计', 'the outcomes add up to the cases disposed of', {
    formula: '办结 = Σ K_x + J + G + W',
    left: ['DISPOSED'],
    right: [
      ...(['UPHELD', 'DISMISSED', 'CORRECTED', 'MEDIATED', 'SETTLED', 'WITHDRAWN', 'OUTCOME_OTHER'] as const),
      ...(['REFUSED', 'REFERRED', 'SETTLED_BEFORE'] as const),
    ],
    faults: OUTCOMES,
  }),
  identity('FIELDS', 'RECONSIDERATION', '行政管理类别合计', 'the fields add up to the accepted cases', {
    formula: 'A = Σ 行政管理类别',
    left: ['ACCEPTED'],
    right: ['ACCEPTED_BY_FIELD'],
    faults: ['NO_FIELD'],
  }),
  identity('MATTERS', 'RECONSIDERATION', '申请复议事项合计', 'the matters add up to the accepted cases', {
    formula: 'A = Σ 申请复议事项',
    left: ['ACCEPTED'],
    right: ['ACCEPTED_BY_MATTER'],
    faults: ['NO_MATTER'],
  }),
  identity(
    'RESPONDENT_LEVELS',
    'RECONSIDERATION',
    '被申请人合计',
    'the respondent levels add up to the accepted',
    {
      formula: 'A = Σ 被申请人级别',
      left: ['ACCEPTED'],
      right: ['ACCEPTED_BY_RESPONDENT_LEVEL'],
      faults: ['NO_RESPONDENT_LEVEL'],
    },
  ),
];

const BACKWARDS: FaultCode[] = ['NO_RECEIVED_DATE', 'CLOSED_BEFORE_RECEIVED'];
const stock = (instance: '_FIRST' | '_SECOND' | '_RETRIAL' | '', zh: string, en: string): Identity =>
  identity(`SUITS${instance}`, 'LITIGATION', `${zh}存量`, `${en} are closed or open`, {
    formula: '上期结转 + 收案 = 结案 + 未结',
    left: [`SUITS_CARRIED_OVER${instance}`, `SUITS_RECEIVED${instance}`],
    right: [`SUITS_CLOSED${instance}`, `SUITS_OPEN${instance}`],
    faults: BACKWARDS,
  });

const LITIGATION: Identity[] = [
  stock('', '应诉案件', 'suits'),
  stock('_FIRST', '一审案件', 'first-instance suits'),
  stock('_SECOND', '二审案件', 'second-instance suits'),
  stock('_RETRIAL', '再审案件', 'retrials'),
  identity('SUIT_INSTANCES', 'LITIGATION', '审级合计', 'the instances add up to the suits received', {
    formula: '收案 = 一审 + 二审 + 再审',
    left: ['SUITS_RECEIVED'],
    right: ['SUITS_RECEIVED_FIRST', 'SUITS_RECEIVED_SECOND', 'SUITS_RECEIVED_RETRIAL'],
    faults: ['NO_INSTANCE'],
  }),
  identity('SUIT_OUTCOMES', 'LITIGATION', '裁判结果合计', 'the results add up to the suits closed', {
    formula: '结案 = 败诉 + 胜诉 + 撤诉 + 其他',
    left: ['SUITS_CLOSED'],
    right: ['SUITS_LOST', 'SUITS_WON', 'SUITS_WITHDRAWN', 'SUITS_OTHER'],
    faults: ['CLOSED_WITHOUT_OUTCOME', 'UNKNOWN_OUTCOME'],
  }),
];

const MEDIATION: Identity[] = [
  identity('MEDIATIONS', 'MEDIATION', '调解案件存量', 'mediations are closed or open', {
    formula: '上期结转 + 收案 = 办结 + 未结',
    left: ['MEDIATIONS_CARRIED_OVER', 'MEDIATIONS_RECEIVED'],
    right: ['MEDIATIONS_CLOSED', 'MEDIATIONS_OPEN'],
    faults: BACKWARDS,
  }),
  identity('MEDIATION_RESULTS', 'MEDIATION', '调解结果合计', 'mediations closed succeeded or failed', {
    formula: '办结 = 成功 + 未成功',
    left: ['MEDIATIONS_CLOSED'],
    right: ['MEDIATIONS_SUCCEEDED', 'MEDIATIONS_FAILED'],
    faults: ['CLOSED_WITHOUT_OUTCOME', 'UNKNOWN_OUTCOME'],
  }),
];

export const IDENTITIES: readonly Identity[] = [...RECONSIDERATION, ...LITIGATION, ...MEDIATION];

export function identitiesOfKind(kind: Kind): Identity[] {
  return IDENTITIES.filter(one => one.kind === kind);
}
