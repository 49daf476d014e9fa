import { RC_STATES } from '#law/reconsideration';
import { defineEntity, p } from '@mikro-orm/core';
import { ofCase, stepsOfCase } from '../policies.ts';
import { AccountEntity } from './account.ts';
import { OrganEntity } from './organ.ts';
import { ProceedingEntity } from './proceeding.ts';

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

/** Where a case rests for good; what rests in another one is open. `libs/queries` finds open cases by these very words. */
export const RESTING_STATES = ['ABANDONED', 'REFUSED', 'CLOSED', 'TRANSFERRED'] as const;
export const OPEN_CASE = `state not in (${RESTING_STATES.map(state => `'${state}'`).join(', ')})`;
/**
 * What has no due date comes last. Not coalesce: PostgreSQL takes that for something that may give a row away, and would ask
 * the policies before it looks where a page begins.
 */
export const NEXT_DUE = `(case when next_due_on is null then 'infinity'::date else next_due_on end)`;

/** 申请方式: how an application came in. 行政复议法(2023) arts. 22, 32; TRANSFERRED: from another window or organ. */
export const CHANNELS = ['PAPER', 'ORAL', 'MAIL', 'ONLINE', 'PENALTY_ORGAN', 'TRANSFERRED'] as const;

/**
 * 复议案件: what a reconsideration that is worked on here has beside its proceeding. State, procedure and the nearest
 * clock follow from its steps and are kept for lists alone.
 */
export const ReconsiderationEntity = defineEntity({
  name: 'Reconsideration',
  tableName: 'reconsideration',
  properties: {
    proceeding: () => p.manyToOne(ProceedingEntity).primary().deleteRule('restrict'),
    organ: () => p.manyToOne(OrganEntity).deleteRule('restrict'),
    /** The client's own id of the registration: sent twice, it is one case. */
    requestId: p.text().unique(),
    channel: p.enum([...CHANNELS]),
    /** 被申请复议的行政行为 */
    actName: p.text(),
    actNumber: p.text().nullable(),
    actMadeOn: p.date().nullable(),
    actKnownOn: p.date().nullable(),
    /** 申请期限: what the limit to apply hangs on besides (LimitFacts of libs/queries). */
    limitFacts: p.json().defaultRaw("'{}'"),
    /** 复议请求 */
    claims: p.text(),
    /** 事实和理由 */
    grounds: p.text().nullable(),
    state: p.enum(keys(RC_STATES)),
    procedure: p.enum(['ORDINARY', 'SIMPLIFIED']),
    nextClock: p.text().nullable(),
    nextDueOn: p.date().nullable(),
    /** The last day on which somebody can still act before the law draws its own consequence. */
    deemsAfter: p.date().nullable(),
    /** The day as of which all this was worked out: clocks begin and end as days go by. */
    settledOn: p.date(),
    handler: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    secondHandler: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
  },
  policies: ofCase('reconsideration'),
  checks: [
    { name: 'reconsideration_act_not_blank', expression: "btrim(act_name) <> ''" },
    { name: 'reconsideration_claims_not_blank', expression: "btrim(claims) <> ''" },
    { name: 'reconsideration_two_handlers', expression: 'handler_id <> second_handler_id' },
  ],
  indexes: [
    {
      name: 'reconsideration_open_of_organ',
      expression: `create index reconsideration_open_of_organ on reconsideration (organ_id, ${NEXT_DUE}, proceeding_id) where ${OPEN_CASE}`,
    },
    {
      name: 'reconsideration_open_of_handler',
      expression: `create index reconsideration_open_of_handler on reconsideration (handler_id, organ_id, ${NEXT_DUE}, proceeding_id) where ${OPEN_CASE}`,
    },
    {
      name: 'reconsideration_open_of_second',
      expression: `create index reconsideration_open_of_second on reconsideration (second_handler_id, organ_id, ${NEXT_DUE}, proceeding_id) where ${OPEN_CASE}`,
    },
    {
      name: 'reconsideration_deems',
      expression:
        'create index reconsideration_deems on reconsideration (deems_after) where deems_after is not null',
    },
  ],
});

/**
 * 办案步骤: something that happened in a case, as the law's rules know it, and what else was written down of it. Rows are
 * only ever added: a mistaken step is taken back by a row of its own (TAKE_BACK), and stays; what of the registration was put
 * right stands in a row too (AMEND).
 */
export const CaseStepEntity = defineEntity({
  name: 'CaseStep',
  tableName: 'case_step',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    proceeding: () => p.manyToOne(ProceedingEntity).deleteRule('restrict'),
    /** The step's name in its case, given by the client that entered it: sent twice, it is one step. */
    eventId: p.text(),
    kind: p.text(),
    happenedOn: p.date(),
    /** The step this one answers, lifts or takes back. */
    of: p.text().nullable().fieldName('of_event'),
    /** 视为: made by the law, entered by nobody. */
    deemed: p.boolean().default(false),
    /** What the law asks of the step, by the names it uses. */
    input: p.json<Record<string, unknown>>(),
    /** What else is kept of it: who was there, where, what was said. */
    record: p.json<Record<string, unknown>>(),
    /** As whom, in the law's words; null: by operation of law. */
    role: p.text().nullable(),
    enteredBy: () => p.manyToOne(AccountEntity).nullable().deleteRule('restrict'),
    enteredAt: p.datetime().defaultRaw('now()'),
    /** Version of the case that the step made. */
    version: p.integer(),
  },
  policies: stepsOfCase('case_step'),
  uniques: [{ properties: ['proceeding', 'eventId'] }],
});

/** 期限: the clocks of a case that are still open, kept for lists and reminders; how each is counted is worked out anew. */
export const CaseClockEntity = defineEntity({
  name: 'CaseClock',
  tableName: 'case_clock',
  properties: {
    proceeding: () => p.manyToOne(ProceedingEntity).primary().deleteRule('restrict'),
    code: p.text().primary(),
    /** Null: it stands still. */
    dueOn: p.date().nullable(),
  },
  policies: ofCase('case_clock'),
  indexes: [
    {
      name: 'case_clock_due',
      expression:
        'create index case_clock_due on case_clock (due_on, proceeding_id) where due_on is not null',
    },
  ],
});
