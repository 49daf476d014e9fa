import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CodeFinder, SHIPPED_CODES } from '#codes';
import {
  accepted,
  contextFor,
  countBy,
  dryRun,
  fixture,
  rejections,
  type Dry,
} from '#test/support/sheets/ledgers';

const codes = new CodeFinder(SHIPPED_CODES);

function run(name: string): Promise<Dry> {
  return dryRun(fixture(name), contextFor(name));
}

function expected(name: string): Record<string, unknown> {
  return (
    JSON.parse(readFileSync(fixture(`${name}.expected.json`), 'utf8')) as { expected: Record<string, never> }
  ).expected;
}

const of = (dry: Dry, register: string) => accepted(dry).filter(row => row.facts.register === register);
const outcomes = (rows: ReturnType<typeof accepted>) => countBy(rows, row => row.facts.outcome);
const lost = (rows: ReturnType<typeof accepted>) =>
  rows.filter(row => row.facts.outcome !== null && codes.get(row.facts.outcome)?.class === 'LOST').length;

describe('泸州 2017', () => {
  const wanted = expected('luzhou-2017') as Record<'carriedOver' | 'received' | 'disposed' | 'open', number> &
    Record<'outcomes' | 'asRespondent' | 'litigation', Record<string, number>>;

  it('has every row of its three registers, the totals row passed over', async () => {
    const dry = await run('luzhou-2017.xlsx');
    expect(dry.report.total).toEqual({ rowsIn: 201, accepted: 198, rejected: 0, skipped: 3 });
    expect(dry.analysis.sheets.map(s => [s.register, s.year, s.missingRequired])).toEqual([
      ['RECONSIDERATION', 2017, []],
      ['RECONSIDERATION_RESPONSE', 2017, []],
      ['LITIGATION', 2017, []],
    ]);
  });

  it('gives the published figures of reconsideration', async () => {
    const rows = of(await run('luzhou-2017.xlsx'), 'RECONSIDERATION');
    expect(rows.filter(r => r.facts.receivedOn < '2017-01-01')).toHaveLength(wanted.carriedOver);
    expect(rows.filter(r => r.facts.receivedOn >= '2017-01-01')).toHaveLength(wanted.received);
    expect(rows.filter(r => r.facts.closedOn !== null)).toHaveLength(wanted.disposed);
    expect(rows.filter(r => r.facts.closedOn === null)).toHaveLength(wanted.open);
    const { REVOKED = 0, ORDERED_TO_PERFORM = 0, ...others } = outcomes(rows);
    expect({ ...others, REVOKED_OR_ORDERED_TO_PERFORM: REVOKED + ORDERED_TO_PERFORM }).toEqual(
      wanted.outcomes,
    );
  });

  it('gives the published figures as respondent and in court', async () => {
    const dry = await run('luzhou-2017.xlsx');
    const answered = of(dry, 'RECONSIDERATION_RESPONSE');
    const { received, disposed, ...results } = wanted.asRespondent;
    expect(answered).toHaveLength(received ?? 0);
    expect(answered.filter(r => r.facts.closedOn !== null)).toHaveLength(disposed ?? 0);
    expect(outcomes(answered)).toEqual(results);
    const court = of(dry, 'LITIGATION');
    expect({
      total: court.length,
      ...countBy(court, r => r.facts.instance),
      afterReconsideration: court.filter(r => r.facts.afterReconsideration).length,
      lost: lost(court),
    }).toEqual(wanted.litigation);
  });
});

describe('洛龙 2017, 东丽 2017 and the city with civil cases', () => {
  it('reads all of 洛龙: reconsideration, litigation and mediation', async () => {
    const dry = await run('luolong-2017.xlsx');
    expect(rejections(dry)).toEqual([]);
    const rows = of(dry, 'RECONSIDERATION');
    expect([rows.length, rows.filter(r => r.facts.closedOn !== null).length]).toEqual([77, 77]);
    expect(of(dry, 'LITIGATION')).toHaveLength(75);
    expect(of(dry, 'MEDIATION')).toHaveLength(103);
    expect(of(dry, 'MEDIATION')[0]?.facts).toMatchObject({
      outcome: 'AGREED_ORALLY',
      amount: '9000',
      parties: [
        { role: 'PARTY', name: '董军', isOrganisation: false },
        { role: 'PARTY', name: '洛龙区华茂房地产开发有限公司', isOrganisation: true },
      ],
    });
  });

  it('finds 10 appearances in the 16 hearings of 东丽, a ledger without a title', async () => {
    const dry = await run('dongli-2017.xlsx');
    const heard = accepted(dry).filter(r => r.facts.hearings.length > 0);
    expect([heard.length, heard.filter(r => r.facts.hearings[0]?.attended).length]).toEqual([16, 10]);
    expect(lost(accepted(dry).filter(r => r.facts.afterReconsideration))).toBe(0);
  });

  it('keeps the four civil cases out of the administrative register', async () => {
    const dry = await run('city-summary-two.xlsx');
    expect(countBy(accepted(dry), r => r.facts.register)).toEqual({
      RECONSIDERATION: 12,
      LITIGATION: 24,
      CIVIL_LITIGATION: 4,
    });
    const rows = of(dry, 'RECONSIDERATION');
    expect([outcomes(rows), rows.filter(r => r.facts.closedOn === null).length]).toEqual([{ UPHELD: 10 }, 2]);
  });
});

