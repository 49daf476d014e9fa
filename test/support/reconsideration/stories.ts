import { WallClock } from '#persistence';
import type { Role } from '#identity';
import { randomUUID } from 'node:crypto';
import { TestApp } from '../app.ts';
import type { ApiClient } from '../client.ts';
import { Story } from './story.ts';

/** 演员: who acts in a story. */
export type Actor = 'handler' | 'approver' | 'clerk' | 'contact' | 'stranger';

const ORGANS = [
  ['city', '江州市人民政府', null],
  ['police', '江州市公安局', 'city'],
  ['tax', '国家税务总局江州市税务局', null],
  ['county', '江东县人民政府', 'city'],
  ['elsewhere', '河阳市人民政府', null],
] as const;

const CAST: Readonly<Record<Actor, [Role, organ: string]>> = {
  handler: ['HANDLER', 'city'],
  approver: ['APPROVER', 'city'],
  clerk: ['HEARING_CLERK', 'city'],
  contact: ['LITIGATION_CONTACT', 'police'],
  stranger: ['HANDLER', 'elsewhere'],
};

/** The product with a city government that reconsiders, the organs around it, and people who hold their roles. */
export class Stories {
  readonly people = {} as Record<Actor, ApiClient>;

  private constructor(readonly app: TestApp) {}

  static async start(env: NodeJS.ProcessEnv = {}): Promise<Stories> {
    const stories = new Stories(await TestApp.start(env));
    const ids = new Map<string, number>();
    for (const [code, name, parent] of ORGANS) {
      const text = `mutation ($input: RegisterOrganArgs!) { registerOrgan(input: $input) { ... on Organ { id } } }`;
      const { registerOrgan } = await stories.app.ask<{ registerOrgan: { id: number } }>(text, {
        input: { code, name, parent },
      });
      ids.set(code, registerOrgan.id);
    }
    for (const [actor, [role, organ]] of Object.entries(CAST) as [Actor, [Role, string]][])
      stories.people[actor] = await stories.app.as([{ role, organId: ids.get(organ)! }]);
    return stories;
  }

  /** The day it is for the product, from now on. */
  today(day: string): void {
    this.app.app.get(WallClock).now = () => new Date(`${day}T04:00:00Z`);
  }

  /** An application that came in on the day, against the police's fine of 2025-02-24 unless said otherwise. */
  async register(receivedOn: string, more: object = {}): Promise<Story> {
    const story = await this.tryToRegister(receivedOn, more);
    if (story instanceof Story) return story;
    throw new Error(JSON.stringify(story));
  }

  async tryToRegister(receivedOn: string, more: object = {}): Promise<Story | { code: string }> {
    this.today(receivedOn);
    const input = {
      requestId: randomUUID(),
      organ: 'city',
      receivedOn,
      channel: 'PAPER',
      applicants: [{ name: '张三' }],
      respondent: 'police',
      act: { name: '罚款五百元的行政处罚决定', number: '江公罚〔2025〕12号', madeOn: '2025-02-24' },
      claims: '撤销该行政处罚决定',
      ...more,
    };
    const text = `mutation ($input: RegisterApplicationArgs!) { registerApplication(input: $input) {
      __typename ... on ReconsiderationCase { id version } ... on Refusal { code message { zh } details } } }`;
    const answer = await this.people.handler.ask<{ registerApplication: { id: string; code: string } }>(
      text,
      { input },
    );
    const { registerApplication: made } = answer;
    return made.id ? new Story(this, made.id) : made;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}
