import { parseDay } from '#law/calendar';
import type { ApplicationFactsGiven, LimitObstacle } from '#law/reconsideration';
import type { Problem } from './application.ts';

/** Days of living people; periods counted from them stay within the calendar. */
const [FIRST, LAST] = ['1949-10-01', '2100-12-31'];
const MOST_OBSTACLES = 20;
const MOST_DAYS = 3650;

/** What cannot be about the limit to apply. @param latest the day of receipt, or today */
export function limitProblems(given: ApplicationFactsGiven, latest: string): Problem[] {
  const { appliedOn, actMadeOn, knewOn, rightsKnownOn, longerByLaw, obstacles } = given;
  const { requestReceivedOn, dutyEndsOn, urgentFailureOn } = given;
  const problems: Problem[] = [];
  const all = [appliedOn, actMadeOn, knewOn, rightsKnownOn, requestReceivedOn, dutyEndsOn, urgentFailureOn];
  const days = [...all, ...(obstacles ?? []).flatMap(one => [one.from, one.to])].filter(one => one != null);
  if (days.some(one => !parseDay(one) || one < FIRST || one > LAST))
    problems.push(['limit', `日期不在${FIRST}至${LAST}之间`, `a day is not between ${FIRST} and ${LAST}`]);
  if (appliedOn && (appliedOn > latest || (actMadeOn && appliedOn < actMadeOn)))
    problems.push([
      'limit.appliedOn',
      '提出申请的日期不在行政行为作出与收件之间',
      'the application was made before the act or after it was received',
    ]);
  if (rightsKnownOn && knewOn && rightsKnownOn < knewOn)
    problems.push([
      'limit.rightsKnownOn',
      '知道申请权利的日期早于知道行政行为的日期',
      'the rights became known before the act',
    ]);
  if (dutyEndsOn && requestReceivedOn && dutyEndsOn < requestReceivedOn)
    problems.push([
      'limit.dutyEndsOn',
      '履行期限早于行政机关收到申请之日届满',
      'the time for the duty ended before the request',
    ]);
  if (longerByLaw != null && (longerByLaw < 1 || longerByLaw > MOST_DAYS))
    problems.push([
      'limit.longerByLaw',
      `法定期限须为1至${MOST_DAYS}日`,
      `the limit is 1 to ${MOST_DAYS} days`,
    ]);
  return [...problems, ...obstacleProblems(obstacles ?? [])];
}

function obstacleProblems(obstacles: readonly LimitObstacle[]): Problem[] {
  const wrong = obstacles.some(
    ({ from, to, reason }) =>
      (to !== null && to !== undefined && to < from) || !reason.trim() || reason.length > 200,
  );
  if (!wrong && obstacles.length <= MOST_OBSTACLES) return [];
  return [
    [
      'limit.obstacles',
      `障碍须写明事由,消除日期不早于发生日期,不超过${MOST_OBSTACLES}项`,
      `an obstacle has a reason and ends after it began; at most ${MOST_OBSTACLES}`,
    ],
  ];
}
