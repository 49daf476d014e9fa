import { accountOf, covers, type Actor, type Scope } from '#identity';
import { take } from '#law/procedure';
import { RECONSIDERATION, type RcEvent } from '#law/reconsideration';
import type { Basis } from '#law/statute';
import type { OrganRecord } from '#persistence';
import { FieldCipher } from '#protection';
import { EARLIER_WITHDRAWALS, LawToday, type EarlierWithdrawal } from '#queries';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { newIds } from '../ledger/new-ids.ts';
import { requestIdReused } from '../requests.ts';
import { disputeUnknown } from './application-refusals.ts';
import { insertParties } from './application-parties.ts';
import type { ApplicationInput } from './application.ts';
import { given } from './given.ts';
import { settleCase } from './settle-case.ts';
import { RuleRefusal } from './step-refusals.ts';
import type { NewStep } from './write-case.ts';

const KNOWN = `select r.proceeding_id::text as id, p.organ_id as "organId", p.respondent_id as "respondentId",
    p.received_on::text as "receivedOn", r.act_name as "actName", r.claims
  from reconsideration r join proceeding p on p.id = r.proceeding_id where r.request_id = $1`;

const DISPUTE = 'insert into dispute (organ_id) values ($1) returning id::text';

/** A foreign key is checked without regard to who may see what. */
const SEEN_DISPUTE = 'select id::text from dispute where id = $1::bigint';

const PROCEEDING = `insert into proceeding (id, dispute_id, register, organ_id, respondent_id, respondent_level, case_number, channel,
    received_on, field, matter, applicants)
  values ($1, $2, 'RECONSIDERATION', $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Whoever registers an application handles it until it is assigned. */
const FIRST = `insert into case_assignment (proceeding_id, request_id, part, account_id, assigned_by_id, reason, version)
  values ($1, $2, 'HANDLER', $3, $3, '登记收件', 1)`;

const CASE = `insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, act_number, act_made_on,
    act_known_on, claims, grounds, state, procedure, handler_id, settled_on, limit_facts)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'RECEIVED', 'ORDINARY', $11, $12, $13)`;

export interface Registration {
  actor: Actor;
  scope: Scope;
  organ: OrganRecord;
  respondent: OrganRecord;
  input: ApplicationInput;
}

/** A case before its first step. */
const NOTHING_YET = { version: 0, rows: [], events: [], deemed: [] };

/** The statements of a registration, in one transaction. */
@Injectable()
export class Intake {
  constructor(
    private readonly law: LawToday,
    private readonly cipher: FieldCipher,
  ) {}

  async register(client: PoolClient, registration: Registration): Promise<string> {
    const { actor, organ, input } = registration;
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `register ${input.requestId}`,
    ]);
    const known = await sameRequest(client, registration);
    if (known) return known;
    const context = this.law.reconsideration();
    const [id] = (await newIds(client, 'proceeding', 1)) as [string];
    await this.insert(client, id, registration);
    const told = await withWithdrawal(client, id, input);
    const event = receipt(told);
    const ruling = take(RECONSIDERATION, [], event, 'HANDLER', context);
    if (!ruling.ok) throw new RuleRefusal(ruling.refusal);
    const step = stepOf(event, ruling.basis, actor, told);
    const file = { id, organId: organ.id, respondentId: registration.respondent.id, ...NOTHING_YET };
    await settleCase(
      client,
      actor,
      file,
      { entered: [step], action: 'CASE_REGISTERED', events: [event] },
      context,
    );
    return id;
  }

  private async insert(client: PoolClient, id: string, { actor, organ, respondent, input }: Registration) {
    const dispute = await disputeOf(client, organ.id, input.dispute ?? null);
    const { channel, act } = input;
    await client.query(PROCEEDING, [
      id,
      dispute,
      organ.id,
      respondent.id,
      respondent.level,
      input.caseNumber?.trim() || null,
      channel,
      input.receivedOn,
      input.field ?? null,
      input.matter ?? null,
      input.applicants.length,
    ]);
    await client.query(CASE, [
      id,
      organ.id,
      input.requestId,
      channel,
      act.name.trim(),
      act.number?.trim() || null,
      act.madeOn ?? null,
      act.knownOn ?? null,
      input.claims.trim(),
      input.grounds?.trim() || null,
      accountOf(actor),
      this.law.reconsideration().today,
      JSON.stringify(given({ ...act.limit })),
    ]);
    await client.query(FIRST, [id, input.requestId, accountOf(actor)]);
    await insertParties(client, this.cipher, id, input);
  }
}

/**
 * 74(2): a withdrawal that is on record for certain is told to the rule unless whoever registers has said something of it.
 * A confidential case is shown to those who know of it and speaks to nobody else.
 */
async function withWithdrawal(
  client: PoolClient,
  id: string,
  input: ApplicationInput,
): Promise<ApplicationInput> {
  if (typeof input.lawInput?.['withdrawnBefore'] === 'boolean') return input;
  const { rows } = await client.query<EarlierWithdrawal>(EARLIER_WITHDRAWALS, [id]);
  const known = rows.some(one => one.sure && !one.confidential);
  return known ? { ...input, lawInput: { ...input.lawInput, withdrawnBefore: true } } : input;
}

/** The dispute named, if the asker sees it; else a new one. @throws UserError for one that is not there for them */
async function disputeOf(client: PoolClient, organId: number, named: string | null): Promise<string> {
  const { rows } = named
    ? await client.query<{ id: string }>(SEEN_DISPUTE, [named])
    : await client.query<{ id: string }>(DISPUTE, [organId]);
  const [found] = rows;
  if (!found) throw disputeUnknown();
  return found.id;
}

/** The case this request has made already. @throws UserError when the id stands for another one */
async function sameRequest(client: PoolClient, { scope, organ, respondent, input }: Registration) {
  const { rows } = await client.query(KNOWN, [input.requestId]);
  const known = rows[0] as Record<string, unknown> | undefined;
  if (!known) return null;
  const same =
    covers(scope, organ.id) &&
    known['organId'] === organ.id &&
    known['respondentId'] === respondent.id &&
    known['receivedOn'] === input.receivedOn &&
    known['actName'] === input.act.name.trim() &&
    known['claims'] === input.claims.trim();
  if (!same) throw requestIdReused();
  return known['id'] as string;
}

const receipt = ({ requestId, receivedOn, lawInput }: ApplicationInput): RcEvent =>
  ({ ...given(lawInput ?? {}), id: requestId, kind: 'RECEIVE', on: receivedOn }) as unknown as RcEvent;

const stepOf = (
  { id, kind, on }: RcEvent,
  basis: Basis,
  actor: Actor,
  { lawInput, oral }: ApplicationInput,
): NewStep => ({
  eventId: id,
  kind,
  happenedOn: on,
  of: null,
  deemed: false,
  input: given(lawInput ?? {}),
  record: given({ ...oral }),
  role: 'HANDLER',
  enteredBy: accountOf(actor),
  basis,
});
