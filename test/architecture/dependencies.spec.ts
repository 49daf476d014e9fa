import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../scripts/audit.mjs';
import { incompatible, isCompatible, pageOf, productionDependencies } from '../../scripts/licences.mjs';

const answer = (...severities: string[]) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(
      severities.map((severity, i) => [i, { name: `p${i}`, severity, range: '<1', fixAvailable: false }]),
    ),
    metadata: {},
  });

describe('licences', () => {
  const rows = productionDependencies(JSON.parse(readFileSync('package-lock.json', 'utf8')));

  it('every production dependency may be distributed with software under Apache-2.0', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(incompatible(rows)).toEqual([]);
  });

  it('docs/licences.md lists them as they are (npm run licences)', () => {
    expect(readFileSync('docs/licences.md', 'utf8')).toBe(pageOf(rows));
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['GPL-2.0 OR LGPL-3.0', false],
    ['MIT AND BSD-3-Clause', true],
    ['MIT AND GPL-3.0-only', false],
    ['AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['UNLICENSED', false],
    ['UNKNOWN', false],
    ['', false],
  ])('%s: %s', (expression, compatible) => expect(isCompatible(expression)).toBe(compatible));
});

describe('known vulnerabilities', () => {
  it('high and critical ones count, others do not', () => {
    expect(findingsOf(answer('low', 'moderate', 'high', 'critical'))).toHaveLength(2);
    expect(findingsOf(answer())).toEqual([]);
  });

  it('an answer that is none is not taken for a clean one', () => {
    for (const text of ['', '{}', 'null', '{"error":{"code":"ENOAUDIT"}}', '405 Method Not Allowed'])
      expect(findingsOf(text)).toBeNull();
  });
});
