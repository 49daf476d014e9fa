import { accountOf, type Actor } from '#identity';
import { calendarDate } from '#law/calendar';
import type { Context } from '#law/procedure';
import { governingDayOf, type ReconsiderationSettings } from '#law/reconsideration';
import { maskNumbersIn } from '#personal';
import { FieldCipher } from '#protection';
import { AMEND, LawToday, standingOf } from '#queries';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { asKeyRefusal } from '../../personal/key-refusals.ts';
import { checkRequestId, requestIdReused } from '../../requests.ts';
import type { NewParty } from '../application-parties.ts';
import { CaseDoor, type OpenedCase } from '../case-door.ts';
import type { CaseFile } from '../case-file.ts';
import { changedSince } from '../changed-since.ts';
import { settleCase } from '../settle-case.ts';
import { RuleRefusal } from '../step-refusals.ts';
import type { NewStep } from '../write-case.ts';
import { amendFacts, toldFacts } from './amended-facts.ts';
import { amendParties, isApplicant, type HeldParty } from './amended-parties.ts';
import type { Amended, AmendmentInput, ApplicationFact } from './amendment.ts';
import { refusalOfAmendment } from './amendment-guards.ts';
import { heldApplication, writeApplication, writeComings, writeParties } from './amendment-records.ts';
import { amendmentReasonMissing, notTheOfficesCase, nothingAmended } from './amendment-refusals.ts';
import { checkAmended } from './check-amended.ts';
import { fingerprintOfAmendment } from './fingerprint.ts';
import { examineOfficersAgain } from './officers-after.ts';
import { checkToldOrUnknown } from './told-and-unknown.ts';
import { journalled, recorded } from './told.ts';

type LawContext = Context<ReconsiderationSettings>;

/** What is to be written, before it is. */
interface Plan {
  readonly facts: ReturnType<typeof amendFacts>;
  readonly held: readonly HeldParty[];
  readonly parties: ReturnType<typeof amendParties>;
  readonly ended: readonly HeldParty[];
}

/** 更正登记: what was told at registration is put right. Receipt and steps stay as they are. */
@Injectable()
export class AmendApplication {
  constructor(
    private readonly door: CaseDoor,
    private readonly cipher: FieldCipher,
    private readonly law: LawToday,
  ) {}

  /**
   * Sent twice under one requestId, it is done once.
   * @throws UserError for an asker who may not, a newer version, what cannot be, or nothing to change; RuleRefusal for the rules
   */
  async execute(actor: Actor, sent: AmendmentInput): Promise<void> {
    checkRequestId(sent.requestId);
    const reason = sent.reason.trim();
    if (reason.length < 5 || reason.length > 500) throw amendmentReasonMissing();
    try {
      await this.door.change(actor, sent.caseId, opened => this.amend(actor, opened, { ...sent, reason }));
    } catch (error) {
      throw asKeyRefusal(error);
    }
  }

  private async amend(
    actor: Actor,
    { client, file, roles, ask }: OpenedCase,
    sent: AmendmentInput,
  ): Promise<void> {
    const role = roles(null).find(one => one !== 'RESPONDENT');
    if (!role) throw notTheOfficesCase();
    const fingerprint = fingerprintOfAmendment(this.cipher, sent);
    if (wasAmended(file, sent.requestId, fingerprint)) return;
    if (file.version !== sent.expectedVersion) throw await changedSince(ask, file, sent.expectedVersion);
    const context = this.law.reconsideration();
    const plan = await this.plan(client, file, sent);
    checkRules(file, plan, sent, context);
    await this.examineAgain(client, file, plan, sent, context);
    const changes = await this.write(client, file, plan, sent);
    if (!changes.length) throw nothingAmended();
    const reason = maskNumbersIn(sent.reason);
    // what nobody had to agree to was not agreed to
    const consent = sent.claimsConsented === true && changes.some(one => one.field === 'CLAIMS');
    const why = { reason, ...(consent ? { claimsConsented: true } : {}) };
    const record = { ...why, changes: changes.map(recorded), fingerprint };
    const entered = [rowOf(sent.requestId, context.today, { role, enteredBy: accountOf(actor), record })];
    const told = { ...why, changes: changes.map(journalled) };
    const change = { entered, action: 'APPLICATION_AMENDED', events: file.events, told } as const;
    await settleCase(client, actor, file, change, context);
  }

