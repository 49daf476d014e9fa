import { describe, expect, it } from 'vitest';
import { calendarDate as d } from '#law/calendar';
import { takeBack } from '#law/procedure';
import { RECONSIDERATION, type RcEvent, type RcRole } from '#law/reconsideration';
import {
  accepted,
  at,
  e,
  heard,
  inReview,
  received,
  replied,
  served,
  type WithoutBase,
} from '#test/fixtures/law/reconsideration';

const TODAY = '2024-09-30';
const back = (events: RcEvent[], event: RcEvent, role: RcRole) =>
  takeBack(RECONSIDERATION, events, event.id, role, at(TODAY));
const told = (...asked: Parameters<typeof back>) => {
  const ruling = back(...asked);
  return ruling.ok ? 'ok' : [ruling.refusal.code, ...(ruling.refusal.missing ?? [])];
};
const ev = (on: string, event: WithoutBase<RcEvent>, id?: string) => e(on, event, id);

const corrections = ev('2024-06-04', { kind: 'NOTICE_CORRECTION' });
const longer = ev('2024-06-06', { kind: 'EXTEND_CORRECTION', until: d('2024-07-10') });
const corrected = ev('2024-06-18', { kind: 'RECEIVE_CORRECTIONS' });
const asked = ev('2024-06-25', { kind: 'ASK_COMMITTEE' });
const opinion = ev('2024-07-01', { kind: 'COMMITTEE_OPINION' });
const technical = ev('2024-06-21', { kind: 'CLASSIFY', technical: true });
const set = ev('2024-06-21', { kind: 'SCHEDULE_HEARING', hearingOn: d('2024-07-10') });
const notified = ev('2024-06-24', { kind: 'NOTIFY_HEARING' });
const held = ev('2024-07-10', { kind: 'HOLD_HEARING', hearingOfficers: 2 });
const own = ev('2024-06-25', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower: true });
const noPower = ev('2024-06-25', { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower: false });
const maker = ev('2024-06-26', { kind: 'NOTIFY_MAKER' });
const makerSays = ev('2024-07-02', { kind: 'MAKER_REPLY' });
const handedOn = ev('2024-06-26', { kind: 'TRANSFER_NORMATIVE' });
const reviewed = ev('2024-07-05', { kind: 'END_NORMATIVE_REVIEW' });
const stop = ev('2024-06-25', { kind: 'SUSPEND', ground: 'OTHER' }, 'stop');
const otherStop = ev('2024-06-26', { kind: 'SUSPEND', ground: 'OTHER' }, 'other');
const resumed = ev('2024-06-28', { kind: 'RESUME', of: 'stop' });
const talks = ev('2024-06-25', { kind: 'BEGIN_MEDIATION' });
const talked = ev('2024-06-26', { kind: 'HOLD_MEDIATION' });
const failed = ev('2024-06-27', { kind: 'END_MEDIATION', ground: 'NO_AGREEMENT' });
const withdrawal = ev('2024-06-25', { kind: 'ASK_WITHDRAWAL' });
const leave = ev('2024-06-27', { kind: 'TERMINATE', ground: 'WITHDRAWN_WITH_LEAVE' });
const letter = ev('2024-06-25', { kind: 'OPINION_LETTER' }, 'letter');
const otherLetter = ev('2024-06-26', { kind: 'OPINION_LETTER' }, 'other-letter');
const report = ev('2024-07-01', { kind: 'REPORT_BACK', of: 'letter' });
const submitted = ev('2024-07-15', { kind: 'SUBMIT' });
const sentBack = ev('2024-07-16', { kind: 'SEND_BACK', reason: '补充调查' });
const upheld = ev('2024-07-20', { kind: 'DECIDE', outcome: 'UPHOLD' });
const duty = ev('2024-07-20', { kind: 'DECIDE', outcome: 'ORDER_PERFORM', performWithinDays: 20 });
const decisionServed = ev('2024-07-22', { kind: 'SERVE' });
const done = ev('2024-08-01', { kind: 'PERFORMED' });
const closed = ev('2024-09-20', { kind: 'CLOSE' });

