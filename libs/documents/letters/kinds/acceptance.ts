import {
  acceptedOn,
  AGENTS_BASIS,
  FILE_ACCESS_BASIS,
  isDeemedAccepted,
  procedureOf,
  RC_28,
  RC_30,
  SILENCE_ACCEPTS,
} from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, due, receivedOn, step } from '../facts.ts';
import { periodOf, since2024, under, underStep } from '../legal.ts';
import type { Block, LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, yourMatter } from '../parties.ts';
import { field, para } from '../runs.ts';

/** 行政复议受理通知书: silence accepts as well, and then the notice says since when. */
export function acceptanceNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT');
  return {
    to: name,
    blocks: [
      para(yourMatter(c, you), '，向本机关申请行政复议，本机关于', receivedOn(c), '收到。'),
      para(accepted(c), '案号：', caseNumber(c), '。', procedure(c)),
      decideBy(c),
      ...rights(c, you),
    ],
  };
}

function accepted(c: LetterCase): Part {
  const { day, source } = step(c, 'ACCEPT');
  const on = day(acceptedOn(c.facts), 'on', w('受理日期', 'day of acceptance'));
  if (!isDeemedAccepted(c.facts))
    return ['经审查，该申请符合', underStep(c, 'ACCEPT'), '规定的受理条件，本机关已于', on, '受理。'];
  return [
    '该申请的审查期限届满，本机关未决定不予受理，依照',
    under(c, SILENCE_ACCEPTS, 'ACCEPT'),
    '的规定，自',
    on,
    field('起视为受理。', source('deemed')),
  ];
}

export function procedure(c: LetterCase): Part {
  const simplified = procedureOf(c.facts) === 'SIMPLIFIED';
  return ['本案适用', field(simplified ? '简易程序' : '普通程序', 'event:ACCEPT.procedure'), '审理。'];
}

/** A law may set fewer days for a single kind of case; the last day then follows it, and the general length is not named. */
function decideBy(c: LetterCase): Block<Part> {
  const rule = procedureOf(c.facts) === 'SIMPLIFIED' ? RC_30 : RC_28;
  const period = periodOf(c, rule);
  const { event } = step(c, 'ACCEPT');
  return para(
    period && ['依照', period.article, '的规定，'],
    '本机关应当自受理之日起',
    event?.decisionDaysByLaw === undefined
      ? period && [period.length, '内']
      : [field(`${event.decisionDaysByLaw}日`, 'event:ACCEPT.decisionDaysByLaw'), '内'],
    '作出行政复议决定，期限至',
    due(c, rule.code),
    '届满；依法中止、延长的，期限相应顺延。',
  );
}

/** What an applicant may do from now on, and what goes on meanwhile. */
function rights(c: LetterCase, you: string): Block<Part>[] {
  return [
    para(
      since2024(c, AGENTS_BASIS, article => [
        '依照',
        article,
        `的规定，${you}可以委托一至二名代理人参加行政复议。`,
      ]),
      since2024(c, FILE_ACCESS_BASIS, article => [
        '依照',
        article,
        `的规定，${you}可以申请查阅、复制被申请人的书面答复以及证据、依据等材料。`,
      ]),
    ),
    para(
      '行政复议期间，除有依法应当停止执行的情形外（',
      underStep(c, 'STOP_EXECUTION'),
      '），该行政行为不停止执行。',
    ),
  ];
}
