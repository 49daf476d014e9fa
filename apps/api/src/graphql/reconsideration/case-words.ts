import { PART_WORDS, type CasePart } from '#casework';
import { findStep } from '#law/procedure';
import { RC_STATES, RECONSIDERATION, type RcKind, type RcState } from '#law/reconsideration';
import { citationText, w, type Citation, type Words } from '#law/statute';
import { AMEND, TAKE_BACK, type TimelineRow } from '#queries';
import { JOURNAL_ACTIONS, type JournalAction } from '#identity';
import { amendmentText } from './amendment-words.ts';

/** A step in words; what is no step of the law is named by what it does. */
export function stepName(kind: string): Words {
  if (kind === TAKE_BACK) return w('撤回登记', 'step taken back');
  if (kind === AMEND) return w('更正登记', 'registration corrected');
  return findStep(RECONSIDERATION, kind as RcKind)?.name ?? w(kind, kind);
}

export const basisWords = (basis: unknown): Words[] => ((basis as Citation[] | null) ?? []).map(citationText);

const stateWords = (state: unknown): Words | null => RC_STATES[state as RcState] ?? null;

/** What was done that is no step of the law, and to which letter or document. */
function done(action: string, what: unknown): Words {
  const { zh, en } = JOURNAL_ACTIONS[action as JournalAction] ?? w(action, action);
  return typeof what === 'string' ? w(`${zh}:${what}。`, `${en}: ${what}.`) : w(zh, en);
}

/** One line of a case's autobiography: when it happened, what was done, and what state the case is in since. */
export function timelineText({ action, details }: TimelineRow): Words {
  const { kind, on, from, to, parts } = details;
  if (Array.isArray(parts)) return assignmentText(action, parts as PartMoved[], String(details['reason']));
  if (typeof kind !== 'string') return done(action, details['what']);
  if (kind === AMEND) return amendmentText(details);
  const { zh, en } = stepName(kind);
  const deemed = action === 'STEP_DEEMED' ? w('依法视为:', 'by operation of law: ') : w('', '');
  const [before, after] = [stateWords(from), stateWords(to)];
  const moved = after && from !== to;
  const zhMove = moved ? `,案件由“${before?.zh ?? '未登记'}”转为“${after.zh}”` : '';
  const enMove = moved ? `; the case went from “${before?.en ?? 'not registered'}” to “${after.en}”` : '';
  return w(`${String(on)} ${deemed.zh}${zh}${zhMove}。`, `${String(on)}: ${deemed.en}${en}${enMove}.`);
}

interface PartMoved {
  part: CasePart;
  from: { name: string } | null;
  to: { name: string } | null;
}

/** 承办人:张三→李四。 */
function assignmentText(action: string, parts: readonly PartMoved[], reason: string): Words {
  const { zh, en } = JOURNAL_ACTIONS[action as JournalAction] ?? w(action, action);
  const moved = (none: string, word: (part: CasePart) => string) =>
    parts.map(({ part, from, to }) => `${word(part)} ${from?.name ?? none} → ${to?.name ?? none}`);
  const zhMoved = moved('无', part => PART_WORDS[part].zh).join('、');
  const enMoved = moved('nobody', part => PART_WORDS[part].en).join(', ');
  return w(`${zh}:${zhMoved}。理由:${reason}`, `${en}: ${enMoved}. Reason: ${reason}`);
}
