import { maskName, maskNumbersIn, maskNumbersWithin } from '#personal';
import type { Amended, AmendedField } from './amendment.ts';

/** Free texts, which may speak of people: the step keeps them, the journal only says that they changed. */
const NAMED_ONLY: ReadonlySet<AmendedField> = new Set(['ACT_NAME', 'CLAIMS', 'GROUNDS', 'OBSTACLES']);
/** What is before and after is somebody's name. */
const NAMES: ReadonlySet<AmendedField> = new Set(['NAME', 'APPLICANT', 'AGENT']);

/** What the journal says of a change: it is kept for ever, and a person is known there by the mask of the name. */
export function journalled({ field, party, before, after }: Amended): Record<string, unknown> {
  const shown = (name: unknown, isOrganisation: boolean | undefined): unknown =>
    typeof name === 'string' && NAMES.has(field) && !isOrganisation ? maskName(name) : name;
  const whom = party && {
    id: party.id,
    name: party.isOrganisation ? party.name : maskName(party.name),
  };
  return {
    field,
    ...(whom ? { party: whom } : {}),
    ...(NAMED_ONLY.has(field)
      ? {}
      : { before: shown(before, party?.wasOrganisation), after: shown(after, party?.isOrganisation) }),
  };
}

/** What the step keeps of it, for those who see the case. */
export const recorded = ({ field, party, before, after }: Amended): Record<string, unknown> => ({
  field,
  ...(party ? { party: { id: party.id, name: maskNumbersIn(party.name) } } : {}),
  before: maskNumbersWithin(before),
  after: maskNumbersWithin(after),
});
