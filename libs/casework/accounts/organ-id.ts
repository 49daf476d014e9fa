import type { OrganDirectory } from '#persistence';
import { unknownOrgan } from '../refusal.ts';

/** @param code null: the installation itself. @throws UserError for an unknown code */
export function organIdOf(organs: OrganDirectory, code: string | null | undefined): number | null {
  if (code === null || code === undefined) return null;
  const organ = organs.byCode(code);
  if (!organ) throw unknownOrgan(code);
  return organ.id;
}
