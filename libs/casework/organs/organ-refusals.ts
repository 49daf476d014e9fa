import type { CodeDirectory } from '#persistence';
import type { Letterhead } from '#schema';
import { UserError } from '../refusal.ts';

/** The code of an organ: letters, digits, - and _. */
export const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

const LONGEST_NAME = 120;

/** The database's own check; raw SQL gives the driver's error, not the ORM's. */
export const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';

/** @throws UserError for a name without a letter, too long for any table, or with signs no name has */
export function checkName(name: string): void {
  if ([...name].length > LONGEST_NAME)
    throw new UserError(
      'ORGAN_NAME_TOO_LONG',
      {
        zh: `机关名称超过${LONGEST_NAME}个字。`,
        en: `The name of the organ is longer than ${LONGEST_NAME} characters.`,
      },
      { zh: '填写机关全称,不含说明文字。', en: 'Give its full name, without explanations.' },
    );
  if (name && !/\p{Cc}/u.test(name)) return;
  throw new UserError(
    'ORGAN_NAME_BLANK',
    { zh: '机关名称为空或含有控制字符。', en: 'The organ has no name, or one with control characters.' },
    { zh: '填写机关全称。', en: 'Give its full name.' },
  );
}

/** @throws UserError for a level the list does not know */
export function checkLevel(level: string | null | undefined, codes: CodeDirectory): void {
  if (!level || codes.finder.get(level)?.list === 'ORGAN_LEVEL') return;
  throw new UserError(
    'ORGAN_LEVEL_UNKNOWN',
    { zh: `没有机关级别“${level}”。`, en: `There is no organ level "${level}".` },
    {
      zh: '用 codes(list: ORGAN_LEVEL) 查询可用级别。',
      en: 'Look the levels up with codes(list: ORGAN_LEVEL).',
    },
  );
}

const LONGEST_IN_HEAD = { mark: 20, office: LONGEST_NAME, address: 200, telephone: 50 };

/** @throws UserError for a letterhead that no letter can bear; a mark is words, so that a number cannot be misread */
export function checkLetterhead(head: Letterhead | null): void {
  if (!head) return;
  const wrong = Object.entries(LONGEST_IN_HEAD).flatMap(([name, longest]) => {
    const value = head[name as keyof Letterhead]?.trim() ?? '';
    const fits = [...value].length <= longest && !/\p{C}/u.test(value);
    return fits && (name !== 'mark' || /^\p{L}*$/u.test(value)) ? [] : [name];
  });
  if (wrong.length === 0) return;
  throw new UserError(
    'LETTERHEAD_INVALID',
    {
      zh: '函头内容过长,或含有不能使用的字符。',
      en: 'The letterhead is too long or has signs it cannot have.',
    },
    {
      zh: '机关代字只用文字(不超过20字);名称120字、地址200字、电话50字以内。',
      en: 'A mark is at most 20 letters; names 120 characters, addresses 200, telephones 50.',
    },
    wrong,
  );
}

export const taken = (code: string, name: string): UserError =>
  new UserError(
    'ORGAN_TAKEN',
    {
      zh: `代码“${code}”或同一上级下的名称“${name}”已被登记。`,
      en: `The code "${code}", or the name "${name}" under the same parent, is taken.`,
    },
    {
      zh: '使用已登记的机关,或换一个代码。',
      en: 'Use the organ that is registered, or choose another code.',
    },
  );

export const changedMeanwhile = (name: string, version: number): UserError =>
  new UserError(
    'ORGAN_CHANGED',
    {
      zh: `“${name}”已被他人修改,现为第${version}版。`,
      en: `"${name}" was changed meanwhile; it is at version ${version}.`,
    },
    { zh: '重新查询后再修改。', en: 'Read it again, then change it.' },
  );

export const belowItself = (name: string): UserError =>
  new UserError(
    'ORGAN_BELOW_ITSELF',
    { zh: `“${name}”不能归到自己或下级之下。`, en: `"${name}" cannot stand below itself.` },
    { zh: '选择其他上级机关。', en: 'Choose another parent.' },
  );

export const importing = (name: string): UserError =>
  new UserError(
    'ORGAN_IMPORTING',
    {
      zh: `“${name}”或其下级正在导入台账。`,
      en: `A ledger of "${name}", or of an organ below it, is being imported.`,
    },
    { zh: '导入结束后再移动。', en: 'Move it when the import has ended.' },
  );
