import type { LedgerCheck } from '#casework';
import { REGISTERS } from '#codes';
import { FLAGS, usedMapping, type Flag } from '#ledger';
import type { ImportRecord, LedgerRowRecord } from '#queries';

interface Problem {
  column: string | null;
  header: string | null;
  value: string;
  reason: { zh: string };
  remedy: { zh: string };
}

const MOST = 200;

/** A check as a person reads it in a terminal. */
export function checkLines(check: LedgerCheck): string[] {
  const { analysis, total, added, changed, unchanged } = check;
  const lines = usedMapping(analysis.sheets, check.mapping).flatMap(sheet => {
    const what = sheet.register ? REGISTERS[sheet.register] : '不是台账,跳过';
    const mapped = sheet.columns.filter(c => c.target).map(c => `    ${c.column} ${c.header} → ${c.target}`);
    const open = sheet.unmapped.map(c => `    ${c.column} ${c.header} → (不读取)`);
    const missing = sheet.missingRequired.map(target => `    缺少必填列 ${target}`);
    return [`工作表“${sheet.name}”:${what}`, ...mapped, ...open, ...missing];
  });
  lines.push(
    `共 ${total.rowsIn} 行 = 可导入 ${total.accepted} + 不合格 ${total.rejected} + 跳过 ${total.skipped}`,
  );
  lines.push(`可导入的 ${total.accepted} 行:新 ${added},有变化 ${changed},已导入且未变 ${unchanged}`);
  for (const organ of check.newOrgans) lines.push(`新机关:${organ.name}(${organ.rows} 行)`);
  for (const [flag, rows] of Object.entries(check.flags))
    lines.push(`提示:${FLAGS[flag as Flag][0]}(${rows} 行)`);
  return [...lines, ...rejectedLines(check.rejects, total.rejected)];
}

/**
 * Rejected rows, each with column, value, reason and remedy.
 * @param total all rejected rows, of which `rows` may be only the first
 */
export function rejectedLines(
  rows: readonly { sheet: string; row: number; problems: readonly Problem[] }[],
  total: number,
): string[] {
  const shown = rows.slice(0, MOST);
  const lines = shown.flatMap(({ sheet, row, problems }) =>
    problems.map(p => `不合格:“${sheet}”第 ${row} 行${cellOf(p)}:${p.reason.zh}${p.remedy.zh}`),
  );
  return total > shown.length ? [...lines, `…… 另有 ${total - shown.length} 行不合格`] : lines;
}

/** Where in the row: nothing when the row as a whole is refused. */
function cellOf({ column, header, value }: Problem): string {
  return column ? ` ${column}列 ${header ?? ''}“${value}”` : '';
}

export function importLines(record: ImportRecord, rejected: readonly LedgerRowRecord[]): string[] {
  const { rowsIn, added, changed, unchanged, skipped } = record;
  const imported = added + changed;
  return [
    `导入 ${record.id}:共 ${rowsIn} 行 = 导入 ${imported}(新 ${added},变更 ${changed})+ 不合格 ${record.rejected} + 跳过 ${skipped + unchanged}(其中未变 ${unchanged})`,
    ...record.newOrgans.map(name => `新机关:${name}`),
    ...rejectedLines(
      rejected.map(({ sheet, row, problems }) => ({ sheet, row, problems: problems as Problem[] })),
      record.rejected,
    ),
  ];
}
