import { UserError } from '../../refusal.ts';

export const letterUnknown = (): UserError =>
  new UserError(
    'LETTER_UNKNOWN',
    { zh: '案件中没有这份制发的文书。', en: 'The case has no such letter.' },
    { zh: '从案件已制发的文书中选择。', en: 'Choose one of the letters issued in the case.' },
  );

export const recipientUnknown = (): UserError =>
  new UserError(
    'RECIPIENT_UNKNOWN',
    { zh: '案件中没有这个受送达人。', en: 'The case has no such recipient.' },
    { zh: '从案件当事人中选择受送达人。', en: 'Choose one of the parties of the case.' },
  );

export const serviceUnknown = (): UserError =>
  new UserError(
    'SERVICE_UNKNOWN',
    {
      zh: '案件中没有这条送达记录,或已被更正。',
      en: 'The case has no such record of service, or it was corrected already.',
    },
    { zh: '重新查询案件,选择最新的送达记录。', en: 'Read the case again and choose the newest record.' },
  );

export const serviceDaysWrong = (details: readonly string[]): UserError =>
  new UserError(
    'SERVICE_DAYS_WRONG',
    { zh: '送达日期不成立。', en: 'The days of service cannot be.' },
    {
      zh: '至少填写发出或者送达日期;日期不早于文书日期、不晚于今天,送达不早于发出。',
      en: 'Give the day of sending or of service; not before the letter’s day nor after today, and service not before sending.',
    },
    details,
  );
