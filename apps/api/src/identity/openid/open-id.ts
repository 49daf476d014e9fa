import type { Config } from '#config';
import { UserError } from '#casework';
import type { OpenIdClaims } from '#identity';
import { CONFIG } from '#persistence';
import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';

/** What the browser brings back from the provider must match what it left with. */
export interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

const CALLBACK = '/oidc/callback';
const TIMEOUT_SECONDS = 10;

/** 统一身份认证: the code flow with PKCE, state and nonce, by a client library that is certified for it. */
@Injectable()
export class OpenId {
  #provider: Promise<client.Configuration> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws UserError when it is not set up, or the provider cannot be reached */
  async begin(): Promise<{ url: URL; flow: Flow }> {
    const provider = await this.provider();
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: `${this.config.publicUrl}${CALLBACK}`,
      scope: 'openid email profile',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { url, flow };
  }

  /**
   * Exchanges the code and verifies everything that came with it.
   * @param query of the callback
   * @throws UserError when anything does not match, has expired, was used before, or the provider is away
   */
  async finish(query: string, { state, nonce, verifier }: Flow): Promise<OpenIdClaims> {
    const provider = await this.provider();
    const url = new URL(`${CALLBACK}?${query}`, this.config.publicUrl!);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    try {
      const tokens = await client.authorizationCodeGrant(provider, url, { ...checks, idTokenExpected: true });
      const claims = tokens.claims()!;
      const more = await client.fetchUserInfo(provider, tokens.access_token, claims.sub);
      return { ...more, ...claims } as OpenIdClaims;
    } catch (error) {
      throw isAway(error) ? providerAway() : flowRefused();
    }
  }

  /** Looked up at the first sign-in, not at the start: the provider may come up later, or be away for a while. */
  private provider(): Promise<client.Configuration> {
    const { openId } = this.config;
    if (!openId) throw notSetUp();
    this.#provider ??= discover(openId).catch(() => {
      this.#provider = undefined;
      throw providerAway();
    });
    return this.#provider;
  }
}

async function discover(openId: NonNullable<Config['openId']>): Promise<client.Configuration> {
  const server = new URL(openId.issuer);
  const insecure = server.protocol === 'http:'; // the settings allow that on this machine only
  return client.discovery(server, openId.clientId, openId.clientSecret, undefined, {
    execute: insecure ? [client.allowInsecureRequests] : [],
    timeout: TIMEOUT_SECONDS,
  });
}

/** The provider did not answer, in difference to answering that something is wrong. */
function isAway(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' || cause instanceof TypeError;
}

const AGAIN = {
  zh: '请从登录页重新开始:打开 /oidc/start。',
  en: 'Begin again: open /oidc/start.',
};

export const flowRefused = (): UserError =>
  new UserError(
    'OPENID_REFUSED',
    {
      zh: '统一身份认证返回的信息不符、已过期或已用过。',
      en: 'What came back from the OpenID provider does not match, has expired or was used before.',
    },
    AGAIN,
  );

const providerAway = () =>
  new UserError(
    'OPENID_AWAY',
    { zh: '统一身份认证服务没有应答。', en: 'The OpenID provider does not answer.' },
    {
      zh: '稍后再试,或用登录名和密码登录;仍不行请联系系统管理员。',
      en: 'Try again later, or sign in with login and password; if that lasts, tell an administrator.',
    },
  );

export const notSetUp = (): UserError =>
  new UserError(
    'OPENID_NOT_SET_UP',
    { zh: '没有设置统一身份认证。', en: 'OpenID Connect is not set up.' },
    {
      zh: '用登录名和密码登录;管理员可设置 OIDC_ISSUER 等变量。',
      en: 'Sign in with login and password; an administrator can set OIDC_ISSUER and the rest.',
    },
  );
