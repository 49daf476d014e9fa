import { readConfig, runProcess } from '#config';
import { prepareStores } from '#persistence';
import { createApp } from './create-app.ts';
import { listen } from './listen.ts';

async function main(): Promise<void> {
  const config = readConfig();
  await prepareStores(config);
  const app = await createApp(config);
  process.send?.({ ready: await listen(app, config) });
}

runProcess(main);
