import { expect, test } from 'vitest';
import { isDay } from './scope.ts';

test.each([
  ['0001-01-01', true],
  ['2000-02-29', true], // every 400 years
  ['2024-02-29', true],
  ['2023-01-31', true],
  ['2023-11-30', true],
  ['9999-12-31', true],
  ['0000-12-31', false],
  ['1900-02-29', false], // no leap year in three centuries of four
  ['2023-02-29', false],
  ['2024-02-30', false],
  ['2023-04-31', false],
  ['2023-11-31', false],
  ['2023-12-32', false],
  ['2023-00-10', false],
  ['2023-13-01', false],
  ['2023-1-1', false],
  ['2023-01-01 ', false],
  ['２０２３-01-01', false],
])('%s is a day of the calendar: %s', (text, is) => expect(isDay(text)).toBe(is));
