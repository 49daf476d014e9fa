import { StartError, type Config, type KeySettings } from '#config';
import { createKeyFile, FieldKeyError, Keyring, readKeyFile } from '#protection';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { Client } from 'pg';

const IN_USE = 'select id from field_key where retired_at is null order by id';
const REMEMBER = 'insert into field_key (id) values ($1) on conflict (id) do update set retired_at = null';

/** Where `npm start` keeps the keys of personal numbers: beside the data, so that a copy of the data has none. */
export const embeddedKeyFile = (dataDir: string): string => path.join(dataDir, 'keys', 'field.key');

/** The file the keys are read from; null when they are in the environment, or there are none. */
export function keyFileOf(config: KeySettings): string | null {
  if (config.fieldKey) return null;
  return config.fieldKeyFile ?? (config.embedded ? embeddedKeyFile(config.dataDir) : null);
}

/** The keys as the settings give them; without any the ring is empty. @throws StartError for keys that are none */
export function openKeyring(config: KeySettings): Keyring {
  const file = keyFileOf(config);
  const variable = config.fieldKey ? 'FIELD_KEY' : 'FIELD_KEY_FILE';
  try {
    if (config.fieldKey) return Keyring.parse(config.fieldKey);
    if (!file || (!config.fieldKeyFile && !existsSync(file))) return new Keyring([]);
    return readKeyFile(file);
  } catch (error) {
    const cause = { cause: error };
    if (error instanceof FieldKeyError) throw new StartError(variable, NO_KEYS, cause);
    const { code } = error as NodeJS.ErrnoException;
    const problem = {
      zh: `无法读取密钥文件 ${file}(${code});请检查路径和权限`,
      en: `the key file cannot be read (${code}); check its path and rights`,
    };
    throw new StartError(variable, problem, cause);
  }
}

/**
 * The keys before a process works: made once for the embedded database, and compared with those the stored numbers
 * were written with, so that a wrong or lost key is noticed before anything is written with another one.
 * @returns the file in which a first key was made just now, or null
 */
export async function prepareKeys(config: Config): Promise<string | null> {
  const client = new Client(config.databaseUrl);
  await client.connect();
  try {
    const inUse = (await client.query<{ id: string }>(IN_USE)).rows.map(row => row.id);
    const file = keyFileOf(config);
    const first =
      config.embedded && !config.fieldKeyFile && file !== null && !existsSync(file) && !inUse.length;
    const made = first && createKeyFile(file) ? file : null;
    const keyring = openKeyring(config);
    checkKeys(config, keyring, inUse);
    if (keyring.keys.length) await client.query(REMEMBER, [keyring.newest.id]);
    return made;
  } finally {
    await client.end();
  }
}

function checkKeys(config: Config, keyring: Keyring, inUse: readonly string[]): void {
  const missing = inUse.filter(id => !keyring.has(id));
  const variable = config.fieldKey ? 'FIELD_KEY' : 'FIELD_KEY_FILE';
  if (missing.length) throw new StartError(variable, missingKeys(missing, keyFileOf(config)));
  if (config.env === 'production' && !keyring.keys.length) throw new StartError('FIELD_KEY', NOT_SET);
}

const NO_KEYS = {
  zh: '应为一个或多个以逗号或换行分隔的 base64 密钥(各 32 字节);用 npm run keys -- generate 生成',
  en: 'must be one or more base64 keys of 32 bytes, separated by commas or line breaks; `npm run keys -- generate` makes one',
};
const NOT_SET = {
  zh: '未设置;生产环境必须有证件号码的密钥,用 npm run keys -- generate 生成并妥善保管',
  en: 'not set; production needs a key for personal numbers: `npm run keys -- generate` makes one, keep it safe',
};
const missingKeys = (ids: readonly string[], file: string | null) => ({
  zh: `缺少密钥 ${ids.join('、')},已存的证件号码和文件由它加密;请补上该密钥${file ? `(${file})` : ''},确已丢失的用 npm run keys -- lost 编号`,
  en: `the key ${ids.join(', ')}, with which stored numbers and files were encrypted, is missing; add it again, or if it is lost for good: npm run keys -- lost ID`,
});
