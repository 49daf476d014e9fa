import type { Input } from '#law/procedure';
import { w } from '#law/statute';
import {
  FILE_ACCESS_GROUNDS,
  MEDIATION_ENDS,
  REFUSAL_GROUNDS,
  SIMPLIFIED_GROUNDS,
  STOP_EXECUTION_GROUNDS,
  SUSPENSION_GROUNDS,
  TERMINATION_GROUNDS,
} from './grounds.ts';
import { RC_OUTCOMES } from './outcomes.ts';

type Type = Input['type'];

/** What the steps ask for; each input is described once. */
function input(name: string, zh: string, en: string, type: Type, required = true): Input {
  return { name, words: w(zh, en), type, required };
}
function code(name: string, zh: string, en: string, codes: object, required = true): Input {
  return { name, words: w(zh, en), type: 'CODE', codes: Object.keys(codes), required };
}

export const REFUSAL_GROUND = code('ground', '不符合的条件', 'condition not met', REFUSAL_GROUNDS);
export const WITHDRAWN_BEFORE = input(
  'withdrawnBefore',
  '曾以同一事实和理由申请后撤回',
  'an earlier application on the same facts and reasons was withdrawn',
  'FLAG',
  false,
);
export const AGAINST_WILL = input(
  'withdrawalAgainstWill',
  '能够证明撤回违背其真实意愿',
  'proves that the withdrawal was against its true will',
  'FLAG',
  false,
);
export const COMPETENT_ORGAN = input('competentOrgan', '有管辖权的机关', 'competent organ', 'TEXT', false);
export const TRANSFERRED_TO = input('competentOrgan', '有管辖权的机关', 'competent organ', 'TEXT');
export const PROCEDURE = code('procedure', '审理程序', 'procedure', { ORDINARY: 1, SIMPLIFIED: 1 });
export const SIMPLIFIED_GROUND = code(
  'simplifiedGround',
  '简易程序情形',
  'ground of the simplified procedure',
  SIMPLIFIED_GROUNDS,
  false,
);
// a law may shorten the sixty days, so its number is asked for at acceptance, when the clock starts
export const DAYS_BY_LAW = input(
  'decisionDaysByLaw',
  '法律规定的较短期限(日)',
  'shorter period set by a law, in days',
  'NUMBER',
  false,
);
export const SUSPENSION_GROUND = code('ground', '中止情形', 'ground of suspension', SUSPENSION_GROUNDS);
export const TERMINATION_GROUND = code('ground', '终止情形', 'ground of termination', TERMINATION_GROUNDS);
export const STOP_GROUND = code(
  'ground',
  '停止执行情形',
  'ground of stopping execution',
  STOP_EXECUTION_GROUNDS,
);
export const OUTCOME = code('outcome', '决定结果', 'result', RC_OUTCOMES);
export const EXCLUSION = code('ground', '扣除事项', 'what is excluded', {
  INSPECTION: 1,
  APPRAISAL: 1,
  ORGAN_AGREEMENT: 1,
});
// periods run from receipt; where the slip is not back yet, the day of sending stands in
export const SERVED_ON: Input = {
  ...input('servedOn', '送达日期', 'day of service', 'DAY', false),
  happened: true,
};
export const RECEIVED_ON: Input = {
  ...input('receivedOn', '收到日期', 'day of receipt', 'DAY', false),
  happened: true,
};
export const UNTIL = input('until', '至', 'until', 'DAY');
export const PERFORM_UNTIL = input('until', '责令履行的期限', 'day by which to perform', 'DAY');
export const UNTIL_IF_SET = input('until', '指定的补正期限', 'day set for the corrections', 'DAY', false);
export const HEARING_ON = input('hearingOn', '听证日期', 'day of the hearing', 'DAY');
export const HEARING_OFFICERS = input(
  'hearingOfficers',
  '听证员人数',
  'number of hearing officers',
  'NUMBER',
);
export const OFFICERS = input('officers', '调查人员人数', 'number of investigating officers', 'NUMBER');
export const DAYS = input('days', '延长日数', 'days of extension', 'NUMBER');
// the older texts want the head of the organ, the text of 2023 the head of the office
export const APPROVED_BY = code('approvedBy', '批准人', 'approved by', { OFFICE_HEAD: 1, ORGAN_HEAD: 1 });
export const OWN_POWER = input('ownPower', '有权处理', 'own power to deal with it', 'FLAG');
export const SIGNED = input('signedByAll', '各方签字或者签章', 'signed by all', 'FLAG');
export const SEALED = input('sealed', '加盖复议机关印章', 'sealed by the organ', 'FLAG');
// the only excuse for reviewing an ordinary case in writing (49)
export const PARTY_IS_THE_CAUSE = input(
  'partyIsTheCause',
  '因当事人原因不能听取',
  'a party is the cause',
  'FLAG',
  false,
);
export const MAJOR = input('major', '重大、疑难、复杂', 'major, difficult or complex', 'FLAG', false);
export const TECHNICAL = input('technical', '专业性、技术性较强', 'technical', 'FLAG', false);
export const OWN_ACT = input(
  'ownAct',
  '省级政府自我管辖案件',
  'own act of a provincial government',
  'FLAG',
  false,
);
export const REMAKE = input('remakeOrdered', '责令重新作出', 'ordered to re-make', 'FLAG', false);
export const REMAKE_DAYS = input('remakeWithinDays', '重作期限(日)', 'days to re-make', 'NUMBER', false);
export const PERFORM_DAYS = input('performWithinDays', '履行期限(日)', 'days to perform', 'NUMBER', false);
export const WORSE = input('worseForApplicant', '对申请人更为不利', 'worse for the applicant', 'FLAG', false);
// the one case in which a change may be worse for the applicant (63(2))
export const OPPOSITE = input(
  'thirdPartyAskedOpposite',
  '第三人提出相反请求',
  'a third party asked the opposite',
  'FLAG',
  false,
);
// saves the act where the respondent was silent (70)
export const THIRD_PARTY_EVIDENCE = input(
  'thirdPartyEvidence',
  '第三人提供证据',
  'a third party gave evidence',
  'FLAG',
  false,
);
export const SUSPENSION_LIFTED = input(
  'of',
  '恢复的是哪次中止',
  'the suspension that is lifted',
  'TEXT',
  false,
);
export const MEDIATION_END = code('ground', '调解终结情形', 'how the mediation ended', MEDIATION_ENDS);
export const FILE_ACCESS_GROUND = code(
  'ground',
  '不予查阅复制的情形',
  'ground of refusing file access',
  FILE_ACCESS_GROUNDS,
);
export const SENT_BACK_FOR = input('reason', '退回补充的理由', 'reason for sending it back', 'TEXT');
export const COMPENSATION = code(
  'compensation',
  '行政赔偿请求的处理',
  'what becomes of the claim for compensation',
  { COMPENSATION_GRANTED: 1, COMPENSATION_DENIED: 1 },
  false,
);
export const COMPENSATION_YUAN = input(
  'compensationYuan',
  '赔偿数额(元)',
  'compensation in yuan',
  'NUMBER',
  false,
);
export const ADDRESSEE = input('addressee', '主送机关', 'organ addressed', 'TEXT');
export const ENFORCED_AGAINST = code('against', '被申请执行人', 'against whom', {
  APPLICANT: 1,
  THIRD_PARTY: 1,
});
export const COURT = input('court', '受理申请的人民法院', 'court', 'TEXT');
export const ENFORCED_YUAN = input('amountYuan', '申请执行的金额(元)', 'amount in yuan', 'NUMBER', false);
export const EXHORTED_ON: Input = {
  ...input('exhortedOn', '催告书日期', 'day of the exhortation', 'DAY', false),
  happened: true,
};
// the ten days of 强制法 54 run from it
export const EXHORTATION_SERVED_ON: Input = {
  ...input('exhortationServedOn', '催告书送达日期', 'day on which the exhortation was served', 'DAY'),
  happened: true,
};
export const SUPERIOR = input(
  'addressee',
  '被申请人的上一级主管部门',
  "the respondent's next higher department",
  'TEXT',
);
export const LETTER_ANSWERED = input(
  'of',
  '答复的是哪份意见书',
  'the letter that is answered',
  'TEXT',
  false,
);
