import type { CodeFinder, CodeItem } from '#codes';
import { findCode } from './code.ts';
import { empty, problem, value, type Read } from './result.ts';
import { squeeze } from './text.ts';
import { readYesNo } from './yesNo.ts';

export interface Acceptance {
  answer: 'ACCEPTED' | 'NOT_ACCEPTED' | 'PENDING';
  /** The disposal before acceptance that the answer itself names (不予受理, 告知), if any. */
  outcome: CodeItem | null;
}

/** 是否受理 / 立案审查结果: 是, 受理, 立案, 否, 不予受理, 告知, 补正 …. */
export function readAcceptance(raw: string, codes: CodeFinder): Read<Acceptance> {
  const text = squeeze(raw);
  if (text === '' || text === '/' || text === '-') return empty();
  const code = findCode(codes, 'RECONSIDERATION_OUTCOME', text, null);
  if (code?.class === 'BEFORE') return value({ answer: 'NOT_ACCEPTED', outcome: code });
  if (/补正|审查中|待审查|正在审查|未审查|待定/.test(text))
    return value({ answer: 'PENDING', outcome: null });
  if (/^(?:未|不予?|否|拒)/.test(text)) return value({ answer: 'NOT_ACCEPTED', outcome: null });
  if (/受理|立案/.test(text)) return value({ answer: 'ACCEPTED', outcome: null });
  const yes = readYesNo(raw);
  if (!yes.ok || yes.value === null) return problem('ACCEPTANCE_UNREADABLE');
  return value({ answer: yes.value ? 'ACCEPTED' : 'NOT_ACCEPTED', outcome: null });
}
