import { notSignedIn } from '#casework';
import { HttpException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** For files, which do not go through GraphQL. */
@Injectable()
export class SignedInGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
    if (principal && !principal.mustChangePassword) return true;
    const { code, zh, en, remedy } = notSignedIn();
    throw new HttpException({ code, message: { zh, en }, remedy }, 401);
  }
}
