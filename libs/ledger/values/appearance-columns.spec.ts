import { describe, expect, it } from 'vitest';
import type { Cell } from '../file/types.ts';
import { readCapacity } from './capacity.ts';
import { readCover } from './cover.ts';
import { readExcuse } from './excuse.ts';
import { readLettersIssued, readLettersPerformed } from './opinions.ts';
import type { Read } from './result.ts';

const said = <T>(read: Read<T>): unknown => (read.ok ? read.value : read.code);

describe('被告身份', () => {
  it.each<[string, string, unknown]>([
    ['复议机关(共同被告)', '被告身份', [true, true]],
    ['复议维持,共同被告', '被告身份', [true, true]],
    ['作为复议机关', '被告身份', [true, false]],
    ['复议机关(单独被告)', '被告身份', [false, true]],
    ['复议机关(改变原行政行为)', '被告身份', [false, true]],
    ['非复议机关', '被告身份', [false, true]],
    ['原行政行为机关', '被告身份', [false, true]],
    ['作出行政行为的机关', '被告身份', [false, true]],
    ['是', '是否复议机关', [true, false]],
    ['是', '是否复议机关(共同)被告', [true, true]],
    ['否', '是否复议机关', [false, true]],
    ['', '被告身份', null],
    ['/', '是否复议机关', null],
    ['共同被告', '被告身份', 'CAPACITY_UNREADABLE'],
    ['是', '被告身份', 'CAPACITY_UNREADABLE'],
    ['复议机关和原行政机关', '被告身份', 'CAPACITY_UNREADABLE'],
    ['某区公安局', '被告身份', 'CAPACITY_UNREADABLE'],
  ])('«%s» under %s', (cell, header, wanted) => {
    const read = readCapacity(cell, header);
    const value = read.ok && read.value;
    expect(value ? [value.asReconsiderationOrgan, value.coDefendantStated] : said(read)).toEqual(wanted);
  });
});

describe('whether the court accepted the reason', () => {
  it.each<[Cell, unknown]>([
    ['是', true],
    ['认可', true],
    ['法院准许', true],
    ['属于正当理由', true],
    [true, true],
    ['否', false],
    ['不予认可', false],
    ['未获法院同意', false],
    ['不属于正当理由', false],
    ['待定', null],
    ['法院审查中', null],
    ['—', null],
    ['部分认可', 'EXCUSE_UNREADABLE'],
    ['同意延期开庭', 'EXCUSE_UNREADABLE'],
    ['外出开会', 'EXCUSE_UNREADABLE'],
  ])('«%s»', (cell, wanted) => {
    expect(said(readExcuse(cell))).toEqual(wanted);
  });
});

describe('共同被告出庭情况', () => {
  it.each<[string, string, unknown]>([
    ['是', '是否由共同被告负责人出庭', { appeared: true, agreed: true }],
    ['是', '共同被告负责人是否出庭', { appeared: true, agreed: false }],
    ['经协商由某局副局长出庭', '共同被告出庭情况', { appeared: true, agreed: true }],
    ['某局副局长出庭', '共同被告出庭情况', { appeared: true, agreed: false }],
    ['均未出庭', '共同被告出庭情况', { appeared: false, agreed: false }],
    ['仅工作人员出庭', '共同被告出庭情况', { appeared: false, agreed: false }],
    ['无共同被告', '共同被告出庭情况', null],
    ['', '共同被告出庭情况', null],
    ['某局', '共同被告出庭情况', 'COVER_UNREADABLE'],
  ])('«%s» under %s', (cell, header, wanted) => {
    expect(said(readCover(cell, header))).toEqual(wanted);
  });
});

describe('意见书', () => {
  it.each<[Cell, unknown]>([
    [2, 2],
    ['2份', 2],
    ['已制发2份', 2],
    ['是', 'SOME'],
    ['已制发', 'SOME'],
    ['否', 0],
    ['未制发', 0],
    ['某复意〔2024〕1号、某复意〔2024〕2号', 2],
    ['', null],
    ['无', null],
    ['另行处理', 'NUMBER_UNREADABLE'],
  ])('issued: «%s»', (cell, wanted) => {
    expect(said(readLettersIssued(cell))).toEqual(wanted);
  });

  it.each<[Cell, unknown]>([
    [1, 1],
    ['已落实', 'SOME'],
    ['全部落实到位', 'SOME'],
    ['是', 'SOME'],
    ['已落实1份', 1],
    ['未落实', 0],
    ['尚未到期', 0],
    ['落实中', 0],
    ['否', 0],
    ['', null],
    ['部分落实', 'OPINIONS_UNREADABLE'],
    ['已回复', 'OPINIONS_UNREADABLE'],
    ['发2落实1', 'OPINIONS_UNREADABLE'],
  ])('acted on: «%s»', (cell, wanted) => {
    expect(said(readLettersPerformed(cell))).toEqual(wanted);
  });
});
