import type { CalendarDate, Period } from '#law/calendar';
import {
  clockOfRow,
  dayOfLast,
  first,
  last,
  type ClockRow,
  type ClockRule,
  type Context,
  type Day0,
} from '#law/procedure';
import { w, type Words } from '#law/statute';
import { AM_05, AM_06, AM_07, AM_07_RULES } from './clocks.ts';
import type { AmEvent } from './events.ts';
import { agreedOn, appraisals, regimeOf, ruleOf, type AmFacts } from './facts.ts';
import type { MediationRegime } from './regimes.ts';
import type { MediationSettings } from './settings.ts';
import type { AmState } from './states.ts';

type Row = ClockRow<AmState, AmEvent, MediationSettings>;
type AmContext = Context<MediationSettings>;

const on = (day: CalendarDate | null | undefined): Day0 | null => (day ? { day } : null);
/**
 * Once the matter is decided one way or another, a time to decide, transfer or complete is of no more interest.
 */
const OVER: readonly AmState[] = [
  'REFUSED',
  'TRANSFERRED',
  'AGREED',
  'TERMINATED',
  'PERFORMED',
  'CONFIRMATION_FILED',
  'CONFIRMED',
  'CONFIRMATION_REJECTED',
  'CLOSED',
];

/** A clock every regime may have, with the length it may set: one list instead of one rule per place. */
interface RegimeClock {
  readonly code: string;
  readonly name: Words;
  readonly missed: Words;
  readonly trigger: ClockRule['trigger'];
  readonly period: (regime: MediationRegime, facts: AmFacts) => Period | null;
}

const REGIME_CLOCKS = {
  ACCEPT: {
    code: 'AM-01',
    name: w('决定是否受理', 'decide on acceptance'),
    missed: w('依该制度的规定', 'as the regime says'),
    trigger: { code: 'APPLIED', words: w('收到调解申请之日', 'receipt of the application') },
    period: (regime, facts) =>
      first(facts, 'APPLY')?.complex ? (regime.acceptComplex ?? regime.accept) : regime.accept,
  },
  TRANSFER: {
    code: 'AM-02',
    name: w('移送有权机关', 'transfer to the organ competent'),
    missed: w('依该制度的规定', 'as the regime says'),
    trigger: { code: 'APPLIED', words: w('收到调解申请之日', 'receipt of the application') },
    period: regime => regime.transfer,
  },
  COMPLETE: {
    code: 'AM-03',
    name: w('完成调解', 'complete the mediation'),
    missed: w('视为调解不成或者终止调解', 'failed, or ended'),
    trigger: { code: 'ACCEPTED', words: w('受理(开始调解)之日', 'acceptance, or start of mediation') },
    period: regime => regime.complete,
  },
  NOTIFY: {
    code: 'AM-04',
    name: w('告知终止调解', 'tell the parties of the termination'),
    missed: w('依该制度的规定', 'as the regime says'),
    trigger: { code: 'TERMINATED', words: w('决定终止之日', 'the termination') },
    period: regime => regime.notify,
  },
} as const satisfies Record<string, RegimeClock>;

/** What sets day 0 of a regime's clock, what meets it, in which states it no longer matters. */
interface Run {
  readonly begin: (facts: AmFacts) => CalendarDate | null;
  readonly met: Row['met'];
  readonly falls?: readonly AmState[];
}

/** A clock the regime sets; where it sets none there is none, and none is borrowed from another regime. */
function regimeRow(
  { code, name, missed, trigger, period: periodOf }: RegimeClock,
  regime: MediationRegime,
  facts: AmFacts,
  { begin, met, falls = OVER }: Run,
): Row | null {
  const period = periodOf(regime, facts);
  if (!period) return null;
  const rule = ruleOf({ code, name, missed, trigger, basis: regime.basis, period });
  return { rule, day0: f => on(begin(f)), met, falls };
}

const applied: Run['begin'] = facts => dayOfLast(facts, 'APPLY');

/** The rows of one case: its regime decides which there are. */
export function amRows(facts: AmFacts, settings: MediationSettings): readonly Row[] {
  const regime = regimeOf(facts, settings);
  return [...(regime ? regimeRows(regime, facts, settings) : []), ...confirmationRows(settings)];
}

function regimeRows(regime: MediationRegime, facts: AmFacts, settings: MediationSettings): readonly Row[] {
  const { ACCEPT, TRANSFER, COMPLETE, NOTIFY } = REGIME_CLOCKS;
  const complete = regimeRow(COMPLETE, regime, facts, {
    begin: f => dayOfLast(f, regime.completeFrom),
    met: ['AGREE', 'TERMINATE'],
  });
  const rows: (Row | null)[] = [
    regimeRow(ACCEPT, regime, facts, { begin: applied, met: ['ACCEPT', 'REFUSE', 'TRANSFER'] }),
    mayBeTransferred(facts)
      ? regimeRow(TRANSFER, regime, facts, { begin: applied, met: ['TRANSFER'] })
      : null,
    complete && {
      ...complete,
      stops: f => appraisals(f, settings),
      extension: f => (last(f, 'EXTEND') ? regime.extension : null),
    },
    regimeRow(NOTIFY, regime, facts, {
      begin: f => dayOfLast(f, 'TERMINATE'),
      met: ['NOTIFY_TERMINATION'],
      falls: ['CLOSED'],
    }),
  ];
  return rows.filter(row => row !== null);
}

/** The time to transfer matters only to a case that was, or may still be, transferred. */
function mayBeTransferred(facts: AmFacts): boolean {
  return facts.state === 'APPLIED' || last(facts, 'TRANSFER') !== undefined;
}

/** Only civil content can be confirmed, and only where the region lets an agency's mediation be. */
const civil = (facts: AmFacts, { settings: s }: AmContext): Day0 | null =>
  s.agencyMayHaveConfirmed && last(facts, 'AGREE')?.civilContent !== false ? on(agreedOn(facts)) : null;

function confirmationRows(settings: MediationSettings): Row[] {
  return [
    { rule: AM_05, day0: civil, met: ['FILE_CONFIRMATION'], falls: ['PERFORMED', 'CLOSED'] },
    { rule: AM_06, day0: 'FILE_CONFIRMATION', met: ['COURT_ACCEPTS', 'CONFIRM', 'REJECT_CONFIRMATION'] },
    {
      rule: settings.confirmationRulingDays === 30 ? AM_07 : AM_07_RULES,
      day0: 'COURT_ACCEPTS',
      met: ['CONFIRM', 'REJECT_CONFIRMATION'],
    },
  ];
}

/** The last day of one of the case's clocks; null when it has none, or while it stands still. */
export function dueOf(code: string, facts: AmFacts, context: AmContext): CalendarDate | null {
  const row = amRows(facts, context.settings).find(({ rule }) => rule.code === code);
  const clock = row && clockOfRow({ governing: ownDay }, row, facts, context);
  return clock?.clock.due ?? null;
}

/** No transition to keep: every text of mediation governs what begins on its own day. */
export const ownDay = (_: AmFacts, day: CalendarDate): CalendarDate => day;
