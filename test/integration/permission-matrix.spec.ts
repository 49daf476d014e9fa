import { ROLES, type Role } from '#identity';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteDoor } from '../../apps/api/src/identity/route-doors.ts';
import { COLUMNS, MATRIX } from '../fixtures/identity/permission-matrix.ts';
import type { ApiClient } from '../support/client.ts';
import { ASKS } from '../support/identity/asks.ts';
import { outcomeOf } from '../support/identity/outcome.ts';
import { TARGETS, World } from '../support/identity/world.ts';

const SCHEMA = path.resolve(import.meta.dirname, '../../schema/schema.graphql');

/** Every field at the root of the emitted schema. */
function fields(): string[] {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap(type => Object.keys(type!.getFields()).map(name => `${type!.name}.${name}`));
}

describe('who may ask for what, of whom', () => {
  let world: World;
  const clients = new Map<string, ApiClient>();
  beforeAll(async () => {
    world = await World.start();
    for (const role of Object.keys(ROLES) as Role[]) clients.set(role, await world.holder(role));
    clients.set('NO_ROLE', await world.nobody());
    clients.set('STRANGER', world.app.stranger);
  });
  afterAll(() => world?.app.stop());

  it('every field and every route has a row in the reviewed table, and can be asked', () => {
    const fastify = world.app.app.getHttpAdapter().getInstance() as unknown as { doors: RouteDoor[] };
    const routes = fastify.doors.map(one => one.route).filter(route => !route.startsWith('HEAD '));
    const all = [...fields(), ...routes].sort();
    expect(Object.keys(MATRIX).sort()).toEqual(all);
    expect(Object.keys(ASKS).sort()).toEqual(all);
  });

  it('every role has a column', () => {
    expect([...clients.keys()]).toEqual([...COLUMNS]);
  });

  it.each(Object.keys(MATRIX))('%s', async name => {
    const cells: string[] = [];
    for (const client of clients.values()) {
      let cell = '';
      for (const target of TARGETS) cell += await outcomeOf(ASKS[name]!, world.places[target], world, client);
      cells.push(cell);
    }
    expect(cells.join(' ')).toBe(MATRIX[name]);
  });
});
