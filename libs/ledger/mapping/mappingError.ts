import type { Bilingual } from '../file/errors.ts';

export type MappingErrorCode =
  | 'UNKNOWN_TARGET'
  | 'UNKNOWN_REGISTER'
  | 'TARGET_OF_OTHER_REGISTER'
  | 'COLUMN_NOT_THERE'
  | 'COLUMN_TWICE'
  | 'SHEET_NOT_THERE'
  | 'SHEET_TWICE'
  | 'NO_SHEETS';

/** A mapping does not fit the file or itself; says which part and what to do. */
export class LedgerMappingError extends Error {
  override readonly name = 'LedgerMappingError';
  readonly code: MappingErrorCode;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;

  constructor(code: MappingErrorCode, reason: Bilingual, remedy: Bilingual) {
    super(`${reason.zh} ${remedy.zh} / ${reason.en} ${remedy.en}`);
    this.code = code;
    this.reason = reason;
    this.remedy = remedy;
  }
}

const CHECK: Bilingual = { zh: '请在列对应中改正后重试。', en: 'Correct the mapping and try again.' };

export const mappingErrors = {
  unknownTarget: (name: string) =>
    new LedgerMappingError(
      'UNKNOWN_TARGET',
      { zh: `列对应中有未知字段“${name}”。`, en: `The mapping names an unknown field “${name}”.` },
      CHECK,
    ),
  unknownRegister: (name: string) =>
    new LedgerMappingError(
      'UNKNOWN_REGISTER',
      { zh: `未知的登记簿“${name}”。`, en: `Unknown register “${name}”.` },
      CHECK,
    ),
  otherRegister: (target: string, register: string) =>
    new LedgerMappingError(
      'TARGET_OF_OTHER_REGISTER',
      {
        zh: `字段“${target}”不属于“${register}”登记簿。`,
        en: `Field “${target}” does not belong to “${register}”.`,
      },
      CHECK,
    ),
  columnNotThere: (sheet: string, column: string) =>
    new LedgerMappingError(
      'COLUMN_NOT_THERE',
      { zh: `工作表“${sheet}”中没有列“${column}”。`, en: `Sheet “${sheet}” has no column “${column}”.` },
      CHECK,
    ),
  columnTwice: (sheet: string, column: string) =>
    new LedgerMappingError(
      'COLUMN_TWICE',
      {
        zh: `工作表“${sheet}”的列“${column}”被对应到两个字段。`,
        en: `Column “${column}” of sheet “${sheet}” is mapped to two fields.`,
      },
      CHECK,
    ),
  sheetNotThere: (sheet: string, sheets: readonly string[]) =>
    new LedgerMappingError(
      'SHEET_NOT_THERE',
      {
        zh: `文件中没有工作表“${sheet}”(现有:${sheets.join('、')})。`,
        en: `The file has no sheet “${sheet}” (it has: ${sheets.join(', ')}).`,
      },
      CHECK,
    ),
  sheetTwice: (sheet: string, names: readonly string[]) =>
    new LedgerMappingError(
      'SHEET_TWICE',
      {
        zh: `列对应中的“${names.join('”和“')}”都指向工作表“${sheet}”。`,
        en: `“${names.join('” and “')}” of the mapping both mean sheet “${sheet}”.`,
      },
      {
        zh: '请在列对应中只保留其中一项,或改成文件里的工作表名称。',
        en: 'Keep one of them in the mapping, or use the names of the sheets in the file.',
      },
    ),
  noSheets: () =>
    new LedgerMappingError(
      'NO_SHEETS',
      { zh: '列对应中没有任何工作表。', en: 'The mapping names no sheet.' },
      { zh: '请至少为一张工作表指定登记簿和列。', en: 'Give at least one sheet its register and columns.' },
    ),
};
