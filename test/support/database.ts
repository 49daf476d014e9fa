import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

const TEMPLATE = 'anjuan_template';

async function administer(sql: string): Promise<void> {
  const client = new Client(inject('adminUrl'));
  await client.connect();
  await client.query(sql);
  await client.end();
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A fresh database with all migrations and the shipped code lists. */
export const createDatabase = (): Promise<TestDatabase> => create(TEMPLATE);

/** A fresh database without any table. */
export const createEmptyDatabase = (): Promise<TestDatabase> => create('template1');

async function create(template: string): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template}`);
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => administer(`drop database if exists ${name} with (force)`) };
}

/** Runs SQL of a test directly, to plant what no use case would write. */
export async function runSql<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}
