import type { TestApp } from '../app.ts';

/** A mutation's answer as data: what it made, or the refusal. */
export interface MutationAnswer {
  __typename: string;
  code: string;
  message?: { zh: string; en: string };
  remedy?: { zh: string; en: string };
}

const REFUSAL = '... on Refusal { code message { zh en } remedy { zh en } }';

async function mutate<T>(app: TestApp, text: string, name: string, input: object): Promise<T> {
  return (await app.ask<Record<string, T>>(text, { input }))[name]!;
}

export function reviseCode(app: TestApp, input: object): Promise<MutationAnswer & { class?: string | null }> {
  const made = '... on Code { code class validTo synonyms parent }';
  const text = `mutation ($input: ReviseCodeArgs!) { reviseCode(input: $input) { __typename ${made} ${REFUSAL} } }`;
  return mutate(app, text, 'reviseCode', input);
}

export interface OrganAnswer extends MutationAnswer {
  name?: string;
  level?: { code: string } | null;
  parent?: { code: string } | null;
  version?: number;
}

/** registerOrgan or updateOrgan. */
export function changeOrgan(
  app: TestApp,
  name: 'registerOrgan' | 'updateOrgan',
  input: object,
): Promise<OrganAnswer> {
  const args = name === 'registerOrgan' ? 'RegisterOrganArgs' : 'UpdateOrganArgs';
  const made = '... on Organ { code name level { code } parent { code } version }';
  const text = `mutation ($input: ${args}!) { ${name}(input: $input) { __typename ${made} ${REFUSAL} } }`;
  return mutate(app, text, name, input);
}
