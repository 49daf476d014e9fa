import { guard, last, type Context } from '#law/procedure';
import { cite, w, type Words } from '#law/statute';
import { RC_35 } from './clocks/after.ts';
import type { RcFacts } from './facts.ts';
import type { RcGuard } from './guards-intake.ts';
import { obligationsOf, type Obligation } from './obligations.ts';
import { dueOf } from './rows.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { inOldTexts, law } from './texts.ts';

/*
 * What has to be over before the file is put away, or the court is asked to enforce. No text says when a file is closed;
 * both rules follow from what closing would hide: the suit that may still come, the duty nobody would watch any more. The
 * report on an opinion letter outlives the file (its clock never falls), and the three months for enforcement are a right.
 */

/** The last day of a suit limit that nobody used yet; null: over, used, or none. */
function openSuitLimit(facts: RcFacts, context: Context<ReconsiderationSettings>): string | null {
  const due = last(facts, 'SUED') ? null : dueOf(RC_35.code, facts, context);
  return due !== null && context.today <= due ? due : null;
}

const untilThen = (due: string): Words =>
  w(`起诉期限尚未届满,至${due}`, `the limit of suit still runs, until ${due}`);

/** “逾期不起诉”: until then nobody knows whether the decision stands. */
export const suitLimitIsOver: RcGuard = guard(
  'SUIT_LIMIT_IS_OVER_OR_USED',
  {
    basis: [law(78)],
    older: inOldTexts(33),
    message: w('起诉期限尚未届满', 'the limit of suit still runs'),
    remedy: w('待起诉期限届满后归档;已经起诉的,先登记起诉', 'wait for its end, or record the suit first'),
    who: ['HANDLER'],
  },
  (facts, _, context) => {
    const due = openSuitLimit(facts, context);
    return due === null || { message: untilThen(due), missing: [RC_35.code] };
  },
);

/** An order answers the duties of the decision: whoever did these has done what it ordered, also before it came. */
function isOpen(facts: RcFacts, { kind, doneOn }: Obligation): boolean {
  if (kind === 'REPORT_BACK' || doneOn !== null) return false;
  return kind !== 'PERFORM_AS_ORDERED' || !(last(facts, 'PERFORMED') ?? last(facts, 'REMAKE'));
}

const named = ({ name, due }: Obligation): Words => ({
  zh: `${name.zh}(${due === null ? '未定期限' : `至${due}`})`,
  en: `${name.en} (${due === null ? 'no time set' : `until ${due}`})`,
});

/**
 * Watched over until it is done (77). What is before a court is settled by its judgment, and what was mediated may have to
 * be enforced (78(3)): from there on it is no longer this file that waits.
 */
export const whatWasOrderedIsDone: RcGuard = guard(
  'WHAT_WAS_ORDERED_IS_DONE',
  {
    basis: [law(77, 1)],
    older: inOldTexts(32, 1),
    message: w('尚有未履行的事项', 'something ordered is not done'),
    remedy: w(
      '登记履行或者重作后归档;逾期不履行的,责令限期履行',
      'close the file once it is done; where it is overdue, order the performance',
    ),
    who: ['HANDLER', 'RESPONDENT'],
  },
  (facts, _, context) => {
    if (last(facts, 'SUED') ?? (last(facts, 'MEDIATE') && last(facts, 'APPLY_ENFORCEMENT'))) return true;
    const open = obligationsOf(facts, context).filter(one => isOpen(facts, one));
    if (open.length === 0) return true;
    const words = open.map(named);
    return {
      message: w(
        `尚未履行:${words.map(one => one.zh).join('、')}`,
        `not done: ${words.map(one => one.en).join(', ')}`,
      ),
      missing: open.map(one => one.kind),
    };
  },
);

/**
 * 78 speaks of those who neither sue in time nor perform; 强制法 53 gives the three months from the end of the limit on. What
 * was sued over is enforced by the judgment. A mediation document has no limit of suit.
 */
export const enforcementAfterTheSuitLimit: RcGuard = guard(
  'ENFORCEMENT_AFTER_THE_SUIT_LIMIT',
  {
    basis: [law(78), cite('COMPULSION_LAW', '2011', 53)],
    older: inOldTexts(33),
    message: w('已经起诉,不得申请强制执行复议决定', 'the decision was sued over'),
    remedy: w(
      '起诉期限届满未起诉又不履行的,方可申请;已经起诉的,待裁判生效后依裁判执行',
      'apply once the limit has run out unused; what was sued over is enforced by the judgment',
    ),
    who: ['HANDLER'],
  },
  (facts, _, context) => {
    if (last(facts, 'SUED')) return false;
    const due = openSuitLimit(facts, context);
    return due === null || { message: untilThen(due), missing: [RC_35.code] };
  },
);
