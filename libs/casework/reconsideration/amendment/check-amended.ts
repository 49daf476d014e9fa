import {
  actProblems,
  peopleProblems,
  throwProblems,
  wordProblems,
  type PartyInput,
  type StandInInput,
} from '../application.ts';
import type { HeldApplication } from './amended-facts.ts';
import { isApplicant, type HeldParty } from './amended-parties.ts';
import type { AmendmentInput } from './amendment.ts';
import { partyUnknown } from './amendment-refusals.ts';

/**
 * The application as it becomes has to be one that could be registered.
 * @returns the agents whose mandate ended @throws UserError naming everything that is wrong at once, or a party there is not
 */
export function checkAmended(
  { receivedOn, actName, actMadeOn, actKnownOn, limitFacts, claims, grounds }: HeldApplication,
  parties: readonly HeldParty[],
  sent: AmendmentInput,
): HeldParty[] {
  const act = { name: actName, madeOn: actMadeOn, knownOn: actKnownOn, limit: limitFacts };
  const ended = new Set(sent.endAgents);
  const ending = parties.filter(one => one.role === 'AGENT' && ended.has(one.id));
  if (ending.length < (sent.endAgents ?? []).length) throw partyUnknown();
  const rest = parties.filter(one => !ending.includes(one));
  throwProblems([
    ...peopleProblems(asRegistered(rest, sent)),
    ...actProblems({ act, receivedOn }),
    ...wordProblems({ claims, grounds, channel: 'PAPER' }),
  ]);
  return ending;
}

/** As a form would give them. @throws UserError for an agent of somebody who is no applicant and no third party */
function asRegistered(
  parties: readonly HeldParty[],
  { parties: asked, addApplicants, addAgents }: AmendmentInput,
) {
  const shape = ({ id, name, is_organisation: isOrganisation }: HeldParty): PartyInput => ({
    name,
    isOrganisation,
    address: asked?.find(one => one.party === id)?.address ?? null,
  });
  const first = parties.filter(isApplicant);
  const third = parties.filter(one => one.role === 'THIRD_PARTY');
  // agents refer to applicants and third parties by place; the new applicants have no agents yet
  const sides = [
    ...first.map(one => one.id),
    ...(addApplicants ?? []).map(() => ''),
    ...third.map(one => one.id),
  ];
  const placed = (party: PartyInput, represents: string | null): StandInInput => {
    const at = represents ? sides.indexOf(represents) : -1;
    if (at < 0) throw partyUnknown();
    return { ...party, represents: at };
  };
  const agents = parties.filter(one => one.role === 'AGENT');
  return {
    applicants: [...first.map(shape), ...(addApplicants ?? [])],
    representatives: first.flatMap((one, at) => (one.role === 'REPRESENTATIVE' ? [at] : [])),
    thirdParties: third.map(shape),
    agents: [
      ...agents.map(one => placed(shape(one), one.represents_id)),
      ...(addAgents ?? []).map(one => placed(one, one.represents)),
    ],
  };
}
