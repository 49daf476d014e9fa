import { basisOn, last } from '#law/procedure';
import {
  endsAfterSixtyDays,
  procedureOf,
  RC_28,
  RC_30,
  SUSPENSION_GROUNDS,
  TERMINATION_GROUNDS,
} from '#law/reconsideration';
import { w } from '#law/statute';
import { dueIfAny, step, type EventOf } from '../facts.ts';
import { cited, formal, under, underStep } from '../legal.ts';
import type { LetterBody, Part } from '../letter.ts';
import type { LetterCase } from '../letter-case.ts';
import { addressed, theCase } from '../parties.ts';
import { dayText, field, maybe, para, paragraphs } from '../runs.ts';

/** 行政复议中止通知书: suspension has to be told in writing (39(3)), with its ground. */
export function suspensionNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY');
  const { event, record, tell, day, source } = step(c, 'SUSPEND');
  const ground = event && SUSPENSION_GROUNDS[event.ground];
  return {
    to: name,
    blocks: [
      para(theCase(c), '，本机关正在审理。'),
      ...paragraphs(
        '',
        maybe(record.reasons, source('reasons'), reasons => reasons),
      ),
      para(
        '本案有“',
        ground
          ? [
              field(formal(ground.words), source('ground')),
              '”的情形，依照',
              under(c, ground.bases, 'SUSPEND'),
            ]
          : tell(null, 'ground', w('中止情形', 'ground of suspension')),
        '的规定，自',
        day(event?.on, 'on', w('中止日期', 'day of suspension')),
        `起中止审理，现通知${you}。`,
      ),
      para(
        '中止的原因消除后，本机关将及时恢复审理，并书面告知当事人。',
        event && endsAfterSixtyDays(event.ground) ? sixtyDays(c) : null,
      ),
    ],
  };
}

/** Three of the ten grounds end the case, if their cause stays. */
function sixtyDays(c: LetterCase): Part {
  const basis = basisOn(TERMINATION_GROUNDS.SUSPENDED_60_DAYS.bases, c.governing);
  const end = '的规定决定终止行政复议。';
  return basis && ['中止满六十日，中止的原因仍未消除的，本机关将依照', cited(c, basis), end];
}

/** 行政复议恢复审理通知书: names the suspension that ends, and the new last day where the clocks have one. */
export function resumptionNotice(c: LetterCase): LetterBody {
  const { name, you } = addressed(c, 'APPLICANT', 'RESPONDENT', 'THIRD_PARTY');
  const { event, day, tell } = step(c, 'RESUME');
  const lifted = suspensionOf(c, event);
  const code = (procedureOf(c.facts) === 'SIMPLIFIED' ? RC_30 : RC_28).code;
  return {
    to: name,
    blocks: [
      para(
        theCase(c),
        '，本机关因“',
        lifted
          ? [
              field(formal(SUSPENSION_GROUNDS[lifted.ground].words), 'event:SUSPEND.ground'),
              '”的情形于',
              field(dayText(lifted.on), 'event:SUSPEND.on'),
            ]
          : tell(null, 'of', w('恢复的是哪次中止', 'the suspension that is lifted')),
        '中止审理。现中止的原因已经消除，依照',
        underStep(c, 'RESUME'),
        '的规定，自',
        day(event?.on, 'on', w('恢复审理日期', 'day of resumption')),
        `起恢复审理，现通知${you}。`,
        dueIfAny(c, code, until => ['审理期限顺延至', until, '届满。']),
      ),
    ],
  };
}

/** The one the resumption names, or the last one before it. */
function suspensionOf(c: LetterCase, resumed: EventOf<'RESUME'> | undefined): EventOf<'SUSPEND'> | undefined {
  if (!resumed) return undefined;
  const before = c.facts.history.slice(0, c.facts.history.indexOf(resumed));
  const named = before.find((e): e is EventOf<'SUSPEND'> => e.kind === 'SUSPEND' && e.id === resumed.of);
  return named ?? last({ history: before }, 'SUSPEND');
}
