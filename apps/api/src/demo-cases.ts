import { RecordDeemed, RegisterApplication, RegisterOrgan, TakeStep } from '#casework';
import { personaLogin, type Principal, type SystemActor } from '#identity';
import { addDays, calendarDate, type CalendarDate } from '#law/calendar';
import { stepOf } from '#law/procedure';
import { RECONSIDERATION } from '#law/reconsideration';
import { CLOCK, OrganDirectory, Principals, WallClock, type Clock } from '#persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_STORIES } from './demo-stories.ts';
import type { DemoStory, EarlierStep, RelativeDay } from './demo-story.ts';
import { stepInput } from './graphql/reconsideration/step-inputs.ts';
import type { StepKind } from './graphql/reconsideration/step-names.ts';

const ORGANS = [
  { code: 'jiangzhou', name: '江州市人民政府', level: 'CITY_GOVERNMENT' },
  { code: 'jiangzhou-police', name: '江州市公安局', level: 'CITY_DEPARTMENT', parent: 'jiangzhou' },
  { code: 'jiangdong', name: '江东县人民政府', level: 'COUNTY_GOVERNMENT', parent: 'jiangzhou' },
  { code: 'jiangdong-police', name: '江东县公安局', level: 'COUNTY_DEPARTMENT', parent: 'jiangdong' },
] as const;

interface Cast {
  readonly handler: Principal;
  readonly approver: Principal;
}

/**
 * Plays the demo cases by the same commands as an office does, each on its day. Started again after a kill it goes on where it
 * was, on the same day; on a later one the days of the cases are others, and they are played anew.
 * @returns what was done, in a line for the person who started the program
 */
export async function playCases(app: INestApplicationContext, by: SystemActor): Promise<string> {
  for (const organ of ORGANS)
    if (!app.get(OrganDirectory).byCode(organ.code)) await app.get(RegisterOrgan).execute(by, organ);
  const cast = { handler: await persona(app, 'handler'), approver: await persona(app, 'approver') };
  const today = calendarDate(app.get<Clock>(CLOCK)());
  for (const story of DEMO_STORIES) {
    const id = await play(app, cast, story, today);
    await app.get(RecordDeemed).execute(by, id);
  }
  const hearing = ORGANS.filter(({ code }) => DEMO_STORIES.some(({ organ }) => organ === code));
  const where = hearing.map(({ code, name }) => `${name} (${code})`).join(', ');
  return `demo: ${where}: ${DEMO_STORIES.length} reconsiderations to work on`;
}

async function persona(app: INestApplicationContext, key: string): Promise<Principal> {
  const found = await app.get(Principals).byLogin(personaLogin(key));
  if (!found) throw new Error(`no persona ${key}`);
  return found;
}

async function play(
  app: INestApplicationContext,
  cast: Cast,
  story: DemoStory,
  today: CalendarDate,
): Promise<string> {
  const requestId = `demo:${today}:${story.organ}:${story.applicant}:${story.receivedDaysAgo}`;
  const receivedOn = addDays(today, -story.receivedDaysAgo);
  const caseId = await onDay(app, receivedOn, () =>
    app.get(RegisterApplication).execute(cast.handler, {
      requestId,
      organ: story.organ,
      respondent: story.respondent,
      receivedOn,
      channel: story.channel,
      applicants: [{ name: story.applicant, isOrganisation: false }],
      act: { name: story.act, madeOn: addDays(receivedOn, -14) },
      claims: story.claims,
      ...(story.withdrawnBefore ? { lawInput: { withdrawnBefore: true } } : {}),
    }),
  );
  const idOf = (place: number) => `${requestId}:${place}`;
  for (const [place, [kind, daysAgo, input = {}, enteredDaysAgo = daysAgo]] of story.steps.entries()) {
    const on = addDays(today, -daysAgo);
    const base = { requestId: idOf(place), expectedVersion: place + 1, on };
    const step = stepInput(kind, { case: caseId, ...base, ...filledIn(input, today, idOf) });
    const entered = addDays(today, -enteredDaysAgo);
    await onDay(app, entered, () => app.get(TakeStep).execute(whoTakes(kind, cast), step));
  }
  return caseId;
}

/** An input with its days, counted from today, and the steps of the same case it speaks of. */
const filledIn = (
  input: Readonly<Record<string, unknown>>,
  today: CalendarDate,
  idOf: (place: number) => string,
) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      if (isDay(value)) return [name, addDays(today, value.inDays)];
      return [name, isEarlier(value) ? idOf(value.place) : value];
    }),
  );
const has = (value: unknown, name: string) => typeof value === 'object' && value !== null && name in value;
const isDay = (value: unknown): value is RelativeDay => has(value, 'inDays');
const isEarlier = (value: unknown): value is EarlierStep => has(value, 'place');

const whoTakes = (kind: StepKind, { handler, approver }: Cast): Principal =>
  stepOf(RECONSIDERATION, kind).roles.includes('HANDLER') ? handler : approver;

/** The product's day is that of the step, so that nothing happened yet that silence did later. Nobody works in the demo yet. */
async function onDay<T>(app: INestApplicationContext, day: CalendarDate, work: () => Promise<T>): Promise<T> {
  const wall = app.get(WallClock);
  const { now } = wall;
  wall.now = () => new Date(`${day}T04:00:00Z`);
  try {
    return await work();
  } finally {
    wall.now = now;
  }
}
