import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { FileStore } from './files.ts';

it('an upload that was killed a day ago leaves nothing; one under way stays', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-files-'));
  const store = new FileStore(folder, 1000);
  await store.removeAbandoned(); // before the first upload there is no folder
  const [old, young] = ['old', 'young'].map(name => path.join(folder, 'incoming', name)) as [string, string];
  mkdirSync(path.dirname(old));
  for (const file of [old, young]) writeFileSync(file, 'half');
  const dayBefore = Date.now() / 1000 - 90_000;
  utimesSync(old, dayBefore, dayBefore);
  await store.removeAbandoned();
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  rmSync(folder, { recursive: true });
});
