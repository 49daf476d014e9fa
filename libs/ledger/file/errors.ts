/** A message for people: Chinese first, English beside it. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** Everything that can be wrong with a file as a whole; rows have their own problems. */
export const FILE_ERRORS = {
  EMPTY_FILE: '空文件',
  FILE_TOO_LARGE: '文件过大',
  TOO_MANY_ROWS: '行数过多',
  TEXT_TOO_LARGE: '文字过多',
  ZIP_BOMB: '压缩炸弹',
  BROKEN_FILE: '文件损坏',
  OLD_BINARY: '旧版二进制表格',
  ENCRYPTED: '文件已加密',
  NOT_A_SPREADSHEET: '不是表格文件',
  NO_WORKSHEET: '没有工作表',
  NO_HEADER: '没有表头',
} as const;
export type FileErrorCode = keyof typeof FILE_ERRORS;

/** The file cannot be read as a ledger (台账); says why and what to do next. Never thrown for a single bad row. */
export class LedgerFileError extends Error {
  override readonly name = 'LedgerFileError';

  readonly code: FileErrorCode;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;

  constructor(code: FileErrorCode, reason: Bilingual, remedy: Bilingual, options?: ErrorOptions) {
    super(`${reason.zh} ${remedy.zh} / ${reason.en} ${remedy.en}`, options);
    this.code = code;
    this.reason = reason;
    this.remedy = remedy;
  }
}

const SAVE_AS_XLSX: Bilingual = {
  zh: '请用 Excel 或 WPS 打开,另存为“Excel 工作簿(.xlsx)”后再上传。',
  en: 'Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)” and upload that file.',
};

export const fileErrors = {
  empty: () =>
    new LedgerFileError(
      'EMPTY_FILE',
      { zh: '文件是空的。', en: 'The file is empty.' },
      { zh: '请确认选对了文件,台账已保存。', en: 'Check that this is the right file and that it was saved.' },
    ),
  tooLarge: (bytes: number, limit: number) =>
    new LedgerFileError(
      'FILE_TOO_LARGE',
      {
        zh: `文件大小 ${megabytes(bytes)},超过上限 ${megabytes(limit)}。`,
        en: `The file has ${megabytes(bytes)}; the limit is ${megabytes(limit)}.`,
      },
      {
        zh: '请按年度拆分台账,或删除图片、空白格式后再上传。',
        en: 'Split the ledger by year, or remove pictures and empty formatting.',
      },
    ),
  tooManyRows: (sheet: string, limit: number) =>
    new LedgerFileError(
      'TOO_MANY_ROWS',
      { zh: `工作表“${sheet}”超过 ${limit} 行。`, en: `Sheet “${sheet}” has more than ${limit} rows.` },
      { zh: '请按年度拆分成几个文件。', en: 'Split it into several files, for example by year.' },
    ),
  textTooLarge: () =>
    new LedgerFileError(
      'TEXT_TOO_LARGE',
      { zh: '文件里的文字量超出可处理范围。', en: 'The file holds more text than can be handled.' },
      { zh: '请按年度拆分台账后再上传。', en: 'Split the ledger by year and upload the parts.' },
    ),
  zipBomb: () =>
    new LedgerFileError(
      'ZIP_BOMB',
      {
        zh: '文件解压后异常庞大,为安全起见没有打开。',
        en: 'The file unpacks to an abnormal size and was not opened for safety.',
      },
      {
        zh: '请用 Excel 或 WPS 新建工作簿,把台账内容复制过去,另存为 .xlsx。',
        en: 'Copy the ledger into a new workbook and save it as .xlsx.',
      },
    ),
  broken: (cause?: unknown) =>
    new LedgerFileError(
      'BROKEN_FILE',
      {
        zh: '文件已损坏或没有传完整,无法读取。',
        en: 'The file is damaged or incomplete and cannot be read.',
      },
      {
        zh: '请在电脑上打开确认,另存一份后重新上传。',
        en: 'Open it on your computer, save a new copy and upload that.',
      },
      { cause },
    ),
  oldBinary: (kind: string) =>
    new LedgerFileError(
      'OLD_BINARY',
      {
        zh: `这是旧版二进制表格(${kind}),不能直接读取。`,
        en: `This is an old binary workbook (${kind}) and is not read directly.`,
      },
      SAVE_AS_XLSX,
    ),
  encrypted: () =>
    new LedgerFileError(
      'ENCRYPTED',
      { zh: '文件设置了打开密码。', en: 'The file is protected by a password.' },
      {
        zh: '请在 Excel 或 WPS 中打开,取消打开密码,保存后再上传。',
        en: 'Open it in Excel or WPS, remove the password, save and upload it again.',
      },
    ),
  notASpreadsheet: (zh: string, en: string) =>
    new LedgerFileError(
      'NOT_A_SPREADSHEET',
      {
        zh: `这不是可读取的表格文件,而是${zh}。`,
        en: `This is not a spreadsheet that can be read but ${en}.`,
      },
      {
        zh: `请上传 .xlsx 或 .csv 台账。${SAVE_AS_XLSX.zh}`,
        en: `Upload an .xlsx or .csv ledger. ${SAVE_AS_XLSX.en}`,
      },
    ),
  noWorksheet: () =>
    new LedgerFileError(
      'NO_WORKSHEET',
      { zh: '工作簿里没有工作表。', en: 'The workbook has no worksheet.' },
      { zh: '请确认台账所在的工作表没有被删除。', en: 'Check that the ledger sheet was not deleted.' },
    ),
  noHeader: () =>
    new LedgerFileError(
      'NO_HEADER',
      {
        zh: '没有找到台账表头(例如 收到日期、申请人、结案方式)。',
        en: 'No ledger header was found (such as 收到日期, 申请人, 结案方式).',
      },
      {
        zh: '请确认文件是案件台账,并在数据上方保留一行列名。',
        en: 'Check that this is a case ledger and that a row of column names stands above the data.',
      },
    ),
};

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
