import { guard, last } from '#law/procedure';
import { w } from '#law/statute';
import { RC_31 } from './clocks/after.ts';
import { RC_28 } from './clocks/decision.ts';
import { governingDay, procedureOf, underOldText } from './facts.ts';
import { groundBasis, SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from './grounds.ts';
import type { RcGuard } from './guards-intake.ts';
import { outcomeBasis } from './outcomes.ts';
import { dueOf } from './rows.ts';
import { inOldTexts, law, oldLaw, OLD_TEXTS, OWN_CHOICE, regulation } from './texts.ts';

/** 62(2) sets thirty days and stops there: what cannot be decided in them is turned ordinary (55), not extended. */
export const extensionOnlyOrdinary: RcGuard = guard(
  'EXTENSION_ONLY_IN_THE_ORDINARY_PROCEDURE',
  {
    basis: [law(62, 2)],
    older: [],
    message: w('简易程序没有延长期限的规定', 'the simplified procedure has no extension'),
    remedy: w(
      '不宜简易程序的,转为普通程序',
      'convert the case if it is not fit for the simplified procedure',
    ),
    who: ['OFFICE_HEAD'],
  },
  facts => procedureOf(facts) === 'ORDINARY',
);

/** Thirty days in all, however they are cut up: “延长期限最多不得超过三十日”. */
export const extensionAtMostThirtyDays: RcGuard = guard(
  'EXTENSION_AT_MOST_THIRTY_DAYS',
  {
    basis: [law(62, 1)],
    older: inOldTexts(31, 1),
    message: w('延长期限最多不得超过三十日', 'an extension is thirty days at most'),
    remedy: w('缩短延长的日数', 'shorten the extension'),
  },
  (facts, event) => {
    if (event?.kind !== 'EXTEND_DECISION') return true;
    const before = facts.history.reduce((sum, e) => sum + (e.kind === 'EXTEND_DECISION' ? e.days : 0), 0);
    // nought days would be no extension, and would use up the only one there is
    return event.days >= 1 && before + event.days <= 30;
  },
);

/** How often is not said; that it is once is this office's choice (`extendOnlyOnce`), and is cited as such. */
export const extensionOnce: RcGuard = guard(
  'EXTENSION_ONLY_ONCE',
  {
    basis: [OWN_CHOICE, law(62, 1)],
    older: OLD_TEXTS.map(t => [OWN_CHOICE, oldLaw(t, 31, 1)] as const),
    message: w('审理期限已经延长', 'the period has been extended already'),
    remedy: w('在期限内作出决定', 'decide within the period'),
  },
  (facts, _, { settings }) => !settings.extendOnlyOnce || last(facts, 'EXTEND_DECISION') === undefined,
);

/** 2023: the head of the office (机构); before: the head of the organ (机关, art. 31(1) of the older texts). */
export const extensionByTheRightHead: RcGuard = guard(
  'EXTENSION_APPROVED_BY_THE_RIGHT_HEAD',
  {
    basis: [law(62, 1)],
    older: inOldTexts(31, 1),
    message: w('延长期限须经有权的负责人批准', 'the extension was not approved by the right head'),
    remedy: w(
      '2024年起由复议机构负责人批准,此前的案件由复议机关负责人批准',
      'head of the office since 2024; head of the organ for earlier cases',
    ),
    // both may enter it; which of them had to approve depends on the text
    who: ['OFFICE_HEAD', 'ORGAN_HEAD'],
  },
  (facts, event, { settings }) => {
    if (event?.kind !== 'EXTEND_DECISION') return true;
    return event.approvedBy === (underOldText(facts, event.on, settings) ? 'ORGAN_HEAD' : 'OFFICE_HEAD');
  },
);

// The five rules of an extension are asked in the order in which they can be mended: procedure, length, number, head, day.
/** What has run out cannot be lengthened: 30-day leave given afterwards would hide a decision that is late. */
export const extensionBeforeTheEnd: RcGuard = guard(
  'EXTENSION_BEFORE_THE_PERIOD_ENDS',
  {
    basis: [law(62, 1)],
    older: inOldTexts(31, 1),
    message: w('审理期限已经届满,不能再延长', 'the period has run out and cannot be extended'),
    remedy: w('尽快作出决定', 'decide without delay'),
  },
  (facts, event, context) => {
    const due = dueOf(RC_28.code, facts, context);
    return due === null || (event?.on ?? context.today) <= due;
  },
);

/** A ground the governing text does not list is none: agreeing to mediate stops nothing before 2024. */
export const suspensionGroundInForce: RcGuard = guard(
  'SUSPENSION_GROUND_IS_IN_FORCE',
  {
    basis: [law(39, 1)],
    older: [[regulation(41, 1)], ...OLD_TEXTS.map(t => [oldLaw(t, 26), oldLaw(t, 27)] as const)],
    message: w('适用于本案的条文没有该中止情形', 'the text that governs the case does not list this ground'),
    remedy: w('选择其他情形', 'choose another ground'),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'SUSPEND' ||
    groundBasis(SUSPENSION_GROUNDS[event.ground], governingDay(facts, event.on, settings)) !== null,
);

/** Settlement ended a case by itself until 2023 (条例 42(1)(4)); since then it runs through withdrawal (74(2)). */
export const terminationGroundInForce: RcGuard = guard(
  'TERMINATION_GROUND_IS_IN_FORCE',
  {
    basis: [law(41)],
    older: [[regulation(42)], ...inOldTexts(25)],
    message: w('适用于本案的条文没有该终止情形', 'the text that governs the case does not list this ground'),
    remedy: w(
      '选择其他情形;2024年起达成和解的,由申请人撤回申请',
      'choose another ground; since 2024 a settlement leads to withdrawal',
    ),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'TERMINATE' ||
    groundBasis(TERMINATION_GROUNDS[event.ground], governingDay(facts, event.on, settings)) !== null,
);

/** 41(5): sixty full days on ground 1, 2 or 4, the cause still there. */
export const sixtyDaysOfSuspension: RcGuard = guard(
  'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED',
  {
    basis: [law(41, undefined, 5)],
    older: [[regulation(42, 2)]],
    message: w(
      '中止未满六十日,或者中止情形不属于第一、二、四项',
      'sixty days of suspension on ground 1, 2 or 4 have not passed',
    ),
    remedy: w(
      '待期满后决定终止;其他情形应当恢复审理',
      'wait until they have; other suspensions end by resumption',
    ),
  },
  (facts, event, context) => {
    if (event?.kind !== 'TERMINATE' || event.ground !== 'SUSPENDED_60_DAYS') return true;
    const reached = dueOf(RC_31.code, facts, context);
    return reached !== null && event.on >= reached;
  },
);

/** Before the last signature and the seal either side may still back out, and the case has to be decided (73(2)). */
export const mediationSignedAndSealed: RcGuard = guard(
  'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED',
  {
    basis: [law(73, 1)],
    older: [[regulation(50, 2)]],
    message: w('调解书须经各方签字或者签章并加盖复议机关印章', 'all parties sign and the organ seals'),
    remedy: w('补齐签字、印章;一方反悔的,及时作出决定', 'complete it; if one side backs out, decide'),
  },
  // tells which of the two is missing, not only that something is
  (_, event) =>
    event?.kind !== 'MEDIATE' || [
      ...(event.signedByAll ? [] : ['signedByAll']),
      ...(event.sealed ? [] : ['sealed']),
    ],
);

/**
 * Nobody shall be worse off for having asked. 63(2) speaks of changes, also of those that are a part of a mixed result, and
 * makes room for the third party who asked the opposite; 条例 51 spoke of every decision (“行政复议决定”) and made none.
 * Before it came into force no text said anything.
 */
export const noChangeForTheWorse: RcGuard = guard(
  'NO_CHANGE_FOR_THE_WORSE',
  {
    basis: [law(63, 2)],
    older: [[regulation(51)]],
    message: w('不得作出对申请人更为不利的变更决定', 'a change may not be worse for the applicant'),
    remedy: w(
      '2024年起第三人提出相反请求的除外',
      'since 2024 with one exception: a third party asked the opposite',
    ),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'DECIDE' ||
    !event.worseForApplicant ||
    (!underOldText(facts, event.on, settings) &&
      (event.thirdPartyAskedOpposite === true || (event.outcome !== 'CHANGE' && event.outcome !== 'MIXED'))),
);

/** 确认无效 and the results about agreements are children of the 2023 text; a case of 2017 cannot end in them. */
export const outcomeInForce: RcGuard = guard(
  'OUTCOME_IS_KNOWN_TO_THE_TEXT',
  {
    basis: [law(61, 1)],
    older: inOldTexts(28, 1),
    message: w('适用于本案的条文没有该种决定', 'the text that governs the case does not know this result'),
    remedy: w('选择其他决定种类', 'choose another result'),
  },
  (facts, event, { settings }) => {
    if (event?.kind !== 'DECIDE') return true;
    // asked by the day that governs, because the regulation of 2007 came eight years after the law
    const governing = governingDay(facts, event.on, settings);
    const parts = [event.outcome, ...(event.compensation ? [event.compensation] : [])];
    // not a result of its own but two in one paper, each of which the text knows
    return parts.every(part => part === 'MIXED' || outcomeBasis(part, governing) !== null);
  },
);

/** 驳回申请, 终止, 调解 and 不予受理 end a case without judging the act; each has its own document and its own step. */
export const decisionIsADecision: RcGuard = guard(
  'RESULT_NEEDS_ITS_OWN_STEP',
  {
    basis: [law(61, 1)],
    older: inOldTexts(28, 1),
    message: w('该结果不以行政复议决定书作出', 'this result is not a decision on the merits'),
    remedy: w(
      '分别使用:驳回申请、终止、调解、不予受理',
      'use the step made for it: dismiss, terminate, mediate, refuse',
    ),
  },
  (_, event) =>
    event?.kind !== 'DECIDE' ||
    !['MEDIATED', 'DISMISS_APPLICATION', 'TERMINATED', 'REFUSED', 'ABANDONED'].includes(event.outcome),
);
