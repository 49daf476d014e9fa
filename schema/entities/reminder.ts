import { defineEntity, p } from '@mikro-orm/core';
import { ofCase } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { ProceedingEntity } from './proceeding.ts';

/** 提醒事由: a duty that began by operation of law, a clock that ends soon, today, or has ended. */
export const REMINDERS = ['BEGUN', 'SOON', 'TODAY', 'OVERDUE'] as const;

/**
 * 提醒: said once to whoever handles the case. It counts for as long as its clock is open and ends on that very day; a clock
 * that moved is another reminder. Never deleted, so that none is ever written twice.
 */
export const ReminderEntity = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict'),
    account: () => p.manyToOne(AccountEntity).deleteRule('restrict'),
    /** The clock, by the code of its rule. */
    code: p.text(),
    dueOn: p.date(),
    kind: p.enum([...REMINDERS]),
    createdAt: p.datetime().defaultRaw('now()'),
    dismissedAt: p.datetime().nullable(),
  },
  policies: ofCase('reminder').filter(policy => policy.command !== 'delete'),
  uniques: [{ properties: ['proceeding', 'account', 'code', 'dueOn', 'kind'] }],
  indexes: [
    {
      name: 'reminder_open',
      expression:
        'create index reminder_open on reminder (account_id, due_on, id) where dismissed_at is null',
    },
  ],
});

/** 演示时间: by how many days the law's today is ahead of the calendar. One row, in the demo alone. */
export const DemoTimeEntity = defineEntity({
  name: 'DemoTime',
  tableName: 'demo_time',
  properties: {
    id: p.smallint().primary(),
    days: p.integer(),
  },
  checks: [
    { name: 'demo_time_one', expression: 'id = 1' },
    { name: 'demo_time_days', expression: '(days >= 0) AND (days <= 3650)' },
  ],
});
