import type { CalendarDate, Period } from '#law/calendar';
import {
  dayOfLast,
  first,
  last,
  variantOn,
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

type Begin = (facts: AmFacts, regime: MediationRegime) => CalendarDate | null;

/**
 * The clock rules of a case's regime. A rule needs a period and a text in force on its day; where the regime sets
 * none, there is no clock, and none is borrowed from elsewhere.
 */
function regimeRow(
  clock: RegimeClock,
  settings: MediationSettings,
  facts: AmFacts,
  begin: Begin,
): Row | null {
  const regime = regimeOf(facts, settings);
  const period = regime && clock.period(regime, facts);
  if (!regime || !period) return null;
  const { code, name, missed, trigger } = clock;
  const rule = ruleOf({ code, name, missed, trigger, basis: regime.basis, period });
  const day = begin(facts, regime);
  if (!day || !variantOn(rule, day)) return null;
  return { rule, day0: () => ({ day }), met: [], ownLaw: true };
}

const applied: Begin = facts => dayOfLast(facts, 'APPLY');
const completion: Begin = (facts, regime) => dayOfLast(facts, regime.completeFrom);

/** The rows of one case: its regime decides which there are. */
export function amRows(facts: AmFacts, settings: MediationSettings): readonly Row[] {
  const { ACCEPT, TRANSFER, COMPLETE, NOTIFY } = REGIME_CLOCKS;
  const rows: (Row | null)[] = [
    withMet(regimeRow(ACCEPT, settings, facts, applied), ['ACCEPT', 'REFUSE', 'TRANSFER']),
    transferOnly(facts) ? withMet(regimeRow(TRANSFER, settings, facts, applied), ['TRANSFER']) : null,
    completionRow(
      withMet(regimeRow(COMPLETE, settings, facts, completion), ['AGREE', 'TERMINATE']),
      settings,
    ),
    withMet(
      regimeRow(NOTIFY, settings, facts, f => dayOfLast(f, 'TERMINATE')),
      ['NOTIFY_TERMINATION'],
      ['CLOSED'],
    ),
  ];
  return [...rows.filter(row => row !== null), ...confirmationRows(settings)];
}

/** The time to transfer matters only to a case that was, or may still be, transferred. */
function transferOnly(facts: AmFacts): boolean {
  return facts.state === 'APPLIED' || last(facts, 'TRANSFER') !== undefined;
}

function withMet(row: Row | null, met: Row['met'], falls: readonly AmState[] = OVER): Row | null {
  return row && { ...row, met, falls };
}

function completionRow(row: Row | null, settings: MediationSettings): Row | null {
  return (
    row && {
      ...row,
      stops: facts => appraisals(facts, settings),
      extension: facts => (last(facts, 'EXTEND') ? (regimeOf(facts, settings)?.extension ?? null) : null),
    }
  );
}

/** Only civil content can be confirmed, and only where the region lets an agency's mediation be. */
const civil = (facts: AmFacts, { settings: s }: AmContext): Day0 | null =>
  s.agencyMayHaveConfirmed && last(facts, 'AGREE')?.civilContent !== false ? on(agreedOn(facts)) : null;

function confirmationRows(settings: MediationSettings): Row[] {
  return [
    { rule: AM_05, day0: civil, met: ['FILE_CONFIRMATION'], falls: ['PERFORMED', 'CLOSED'], ownLaw: true },
    {
      rule: AM_06,
      day0: 'FILE_CONFIRMATION',
      met: ['COURT_ACCEPTS', 'CONFIRM', 'REJECT_CONFIRMATION'],
      falls: ['CLOSED'],
      ownLaw: true,
    },
    {
      rule: settings.confirmationRulingDays === 30 ? AM_07 : AM_07_RULES,
      day0: 'COURT_ACCEPTS',
      met: ['CONFIRM', 'REJECT_CONFIRMATION'],
      falls: ['CLOSED'],
      ownLaw: true,
    },
  ];
}
