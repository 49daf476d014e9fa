import type { Config } from '#config';
import { PERSONAS } from '#identity';
import { CONFIG } from '#persistence';
import { Body, Controller, Inject, NotFoundException, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AllowAnybody } from '../identity/allow.ts';
import { setPersonaCookie } from '../identity/cookies.ts';

/** The chooser of the demo's GraphiQL. Anywhere else there is no such address. */
@Controller('demo')
export class PersonasController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** POST /demo/persona { persona }; an empty one is nobody again. */
  @AllowAnybody()
  @Post('persona')
  async choose(@Body() body: { persona?: unknown } | undefined, @Res() reply: FastifyReply): Promise<void> {
    const persona = body?.persona ?? null;
    const known = persona === '' || PERSONAS.some(one => one.key === persona);
    if (!this.config.demo || !known)
      throw new NotFoundException('没有这个演示身份。 There is no such persona.');
    setPersonaCookie(reply, this.config, String(persona));
    await reply.code(204).send();
  }
}
