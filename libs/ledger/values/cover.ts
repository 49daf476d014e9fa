import type { Cell } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { readAppearance } from './appearance.ts';
import { empty, problem, value, type Read } from './result.ts';
import { isPlaceholder, squeeze } from './text.ts';

export interface Cover {
  /** The head of another defendant came. */
  appeared: boolean;
  /** The ledger says that the defendants agreed on it or the court decided it (出庭规定(2020) art. 3). */
  agreed: boolean;
}

const AGREED = /协商|商定|推选|推举|指定|确定|代表|代为|统一|由.*共同被告|由.*其他被告/;
const NO_OTHER = /^(?:无|没有)(?:共同|其他)被告|^单独被告/;

/** 共同被告出庭情况: 是/否, or a sentence (经协商由某局副局长出庭; 均未出庭). */
export function readCover(cell: Cell, header: string): Read<Cover> {
  const text = squeeze(cellText(cell));
  if (isPlaceholder(text) || NO_OTHER.test(text)) return empty();
  const answer = readAppearance(cell);
  if (!answer.ok) return problem('COVER_UNREADABLE');
  if (answer.value === null) return empty();
  return value({
    appeared: answer.value.attended,
    agreed: AGREED.test(text) || AGREED.test(squeeze(header)),
  });
}
