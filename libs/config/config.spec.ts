import { describe, expect, it } from 'vitest';
import { readConfig, StartError } from './index.ts';

const DATABASE_URL = 'postgres://user:password@db.example/cases';

const graphiql = (env: NodeJS.ProcessEnv) => readConfig({ DATABASE_URL, ...env }).protection.graphiql;

describe('readConfig', () => {
  it.each<[string, string, string]>([
    ['DATABASE_URL', 'localhost:5432/x', 'postgres://用户:密码@主机:5432/数据库'],
    ['DATABASE_URL', 'mysql://localhost/x', 'postgres://user:password@host:5432/database'],
    ['DATABASE_URL', 'postgres://localhost', 'postgres://user:password@host:5432/database'],
    ['DATABASE_URL', 'postgres:///x', 'postgres://user:password@host:5432/database'],
    ['DATABASE_URL', 'postgres://user:50%off@localhost/x', '%xx'],
    ['REDIS_URL', '127.0.0.1:6379', 'redis://host:6379'],
    ['REDIS_URL', 'redis://host:6379/cases', 'redis://host:6379'],
    ['PORT', 'abc', '0 到 65535 之间的整数'],
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '80.5', 'a whole number from 0 to 65535'],
    ['PORT', ' ', 'a whole number from 0 to 65535'],
    ['MAX_UPLOAD_MB', 'many', 'a number above 0'],
    ['MAX_UPLOAD_MB', '0', 'a number above 0'],
    ['LOG_LEVEL', 'loud', 'one of silent, fatal, error, warn'],
    ['DEMO', 'yes', 'one of auto, on, off'],
    ['DEMO', 'on', 'unset DEMO or DATABASE_URL'],
    ['PUBLIC_URL', 'cases.example', 'like https://cases.example'],
    ['PUBLIC_URL', 'https://cases.example/path', 'without a path'],
    ['OIDC_ISSUER', 'http://id.example', 'https:// address of an OpenID provider'],
    ['ALLOWED_HOSTS', 'cases.example/x', 'host names'],
    ['TRUSTED_PROXIES', 'proxy', 'addresses or networks'],
    ['RATE_LIMIT', '-1', 'a number of requests a minute'],
    ['GRAPHIQL', 'yes', 'one of auto, on, off'],
    ['LINK_KEY', 'short', 'at least 32 characters'],
    ['FILES_S3_URL', 'minio.example:9000', 'like https://host:9000'],
    ['FILES_S3_URL', 'https://minio.example/bucket', 'without a path'],
    ['FILES_S3_URL', 'https://key:secret@minio.example', 'without a path, user or password'],
    ['FILES_S3_BUCKET', 'a/b', 'the name of a bucket'],
    ['FILES_S3_SECRET_KEY', 'with space', 'one word without spaces'],
    ['FILES_S3_ADDRESSING', 'virtual', 'one of path, host'],
  ])('%s=%s is refused in one line', (variable, value, words) => {
    const read = () => readConfig({ DATABASE_URL, [variable]: value });
    expect(read).toThrow(StartError);
    expect(read).toThrow(words);
    expect(read).toThrow(new RegExp(`^${variable}: [^\\n]+ \\| [^\\n]+$`));
  });

  it('without a database it says how to get one', () => {
    expect(() => readConfig({})).toThrow(/^DATABASE_URL: 未设置.*npm start/);
  });

  it('an empty variable is as good as none', () => {
    const config = readConfig({ DATABASE_URL, PORT: '', REDIS_URL: '' });
    expect(config).toMatchObject({ port: null, redisUrl: null, embedded: false, demo: false });
  });

  it("the demo stays on this machine, and off a database of one's own", () => {
    const embedded = { ANJUAN_EMBEDDED_URL: DATABASE_URL };
    expect(readConfig(embedded)).toMatchObject({ demo: true, host: '127.0.0.1' });
    expect(() => readConfig({ ...embedded, HOST: '0.0.0.0' })).toThrow(/^HOST: 0\.0\.0\.0.*DEMO=off/);
    expect(readConfig({ ...embedded, HOST: '0.0.0.0', DEMO: 'off' })).toMatchObject({ demo: false });
    expect(readConfig({ DATABASE_URL, HOST: '0.0.0.0' })).toMatchObject({ demo: false, host: '0.0.0.0' });
  });

  it('OpenID Connect takes its settings together', () => {
    const all = {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
      PUBLIC_URL: 'https://cases.example/',
    };
    expect(readConfig({ DATABASE_URL, ...all })).toMatchObject({
      openId: { issuer: 'https://id.example', clientId: 'a', clientSecret: 'b' },
      publicUrl: 'https://cases.example',
    });
    for (const left of Object.keys(all).filter(key => key !== 'PUBLIC_URL'))
      expect(() => readConfig({ DATABASE_URL, ...all, [left]: '' })).toThrow(new RegExp(`^${left}: 未设置`));
    expect(() => readConfig({ DATABASE_URL, ...all, PUBLIC_URL: '' })).toThrow(/^PUBLIC_URL: 未设置/);
    expect(readConfig({ DATABASE_URL, OIDC_ISSUER: '' })).toMatchObject({ openId: null });
  });

  it('a bucket takes its settings together', () => {
    const all = {
      FILES_S3_URL: 'http://minio.example:9000/',
      FILES_S3_BUCKET: 'cases',
      FILES_S3_ACCESS_KEY: 'a',
      FILES_S3_SECRET_KEY: 'b',
    };
    expect(readConfig({ DATABASE_URL, ...all }).fileBucket).toEqual({
      url: 'http://minio.example:9000',
      bucket: 'cases',
      region: 'us-east-1',
      accessKey: 'a',
      secretKey: 'b',
      addressing: 'path',
    });
    for (const left of Object.keys(all))
      expect(() => readConfig({ DATABASE_URL, ...all, [left]: '' })).toThrow(new RegExp(`^${left}: 未设置`));
    expect(readConfig({ DATABASE_URL, FILES_S3_REGION: 'cn-north-1' }).fileBucket).toBeNull();
  });

  it('reads what is right', () => {
    const env = {
      DATABASE_URL,
      REDIS_URL: 'rediss://:p%40ss@cache.example:6380/2',
      PORT: '0',
      MAX_UPLOAD_MB: '0.5',
    };
    expect(readConfig(env)).toMatchObject({ redisUrl: env.REDIS_URL, port: 0, maxUploadBytes: 524_288 });
  });

  it('GraphiQL is there for development and, in production, only when it is asked for', () => {
    expect(graphiql({})).toBe(true);
    expect(graphiql({ NODE_ENV: 'production' })).toBe(false);
    expect(graphiql({ NODE_ENV: 'production', GRAPHIQL: 'on' })).toBe(true);
    expect(graphiql({ GRAPHIQL: 'off' })).toBe(false);
  });

  it('the server answers to the names it is known by, and to no other', () => {
    const env = {
      DATABASE_URL,
      PUBLIC_URL: 'https://Cases.example:8443',
      ALLOWED_HOSTS: 'a.example, [fd00::1]',
    };
    expect(readConfig(env).protection.allowedHosts).toEqual([
      'localhost',
      '127.0.0.1',
      '[::1]',
      'cases.example',
      'a.example',
      '[fd00::1]',
    ]);
  });
});
