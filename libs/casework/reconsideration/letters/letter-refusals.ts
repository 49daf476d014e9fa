import { LETTER_KINDS, type LetterKind, type MissingFact } from '#documents';
import type { RcRole } from '#law/reconsideration';
import { UserError } from '../../refusal.ts';

export const letterIncomplete = (kind: LetterKind, missing: readonly MissingFact[]): UserError =>
  new UserError(
    'LETTER_INCOMPLETE',
    {
      zh: `《${LETTER_KINDS[kind].words.zh}》还缺少${missing.length}项内容,不能制发。`,
      en: `The letter (${LETTER_KINDS[kind].words.en}) lacks ${missing.length} fact(s) and cannot go out.`,
    },
    { zh: '按所列事项补充后再制发。', en: 'Supply what is listed, then issue it.' },
    missing.map(
      ({ what, suppliedBy }) => `${what.zh}(${suppliedBy.zh}) ${what.en} (supplied by: ${suppliedBy.en})`,
    ),
  );

export const letterUnchanged = (kind: LetterKind, number: string | null): UserError =>
  new UserError(
    'LETTER_ISSUED_ALREADY',
    {
      zh: `《${LETTER_KINDS[kind].words.zh}》${number ?? ''}已经制发,内容没有变化。`,
      en: `This letter went out already${number ? ` as ${number}` : ''}; nothing in it has changed since.`,
    },
    {
      zh: '下载已制发的文书;内容变化后可以重新制发。',
      en: 'Download the one that went out; a changed letter can be issued anew.',
    },
  );

const notOfTheOffice = (): UserError =>
  new UserError(
    'NOT_IN_SCOPE',
    {
      zh: '文书的拟制、制发和送达由办理案件的复议机关负责。',
      en: 'Letters are drafted, issued and served by the organ that handles the case.',
    },
    { zh: '请办理案件的复议机关处理。', en: 'Ask the organ that handles the case.' },
  );

/** Letters are the office's own, whoever else sees the case. @throws UserError for the other side */
export function mustBeTheOffice(roles: readonly RcRole[]): void {
  if (!roles.some(role => role !== 'RESPONDENT')) throw notOfTheOffice();
}
