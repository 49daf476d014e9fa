import { findStep } from '#law/procedure';
import { RECONSIDERATION, type RcKind } from '#law/reconsideration';
import { TAKE_BACK } from '#queries';
import type { PoolClient } from 'pg';
import { caseChanged } from '../proceedings/case-refusals.ts';
import type { UserError } from '../refusal.ts';
import { PART_WORDS, type CasePart } from './assignment/facts.ts';
import { askOf, type Ask } from './case-file.ts';

interface Later {
  kind: string;
  on: string;
  of: string | null;
  who: string | null;
}

const LATER = `select kind, happened_on::text as on, of_event as "of", null as who, version, id from case_step
    where proceeding_id = $1::bigint and version > $2
  union all
  select a.part, a.assigned_at::date::text, null, coalesce(c.name, '—'), a.version, a.id
    from case_assignment a left join account c on c.id = a.account_id
    where a.proceeding_id = $1::bigint and a.version > $2
  order by version, id`;

interface AsItIs {
  readonly id: string;
  readonly version: number;
}

/** Somebody else was faster: what they did is named, so that one need not look for it. */
export const changedSince = (client: PoolClient, found: AsItIs, expected: number): Promise<UserError> =>
  changedMeanwhile(askOf(client), found, expected);

export async function changedMeanwhile(
  ask: Ask,
  { id, version }: AsItIs,
  expected: number,
): Promise<UserError> {
  const rows = await ask<Later>('case.later', LATER, [id, expected]);
  return caseChanged(version, rows.map(told));
}

function told({ kind, on, of, who }: Later): string {
  if (kind === TAKE_BACK) return `撤回登记 taken back: ${of}`;
  if (who !== null) return `${PART_WORDS[kind as CasePart].zh} ${PART_WORDS[kind as CasePart].en}: ${who}`;
  const { zh, en } = findStep(RECONSIDERATION, kind as RcKind)?.name ?? { zh: kind, en: kind };
  return `${on} ${zh} ${en}`;
}