  private async plan(client: PoolClient, file: CaseFile, sent: AmendmentInput): Promise<Plan> {
    const { application, parties: held } = await heldApplication(client, file.id);
    const nameOf = (id: string) => held.find(one => one.id === id)?.name ?? null;
    checkToldOrUnknown(sent, toldFacts(sent), nameOf);
    const facts = amendFacts(application, sent);
    const parties = amendParties(this.cipher, held, sent, id => timesMoved(file, id));
    const ended = checkAmended(facts.application, parties.after, sent);
    return { facts, held, parties, ended };
  }

  private async examineAgain(
    client: PoolClient,
    file: CaseFile,
    { held, parties }: Plan,
    { addApplicants, addAgents }: AmendmentInput,
    { today }: LawContext,
  ): Promise<void> {
    const names = [...parties.after, ...(addApplicants ?? []), ...(addAgents ?? [])].map(one => one.name);
    const known = new Set(held.map(one => one.name));
    const coming = names.filter(name => !known.has(name));
    if (!coming.length) return;
    const reaches: CaseDoor['reaches'] = (grant, organId) => this.door.reaches(grant, organId);
    await examineOfficersAgain(client, file.id, coming, { reaches, today });
  }

  /** @returns everything that changed */
  private async write(
    client: PoolClient,
    file: CaseFile,
    { facts, parties, ended }: Plan,
    sent: AmendmentInput,
  ): Promise<Amended[]> {
    if (facts.changes.length) await writeApplication(client, file.id, facts.application);
    const touched = new Set(parties.changes.map(one => one.party!.id));
    await writeParties(
      client,
      file.id,
      parties.after.filter(one => touched.has(one.id)),
    );
    const added = await writeComings(client, this.cipher, file.id, sent);
    return [...facts.changes, ...parties.changes, ...added.map(came), ...ended.map(went)];
  }
}

const rowOf = (
  eventId: string,
  happenedOn: string,
  by: Pick<NewStep, 'role' | 'enteredBy' | 'record'>,
): NewStep => ({ ...by, eventId, kind: AMEND, happenedOn, of: null, deemed: false, input: {}, basis: null });

/** The same request again is no new amendment. @throws UserError when the id stands for something else */
function wasAmended({ rows }: CaseFile, requestId: string, fingerprint: string): boolean {
  const row = rows.find(one => one.eventId === requestId);
  if (!row) return false;
  if (row.kind !== AMEND || row.record['fingerprint'] !== fingerprint) throw requestIdReused();
  return true;
}

/** @throws RuleRefusal for the first rule that stands in the way */
function checkRules(
  file: CaseFile,
  { facts, held, parties }: Plan,
  { addApplicants, claimsConsented }: AmendmentInput,
  context: LawContext,
): void {
  const added = addApplicants?.length ?? 0;
  const { today, settings } = context;
  const refusal = refusalOfAmendment({
    state: standingOf(file.events, context).facts.state ?? 'RECEIVED',
    governingDay: governingDayOf(calendarDate(facts.application.receivedOn), today, settings),
    changesClaims: changes(facts, 'CLAIMS'),
    changesGrounds: changes(facts, 'GROUNDS'),
    addsApplicants: added > 0,
    represented: isRepresented(held, 0) || isRepresented(parties.after, added),
    consented: claimsConsented === true,
  });
  if (refusal) throw new RuleRefusal(refusal);
}

const changes = (facts: Plan['facts'], field: ApplicationFact): boolean =>
  facts.changes.some(one => one.field === field);

/** Representatives act for other applicants, of whom some are only coming. */
function isRepresented(parties: readonly HeldParty[], coming: number): boolean {
  const representatives = parties.filter(one => one.role === 'REPRESENTATIVE').length;
  return representatives > 0 && parties.filter(isApplicant).length + coming > representatives;
}

const timesMoved = ({ rows }: CaseFile, party: string): number =>
  rows
    .filter(row => row.kind === AMEND)
    .flatMap(row => row.record['changes'] as Amended[])
    .filter(one => one.field === 'ADDRESS' && one.party?.id === party).length;

const came = ({ id, role, party: { name, isOrganisation } }: NewParty): Amended => ({
  field: role === 'AGENT' ? 'AGENT' : 'APPLICANT',
  party: { id, name: name.trim(), isOrganisation, wasOrganisation: isOrganisation },
  before: null,
  after: name.trim(),
});

const went = ({ id, name, is_organisation: isOrganisation }: HeldParty): Amended => ({
  field: 'AGENT',
  party: { id, name, isOrganisation, wasOrganisation: isOrganisation },
  before: name,
  after: null,
});
