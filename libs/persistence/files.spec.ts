import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { FileBucket } from '#config';
import { Keyring, newKey } from '#protection';
import { TestS3, type Conditions } from '#test/support/s3';
import { pathOfKey } from './file-places/file-place.ts';
import { openFiles, openFileStore } from './file-places/open-files.ts';
import { FileTooLargeError, type FileStore } from './files.ts';
import { countFilesByKey, rotateFiles } from './rotate-files.ts';

const NO_KEYS = new Keyring([]);
const KEYS = Keyring.parse(newKey());
const CONTENT = Buffer.from('张三 11010519491231002X');
const LIMIT = 8 * 1024 * 1024;

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'anjuan-files-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const temporary = () =>
  existsSync(path.join(dataDir, 'incoming')) ? readdirSync(path.join(dataDir, 'incoming')) : [];
const storeIn = (fileBucket: FileBucket | null, keyring = KEYS) =>
  openFileStore({ dataDir, fileBucket }, keyring, LIMIT);

async function listed(store: FileStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.keys()) keys.push(key);
  return keys;
}

it('an upload that was killed a day ago leaves nothing; one under way stays', async () => {
  const store = storeIn(null);
  await store.removeAbandoned(); // before the first upload there is no folder
  const [old, young] = ['old', 'young'].map(name => path.join(dataDir, 'incoming', name)) as [string, string];
  mkdirSync(path.dirname(old));
  for (const file of [old, young]) writeFileSync(file, 'half');
  const dayBefore = Date.now() / 1000 - 90_000;
  utimesSync(old, dayBefore, dayBefore);
  await store.removeAbandoned();
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});

it('in the data folder a file is for its owner alone', async () => {
  const store = storeIn(null);
  const { key } = await store.put(Readable.from([CONTENT]));
  expect(statSync(store.nameOf(key)).mode & 0o777).toBe(0o600);
});

