import { describe, expect, it } from 'vitest';
import { contextFor } from '#test/support/sheets/ledgers';
import { sheetOf } from '#test/support/sheets/memory';
import { readLedgerRows, type LedgerMapping, type LedgerRow } from '../index.ts';

const LONG = '长';
type Cells = Record<string, string>;

/** One row read by a mapping whose headers are the targets themselves. */
async function read(
  register: LedgerMapping['sheets'][number]['register'],
  cells: Cells,
  organName = '某区人民政府',
): Promise<LedgerRow | undefined> {
  const row: Cells = { RECEIVED_ON: '2024.1.2', ...cells };
  const columns = Object.fromEntries(
    Object.keys(row).map((target, i) => [target, String.fromCharCode(65 + i)]),
  );
  const file = sheetOf('台账', [Object.keys(row), Object.values(row)]);
  const mapping: LedgerMapping = { sheets: [{ name: '台账', register, headerRow: 1, columns }] };
  for await (const one of readLedgerRows(file, mapping, contextFor('台账.xlsx', { organName }))) return one;
  return undefined;
}

const organs = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${LONG.repeat(96)}${i + 10}局`).join('、');

describe('texts longer than what they are meant to hold', () => {
  it.each([
    ['RECONSIDERATION', 'CASE_NUMBER', 100, 'NUMBER_TOO_LONG', '1'],
    ['RECONSIDERATION', 'SEQUENCE', 40, 'NUMBER_TOO_LONG', '1'],
    ['RECONSIDERATION', 'RESPONDENT', 120, 'NAME_TOO_LONG', LONG],
    ['RECONSIDERATION', 'AUTHORITY', 120, 'NAME_TOO_LONG', LONG],
    ['RECONSIDERATION', 'APPLICANT', 200, 'NAME_TOO_LONG', LONG],
    ['RECONSIDERATION', 'THIRD_PARTY', 200, 'NAME_TOO_LONG', LONG],
    ['RECONSIDERATION', 'CHANNEL', 10_000, 'TEXT_TOO_LONG', LONG],
    ['RECONSIDERATION', 'HANDLER', 60, 'NAME_TOO_LONG', LONG],
    ['RECONSIDERATION', 'REMARK', 10_000, 'TEXT_TOO_LONG', LONG],
    ['LITIGATION', 'DEFENDANT', 120, 'NAME_TOO_LONG', LONG],
    ['LITIGATION', 'PLAINTIFF', 200, 'NAME_TOO_LONG', LONG],
    ['LITIGATION', 'COURT', 120, 'NAME_TOO_LONG', LONG],
    ['LITIGATION', 'ABSENCE_REASON', 10_000, 'TEXT_TOO_LONG', LONG],
    ['MEDIATION', 'MEDIATOR', 120, 'NAME_TOO_LONG', LONG],
    ['MEDIATION', 'PARTIES', 200, 'NAME_TOO_LONG', LONG],
    ['MEDIATION', 'OTHER_PARTY', 200, 'NAME_TOO_LONG', LONG],
  ] as const)('%s %s: up to %i characters', async (register, target, limit, code, letter) => {
    expect(await read(register, { [target]: letter.repeat(limit) })).toMatchObject({ kind: 'ACCEPTED' });
    const refused = await read(register, { [target]: letter.repeat(limit + 1) });
    expect(refused).toMatchObject({ kind: 'REJECTED', problems: [{ target, code }] });
    if (refused?.kind !== 'REJECTED') return;
    const [problem] = refused.problems;
    expect([problem?.reason.zh, problem?.reason.en].every(text => text?.includes(String(limit)))).toBe(true);
    expect([problem?.remedy.zh, problem?.remedy.en].every(text => text && text.length > 5)).toBe(true);
    expect(problem?.value.length).toBeLessThanOrEqual(201);
    expect(refused.raw[target]).toHaveLength(limit + 1);
  });

  it('are judged name by name, and all organs of a row together', async () => {
    expect(await read('LITIGATION', { DEFENDANT: organs(6) })).toMatchObject({ kind: 'ACCEPTED' });
    expect(await read('LITIGATION', { DEFENDANT: organs(7) })).toMatchObject({
      problems: [{ target: 'DEFENDANT', code: 'NAMES_TOO_LONG' }],
    });
  });

  it('are no fault of the row where the office itself stands in', async () => {
    expect(await read('LITIGATION', { PLAINTIFF: '甲某' }, LONG.repeat(150))).toMatchObject({
      kind: 'ACCEPTED',
      flags: expect.arrayContaining(['RESPONDENT_ASSUMED']) as unknown,
    });
  });
});
