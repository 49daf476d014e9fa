import { BeginDay } from '../../../libs/casework/deadlines/begin-day.ts';
import type { Actor, Stories } from './stories.ts';

export interface SeenReminder {
  id: string;
  caseId: string;
  kind: string;
  clock: string;
  dueOn: string;
}

const MINE = `query ($first: Int!, $after: String) { myReminders(first: $first, after: $after) {
  nodes { id caseId kind clock dueOn } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  nodes: SeenReminder[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export async function remindersOf(stories: Stories, who: Actor, first = 200, after?: string): Promise<Page> {
  const answer = await stories.people[who].ask<{ myReminders: Page }>(MINE, { first, after });
  return answer.myReminders;
}

/** Of one case, in words short enough for an expectation: what, which clock, until when. */
export async function remindersFor(
  stories: Stories,
  caseId: string,
  who: Actor = 'handler',
): Promise<string[]> {
  const { nodes } = await remindersOf(stories, who);
  return nodes.filter(one => one.caseId === caseId).map(one => `${one.kind} ${one.clock} ${one.dueOn}`);
}

/** The manual run. @returns the cases in which something had happened, or the code of the refusal */
export async function recordNow(
  stories: Stories,
  today: string,
  who: Actor = 'handler',
  organ = 'city',
): Promise<string[] | string> {
  stories.today(today);
  const text = `mutation ($organ: String!) { it: recordDeemedEvents(organ: $organ) {
    ... on DeemedEvents { count cases } ... on Refusal { code } } }`;
  const { it } = await stories.people[who].ask<{ it: { count: number; cases: string[]; code?: string } }>(
    text,
    {
      organ,
    },
  );
  if (it.code) return it.code;
  if (it.count !== it.cases.length) throw new Error(`${it.count} cases are said, ${it.cases.length} named`);
  return it.cases;
}

/** The daily job itself, as the queue would run it. */
export async function beginDay(stories: Stories, day: string): Promise<void> {
  stories.today(day);
  await stories.app.app.get(BeginDay, { strict: false }).handle({ day });
}
