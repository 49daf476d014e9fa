import { randomUUID } from 'node:crypto';
import type { Actor, Stories } from './stories.ts';
import type { Refused, Story } from './story.ts';

export interface Issued {
  id: string;
  kind: string;
  number: string | null;
  on: string;
  text: string[];
  outdated: { source: string; before: string | null; after: string | null }[];
  url: string;
}

export interface Drafted {
  text: string[];
  fields: { value: string; source: string }[];
  missing: { source: string; what: { zh: string }; suppliedBy: { zh: string } }[];
}

export interface LetterOptions {
  by?: Actor;
  to?: object;
  about?: string;
  served?: object;
  requestId?: string;
  expectedVersion?: number;
}

const REFUSED = '... on Refusal { code message { zh } remedy { zh } basis { zh } who { zh } details }';
const LETTERS = 'letters { id kind number on text outdated { source before after } url }';

/** What an office needs before it can write letters. */
export async function giveLetterhead({ app }: Stories): Promise<void> {
  const text = `mutation ($input: UpdateOrganArgs!) { updateOrgan(input: $input) { __typename ... on Refusal { code } } }`;
  const { updateOrgan } = await app.ask<{ updateOrgan: { __typename: string } }>(text, {
    input: {
      code: 'city',
      expectedVersion: 1,
      letterhead: {
        mark: '江',
        office: '江州市司法局',
        address: '江州市府前路1号',
        telephone: '0000-7654321',
      },
    },
  });
  if (updateOrgan.__typename !== 'Organ') throw new Error(JSON.stringify(updateOrgan));
}

export interface Served {
  id: string;
  recipient: string;
  sentOn: string | null;
  servedOn: string | null;
  returnedOn: string | null;
  basis: { zh: string }[];
  corrects: string | null;
  corrected: boolean;
}

const SERVICES = 'services { id recipient sentOn servedOn returnedOn basis { zh } corrects corrected }';

/** Letters of a story. */
export class Letters {
  constructor(
    private readonly stories: Stories,
    private readonly story: Story,
  ) {}

  async draft(
    kind: string,
    { by = 'handler', to, about, served }: LetterOptions = {},
  ): Promise<Drafted | Refused> {
    const text = `query ($case: ID!, $kind: LetterKind!, $to: LetterToArgs, $about: ID, $served: LetterServedArgs) {
      draftLetter(case: $case, kind: $kind, to: $to, about: $about, served: $served) {
        ... on LetterDraft { text fields { value source } missing { source what { zh } suppliedBy { zh } } } ${REFUSED} } }`;
    const variables = { case: this.story.id, kind, to, about, served };
    return (await this.stories.people[by].ask<{ draftLetter: Drafted | Refused }>(text, variables))
      .draftLetter;
  }

  /** @returns the letters of the case, or the refusal */
  async issue(kind: string, options: LetterOptions = {}): Promise<Issued[] | Refused> {
    const { by = 'handler', to, about, served, requestId = randomUUID() } = options;
    const expectedVersion = options.expectedVersion ?? (await this.story.read()).version;
    const text = `mutation ($input: IssueLetterArgs!) { issueLetter(input: $input) {
      ... on ReconsiderationCase { ${LETTERS} } ${REFUSED} } }`;
    const input = { case: this.story.id, kind, requestId, expectedVersion, to, about, served };
    const { issueLetter: answer } = await this.stories.people[by].ask<{
      issueLetter: { letters: Issued[] } | Refused;
    }>(text, { input });
    return 'letters' in answer ? answer.letters : answer;
  }

  /** @returns the services of the case, or the refusal */
  async serve(letter: string, input: object, by: Actor = 'handler'): Promise<Served[] | Refused> {
    const text = `mutation ($input: RecordServiceArgs!) { recordService(input: $input) {
      ... on ReconsiderationCase { ${SERVICES} } ${REFUSED} } }`;
    const sent = { ...(await this.request()), letter, ...input };
    const { recordService: answer } = await this.stories.people[by].ask<{
      recordService: { services: Served[] } | Refused;
    }>(text, { input: sent });
    return 'services' in answer ? answer.services : answer;
  }

  async cameBack(service: string, returnedOn: string, more: object = {}) {
    const text = `mutation ($input: RecordReturnedMailArgs!) { recordReturnedMail(input: $input) {
      ... on ReturnedMail { case { ${SERVICES} } restingSteps { id kind } } ${REFUSED} } }`;
    const input = { ...(await this.request()), service, returnedOn, ...more };
    type Answer = { case: { services: Served[] }; restingSteps: { id: string; kind: string }[] } & Refused;
    const { handler } = this.stories.people;
    return (await handler.ask<{ recordReturnedMail: Answer }>(text, { input })).recordReturnedMail;
  }

  private async request() {
    const { version: expectedVersion } = await this.story.read();
    return { case: this.story.id, requestId: randomUUID(), expectedVersion };
  }

  async list(by: Actor = 'handler'): Promise<Issued[]> {
    const text = `query ($id: ID!) { reconsideration(id: $id) { ${LETTERS} } }`;
    const { reconsideration } = await this.stories.people[by].ask<{
      reconsideration: { letters: Issued[] };
    }>(text, { id: this.story.id });
    return reconsideration.letters;
  }
}
