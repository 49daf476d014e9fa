import { StartError, type Config, type StartProblem } from '#config';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from 'node:net';

const DEFAULT_PORT = 3000;

const PORT_PROBLEMS: Record<string, StartProblem> = {
  EADDRINUSE: {
    zh: '端口已被占用;请换一个端口,或去掉 PORT(自动选择)',
    en: 'the port is taken; choose another one, or unset PORT to have a free one chosen',
  },
  EACCES: {
    zh: '没有使用该端口的权限;请换一个 1024 以上的端口',
    en: 'no right to use the port; choose one above 1024',
  },
};

/** Where the API listens, and what is worth telling about it. */
export interface Listening {
  url: string;
  did: string[];
}

/**
 * Listens on the port that was asked for, or on 3000, or on a free one when 3000 is taken.
 * @throws StartError when the port or address that was asked for cannot be had
 */
export async function listen(app: NestFastifyApplication, config: Config): Promise<Listening> {
  const wanted = config.port ?? DEFAULT_PORT;
  const did: string[] = [];
  const error = await tryAddress(config.host, wanted); // the framework would log a stack trace
  const elsewhere = error?.code === 'EADDRINUSE' && config.port === null;
  if (error && !elsewhere) throw addressProblem(error.code ?? '', config, error);
  if (elsewhere) did.push(`端口 ${wanted} 已被占用,改用空闲端口 | port ${wanted} is taken, using a free one`);
  await app.listen(elsewhere ? 0 : wanted, config.host);
  return { url: await app.getUrl(), did };
}

/** The reason why nothing can listen there; null when it can. */
function tryAddress(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

function addressProblem(code: string, config: Config, error: unknown): unknown {
  const ofPort = PORT_PROBLEMS[code];
  const { zh = '', en = '' } = ofPort ?? {};
  if (ofPort) return new StartError('PORT', { zh: `${config.port}: ${zh}`, en }, { cause: error });
  if (!['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code)) return error;
  const problem = {
    zh: `${config.host} 不是本机的地址;请改为本机地址,例如 127.0.0.1 或 0.0.0.0`,
    en: 'not an address of this machine; use one that is, such as 127.0.0.1 or 0.0.0.0',
  };
  return new StartError('HOST', problem, { cause: error });
}
