import { stepOf, type Context } from '#law/procedure';
import {
  basisOfDeemed,
  governingDay,
  RECONSIDERATION,
  type RcEvent,
  type RcFacts,
  type ReconsiderationSettings,
} from '#law/reconsideration';
import type { Basis } from '#law/statute';
import type { NewStep } from './write-case.ts';

/**
 * 视为: what the law made of somebody's silence, as a row of the case. It is evidence and not a fact the rules read: they
 * work it out anew, so a step entered late can still undo it.
 */
export function deemedStep({ id, kind, on, ...input }: RcEvent, version: number, basis: Basis): NewStep {
  return {
    eventId: `${id}@${version}`,
    kind,
    happenedOn: on,
    of: null,
    deemed: true,
    input: { ...input, deemed: undefined, event: id },
    record: {},
    role: null,
    enteredBy: null,
    basis,
  };
}

/** The article under which silence has this effect in the case. */
export function deemedBasis(
  event: RcEvent,
  facts: RcFacts,
  { settings }: Context<ReconsiderationSettings>,
): Basis {
  return basisOfDeemed(
    event,
    stepOf(RECONSIDERATION, event.kind).bases,
    governingDay(facts, event.on, settings),
  );
}
