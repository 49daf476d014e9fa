import type { Protection } from '#config';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { bodyOf } from '../../http/protection/http-errors.ts';
import { checkHost, checkOrigin } from '../../http/protection/callers.ts';
import { HttpRefusal, httpRefusal } from '../../http/protection/http-refusal.ts';
import { UserError } from '#casework';

/** Sockets of one address: people of an office may share it. */
const MOST_OF_AN_ADDRESS = 100;

const NO_SOCKET = httpRefusal(
  404,
  'NOT_FOUND',
  { zh: '这里没有 WebSocket。', en: 'There is no WebSocket here.' },
  { zh: '订阅请连接 /graphql。', en: 'Subscriptions connect to /graphql.' },
);

export const tooManySockets = (): UserError =>
  new UserError(
    'TOO_MANY_SOCKETS',
    { zh: '打开的连接过多。', en: 'Too many connections are open.' },
    { zh: '请关闭其他页面或连接后再试。', en: 'Close other pages or connections and try again.' },
  );

/** What a request for a socket passes: place, name, page, and how many there are already. */
export class Upgrades {
  readonly #open = new Map<string, number>();

  constructor(private readonly protection: Protection) {}

  /** @returns why there will be no socket; null: the caller opens it and has counted it in */
  refusal(request: IncomingMessage): HttpRefusal | null {
    if (request.url?.split('?')[0] !== '/graphql') return NO_SOCKET;
    const foreign =
      checkHost(request.headers, this.protection) ?? checkOrigin(request.headers, this.protection);
    if (foreign) return foreign;
    const { remoteAddress = '' } = request.socket;
    const open = this.#open.get(remoteAddress) ?? 0;
    if (open >= MOST_OF_AN_ADDRESS) return new HttpRefusal(429, tooManySockets(), { 'retry-after': '60' });
    this.count(request, remoteAddress);
    return null;
  }

  private count({ socket }: IncomingMessage, address: string): void {
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1);
    socket.once('close', () => {
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    });
  }
}

const REASONS: Record<number, string> = {
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
};

/** Answers like any other request and closes. */
export function refuseUpgrade(socket: Duplex, refused: HttpRefusal): void {
  const status = refused.getStatus();
  const body = JSON.stringify(bodyOf(refused.refusal, status, ''));
  const headers = {
    ...refused.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.on('error', () => undefined); // the client may be gone already
  socket.end(`HTTP/1.1 ${status} ${REASONS[status] ?? 'Refused'}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
