import type { Permission } from '#identity';
import { applyDecorators } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import { RouteConfig } from '@nestjs/platform-fastify';

/** What stands on the door of a query, mutation, subscription or route: a permission, or that anybody may come in. */
export type Needed = Permission | 'NOBODY_IN_PARTICULAR';

const needs = (permission: Needed): MethodDecorator & ClassDecorator =>
  applyDecorators(Extensions({ permission }), RouteConfig({ permission }));

/** Names the permission; without one the process does not start. */
export const Allow = (permission: Permission) => needs(permission);

/** For what people need before they are signed in. */
export const AllowAnybody = () => needs('NOBODY_IN_PARTICULAR');
