import type { Protection } from '#config';
import type { IncomingHttpHeaders } from 'node:http';
import { httpRefusal, type HttpRefusal } from './http-refusal.ts';

type Names = Pick<Protection, 'allowedHosts' | 'publicUrl'>;

const HOST_REFUSED = httpRefusal(
  421,
  'HOST_REFUSED',
  { zh: '服务器不使用这个主机名。', en: 'The server does not go by this host name.' },
  {
    zh: '请用正确的网址访问;管理员可用 PUBLIC_URL 或 ALLOWED_HOSTS 加入主机名。',
    en: 'Use the right address; an administrator can add host names with PUBLIC_URL or ALLOWED_HOSTS.',
  },
);

const ORIGIN_REFUSED = httpRefusal(
  403,
  'ORIGIN_REFUSED',
  { zh: '请求来自其他网站,已拒绝。', en: 'The request comes from another site and was refused.' },
  {
    zh: '请在本系统的页面内操作;如经反向代理访问,请管理员设置 PUBLIC_URL。',
    en: "Work in this system's own pages; behind a reverse proxy the administrator sets PUBLIC_URL.",
  },
);

/**
 * Whether the server is called by a name of its own. A page whose name was made to point here (DNS rebinding) calls it
 * by another one.
 */
export function checkHost({ host }: IncomingHttpHeaders, { allowedHosts }: Names): HttpRefusal | null {
  const name = host?.toLowerCase().match(/^(\[[0-9a-f:.]+\]|[^:@/\\?#\s]+)(?::\d{1,5})?$/)?.[1];
  return name && allowedHosts.includes(name) ? null : HOST_REFUSED;
}

/**
 * Whether a change or a socket is asked for by a page of this server, or by a program. Browsers tell where a request
 * comes from, and no page can keep them from it.
 */
export function checkOrigin(headers: IncomingHttpHeaders, { publicUrl }: Names): HttpRefusal | null {
  const { origin, host } = headers;
  if (origin === undefined) return isForeign(headers['sec-fetch-site']) ? ORIGIN_REFUSED : null;
  if (publicUrl && origin === publicUrl.origin) return null;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase() ? null : ORIGIN_REFUSED;
}

const isForeign = (site: string | string[] | undefined) => site === 'cross-site' || site === 'same-site';
