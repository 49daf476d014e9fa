import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';

/**
 * The read side's door: one SQL text per shape, prepared under its name on the ORM's own pool. Days and timestamps
 * come back as text.
 */
@Injectable()
export class Reader {
  #pool: Promise<pg.Pool> | undefined;

  constructor(private readonly orm: MikroORM) {}

  /** @param name stands for exactly one text: a prepared statement is remembered by it */
  async rows<T>(name: string, text: string, values: readonly unknown[] = []): Promise<T[]> {
    this.#pool ??= this.orm.em.getConnection().getNativeClient() as unknown as Promise<pg.Pool>;
    const pool = await this.#pool;
    const result = await pool.query({ name, text, values: values as unknown[] });
    return result.rows as T[];
  }

  async first<T>(name: string, text: string, values: readonly unknown[] = []): Promise<T | null> {
    const [row] = await this.rows<T>(name, text, values);
    return row ?? null;
  }
}
