import { systemScope } from '#identity';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { FIXTURES, importLedger, registerOrgan } from '../support/ledger.ts';

interface Figure {
  value: number;
}
interface Answer {
  figures: {
    stockAndFlow: Record<string, Figure | null>;
    outcomes: { label: string; codes: string[]; value: number }[];
    identities: { code: string; holds: boolean; zh: string }[];
    instances?: { key: string; value: number }[];
    measures: { measure: string; value: number }[];
  };
}

const QUERY = `query ($input: FiguresArgs!, $merge: [MergeArgs!]) { figures(input: $input) {
  stockAndFlow { carriedOverHandled { value } carriedOver { value } received { value } accepted { value } refused { value }
    closed { value } disposed { value } open { value } openHandled { value } }
  outcomes(merge: $merge) { label codes value }
  identities { code holds zh }
  measures { measure value } } }`;
const YEAR_2017 = { from: '2017-01-01', to: '2017-12-31' };
const expected = (name: string) =>
  JSON.parse(readFileSync(path.join(FIXTURES, `${name}.expected.json`), 'utf8')).expected;

const flow = (answer: Answer['figures'], field: string) => answer.stockAndFlow[field]?.value;
const measure = (answer: Answer['figures'], code: string) =>
  answer.measures.find(one => one.measure === code)?.value;

