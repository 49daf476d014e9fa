import { z } from 'zod';
import { isUrl, oneOf, shouldBe } from './rules.ts';
import { StartError } from './start-error.ts';

/** 对象存储: the bucket of an S3-compatible store in which uploads and generated files lie. */
export interface FileBucket {
  url: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  /** Whether the bucket stands in the path of an address or in its host name. */
  addressing: 'path' | 'host';
}

const word = z
  .string()
  .refine(value => /^[!-~]+$/.test(value), shouldBe('不含空格的一段字符', 'one word without spaces'));

export const fileBucketSchema = {
  FILES_S3_URL: z
    .string()
    .refine(
      value =>
        isUrl(value, ['https:', 'http:'], false) && new URL(value).href === `${new URL(value).origin}/`,
      shouldBe(
        ' https://主机:端口 的形式,不带路径、用户名和密码',
        'like https://host:9000, without a path, user or password',
      ),
    )
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .refine(
      value => /^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/.test(value),
      shouldBe('存储桶名称,3 到 63 个字母、数字、点或短横', 'the name of a bucket, of 3 to 63 characters'),
    )
    .optional(),
  FILES_S3_REGION: word.default('us-east-1'),
  FILES_S3_ACCESS_KEY: word.optional(),
  FILES_S3_SECRET_KEY: word.optional(),
  FILES_S3_ADDRESSING: oneOf('path', 'host').default('path'),
};

type Values = z.infer<z.ZodObject<typeof fileBucketSchema>>;

/** @returns null: files lie in the data folder */
export function fileBucketOf(values: Values): FileBucket | null {
  const { FILES_S3_URL: url, FILES_S3_BUCKET: bucket } = values;
  const { FILES_S3_ACCESS_KEY: accessKey, FILES_S3_SECRET_KEY: secretKey } = values;
  const { FILES_S3_REGION: region, FILES_S3_ADDRESSING: addressing } = values;
  if (url && bucket && accessKey && secretKey)
    return { url: new URL(url).origin, bucket, region, accessKey, secretKey, addressing };
  const together = {
    FILES_S3_URL: url,
    FILES_S3_BUCKET: bucket,
    FILES_S3_ACCESS_KEY: accessKey,
    FILES_S3_SECRET_KEY: secretKey,
  };
  const missing = Object.entries(together).filter(([, value]) => !value);
  if (missing.length === Object.keys(together).length) return null;
  throw new StartError(missing[0]![0], {
    zh: `未设置;对象存储须同时设置 ${Object.keys(together).join('、')}`,
    en: `not set; an S3-compatible store takes ${Object.keys(together).join(', ')} together`,
  });
}
