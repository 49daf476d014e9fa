import { SignInByOpenId, UserError } from '#casework';
import type { Config } from '#config';
import { CONFIG, WallClock } from '#persistence';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { messagePage } from '../../http/message-page.ts';
import { AllowAnybody } from '../allow.ts';
import { FLOW_COOKIE, setFlowCookie, setSessionCookie } from '../cookies.ts';
import { signInFrom } from '../request.ts';
import { FLOW_SECONDS, readFlow, writeFlow } from './flow-cookie.ts';
import { flowRefused, notSetUp, OpenId } from './open-id.ts';

const STATUS: Record<string, number> = { OPENID_NOT_SET_UP: 404, OPENID_AWAY: 503, SUBJECT_UNKNOWN: 403 };

/** 统一身份认证登录: the two addresses a browser is led through. */
@Controller('oidc')
export class OpenIdController {
  constructor(
    private readonly openId: OpenId,
    private readonly signIn: SignInByOpenId,
    private readonly clock: WallClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @AllowAnybody()
  @Get('start')
  start(@Res() reply: FastifyReply): Promise<void> {
    return orPage(reply, async () => {
      const { url, flow } = await this.openId.begin();
      setFlowCookie(reply, this.config, writeFlow(flow, this.clock.ms()), FLOW_SECONDS);
      await reply.redirect(url.href, 302);
    });
  }

  @AllowAnybody()
  @Get('callback')
  callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return orPage(reply, async () => {
      if (!this.config.openId) throw notSetUp();
      const flow = readFlow(parseCookie(request.headers.cookie ?? '')[FLOW_COOKIE], this.clock.ms());
      setFlowCookie(reply, this.config, '', 0); // one way out, one way back
      if (!flow) throw flowRefused();
      const claims = await this.openId.finish(request.url.split('?')[1] ?? '', flow);
      setSessionCookie(reply, this.config, await this.signIn.execute(claims, signInFrom(request)));
      await reply.redirect('/', 302);
    });
  }
}

/** A browser is looking: a refusal is a page. */
async function orPage(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await messagePage(reply.code(STATUS[error.code] ?? 400), error);
  }
}
