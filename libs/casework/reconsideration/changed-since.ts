import { findStep } from '#law/procedure';
import { RECONSIDERATION, type RcKind } from '#law/reconsideration';
import { TAKE_BACK, type CaseStepRow } from '#queries';
import { caseChanged } from '../proceedings/case-refusals.ts';
import type { UserError } from '../refusal.ts';
import type { CaseFile } from './case-file.ts';

/** Somebody else was faster: what they did is named, so that one need not look for it. */
export function changedSince({ version, rows }: CaseFile, expected: number): UserError {
  return caseChanged(version, rows.filter(row => row.version > expected).map(told));
}

function told({ kind, happenedOn, of }: CaseStepRow): string {
  if (kind === TAKE_BACK) return `撤回登记 taken back: ${of}`;
  const { zh, en } = findStep(RECONSIDERATION, kind as RcKind)?.name ?? { zh: kind, en: kind };
  return `${happenedOn} ${zh} ${en}`;
}
