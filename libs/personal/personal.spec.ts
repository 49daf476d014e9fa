import { describe, expect, it } from 'vitest';
import {
  creditCodeCheck,
  lookupForm,
  maskIdentity,
  maskName,
  maskNumbersIn,
  maskNumbersWithin,
  maskPhone,
  maskAddress,
  readIdentity,
  readPhone,
  residentCheck,
} from './index.ts';

describe('identity numbers', () => {
  it.each([
    // the examples of GB 11643-1999 itself
    ['11010519491231002X', 'RESIDENT_ID', true],
    ['440524188001010014', 'RESIDENT_ID', true],
    ['１１０１０５ 19491231 002x', 'RESIDENT_ID', true],
    ['身份证号：11010519491231002X', 'RESIDENT_ID', true],
    ['110105194912310021', 'RESIDENT_ID', false],
    ['110105194913310027', 'RESIDENT_ID', false], // no thirteenth month
    ['11010519491231002', 'RESIDENT_ID', false], // a digit was lost
    ['110105491231002', 'RESIDENT_ID', true], // 15 digits
    ['110105491331002', 'RESIDENT_ID', false],
    ['91350100M000100Y43', 'CREDIT_CODE', true], // the example of GB 32100-2015
    ['91350100M000100Y44', 'CREDIT_CODE', false],
    ['9135O100M000100Y43', 'CREDIT_CODE', false], // a letter O
    ['E12345678', 'PASSPORT', true],
    ['EA1234567', 'PASSPORT', true],
    ['南字第012345号', 'OTHER', true],
  ])('«%s» is a %s, right: %s', (text, type, valid) => {
    expect(readIdentity(text)).toMatchObject({ type, valid });
  });

  it('finds every change of one digit', () => {
    const right = '11010519491231002X';
    for (let i = 0; i < 17; i++) {
      const wrong = right.slice(0, i) + ((Number(right[i]) + 1) % 10) + right.slice(i + 1);
      expect(readIdentity(wrong).valid && readIdentity(wrong).type === 'RESIDENT_ID').toBe(false);
    }
    expect(residentCheck('11010519491231002')).toBe('X');
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
  });

  it('looks a 15-digit number up as the 18-digit one that replaced it', () => {
    expect(lookupForm('110105491231002')).toBe('11010519491231002X');
    expect(lookupForm(' 11010519491231002x')).toBe('11010519491231002X');
  });
});

describe('telephones', () => {
  it.each([
    ['13812345678', '13812345678', true],
    ['+86 138-1234-5678', '13812345678', true],
    ['（0830）3111234', '0830-3111234', true],
    ['0830-3111234-8001', '0830-3111234-8001', true],
    ['３１１１２３４', '3111234', true],
    ['电话：13812345678', '13812345678', true],
    ['1381234567', '1381234567', false],
    ['不详', '不详', false],
  ])('«%s»', (text, number, valid) => {
    expect(readPhone(text)).toEqual({ number, valid });
  });
});

describe('masks', () => {
  it.each([
    ['510502199001011234', '5105**********1234'],
    ['110105491231002', '1101*******1002'],
    ['91350100M000100Y43', '9135**********0Y43'],
    ['E12345678', 'E*****678'],
    ['A1234', '****4'],
    ['7', '*'],
  ])('%s → %s', (number, mask) => {
    expect(maskIdentity(number)).toBe(mask);
  });

  it.each([
    ['13812345678', '138****5678'],
    ['0830-3111234', '083*****1234'],
    ['3111234', '*****34'],
  ])('%s → %s', (number, mask) => {
    expect(maskPhone(number)).toBe(mask);
  });

  it.each([
    ['江州市江东区幸福路12号3单元401室', '江州市江东区****'],
    ['江东县幸福小区3号', '江东县****'],
    ['江州市江东区东街市场8号', '江州市江东区****'],
    ['幸福路12号', '幸福****'],
    ['甲', '****'],
  ])('%s → %s', (address, mask) => {
    expect(maskAddress(address)).toBe(mask);
  });

  it.each([
    ['张三', '张*'],
    ['欧阳修远', '欧***'],
    ['𠮷田', '𠮷*'],
    ['张', '张*'],
  ])('a name where it stands for good: %s → %s', (name, mask) => {
    expect(maskName(name)).toBe(mask);
  });

  it.each([
    ['张三，11010519491231002X，电话13812345678。', '张三,1101**********002X,电话138****5678。'],
    ['旧证110105491231002', '旧证1101*******1002'],
    ['(2024)川0502行初101号', '(2024)川0502行初101号'],
    ['110105194912310021', '110105194912310021'], // no identity number: its check digit is wrong
    ['标的 123456789012 元', '标的 123456789012 元'],
    ['没有号码', '没有号码'],
  ])('in a text: %s', (text, wanted) => {
    expect(maskNumbersIn(text)).toBe(wanted);
  });

  it('in every text of a value, after a line break or a tab too; what is no text stays', () => {
    const told = { days: 60, told: [true, null, '住院\n13812345678'], why: '＂电话＂\t13812345678' };
    expect(maskNumbersWithin(told)).toEqual({
      days: 60,
      told: [true, null, '住院\n138****5678'],
      why: '"电话"\t138****5678',
    });
  });
});
