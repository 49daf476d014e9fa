import { readConfig, runProcess } from '#config';
import { prepareStores } from '#persistence';
import { WorkerModule } from '../../worker/src/worker.module.ts';
import { createApp } from './create-app.ts';
import { isDemoWanted, loadDemo } from './demo.ts';
import { listen } from './listen.ts';

async function main(): Promise<void> {
  const config = readConfig();
  const made = await prepareStores(config);
  const app = await createApp(config, config.workerInside ? [WorkerModule.inside()] : []);
  const { url, did } = await listen(app, config);
  const loaded = config.demo && config.workerInside && (await isDemoWanted(app)) ? await loadDemo(app) : [];
  process.send?.({ ready: url, did: [...made, ...did, ...loaded] });
}

runProcess(main);
