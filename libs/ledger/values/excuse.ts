import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { empty, problem, value, type Read } from './result.ts';
import { isPlaceholder, squeeze } from './text.ts';
import { readYesNo } from './yesNo.ts';

const PENDING = /^(?:待定|待审|待法院|审查中|法院审查中|未答复|未回复|尚未|未审查)/;
/** 同意延期 is about the hearing, not about the reason. */
const UNCLEAR = /部分|有条件|延期|改期/;
const REFUSED =
  /不(?:予|认可|成立|属|准|同意|采纳|符合|正当|接受)|未(?:获|予|被|认可|准|采纳|同意|接受)|驳回/;
const ACCEPTED = /认可|准许|同意|采纳|成立|正当|允许|批准|许可|属于|符合|接受/;

/**
 * Whether the court accepted the reason why the head stayed away (出庭规定(2020) arts 8–9): 是/否, 认可/不予认可, 准许 …
 * Empty while the court has not decided.
 */
export function readExcuse(cell: Cell): Read<boolean> {
  const text = squeeze(cellText(cell));
  if (isPlaceholder(text) || PENDING.test(text)) return empty();
  if (UNCLEAR.test(text)) return problem('EXCUSE_UNREADABLE');
  if (REFUSED.test(text)) return value(false);
  if (ACCEPTED.test(text)) return value(true);
  const answer = readYesNo(cell);
  return answer.ok ? answer : problem('EXCUSE_UNREADABLE');
}
