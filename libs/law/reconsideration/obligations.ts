import type { CalendarDate } from '#law/calendar';
import { basisOn, clockOfRow, last, type ClockStatus, type Context } from '#law/procedure';
import type { Basis, Words } from '#law/statute';
import { RC_36, RC_37, RC_37_ORDER, RC_38 } from './clocks/after.ts';
import { RESPONDENT } from './clocks/words.ts';
import { CONSEQUENCES, type ConsequenceCode } from './consequences.ts';
import type { RcEvent } from './events.ts';
import { governingDay, underOldText, type RcFacts } from './facts.ts';
import { groundBasis } from './grounds.ts';
import { grantsCompensation } from './guards-compensation.ts';
import { rcRows } from './rows.ts';
import type { ReconsiderationSettings } from './settings.ts';
import { inOldTexts, law, regulation } from './texts.ts';

type RcContext = Context<ReconsiderationSettings>;

export type ObligationKind = 'REMAKE' | 'PERFORM' | 'PERFORM_AS_ORDERED' | 'REPORT_BACK';

/** What may follow next, with its article in the text that governs. */
export interface Consequence {
  readonly code: ConsequenceCode;
  readonly words: Words;
  readonly basis: Basis;
}

/** Something a decision, a mediation document or an opinion letter orders. */
export interface Obligation {
  readonly kind: ObligationKind;
  readonly name: Words;
  readonly who: Words;
  readonly basis: Basis;
  /** the event that orders it */
  readonly of: string;
  /** the clock that runs for it; null where no time was set, and then there is no due date */
  readonly clock: string | null;
  readonly due: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  /** that of the clock; OPEN: not done, and no time was set in which it had to be */
  readonly status: ClockStatus | 'OPEN';
  /** once overdue (77(2), 83) */
  readonly next: readonly Consequence[];
}

/** Everything the respondent, or who got an opinion letter, owes after the end; done or not. */
export function obligationsOf(facts: RcFacts, context: RcContext): Obligation[] {
  const decided = last(facts, 'DECIDE');
  const ordered = last(facts, 'ORDER_PERFORMANCE');
  const perform = timed('PERFORM', decided, facts, context);
  return [
    timed('REMAKE', decided, facts, context),
    perform ?? withoutTime(facts, context),
    timed('PERFORM_AS_ORDERED', ordered, facts, context),
    ...facts.history.map(event =>
      event.kind === 'OPINION_LETTER'
        ? timed('REPORT_BACK', event, withoutOtherLetters(facts, event.id), context)
        : null,
    ),
  ].filter(owed => owed !== null);
}

const RULES = { REMAKE: RC_36, PERFORM: RC_37, PERFORM_AS_ORDERED: RC_37_ORDER, REPORT_BACK: RC_38 } as const;

function timed(
  kind: ObligationKind,
  source: RcEvent | undefined,
  facts: RcFacts,
  context: RcContext,
): Obligation | null {
  const { code, name, who } = RULES[kind];
  const row = rcRows(context.settings).find(r => r.rule.code === code);
  const found = source && row ? clockOfRow({ governing: governingDay }, row, facts, context) : null;
  if (!source || !found) return null;
  const { clock, metOn: doneOn, status } = found;
  const { basis } = clock.spec;
  const next = status === 'OVERDUE' ? consequencesOf(kind, facts, context) : [];
  return { kind, name, who, basis, of: source.id, clock: code, due: clock.due, doneOn, status, next };
}

/** Each letter has its own sixty days; a report that names no letter answers all that came before it. */
function withoutOtherLetters(facts: RcFacts, id: string): RcFacts {
  const others = (event: RcEvent): boolean =>
    (event.kind === 'OPINION_LETTER' && event.id !== id) ||
    (event.kind === 'REPORT_BACK' && event.of !== undefined && event.of !== id);
  return { ...facts, history: facts.history.filter(event => !others(event)) };
}

/** The results that leave the respondent something to do beside a new act. */
const TO_BE_PERFORMED: ReadonlySet<string> = new Set([
  'ORDER_PERFORM',
  'AGREEMENT_LIABILITY',
  'AGREEMENT_COMPENSATION',
]);

/** A decision binds from service (75(2)), a mediation document from its last seal (73(1)). */
function bindsToPerform(facts: RcFacts): RcEvent | undefined {
  const decided = last(facts, 'DECIDE');
  if (!decided || !last(facts, 'SERVE')) return last(facts, 'MEDIATE');
  return TO_BE_PERFORMED.has(decided.outcome) || grantsCompensation(decided) ? decided : undefined;
}

/** Before the text of 2023 spoke of 调解书 in 77(1), its force alone made it binding (条例 50(2)). */
const DUTY: readonly Basis[] = [[law(77, 1)], ...inOldTexts(32, 1)];
const MEDIATED_DUTY: readonly Basis[] = [[law(77, 1)], [regulation(50, 2)]];

function withoutTime(facts: RcFacts, context: RcContext): Obligation | null {
  const source = bindsToPerform(facts);
  if (!source) return null;
  const governing = governingDay(facts, source.on, context.settings);
  const basis = basisOn(source.kind === 'MEDIATE' ? MEDIATED_DUTY : DUTY, governing);
  if (!basis) return null;
  const doneOn = last(facts, 'PERFORMED')?.on ?? null;
  const undone = facts.state === 'CLOSED' ? 'FELL_AWAY' : 'OPEN';
  return {
    kind: 'PERFORM',
    name: source.kind === 'MEDIATE' ? MEDIATED_NAME : RC_37.name,
    who: RESPONDENT,
    basis,
    of: source.id,
    clock: null,
    due: null,
    doneOn,
    status: doneOn ? 'MET' : undone,
    next: [],
  };
}

const MEDIATED_NAME: Words = { zh: '履行调解书', en: 'perform the mediation document' };

/** Who was ordered already is not ordered again; the older texts watch over decisions alone, not over letters. */
function consequencesOf(kind: ObligationKind, facts: RcFacts, { today, settings }: RcContext): Consequence[] {
  if (kind === 'REPORT_BACK' && underOldText(facts, today, settings)) return [];
  const governing = governingDay(facts, today, settings);
  const ordered = last(facts, 'ORDER_PERFORMANCE') !== undefined;
  return (Object.keys(CONSEQUENCES) as ConsequenceCode[]).flatMap(code => {
    const basis = groundBasis(CONSEQUENCES[code], governing);
    if (!basis || (ordered && code === 'ORDER_PERFORMANCE')) return [];
    return [{ code, words: CONSEQUENCES[code].words, basis }];
  });
}
