import { officeScope, type Scope } from '#identity';
import {
  analyseLedger,
  LedgerFileError,
  LedgerMappingError,
  openLedger,
  type LedgerAnalysis,
  type LedgerContext,
  type LedgerFile,
  type LedgerMapping,
} from '#ledger';
import { CLOCK, CodeDirectory, FileStore, Reader, type Clock, type OrganRecord } from '#persistence';
import { FieldCipher } from '#protection';
import { Inject, Injectable } from '@nestjs/common';
import { asKeyRefusal } from '../personal/key-refusals.ts';
import { UserError } from '../refusal.ts';
import { applyCorrection, applySaved } from './saved-mapping.ts';

/** An uploaded file: its key in the store and the name it had. */
export interface UploadedFile {
  key: string;
  name: string;
}

export interface OpenedLedger {
  file: LedgerFile;
  context: LedgerContext;
  analysis: LedgerAnalysis;
  /** The mapping to read with: the caller's correction, else the office's saved one, laid over the proposal. */
  mapping: LedgerMapping;
  cipher: FieldCipher;
}

/** What the columns mean: a person's correction of the proposal, or what an import has begun to read with. */
export interface GivenMapping {
  correction?: LedgerMapping;
  settled?: LedgerMapping;
}

/** What is wrong with a file, a mapping or the keys, as a refusal. */
export function asUserError(error: unknown): unknown {
  const known = error instanceof LedgerFileError || error instanceof LedgerMappingError;
  return known ? new UserError(error.code, error.reason, error.remedy) : asKeyRefusal(error);
}

/** Opens an uploaded ledger the same way for the check and for the import. */
@Injectable()
export class LedgerReading {
  constructor(
    private readonly files: FileStore,
    private readonly codes: CodeDirectory,
    private readonly reader: Reader,
    private readonly cipher: FieldCipher,
    @Inject(CLOCK) private readonly today: Clock,
  ) {}

  /** @throws UserError when the file is unknown or cannot be read as a ledger, or the mapping does not fit it */
  async open<T>(
    upload: UploadedFile,
    organ: OrganRecord,
    given: GivenMapping | null,
    work: (ledger: OpenedLedger) => Promise<T>,
  ): Promise<T> {
    if (!(await this.files.has(upload.key))) throw unknownFile();
    try {
      return await this.files.withClear(upload.key, path =>
        this.openClear({ path, upload }, organ, given, work),
      );
    } catch (error) {
      throw asUserError(error);
    }
  }

  private async openClear<T>(
    { path, upload }: { path: string; upload: UploadedFile },
    organ: OrganRecord,
    given: GivenMapping | null,
    work: (ledger: OpenedLedger) => Promise<T>,
  ): Promise<T> {
    let file: LedgerFile | null = null;
    try {
      file = await openLedger(path, upload.name);
      const context = {
        organName: organ.name,
        organLevel: organ.level,
        today: this.today(),
        codes: this.codes.finder,
        fileName: upload.name,
      };
      const chosen = given
        ? (given.correction ?? given.settled!)
        : await this.savedMapping(officeScope([organ.id]), organ.id);
      const analysis = await this.analyse(file, context, chosen);
      const mapping =
        given?.settled ??
        (given?.correction ? applyCorrection(analysis, given.correction) : applySaved(analysis, chosen));
      return await work({ file, context, analysis, mapping, cipher: this.cipher });
    } finally {
      await file?.close();
    }
  }

  /** A header of words nobody knows is no fault when somebody has said what the columns mean. */
  private async analyse(
    file: LedgerFile,
    context: LedgerContext,
    chosen: LedgerMapping | null,
  ): Promise<LedgerAnalysis> {
    try {
      return await analyseLedger(file, context);
    } catch (error) {
      if (!chosen || !(error instanceof LedgerFileError) || error.code !== 'NO_HEADER') throw error;
      return {
        fileName: file.name,
        format: file.format,
        encoding: file.encoding,
        sheets: [],
        mapping: chosen,
      };
    }
  }

  async savedMapping(scope: Scope, organId: number): Promise<LedgerMapping | null> {
    const text = 'select mapping from ledger_mapping where organ_id = $1';
    const values = [organId];
    const row = await this.reader.first<{ mapping: LedgerMapping }>(scope, 'ledger.mapping', text, values);
    return row?.mapping ?? null;
  }
}

const unknownFile = () =>
  new UserError(
    'FILE_UNKNOWN',
    { zh: '没有这个文件。', en: 'There is no such file.' },
    {
      zh: '先用 POST /files 上传台账,再使用返回的 key。',
      en: 'Upload the ledger with POST /files and use the key it returns.',
    },
  );
