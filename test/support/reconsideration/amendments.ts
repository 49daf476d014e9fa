import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../client.ts';
import type { Stories } from './stories.ts';
import type { Refused, Story } from './story.ts';

export interface AmendedCase {
  version: number;
  act: { name: string; number: string | null; madeOn: string | null; knownOn: string | null };
  claims: string;
  grounds: string | null;
  state: { code: string };
  clocks: { code: string; dueOn: string | null }[];
  steps: { id: string; kind: string; takenBack: boolean; record: unknown }[];
  timeline: { text: { zh: string; en: string } }[];
  applicationLimit: { verdict: { code: string }; dueOn: string | null; unknown: { code: string }[] };
  earlierWithdrawals: { case: string; sure: boolean }[];
  proceeding: {
    applicants: number;
    parties: {
      id: string;
      role: string;
      name: string;
      represents: string | null;
      maskedIdentityNumber: string | null;
      maskedPhone: string | null;
      maskedAddress: string | null;
    }[];
  };
}

const CASE = `version act { name number madeOn knownOn } claims grounds state { code } clocks { code dueOn }
  steps { id kind takenBack record } timeline { text { zh en } }
  applicationLimit { verdict { code } dueOn unknown { code } } earlierWithdrawals { case sure }
  proceeding { applicants parties { id role name represents maskedIdentityNumber maskedPhone maskedAddress } }`;
const REFUSED = 'code message { zh } remedy { zh } basis { zh } who { zh } details';

interface Sent {
  expectedVersion?: number;
  [field: string]: unknown;
}

/** What an office asks to put right in the registration of a story. */
export class Amendments {
  constructor(private readonly stories: Stories) {}

  async read({ id }: Story): Promise<AmendedCase> {
    const text = `query ($id: ID!) { reconsideration(id: $id) { ${CASE} } }`;
    return (await this.stories.people.handler.ask<{ reconsideration: AmendedCase }>(text, { id }))
      .reconsideration;
  }

  /** The id of a party by its name. */
  async party(story: Story, name: string): Promise<string> {
    const { proceeding } = await this.read(story);
    return proceeding.parties.find(one => one.name === name)!.id;
  }

  async send(
    story: Story,
    input: Sent,
    by: ApiClient = this.stories.people.handler,
  ): Promise<AmendedCase | Refused> {
    const text = `mutation ($input: AmendApplicationArgs!) { it: amendApplication(input: $input) {
      ... on ReconsiderationCase { ${CASE} } ... on Refusal { ${REFUSED} } } }`;
    const filled = {
      case: story.id,
      requestId: randomUUID(),
      reason: '申请人来电更正',
      ...input,
      expectedVersion: input.expectedVersion ?? (await story.read()).version,
    };
    return (await by.ask<{ it: AmendedCase | Refused }>(text, { input: filled })).it;
  }

  async done(story: Story, input: Sent, by?: ApiClient): Promise<AmendedCase> {
    const answer = await this.send(story, input, by);
    if ('code' in answer) throw new Error(`${answer.code} ${answer.message.zh} ${answer.details.join()}`);
    return answer;
  }

  async refused(story: Story, input: Sent, by?: ApiClient): Promise<Refused> {
    const answer = await this.send(story, input, by);
    if (!('code' in answer)) throw new Error('it was not refused');
    return answer;
  }
}
