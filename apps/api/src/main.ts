import { ConfigError, readConfig, type Config } from '#config';
import { DatabaseError, prepareDatabase } from '#persistence';
import { WorkerModule } from '../../worker/src/worker.module.ts';
import { createApp } from './create-app.ts';
import { isDemoWanted, loadDemo } from './demo.ts';

const DEFAULT_PORT = 3000;

/** Listens on the port that was asked for, or on 3000, or on a free one when 3000 is taken. */
async function listen(app: Awaited<ReturnType<typeof createApp>>, config: Config): Promise<string> {
  try {
    await app.listen(config.port ?? DEFAULT_PORT, config.host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || config.port !== null) throw error;
    await app.listen(0, config.host);
  }
  return app.getUrl();
}

async function main(): Promise<void> {
  const config = readConfig();
  await prepareDatabase(config.databaseUrl);
  const app = await createApp(config, config.workerInside ? [WorkerModule.inside()] : []);
  const url = await listen(app, config);
  const did = config.demo && config.workerInside && (await isDemoWanted(app)) ? await loadDemo(app) : [];
  process.send?.({ ready: url, did });
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DatabaseError;
  process.stderr.write(`${expected ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
