import type { Role } from '#identity';
import { addDays, parseDay } from '#law/calendar';
import { WallClock } from '#persistence';
import { randomUUID } from 'node:crypto';
import { DaySchedule } from '../../../libs/casework/deadlines/day-schedule.ts';
import { bearing, plantAccount } from '../accounts.ts';
import { TestApp } from '../app.ts';
import type { ApiClient } from '../client.ts';
import { REFUSED, type Refused } from './shown.ts';
import { Story } from './story.ts';

/** 演员: who acts in a story. */
export type Actor = 'handler' | 'approver' | 'clerk' | 'contact' | 'county' | 'stranger';

const ORGANS = [
  ['city', '江州市人民政府', null],
  ['police', '江州市公安局', 'city'],
  ['tax', '国家税务总局江州市税务局', null],
  ['county', '江东县人民政府', 'city'],
  ['county-police', '江东县公安局', 'county'],
  ['elsewhere', '河阳市人民政府', null],
] as const;

const CAST: Readonly<Record<Actor, [Role, organ: string]>> = {
  handler: ['HANDLER', 'city'],
  approver: ['APPROVER', 'city'],
  clerk: ['HEARING_CLERK', 'city'],
  contact: ['LITIGATION_CONTACT', 'police'],
  county: ['HANDLER', 'county'],
  stranger: ['HANDLER', 'elsewhere'],
};

/** The product with a city government that reconsiders, the organs around it, and people who hold their roles. */
export class Stories {
  readonly people = {} as Record<Actor, ApiClient>;
  readonly logins = {} as Record<Actor, string>;
  /** 试算: every step is previewed first, and has to do what the preview told. */
  foresees = false;

  private constructor(readonly app: TestApp) {}

  /** Days begin when the story says so. */
  static async start(env: NodeJS.ProcessEnv = {}, worker = true): Promise<Stories> {
    const stories = new Stories(await TestApp.start(env, worker));
    if (worker) stories.app.app.get(DaySchedule, { strict: false }).onApplicationShutdown();
    const ids = new Map<string, number>();
    for (const [code, name, parent] of ORGANS) {
      const text = `mutation ($input: RegisterOrganArgs!) { registerOrgan(input: $input) { ... on Organ { id } } }`;
      const { registerOrgan } = await stories.app.ask<{ registerOrgan: { id: number } }>(text, {
        input: { code, name, parent },
      });
      ids.set(code, registerOrgan.id);
    }
    for (const [actor, [role, organ]] of Object.entries(CAST) as [Actor, [Role, string]][]) {
      const account = await plantAccount(stories.app.databaseUrl, [{ role, organId: ids.get(organ)! }]);
      stories.people[actor] = stories.app.with(bearing(account));
      stories.logins[actor] = account.login;
    }
    return stories;
  }

  /** The day it is for the product, from now on. */
  today(day: string): void {
    this.app.app.get(WallClock).now = () => new Date(`${day}T04:00:00Z`);
  }

  /** An application that came in on the day, against a fine that the police imposed a week before unless said otherwise. */
  async register(receivedOn: string, more: object = {}, by: Actor = 'handler'): Promise<Story> {
    const story = await this.tryToRegister(receivedOn, more, by);
    if (story instanceof Story) return story;
    throw new Error(JSON.stringify(story));
  }

  /** An application that a rule stands in the way of. */
  async refusedToRegister(receivedOn: string, more: object = {}): Promise<Refused> {
    const refused = await this.tryToRegister(receivedOn, more, 'handler');
    if (refused instanceof Story) throw new Error('the application was registered');
    return refused;
  }

  private async tryToRegister(receivedOn: string, more: object, by: Actor): Promise<Story | Refused> {
    this.today(receivedOn);
    const input = {
      requestId: randomUUID(),
      organ: 'city',
      receivedOn,
      channel: 'PAPER',
      applicants: [{ name: '张三' }],
      respondent: 'police',
      act: { name: '罚款五百元的行政处罚决定', madeOn: addDays(parseDay(receivedOn)!, -7) },
      claims: '撤销该行政处罚决定',
      ...more,
    };
    const text = `mutation ($input: RegisterApplicationArgs!) { registerApplication(input: $input) {
      __typename ... on ReconsiderationCase { id } ... on Refusal { ${REFUSED} } } }`;
    const answer = await this.people[by].ask<{ registerApplication: { id: string } | Refused }>(text, {
      input,
    });
    const { registerApplication: made } = answer;
    return 'id' in made ? new Story(this, made.id, by) : made;
  }

  /** How many cases an actor sees. */
  async seenBy(actor: Actor): Promise<number> {
    const text = '{ proceedings(first: 100, register: RECONSIDERATION) { nodes { id } } }';
    const { proceedings } = await this.people[actor].ask<{ proceedings: { nodes: object[] } }>(text);
    return proceedings.nodes.length;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}
