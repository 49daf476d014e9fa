import { accountOf, type Actor } from '#identity';
import { takeBack, type Context } from '#law/procedure';
import { RECONSIDERATION, type ReconsiderationSettings } from '#law/reconsideration';
import { TAKE_BACK } from '#queries';
import type { OpenedCase } from './case-door.ts';
import type { CaseFile } from './case-file.ts';
import type { Change } from './settle-case.ts';
import { endOnRecord } from './past-suspension.ts';
import { officeTakesBack, registrationStays, RuleRefusal, stepUnknown } from './step-refusals.ts';
import { actingAs } from './planned-step.ts';
import type { NewStep } from './write-case.ts';

interface Asked {
  readonly requestId: string;
  readonly step: string;
  readonly reason: string;
}

interface Asker {
  readonly actor: Actor;
  readonly roles: OpenedCase['roles'];
}

/**
 * The change that takes a step back.
 * @throws UserError for a step there is not, or that stays; RuleRefusal when later steps rest on it
 */
export function takingBack(
  file: CaseFile,
  { requestId, step, reason }: Asked,
  { actor, roles }: Asker,
  context: Context<ReconsiderationSettings>,
): Change {
  const event = file.events.find(one => one.id === step);
  if (!event) throw stepUnknown();
  if (event.kind === 'RECEIVE') throw registrationStays();
  const role = actingAs(event.kind, roles(event.kind));
  if (role === 'RESPONDENT') throw officeTakesBack();
  // a suspension that was entered with its end goes together with it
  const end = endOnRecord(file.events, event);
  const without = file.events.filter(one => one !== end);
  const ruling = takeBack(RECONSIDERATION, without, event.id, role, context);
  if (!ruling.ok) throw new RuleRefusal(ruling.refusal);
  const taken: NewStep = {
    eventId: requestId,
    kind: TAKE_BACK,
    happenedOn: context.today,
    of: event.id,
    deemed: false,
    input: {},
    record: { reason },
    role,
    enteredBy: accountOf(actor),
    basis: ruling.basis,
  };
  return {
    entered: [taken, ...(end ? [{ ...taken, eventId: `${requestId}:end`, of: end.id }] : [])],
    action: 'STEP_TAKEN_BACK',
    events: without.filter(one => one !== event),
  };
}
