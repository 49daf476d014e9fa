import type { Scope } from '#identity';
import { APP_ROLE } from '#schema';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { scopeSettings, setScope } from './scope-settings.ts';

/** The only door for writing: every transaction begins with the scope it is bound to. */
@Injectable()
export class Transactions {
  constructor(private readonly orm: MikroORM) {}

  /** Through the ORM; what reads before it writes reads in here too. */
  run<T>(scope: Scope, work: (em: EntityManager) => Promise<T>): Promise<T> {
    const session = { variables: { ...scopeSettings(scope).variables }, role: APP_ROLE };
    return this.orm.em.fork({ session }).transactional(work);
  }
}

/** Bulk writes: SQL with bound parameters in one transaction on the ORM's own pool. */
@Injectable()
export class BulkWriter {
  constructor(private readonly orm: MikroORM) {}

  async transaction<T>(scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const pool = (await this.orm.em.getConnection().getNativeClient()) as unknown as Pool;
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ role: string }>(setScope(scope, 'transaction'));
      if (rows[0]!.role !== APP_ROLE) throw new Error(`writes as ${rows[0]!.role}, not as ${APP_ROLE}`);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
