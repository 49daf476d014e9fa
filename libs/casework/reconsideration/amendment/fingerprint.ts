import { normaliseIdentity, normalisePhone } from '#personal';
import type { FieldCipher } from '#protection';
import type { AmendmentInput } from './amendment.ts';

const NORMALISED: Readonly<Record<string, (text: string) => string>> = {
  identityNumber: normaliseIdentity,
  phone: normalisePhone,
  address: text => text.trim(),
};

/**
 * Tells whether the same was asked before. It stays for good, so without the key no number and no text can be tried
 * against it. After a change of keys a request that is sent again counts as another one: it is refused, and nothing is
 * done twice.
 */
export function fingerprintOfAmendment(cipher: FieldCipher, sent: AmendmentInput): string {
  const { caseId: _case, requestId: _request, expectedVersion: _version, ...asked } = sent;
  const text = JSON.stringify(asked, (key, value: unknown) => {
    if (value === null) return undefined;
    return typeof value === 'string' ? (NORMALISED[key]?.(value) ?? value) : value;
  });
  return cipher.hash('amendment', text);
}
