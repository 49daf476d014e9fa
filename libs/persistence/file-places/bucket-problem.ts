import { StartError, type FileBucket, type StartProblem } from '#config';

/**
 * The store of files does not answer, or refuses. Whatever was being kept is not kept, and what was there is untouched:
 * the same may be tried again. One line for the administrator, who reads it at the start, from a command or in the log.
 */
export class FilesUnreachableError extends StartError {}

interface Said {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const UNREACHABLE: StartProblem = {
  zh: '连不上;请检查地址,并确认服务已启动',
  en: 'cannot be reached; check the address and that it runs',
};
const NO_HOST: StartProblem = {
  zh: '主机名无法解析;请检查主机名',
  en: 'has an unknown host name; check the host',
};
const CERTIFICATE: StartProblem = {
  zh: '的证书不受信任;请检查地址,自签证书用 NODE_EXTRA_CA_CERTS 指定',
  en: 'shows a certificate that is not trusted; check the address, or name its CA in NODE_EXTRA_CA_CERTS',
};
const REGION: StartProblem = {
  zh: '不接受这个区域;请核对存储桶所在的区域',
  en: "refuses this region; check the bucket's",
};
const RIGHTS: StartProblem = {
  zh: '拒绝了该账号;请授予对存储桶列出、读取和写入的权限',
  en: 'refuses this account; grant it to list, read and write in the bucket',
};
const OTHER: StartProblem = {
  zh: '没有按 S3 协议应答;请检查地址,并查看该服务的日志',
  en: 'gives no answer of an S3-compatible store; check the address, and its log',
};

/** By what the store says, or the network: the setting to look at, and what it means. */
const PROBLEMS: Readonly<Record<string, readonly [variable: string, StartProblem]>> = {
  ENOTFOUND: ['FILES_S3_URL', NO_HOST],
  EAI_AGAIN: ['FILES_S3_URL', NO_HOST],
  ...Object.fromEntries(
    ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EPIPE', 'TimeoutError'].map(
      code => [code, ['FILES_S3_URL', UNREACHABLE]],
    ),
  ),
  ...Object.fromEntries(
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'CERT_HAS_EXPIRED',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ].map(code => [code, ['FILES_S3_URL', CERTIFICATE]]),
  ),
  ...Object.fromEntries(
    ['AuthorizationHeaderMalformed', 'PermanentRedirect', 'TemporaryRedirect', 'InvalidRegion'].map(code => [
      code,
      ['FILES_S3_REGION', REGION],
    ]),
  ),
  NoSuchBucket: [
    'FILES_S3_BUCKET',
    { zh: '没有这个存储桶;请先建好,或核对名称', en: 'has no such bucket; make it first, or check the name' },
  ],
  InvalidAccessKeyId: [
    'FILES_S3_ACCESS_KEY',
    { zh: '不认识这个访问密钥;请核对', en: 'does not know this access key; check it' },
  ],
  SignatureDoesNotMatch: [
    'FILES_S3_SECRET_KEY',
    { zh: '不接受这个私有密钥;请核对', en: 'refuses this secret key; check it' },
  ],
  RequestTimeTooSkewed: [
    'FILES_S3_URL',
    { zh: '的时钟与本机相差过大;请校准时间', en: 'has another time than this machine; set the clocks' },
  ],
  AccessDenied: ['FILES_S3_ACCESS_KEY', RIGHTS],
};

/** What a store says of its own state; it may answer otherwise in a moment. */
export const isPassing = (error: unknown): boolean => {
  const { $metadata } = (error ?? {}) as Said;
  const status = $metadata?.httpStatusCode ?? 0;
  return status === 409 || status === 429 || (status >= 500 && status !== 501);
};

/** What this machine's own disk says while something is fetched or sent. */
const DISK = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'EMFILE']);

/** Whether an error comes from the store or the way to it, and is no fault of ours. */
function isItsOwn({ name = '', code = '', $metadata }: Said): boolean {
  if ($metadata?.httpStatusCode !== undefined || name === 'TimeoutError') return true;
  return code !== '' && !DISK.has(code);
}

/** One line for what the store says, which never holds a key; an error that does not come from it is given back as it is. */
export function bucketProblem({ url, bucket }: FileBucket, error: unknown): unknown {
  const said = (error ?? {}) as Said;
  if (error instanceof StartError || !isItsOwn(said)) return error;
  const status = said.$metadata?.httpStatusCode;
  const word =
    [said.code, said.name].find(one => one && one in PROBLEMS) ?? (status === 403 ? 'AccessDenied' : '');
  const [variable, { zh, en }] = PROBLEMS[word] ?? ['FILES_S3_URL', OTHER];
  const detail = [said.code ?? said.name, status].filter(Boolean).join(', ');
  const at = `${new URL(url).host}/${bucket}`;
  const problem = {
    zh: `对象存储 ${at} ${zh}`,
    en: `the S3-compatible store ${en} (${detail})`,
  };
  return new FilesUnreachableError(variable, problem, { cause: error });
}
