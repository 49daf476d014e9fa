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
import { BeginDay } from './deadlines/begin-day.ts';
import { DaySchedule } from './deadlines/day-schedule.ts';
import { DismissReminder } from './deadlines/dismiss-reminder.ts';
import { RemindOfClocks } from './deadlines/remind-of-clocks.ts';
import { RunDay } from './deadlines/run-day.ts';
import { MoveTime } from './demo/move-time.ts';
import { RevealPersonalData } from './personal/reveal-personal-data.ts';
import { SetConfidentiality } from './proceedings/set-confidentiality.ts';
import { AmendApplication } from './reconsideration/amendment/amend-application.ts';
import { AssignCases } from './reconsideration/assignment/assign-cases.ts';
import { DeclareConflict } from './reconsideration/assignment/declare-conflict.ts';
import { OfficersOf } from './reconsideration/assignment/officers-of.ts';
import { RecordQualification } from './reconsideration/assignment/record-qualification.ts';
import { Recuse } from './reconsideration/assignment/recuse.ts';
import { CaseDoor } from './reconsideration/case-door.ts';
import { RecordDeemedEvents } from './reconsideration/record-deemed-events.ts';
import { RecordDue } from './reconsideration/record-due.ts';
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
import { PreviewStep } from './reconsideration/preview-step.ts';
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
  PreviewStep,
  AmendApplication,
  TakeBackStep,
  RecordDeemed,
  RecordDeemedEvents,
  DismissReminder,
  MoveTime,
  AssignCases,
  Recuse,
  RecordQualification,
  DeclareConflict,
  IssueLetter,
  DownloadCaseFile,
  RecordService,
  RecordReturnedMail,
  ReceiveDocument,
  AttachDocument,
];
const PARTS = [
  Access,
  CaseDoor,
  OfficersOf,
  Intake,
  RecordDue,
  RemindOfClocks,
  RunDay,
  LedgerReading,
  KnownRows,
  ImportContext,
  Requests,
  LetterDrafts,
];

/** The use cases: one class each, one transaction each. */
@Global()
@Module({ imports: [AccountsModule], providers: [...USE_CASES, ...PARTS], exports: [...USE_CASES, ...PARTS] })
export class CaseworkModule {}

const HANDLERS = [RunImport, RunExport, BeginDay, RemindOfClocks];
const OWN_HANDLERS = [RunImport, RunExport, BeginDay];

/** The handlers of the jobs; loaded where jobs are processed. */
@Module({
  providers: [
    ...OWN_HANDLERS,
    ImportBatch,
    ExportOutput,
    UnfinishedJobs,
    DaySchedule,
    { provide: JOB_HANDLERS, useFactory: (...handlers: unknown[]) => handlers, inject: HANDLERS },
  ],
  exports: [JOB_HANDLERS, RunImport],
})
export class CaseworkJobsModule {}
