import { z } from 'zod';
import { fileBucketSchema } from './file-bucket.ts';
import { protectionSchema } from './protection.ts';
import { isUrl, oneOf, shouldBe } from './rules.ts';

const databaseUrl = z
  .string()
  .refine(
    value => isUrl(value, ['postgres:', 'postgresql:'], true),
    shouldBe(
      ' postgres://用户:密码@主机:5432/数据库 的形式(密码中的特殊字符用 %xx 书写)',
      'like postgres://user:password@host:5432/database (special characters of the password as %xx)',
    ),
  );

const redisUrl = z
  .string()
  .refine(
    value => isUrl(value, ['redis:', 'rediss:'], false) && /^\/?\d*$/.test(new URL(value).pathname),
    shouldBe(' redis://主机:6379 的形式', 'like redis://host:6379'),
  );

const publicUrl = z
  .string()
  .refine(
    value => isUrl(value, ['https:', 'http:'], false) && /^\/?$/.test(new URL(value).pathname),
    shouldBe(' https://主机名 的形式,不带路径', 'like https://cases.example, without a path'),
  );

export const LOOPBACK = ['127.0.0.1', '::1', '[::1]', 'localhost'];

/** In the clear, passwords and codes would travel for everybody to read; on this machine nobody else listens. */
const issuer = z
  .string()
  .refine(
    value =>
      isUrl(value, ['https:', 'http:'], false) &&
      (value.startsWith('https:') || LOOPBACK.includes(new URL(value).hostname)),
    shouldBe(' https:// 开头的统一身份认证地址', 'the https:// address of an OpenID provider'),
  );

const port = z
  .string()
  .refine(
    value => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    shouldBe(' 0 到 65535 之间的整数', 'a whole number from 0 to 65535'),
  )
  .transform(Number);

const megabytes = z
  .string()
  .refine(
    value => /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 1024,
    shouldBe('大于 0、不超过 1024 的数', 'a number above 0, at most 1024'),
  )
  .transform(Number);

/** From the rarest to the most talkative; each includes the ones before. */
export const LEVELS = ['fatal', 'error', 'warn', 'log', 'debug'] as const;
export type LogLevel = (typeof LEVELS)[number];

export const schema = z.object({
  NODE_ENV: oneOf('development', 'production', 'test').default('development'),
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.optional(),
  DATA_DIR: z.string().default('.data'),
  FIELD_KEY: z.string().optional(),
  FIELD_KEY_FILE: z.string().optional(),
  LOG_LEVEL: oneOf('silent', ...LEVELS).default('warn'),
  MAX_UPLOAD_MB: megabytes.default(100),
  ...fileBucketSchema,
  DEMO: oneOf('auto', 'on', 'off').default('auto'),
  ...protectionSchema,
  PUBLIC_URL: publicUrl.optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
});
