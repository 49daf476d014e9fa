import type { Config } from '#config';
import { CONFIG, keptKey, WallClock } from '#persistence';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { linkExpired, linkInvalid } from './file-refusals.ts';

/** Long enough to click, too short to be passed on. */
const LIFE_MS = 10 * 60_000;

type Account = { readonly accountId: number };

/** What a link leads to. */
export type Linked = 'export' | 'letter' | 'document';

/** 下载链接: opens one file, for one account, for ten minutes. Whoever has the link alone has nothing. */
@Injectable()
export class DownloadLinks implements OnModuleInit {
  #key: string;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'protection'>,
    private readonly clock: WallClock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#key = this.config.protection.linkKey ?? (await keptKey(this.config.dataDir, 'link'));
  }

  /** The query of a link to this file, for this account. */
  sign(id: number, { accountId }: Account, what: Linked = 'export'): string {
    const expires = String(this.clock.ms() + LIFE_MS);
    return new URLSearchParams({
      expires,
      signature: this.signature(id, accountId, expires, what),
    }).toString();
  }

  /** @throws HttpRefusal for a link that was not made here for this file and account, or is too old */
  check(
    id: number,
    account: Account | null,
    { expires, signature }: Record<string, unknown>,
    what: Linked = 'export',
  ): void {
    if (!account || typeof expires !== 'string' || typeof signature !== 'string') throw linkInvalid();
    const right = Buffer.from(this.signature(id, account.accountId, expires, what));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw linkInvalid();
    if (Number(expires) <= this.clock.ms()) throw linkExpired();
  }

  private signature(id: number, accountId: number, expires: string, what: Linked = 'export'): string {
    return createHmac('sha256', this.#key)
      .update(`${what} ${id} ${accountId} ${expires}`)
      .digest('base64url');
  }
}
