import { RC_36, type RcOutcome } from '#law/reconsideration';
import { w } from '#law/statute';
import { step, type EventOf } from '../facts.ts';
import { periodOf } from '../legal.ts';
import type { Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { names, theAct } from '../parties.ts';
import { field } from '../runs.ts';

const result = (words: string) => field(words, 'event:DECIDE.outcome');

/** What is decided about the act, where the result says all of it. */
const ABOUT_THE_ACT: Partial<Record<RcOutcome, (act: Part) => Part>> = {
  UPHOLD: act => [result('维持'), act],
  REVOKE: act => [result('撤销'), act],
  CONFIRM_ILLEGAL: act => ['确认', act, result('违法')],
  CONFIRM_ILLEGAL_KEEP: act => ['确认', act, result('违法，但不予撤销')],
  CONFIRM_INVALID: act => ['确认', act, result('无效')],
};

/**
 * The items of the decision: as the organ worded them, or, where the result leaves nothing open, worded here. A changed
 * amount, a part revoked or a duty to perform has to be written by whoever decides.
 */
export function decisionItems(c: LetterCase): readonly Part[] {
  const { event, record, tellAll } = step(c, 'DECIDE');
  const asWorded = () =>
    tellAll(record.items, 'items', w('决定主文(该种结果须逐项写明)', 'what is decided, item by item'));
  if (!event || record.items?.length) return asWorded();
  const act: Part = [names(c, 'RESPONDENT'), theAct(c)];
  if (event.outcome === 'DISMISS_CLAIM') return [result('驳回申请人的行政复议请求')];
  const main = c.act.inaction ? undefined : ABOUT_THE_ACT[event.outcome];
  if (!main) return asWorded();
  return event.remakeOrdered ? [main(act), remake(c, event)] : [main(act)];
}

/** 64(1) with the time the decision sets, else the sixty days of 条例 49. */
function remake(c: LetterCase, event: EventOf<'DECIDE'>): Part {
  const set = event.remakeWithinDays;
  const period = periodOf(c, RC_36, c.letter.on ?? c.governing);
  return [
    '责令被申请人自收到本决定书之日起',
    set === undefined
      ? period && [period.length, '内']
      : [field(`${set}日`, 'event:DECIDE.remakeWithinDays'), '内'],
    '重新作出行政行为',
  ];
}
