import { filesUnreachable, notStorable, UserError } from '#casework';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { HttpRefusal } from './http-refusal.ts';

const AGAIN = { zh: '请检查后重新提交。', en: 'Check the request and send it again.' };
const LATER = {
  zh: '请稍后再试;问题未解决请联系管理员。',
  en: 'Try again later; tell the administrator if it stays.',
};

/** What the framework and the server refuse by themselves, by status. */
const BY_STATUS: Record<number, UserError> = {
  400: new UserError('BAD_REQUEST', { zh: '请求无法读取。', en: 'The request cannot be read.' }, AGAIN),
  404: new UserError(
    'NOT_FOUND',
    { zh: '没有这个地址。', en: 'There is nothing at this address.' },
    { zh: '请检查网址。', en: 'Check the address.' },
  ),
  408: new UserError(
    'TIMEOUT',
    { zh: '请求没有按时传完。', en: 'The request did not arrive in time.' },
    AGAIN,
  ),
  413: new UserError(
    'REQUEST_TOO_LARGE',
    { zh: '请求过大。', en: 'The request is too large.' },
    { zh: '请拆成几个较小的请求。', en: 'Send several smaller requests.' },
  ),
  415: new UserError(
    'CONTENT_TYPE_REFUSED',
    { zh: '不接受这种内容类型。', en: 'This content type is not accepted.' },
    { zh: 'GraphQL 请用 application/json。', en: 'Send application/json to GraphQL.' },
  ),
  503: new UserError('UNAVAILABLE', { zh: '服务暂不可用。', en: 'The service is not available now.' }, LATER),
};
const OTHER = BY_STATUS[400]!;
const FAULT = new UserError(
  'INTERNAL_SERVER_ERROR',
  { zh: '系统出错。', en: 'Something went wrong.' },
  LATER,
);

/**
 * Every error that leaves over HTTP beside GraphQL's own: a code, both languages, what to do; no stack, no SQL. What the client
 * is not told stands in the log, for whoever runs the product.
 */
@Catch()
export class HttpErrors implements ExceptionFilter {
  readonly #log = new Logger('Fault');

  catch(error: unknown, host: ArgumentsHost): void {
    if (isFault(error)) this.#log.error(error);
    if (host.getType<string>() !== 'http') throw error; // GraphQL gives its errors their form itself
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const status = statusOf(error);
    const refusal = refusalOf(error, status);
    if (error instanceof HttpRefusal) reply.headers(error.headers);
    const { url } = http.getRequest<FastifyRequest>();
    reply
      .status(status)
      .type('application/json; charset=utf-8')
      .send(bodyOf(refusal, status, url));
  }
}

/** GraphQL clients look for `errors`; others get the same words flat. */
export function bodyOf({ code, zh, en, remedy }: UserError, statusCode: number, url: string): object {
  const message = { zh, en };
  if (!/^\/graphql(?:\?|$)/.test(url)) return { statusCode, code, message, remedy };
  return { errors: [{ message: `${zh} ${en}`, extensions: { code, message, remedy } }] };
}

/** Ours, and not a mistake in what was asked. */
const isFault = (error: unknown): boolean =>
  !(error instanceof UserError || error instanceof GraphQLError || notStorable(error)) &&
  !filesUnreachable(error) && // told in the log by the store itself
  statusOf(error) >= 500;

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (filesUnreachable(error)) return 503;
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

function refusalOf(error: unknown, status: number): UserError {
  if (error instanceof HttpRefusal) return error.refusal;
  return filesUnreachable(error) ?? BY_STATUS[status] ?? (status < 500 ? OTHER : FAULT);
}
