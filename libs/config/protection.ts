import { isIP } from 'node:net';
import * as path from 'node:path';
import { z } from 'zod';
import { oneOf, shouldBe } from './rules.ts';

/** What stands between the network and the API. */
export interface Protection {
  /** Names by which the server may be called (Host header), without port; anything else is refused. */
  allowedHosts: string[];
  /** Where browsers reach the server, when that is not the address it listens on; null: not said. */
  publicUrl: URL | null;
  /** Reverse proxies whose X-Forwarded headers are believed. */
  trustedProxies: string[];
  /** Absolute path of the list of operations that may be run; null: any operation. */
  trustedDocuments: string | null;
  /** Whether GraphiQL and introspection are there. */
  graphiql: boolean;
  /** Requests a minute of one account; 0: not counted. */
  requestsPerMinute: number;
  /** Signs download links; null: a key is made and kept in the data folder. */
  linkKey: string | null;
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

const isHost = (value: string) =>
  HOST_NAME.test(value) || (isIP(value.replaceAll(/[[\]]/g, '')) === 6 && value.startsWith('['));
const isNetwork = (value: string) => isIP(value.split('/')[0]!) !== 0 && /^[^/]+(\/\d{1,3})?$/.test(value);

const listOf = (isOne: (value: string) => boolean, problem: { error: string }) =>
  z
    .string()
    .transform(text => text.split(',').flatMap(one => one.trim().toLowerCase() || []))
    .refine(values => values.length > 0 && values.every(isOne), problem);

const perMinute = z
  .string()
  .refine(
    value => /^\d{1,8}$/.test(value),
    shouldBe(' 0(不限)或每分钟请求数', '0 (no limit) or a number of requests a minute'),
  )
  .transform(Number);

export const protectionSchema = {
  ALLOWED_HOSTS: listOf(isHost, shouldBe('以逗号分隔的主机名', 'host names, separated by commas')).optional(),
  TRUSTED_PROXIES: listOf(
    isNetwork,
    shouldBe(
      '以逗号分隔的地址或网段,例如 10.0.0.5,10.1.0.0/16',
      'addresses or networks like 10.0.0.5,10.1.0.0/16',
    ),
  ).optional(),
  TRUSTED_DOCUMENTS: z.string().optional(),
  GRAPHIQL: oneOf('auto', 'on', 'off').default('auto'),
  RATE_LIMIT: perMinute.default(600),
  LINK_KEY: z
    .string()
    .refine(value => value.length >= 32, shouldBe('至少 32 个字符', 'at least 32 characters'))
    .optional(),
};

type Values = z.infer<z.ZodObject<typeof protectionSchema>> & { PUBLIC_URL?: string | undefined };

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export function protectionOf(values: Values, { host, env }: { host: string; env: string }): Protection {
  const listening = isIP(host) === 6 ? `[${host}]` : host;
  const publicUrl = values.PUBLIC_URL ? new URL(values.PUBLIC_URL) : null;
  const named = publicUrl ? [publicUrl.hostname] : [];
  return {
    allowedHosts: [...new Set([...LOOPBACK, listening, ...named, ...(values.ALLOWED_HOSTS ?? [])])],
    publicUrl,
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    trustedDocuments: values.TRUSTED_DOCUMENTS ? path.resolve(values.TRUSTED_DOCUMENTS) : null,
    graphiql: values.GRAPHIQL === 'on' || (values.GRAPHIQL === 'auto' && env !== 'production'),
    requestsPerMinute: values.RATE_LIMIT,
    linkKey: values.LINK_KEY ?? null,
  };
}
