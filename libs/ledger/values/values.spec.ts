import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferLevel, levelOfRank } from './level.ts';
import { isOrganisation, splitNames, splitParties } from './names.ts';
import { readCaseNumber, readInstance, readNature } from './court.ts';
import { readDay, readDays } from './day.ts';
import { headerPower, readCount, readMoney } from './number.ts';
import { readPost } from './post.ts';
import { codeInCause, saysOpen } from './code.ts';
import { readAppearance } from './appearance.ts';
import { CodeFinder, SHIPPED_CODES } from '#codes';
import { readYesNo } from './yesNo.ts';
import { dayToSerial } from '../file/serial.ts';

const now = { today: '2026-11-22', date1904: false };
const day = (cell: Parameters<typeof readDay>[0], context = now) => {
  const read = readDay(cell, context);
  return read.ok ? read.value : read.code;
};
const wide = (text: string): string =>
  text.replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const chinese = (n: number): string => {
  const digits = '〇一二三四五六七八九';
  const ten = Math.floor(n / 10);
  return `${ten > 1 ? digits[ten] : ''}${ten > 0 ? '十' : ''}${n % 10 > 0 ? digits[n % 10] : ''}`;
};

const WRITTEN: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}.${String(m).padStart(2, '0')}.${String(d).padStart(2, '0')} `,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => ` ${y} 年 ${m} 月 ${d} 日`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => wide(`${y}年${m}月${d}日`),
  (y, m, d) => wide(`${y}.${m}.${d}`),
  (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
  (y, m, d) => `${y}-${m}-${d} 09:30:00`,
  (y, m, d) => `${y}/${m}/${d} 9:05`,
  (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}T08:00:00.000Z`,
  (y, m, d) => `${y}年${m}月${d}日上午9时30分`,
  (y, m, d) => `${y}年${m}月${d}日 星期三`,
  (y, m, d) =>
    `${[...String(y)].map(c => '〇一二三四五六七八九'[Number(c)]).join('')}年${chinese(m)}月${chinese(d)}日`,
];

describe('days', () => {
  const realDay = fc
    .integer({ min: dayToSerial('1990-01-01'), max: dayToSerial('2027-12-31') })
    .map(serial => ({
      serial,
      iso: new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10),
    }));

  it('any day written in any of the forms reads back as the same day', () => {
    fc.assert(
      fc.property(realDay, fc.constantFrom(...WRITTEN), ({ iso }, write) => {
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
        expect(day(write(y, m, d))).toBe(iso);
      }),
      { numRuns: 2000 },
    );
  });

  it('a serial number reads back in both date systems, as number and as text', () => {
    fc.assert(
      fc.property(realDay, ({ serial, iso }) => {
        expect([day(serial), day(String(serial)), day(serial + 0.75)]).toEqual([iso, iso, iso]);
        expect(day(serial - 1462, { ...now, date1904: true })).toBe(iso);
      }),
    );
  });

  it.each([
    ['2024年2月30日', 'DATE_IMPOSSIBLE'],
    ['2023-2-29', 'DATE_IMPOSSIBLE'],
    ['2024.13.1', 'DATE_IMPOSSIBLE'],
    ['20240431', 'DATE_IMPOSSIBLE'],
    ['45月3日', 'DATE_UNREADABLE'],
    ['3月5日', 'DATE_UNREADABLE'],
    ['2024年5月', 'DATE_UNREADABLE'],
    ['待定', 'DATE_UNREADABLE'],
    ['217.3.5', 'DATE_UNREADABLE'],
    [12, 'DATE_UNREADABLE'],
    ['1899-3-5', 'DATE_IMPLAUSIBLE'],
    ['2028.1.1', 'DATE_IMPLAUSIBLE'],
    ['/', null],
    [' ', null],
  ] as const)('«%s» is never shifted or guessed: %s', (cell, wanted) => {
    expect(day(cell)).toBe(wanted);
  });

  it('several days in a cell are several hearings, a wrong one spoils the cell', () => {
    expect(readDays('2024.3.5、2024年4月6日;\n2024/5/7', now)).toEqual({
      ok: true,
      value: ['2024-03-05', '2024-04-06', '2024-05-07'],
    });
    expect(readDays('2024.3.5、2024.2.31', now)).toEqual({ ok: false, code: 'DATE_IMPOSSIBLE' });
  });
});

