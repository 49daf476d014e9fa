import { readConfig, runProcess } from '#config';
import { prepareStores } from '#persistence';
import { WorkerModule } from '../../worker/src/worker.module.ts';
import { createApp } from './create-app.ts';
import { isDemoWanted, loadDemo } from './demo.ts';
import { prepareAccounts } from './first-accounts.ts';
import { listen } from './listen.ts';

async function main(): Promise<void> {
  const config = readConfig();
  const made = await prepareStores(config);
  const app = await createApp(config, config.workerInside ? [WorkerModule.inside()] : []);
  const { url, did } = await listen(app, config);
  const entry = await prepareAccounts(app, config);
  const loaded = config.demo && config.workerInside && (await isDemoWanted(app)) ? await loadDemo(app) : [];
  if (process.send) process.send({ ready: url, did: [...made, ...did, ...loaded], entry });
  else process.stdout.write(`${entry.join('\n')}\n`); // started by hand: what is said once must be seen
}

runProcess(main);
