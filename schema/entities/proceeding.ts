import { INSTANCES, POST_CLASSES, REGISTERS } from '#codes';
import { IDENTITY_TYPES } from '#personal';
import { defineEntity, p } from '@mikro-orm/core';
import { ofCase, ofCases, ofHearing, ofOrgan } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { CodeItemEntity } from './codes.ts';
import { OfficialEntity, OrganEntity } from './organ.ts';

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

/** 争议: one administrative act and everything that follows from it. */
export const DisputeEntity = defineEntity({
  name: 'Dispute',
  tableName: 'dispute',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  policies: ofOrgan('dispute'),
});

/**
 * 程序: one mediation, one reconsideration, or one agency's part in one court instance. `register` decides where it
 * is counted; the appearance columns are the sum of its hearings (see `summariseAppearance`).
 */
export const ProceedingEntity = defineEntity({
  name: 'Proceeding',
  tableName: 'proceeding',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    dispute: () => p.manyToOne(DisputeEntity).deleteRule('restrict'),
    register: p.enum(keys(REGISTERS)),
    instance: p.enum(keys(INSTANCES)).nullable(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    respondent: () => p.manyToOne(OrganEntity).nullable().deleteRule('restrict'),
    authority: () => p.manyToOne(OrganEntity).nullable().deleteRule('restrict'),
    caseNumber: p.text().nullable(),
    court: p.text().nullable(),
    channel: p.text().nullable(),
    receivedOn: p.date(),
    acceptedOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    dueOn: p.date().nullable(),
    outcome: () => p.manyToOne(CodeItemEntity).nullable().fieldName('outcome').deleteRule('restrict'),
    field: () => p.manyToOne(CodeItemEntity).nullable().fieldName('field').deleteRule('restrict'),
    matter: () => p.manyToOne(CodeItemEntity).nullable().fieldName('matter').deleteRule('restrict'),
    disputeType: () =>
      p.manyToOne(CodeItemEntity).nullable().fieldName('dispute_type').deleteRule('restrict'),
    respondentLevel: () =>
      p.manyToOne(CodeItemEntity).nullable().fieldName('respondent_level').deleteRule('restrict'),
    authorityLevel: () =>
      p.manyToOne(CodeItemEntity).nullable().fieldName('authority_level').deleteRule('restrict'),
    handler: () => p.manyToOne(OfficialEntity).nullable().deleteRule('restrict'),
    applicants: p.integer().default(1),
    afterReconsideration: p.boolean().nullable(),
    asReconsiderationOrgan: p.boolean().default(false),
    extended: p.boolean().default(false),
    hearingHeld: p.boolean().default(false),
    normativeReview: p.boolean().default(false),
    opinionsIssued: p.integer().default(0),
    opinionsPerformed: p.integer().default(0),
    /** Yuan: compensation granted, or the amount a mediation was about. */
    compensation: p.decimal().precision(18).scale(2).nullable(),
    heardOn: p.date().nullable(),
    hearingsHeld: p.integer().default(0),
    hearingsAttended: p.integer().default(0),
    appeared: p.boolean().nullable(),
    appearedPost: p.enum(keys(POST_CLASSES)).nullable(),
    excused: p.boolean().default(false),
    covered: p.boolean().default(false),
    flags: p.array().columnType('text[]').defaultRaw("'{}'"),
    remark: p.text().nullable(),
    voided: p.boolean().default(false),
    /** 保密: seen only by the accounts named in `confidential_reader`. */
    confidential: p.boolean().default(false),
    version: p.integer().version().default(1),
  },
  policies: ofCases(),
  checks: [
    {
      name: 'proceeding_accepted_after_received',
      expression: 'accepted_on is null or accepted_on >= received_on',
    },
    { name: 'proceeding_closed_after_received', expression: 'closed_on is null or closed_on >= received_on' },
    {
      name: 'proceeding_closed_after_accepted',
      expression: 'closed_on is null or accepted_on is null or closed_on >= accepted_on',
    },
    { name: 'proceeding_outcome_with_closing', expression: '(closed_on is null) = (outcome is null)' },
    {
      name: 'proceeding_instance_of_litigation',
      expression: "(instance is not null) = (register in ('LITIGATION', 'CIVIL_LITIGATION'))",
    },
    { name: 'proceeding_applicants_positive', expression: 'applicants >= 0' },
    {
      name: 'proceeding_attended_within_held',
      expression: '(hearings_attended >= 0) AND (hearings_attended <= hearings_held)',
    },
    { name: 'proceeding_heard_with_hearing', expression: '(heard_on is null) = (hearings_held = 0)' },
  ],
  indexes: [
    {
      name: 'proceeding_list',
      expression: 'create index proceeding_list on proceeding (received_on desc, id desc) where not voided',
    },
    {
      name: 'proceeding_of_organ',
      expression:
        'create index proceeding_of_organ on proceeding (organ_id, received_on, id, register) where not voided',
    },
    {
      name: 'proceeding_accepted',
      expression:
        'create index proceeding_accepted on proceeding (register, accepted_on, organ_id) where not voided',
    },
    {
      name: 'proceeding_closed',
      expression:
        'create index proceeding_closed on proceeding (register, closed_on, organ_id) where not voided',
    },
    {
      name: 'proceeding_open',
      expression:
        'create index proceeding_open on proceeding (register, organ_id) where closed_on is null and not voided',
    },
    {
      name: 'proceeding_against',
      expression:
        'create index proceeding_against on proceeding (respondent_id, received_on, id) where respondent_id is not null and not voided',
    },
    {
      name: 'proceeding_of_dispute',
      expression: 'create index proceeding_of_dispute on proceeding (dispute_id)',
    },
    {
      name: 'proceeding_confidential',
      expression: 'create index proceeding_confidential on proceeding (organ_id) where confidential',
    },
    {
      name: 'proceeding_heard',
      expression:
        'create index proceeding_heard on proceeding (register, heard_on, organ_id) where heard_on is not null and not voided',
    },
  ],
  uniques: [
    {
      name: 'proceeding_case_number',
      expression:
        "create unique index proceeding_case_number on proceeding (organ_id, register, case_number, coalesce(instance, ''), coalesce(case when register in ('LITIGATION', 'CIVIL_LITIGATION') then respondent_id else authority_id end, 0)) where case_number is not null and not voided",
    },
  ],
});