describe.each<[string, Conditions | null]>([
  ['the data folder', null],
  ['a bucket', 'kept'],
  ['a bucket of a store that overlooks conditions', 'ignored'],
  ['a bucket of a store that refuses conditions', 'refused'],
])('files in %s', (_, conditions) => {
  let s3: TestS3 | null = null;
  beforeAll(async () => {
    s3 = conditions && (await TestS3.start(conditions));
  });
  afterAll(() => s3?.stop());
  afterEach(() => {
    for (const name of s3?.objects() ?? []) rmSync(s3!.fileOf(name));
    s3?.writes.splice(0);
  });

  const open = (keyring?: Keyring) => storeIn(s3?.bucket ?? null, keyring);
  const files = () => openFiles({ dataDir, fileBucket: s3?.bucket ?? null });
  const lying = (key: string) => s3?.fileOf(pathOfKey(key)) ?? path.join(dataDir, pathOfKey(key));
  const keysOf = () => listed(open());
  const put = (content: Buffer, keyring?: Keyring) => open(keyring).put(Readable.from([content]));
  const clear = async (key: string, keyring?: Keyring) => buffer(await open(keyring).read(key));

  it.each([
    ['encrypted as soon as there is a key', KEYS, false],
    ['in clear without one', NO_KEYS, true],
  ])('lie %s and are read back; nothing else is left', async (_name, keyring, inClear) => {
    const { key, bytes } = await put(CONTENT, keyring);
    expect(bytes).toBe(CONTENT.length);
    expect(readFileSync(lying(key)).equals(CONTENT)).toBe(inClear);
    expect((await clear(key, keyring)).equals(CONTENT)).toBe(true);
    expect(
      await open(keyring).withClear(key, async file => [
        readFileSync(file).equals(CONTENT),
        statSync(file).mode & 0o777,
      ]),
    ).toEqual([true, 0o600]);
    expect(temporary()).toEqual([]);
  });

  it.each([0, 28, 6_000_000])('of %i bytes come back as they were', async size => {
    const content = Buffer.alloc(size, 7);
    const { key } = await put(content, NO_KEYS);
    expect((await clear(key)).equals(content)).toBe(true);
    expect(await countFilesByKey(files())).toEqual(new Map([['', 1]]));
  });

  it('the same content is kept once, and what lies there stays as it is', async () => {
    const { key } = await put(CONTENT);
    const before = readFileSync(lying(key));
    expect((await put(CONTENT)).key).toBe(key);
    expect(readFileSync(lying(key)).equals(before)).toBe(true);
    const both = await Promise.all([put(Buffer.from('two at once')), put(Buffer.from('two at once'))]);
    expect((await clear(both[0].key)).toString()).toBe('two at once');
    expect(await keysOf()).toEqual([key, both[0].key].sort());
    // only a store that overlooks or refuses conditions takes the second of two writers at once
    expect(s3?.writes.length ?? 2).toBeLessThanOrEqual(conditions === 'kept' ? 2 : 3);
  });

  it('what is spoilt, or cannot be read any more, is replaced when it is uploaded again', async () => {
    const { key } = await put(CONTENT);
    writeFileSync(lying(key), 'x');
    await expect(clear(key).then(text => text.equals(CONTENT))).resolves.toBe(false);
    await put(CONTENT);
    expect((await clear(key)).equals(CONTENT)).toBe(true);
    const others = Keyring.parse(newKey());
    await put(CONTENT, others);
    expect((await clear(key, others)).equals(CONTENT)).toBe(true);
  });

  it('what was kept before there was a key is still read, and encrypted when it is uploaded again', async () => {
    const { key } = await put(CONTENT, NO_KEYS);
    expect((await clear(key)).equals(CONTENT)).toBe(true);
    await put(CONTENT);
    expect(readFileSync(lying(key)).includes(CONTENT)).toBe(false);
    expect((await clear(key)).equals(CONTENT)).toBe(true);
  });

  it.each<[string, () => Readable, string | typeof FileTooLargeError]>([
    [
      'interrupted',
      () =>
        Readable.from(
          (function* () {
            yield Buffer.alloc(100_000);
            throw new Error('the line is cut');
          })(),
        ),
      'the line is cut',
    ],
    ['too large', () => Readable.from([Buffer.alloc(LIMIT), Buffer.alloc(1)]), FileTooLargeError],
    ['refused for its content', () => Readable.from(['no document']), 'refused'],
  ])('an upload that is %s leaves nothing behind', async (_name, content, error) => {
    const refused = open().put(content(), async () => {
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow(error);
    expect(await keysOf()).toEqual([]);
    expect(temporary()).toEqual([]);
    expect(s3?.objects() ?? []).toEqual([]);
  });

  it('a key there is not, or that is none, is not found', async () => {
    const store = open();
    const { key } = await put(CONTENT);
    const absent = '0'.repeat(64);
    expect([await store.has(key), await store.has(absent), await store.has('../keys')]).toEqual([
      true,
      false,
      false,
    ]);
    await expect(store.read(absent)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(store.withStored(absent, async () => 1)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(files().place.head(absent, 28)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(() => store.nameOf('../keys')).toThrow('not a file key');
    expect(temporary()).toEqual([]);
  });

  it('are listed in the order of their keys, and put back as they lay, without any key', async () => {
    for (let i = 0; i < 5; i++) await put(Buffer.from(`document ${i}`));
    const keys = await keysOf();
    expect(keys).toEqual([...keys].sort());
    expect(keys).toHaveLength(5);
    const stored = readFileSync(lying(keys[0]!));
    const lent = await open(NO_KEYS).withStored(keys[0]!, async file => [
      file.bytes,
      await buffer(file.open()),
      await file.isWhole(),
    ]);
    expect(lent).toEqual([stored.length, stored, false]);
    rmSync(lying(keys[0]!));
    await open(NO_KEYS).putStored(keys[0]!, Readable.from([stored]));
    expect(await open().withStored(keys[0]!, file => file.isWhole())).toBe(true);
  });

  it('are encrypted anew with the newest key, those in clear too; what is spoilt stays and is named', async () => {
    await put(Buffer.from('sealed'));
    await put(Buffer.from('in clear'), NO_KEYS);
    const ring = new Keyring([...Keyring.parse(newKey()).keys, ...KEYS.keys]);
    const before = new Map([
      ['', 1],
      [KEYS.newest.id, 1],
    ]);
    expect(await countFilesByKey(files())).toEqual(before);
    expect(await rotateFiles(files(), ring)).toBe(2);
    expect(await countFilesByKey(files())).toEqual(new Map([[ring.newest.id, 2]]));
    expect(await rotateFiles(files(), ring)).toBe(0);
    const alone = new Keyring([ring.newest]);
    const texts = await Promise.all((await keysOf()).map(async key => (await clear(key, alone)).toString()));
    expect(texts.sort()).toEqual(['in clear', 'sealed']);
    const [key] = await keysOf();
    writeFileSync(lying(key!), 'spoilt');
    await expect(rotateFiles(files(), ring)).rejects.toThrow(`${key} is not what its name says`);
    expect(readFileSync(lying(key!), 'utf8')).toBe('spoilt');
    expect(temporary()).toEqual([]);
  });
});

describe('a bucket whose store', () => {
  let s3: TestS3;
  beforeAll(async () => {
    s3 = await TestS3.start();
  });
  afterAll(() => s3.stop());

  it('is busy for a moment is asked again', async () => {
    const store = storeIn(s3.bucket);
    s3.busyFor = 2;
    const { key } = await store.put(Readable.from([CONTENT]));
    s3.busyFor = 1;
    expect(await store.has(key)).toBe(true);
  });

  it('goes away keeps nothing, loses nothing, and works again when it is back', async () => {
    const store = storeIn(s3.bucket);
    const { key } = await store.put(Readable.from([CONTENT]));
    await s3.end();
    const away = {
      variable: 'FILES_S3_URL',
      message: expect.stringMatching(/连不上.*ECONNREFUSED/) as unknown,
    };
    for (const work of [
      () => store.put(Readable.from(['new'])),
      () => store.has(key),
      () => store.read(key),
      () => store.withStored(key, async () => 1),
      () => listed(store),
    ])
      await expect(work()).rejects.toMatchObject(away);
    expect(temporary()).toEqual([]);
    await s3.begin();
    expect((await buffer(await store.read(key))).equals(CONTENT)).toBe(true);
    expect(await listed(store)).toEqual([key]);
  });

  it('is full of other things shows none of them', async () => {
    const store = storeIn(s3.bucket);
    const { key } = await store.put(Readable.from([CONTENT]));
    writeFileSync(s3.fileOf('files/readme'), 'x');
    expect(await listed(store)).toEqual([key]);
    rmSync(s3.fileOf('files/readme'));
  });
});
