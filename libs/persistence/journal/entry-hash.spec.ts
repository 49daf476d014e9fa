import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { canonicalJson, storableJson, type Json } from './canonical-json.ts';
import { entryHash, GENESIS } from './entry-hash.ts';

const ENTRY = {
  id: 12,
  subjectKind: 'ORGAN',
  subjectId: 7,
  at: '2026-11-22T08:00:00.123456Z',
  accountId: 3,
  via: 'SESSION',
  system: null,
  address: '192.0.2.7',
  action: 'IMPORT_DONE',
  basis: [{ statute: 'ADMIN_RECONSIDERATION_LAW', version: '2023', article: 62, paragraph: 1 }],
  details: { 文件: '台账.xlsx', rows: 70 },
  organId: 7,
  previousHash: GENESIS,
} as const;

describe('what is hashed', () => {
  it('is RFC 8785: keys by code unit, no blanks, numbers as JavaScript writes them', () => {
    const value = { b: [1e21, 0.000001, -0, true, null], '10': 'ü\n"\u{1F600}', é: {}, a: { z: 1, Z: 2 } };
    expect(canonicalJson(value)).toBe(
      '{"10":"ü\\n\\"\u{1F600}","a":{"Z":2,"z":1},"b":[1e+21,0.000001,0,true,null],"é":{}}',
    );
  });

  it('known answer: whoever has the fields can compute the hash with any SHA-256', () => {
    const hash = entryHash(ENTRY);
    expect(hash).toBe('e5bf1231c058ac844bcb49edac77f12433600f5454001e89bea819ed12b11329');
  });

  it('every field counts', () => {
    const changed = {
      id: 13,
      subjectKind: 'ACCOUNT',
      subjectId: 8,
      at: '2026-11-22T08:00:00.123457Z',
      accountId: 4,
      via: 'TOKEN',
      system: 'import',
      address: null,
      action: 'IMPORT_UNDONE',
      basis: null,
      details: { 文件: '台账.xlsx', rows: 71 },
      organId: null,
      previousHash: '1'.repeat(64),
    } as const;
    expect(Object.keys(changed)).toEqual(Object.keys(ENTRY));
    const hashes = Object.entries(changed).map(([key, value]) => entryHash({ ...ENTRY, [key]: value }));
    expect(new Set([entryHash(ENTRY), ...hashes]).size).toBe(hashes.length + 1);
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned as Json)).toBe(canonicalJson(value as Json));
      }),
    );
  });

  it('what a jsonb column would refuse or drop is gone before it is hashed', () => {
    const value = {
      'a\0': 'x\0y',
      half: '\uD83D!',
      at: new Date(0),
      none: undefined,
      deep: [{ k: undefined }],
    };
    expect(storableJson(value)).toEqual({
      'a\uFFFD': 'x\uFFFDy',
      half: '\uFFFD!',
      at: '1970-01-01T00:00:00.000Z',
      deep: [{}],
    });
  });
});
