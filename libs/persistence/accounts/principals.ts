import { referenceScope, SESSION_TIMES, sessionOverAt, type Permission, type Principal } from '#identity';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { MessageBus } from '../bus.ts';
import { Reader } from '../reader.ts';
import { BUS, WallClock } from '../tokens.ts';
import {
  BY_LOGIN,
  BY_SESSION,
  BY_TOKEN,
  TOUCH_SESSION,
  TOUCH_TOKEN,
  type AccountRow,
  type SessionRow,
  type TokenRow,
} from './account-rows.ts';
import { hashOfSecret, isSecret } from './secrets.ts';

/** Who asks, and by which session. */
export interface SignedIn extends Principal {
  readonly sessionId: number | null;
  /** Until the password is changed nothing else may be done. */
  readonly mustChangePassword: boolean;
}

interface Found {
  signedIn: SignedIn;
  overAt: number;
}

interface Known extends Found {
  readAt: number;
}

/** A principal is kept in memory this long; within it only a message can make a process look again. */
const KEPT_MS = 5000;
const MOST = 5000;
const ONLY_SELF: readonly Permission[] = ['self.manage'];

/** Who stands behind a secret: read once, then kept for a moment, forgotten as soon as the account changes. */
@Injectable()
export class Principals implements OnModuleInit, OnModuleDestroy {
  readonly #known = new LRUCache<string, Known>({ max: MOST });
  readonly #looking = new Map<string, Promise<SignedIn | null>>();
  /** Grows with every change, so that what was read before a change is not kept after it. */
  #changes = 0;
  #stop: () => void = () => undefined;

  constructor(
    private readonly reader: Reader,
    private readonly orm: MikroORM,
    private readonly clock: WallClock,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  onModuleInit(): void {
    this.#stop = this.bus.listen(({ topic, id }) => {
      if (topic === 'accounts') this.forget(id);
    });
  }

  onModuleDestroy(): void {
    this.#stop();
  }

  /** An account, its grants, sessions or tokens have changed: every process looks again. */
  async changed(accountId: number): Promise<void> {
    this.forget(accountId);
    await this.bus.publish({ topic: 'accounts', id: accountId });
  }

  bySession(secret: string): Promise<SignedIn | null> {
    return this.bySecret('session', secret, async hash => {
      const row = await this.reader.first<SessionRow>(referenceScope(), 'principals.session', BY_SESSION, [
        hash,
      ]);
      if (!row || sessionOverAt(row) <= this.clock.ms()) return null;
      await this.touch(TOUCH_SESSION, row.sessionId, row.lastSeenAt);
      return {
        signedIn: signedIn(row, { via: 'SESSION', sessionId: row.sessionId }),
        overAt: sessionOverAt(row),
      };
    });
  }

  byToken(secret: string): Promise<SignedIn | null> {
    return this.bySecret('token', secret, async hash => {
      const row = await this.reader.first<TokenRow>(referenceScope(), 'principals.token', BY_TOKEN, [hash]);
      if (!row || row.expiresAt <= this.clock.ms()) return null;
      await this.touch(TOUCH_TOKEN, row.tokenId, row.lastSeenAt);
      return { signedIn: signedIn(row, { via: 'TOKEN', only: row.permissions }), overAt: row.expiresAt };
    });
  }

  /** An account by its login, for whoever needs no secret: the personas of the demo. */
  byLogin(login: string): Promise<SignedIn | null> {
    return this.kept(`login:${login}`, async () => {
      const row = await this.reader.first<AccountRow>(referenceScope(), 'principals.login', BY_LOGIN, [
        login,
      ]);
      return row && { signedIn: signedIn(row, { via: 'PERSONA' }), overAt: Infinity };
    });
  }

  private bySecret(
    kind: string,
    secret: string,
    read: (hash: string) => Promise<Found | null>,
  ): Promise<SignedIn | null> {
    if (!isSecret(secret)) return Promise.resolve(null);
    const hash = hashOfSecret(secret);
    return this.kept(`${kind}:${hash}`, () => read(hash));
  }

  private kept(key: string, read: () => Promise<Found | null>): Promise<SignedIn | null> {
    const now = this.clock.ms();
    const kept = this.#known.get(key);
    if (kept && Math.abs(now - kept.readAt) < KEPT_MS && now < kept.overAt)
      return Promise.resolve(kept.signedIn);
    return this.#looking.get(key) ?? this.look(key, read, now);
  }

  /** All who ask at the same time wait for one answer. */
  private look(key: string, read: () => Promise<Found | null>, now: number): Promise<SignedIn | null> {
    const changes = this.#changes;
    const looking = read()
      .then(found => {
        if (found && changes === this.#changes) this.#known.set(key, { ...found, readAt: now });
        return found?.signedIn ?? null;
      })
      .finally(() => {
        if (this.#looking.get(key) === looking) this.#looking.delete(key);
      });
    this.#looking.set(key, looking);
    return looking;
  }

  private async touch(sql: string, id: number, lastSeenAt: number): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - lastSeenAt < SESSION_TIMES.touchMs) return;
    await this.orm.em.getConnection().execute(sql, [now, id, now]);
  }

  /** @param accountId 0: of every account, after messages may have been missed */
  private forget(accountId: number): void {
    this.#changes++;
    this.#looking.clear(); // whoever asks from now on must not get what was read before
    for (const [key, { signedIn: kept }] of this.#known.entries())
      if (accountId === 0 || kept.accountId === accountId) this.#known.delete(key);
  }
}

function signedIn(
  row: AccountRow,
  by: Pick<SignedIn, 'via'> & { only?: readonly Permission[]; sessionId?: number },
): SignedIn {
  const { accountId, name, organId, grants, mustChangePassword } = row;
  const only = mustChangePassword ? ONLY_SELF : (by.only ?? null);
  return {
    accountId,
    name,
    organId,
    grants,
    via: by.via,
    only,
    address: null,
    sessionId: by.sessionId ?? null,
    mustChangePassword,
  };
}
