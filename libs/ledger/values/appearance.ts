import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { readPost } from './post.ts';
import { problem, value, type Read } from './result.ts';
import { squeeze } from './text.ts';
import { readYesNo } from './yesNo.ts';

export interface Appearance {
  attended: boolean;
  /** The post, where the answer itself names one (分管副市长出庭). */
  post: string | null;
}

/** 负责人是否出庭: 是/否, or a sentence (分管副市长出庭; 未出庭,委托工作人员出庭). */
export function readAppearance(cell: Cell): Read<Appearance> {
  const text = squeeze(cellText(cell));
  const post = readPost(text);
  const named =
    post !== null && text.length > 1 ? text.replace(/(?:已|本人)?(?:出|到)庭(?:应诉)?$/, '') : null;
  if (/(?:未|没有?|不)(?:能|曾)?(?:出|到)庭|^委托/.test(text)) return value({ attended: false, post: null });
  const answer = readYesNo(cell);
  if (answer.ok) {
    return answer.value === null ? { ok: true, value: null } : value({ attended: answer.value, post: named });
  }
  if (post === 'OTHER') return value({ attended: false, post: null });
  if (post !== null || /(?:出|到)庭|出席/.test(text)) return value({ attended: true, post: named });
  return problem('YES_NO_UNREADABLE');
}