/** 保密案件知悉人: an account that may see a confidential case, from when to when. */
export const ConfidentialReaderEntity = defineEntity({
  name: 'ConfidentialReader',
  tableName: 'confidential_reader',
  properties: {
    proceeding: () => p.manyToOne(ProceedingEntity).primary().deleteRule('restrict'),
    account: () => p.manyToOne(AccountEntity).primary().deleteRule('restrict'),
    namedAt: p.datetime().defaultRaw('now()'),
    revokedAt: p.datetime().nullable(),
  },
});

/** 当事人地位; a representative (代表人, 行政复议法(2023) art. 15) is an applicant too, an agent (代理人, 17) is none. */
export const PARTY_ROLES = [
  'APPLICANT',
  'PLAINTIFF',
  'THIRD_PARTY',
  'PARTY',
  'REPRESENTATIVE',
  'AGENT',
] as const;

/** 当事人: applicant, plaintiff, third party or party to a mediation; and who stands for them. */
export const PartyEntity = defineEntity({
  name: 'Party',
  tableName: 'party',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict').index(),
    role: p.enum([...PARTY_ROLES]),
    name: p.text(),
    /** 代表或代理的当事人: for a representative or agent, the party they stand for. */
    represents: () => p.manyToOne(PartyEntity).nullable().deleteRule('restrict'),
    isOrganisation: p.boolean(),
    /** 证件号码: encrypted for this row and column; found by its keyed hash, shown by its mask. */
    identityType: p.enum(keys(IDENTITY_TYPES)).nullable(),
    identitySealed: p.text().nullable(),
    identityHash: p.text().nullable(),
    identityMasked: p.text().nullable(),
    /** 联系电话, kept the same way. */
    phoneSealed: p.text().nullable(),
    phoneHash: p.text().nullable(),
    phoneMasked: p.text().nullable(),
    /** 送达地址, encrypted too; nobody is looked for by it. */
    addressSealed: p.text().nullable(),
    addressMasked: p.text().nullable(),
  },
  checks: [
    {
      name: 'party_identity_whole',
      expression:
        'num_nulls(identity_type, identity_sealed, identity_hash, identity_masked) = ANY (ARRAY[0, 4])',
    },
    {
      name: 'party_phone_whole',
      expression: 'num_nulls(phone_sealed, phone_hash, phone_masked) = ANY (ARRAY[0, 3])',
    },
    {
      name: 'party_address_whole',
      expression: '(address_sealed is null) = (address_masked is null)',
    },
  ],
  indexes: [
    ['party_identity_hash', '(identity_hash) where identity_hash is not null'],
    ['party_phone_hash', '(phone_hash) where phone_hash is not null'],
    ['party_applicant_name', "(name) where role in ('APPLICANT', 'REPRESENTATIVE')"],
  ].map(([name, on]) => ({ name, expression: `create index ${name} on party ${on}` })),
  policies: ofCase('party'),
});

/** 结案方式: a result with its date, as it was written; the proceeding's `outcome` is the one that is counted. */
export const OutcomeEntity = defineEntity({
  name: 'Outcome',
  tableName: 'outcome',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict').index(),
    code: () => p.manyToOne(CodeItemEntity).fieldName('code').deleteRule('restrict'),
    decidedOn: p.date(),
  },
  policies: ofCase('outcome'),
});

/** 开庭或听证: one sitting. */
export const HearingEntity = defineEntity({
  name: 'Hearing',
  tableName: 'hearing',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict').index(),
    heldOn: p.date(),
    headSummonedAgain: p.boolean().default(false),
  },
  policies: ofCase('hearing'),
});

/** 到庭记录: whether the organ's head was there, and if not, why. 出庭规定(2020) arts. 2, 6, 8, 12. */
export const AttendanceEntity = defineEntity({
  name: 'Attendance',
  tableName: 'attendance',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    hearing: () => p.manyToOne(HearingEntity).deleteRule('restrict').index(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    attended: p.boolean(),
    headName: p.text().nullable(),
    headPost: p.text().nullable(),
    postClass: p.enum(keys(POST_CLASSES)).nullable(),
    identityAccepted: p.boolean().default(true),
    leftEarly: p.boolean().default(false),
    absenceReason: p.text().nullable(),
    excused: p.boolean().default(false),
    covered: p.boolean().default(false),
  },
  uniques: [{ properties: ['hearing', 'organ'] }],
  policies: ofHearing('attendance'),
});
