import type { Basis, Refusal, Words } from '#law/statute';
import type { CalendarDate } from '#law/calendar';
import type { BaseEvent, Context, Facts } from './events.ts';
import { basisOn, nextBasis } from './in-force.ts';
import type { Guard, Machine, Step } from './machine.ts';

/** The rules every proceeding shares. Their basis is that of the step they guard. */
export const SHARED_RULES = [
  'NO_TEXT_GOVERNS_THE_DAY',
  'NOT_IN_THIS_STATE',
  'NOT_FOR_THIS_ROLE',
  'DAY_LIES_IN_THE_FUTURE',
  'INPUT_MISSING',
  'INPUT_NOT_VALID',
  'EVENT_ALREADY_RECORDED',
  'LATER_EVENTS_STAND_IN_THE_WAY',
] as const;

const words = (zh: string, en: string): Words => ({ zh, en });

/** A step of another age. The article it does rest on is cited, with the day it comes into force. */
export function noText<S extends string, E extends BaseEvent, G>(
  { name, bases }: Step<S, E, G>,
  day: CalendarDate,
): Refusal {
  const next = nextBasis(bases, day);
  const zhFrom = next ? `(${next.from}起方有规定)` : '';
  const enFrom = next ? ` (known from ${next.from} on)` : '';
  return {
    code: 'NO_TEXT_GOVERNS_THE_DAY',
    message: words(
      `适用于${day}收案的条文没有“${name.zh}”这一程序${zhFrom}`,
      `the text that governs a case of ${day} knows no step “${name.en}”${enFrom}`,
    ),
    basis: next?.basis ?? bases[0],
    remedy: words('请按当时条文规定的程序办理', 'use the steps of the text that governs the case'),
  };
}

/** Names the state the case is in and those it would have to be in; the way there is for whoever asks. */
export function notInState<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  step: Step<S, E, G>,
  state: S | null,
  basis: Basis,
): Refusal {
  const label = (s: S | null): Words => (s === null ? words('未登记', 'not registered') : machine.states[s]);
  const wanted = step.from.map(label);
  return {
    code: 'NOT_IN_THIS_STATE',
    message: words(
      `案件处于“${label(state).zh}”,不能${step.name.zh}`,
      `the case is “${label(state).en}”; “${step.name.en}” is not possible`,
    ),
    basis,
    remedy: words(
      `须处于:${wanted.map(w => w.zh).join('、')}`,
      `possible when: ${wanted.map(w => w.en).join(', ')}`,
    ),
  };
}

/** Names who may, so that the case can be handed on. */
export function notForRole<S extends string, E extends BaseEvent, G>(
  machine: Machine<S, E, G>,
  step: Step<S, E, G>,
  basis: Basis,
): Refusal {
  const who = step.roles.map(r => machine.roles[r] ?? words(r, r));
  return {
    code: 'NOT_FOR_THIS_ROLE',
    message: words(`“${step.name.zh}”不由该角色办理`, `“${step.name.en}” is not for this role`),
    basis,
    remedy: words(
      `由${who.map(w => w.zh).join('、')}办理`,
      `to be done by: ${who.map(w => w.en).join(', ')}`,
    ),
    who: step.roles,
  };
}

/** Facts are recorded, not announced: what is planned has a clock, not an event. */
export function inFuture(on: string, today: CalendarDate, basis: Basis): Refusal {
  return {
    code: 'DAY_LIES_IN_THE_FUTURE',
    message: words(`${on}晚于今天(${today})`, `${on} lies after today (${today})`),
    basis,
    remedy: words('请填写事情实际发生的日期', 'enter the day on which it happened'),
  };
}

/** The same record twice, from a double click or a second copy of a file. */
export function alreadyRecorded(basis: Basis): Refusal {
  return {
    code: 'EVENT_ALREADY_RECORDED',
    message: words('该事项已登记', 'this event is already on record'),
    basis,
    remedy: words('如需更正,请先撤回原登记', 'take the earlier record back first'),
  };
}

/**
 * A day that would pull the ground from under what happened since. The records that would fall are named; one of the
 * two is wrong, and only a person knows which.
 */
export function laterEvents(kinds: readonly string[], basis: Basis): Refusal {
  return {
    code: 'LATER_EVENTS_STAND_IN_THE_WAY',
    message: words(
      '按此日期登记后,其后的登记将不成立',
      'entered on this day, later records would no longer hold',
    ),
    basis,
    remedy: words('请核对日期,或先撤回其后的登记', 'check the day, or take the later records back first'),
    missing: kinds,
  };
}

interface GuardWords {
  readonly basis: Basis;
  /**
   * The articles of the same rule under the earlier texts. A room whose cases live under several texts gives this,
   * even when empty: the rule then does not exist under a text it does not name. Left out, the rule is always asked.
   */
  readonly older?: readonly Basis[];
  readonly message: Words;
  readonly remedy: Words;
  readonly who?: readonly string[];
}

/** What stands in the way in this very case, where the rule's own sentence could not tell it: which of them, until when. */
export interface StandsInTheWay {
  readonly message: Words;
  readonly missing: readonly string[];
}

/**
 * A named rule from a test that says what stands in the way: `true` for nothing, `false` for the rule itself, the
 * list of what is missing, or that with a sentence of its own.
 */
export function guard<S extends string, E extends BaseEvent, G>(
  code: string,
  { basis, older, message, remedy, who }: GuardWords,
  holds: (
    facts: Facts<S, E>,
    event: E | null,
    context: Context<G>,
  ) => boolean | readonly string[] | StandsInTheWay,
): Guard<S, E, G> {
  const bases = [basis, ...(older ?? [])] as const;
  return {
    code,
    bases,
    check: (facts, event, context, governing) => {
      const cited = older ? basisOn(bases, governing) : basis;
      if (!cited) return null;
      const answer = holds(facts, event, context);
      if (answer === true) return null;
      const told: Partial<StandsInTheWay> =
        answer === false ? {} : 'message' in answer ? answer : { missing: answer };
      // a list of what is missing is a refusal with its own remedy; an empty list is none
      if (told.missing?.length === 0) return null;
      return { code, message, basis: cited, remedy, ...told, ...(who ? { who } : {}) };
    },
  };
}