describe('numbers and answers', () => {
  it.each([
    [3, 3],
    ['3', 3],
    ['3人', 3],
    ['叁人', 3],
    ['十二人', 12],
    ['1,200', 1200],
    ['共5户', 5],
    ['一百零五人', 105],
    [{ serial: 4, day: '1900-01-03' }, 4],
    ['若干', 'NUMBER_UNREADABLE'],
    [2.5, 'NUMBER_UNREADABLE'],
    [-1, 'NUMBER_UNREADABLE'],
  ])('%s people', (cell, wanted) => {
    const read = readCount(cell);
    expect(read.ok ? read.value : read.code).toBe(wanted);
  });

  it.each([
    ['1.5万元', 0, '15000'],
    [1.5, 4, '15000'],
    ['¥1,200.50', 0, '1200.5'],
    ['3000元', 4, '3000'],
    ['2亿元', 0, '200000000'],
    [0.1 + 0.2, 0, '0.3'],
    ['无', 0, null],
    ['面议', 0, 'AMOUNT_UNREADABLE'],
  ])('%s yuan', (cell, power, wanted) => {
    const read = readMoney(cell, power);
    expect(read.ok ? read.value : read.code).toBe(wanted);
  });

  it('takes the unit of an amount from its header', () => {
    expect(['涉案金额(万元)', '金额(单位:元)', '涉及金额'].map(headerPower)).toEqual([4, 0, 0]);
  });

  it.each([
    ['是', true],
    ['√', true],
    ['Y', true],
    ['已听证', true],
    ['否', false],
    ['×', false],
    ['未出庭', false],
    ['', null],
    ['大概', 'YES_NO_UNREADABLE'],
  ])('«%s» as yes or no', (cell, wanted) => {
    const read = readYesNo(cell);
    expect(read.ok ? read.value : read.code).toBe(wanted);
  });
});

describe('courts', () => {
  it.each([
    ['(2017)豫0311行初101号', 'ADMINISTRATIVE', 'FIRST'],
    ['(2020)京02行终3号', 'ADMINISTRATIVE', 'SECOND'],
    ['(2021)最高法行再5号', 'ADMINISTRATIVE', 'RETRIAL'],
    ['(2021)苏行申7号', 'ADMINISTRATIVE', 'RETRIAL'],
    ['(2021)苏05行赔初7号', 'ADMINISTRATIVE', 'FIRST'],
    ['(2017)内07民初127号', 'CIVIL', 'FIRST'],
    ['第7号', null, null],
  ] as const)('%s', (number, nature, instance) => {
    expect(readCaseNumber(number)).toEqual({ nature, instance });
  });

  it('knows the words for instance and nature', () => {
    expect(['第一审', '二审', '再审审查', '1审', '复核'].map(readInstance)).toEqual([
      'FIRST',
      'SECOND',
      'RETRIAL',
      'FIRST',
      null,
    ]);
    expect(['行政', '民事', '行政公益诉讼', '刑事', '其他'].map(readNature)).toEqual([
      'ADMINISTRATIVE',
      'CIVIL',
      'ADMINISTRATIVE',
      'OTHER',
      null,
    ]);
  });
});

describe('posts', () => {
  it.each([
    ['局长', 'CHIEF'],
    ['党组书记、局长', 'CHIEF'],
    ['代县长', 'CHIEF'],
    ['办事处主任', 'CHIEF'],
    ['副区长', 'DEPUTY'],
    ['分管副局长', 'DEPUTY'],
    ['党组成员、副局长', 'DEPUTY'],
    ['党组成员', 'OTHER_HEAD'],
    ['总工程师', 'OTHER_HEAD'],
    ['二级调研员(分管法制)', 'OTHER_HEAD'],
    ['法规科科长', 'OTHER'],
    ['四级主任科员', 'OTHER'],
    ['派出所所长', 'OTHER'],
    ['法制员', 'OTHER'],
    ['律师', 'OTHER'],
    ['副科长', 'OTHER'],
    ['张某', null],
  ])('%s', (post, wanted) => {
    expect(readPost(post)).toBe(wanted);
  });
});

