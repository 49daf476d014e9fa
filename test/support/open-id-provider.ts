import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'anjuan', secret: 'a secret of the test' };

/** A real OpenID provider on the loopback address; anybody signs in by giving a name. */
export class OpenIdProvider {
  private constructor(
    readonly issuer: string,
    readonly port: number,
    private readonly server: Server,
  ) {}

  /** @param port 0: any free one */
  static async start(redirectUri: string, port = 0): Promise<OpenIdProvider> {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    const at = (server.address() as AddressInfo).port;
    const issuer = `http://127.0.0.1:${at}`;
    const provider = new Provider(issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      cookies: { keys: ['of the test'] },
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
      ttl: { AuthorizationCode: 60, AccessToken: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
      findAccount: (_context, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    });
    server.on('request', provider.callback());
    return new OpenIdProvider(issuer, at, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }
}

/** `unverified.*` has an address that nobody has verified. */
const claimsOf = (id: string) => ({
  sub: id,
  email: `${id}@Office.example`,
  email_verified: !id.startsWith('unverified'),
  preferred_username: id,
});

/** Follows a browser through the provider's own pages until it is sent back. @returns the address of the callback */
export async function throughProvider(start: string, name: string, callback: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step++) {
    const response: Response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    });
    for (const text of response.headers.getSetCookie()) {
      const [pair] = text.split(';');
      cookies.set(pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1));
    }
    const next = response.headers.get('location');
    if (next?.startsWith(callback)) return next;
    form = next ? null : formOf(await response.text(), name);
    url = new URL(next ?? url, url).href;
  }
  throw new Error(`the provider does not send back from ${url}`);
}

/** What a person would fill into the page: their name, or consent. */
function formOf(page: string, name: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (!prompt) throw new Error(`no form on the page: ${page.slice(0, 500)}`);
  return new URLSearchParams(prompt === 'login' ? { prompt, login: name, password: 'x' } : { prompt });
}
