import { UserError } from '../refusal.ts';

export const onlyInTheDemo = (): UserError =>
  new UserError(
    'ONLY_IN_THE_DEMO',
    { zh: '只有演示环境可以调整日期。', en: 'The day can be moved in the demo alone.' },
    {
      zh: '不带 DATABASE_URL 执行 npm start,在演示环境中试用。',
      en: 'Try it in the demo: run npm start without DATABASE_URL.',
    },
  );

export const tooFar = (atOnce: number, inAll: number): UserError =>
  new UserError(
    'TOO_FAR_AHEAD',
    {
      zh: `一次可前进1至${atOnce}天,合计不超过${inAll}天。`,
      en: `The demo goes on by 1 to ${atOnce} days at a time, ${inAll} in all.`,
    },
    {
      zh: '减少天数,或先用 resetTime 回到今天。',
      en: 'Take fewer days, or go back to today with resetTime.',
    },
  );
