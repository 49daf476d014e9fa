import type { z } from 'zod';
import type { Config } from './index.ts';
import { LOOPBACK, type schema } from './schema.ts';
import { StartError } from './start-error.ts';

type Values = z.infer<typeof schema>;

/** Settings that say who gets in; some of them exclude each other. */
export function signingIn(values: Values, embedded: boolean): Pick<Config, 'demo' | 'publicUrl' | 'openId'> {
  const demo = values.DEMO === 'on' || (values.DEMO === 'auto' && embedded);
  if (demo && !embedded)
    throw new StartError('DEMO', {
      zh: '演示身份不用登录,不能用于自有数据库;请去掉 DEMO=on 或 DATABASE_URL',
      en: 'in the demo nobody signs in, so it cannot run on a database of your own; unset DEMO or DATABASE_URL',
    });
  if (demo && !LOOPBACK.includes(values.HOST))
    throw new StartError('HOST', {
      zh: `${values.HOST}:演示身份不用登录,只能在本机访问;请设置 DEMO=off,或去掉 HOST`,
      en: 'in the demo nobody signs in, so it is for this machine only; set DEMO=off or unset HOST',
    });
  const publicUrl = values.PUBLIC_URL ? new URL(values.PUBLIC_URL).origin : null;
  return { demo, publicUrl, openId: openIdOf(values) };
}

function openIdOf(values: Values): Config['openId'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  const together = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  if (!issuer && !clientId && !clientSecret) return null;
  if (issuer && clientId && clientSecret && values.PUBLIC_URL) return { issuer, clientId, clientSecret };
  const missing = Object.entries({ ...together, PUBLIC_URL: values.PUBLIC_URL }).find(([, value]) => !value)!;
  throw new StartError(missing[0], {
    zh: '未设置;统一身份认证须同时设置 OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET 和 PUBLIC_URL',
    en: 'not set; OpenID Connect takes OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL together',
  });
}
