import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';
import { importLedger, registerOrgan } from '../support/ledger.ts';

/** A suit per line, as an office of its own words keeps them; what each stands for is said behind it. */
const SUITS = [
  '法院案号,应诉通知书签收日期,审理级别,起诉人,应诉单位,被告身份,开庭时间,首长是否出庭,出庭职务,不能出庭的正当理由,法院是否认可,共同被告出庭情况',
  '(2024)某01行初1号,2024.1.5,一审,甲,某市人民政府,原行为机关,2024.3.1,是,市长,,,', // the chief
  '(2024)某01行初2号,2024.1.6,一审,乙,某市人民政府,复议机关(共同被告),2024.3.2,否,,,,经协商由某局局长出庭', // covered
  '(2024)某01行初3号,2024.1.7,一审,丙,某市人民政府,原行为机关,2024.3.3,否,,抗洪抢险,是,', // excused
  '(2024)某01行初4号,2024.1.8,一审,丁,某市人民政府,原行为机关,2024.3.4,否,,开会,不予认可,', // absent
  '(2024)某01行初5号,2024.1.9,一审,戊,某市人民政府,复议机关(共同被告),2024.6.5,是,副市长,,,', // a deputy
  '(2024)某01行初6号,2024.1.10,一审,己,某市人民政府,原行为机关,,,,,,', // not heard
  '(2024)某01行终7号,2024.1.11,二审,庚,某市人民政府,原行为机关,2024.6.7、2024.6.8,是、否,副市长,,,', // second instance
  '(2024)某01行初8号,2024.1.12,一审,辛,某市人民政府,共同被告,2024.3.8,是,市长,,,', // which of the two?
  '(2024)某01行初9号,2024.1.13,一审,壬,某市人民政府,原行为机关,2024.3.9,否,,开会,同意延期,', // reason or hearing?
].join('\n');

const LETTERS = [
  '复议案号,收文日期,申请方,被复议机关,办结日期,复议决定类型,制发意见书份数,意见书落实情况,是否请求一并审查规范性文件',
  '某复〔2024〕1号,2024.1.5,甲,某区公安局,2024.2.5,撤销,2份,已落实1份,《某区管理办法》',
  '某复〔2024〕2号,2024.1.6,乙,某区公安局,2024.2.6,确认违法,是,已落实,否',
  '某复〔2024〕3号,2024.1.7,丙,某区公安局,2024.2.7,维持,,,否',
  '某复〔2024〕4号,2024.1.8,丁,某区公安局,2024.2.8,撤销,1,3,',
  '某复〔2024〕5号,2024.1.9,戊,某区公安局,2024.2.9,撤销,2,部分落实,',
].join('\n');

const RATES = `query ($input: FiguresArgs!) { appearance(input: $input, windowStart: "2024-05-01") {
  rates { variant numerator denominator excluded { reason value } } asides { code value } } }`;
const MEASURES = `query ($input: FiguresArgs!) { figures(input: $input) { measures { measure value }
  rates { code numerator denominator } } }`;
const YEAR = { organ: 'mou', from: '2024-01-01', to: '2024-12-31' };

interface Rates {
  appearance: {
    rates: {
      variant: string;
      numerator: number;
      denominator: number;
      excluded: { reason: string; value: number }[];
    }[];
    asides: { code: string; value: number }[];
  };
}

describe('what a ledger says about absences, co-defendants and opinion letters', () => {
  let app: TestApp;
  const rejected = async (importId: number) => {
    const { ledgerRows } = await app.ask<{
      ledgerRows: { nodes: { row: number; problems: { code: string }[] }[] };
    }>(`query ($id: Int!) { ledgerRows(importId: $id, result: REJECTED) { nodes { row problems } } }`, {
      id: importId,
    });
    return ledgerRows.nodes.map(({ row, problems }) => [row, ...problems.map(one => one.code)]);
  };

  beforeAll(async () => {
    app = await TestApp.start();
    await registerOrgan(app, 'mou', '某市人民政府', 'CITY_GOVERNMENT');
  });
  afterAll(() => app?.stop());

  it('parts the appearance rates as their definitions say', async () => {
    const done = await importLedger(app, 'mou', Buffer.from(SUITS), { name: '行政应诉台账.csv' });
    expect(done).toMatchObject({ state: 'DONE', imported: 7, rejected: 2, balanced: true });
    expect(await rejected(done.id)).toEqual([
      [9, 'CAPACITY_UNREADABLE'],
      [10, 'EXCUSE_UNREADABLE'],
    ]);
    const { appearance } = await app.ask<Rates>(RATES, { input: YEAR });
    const parts = Object.fromEntries(
      appearance.rates.map(one => [one.variant, [one.numerator, one.denominator]]),
    );
    expect(parts).toEqual({
      P1: [3, 6],
      P2: [3, 4],
      P2_EACH: [4, 5],
      P3: [2, 6],
      P3_CLOSED: [0, 0],
      P4_FIRST: [2, 5],
      P4_SECOND: [1, 1],
      P4_RETRIAL: [0, 0],
      P5: [3, 7],
      P6: [1, 3],
      P6_HEARD: [1, 6],
      P7: [2, 4],
      P8: [2, 2],
    });
    const reasons = (variant: string) =>
      Object.fromEntries(
        appearance.rates
          .find(one => one.variant === variant)!
          .excluded.filter(one => one.value > 0)
          .map(one => [one.reason, one.value]),
      );
    expect(reasons('P2')).toEqual({ NOT_YET_HEARD: 1, EXCUSED: 1, COVERED: 1 });
    expect(reasons('P7')).toEqual({ NOT_YET_HEARD: 1, RECONSIDERATION_ORGAN: 2 });
    expect(Object.fromEntries(appearance.asides.map(one => [one.code, one.value]))).toEqual({
      HEARD: 6,
      APPEARED: 3,
      EXCUSED: 1,
      COVERED: 1,
      UNRECORDED: 0,
    });
  });

  it('counts opinion letters issued and acted on, and reviews of normative documents', async () => {
    const done = await importLedger(app, 'mou', Buffer.from(LETTERS), { name: '行政复议台账.csv' });
    expect(done).toMatchObject({ state: 'DONE', imported: 3, rejected: 2 });
    expect(await rejected(done.id)).toEqual([
      [5, 'OPINIONS_PERFORMED_EXCEED'],
      [6, 'OPINIONS_UNREADABLE'],
    ]);
    const { figures } = await app.ask<{
      figures: {
        measures: { measure: string; value: number }[];
        rates: { code: string; numerator: number; denominator: number }[];
      };
    }>(MEASURES, { input: { ...YEAR, register: 'RECONSIDERATION' } });
    const measure = (code: string) => figures.measures.find(one => one.measure === code)?.value;
    expect([measure('OPINIONS_ISSUED'), measure('OPINIONS_PERFORMED')]).toEqual([3, 2]);
    expect(figures.rates).toContainEqual({ code: 'OPINIONS', numerator: 2, denominator: 3 });
  });
});
