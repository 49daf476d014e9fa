import type { Text } from '../refusal.ts';

/** A reason for which the import refuses a row that the file itself does not show. */
export interface ImportProblem {
  column: null;
  header: null;
  target: null;
  value: string;
  code: string;
  reason: Text;
  remedy: Text;
}

const problem = (code: string, reason: Text, remedy: Text): ImportProblem => ({
  column: null,
  header: null,
  target: null,
  value: '',
  code,
  reason,
  remedy,
});

export const changedElsewhere = (): ImportProblem =>
  problem(
    'CHANGED_ELSEWHERE',
    {
      zh: '该案件导入后已在系统中修改,台账不再覆盖它。',
      en: 'The case was changed in the system after its import; a ledger no longer overwrites it.',
    },
    { zh: '在系统中直接修改该案件。', en: 'Change the case in the system.' },
  );

/** True when the database refused the data of a row; anything else is a fault and must not look like one. */
export function isRefusedData(error: unknown): boolean {
  return /^2[23]/.test((error as { code?: string }).code ?? '');
}

const UNIQUE_VIOLATION = '23505';

/** What the database itself refused, without its own words. */
export function databaseProblem(error: unknown): ImportProblem {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === UNIQUE_VIOLATION && constraint === 'proceeding_case_number') {
    return problem(
      'CASE_NUMBER_TAKEN',
      { zh: '系统中已有相同案号的案件。', en: 'A case with this number is already in the system.' },
      {
        zh: '核对案号;若是同一案件,不需要再次导入。',
        en: 'Check the number; if it is the same case it need not be imported again.',
      },
    );
  }
  return problem(
    'ROW_REFUSED',
    {
      zh: `该行不符合数据约束(${constraint ?? code ?? '未知'})。`,
      en: `The row breaks a constraint of the data (${constraint ?? code ?? 'unknown'}).`,
    },
    {
      zh: '核对该行各列;仍不明白时请联系管理员。',
      en: 'Check the cells of the row; ask the administrator if it stays unclear.',
    },
  );
}
