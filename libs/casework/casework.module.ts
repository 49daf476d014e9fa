import { JOB_HANDLERS } from '#jobs';
import { Global, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.ts';
import { Access } from './identity/access.ts';
import { ReviseCode } from './codes/revise-code.ts';
import { CheckLedger } from './ledger/check-ledger.ts';
import { ImportBatch } from './ledger/import-batch.ts';
import { ImportLedger } from './ledger/import-ledger.ts';
import { KnownRows } from './ledger/known-rows.ts';
import { LedgerReading } from './ledger/ledger-reading.ts';
import { ImportContext } from './ledger/import-context.ts';
import { ReceiveFile } from './ledger/receive-file.ts';
import { RunImport } from './ledger/run-import.ts';
import { SaveMapping } from './ledger/save-mapping.ts';
import { UnfinishedJobs } from './unfinished.ts';
import { UndoImport } from './ledger/undo-import.ts';
import { RegisterOrgan } from './organs/register-organ.ts';
import { FindByIdentityNumber } from './personal/find-by-identity-number.ts';
import { RevealPersonalData } from './personal/reveal-personal-data.ts';
import { SetConfidentiality } from './proceedings/set-confidentiality.ts';
import { CaseDoor } from './reconsideration/case-door.ts';
import { AttachDocument } from './reconsideration/documents/attach-document.ts';
import { ReceiveDocument } from './reconsideration/documents/receive-document.ts';
import { DownloadCaseFile } from './reconsideration/letters/download-case-file.ts';
import { IssueLetter } from './reconsideration/letters/issue-letter.ts';
import { LetterDrafts } from './reconsideration/letters/letter-drafts.ts';
import { RecordReturnedMail } from './reconsideration/letters/record-returned-mail.ts';
import { RecordService } from './reconsideration/letters/record-service.ts';
import { RecordDeemed } from './reconsideration/record-deemed.ts';
import { Intake } from './reconsideration/intake.ts';
import { RegisterApplication } from './reconsideration/register-application.ts';
import { TakeBackStep } from './reconsideration/take-back-step.ts';
import { TakeStep } from './reconsideration/take-step.ts';
import { Requests } from './requests.ts';
import { UpdateOrgan } from './organs/update-organ.ts';
import { DownloadReturn } from './returns/download-return.ts';
import { ExportReturn } from './returns/export-return.ts';
import { ExportOutput } from './returns/export-output.ts';
import { RunExport } from './returns/run-export.ts';

const USE_CASES = [
  RegisterOrgan,
  UpdateOrgan,
  ReviseCode,
  ReceiveFile,
  CheckLedger,
  ImportLedger,
  SaveMapping,
  UndoImport,
  ExportReturn,
  FindByIdentityNumber,
  RevealPersonalData,
  DownloadReturn,
  SetConfidentiality,
  RegisterApplication,
  TakeStep,
  TakeBackStep,
  RecordDeemed,
  IssueLetter,
  DownloadCaseFile,
  RecordService,
  RecordReturnedMail,
  ReceiveDocument,
  AttachDocument,
];
const PARTS = [Access, CaseDoor, Intake, LedgerReading, KnownRows, ImportContext, Requests, LetterDrafts];

/** The use cases: one class each, one transaction each. */
@Global()
@Module({ imports: [AccountsModule], providers: [...USE_CASES, ...PARTS], exports: [...USE_CASES, ...PARTS] })
export class CaseworkModule {}

const HANDLERS = [RunImport, RunExport];

/** The handlers of the jobs; loaded where jobs are processed. */
@Module({
  providers: [
    ...HANDLERS,
    ImportBatch,
    ExportOutput,
    UnfinishedJobs,
    { provide: JOB_HANDLERS, useFactory: (...handlers: unknown[]) => handlers, inject: HANDLERS },
  ],
  exports: [JOB_HANDLERS, RunImport],
})
export class CaseworkJobsModule {}
