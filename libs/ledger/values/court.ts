import type { Instance } from '#codes';
import { squeeze } from './text.ts';

export type Nature = 'ADMINISTRATIVE' | 'CIVIL' | 'OTHER';

const NUMBER = /(行|民|刑|执|商|知)[^号\d初终再申抗监]{0,2}(初|终|再|申|抗|监)/;

/** What a court's case number says: (2017)豫0311行初101号 → administrative, first instance. */
export function readCaseNumber(number: string): { nature: Nature | null; instance: Instance | null } {
  const parts = NUMBER.exec(squeeze(number));
  if (!parts) return { nature: null, instance: null };
  const nature =
    parts[1] === '行' ? 'ADMINISTRATIVE' : parts[1] === '民' || parts[1] === '商' ? 'CIVIL' : 'OTHER';
  const instance = parts[2] === '初' ? 'FIRST' : parts[2] === '终' ? 'SECOND' : 'RETRIAL';
  return { nature, instance };
}

/** 一审 / 二审 / 再审 as ledgers write them; null when the word is not known. */
export function readInstance(text: string): Instance | null {
  const word = squeeze(text);
  if (/再审|申诉|审判监督|再审审查/.test(word)) return 'RETRIAL';
  if (/二审|上诉|终审|^第?[2二]/.test(word)) return 'SECOND';
  if (/一审|初审|^第?[1一]/.test(word)) return 'FIRST';
  return null;
}

/** 行政 / 民事 as ledgers write them; null when the word is not known. */
export function readNature(text: string): Nature | null {
  const word = squeeze(text);
  if (/民事|民商|商事/.test(word)) return 'CIVIL';
  if (/刑事|仲裁|执行案|劳动争议/.test(word)) return 'OTHER';
  if (/行政|公益诉讼|国家赔偿/.test(word)) return 'ADMINISTRATIVE';
  return null;
}
