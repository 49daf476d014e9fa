import { SERVICE_ARTICLES } from '#law/calendar';
import { defineEntity, p } from '@mikro-orm/core';
import { ofOrgan, stepsOfCase } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { OrganEntity } from './organ.ts';
import { ProceedingEntity } from './proceeding.ts';

/** 文号系列: the last number taken of a series; the year is part of its text. Held while a number is taken: no gaps. */
export const LetterSeriesEntity = defineEntity({
  name: 'LetterSeries',
  tableName: 'letter_series',
  properties: {
    organ: () => p.manyToOne(OrganEntity).primary().deleteRule('restrict'),
    series: p.text().primary(),
    last: p.integer(),
  },
  policies: ofOrgan('letter_series'),
  checks: [{ name: 'letter_series_counts', expression: 'last > 0' }],
});

/** 制发的文书: a letter as it went out. Never changed: a new letter is a new row. */
export const LetterEntity = defineEntity({
  name: 'Letter',
  tableName: 'letter',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict').index(),
    /** The client's own id: sent twice, it is one letter. */
    requestId: p.text().unique(),
    kind: p.text(),
    number: p.text().nullable(),
    /** What it was drafted with besides the case: to whom, about which step, on which day. */
    details: p.json<Record<string, unknown>>(),
    content: p.json<Record<string, unknown>>(),
    fingerprint: p.text(),
    /** The DOCX in the file store. */
    fileKey: p.text(),
    issuedBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    issuedAt: p.datetime().defaultRaw('now()'),
  },
  policies: stepsOfCase('letter'),
});

const METHODS = Object.keys(SERVICE_ARTICLES) as (keyof typeof SERVICE_ARTICLES)[];

/** 送达: one letter to one recipient, as it was sent, served or came back. A correction is a row of its own. */
export const LetterServiceEntity = defineEntity({
  name: 'LetterService',
  tableName: 'letter_service',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict').index(),
    letter: () => p.manyToOne(LetterEntity).deleteRule('restrict'),
    requestId: p.text().unique(),
    role: p.enum(['APPLICANT', 'RESPONDENT', 'THIRD_PARTY']),
    /** Place among those of the role, from 0. */
    place: p.integer().fieldName('party_place'),
    recipient: p.text(),
    method: p.enum([...METHODS]),
    sentOn: p.date().nullable(),
    /** The day the method fixes: of the signature, of arrival, of publication. */
    happenedOn: p.date().nullable(),
    /** The day that counts as service. */
    servedOn: p.date().nullable(),
    returnedOn: p.date().nullable(),
    note: p.text().nullable(),
    /** The row that this one corrects. */
    corrects: () => p.manyToOne(LetterServiceEntity).nullable().deleteRule('restrict'),
    enteredBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    enteredAt: p.datetime().defaultRaw('now()'),
  },
  policies: stepsOfCase('letter_service'),
  checks: [
    { name: 'letter_service_returned_or_served', expression: 'served_on is null or returned_on is null' },
    {
      name: 'letter_service_has_a_day',
      expression: 'num_nonnulls(sent_on, happened_on, returned_on) > 0',
    },
  ],
});

/** 案件材料的种类 */
export const DOCUMENT_KINDS = {
  APPLICATION: { zh: '申请材料', en: 'papers of the application' },
  REPLY: { zh: '答复及证据、依据', en: 'reply with its evidence' },
  EVIDENCE: { zh: '证据', en: 'evidence' },
  RECORD: { zh: '笔录', en: 'record' },
  SERVICE: { zh: '送达凭证', en: 'proof of service' },
  OTHER: { zh: '其他', en: 'other' },
} as const;

/** 文件类型, found by content. */
export const DOCUMENT_TYPES = ['PDF', 'DOCX', 'XLSX', 'JPEG', 'PNG'] as const;

/** 案件材料: a file that was put to a case. */
export const CaseDocumentEntity = defineEntity({
  name: 'CaseDocument',
  tableName: 'case_document',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict').index(),
    requestId: p.text().unique(),
    title: p.text(),
    kind: p.enum(Object.keys(DOCUMENT_KINDS) as (keyof typeof DOCUMENT_KINDS)[]),
    type: p.enum([...DOCUMENT_TYPES]).fieldName('content_type'),
    bytes: p.bigint('number'),
    /** SHA-256 of the clear content, by which the store keeps it. */
    fileKey: p.text(),
    attachedBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    attachedAt: p.datetime().defaultRaw('now()'),
  },
  policies: stepsOfCase('case_document'),
  checks: [{ name: 'case_document_title_not_blank', expression: "btrim(title) <> ''" }],
});
