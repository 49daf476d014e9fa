// npm run keys -- generate | status | new | rotate | lost ID: the keys of identity numbers, telephones and files. Works on
// DATABASE_URL with FIELD_KEY or FIELD_KEY_FILE, else on the data and the key file of `npm start`.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { ensureBuilt } from './build.mjs';
import { openDatabase } from './database.mjs';

const USAGE = `用法 usage:
  npm run keys -- generate   打印一把新密钥(用于 FIELD_KEY)prints a new key, for FIELD_KEY
  npm run keys -- status     各密钥加密了多少号码和文件 how much stands under each key
  npm run keys -- new        在密钥文件最前面加一把新密钥;随后重新启动各进程 puts a new key in front of the key file; restart afterwards
  npm run keys -- rotate     用最新密钥重新加密全部号码和文件;中断后可再次运行 encrypts everything with the newest key; may be run again
  npm run keys -- lost ID    声明某密钥已丢失,启动时不再要求 says that a key is lost: a start no longer asks for it
退出码 exit code: 0 完成 done · 1 失败 failed · 2 用法错误 usage`;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [action, id, ...rest] = process.argv.slice(2);
const known = ['generate', 'status', 'new', 'rotate', 'lost'].includes(action);
if (!known || rest.length || (action === 'lost') !== /^[0-9a-f]{8}$/.test(id ?? '')) {
  console.error(USAGE);
  process.exit(2);
}

ensureBuilt();
const { addKey, newKey } = await import('../dist/libs/protection/index.js');
const { readConfig } = await import('../dist/libs/config/index.js');
const { keyFileOf, openKeyring } = await import('../dist/libs/persistence/field-keys.js');
const { openFiles } = await import('../dist/libs/persistence/file-places/open-files.js');
const { countFilesByKey, rotateFiles } = await import('../dist/libs/persistence/rotate-files.js');
const { keyRecords, recordNewest, retireKeys } =
  await import('../dist/libs/casework/personal/key-records.js');
const { countByKey, verifyNumbers } = await import('../dist/libs/casework/personal/number-keys.js');
const { rotateNumbers } = await import('../dist/libs/casework/personal/rotate-numbers.js');

async function counts(client, config) {
  const { parties, rows } = await countByKey(client);
  const files = await countFilesByKey(openFiles(config));
  return key => [parties.get(key) ?? 0, rows.get(key) ?? 0, files.get(key) ?? 0];
}

async function status(client, config) {
  const keyring = openKeyring(config);
  const count = await counts(client, config);
  const recorded = await keyRecords(client);
  const ids = new Set([...keyring.keys.map(key => key.id), ...recorded.map(one => one.id)]);
  for (const key of ids) {
    const [parties, rows, files] = count(key);
    const record = recorded.find(one => one.id === key);
    const is = keyring.has(key)
      ? key === keyring.newest.id
        ? '写入 writes'
        : '只读 reads only'
      : '缺失 missing';
    const retired = record?.retired ? ',已停用 retired' : '';
    console.log(
      `${key} ${is}${retired}: ${parties} 个当事人号码 numbers of parties, ${rows} 处台账行 in ledger rows, ${files} 个文件 files`,
    );
  }
  console.log(`未加密的文件 files in clear: ${count('')[2]}`);
}

async function rotate(client, config) {
  const keyring = openKeyring(config);
  await recordNewest(client, keyring);
  const begun = Date.now();
  const { parties, rows } = await rotateNumbers(client, keyring);
  const files = await rotateFiles(openFiles(config), keyring);
  console.log(
    `重新加密 encrypted anew: ${parties} 名当事人 parties, ${rows} 行 rows, ${files} 个文件 files (${Date.now() - begun} ms)`,
  );
  const wrong = await verifyNumbers(client, keyring);
  if (wrong.length)
    throw new Error(`parties that do not open or are not found: ${wrong.slice(0, 20).join(', ')}`);
  console.log('核验完成 verified: 全部号码可解开且可检索 every number opens and is found');
  const count = await counts(client, config);
  const idle = (await keyRecords(client))
    .map(one => one.id)
    .filter(key => key !== keyring.newest.id && count(key).every(n => n === 0));
  const retired = await retireKeys(client, idle, { newest: keyring.newest.id, parties, rows, files });
  if (retired.length) console.log(`可以移除的旧密钥 keys that may be taken away now: ${retired.join(', ')}`);
}

function addToFile(config) {
  const file = keyFileOf(config);
  if (!file)
    throw new Error(
      'FIELD_KEY: 请用 generate 生成新密钥,写在原密钥之前,以逗号分隔 | make one with generate and put it in front of the old one, separated by a comma',
    );
  const keyring = addKey(file);
  console.log(
    `${file}: ${keyring.newest.id} 将用于加密 will write. 请重新启动各进程,再运行 rotate | restart the processes, then run rotate`,
  );
}

async function lost(client, config) {
  if (openKeyring(config).has(id)) throw new Error(`${id} 并未丢失,它在密钥中 | is among the keys: not lost`);
  const done = await retireKeys(client, [id], { lost: true });
  console.log(done.length ? `${id} 已记为丢失 noted as lost` : `${id} 没有登记或已停用 unknown or retired`);
}

if (action === 'generate') {
  console.log(newKey());
  process.exit(0);
}
const database = await openDatabase(root);
if (!process.env.DATABASE_URL) process.env.ANJUAN_EMBEDDED_URL = database.url;
process.env.DATA_DIR ??= path.join(root, '.data');
const client = new Client(database.url);
let code = 0;
try {
  const config = readConfig();
  await client.connect();
  if (action === 'status') await status(client, config);
  else if (action === 'rotate') await rotate(client, config);
  else if (action === 'new') addToFile(config);
  else await lost(client, config);
} catch (error) {
  console.error(`keys: ${error.message}`);
  code = 1;
} finally {
  await client.end().catch(() => undefined);
  await database.close();
}
process.exit(code);
