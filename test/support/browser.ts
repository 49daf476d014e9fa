import { parseSetCookie, stringifyCookie, type SetCookie } from 'cookie';
import { ApiClient, type GraphqlAnswer } from './client.ts';

export interface SignInAnswer {
  __typename: string;
  code?: string;
  message?: { zh: string; en: string };
  remedy?: { zh: string; en: string };
  account?: { login: string };
  mustChangePassword?: boolean;
  permissions?: string[];
}

const REFUSAL = '... on Refusal { code message { zh en } remedy { zh en } }';
const SIGN_IN = `mutation ($input: SignInArgs!) { signIn(input: $input) { __typename
  ... on Me { account { login } permissions mustChangePassword via } ${REFUSAL} } }`;

/** A client that keeps cookies, as a browser does. */
export class Browser extends ApiClient {
  readonly cookies = new Map<string, SetCookie>();

  override get headers(): Record<string, string> {
    const kept = [...this.cookies.values()].map(({ name, value }) => [name, value] as const);
    return kept.length ? { cookie: stringifyCookie(Object.fromEntries(kept)) } : {};
  }

  override async fetch(place: string, init: RequestInit = {}): Promise<Response> {
    const response = await super.fetch(place, init);
    for (const text of response.headers.getSetCookie()) {
      const cookie = parseSetCookie(text);
      if (cookie.maxAge === 0) this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie);
    }
    return response;
  }

  async signIn(login: string, password: string): Promise<SignInAnswer> {
    const { signIn } = await this.ask<{ signIn: SignInAnswer }>(SIGN_IN, { input: { login, password } });
    return signIn;
  }

  /** A mutation without arguments to name; its refusal's code, or its type when it was done. */
  async does(call: string): Promise<string> {
    const text = `mutation { it: ${call} { __typename ... on Refusal { code } } }`;
    const { data, errors }: GraphqlAnswer<{ it: { __typename: string; code?: string } }> =
      await this.send(text);
    return errors?.[0]?.extensions.code ?? data.it.code ?? data.it.__typename;
  }

  /** The login of whoever is signed in; null: nobody. */
  async whoAmI(): Promise<string | null> {
    const { me } = await this.ask<{ me: { account: { login: string } } | null }>(
      '{ me { account { login } } }',
    );
    return me?.account.login ?? null;
  }
}
