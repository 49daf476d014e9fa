import { describe, expect, it } from 'vitest';
import { CodeFinder, FIELD_MAPPINGS, normalise, SHIPPED_CODES } from './index.ts';

describe('shipped code lists', () => {
  const finder = new CodeFinder(SHIPPED_CODES);

  it('uses a code once over all lists', () => {
    expect(new Set(SHIPPED_CODES.map(i => i.code)).size).toBe(SHIPPED_CODES.length);
  });

  it('gives no text two meanings inside one list', () => {
    const seen = new Map<string, string>();
    const doubles: string[] = [];
    for (const item of SHIPPED_CODES) {
      for (const text of new Set([item.zh, ...item.synonyms].map(normalise))) {
        const key = `${item.list}:${text}`;
        if (seen.has(key)) doubles.push(`${key} (${seen.get(key)}, ${item.code})`);
        seen.set(key, item.code);
      }
    }
    expect(doubles).toEqual([]);
  });

  it('has the 46 rows of the edition after 2015', () => {
    expect(SHIPPED_CODES.filter(i => i.list === 'FIELD' && i.class === 'E2015')).toHaveLength(46);
  });

  it('maps every field outside the 2015 edition to one of its rows', () => {
    const rows = new Set(SHIPPED_CODES.filter(i => i.class === 'E2015').map(i => i.code));
    const outside = SHIPPED_CODES.filter(i => i.list === 'FIELD' && i.class !== 'E2015').map(i => i.code);
    expect(FIELD_MAPPINGS.map(m => m.from).sort()).toEqual(outside.sort());
    expect(FIELD_MAPPINGS.filter(m => !rows.has(m.to))).toEqual([]);
  });

  it.each([
    ['RECONSIDERATION_OUTCOME', '终止(协调后撤回)', 'WITHDRAWN_AFTER_COORDINATION'],
    ['RECONSIDERATION_OUTCOME', ' 维持 ', 'UPHELD'],
    ['RECONSIDERATION_OUTCOME', '驳回复议请求', 'CLAIM_DISMISSED'],
    ['MATTER', '不履责', 'INACTION'],
    ['FIELD', '房屋征补(拆迁)', 'HOUSE_EXPROPRIATION'],
    ['ORGAN_LEVEL', '县级政府的部门', 'COUNTY_DEPARTMENT'],
  ] as const)('finds %s «%s»', (list, text, code) => {
    expect(finder.find(list, text)?.code).toBe(code);
  });

  it('does not guess an unknown word', () => {
    expect(finder.find('RECONSIDERATION_OUTCOME', '待定??')).toBeNull();
  });
});
