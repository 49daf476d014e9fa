import type { Protection } from '#config';
import { CONFIG, RateLimits, type RateLimit } from '#persistence';
import { UserError } from '#casework';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import { HttpRefusal } from './http-refusal.ts';

/** People of one office often share an address; each of them has a limit of their own. */
const ACCOUNTS_OF_AN_ADDRESS = 5;
/** Attempts to sign in from one address; an account's own lock-out comes on top. */
const SIGN_INS = 20;

/** 限流: how often an account and an address may ask, and an address may try to sign in. */
@Injectable()
export class Rates implements OnModuleInit, OnApplicationShutdown {
  #address: RateLimit | null = null;
  #account: RateLimit | null = null;
  #signIn: RateLimit | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: { protection: Protection },
    private readonly limits: RateLimits,
  ) {}

  async onModuleInit(): Promise<void> {
    const { requestsPerMinute } = this.config.protection;
    if (requestsPerMinute === 0) return;
    this.#signIn = await this.limits.limit('sign-in', SIGN_INS);
    this.#address = await this.limits.limit('address', requestsPerMinute * ACCOUNTS_OF_AN_ADDRESS);
    this.#account = await this.limits.limit('account', requestsPerMinute);
  }

  onApplicationShutdown(): void {
    this.limits.close();
  }

  /** @throws HttpRefusal (429) when the address has asked too often */
  ofAddress(address: string): void {
    refuseWhen(this.#address?.take(networkOf(address)));
  }

  /** @throws HttpRefusal (429) when the account has asked too often */
  ofAccount(accountId: number): void {
    refuseWhen(this.#account?.take(String(accountId)));
  }

  /** @throws HttpRefusal (429) when too many sign-ins were tried from the address */
  ofSignIn(address: string): void {
    refuseWhen(this.#signIn?.take(networkOf(address)));
  }
}

function refuseWhen(seconds: number | undefined): void {
  if (!seconds) return;
  const refusal = new UserError(
    'RATE_LIMITED',
    { zh: '请求过于频繁。', en: 'Too many requests.' },
    { zh: `请在 ${seconds} 秒后再试。`, en: `Try again in ${seconds} seconds.` },
  );
  throw new HttpRefusal(429, refusal, { 'retry-after': String(seconds) });
}

/** One customer has a whole IPv6 network of 64 bits: all of its addresses are one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || !isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail] = address.split('%')[0]!.split('::') as [string, string?];
  const before = head ? head.split(':') : [];
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map(group => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
