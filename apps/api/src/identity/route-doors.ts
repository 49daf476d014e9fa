import { notSignedIn, passwordChangeRequired, UserError, type Access } from '#casework';
import type { Scope } from '#identity';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Needed } from './allow.ts';
import type { PermissionRefusals } from './permission-refusals.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the asker may see under the permission of the route. */
    scope: Scope | null;
  }
  interface FastifyContextConfig {
    permission?: Needed;
  }
}

/** A route and what stands on its door. */
export interface RouteDoor {
  route: string;
  permission: Needed;
}

/** Its fields have doors of their own. */
const GRAPHQL = '/graphql';

/**
 * Puts a door before every route, also before its body is read. A route that names no permission stops the start.
 * @returns the doors, as routes are added
 */
export function guardRoutes(
  fastify: FastifyInstance,
  access: Access,
  refusals: PermissionRefusals,
): readonly RouteDoor[] {
  const doors: RouteDoor[] = [];
  fastify.decorateRequest('scope', null);
  fastify.addHook('onRoute', route => {
    const { permission } = (route.config ?? {}) as { permission?: Needed };
    if (route.url === GRAPHQL) return;
    if (!permission) throw new Error(`route ${route.url} names no permission: add @Allow(…)`);
    for (const one of [route.method].flat()) doors.push({ route: `${one} ${route.url}`, permission });
    if (permission === 'NOBODY_IN_PARTICULAR') return;
    // after the hooks of every request: by then it is known who asks
    route.onRequest = [...[route.onRequest ?? []].flat(), doorOf(permission, access, refusals)];
  });
  return doors;
}

function doorOf(
  permission: Exclude<Needed, 'NOBODY_IN_PARTICULAR'>,
  access: Access,
  refusals: PermissionRefusals,
) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      request.scope = scopeOf(request, permission, access, refusals);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return refuse(reply, error);
    }
  };
}

function scopeOf(
  request: FastifyRequest,
  permission: Exclude<Needed, 'NOBODY_IN_PARTICULAR'>,
  access: Access,
  refusals: PermissionRefusals,
) {
  const { principal, method, routeOptions } = request;
  if (!principal) throw notSignedIn();
  if (principal.mustChangePassword) throw passwordChangeRequired();
  const asked = `${method} ${routeOptions.url}`;
  return refusals.noted(request, asked, () => access.scope(principal, permission));
}

/** What a refused client still sends is not read: its connection must not be used again. */
function refuse(reply: FastifyReply, { code, zh, en, remedy }: UserError): FastifyReply {
  const status = code === 'UNAUTHENTICATED' ? 401 : 403;
  return reply
    .header('connection', 'close')
    .code(status)
    .send({ statusCode: status, code, message: { zh, en }, remedy });
}
