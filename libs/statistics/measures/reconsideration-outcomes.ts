import { all, type Condition } from '../conditions/condition.ts';
import type { OutcomeClass } from '../conditions/outcome-classes.ts';
import { measuresOf, OUTCOME_SOURCE, type MeasureSpec } from './measure.ts';
import { closedAfterAcceptance } from './states.ts';

const outcome = measuresOf('RECONSIDERATION', OUTCOME_SOURCE);

const ofClass = (...classes: OutcomeClass[]): Condition =>
  all(closedAfterAcceptance, { outcomeClass: classes });
const ofCode = (code: string): Condition => all(closedAfterAcceptance, { codeOf: ['outcome', [code]] });

/** How the cases of C ended (K_x); the seven classes together are C. */
export const RECONSIDERATION_OUTCOME_MEASURES = {
  UPHELD: outcome('维持', 'upheld', 'closed in the period by 维持', ofClass('UPHELD')),
  DISMISSED: outcome('驳回', 'dismissed', '驳回申请 and 驳回复议请求', ofClass('DISMISSED')),
  CORRECTED: outcome(
    '直接纠错',
    'corrected',
    '撤销 + 变更 + 确认违法 + 确认无效 + 责令履行',
    ofClass('CORRECTED'),
  ),
  MEDIATED: outcome('调解', 'mediated', 'closed by 调解书', ofClass('MEDIATED')),
  SETTLED: outcome('和解', 'settled', 'ended because the parties settled', ofClass('SETTLED')),
  WITHDRAWN: outcome('撤回', 'withdrawn', 'ended by withdrawal, for whatever reason', ofClass('WITHDRAWN')),
  OUTCOME_OTHER: outcome('其他', 'other', '终止(其他) and other ways', ofClass('OTHER')),
  WITHDRAWN_AFTER_CHANGE: outcome(
    '被申请人改变后撤回',
    'withdrawn after the respondent changed its act',
    'of the withdrawn: after the respondent changed the act (改正后终止)',
    ofCode('WITHDRAWN_AFTER_CHANGE'),
    { source: '行政复议案件统计报表(2007版终止栏); 珠海2018; 上海2014' },
  ),
  TERMINATED: outcome(
    '终止',
    'terminated',
    'settled + withdrawn + 终止(其他): every termination without a decision',
    all(closedAfterAcceptance, {
      any: [{ outcomeClass: ['SETTLED', 'WITHDRAWN'] }, { codeOf: ['outcome', ['TERMINATED_OTHER']] }],
    }),
  ),
} satisfies Record<string, MeasureSpec>;
