import { defineEntity, p } from '@mikro-orm/core';
import { figuresBelow, figuresOfOrgan, ofOrgan } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { OrganEntity } from './organ.ts';

export const EXPORT_STATES = ['QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED'] as const;

/** 报表导出: a return asked for, and the file it became. */
export const ReturnExportEntity = defineEntity({
  name: 'ReturnExport',
  tableName: 'return_export',
  properties: {
    id: p.integer().primary().autoincrement(),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    askedBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    requestId: p.text().unique(),
    form: p.text(),
    format: p.enum(['XLSX', 'CSV']),
    withSubordinates: p.boolean(),
    from: p.date().fieldName('period_from'),
    to: p.date().fieldName('period_to'),
    cutOff: p.date().nullable(),
    state: p.enum([...EXPORT_STATES]).default('QUEUED'),
    progress: p.integer().default(0),
    fileKey: p.text().nullable(),
    fileName: p.text().nullable(),
    violations: p.json<unknown>().nullable(),
    error: p.json<unknown>().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    finishedAt: p.datetime().nullable(),
    version: p.integer().version().default(1),
  },
  policies: ofOrgan('return_export'),
  checks: [
    { name: 'return_export_period', expression: 'period_from <= period_to' },
    { name: 'return_export_progress', expression: '(progress >= 0) AND (progress <= 100)' },
  ],
  indexes: [{ properties: ['organ', 'id'] }],
});

/** 发件箱: work to hand to the queue, written in the transaction that caused it; its id is the job's id. */
export const OutboxEntity = defineEntity({
  name: 'Outbox',
  tableName: 'outbox',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    job: p.text(),
    payload: p.json<unknown>(),
    createdAt: p.datetime().defaultRaw('now()'),
    relayedAt: p.datetime().nullable(),
    /** Not to be handed on before. */
    notBefore: p.datetime().nullable(),
    /** A name for work that is wanted once, whoever thinks of it. */
    key: p.text().nullable().unique(),
  },
  indexes: [
    {
      name: 'outbox_waiting',
      expression: 'create index outbox_waiting on outbox (id) where relayed_at is null',
    },
  ],
});

/**
 * 月度汇总: how many proceedings of a register had an event in a month, kept by triggers in the writing
 * transaction. Events: RECEIVED, ACCEPTED, CLOSED (after acceptance),
 * DISPOSED_EARLY (before it); the last two again by outcome as OUTCOME and OUTCOME_EARLY.
 */
export const FigureMonthEntity = defineEntity({
  name: 'FigureMonth',
  tableName: 'figure_month',
  properties: {
    organ: () => p.manyToOne(OrganEntity).primary().deleteRule('restrict'),
    register: p.text().primary(),
    event: p.text().primary(),
    month: p.date().primary(),
    instance: p.text().primary(),
    outcome: p.text().primary(),
    n: p.bigint('number'),
  },
  policies: figuresOfOrgan('figure_month'),
});

/**
 * 月度汇总(下级机关): figure_month summed over all organs below one, for organ 0 over all there are; the sum over its
 * stripes is the number. With figure_month of the organ itself it is what the organ and its subordinates have done.
 */
export const FigureBelowEntity = defineEntity({
  name: 'FigureBelow',
  tableName: 'figure_below',
  properties: {
    organId: p.integer().primary(),
    register: p.text().primary(),
    event: p.text().primary(),
    month: p.date().primary(),
    instance: p.text().primary(),
    outcome: p.text().primary(),
    stripe: p.smallint().primary(),
    n: p.bigint('number'),
  },
  policies: figuresBelow('figure_below'),
});

/** 限流计数: requests of the last minute by account and address, shared between processes; rebuilt after a crash. */
export const RateLimitEntity = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    expire: p.bigint('number').nullable(),
  },
});
