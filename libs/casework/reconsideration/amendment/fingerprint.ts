import { normaliseIdentity, normalisePhone } from '#personal';
import type { FieldCipher } from '#protection';
import { createHash } from 'node:crypto';
import type { AmendmentInput } from './amendment.ts';

const SECRETS: Readonly<Record<string, (text: string) => string>> = {
  identityNumber: normaliseIdentity,
  phone: normalisePhone,
  address: text => text.trim(),
};

/**
 * Tells whether the same was asked before. Keyed hashes stand for numbers and addresses, or they could be searched for. After
 * a change of keys a request that is sent again counts as another one: it is refused, and nothing is done twice.
 */
export function fingerprintOfAmendment(cipher: FieldCipher, sent: AmendmentInput): string {
  const { caseId: _case, requestId: _request, expectedVersion: _version, ...asked } = sent;
  const text = JSON.stringify(asked, (key, value: unknown) => {
    if (value === null) return undefined;
    const normalised = typeof value === 'string' && SECRETS[key]?.(value);
    if (typeof normalised === 'string') return cipher.hash(`amendment.${key}`, normalised);
    return value;
  });
  return createHash('sha256').update(text).digest('hex');
}
