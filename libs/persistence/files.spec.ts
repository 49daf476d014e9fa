import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Keyring, newKey } from '#protection';
import { FileStore } from './files.ts';

const NO_KEYS = new Keyring([]);

it('an upload that was killed a day ago leaves nothing; one under way stays', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-files-'));
  const store = new FileStore(folder, 1000, NO_KEYS);
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

describe('a file', () => {
  it.each([
    ['encrypted as soon as there is a key', Keyring.parse(newKey()), false],
    ['in clear without one', NO_KEYS, true],
  ])('lies %s, for its owner alone, and is read back', async (_, keyring, inClear) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-files-'));
    const store = new FileStore(folder, 1000, keyring);
    const content = Buffer.from('张三 11010519491231002X');
    const { key, bytes } = await store.put(Readable.from([content]));
    expect(bytes).toBe(content.length);
    expect(readFileSync(store.pathOf(key)).equals(content)).toBe(inClear);
    expect(statSync(store.pathOf(key)).mode & 0o777).toBe(0o600);
    expect((await buffer(await store.read(key))).equals(content)).toBe(true);
    expect(await store.withClear(key, async file => readFileSync(file).equals(content))).toBe(true);
    expect(readdirSync(path.join(folder, 'incoming'))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('that was kept before there was a key is still read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-files-'));
    const { key } = await new FileStore(folder, 1000, NO_KEYS).put(Readable.from([Buffer.from('old')]));
    const later = new FileStore(folder, 1000, Keyring.parse(newKey()));
    expect((await buffer(await later.read(key))).toString()).toBe('old');
    await expect(new FileStore(folder, 1000, NO_KEYS).read('0'.repeat(64))).rejects.toThrow('ENOENT');
    rmSync(folder, { recursive: true });
  });
});
