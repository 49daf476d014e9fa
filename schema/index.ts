import {
  CaseAssignmentEntity,
  ConflictDeclarationEntity,
  OfficerQualificationEntity,
} from './entities/assignment.ts';
import { AccountEntity, AccountGrantEntity, ApiTokenEntity, SessionEntity } from './entities/account.ts';
import { CaseClockEntity, CaseStepEntity, ReconsiderationEntity } from './entities/casework.ts';
import { CodeItemEntity, CodeMappingEntity } from './entities/codes.ts';
import { JournalEntity, JournalHeadEntity } from './entities/journal.ts';
import { FieldKeyEntity } from './entities/field-key.ts';
import {
  LedgerImportEntity,
  LedgerMappingEntity,
  LedgerRowEntity,
  LedgerSourceEntity,
} from './entities/ledger.ts';
import { DemoTimeEntity, ReminderEntity } from './entities/reminder.ts';
import { OfficialEntity, OrganEntity } from './entities/organ.ts';
import {
  AttendanceEntity,
  ConfidentialReaderEntity,
  DisputeEntity,
  HearingEntity,
  OutcomeEntity,
  PartyEntity,
  ProceedingEntity,
} from './entities/proceeding.ts';
import {
  FigureBelowEntity,
  FigureMonthEntity,
  OutboxEntity,
  RateLimitEntity,
  ReturnExportEntity,
} from './entities/work.ts';

export * from './entities/account.ts';
export * from './entities/assignment.ts';
export * from './entities/casework.ts';
export * from './entities/codes.ts';
export * from './entities/journal.ts';
export * from './entities/field-key.ts';
export * from './entities/ledger.ts';
export * from './entities/organ.ts';
export * from './entities/proceeding.ts';
export * from './entities/reminder.ts';
export * from './entities/work.ts';
export * from './rights.ts';

/** Every entity, listed: nothing is discovered by scanning folders. */
export const ENTITIES = [
  CodeItemEntity,
  CodeMappingEntity,
  OrganEntity,
  OfficialEntity,
  AccountEntity,
  AccountGrantEntity,
  SessionEntity,
  ApiTokenEntity,
  DisputeEntity,
  ProceedingEntity,
  ConfidentialReaderEntity,
  PartyEntity,
  ReconsiderationEntity,
  CaseStepEntity,
  CaseClockEntity,
  ReminderEntity,
  DemoTimeEntity,
  CaseAssignmentEntity,
  OfficerQualificationEntity,
  ConflictDeclarationEntity,
  FieldKeyEntity,
  OutcomeEntity,
  HearingEntity,
  AttendanceEntity,
  LedgerMappingEntity,
  LedgerImportEntity,
  LedgerRowEntity,
  LedgerSourceEntity,
  ReturnExportEntity,
  OutboxEntity,
  FigureMonthEntity,
  FigureBelowEntity,
  JournalEntity,
  JournalHeadEntity,
  RateLimitEntity,
];
