import type { Words } from '#law/statute';
import { UserError } from '../../refusal.ts';
import type { ForgettableFact, ForgettableNumber } from './amendment.ts';

export const amendmentReasonMissing = (): UserError =>
  new UserError(
    'REASON_MISSING',
    { zh: '更正登记须说明理由(5至500字)。', en: 'A correction needs a reason (5 to 500 characters).' },
    {
      zh: '填写理由,例如申请人补正的日期或者来电确认。',
      en: 'Say why, such as what the applicant handed in.',
    },
  );

export const nothingAmended = (): UserError =>
  new UserError(
    'NOTHING_AMENDED',
    {
      zh: '没有要更正的内容,或者与现有登记相同。',
      en: 'Nothing is corrected: it is on record like this already.',
    },
    {
      zh: '填写要更正的内容。已登记的步骤不在此更正:用 takeBackStep 撤回后重新登记;收件日期随收件登记,不能更改。',
      en: 'Give what is to be corrected. A step is not corrected here: take it back with takeBackStep and enter it anew; the day of receipt stays with the registration.',
    },
  );

/** What was told, and named among the unknown as well. */
export interface Contradiction {
  readonly code: ForgettableFact | ForgettableNumber;
  /** Name of the party it is about, where it is about one. */
  readonly whose: string | null;
  readonly words: Words;
}

export const toldAndUnknown = (found: readonly Contradiction[]): UserError =>
  new UserError(
    'TOLD_AND_UNKNOWN',
    {
      zh: `既填写了内容,又列为不清楚:${found.map(({ whose, words }) => (whose ? `${whose}的` : '') + words.zh).join('、')}。`,
      en: `Told and unknown at once: ${found.map(({ whose, words }) => words.en + (whose ? ` of ${whose}` : '')).join(', ')}.`,
    },
    {
      zh: '已经清楚的,从 unknown 中去掉;不清楚的,不要填写。',
      en: 'Take what is known out of unknown, or leave out what is not.',
    },
    found.map(one => one.code),
  );

export const partyUnknown = (): UserError =>
  new UserError(
    'PARTY_UNKNOWN',
    {
      zh: '案件登记中没有这名当事人,或者其地位不符,或者填写了两次。',
      en: 'The registration has no such party, or not in this part, or it is named twice.',
    },
    {
      zh: '使用案件 parties 中的 id;后来参加的第三人用 takeBackStep 和 joinThirdParty 更正。',
      en: 'Use an id from the parties of the case; a third party that joined later is corrected with takeBackStep and joinThirdParty.',
    },
  );

export const notTheOfficesCase = (): UserError =>
  new UserError(
    'NOT_IN_SCOPE',
    {
      zh: '申请的登记由办理案件的复议机关更正。',
      en: 'What was registered is corrected by the organ that handles the case.',
    },
    { zh: '请办理案件的复议机关更正。', en: 'Ask the organ that handles the case.' },
  );
