import { UserError } from '../refusal.ts';

/** The database's own check of the number of a case. */
export const isTakenNumber = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'proceeding_case_number';
};

export const caseNumberTaken = (number: string): UserError =>
  new UserError(
    'CASE_NUMBER_TAKEN',
    { zh: `案号“${number}”已经使用。`, en: `The case number "${number}" is taken.` },
    { zh: '核对案号,或者留空。', en: 'Check the number, or leave it out.' },
  );

export const partyNumberInvalid = (names: readonly string[]): UserError =>
  new UserError(
    'PARTY_NUMBER_INVALID',
    {
      zh: `证件号码或者电话有误:${names.join('、')}。`,
      en: `An identity number or telephone is wrong: ${names.join(', ')}.`,
    },
    { zh: '核对号码;暂时没有的可以留空。', en: 'Check the number; leave it out where there is none.' },
    names,
  );

export const disputeUnknown = (): UserError =>
  new UserError(
    'DISPUTE_UNKNOWN',
    { zh: '没有这个争议,或您无权查阅。', en: 'There is no such dispute, or you may not see it.' },
    { zh: '核对争议编号,或者留空。', en: 'Check it, or leave it out.' },
  );
