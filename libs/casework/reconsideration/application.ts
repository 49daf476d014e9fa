import type { CodeDirectory } from '#persistence';
import { parseDay } from '#law/calendar';
import type { LimitFacts } from '#law/reconsideration';
import { CHANNELS } from '#schema';
import { UserError } from '../refusal.ts';
import { limitProblems } from './limit-problems.ts';

/** 当事人 as a form gives it. */
export interface PartyInput {
  name: string;
  isOrganisation: boolean;
  identityNumber?: string | null;
  phone?: string | null;
  /** 送达地址 */
  address?: string | null;
}

/** 代表人、代理人: for which applicants or third parties, by their place in the list, counted from 0. */
export interface StandInInput extends PartyInput {
  represents: number;
}

export interface ApplicationInput {
  requestId: string;
  /** Code of the reconsideration organ. */
  organ: string;
  receivedOn: string;
  channel: (typeof CHANNELS)[number];
  caseNumber?: string | null;
  /** An existing dispute the case belongs to. */
  dispute?: string | null;
  applicants: readonly PartyInput[];
  /** Chosen by and among the applicants; by place in their list. 行政复议法(2023) art. 15. */
  representatives?: readonly number[] | null;
  agents?: readonly StandInInput[] | null;
  thirdParties?: readonly PartyInput[] | null;
  /** Code of the organ whose act is complained of. */
  respondent: string;
  act: {
    name: string;
    number?: string | null;
    madeOn?: string | null;
    knownOn?: string | null;
    limit?: LimitFacts | null;
  };
  claims: string;
  grounds?: string | null;
  /** 口头申请笔录: when, where and by whom it was taken down. */
  oral?: {
    time?: string | null;
    place?: string | null;
    officers?: readonly string[] | null;
    clerk?: string | null;
  } | null;
  /** Codes of the lists FIELD and MATTER. */
  field?: string | null;
  matter?: string | null;
  /** What the law asks of a receipt (libs/law/reconsideration/inputs.ts). */
  lawInput?: Readonly<Record<string, unknown>>;
}

const MOST_PARTIES = 500;
const MOST_TEXT = 20_000;
const MOST_ADDRESS = 300;

export type Problem = [field: string, zh: string, en: string];

/** @throws UserError naming everything that is missing or wrong at once */
export function checkApplication(input: ApplicationInput, codes: CodeDirectory): void {
  throwProblems([
    ...peopleProblems(input),
    ...actProblems(input),
    ...wordProblems(input),
    ...listed(input, codes),
  ]);
}

/** @throws UserError naming all of them; nothing where there is none */
export function throwProblems(problems: readonly Problem[]): void {
  if (!problems.length) return;
  throw new UserError(
    'APPLICATION_NOT_VALID',
    { zh: `${problems.map(one => one[1]).join(';')}。`, en: `${problems.map(one => one[2]).join('; ')}.` },
    { zh: '补充或者更正后再登记。', en: 'Complete or correct it, then register it.' },
    problems.map(one => one[0]),
  );
}

export function peopleProblems({
  applicants,
  representatives,
  agents,
  thirdParties,
}: Pick<ApplicationInput, 'applicants' | 'representatives' | 'agents' | 'thirdParties'>): Problem[] {
  const problems: Problem[] = [];
  const all = [...applicants, ...(thirdParties ?? []), ...(agents ?? [])];
  if (!applicants.length) problems.push(['applicants', '至少有一名申请人', 'there is no applicant']);
  if (all.length > MOST_PARTIES)
    problems.push(['applicants', `当事人超过${MOST_PARTIES}名`, `more than ${MOST_PARTIES} parties`]);
  if (all.some(one => !one.name.trim() || one.name.length > 200))
    problems.push(['name', '当事人姓名或者名称为空或过长', 'a party has no name, or one that is too long']);
  if (all.some(one => (one.address ?? '').length > MOST_ADDRESS))
    problems.push([
      'address',
      `送达地址超过${MOST_ADDRESS}字`,
      `an address is longer than ${MOST_ADDRESS} characters`,
    ]);
  // 条例(2007) art. 8: one to five representatives
  const chosen = new Set(representatives ?? []);
  if (chosen.size > 5 || [...chosen].some(at => !applicants[at]))
    problems.push([
      'representatives',
      '代表人须为申请人中的一至五名',
      'representatives are one to five of the applicants',
    ]);
  // 17(1): one or two agents for each party
  const sides = [...applicants, ...(thirdParties ?? [])];
  const counts = Map.groupBy(agents ?? [], one => one.represents);
  if ([...counts].some(([at, list]) => !sides[at] || list.length > 2))
    problems.push([
      'agents',
      '代理人须为某一申请人或者第三人的代理人,每方一至二名',
      'an agent stands for an applicant or third party; one or two for each',
    ]);
  return problems;
}

export function actProblems({
  act: { name, madeOn, knownOn, limit },
  receivedOn,
}: Pick<ApplicationInput, 'act' | 'receivedOn'>): Problem[] {
  const facts = { ...limit, actMadeOn: madeOn, knewOn: knownOn };
  const problems = limitProblems(facts, receivedOn);
  if (!name.trim() || name.length > 500)
    problems.push(['act.name', '未写明被申请复议的行政行为', 'the act complained of is not named']);
  if (madeOn && madeOn > receivedOn)
    problems.push([
      'act.madeOn',
      '行政行为作出日期晚于收件日期',
      'the act was made after the application came in',
    ]);
  if (knownOn && (knownOn > receivedOn || (madeOn && knownOn < madeOn)))
    problems.push([
      'act.knownOn',
      '知道行政行为的日期不在作出与收件之间',
      'the act became known before it was made or after the application',
    ]);
  if (!parseDay(receivedOn))
    problems.push(['receivedOn', '收件日期不是日期', 'the day of receipt is no day']);
  return problems;
}

export function wordProblems({
  claims,
  grounds,
  oral,
  channel,
}: Pick<ApplicationInput, 'claims' | 'grounds' | 'oral' | 'channel'>): Problem[] {
  const problems: Problem[] = [];
  if (oral && channel !== 'ORAL')
    problems.push([
      'oral',
      '不是口头申请,没有申请笔录',
      'there is no record of what was not told over the counter',
    ]);
  if (!claims.trim()) problems.push(['claims', '未写明复议请求', 'the application claims nothing']);
  if (claims.length > MOST_TEXT || (grounds ?? '').length > MOST_TEXT)
    problems.push(['claims', `文字超过${MOST_TEXT}字`, `a text is longer than ${MOST_TEXT} characters`]);
  return problems;
}

function listed({ field, matter, dispute }: ApplicationInput, codes: CodeDirectory): Problem[] {
  const problems: Problem[] = [];
  if (field && codes.finder.get(field)?.list !== 'FIELD')
    problems.push(['field', `没有行政管理类别“${field}”`, `there is no field "${field}"`]);
  if (matter && codes.finder.get(matter)?.list !== 'MATTER')
    problems.push(['matter', `没有申请复议事项“${matter}”`, `there is no matter "${matter}"`]);
  if (dispute && !/^\d{1,18}$/.test(dispute))
    problems.push(['dispute', '没有这个争议', 'there is no such dispute']);
  return problems;
}