describe('an office drops its old ledgers in and gets its published figures out', () => {
  let app: TestApp;
  const figures = async (organ: string, register: string, merge: object[] = [], period: object = YEAR_2017) =>
    (await app.ask<Answer>(QUERY, { input: { organ, register, ...period }, merge })).figures;

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'luzhou', '泸州市人民政府', 'CITY_GOVERNMENT');
    await registerOrgan(app, 'dongli', '东丽区人民政府', 'COUNTY_GOVERNMENT');
    await registerOrgan(app, 'luolong', '洛龙区人民政府', 'COUNTY_GOVERNMENT');
    await registerOrgan(app, 'city', '某市人民政府', 'COUNTY_GOVERNMENT');
    await registerOrgan(app, 'district', '某区司法局', 'COUNTY_DEPARTMENT');
  });
  afterAll(() => app?.stop());

  it.each([
    ['luzhou', 'luzhou-2017.xlsx', 198],
    ['dongli', 'dongli-2017.xlsx', 26],
    ['luolong', 'luolong-2017.xlsx', 255],
    ['city', 'city-summary-two.xlsx', 40],
  ])('%s: every row of %s is a case', async (organ, file, rows) => {
    const done = await importLedger(app, organ, file);
    expect(done).toMatchObject({ state: 'DONE', imported: rows, rejected: 0, balanced: true, error: null });
  });

  it('泸州 2017, as reconsideration authority', async () => {
    const { carriedOver, received, disposed, open, outcomes } = expected('luzhou-2017');
    const answer = await figures('luzhou', 'RECONSIDERATION', [
      { label: '撤销或责令履行', codes: ['REVOKED', 'ORDERED_TO_PERFORM'] },
    ]);
    expect(flow(answer, 'carriedOverHandled')).toBe(carriedOver);
    expect(flow(answer, 'received')).toBe(received);
    expect(flow(answer, 'disposed')).toBe(disposed);
    expect(flow(answer, 'openHandled')).toBe(open);
    const byCode = Object.fromEntries(answer.outcomes.map(one => [one.codes.join('_OR_'), one.value]));
    expect(byCode).toEqual(outcomes);
    expect(answer.identities.filter(one => !one.holds)).toEqual([]);
  });

  it('泸州 2017, as respondent before the province', async () => {
    const { received, disposed, ...outcomes } = expected('luzhou-2017').asRespondent;
    const answer = await figures('luzhou', 'RECONSIDERATION_RESPONSE');
    expect([flow(answer, 'received'), flow(answer, 'disposed')]).toEqual([received, disposed]);
    expect(Object.fromEntries(answer.outcomes.map(one => [one.codes[0], one.value]))).toEqual(outcomes);
  });

  it('泸州 2017, in court: 110 suits = 63 + 45 + 2, after reconsideration 81, none lost', async () => {
    const { total, FIRST, SECOND, RETRIAL, afterReconsideration, lost } = expected('luzhou-2017').litigation;
    const answer = await figures('luzhou', 'LITIGATION');
    const codes = [
      'SUITS_RECEIVED',
      'SUITS_RECEIVED_FIRST',
      'SUITS_RECEIVED_SECOND',
      'SUITS_RECEIVED_RETRIAL',
      'SUITS_AFTER_RECONSIDERATION',
      'SUITS_LOST',
    ];
    expect(codes.map(code => measure(answer, code))).toEqual([
      total,
      FIRST,
      SECOND,
      RETRIAL,
      afterReconsideration,
      lost,
    ]);
  });

  it('东丽: a head appeared in 10 of 16 heard suits, 62.50 %, and no suit after reconsideration was lost', async () => {
    const { heard, attended, rate } = expected('dongli-2017').appearance;
    const { appearance } = await app.ask<{
      appearance: { rates: { numerator: number; denominator: number; value: number; text: string }[] };
    }>(
      `query ($input: FiguresArgs!) { appearance(input: $input, variant: "P1") { rates { numerator denominator value text } } }`,
      { input: { organ: 'dongli', ...YEAR_2017 } },
    );
    expect(appearance.rates).toEqual([
      { numerator: attended, denominator: heard, value: rate, text: '62.50%' },
    ]);
    const answer = await figures('dongli', 'LITIGATION');
    expect(measure(answer, 'SUITS_AFTER_RECONSIDERATION_LOST')).toBe(0);
  });

  it('洛龙 2017: 77 handled and disposed of, 75 suits, 103 mediations', async () => {
    const reconsideration = await figures('luolong', 'RECONSIDERATION');
    expect([
      flow(reconsideration, 'received'),
      flow(reconsideration, 'disposed'),
      flow(reconsideration, 'openHandled'),
    ]).toEqual([77, 77, 0]);
    expect(measure(await figures('luolong', 'LITIGATION'), 'SUITS_RECEIVED')).toBe(75);
    expect(measure(await figures('luolong', 'MEDIATION'), 'MEDIATIONS_RECEIVED')).toBe(103);
  });

  it('某市: 12 accepted, 10 upheld, 2 open; the four civil cases never enter an administrative figure', async () => {
    const answer = await figures('city', 'RECONSIDERATION');
    expect([flow(answer, 'accepted'), flow(answer, 'closed'), flow(answer, 'open')]).toEqual([12, 10, 2]);
    expect(answer.outcomes).toEqual([{ label: '维持', codes: ['UPHELD'], value: 10 }]);
    expect(measure(await figures('city', 'LITIGATION'), 'SUITS_RECEIVED')).toBe(24);
    expect(measure(await figures('city', 'CIVIL_LITIGATION'), 'SUITS_RECEIVED')).toBe(4);
  });

  it('nasty 2024: 55 of 60 rows imported, the five bad ones rejected by row with their reason', async () => {
    const { reconsideration } = JSON.parse(
      readFileSync(path.join(FIXTURES, 'nasty-2024.expected.json'), 'utf8'),
    );
    const done = await importLedger(app, 'district', 'nasty-2024.xlsx');
    expect(done).toMatchObject({ rowsIn: 66, imported: 55, rejected: 5, skipped: 6, balanced: true });
    const { ledgerRows } = await app.ask<{
      ledgerRows: { nodes: { row: number; problems: { reason: { zh: string } }[] }[] };
    }>(`query ($id: Int!) { ledgerRows(importId: $id, result: REJECTED) { nodes { row problems } } }`, {
      id: done.id,
    });
    expect(ledgerRows.nodes.map(one => one.row)).toEqual(
      reconsideration.rejected.map((one: { sheetRow: number }) => one.sheetRow),
    );
    const answer = await figures('district', 'RECONSIDERATION', [], { from: '2024-01-01', to: '2024-12-31' });
    expect([flow(answer, 'received'), flow(answer, 'accepted'), flow(answer, 'closed')]).toEqual([
      55, 50, 39,
    ]);
    expect(Object.fromEntries(answer.outcomes.map(one => [one.label, one.value]))).toEqual(
      reconsideration.outcomes,
    );
  });

  it('nasty 2024, the GB18030 CSV: 40 suits, 26 heard, 13 attended', async () => {
    const done = await importLedger(app, 'district', 'nasty-2024.gb18030.csv');
    expect(done).toMatchObject({ imported: 40, rejected: 0 });
    const { appearance } = await app.ask<{
      appearance: { rates: { numerator: number; denominator: number }[] };
    }>(
      `query ($input: FiguresArgs!) { appearance(input: $input, variant: "P1") { rates { numerator denominator } } }`,
      { input: { organ: 'district', from: '2024-01-01', to: '2024-12-31' } },
    );
    expect(appearance.rates).toEqual([{ numerator: 13, denominator: 26 }]);
  });

  it('figure_month is what a recount says', async () => {
    const { MonthRollup } = await import('#queries');
    expect(await app.app.get(MonthRollup).differences(systemScope())).toEqual([]);
  });
});
