import type { Protection } from '#config';
import type { FastifyHttpOptions, FastifyReply } from 'fastify';
import type { Server } from 'node:http';
import { bodyOf } from './http-errors.ts';
import { httpRefusal } from './http-refusal.ts';

const SECOND = 1000;
const KILOBYTE = 1024;

/** A ledger of the largest size over a slow line takes some minutes. */
const REQUEST_MS = 300 * SECOND;
const BODY_BYTES = 1024 * KILOBYTE;

const UNREADABLE = httpRefusal(
  400,
  'BAD_REQUEST',
  { zh: '请求无法读取。', en: 'The request cannot be read.' },
  { zh: '请检查客户端或代理。', en: 'Check the client or the proxy.' },
).refusal;

/**
 * How much and for how long the server listens to one client. Headers must be there within 15 seconds, a request
 * within five minutes, and a connection on which nothing moves is closed after two: a slow sender holds nothing for long.
 */
export function serverOptions({ trustedProxies }: Protection) {
  return {
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: 120 * SECOND,
    keepAliveTimeout: 65 * SECOND, // longer than the minute after which proxies close theirs
    routerOptions: { maxParamLength: 255 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    http: {
      headersTimeout: 15 * SECOND,
      maxHeaderSize: 16 * KILOBYTE,
      connectionsCheckingInterval: 5 * SECOND,
    },
    trustProxy: trustedProxies.length ? trustedProxies : false,
    // an address that cannot be read: nothing else has looked at the request
    frameworkErrors(_error, _request, reply) {
      const plain = reply as unknown as FastifyReply;
      void plain
        .header('x-content-type-options', 'nosniff')
        .code(400)
        .send(bodyOf(UNREADABLE, 400, ''));
    },
    clientErrorHandler(error, socket) {
      if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
      const body = JSON.stringify(bodyOf(UNREADABLE, 400, ''));
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      );
    },
  } satisfies FastifyHttpOptions<Server>;
}
