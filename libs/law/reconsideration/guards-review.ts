import { guard, last } from '#law/procedure';
import { w } from '#law/statute';
import { didNotReply, procedureOf, underOldText, type RcFacts } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import { inOldTexts, law } from './texts.ts';

/*
 * How the parties are heard (art. 49–52). The older texts review in writing (22) and leave hearings to the office
 * (条例 33: “可以”), without a duty to hold one and without a committee: none of these rules has an older article, so none
 * of them stands in the way of an older case.
 */

/** 49 binds the ordinary procedure; the simplified one may be in writing (54(2)). */
export const opinionsAreDue = (facts: RcFacts): boolean => procedureOf(facts) === 'ORDINARY';

/** A hearing hears the parties too; in the simplified procedure the review may be in writing (54(2)). */
export const opinionsHeard: RcGuard = guard(
  'OPINIONS_OF_THE_PARTIES_ARE_HEARD',
  {
    basis: [law(49)],
    older: [],
    message: w('普通程序应当听取当事人的意见', 'the ordinary procedure has to hear the parties'),
    remedy: w(
      '听取意见并记录;因当事人原因不能听取的,记明原因',
      'hear them, or record that a party is the cause',
    ),
    who: ['HANDLER'],
  },
  facts =>
    !opinionsAreDue(facts) ||
    last(facts, 'HEAR_OPINIONS') !== undefined ||
    last(facts, 'HOLD_HEARING') !== undefined,
);

/** As the office classified the case, the last word counting. */
export const hearingIsDue = (facts: RcFacts): boolean => last(facts, 'CLASSIFY')?.major === true;

/** “应当组织听证” binds; for other cases 50(2) leaves it to the office. */
export const majorCasesAreHeard: RcGuard = guard(
  'MAJOR_CASES_NEED_A_HEARING',
  {
    basis: [law(50, 1)],
    older: [],
    message: w('重大、疑难、复杂的案件应当组织听证', 'a major, difficult or complex case needs a hearing'),
    remedy: w('组织听证', 'hold a hearing'),
    who: ['HANDLER'],
  },
  facts => !hearingIsDue(facts) || last(facts, 'HOLD_HEARING') !== undefined,
);

/** The fourth case of 52(2), “认为有必要”, is the office's own wish and needs no rule. */
export function committeeIsDue(facts: RcFacts): boolean {
  const kind = last(facts, 'CLASSIFY');
  return kind?.major === true || kind?.technical === true || kind?.ownAct === true;
}

/** Asked and recorded (52(3)). Its opinion only guides (61(3)), so the rule looks for it and not at what it says. */
export const committeeAsked: RcGuard = guard(
  'COMMITTEE_OPINION_IS_ASKED',
  {
    basis: [law(52, 2)],
    older: [],
    message: w('应当提请行政复议委员会提出咨询意见', 'the reconsideration committee has to be asked'),
    remedy: w('提请咨询并记录意见', 'ask it and record its opinion'),
    who: ['HANDLER'],
  },
  facts => !committeeIsDue(facts) || last(facts, 'COMMITTEE_OPINION') !== undefined,
);

/**
 * 70 spares the third party who brings the evidence itself. The older texts did not (28(1)(4): “决定撤销”): there silence
 * costs the act whatever others file.
 */
export const noReplyMeansNoEvidence: RcGuard = guard(
  'NO_REPLY_MEANS_NO_EVIDENCE',
  {
    basis: [law(70)],
    older: inOldTexts(28, 1, 4),
    message: w(
      '被申请人未按期答复举证,视为没有证据、依据,不得维持',
      'no reply in time: the act has no evidence and cannot be upheld',
    ),
    remedy: w(
      '撤销、确认违法、无效或者责令履行;2024年起第三人提供证据的除外',
      'revoke, declare illegal or invalid, or order performance; since 2024 unless a third party gave evidence',
    ),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'DECIDE' ||
    event.outcome !== 'UPHOLD' ||
    !didNotReply(facts) ||
    (event.thirdPartyEvidence === true && !underOldText(facts, event.on, settings)),
);
