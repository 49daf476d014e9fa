import { randomUUID } from 'node:crypto';
import { bearing, plantAccount, type TestGrant } from '../accounts.ts';
import type { ApiClient } from '../client.ts';
import { runSql } from '../database.ts';
import type { Stories } from './stories.ts';

export interface AssignmentAnswer {
  code?: string;
  version?: number;
  handler?: string | null;
  secondHandler?: string | null;
  message?: { zh: string };
  basis?: { zh: string }[];
  details?: string[];
  assignments?: {
    part: string;
    name: string | null;
    by: string | null;
    reason: string;
    warnings: string[];
  }[];
  timeline?: { text: { zh: string } }[];
}

const CASE = `... on ReconsiderationCase { version handler secondHandler
  assignments { part name by reason warnings version } timeline { text { zh } } }`;
const REFUSAL = '... on Refusal { code message { zh } remedy { zh } basis { zh } details }';

/** People of an organ who can be named by their logins, and what is asked of them. */
export class Assignments {
  constructor(private readonly stories: Stories) {}

  async organ(code: string): Promise<number> {
    const [row] = await this.sql<{ id: number }>('select id from organ where code = $1', [code]);
    return row!.id;
  }

  /** A handler of the organ under this login. */
  async officer(login: string, organ = 'city', more: readonly TestGrant[] = []): Promise<ApiClient> {
    const organId = await this.organ(organ);
    const { app } = this.stories;
    const account = await plantAccount(app.databaseUrl, [{ role: 'HANDLER', organId }, ...more], login);
    return app.with(bearing(account));
  }

  sql<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return runSql<T>(this.stories.app.databaseUrl, text, values);
  }

  async version(id: string): Promise<number> {
    const [row] = await this.sql<{ version: number }>('select version from proceeding where id = $1', [id]);
    return row!.version;
  }

  async assign(id: string, input: object, by = this.stories.people.approver): Promise<AssignmentAnswer> {
    const text = `mutation ($input: AssignCaseArgs!) { it: assignCase(input: $input) { ${CASE} ${REFUSAL} } }`;
    return this.send(by, text, await this.filled(id, input));
  }

  async recuse(id: string, input: object, by: ApiClient): Promise<AssignmentAnswer> {
    const text = `mutation ($input: RecuseArgs!) { it: recuse(input: $input) { ${CASE} ${REFUSAL} } }`;
    return this.send(by, text, await this.filled(id, { kind: 'KINSHIP', ...input }));
  }

  async qualify(officer: string, validFrom: string, validTo: string | null, certificateNumber = 'A1') {
    const text = `mutation ($input: QualificationArgs!) { it: recordQualification(input: $input) {
      ... on Officer { login qualifications { certificateNumber validFrom validTo } } ${REFUSAL} } }`;
    const input = { organ: 'city', officer, certificateNumber, validFrom, validTo };
    return this.send(this.stories.people.approver, text, input);
  }

  async declare(
    input: object,
    by = this.stories.people.approver,
  ): Promise<AssignmentAnswer & { id?: number }> {
    const text = `mutation ($input: DeclareConflictArgs!) { it: declareConflict(input: $input) { ... on ConflictEntered { id } ${REFUSAL} } }`;
    return this.send(by, text, { organ: 'city', reason: '本人申报', ...input });
  }

  async send<T = AssignmentAnswer>(by: ApiClient, text: string, input: object): Promise<T> {
    return (await by.ask<{ it: T }>(text, { input })).it;
  }

  private async filled(id: string, input: object) {
    const expectedVersion = await this.version(id);
    return { case: id, requestId: randomUUID(), expectedVersion, reason: '工作安排', ...input };
  }
}
