import { last } from '#law/procedure';
import { acceptedOn, didNotReply, procedureOf, type RcEvent } from '#law/reconsideration';
import { w } from '#law/statute';
import { caseNumber, REGISTERED, step } from '../facts.ts';
import { underStep } from '../legal.ts';
import type { Block, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { matter } from '../parties.ts';
import { dayText, field, joined, maybe, need, para, paragraphs, sentence } from '../runs.ts';

export function claims(c: LetterCase): Part {
  const what = w('行政复议请求', 'what is asked for');
  if (c.claims.length === 0) return need(null, 'case.claims', what, REGISTERED);
  return joined(
    c.claims.map((one, at) => need(one, `case.claims[${at}]`, what, REGISTERED)),
    '；',
  );
}

/** How the case went: every step a reader of the decision may ask for, in the order of the days. */
export function course(c: LetterCase): Block<Part> {
  const { day } = step(c, 'ACCEPT');
  const events = c.facts.history.flatMap(event => (event.kind in COURSE ? [event] : []));
  return para(
    matter(c),
    '，向本机关申请行政复议。本机关于',
    day(acceptedOn(c.facts), 'on', w('受理日期', 'day of acceptance')),
    '受理，案号：',
    caseNumber(c),
    '，适用',
    field(procedureOf(c.facts) === 'SIMPLIFIED' ? '简易程序' : '普通程序', 'event:ACCEPT.procedure'),
    '审理。',
    events.map(event => [
      '本机关于',
      field(dayText(event.on), `event:${event.kind}.on`),
      COURSE[event.kind] ?? null,
      '。',
    ]),
    '本案现已审理终结。',
  );
}

const COURSE: Partial<Record<RcEvent['kind'], string>> = {
  HEAR_OPINIONS: '听取了当事人意见',
  HOLD_HEARING: '举行了听证',
  COMMITTEE_OPINION: '收到了行政复议委员会的咨询意见',
  SUSPEND: '中止审理',
  RESUME: '恢复审理',
  EXTEND_DECISION: '依法延长了审理期限',
  CONVERT: '将本案转为普通程序审理',
};

/** What each side says; a respondent who was silent in time has said nothing (70). */
export function positions(c: LetterCase): Block<Part>[] {
  const { record, tell, source } = step(c, 'DECIDE');
  const silent = didNotReply(c.facts) && !last(c.facts, 'REPLY');
  const reply = tell(record.respondentSays, 'respondentSays', w('被申请人的答复', "respondent's reply"));
  return [
    para(sentence('申请人请求：', claims(c))),
    ...paragraphs('申请人称：', need(c.reasons, 'case.reasons', w('事实和理由', 'reasons'), REGISTERED)),
    ...(silent
      ? [para('被申请人', field('未在法定期限内提出书面答复、提交证据和依据。', 'event:NO_REPLY.on'))]
      : paragraphs('被申请人称：', reply)),
    ...paragraphs(
      '第三人称：',
      maybe(record.thirdPartySays, source('thirdPartySays'), said => said),
    ),
  ];
}

/** What was found and what proves it. */
export function findings(c: LetterCase): Block<Part>[] {
  const { record, tell, source } = step(c, 'DECIDE');
  const evidence = record.evidence ?? [];
  return [
    ...paragraphs('经审理查明：', tell(record.findings, 'findings', w('查明的事实', 'findings'))),
    para(
      evidence.length > 0
        ? [
            '上述事实，有',
            joined(
              evidence.map((one, at) => field(one, source(`evidence[${at}]`))),
              '、',
            ),
            '等证据证明。',
          ]
        : null,
    ),
  ];
}

/** 75(2): in force with service. */
export const effect = (c: LetterCase): Block<Part> =>
  para('依照', underStep(c, 'SERVE'), '的规定，本决定书一经送达，即发生法律效力。');
