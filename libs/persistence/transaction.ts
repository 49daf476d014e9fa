import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';

/** Bulk writes: SQL with bound parameters in one transaction on the ORM's own pool. */
@Injectable()
export class BulkWriter {
  constructor(private readonly orm: MikroORM) {}

  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const pool = (await this.orm.em.getConnection().getNativeClient()) as unknown as Pool;
    const client = await pool.connect();
    try {
      await client.query('begin');
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
