import { defineEntity, p } from '@mikro-orm/core';
import { ofOrgan, recordsOfKeptCase } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { OrganEntity } from './organ.ts';
import { ProceedingEntity } from './proceeding.ts';

/** 承办人 and 协办人: what somebody is in a case. */
export const CASE_PARTS = ['HANDLER', 'SECOND'] as const;

/** 分派记录: who was given a case, or taken off it (no account), by whom and why. Rows are only ever added. */
export const CaseAssignmentEntity = defineEntity({
  name: 'CaseAssignment',
  tableName: 'case_assignment',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict'),
    /** The client's own id of the request; of several cases assigned at once each has it. */
    requestId: p.text(),
    part: p.enum([...CASE_PARTS]),
    /** Null: taken off, nobody took over. */
    account: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    assignedAt: p.datetime().defaultRaw('now()'),
    assignedBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    reason: p.text(),
    /** Rules that spoke against it and by the office's settings only warn. */
    warnings: p.array().columnType('text[]').defaultRaw("'{}'"),
    /** Version of the case that it made. */
    version: p.integer(),
  },
  policies: recordsOfKeptCase('case_assignment'),
  checks: [{ name: 'case_assignment_reason_not_blank', expression: "btrim(reason) <> ''" }],
  uniques: [{ properties: ['proceeding', 'requestId', 'part'] }],
  indexes: [
    {
      name: 'case_assignment_of_account',
      expression:
        'create index case_assignment_of_account on case_assignment (account_id, proceeding_id) where account_id is not null',
    },
  ],
});

/** 复议人员资格: a certificate of somebody who handles cases of an organ. Entered anew it is corrected: the last row counts. */
export const OfficerQualificationEntity = defineEntity({
  name: 'OfficerQualification',
  tableName: 'officer_qualification',
  properties: {
    id: p.integer().primary().autoincrement(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    account: () => p.manyToOne(AccountEntity).deleteRule('restrict').index(),
    certificateNumber: p.text(),
    validFrom: p.date(),
    /** Last day; null: without end. */
    validTo: p.date().nullable(),
    recordedBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
  policies: ofOrgan('officer_qualification'),
  checks: [
    { name: 'officer_qualification_number_not_blank', expression: "btrim(certificate_number) <> ''" },
    { name: 'officer_qualification_from_to', expression: 'valid_to >= valid_from' },
  ],
});

/** Why somebody should keep out of a case; the words stand where the rules are. */
export const CONFLICT_KINDS = ['TOOK_PART_IN_ACT', 'KINSHIP', 'INTEREST', 'OTHER'] as const;

/** 回避事由: what somebody declared, of one case, of every case against an organ, or of every case of a party. */
export const ConflictDeclarationEntity = defineEntity({
  name: 'ConflictDeclaration',
  tableName: 'conflict_declaration',
  properties: {
    id: p.integer().primary().autoincrement(),
    /** Where the officer works. */
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    account: () => p.manyToOne(AccountEntity).deleteRule('restrict').index(),
    kind: p.enum([...CONFLICT_KINDS]),
    proceeding: () => p.manyToOne(ProceedingEntity).nullable().deleteRule('restrict'),
    against: () => p.manyToOne(OrganEntity).nullable().deleteRule('restrict'),
    partyName: p.text().nullable(),
    reason: p.text(),
    declaredBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    declaredAt: p.datetime().defaultRaw('now()'),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    withdrawnReason: p.text().nullable(),
  },
  policies: ofOrgan('conflict_declaration'),
  checks: [
    {
      name: 'conflict_declaration_of_one',
      expression: 'num_nonnulls(proceeding_id, against_id, party_name) = 1',
    },
    { name: 'conflict_declaration_party_not_blank', expression: "btrim(party_name) <> ''" },
    { name: 'conflict_declaration_reason_not_blank', expression: "btrim(reason) <> ''" },
    {
      name: 'conflict_declaration_withdrawn_why',
      expression: '(withdrawn_at is null) = (withdrawn_reason is null)',
    },
  ],
});
