import type { Grant } from '#identity';
import type { CalendarDate } from '#law/calendar';
import type { PoolClient } from 'pg';
import { holdCases, surroundingsOf } from '../assignment/case-records.ts';
import { examine } from '../assignment/examine.ts';
import type { Conflict } from '../assignment/facts.ts';
import { officersWithIds } from '../assignment/officer-records.ts';
import { factsOf, officerAt } from '../assignment/plan.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS } from '../assignment/settings.ts';
import { RuleRefusal } from '../step-refusals.ts';

interface Around {
  readonly reaches: (grant: Grant, organId: number) => boolean;
  readonly today: CalendarDate;
}

/**
 * Whoever handles the case was examined against its parties when it was assigned; they are examined again against those
 * who are new, one by one: what a rule says names no party, and would read the same for an old one.
 * @param coming names the case did not have @throws RuleRefusal for what speaks against them by one of these names
 */
export async function examineOfficersAgain(
  client: PoolClient,
  caseId: string,
  coming: readonly string[],
  { reaches, today }: Around,
): Promise<void> {
  const [held] = await holdCases(client, [caseId]);
  const ids = [held!.handlerId, held!.secondHandlerId].filter(id => id !== null);
  const around = await surroundingsOf(client, [caseId], ids);
  const officers = (await officersWithIds(client, ids))
    .map(one => officerAt(one, held!.organId, reaches))
    .map(one => ({ ...one, conflicts: one.conflicts.filter(isAboutAParty) }));
  const asItIs = factsOf(held!, { handler: null, second: null }, around, today);
  const said = (parties: readonly string[]) =>
    examine({ ...asItIs, parties }, officers, DEFAULT_ASSIGNMENT_SETTINGS).refusals;
  const anyway = new Set(said([]).map(one => one.message.zh));
  const found = coming.flatMap(name => said([name])).find(one => !anyway.has(one.message.zh));
  if (found) throw new RuleRefusal(found);
}

/** What speaks against them by the case or the respondent did so before, and must not hide what a party adds. */
const isAboutAParty = ({ party }: Conflict): boolean => party !== null;
