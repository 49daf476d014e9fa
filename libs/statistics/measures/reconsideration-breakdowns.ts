import { all, type Condition } from '../conditions/condition.ts';
import type { Column } from '../facts.ts';
import { measuresOf, RETURN_SOURCE, type MeasureSpec } from './measure.ts';
import { accepted } from './states.ts';

const form = measuresOf('RECONSIDERATION', RETURN_SOURCE);
const having = (column: Column): Condition => all(accepted, { notNull: column });

/**
 * What the breakdowns of 受理 add up to. A case stands once in every breakdown: two matters or two kinds of
 * respondent make it 其他, never two halves.
 */
export const RECONSIDERATION_BREAKDOWNS = {
  ACCEPTED_BY_FIELD: form(
    '受理(按行政管理类别)',
    'accepted, sum over fields',
    'A with a field',
    having('field'),
  ),
  ACCEPTED_BY_MATTER: form(
    '受理(按申请复议事项)',
    'accepted, sum over matters',
    'A with a matter',
    having('matter'),
  ),
  ACCEPTED_BY_RESPONDENT_LEVEL: form(
    '受理(按被申请人级别)',
    'accepted, sum over respondent levels',
    'A with a respondent level',
    having('respondentLevel'),
  ),
} satisfies Record<string, MeasureSpec>;
