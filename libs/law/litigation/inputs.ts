import type { Input } from '#law/procedure';
import { w } from '#law/statute';
import { LT_ENDINGS, LT_EXCLUSIONS, LT_POSTPONEMENTS, LT_STOP_EXECUTION, LT_SUSPENSIONS } from './grounds.ts';
import { LT_OUTCOMES } from './outcomes.ts';
import { LT_INSTANCES } from './states.ts';

// What a step asks for, in the words of the form. The codes are the keys of the tables, so a form can never
// offer a ground the rules do not know.
type Type = Input['type'];

function input(name: string, zh: string, en: string, type: Type, required = true): Input {
  return { name, words: w(zh, en), type, required };
}
function code(name: string, zh: string, en: string, codes: object, required = true): Input {
  return { name, words: w(zh, en), type: 'CODE', codes: Object.keys(codes), required };
}

export const INSTANCE = code('instance', '审级', 'instance', LT_INSTANCES);
export const TRIAL = code('trial', '审判程序', 'trial procedure', { ORDINARY: 1, SIMPLIFIED: 1 }, false);
export const FILED_ON = input('filedOn', '立案(收到上诉状)日期', 'day of filing', 'DAY', false);
export const WRITTEN = input('written', '书面提出', 'in writing', 'FLAG');
export const CAUSE_ENDED_ON = input('causeEndedOn', '正当事由消除日期', 'end of the cause', 'DAY', false);
export const COURT_INFORMED = input('courtInformed', '已书面告知法院', 'court told in writing', 'FLAG');
export const STOP_GROUND = code('ground', '停止执行情形', 'ground', LT_STOP_EXECUTION);
export const EXCLUSION = code('ground', '不计入审限事项', 'what is excluded', LT_EXCLUSIONS);
export const UNTIL = input('until', '至', 'until', 'DAY');
export const MONTHS = input('months', '延长月数', 'months added', 'NUMBER');
export const APPROVED_BY = code('approvedBy', '批准法院', 'approved by', { HIGH_COURT: 1, SUPREME_COURT: 1 });
export const HEARING_ON = input('hearingOn', '开庭日期', 'day of the hearing', 'DAY');
export const POSTPONEMENT = code('ground', '延期情形', 'ground', LT_POSTPONEMENTS);
export const APPEARANCE_RECORDED = input('appearanceRecorded', '到庭记录', 'attendance record', 'FLAG');
export const SUSPENSION = code('ground', '中止情形', 'ground', LT_SUSPENSIONS);
export const FORM = code('form', '裁判形式', 'form', { JUDGMENT: 1, RULING: 1, MEDIATION: 1 });
export const OUTCOME = code('outcome', '裁判结果', 'result', LT_OUTCOMES);
export const PERFORM_BY = input('performBy', '履行期限', 'to be performed by', 'DAY', false);
export const HOW = code('how', '结束方式', 'how it ended', LT_ENDINGS);
export const KNOWN_ON = input(
  'specialGroundKnownOn',
  '知道法定情形之日',
  'knowledge of the special ground',
  'DAY',
  false,
);
export const ON_DOCUMENT = input('onNormativeDocument', '针对规范性文件', 'on a normative document', 'FLAG');