describe('names', () => {
  it.each([
    ['张三等5人', ['张三'], 5],
    ['张三、李四等12户', ['张三', '李四'], 12],
    ['张三(共3人)', ['张三'], 3],
    ['张三,李四', ['张三', '李四'], null],
    ['张三\n李四', ['张三', '李四'], null],
    ['某公司,第7\n分公司', ['某公司,第7分公司'], null],
    ['甲市乙有限公司;丙某', ['甲市乙有限公司', '丙某'], null],
    ['清河县王庄村第一、第二村民小组', ['清河县王庄村第一、第二村民小组'], null],
    [' 杨丽华 ', ['杨丽华'], null],
  ])('«%s»', (text, names, persons) => {
    expect(splitNames(text)).toEqual({ names, persons });
  });

  it('parts the two sides of a mediation', () => {
    expect(splitParties('董军与洛龙区华茂房地产开发有限公司').names).toEqual([
      '董军',
      '洛龙区华茂房地产开发有限公司',
    ]);
    expect(splitParties('王和平').names).toEqual(['王和平']);
  });

  it('tells organisations from persons', () => {
    expect(['某某村民委员会', '个体户张三', '清河县第一中学', '欧阳建国'].map(isOrganisation)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('levels by name', () => {
  it.each([
    ['某镇人民政府', 'COUNTY_GOVERNMENT', 'TOWNSHIP_GOVERNMENT'],
    ['华明街道办事处', 'COUNTY_GOVERNMENT', 'TOWNSHIP_GOVERNMENT'],
    ['合江县人民政府', 'CITY_GOVERNMENT', 'COUNTY_GOVERNMENT'],
    ['泸州市人民政府', 'CITY_GOVERNMENT', 'CITY_GOVERNMENT'],
    ['临江市人民政府', 'COUNTY_GOVERNMENT', 'COUNTY_GOVERNMENT'],
    ['北京市人民政府', 'CITY_GOVERNMENT', 'PROVINCE_GOVERNMENT'],
    ['四川省人民政府', 'CITY_GOVERNMENT', 'PROVINCE_GOVERNMENT'],
    ['四川省公安厅', 'PROVINCE_GOVERNMENT', 'PROVINCE_DEPARTMENT'],
    ['区公安分局', 'COUNTY_GOVERNMENT', 'COUNTY_DEPARTMENT'],
    ['洛龙区城市管理局', 'CITY_GOVERNMENT', 'COUNTY_DEPARTMENT'],
    ['泸州市公安局', 'CITY_GOVERNMENT', 'CITY_DEPARTMENT'],
    ['临江市公安局', 'COUNTY_GOVERNMENT', 'COUNTY_DEPARTMENT'],
    ['洛龙区征收办', 'COUNTY_GOVERNMENT', 'COUNTY_DEPARTMENT'],
    ['泸州市高新区管委会', 'CITY_GOVERNMENT', 'CITY_DEPARTMENT'],
    ['财政部', 'CITY_GOVERNMENT', 'STATE_COUNCIL_DEPARTMENT'],
    ['某某公司', 'COUNTY_GOVERNMENT', null],
    ['区公安分局', null, 'COUNTY_DEPARTMENT'],
    ['公安局', null, null],
  ])('%s in the ledger of a %s', (name, organ, wanted) => {
    expect(inferLevel(name, organ)).toBe(wanted);
  });

  it('reads a bare rank together with the name', () => {
    expect([
      levelOfRank('县级', '某县公安局'),
      levelOfRank('市级', '某市人民政府'),
      levelOfRank('县级政府', '某县'),
    ]).toEqual(['COUNTY_DEPARTMENT', 'CITY_GOVERNMENT', null]);
  });
});

describe('appearance of the head in sentences', () => {
  it.each([
    ['是', true, null],
    ['分管副市长出庭', true, '分管副市长'],
    ['副区长', true, '副区长'],
    ['未出庭,委托工作人员出庭', false, null],
    ['负责人因公未能出庭', false, null],
    ['委托律师', false, null],
    ['否', false, null],
  ])('%s', (text, attended, post) => {
    expect(readAppearance(text)).toEqual({ ok: true, value: { attended, post } });
  });
});

describe('causes and open cases', () => {
  const codes = new CodeFinder(SHIPPED_CODES);

  it.each([
    ['不服公安行政处罚决定', 'PENALTY'],
    ['房屋征收补偿决定', 'LEVY'],
    ['要求履行法定职责', 'INACTION'],
    ['撤销行政处罚及行政许可', null],
    ['土地纠纷', null],
  ])('%s', (cause, matter) => {
    expect(codeInCause(codes, cause)?.code ?? null).toBe(matter);
  });

  it('tells a case still open from an outcome', () => {
    expect(['审理中', '中止诉讼', '未结', '终止', '维持'].map(saysOpen)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
