import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { Program, REPO } from '../support/program.ts';
import { TestS3 } from '../support/s3.ts';

/** Listens and never answers, as a firewall or a wrong service would. */
function silentServer(): Promise<Server> {
  return new Promise(resolve => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1', () => resolve(server));
  });
}

describe('a setting that cannot be used ends the start with one line that names it', () => {
  let database: TestDatabase;
  let silent: Server;
  let closed: number;
  let s3: TestS3;
  const url = (change: (url: URL) => void) => {
    const changed = new URL(database.url);
    change(changed);
    return changed.toString();
  };

  beforeAll(async () => {
    database = await createDatabase();
    silent = await silentServer();
    const other = await silentServer();
    closed = (other.address() as AddressInfo).port;
    other.close();
    s3 = await TestS3.start();
  });
  afterAll(async () => {
    silent.close();
    await s3.stop();
    await database.drop();
  });

  const silentPort = () => (silent.address() as AddressInfo).port;
  const files = (change: NodeJS.ProcessEnv) => ({ DATABASE_URL: database.url, ...s3.env, ...change });
  const anywhere = 'postgres://user:password@127.0.0.1:1/database';

  it.concurrent.each<[string, () => NodeJS.ProcessEnv, RegExp]>([
    [
      'nobody listens',
      () => ({ DATABASE_URL: url(u => (u.port = String(closed))) }),
      /^DATABASE_URL: 数据库 127\.0\.0\.1:\d+\/\w+ 连不上.*cannot be reached.*ECONNREFUSED/,
    ],
    [
      'an unknown host',
      () => ({ DATABASE_URL: url(u => (u.hostname = 'no-such-host.invalid')) }),
      /^DATABASE_URL: .*主机名无法解析.*unknown host/,
    ],
    [
      'no answer',
      () => ({ DATABASE_URL: url(u => (u.port = String(silentPort()))) }),
      /^DATABASE_URL: .*连不上.*cannot be reached/,
    ],
    [
      'a wrong password',
      () => ({ DATABASE_URL: url(u => (u.password = 'wrong')) }),
      /^DATABASE_URL: .*密码错误/,
    ],
    [
      'no such database',
      () => ({ DATABASE_URL: url(u => (u.pathname = '/absent')) }),
      /^DATABASE_URL: .*数据库不存在/,
    ],
    [
      'nobody listens for Redis',
      () => ({ DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${closed}` }),
      /^REDIS_URL: 连不上 Redis 127\.0\.0\.1:\d+.*ECONNREFUSED/,
    ],
    [
      'Redis does not answer',
      () => ({ DATABASE_URL: database.url, REDIS_URL: `redis://127.0.0.1:${silentPort()}` }),
      /^REDIS_URL: 连不上 Redis .*no answer/,
    ],
    [
      'a data folder below a file',
      () => ({ DATABASE_URL: database.url, DATA_DIR: 'package.json/data' }),
      /^DATA_DIR: 不能写入文件夹 .*package\.json\/data.*ENOTDIR/,
    ],
    [
      'nobody listens for files',
      () => files({ FILES_S3_URL: `http://127.0.0.1:${closed}` }),
      /^FILES_S3_URL: 对象存储 127\.0\.0\.1:\d+\/anjuan-files 连不上.*cannot be reached.*ECONNREFUSED/,
    ],
    [
      'the store of files does not answer',
      () => files({ FILES_S3_URL: `http://127.0.0.1:${silentPort()}` }),
      /^FILES_S3_URL: 对象存储 .* 连不上.*TimeoutError/,
    ],
    [
      'no store of files but another server',
      () => files({ FILES_S3_URL: `http://127.0.0.1:${new URL(database.url).port}` }),
      /^FILES_S3_URL: 对象存储 /,
    ],
    [
      'no such bucket',
      () => files({ FILES_S3_BUCKET: 'absent' }),
      /^FILES_S3_BUCKET: .*没有这个存储桶.*NoSuchBucket, 404/,
    ],
    [
      'an access key nobody knows',
      () => files({ FILES_S3_ACCESS_KEY: 'nobody' }),
      /^FILES_S3_ACCESS_KEY: .*不认识这个访问密钥.*InvalidAccessKeyId, 403/,
    ],
    [
      'a wrong secret key',
      () => files({ FILES_S3_SECRET_KEY: 'do-not-tell' }),
      /^FILES_S3_SECRET_KEY: (?!.*do-not-tell).*不接受这个私有密钥.*SignatureDoesNotMatch, 403/,
    ],
    ['half of a bucket', () => files({ FILES_S3_BUCKET: '' }), /^FILES_S3_BUCKET: 未设置/],
    ['a port in words', () => ({ DATABASE_URL: anywhere, PORT: 'abc' }), /^PORT: 应为 0 到 65535 之间的整数/],
    [
      'an address of another machine',
      () => ({ DATABASE_URL: database.url, HOST: '192.0.2.1', PORT: '0' }),
      /^HOST: 192\.0\.2\.1 不是本机的地址.*not an address of this machine/,
    ],
    [
      "personas on a database of one's own",
      () => ({ DATABASE_URL: database.url, DEMO: 'on' }),
      /^DEMO: 演示身份不用登录,不能用于自有数据库/,
    ],
    [
      'half of OpenID Connect',
      () => ({ DATABASE_URL: database.url, OIDC_ISSUER: 'https://id.example' }),
      /^OIDC_CLIENT_ID: 未设置/,
    ],
  ])(
    '%s',
    async (_name, settings, line) => {
      const program = new Program(REPO, { args: ['api'], settings: settings() });
      expect(await program.ended).toBe(1);
      expect(program.err).toMatch(line);
      expect(program.err.trimEnd().split('\n')).toHaveLength(1);
    },
    60_000,
  );

  it('the worker says it in the same way', async () => {
    const program = new Program(REPO, { args: ['worker'], settings: { DATABASE_URL: 'nonsense' } });
    expect(await program.ended).toBe(1);
    expect(program.err).toMatch(/^DATABASE_URL: 应为.*\n$/);
  });

  it('start:api and start:worker need a database that both can reach', async () => {
    const program = new Program(REPO, { args: ['api'] });
    expect(await program.ended).toBe(1);
    expect(program.err).toMatch(/^\[anjuan\] DATABASE_URL: not set.*\n$/);
  });
});