describe('the nasty ledger of 2024', () => {
  it('rejects exactly five rows, each with its reason, and passes over six', async () => {
    const dry = await run('nasty-2024.xlsx');
    expect(dry.report.total).toEqual({ rowsIn: 66, accepted: 55, rejected: 5, skipped: 6 });
    expect(rejections(dry)).toEqual([
      [11, 'DATE_IMPOSSIBLE'],
      [17, 'DATE_UNREADABLE'],
      [23, 'OUTCOME_UNKNOWN'],
      [28, 'CLOSED_BEFORE_RECEIVED'],
      [36, 'DUPLICATE_NUMBER'],
    ]);
    expect(dry.report.skipped.map(s => [s.row, s.reason])).toEqual([
      [25, 'TOTAL'],
      [39, 'NOTE'],
      [47, 'TOTAL'],
      [68, 'TOTAL'],
      [69, 'TOTAL'],
      [70, 'FOOTER'],
    ]);
  });

  it('names column, header, value, reason and remedy of a rejected row', async () => {
    const [first] = (await run('nasty-2024.xlsx')).report.rejects;
    expect(first).toMatchObject({ raw: { 编号: '〔2024〕7号', 被申请人: '区人社局' } });
    expect(first?.problems).toEqual([
      {
        column: 'B',
        header: '收案/日期',
        target: 'RECEIVED_ON',
        value: '2024年2月30日',
        code: 'DATE_IMPOSSIBLE',
        reason: { zh: '这一天不存在。', en: 'there is no such day.' },
        remedy: { zh: '请改成真实的日期,例如 2024-3-5。', en: 'Write a real day, such as 2024-3-5.' },
      },
    ]);
  });

  it('counts 50 accepted, 39 closed after acceptance and the outcomes of the expectation', async () => {
    const rows = accepted(await run('nasty-2024.xlsx'));
    const after = rows.filter(r => r.facts.acceptedOn !== null);
    expect([rows.length, after.length, after.filter(r => r.facts.closedOn).length]).toEqual([55, 50, 39]);
    const json = JSON.parse(readFileSync(fixture('nasty-2024.expected.json'), 'utf8')) as {
      reconsideration: { outcomes: Record<string, number> };
    };
    const wanted = Object.entries(json.reconsideration.outcomes).map(
      ([zh, n]) => [codes.find('RECONSIDERATION_OUTCOME', zh)?.code ?? zh, n] as const,
    );
    expect(outcomes(rows)).toEqual(Object.fromEntries(wanted));
  });

  it('counts hidden rows, stored values of formulas and 叁人', async () => {
    const rows = accepted(await run('nasty-2024.xlsx'));
    const row = (n: number) => rows.find(r => r.row === n)?.facts;
    expect(row(48)).toMatchObject({ caseNumber: '〔2024〕41号', applicants: 3 });
    expect(row(46)).toMatchObject({ applicants: 2 });
    expect(row(12)).toMatchObject({ applicants: 3, respondentLevel: 'COUNTY_DEPARTMENT', channel: '现场' });
  });

  it('reads its court ledger in GB18030: 40 rows, 26 heard, 13 attended', async () => {
    const dry = await run('nasty-2024.gb18030.csv');
    expect(dry.analysis).toMatchObject({ format: 'CSV', encoding: 'gb18030' });
    const rows = accepted(dry);
    const heard = rows.filter(r => r.facts.hearings.some(h => h.on !== null));
    expect([rows.length, heard.length, heard.filter(r => r.facts.hearings[0]?.attended).length]).toEqual([
      40, 26, 13,
    ]);
    expect(rows.find(r => r.row === 8)?.facts.parties).toEqual([
      { role: 'PLAINTIFF', name: '某公司,第7分公司', isOrganisation: true },
    ]);
  });
});