type Pair = [text: string, before: RcEvent[], question: RcEvent, answers: RcEvent[], role?: RcRole];
const PAIRS: Pair[] = [
  ['31(2): the time for corrections made longer', [received], corrections, [longer]],
  ['31(3): the corrections', [received], corrections, [corrected]],
  ['48: the reply to the copy', [received, accepted], served, [replied]],
  ['49: submitted, since the parties were heard', inReview.slice(0, 4), heard, [submitted]],
  ['51(1): the notice of the day set', inReview, set, [notified]],
  ['51(1): the hearing after the notice', [...inReview, set], notified, [held]],
  ['52(3): the opinion of the committee', inReview, asked, [opinion]],
  ['52(2): submitted, with the opinion', [...inReview, technical, asked], opinion, [submitted]],
  ['58(1): the maker told', inReview, own, [maker]],
  ['58(1): the reply of the maker', [...inReview, own], maker, [makerSays]],
  ['56: the document handed on', inReview, noPower, [handedOn]],
  ['59: the end of the review of a document', inReview, own, [reviewed]],
  ['60: the answer of another organ', inReview, noPower, [handedOn, reviewed]],
  ['39(2): the resumption that names it', [...inReview, otherStop], stop, [resumed]],
  ['73(2): the end of the talks', inReview, talks, [talked, failed]],
  ['41(1): leave to withdraw', inReview, withdrawal, [leave]],
  ['76: the report on the letter', [...inReview, otherLetter], letter, [report]],
  ['61(1): sent back', inReview, submitted, [sentBack]],
  ['75(2): the service of the decision', [...inReview, submitted], upheld, [decisionServed], 'ORGAN_HEAD'],
  ['77(1): the file closed', [...inReview, submitted, duty, decisionServed], done, [closed]],
];

describe('no answer stays behind without its question', () => {
  it.each(PAIRS)('%s', (_, before, question, answers, role = 'HANDLER') => {
    expect(told([...before, question, ...answers], question, role)).toEqual([
      'LATER_STEPS_REST_ON_IT',
      ...answers.map(one => one.kind),
    ]);
    expect(told([...before, question], question, role)).toBe('ok');
  });

  it('the refusal names the answer, the article and what to do first', () => {
    const ruling = back([...inReview, asked, opinion], asked, 'HANDLER');
    expect(ruling.ok ? null : ruling.refusal).toMatchObject({
      message: { zh: '其后的登记以它为前提:记录咨询意见' },
      basis: [{ statute: 'RECONSIDERATION_LAW', version: '2023', article: 52, paragraph: 2 }],
      remedy: { zh: '先从最后一项起撤回这些登记' },
    });
  });

  it('on one day, too', () => {
    const day = '2024-06-25';
    const one = ev(day, { kind: 'BEGIN_NORMATIVE_REVIEW', ownPower: true });
    const events = [one, ev(day, { kind: 'NOTIFY_MAKER' }), ev(day, { kind: 'END_NORMATIVE_REVIEW' })];
    expect(told([...inReview, ...events], one, 'HANDLER')).toEqual([
      'LATER_STEPS_REST_ON_IT',
      'NOTIFY_MAKER',
      'END_NORMATIVE_REVIEW',
    ]);
  });

  it('where it was asked twice, the other question carries the answer', () => {
    const again = ev('2024-06-26', { kind: 'ASK_COMMITTEE' });
    expect(told([...inReview, asked, again, opinion], asked, 'HANDLER')).toBe('ok');
    expect(told([...inReview, letter, otherLetter, report], otherLetter, 'HANDLER')).toBe('ok');
  });

  it('70: what was upheld on the strength of a reply', () => {
    const events = [received, accepted, served, replied, heard, submitted, upheld];
    expect(told(events, replied, 'HANDLER')).toEqual(['LATER_STEPS_REST_ON_IT', 'DECIDE']);
  });

  it('an answer that never had its question keeps nothing', () => {
    const stray = ev('2024-07-01', { kind: 'COMMITTEE_OPINION' }, 'stray');
    expect(told([...inReview, stray, talks], talks, 'HANDLER')).toBe('ok');
  });
});
