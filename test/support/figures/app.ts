import { CodeDirectory, OrganDirectory } from '#persistence';
import type { Question } from '#queries';
import { TestApp } from '../app.ts';
import { plantedCases, type Cast } from './cases.ts';
import { Chance, daysAfter, lastDayOf } from './chance.ts';
import { plant, plantOrgans } from './plant.ts';

export interface FiguresApp {
  app: TestApp;
  cast: Cast;
  /** Ids of organs by code. */
  organs: Map<string, string>;
  chance: Chance;
}

/** The product with a small tree of organs and so many random cases. */
export async function startWithCases(seed: number, count: number): Promise<FiguresApp> {
  const app = await TestApp.start();
  const { byCode, handlers } = await plantOrgans(app.databaseUrl);
  const ids = [...byCode.values()];
  const cast = { organs: ids.slice(0, 6), respondents: ids, handlers };
  const chance = new Chance(seed);
  await plant(app.databaseUrl, plantedCases(chance, count, cast));
  await refreshed(app);
  return { app, cast, organs: byCode, chance };
}

/** What was planted behind the back of the running process is seen by it. */
export async function refreshed(app: TestApp): Promise<void> {
  await app.app.get(OrganDirectory).refresh();
  await app.app.get(CodeDirectory).refresh();
}

const month = (chance: Chance) =>
  `${2022 + chance.below(3)}-${String(1 + chance.below(12)).padStart(2, '0')}`;

/** Whole months, any other period, and periods cut off before their end. */
export function someScopes(chance: Chance, each: number): Question['scope'][] {
  const wholeMonths = () => {
    const [a, b] = [month(chance), month(chance)].sort() as [string, string];
    return { start: `${a}-01`, end: lastDayOf(b) };
  };
  const anyPeriod = () => {
    const start = daysAfter('2021-12-15', chance.below(1000));
    return { start, end: daysAfter(start, chance.below(400)) };
  };
  const cutOff = () => {
    const { start, end } = anyPeriod();
    return { start, end: daysAfter(end, 31), cutOff: end, windowStart: daysAfter(start, 20) };
  };
  return Array.from({ length: each }, () => [wholeMonths(), anyPeriod(), cutOff()]).flat();
}
