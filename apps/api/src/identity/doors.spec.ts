import type { Access } from '#casework';
import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withDoors } from './field-doors.ts';
import type { PermissionRefusals } from './permission-refusals.ts';
import { guardRoutes } from './route-doors.ts';

/** Never asked here: nothing gets as far as a scope. */
const access = {} as Access;
const refusals = {} as PermissionRefusals;

describe('what names no permission stops the start', () => {
  it.each(['type Query { a: Int }', 'type Query { a: Int } type Mutation { b: Int }'])(
    'a field: %s',
    text => {
      const schema = buildSchema(text);
      const named = schema.getMutationType() ? schema.getQueryType()!.getFields().a : undefined;
      if (named) Object.assign(named, { extensions: { permission: 'cases.read' }, resolve: () => 1 });
      expect(() => withDoors(schema, access, refusals)).toThrow(/^[ab] names no permission: add @Allow/);
    },
  );

  it('a route, while the one of GraphQL has doors inside', () => {
    const app = fastify() as unknown as FastifyInstance;
    const doors = guardRoutes(app, access, refusals);
    app.get('/open', { config: { permission: 'NOBODY_IN_PARTICULAR' } }, () => 1);
    app.post('/graphql', () => 1);
    expect(() => app.get('/forgotten', () => 1)).toThrow('/forgotten names no permission');
    expect(doors.map(one => one.route)).toContain('GET /open');
  });
});
