import { UserError } from '#casework';
import type { Part } from '#queries';

export interface MergedOutcome {
  codes: string[];
  label: string;
  value: number;
}

/**
 * Puts outcomes under the labels a report uses. The sum stays what it was.
 * @throws UserError when an outcome is merged twice, or is none of this register: it would silently count as 0
 */
export function mergeOutcomes(
  counted: Part[],
  merge: { label: string; codes: string[] }[],
  { label, known }: { label: (code: string) => string; known: (code: string) => boolean },
): MergedOutcome[] {
  const taken = new Map<string, MergedOutcome>();
  for (const { label: name, codes } of merge) {
    const merged = { codes, label: name, value: 0 };
    for (const code of codes) {
      if (!known(code)) throw unknown(code);
      if (taken.has(code)) throw twice(code);
      taken.set(code, merged);
    }
  }
  const result = new Set<MergedOutcome>(taken.values());
  for (const { value, n } of counted) {
    const code = value ?? '';
    const merged = taken.get(code) ?? { codes: [code], label: code ? label(code) : '未登记', value: 0 };
    merged.value += n;
    result.add(merged);
  }
  return [...result].sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
}

const unknown = (code: string) =>
  new UserError(
    'OUTCOME_UNKNOWN',
    { zh: `本登记簿没有结案方式“${code}”。`, en: `This register has no outcome "${code}".` },
    {
      zh: '用 codes 查询结案方式的代码。',
      en: 'Look the codes of outcomes up with codes.',
    },
  );

const twice = (code: string) =>
  new UserError(
    'OUTCOME_MERGED_TWICE',
    { zh: `结案方式“${code}”被并入两个口径。`, en: `The outcome ${code} stands in two labels.` },
    { zh: '每种结案方式只能并入一个口径。', en: 'Put it into one of them.' },
  );
