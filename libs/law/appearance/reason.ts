import type { Reason } from './rules.ts';

/** What the agency says and shows about the absence of its head, and what the court made of it. */
export interface ReasonGiven {
  readonly reason: Reason;
  readonly supportingMaterial: boolean;
  readonly agencySeal: boolean;
  readonly chiefSignature: boolean;
  readonly court: 'PENDING' | 'ACCEPTED' | 'REJECTED';
}

/** PENDING until the court has spoken: the hearing may be over by then, and the register must say so. */
export type ReasonStatus = 'NONE' | 'PENDING' | 'ACCEPTED' | 'REJECTED';

/** What of the proof is missing: material, and either the seal or the chief's signature (AR-17). */
export function missingProof(given: ReasonGiven): readonly ('SUPPORTING_MATERIAL' | 'SEAL_OR_SIGNATURE')[] {
  return [
    ...(given.supportingMaterial ? [] : (['SUPPORTING_MATERIAL'] as const)),
    ...(given.agencySeal || given.chiefSignature ? [] : (['SEAL_OR_SIGNATURE'] as const)),
  ];
}

/** The court decides (AR-18); while it has not, a reason without its proof is not established (AR-17). */
export function reasonStatus(given: ReasonGiven | null): ReasonStatus {
  if (given === null) return 'NONE';
  if (given.court !== 'PENDING') return given.court;
  return missingProof(given).length > 0 ? 'REJECTED' : 'PENDING';
}
