import { OrganDirectory } from '#persistence';
import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app.ts';
import { runSql } from '../database.ts';
import type { JournalledCommand } from '../journalled-commands.ts';
import { PATHS } from './paths.ts';
import { caseAfter } from './step-calls.ts';

const issue = (id: string, version: number) =>
  `issueLetter(input: { case: "${id}", kind: REFUSAL, requestId: "${randomUUID()}", expectedVersion: ${version} })`;

/** A case that was refused, at an organ that numbers its letters. */
async function refusedCase(app: TestApp) {
  await runSql(app.databaseUrl, `update organ set letterhead = '{"mark": "日"}' where code = 'journal'`);
  await app.app.get(OrganDirectory).refresh();
  return caseAfter(app, 'journal', PATHS.REFUSE);
}

/** The id of what was written last. */
async function newest(app: TestApp, table: string): Promise<{ id: string; case: string; version: number }> {
  const [row] = await runSql<{ id: string; case: string; version: number }>(
    app.databaseUrl,
    `select t.id::text, p.id::text as case, p.version from ${table} t join proceeding p on p.id = t.proceeding_id
     order by t.id desc limit 1`,
  );
  return row!;
}

const attach = (id: string, key: string) =>
  `attachDocument(input: { case: "${id}", requestId: "${randomUUID()}", key: "${key}", title: "申请书", kind: APPLICATION })`;
const serve = (id: string, version: number, letter: string) =>
  `recordService(input: { case: "${id}", requestId: "${randomUUID()}", expectedVersion: ${version}, letter: "${letter}", recipient: { role: APPLICANT }, method: MAIL, sentOn: "2025-03-06" })`;
const returned = (id: string, version: number, service: string) =>
  `recordReturnedMail(input: { case: "${id}", requestId: "${randomUUID()}", expectedVersion: ${version}, service: "${service}", returnedOn: "2025-03-06" })`;

/** What is done with letters, each as a command that leaves its entry in the journal. */
export const JOURNALLED_LETTERS: Readonly<Record<string, JournalledCommand>> = {
  issueLetter: {
    good: async app => {
      const { id, version } = await refusedCase(app);
      return issue(id, version);
    },
    leaves: ['LETTER_ISSUED'],
    bad: issue('999999', 1),
    refusal: 'CASE_UNKNOWN',
  },
  attachDocument: {
    good: async app => {
      const { key } = await app.upload(Buffer.from('%PDF-1.7\n%%EOF\n'), 'x.pdf', '/documents');
      const letter = await newest(app, 'letter');
      return attach(letter.case, key);
    },
    leaves: ['DOCUMENT_ATTACHED'],
    bad: attach('999999', 'none'),
    refusal: 'CASE_UNKNOWN',
  },
  recordService: {
    good: async app => {
      const letter = await newest(app, 'letter');
      return serve(letter.case, letter.version, letter.id);
    },
    leaves: ['LETTER_SERVED'],
    bad: serve('999999', 1, '1'),
    refusal: 'CASE_UNKNOWN',
  },
  recordReturnedMail: {
    good: async app => {
      const service = await newest(app, 'letter_service');
      return returned(service.case, service.version, service.id);
    },
    leaves: ['MAIL_RETURNED'],
    bad: returned('999999', 1, '1'),
    refusal: 'CASE_UNKNOWN',
  },
};
