import { clockOfRow, guard, last } from '#law/procedure';
import { w } from '#law/statute';
import { governingDay, procedureOf, underOldText } from './facts.ts';
import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from './grounds.ts';
import type { RcGuard } from './guards-intake.ts';
import { outcomeBasis } from './outcomes.ts';
import { decisionRows } from './rows.ts';
import { law, regulation } from './texts.ts';

export const extensionOnlyOrdinary: RcGuard = guard(
  'EXTENSION_ONLY_IN_THE_ORDINARY_PROCEDURE',
  {
    basis: [law(62, 2)],
    message: w('简易程序没有延长期限的规定', 'the simplified procedure has no extension'),
    remedy: w(
      '不宜简易程序的,转为普通程序',
      'convert the case if it is not fit for the simplified procedure',
    ),
    who: ['OFFICE_HEAD'],
  },
  facts => procedureOf(facts) === 'ORDINARY',
);

export const extensionAtMostThirtyDays: RcGuard = guard(
  'EXTENSION_AT_MOST_THIRTY_DAYS',
  {
    basis: [law(62, 1)],
    message: w('延长期限最多不得超过三十日', 'an extension is thirty days at most'),
    remedy: w('缩短延长的日数', 'shorten the extension'),
  },
  (facts, event) => {
    if (event?.kind !== 'EXTEND_DECISION') return true;
    const before = facts.history.reduce((sum, e) => sum + (e.kind === 'EXTEND_DECISION' ? e.days : 0), 0);
    return event.days >= 1 && before + event.days <= 30;
  },
);

export const extensionOnce: RcGuard = guard(
  'EXTENSION_ONLY_ONCE',
  {
    basis: [law(62, 1)],
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
    message: w('延长期限须经有权的负责人批准', 'the extension was not approved by the right head'),
    remedy: w(
      '2024年起由复议机构负责人批准,此前的案件由复议机关负责人批准',
      'head of the office since 2024; head of the organ for earlier cases',
    ),
    who: ['OFFICE_HEAD', 'ORGAN_HEAD'],
  },
  (facts, event, { settings }) => {
    if (event?.kind !== 'EXTEND_DECISION') return true;
    return event.approvedBy === (underOldText(facts, event.on, settings) ? 'ORGAN_HEAD' : 'OFFICE_HEAD');
  },
);

export const extensionBeforeTheEnd: RcGuard = guard(
  'EXTENSION_BEFORE_THE_PERIOD_ENDS',
  {
    basis: [law(62, 1)],
    message: w('审理期限已经届满,不能再延长', 'the period has run out and cannot be extended'),
    remedy: w('尽快作出决定', 'decide without delay'),
  },
  (facts, event, context) => {
    const [row] = decisionRows(context.settings);
    const due = row && clockOfRow({ governing: governingDay }, row, facts, context)?.clock.due;
    return !due || (event?.on ?? context.today) <= due;
  },
);

/** A ground the governing text does not list is none. */
export const suspensionGroundInForce: RcGuard = guard(
  'SUSPENSION_GROUND_IS_IN_FORCE',
  {
    basis: [law(39, 1)],
    message: w('适用于本案的条文没有该中止情形', 'the text that governs the case does not list this ground'),
    remedy: w('选择其他情形', 'choose another ground'),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'SUSPEND' ||
    !underOldText(facts, event.on, settings) ||
    'old' in SUSPENSION_GROUNDS[event.ground],
);

/** 41(5): sixty full days on ground 1, 2 or 4, the cause still there. */
export const sixtyDaysOfSuspension: RcGuard = guard(
  'SIXTY_DAYS_OF_SUSPENSION_HAVE_PASSED',
  {
    basis: TERMINATION_GROUNDS.SUSPENDED_60_DAYS.basis,
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
    const row = decisionRows(context.settings)[2];
    const reached = row && clockOfRow({ governing: governingDay }, row, facts, context)?.clock.due;
    return reached !== undefined && reached !== null && event.on >= reached;
  },
);

export const mediationSignedAndSealed: RcGuard = guard(
  'MEDIATION_DOCUMENT_IS_SIGNED_AND_SEALED',
  {
    basis: [law(73, 1)],
    message: w('调解书须经各方签字或者签章并加盖复议机关印章', 'all parties sign and the organ seals'),
    remedy: w('补齐签字、印章;一方反悔的,及时作出决定', 'complete it; if one side backs out, decide'),
  },
  (_, event) =>
    event?.kind !== 'MEDIATE' || [
      ...(event.signedByAll ? [] : ['signedByAll']),
      ...(event.sealed ? [] : ['sealed']),
    ],
);

export const noChangeForTheWorse: RcGuard = guard(
  'NO_CHANGE_FOR_THE_WORSE',
  {
    basis: [law(63, 2)],
    message: w('不得作出对申请人更为不利的变更决定', 'a change may not be worse for the applicant'),
    remedy: w('第三人提出相反请求的除外', 'unless a third party asked the opposite'),
  },
  (_, event) =>
    event?.kind !== 'DECIDE' ||
    event.outcome !== 'CHANGE' ||
    !event.worseForApplicant ||
    event.thirdPartyAskedOpposite === true,
);

export const outcomeInForce: RcGuard = guard(
  'OUTCOME_IS_KNOWN_TO_THE_TEXT',
  {
    basis: [law(61, 1)],
    message: w('适用于本案的条文没有该种决定', 'the text that governs the case does not know this result'),
    remedy: w('选择其他决定种类', 'choose another result'),
  },
  (facts, event, { settings }) =>
    event?.kind !== 'DECIDE' ||
    event.outcome === 'MIXED' ||
    outcomeBasis(event.outcome, underOldText(facts, event.on, settings)) !== null,
);

export const decisionIsADecision: RcGuard = guard(
  'RESULT_NEEDS_ITS_OWN_STEP',
  {
    basis: [law(61, 1), regulation(48)],
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
