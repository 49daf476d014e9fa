import { JOURNAL_ACTIONS, type JournalAction } from '#identity';
import { findStep } from '#law/procedure';
import { RECONSIDERATION, type RcKind } from '#law/reconsideration';
import { AMEND, TAKE_BACK } from '#queries';
import { caseChanged } from '../proceedings/case-refusals.ts';
import type { UserError } from '../refusal.ts';
import { PART_WORDS, type CasePart } from './assignment/facts.ts';
import { AMENDED_WORDS, type AmendedField } from './amendment/amendment.ts';
import type { Ask } from './case-file.ts';

interface Later {
  kind: string;
  on: string | null;
  of: string | null;
  who: string | null;
  /** Which letter or document; of an amendment which facts, by their codes. */
  what: string | null;
}

/** What is done with the papers of a case makes no new version of it; the journal alone has their place among the steps. */
const PAPERS: readonly JournalAction[] = [
  'LETTER_ISSUED',
  'LETTER_SERVED',
  'MAIL_RETURNED',
  'DOCUMENT_ATTACHED',
];

const LATER = `with papers as (select j.action, j.details ->> 'what' as what, j.seq,
      (select coalesce(max((v.details ->> 'version')::int), 1) from journal v
        where v.subject_kind = 'PROCEEDING' and v.subject_id = $1::bigint and v.seq < j.seq) as version
    from journal j where j.subject_kind = 'PROCEEDING' and j.subject_id = $1::bigint and j.action = any($3::text[]))
  select kind, happened_on::text as on, of_event as "of", null as who,
      (select string_agg(distinct c ->> 'field', ' ') from jsonb_array_elements(record -> 'changes') c where kind = '${AMEND}') as what,
      version, 0 as after, id from case_step
    where proceeding_id = $1::bigint and version > $2
  union all
  select a.part, null, null, coalesce(c.name, '—'), null, a.version, 0, a.id
    from case_assignment a left join account c on c.id = a.account_id
    where a.proceeding_id = $1::bigint and a.version > $2
  union all
  select action, null, null, null, what, version, 1, seq from papers where version >= $2
  order by version, after, id`;

interface AsItIs {
  readonly id: string;
  readonly version: number;
}

/** Somebody else was faster: what they did is named, so that one need not look for it. */
export async function changedSince(ask: Ask, { id, version }: AsItIs, expected: number): Promise<UserError> {
  const rows = await ask<Later>('case.later', LATER, [id, expected, PAPERS]);
  return caseChanged(version, rows.map(told));
}

function told({ kind, on, of, who, what }: Later): string {
  if (kind === TAKE_BACK) return `撤回登记 taken back: ${of}`;
  if (kind === AMEND) return `${on} 更正登记 registration corrected: ${fieldWords(what ?? '')}`;
  if (what !== null) {
    const { zh, en } = JOURNAL_ACTIONS[kind as JournalAction];
    return `${zh} ${en}: ${what}`;
  }
  if (who !== null) return `${PART_WORDS[kind as CasePart].zh} ${PART_WORDS[kind as CasePart].en}: ${who}`;
  const { zh, en } = findStep(RECONSIDERATION, kind as RcKind)?.name ?? { zh: kind, en: kind };
  return `${on} ${zh} ${en}`;
}

const fieldWords = (codes: string): string =>
  codes
    .split(' ')
    .map(code => AMENDED_WORDS[code as AmendedField])
    .map(({ zh, en }) => `${zh} ${en}`)
    .join('、');
