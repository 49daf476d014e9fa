import type { Grant } from '#identity';
import type { CalendarDate } from '#law/calendar';
import type { PoolClient } from 'pg';
import { holdCases, surroundingsOf } from '../assignment/case-records.ts';
import { examine } from '../assignment/examine.ts';
import { officersWithIds } from '../assignment/officer-records.ts';
import { factsOf, officerAt } from '../assignment/plan.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS } from '../assignment/settings.ts';
import { RuleRefusal } from '../step-refusals.ts';

interface Around {
  readonly reaches: (grant: Grant, organId: number) => boolean;
  readonly today: CalendarDate;
}

/**
 * Whoever handles the case was examined against its parties when it was assigned; with other names they are examined again.
 * @throws RuleRefusal for what speaks against them by the new names and did not by the old ones
 */
export async function examineOfficersAgain(
  client: PoolClient,
  caseId: string,
  names: readonly string[],
  { reaches, today }: Around,
): Promise<void> {
  const [held] = await holdCases(client, [caseId]);
  const ids = [held!.handlerId, held!.secondHandlerId].filter(id => id !== null);
  const around = await surroundingsOf(client, [caseId], ids);
  const officers = (await officersWithIds(client, ids)).map(one => officerAt(one, held!.organId, reaches));
  const asItIs = factsOf(held!, { handler: null, second: null }, around, today);
  const said = (parties: readonly string[]) =>
    examine({ ...asItIs, parties }, officers, DEFAULT_ASSIGNMENT_SETTINGS).refusals;
  const before = new Set(said(asItIs.parties).map(one => one.message.zh));
  const found = said(names).find(one => !before.has(one.message.zh));
  if (found) throw new RuleRefusal(found);
}
