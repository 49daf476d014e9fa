import { plantAccount } from './accounts.ts';
import type { TestApp } from './app.ts';
import { runSql } from './database.ts';
import type { JournalledCommand } from './journalled-commands.ts';

const CASE = `with d as (insert into dispute (organ_id) values (1) returning id),
    p as (insert into proceeding (dispute_id, register, organ_id, received_on)
      select id, 'RECONSIDERATION', 1, '2024-01-01' from d returning id)
  insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, claims, state, procedure, handler_id,
    settled_on)
  select id, 1, 'journal-' || id, 'PAPER', '处罚决定', '撤销', 'RECEIVED', 'ORDINARY', $1, '2024-01-01' from p
  returning proceeding_id::text as id`;

let officers = 0;

/** A handler of the first organ. */
async function officer({ databaseUrl }: TestApp) {
  return plantAccount(databaseUrl, [{ role: 'HANDLER', organId: 1 }], `journal.officer.${++officers}`);
}

/** A case of the first organ that is worked on. */
async function workedOn({ databaseUrl }: TestApp, handler: number | null = null): Promise<string> {
  const [row] = await runSql<{ id: string }>(databaseUrl, CASE, [handler]);
  return row!.id;
}

const assign = (id: string, login: string) =>
  `assignCase(input: { case: "${id}", expectedVersion: 1, requestId: "journal", handler: "${login}", reason: "工作安排" })`;
const assignAll = (ids: readonly string[], login: string) =>
  `assignCases(input: { cases: [${ids.map(id => `{ case: "${id}", expectedVersion: 1 }`).join()}],
    requestId: "journal", handler: "${login}", reason: "工作安排" })`;
const recuse = (id: string, login: string) =>
  `recuse(input: { case: "${id}", expectedVersion: 1, requestId: "journal", officer: "${login}", kind: KINSHIP, reason: "亲属" })`;
const qualify = (login: string, from: string) =>
  `recordQualification(input: { organ: "other", officer: "${login}", certificateNumber: "A1", validFrom: "${from}", validTo: "2026-12-31" })`;
const declare = (about: string) =>
  `declareConflict(input: { organ: "other", kind: KINSHIP, ${about}, reason: "本人申报" })`;

/** What assigning and recusal leave in the journal. */
export const JOURNALLED_ASSIGNMENTS: Readonly<Record<string, JournalledCommand>> = {
  assignCase: {
    good: async app => assign(await workedOn(app), (await officer(app)).login),
    leaves: ['CASE_ASSIGNED'],
    bad: assign('999999', 'nobody'),
    refusal: 'CASE_UNKNOWN',
  },
  assignCases: {
    good: async app => assignAll([await workedOn(app), await workedOn(app)], (await officer(app)).login),
    leaves: ['CASE_ASSIGNED', 'CASE_ASSIGNED'],
    bad: assignAll(['999999'], 'nobody'),
    refusal: 'CASE_UNKNOWN',
  },
  recuse: {
    good: async app => {
      const { id, login } = await officer(app);
      return recuse(await workedOn(app, id), login);
    },
    leaves: ['OFFICER_RECUSED'],
    bad: recuse('999999', 'nobody'),
    refusal: 'CASE_UNKNOWN',
  },
  recordQualification: {
    good: async app => qualify((await officer(app)).login, '2024-01-01'),
    leaves: ['QUALIFICATION_RECORDED'],
    bad: qualify('nobody', '2027-01-01'),
    refusal: 'QUALIFICATION_INVALID',
  },
  declareConflict: {
    good: () => declare('party: "张三"'),
    leaves: ['CONFLICT_DECLARED'],
    bad: declare('party: "张三", against: "other"'),
    refusal: 'CONFLICT_OF_ONE',
  },
  withdrawConflict: {
    good: async app => {
      const text = 'select max(id) as id from conflict_declaration';
      const [row] = await runSql<{ id: number }>(app.databaseUrl, text);
      return `withdrawConflict(id: ${row!.id}, reason: "同名不同人")`;
    },
    leaves: ['CONFLICT_WITHDRAWN'],
    bad: 'withdrawConflict(id: 999999, reason: "同名不同人")',
    refusal: 'CONFLICT_UNKNOWN',
  },
};
