import { cd, wd } from '#law/calendar';
import { variant, type ClockRule } from '#law/procedure';
import { cite, w } from '#law/statute';
import { civil, confirmation, peoples } from './texts.ts';

const PARTIES = w('双方当事人', 'both parties');
const COURT = w('人民法院', 'court');
const trigger = (code: string, zh: string, en: string) => ({ code, words: w(zh, en) });

/** Judicial confirmation: both parties together, thirty days from effect (E46). */
export const AM_05: ClockRule = {
  code: 'AM-05',
  name: w('共同申请司法确认', 'joint application for judicial confirmation'),
  who: PARTIES,
  trigger: trigger('AGREED', '调解协议生效之日', 'effect of the agreement'),
  missed: w('法院不予受理,可以就协议起诉', 'not accepted; the agreement may be sued on'),
  variants: [variant([civil(205), peoples(33, 1)], cd(30))],
};

/**
 * Three calendar days, and a text written for people's mediation: agencies' agreements follow it by analogy
 * where they are confirmed at all.
 */
export const AM_06: ClockRule = {
  code: 'AM-06',
  name: w('法院决定是否受理', 'court decides on acceptance'),
  who: COURT,
  trigger: trigger('CONFIRMATION_FILED', '收到司法确认申请之日', 'receipt of the application'),
  missed: w('法律未规定直接后果', 'no stated sanction'),
  variants: [variant([confirmation(4, 1)], cd(3))],
};

/** The limit of the special procedure; the rules of 2011 say fifteen days, extended by ten. */
export const AM_07: ClockRule = {
  code: 'AM-07',
  name: w('法院裁定', 'court rules'),
  who: COURT,
  trigger: trigger('COURT_ACCEPTED', '法院受理之日', 'acceptance by the court'),
  missed: w('法律未规定直接后果', 'no stated sanction'),
  variants: [variant([civil(187)], cd(30))],
};
export const AM_07_RULES: ClockRule = {
  ...AM_07,
  variants: [variant([confirmation(5, 1)], cd(15), { extension: cd(10) })],
};

/** 公安程序规定(2019) art. 183: a second attempt within seven working days of the first. */
export const AM_08: ClockRule = {
  code: 'AM-08',
  name: w('再次治安调解', 'second mediation by public security'),
  who: w('公安机关', 'public security organ'),
  trigger: trigger('FIRST_ATTEMPT', '第一次调解之日', 'the first attempt'),
  missed: w('依法处理治安案件', 'the case goes on as a public security case'),
  variants: [variant([cite('PUBLIC_SECURITY_PROCEDURE', '2019', 183)], wd(7))],
};

/**
 * 道交条例(2017) art. 94(1): all parties ask within ten days of the finding. The ministry's procedure (art. 86, 112(5))
 * gives ten working days; whoever keeps the shorter period of the higher text is in time under both.
 */
export const AM_09: ClockRule = {
  code: 'AM-09',
  name: w('申请交通事故损害赔偿调解', 'ask for mediation of traffic damage'),
  who: w('各方当事人', 'all parties'),
  trigger: trigger('FINDING_RECEIVED', '收到交通事故认定书之日', 'receipt of the finding'),
  missed: w('可以提起民事诉讼', 'a civil suit remains'),
  variants: [variant([cite('ROAD_TRAFFIC_REGULATION', '2017', 94, 1)], cd(10))],
};
