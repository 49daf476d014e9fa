import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Whether a request is signed with the secret key, by AWS Signature Version 4 as its specification has it. */
export function isSignedWith(secret: string, { method, url, headers }: IncomingMessage): boolean {
  const parts = /Credential=[^/]+\/(.+), ?SignedHeaders=(.+), ?Signature=(.+)$/.exec(
    headers.authorization ?? '',
  );
  if (!parts) return false;
  const [, scope, signed, signature] = parts as unknown as [string, string, string, string];
  const { pathname, searchParams } = new URL(url!, 'http://host');
  const canonical = [
    method,
    pathname,
    [...searchParams]
      .map(pair => pair.map(encoded).join('='))
      .sort()
      .join('&'),
    ...signed.split(';').map(name => `${name}:${String(headers[name]).trim()}`),
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n');
  return hmac(key, text).toString('hex') === signature;
}
