import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { empty, problem, value, type Read } from './result.ts';
import { isPlaceholder, squeeze } from './text.ts';
import { readYesNo } from './yesNo.ts';

/** Whether the organ is sued as the reconsideration organ beside the one that acted (行政诉讼法(2017) art. 26 ¶2). */
export interface Capacity {
  asReconsiderationOrgan: boolean;
  /** False where the ledger says 复议机关 and leaves open whether it is sued with the other organ or alone. */
  coDefendantStated: boolean;
}

const ALONE = /改变|单独/;
const RECONSIDERATION_ORGAN = /复议(?:机关|机构|单位|决定机关|维持|共同|双)/;
const ACTING_ORGAN = /原(?:行政|机关|行为|处理|处罚|被申请)|作出|行为机关|实施机关|第三人/;
const BESIDE = /共同|双被告|维持/;

/**
 * 被告身份: a word for the part the organ plays (复议机关(共同被告), 原行为机关), or 是/否 where the header itself asks
 * for the reconsideration organ. 共同被告 alone does not say which of the two the organ is.
 */
export function readCapacity(cell: Cell, header: string): Read<Capacity> {
  const text = squeeze(cellText(cell));
  if (isPlaceholder(text)) return empty();
  const organ = RECONSIDERATION_ORGAN.test(text);
  if (organ && /^(?:否|不|非|未)/.test(text)) return no();
  if (ALONE.test(text)) return no();
  if (organ && ACTING_ORGAN.test(text)) return problem('CAPACITY_UNREADABLE');
  if (organ) return yes(BESIDE.test(text) || BESIDE.test(header));
  if (ACTING_ORGAN.test(text)) return no();
  const answer = header.includes('复议') ? readYesNo(cell) : problem('CAPACITY_UNREADABLE');
  if (!answer.ok) return problem('CAPACITY_UNREADABLE');
  if (answer.value === null) return empty();
  return answer.value ? yes(BESIDE.test(header) || BESIDE.test(text)) : no();
}

const yes = (stated: boolean): Read<Capacity> =>
  value({ asReconsiderationOrgan: true, coDefendantStated: stated });
const no = (): Read<Capacity> => value({ asReconsiderationOrgan: false, coDefendantStated: true });
