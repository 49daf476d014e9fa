import { FieldKeyError } from '#protection';
import { UserError } from '../refusal.ts';

/** What is wrong with the keys, as a refusal; any other error as it is. */
export function asKeyRefusal(error: unknown): unknown {
  if (!(error instanceof FieldKeyError)) return error;
  const { code } = error;
  if (code === 'FIELD_KEY_MISSING') return new UserError(code, ...MISSING);
  return new UserError(code, ...(code === 'FIELD_DAMAGED' ? DAMAGED : UNKNOWN));
}

type Words = [text: { zh: string; en: string }, remedy: { zh: string; en: string }];

const MISSING: Words = [
  {
    zh: '没有设置证件号码的密钥,号码无法加密保存。',
    en: 'There is no key for personal numbers, so none can be kept.',
  },
  {
    zh: '请管理员设置 FIELD_KEY 或 FIELD_KEY_FILE(npm run keys -- generate 生成密钥)后重试;没有写入任何内容。',
    en: 'Let the administrator set FIELD_KEY or FIELD_KEY_FILE (`npm run keys -- generate`) and try again; nothing was written.',
  },
];
const UNKNOWN: Words = [
  {
    zh: '号码(文件)由另一把密钥加密,现有密钥无法解开。',
    en: 'It was encrypted with a key that is not among the known ones.',
  },
  {
    zh: '请管理员用 npm run keys -- status 查看缺少的密钥,并补到 FIELD_KEY 或 FIELD_KEY_FILE;数据没有改变。',
    en: 'Let the administrator look with `npm run keys -- status` which key is missing and add it; nothing was changed.',
  },
];
const DAMAGED: Words = [
  {
    zh: '加密的内容已被改动或移位,无法解开。',
    en: 'What is encrypted was altered or moved and cannot be opened.',
  },
  {
    zh: '请管理员从备份恢复该内容;数据没有改变。',
    en: 'Let the administrator restore it from a backup; nothing was changed.',
  },
];
