import { basisOn, guard, last, type Context } from '#law/procedure';
import { w, type Basis, type Refusal, type Words } from '#law/statute';
import type { RcEvent } from './events.ts';
import { governingDay, type RcFacts } from './facts.ts';
import { amountNeedsAGrant, claimIsGrantedOrDenied, grantNeedsACorrection } from './guards-compensation.ts';
import { decisionIsADecision, noChangeForTheWorse, outcomeInForce } from './guards-decision.ts';
import { timesSetAreTimes } from './guards-days.ts';
import { hearingNeedsNotice } from './guards-hearing.ts';
import type { RcGuard } from './guards-intake.ts';
import { performTimeNeedsADuty, remakeGoesWithRevocation, remakeTimeNeedsAnOrder } from './guards-result.ts';
import {
  committeeAsked,
  committeeIsDue,
  hearingIsDue,
  majorCasesAreHeard,
  noReplyMeansNoEvidence,
  opinionsAreDue,
  opinionsHeard,
} from './guards-review.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { inOldTexts, law, OLD_TEXTS, oldLaw, regulation } from './texts.ts';

/** A rule with the words of a check list: what is so once the rule is kept, and in which cases it is asked at all. */
interface Check {
  readonly rule: RcGuard;
  readonly name: Words;
  readonly needed?: (facts: RcFacts) => boolean;
}

/*
 * The two that the state asks: submitting is possible in review only, and the case gets there with the reply or the
 * silence, and gets back there out of every suspension. Written as rules so that the list can tell which it is.
 */
const replyIsIn: RcGuard = guard(
  'REPLY_IS_IN_OR_TIME_IS_OVER',
  {
    basis: [law(48), law(54, 1)],
    older: inOldTexts(23, 1),
    message: w('被申请人尚未答复,答复期限也未届满', 'the respondent has time left to reply'),
    remedy: w('等待答复或者期限届满', 'wait for the reply or the end of its time'),
    who: ['RESPONDENT'],
  },
  facts => last(facts, 'REPLY') !== undefined || last(facts, 'NO_REPLY') !== undefined,
);
const nothingIsSuspended: RcGuard = guard(
  'NO_SUSPENSION_IS_OPEN',
  {
    basis: [law(39, 2)],
    older: [[regulation(41, 2)], ...OLD_TEXTS.toReversed().map(t => [oldLaw(t, 26), oldLaw(t, 27)] as const)],
    message: w('案件处于中止', 'the case is suspended'),
    remedy: w('中止的原因消除后恢复审理', 'resume once the cause has gone'),
    who: ['HANDLER'],
  },
  // which of several grounds still hold
  ({ history, openSuspensions }) =>
    history.flatMap(e => (e.kind === 'SUSPEND' && openSuspensions.includes(e.id) ? [e.ground] : [])),
);
const STATE_CHECKS: readonly Check[] = [
  {
    rule: replyIsIn,
    name: w('已收到答复,或者答复期限已届满', 'the reply is in, or its time is over'),
  },
  { rule: nothingIsSuspended, name: w('没有未恢复的中止', 'no suspension is open') },
];

/** A hearing that was held had its notice, whatever day is set for another. */
const noticeOfTheHearing: RcGuard = {
  ...hearingNeedsNotice,
  check: (facts, ...asked) =>
    last(facts, 'HOLD_HEARING') ? null : hearingNeedsNotice.check(facts, ...asked),
};
const hearingNotice: Check = {
  rule: noticeOfTheHearing,
  name: w('已发出听证通知', 'notice of the hearing was given'),
  needed: hearingIsDue,
};

/** What the office must have done before it submits. */
export const SUBMIT_CHECKS: readonly Check[] = [
  { rule: opinionsHeard, name: w('已听取当事人意见', 'the parties were heard'), needed: opinionsAreDue },
  { rule: majorCasesAreHeard, name: w('已举行听证', 'a hearing was held'), needed: hearingIsDue },
  {
    rule: committeeAsked,
    name: w('已提请咨询并记录委员会意见', 'the committee was asked, its opinion recorded'),
    needed: committeeIsDue,
  },
];

/** What the result must respect. */
export const DECIDE_CHECKS: readonly Check[] = [
  {
    rule: decisionIsADecision,
    name: w('结果以行政复议决定书作出', 'the result is a decision on the merits'),
  },
  { rule: outcomeInForce, name: w('适用的条文有该种决定', 'the text that governs knows the result') },
  { rule: noChangeForTheWorse, name: w('没有对申请人更为不利的变更', 'no change for the worse') },
  {
    rule: noReplyMeansNoEvidence,
    name: w('未按期答复举证的行为没有维持', 'an act without evidence is not upheld'),
  },
  { rule: timesSetAreTimes, name: w('期限不少于一日', 'the times it sets are times') },
  { rule: remakeGoesWithRevocation, name: w('责令重作与决定结果一致', 'a new act goes with the result') },
  { rule: remakeTimeNeedsAnOrder, name: w('重作期限与责令重作一致', 'the time goes with the new act') },
  {
    rule: performTimeNeedsADuty,
    name: w('履行期限与决定结果一致', 'the time to perform goes with the result'),
  },
  {
    rule: claimIsGrantedOrDenied,
    name: w('赔偿请求的处理前后一致', 'the claim for compensation has one answer'),
  },
  { rule: grantNeedsACorrection, name: w('赔偿与决定结果一致', 'compensation goes with the result') },
  { rule: amountNeedsAGrant, name: w('赔偿数额与赔偿决定一致', 'the amount goes with the compensation') },
];

/** One line of the check list before a decision. */
export interface BeforeDecision {
  /** the rule, named as the refusal would name it */
  readonly code: string;
  readonly name: Words;
  readonly basis: Basis;
  /** false: this case need not do it */
  readonly needed: boolean;
  readonly satisfied: boolean;
  /** what is missing and who can mend it; null when satisfied */
  readonly refusal: Refusal | null;
}

/**
 * The whole check list before a decision, with what is satisfied: all that submitting and deciding would ask. Rules about
 * the result can only be asked once one is drafted. A rule the governing text does not have is no line of the list.
 */
export function missingBeforeDecision(
  facts: RcFacts,
  context: Context<ReconsiderationSettings>,
  draft: Extract<RcEvent, { kind: 'DECIDE' }> | null = null,
): BeforeDecision[] {
  const governing = governingDay(facts, draft?.on ?? context.today, context.settings);
  const checks = [...STATE_CHECKS, ...SUBMIT_CHECKS, hearingNotice, ...(draft ? DECIDE_CHECKS : [])];
  return checks.flatMap(({ rule, name, needed: asked }) => {
    const basis = basisOn(rule.bases, governing);
    if (!basis) return [];
    const needed = asked?.(facts) ?? true;
    const refusal = needed ? rule.check(facts, draft, context, governing) : null;
    return [{ code: rule.code, name, basis, needed, satisfied: refusal === null, refusal }];
  });
}
