import { covers, type Actor, type Scope } from '#identity';
import { maskNumbersIn } from '#personal';
import { appendToJournal, BulkWriter } from '#persistence';
import { FieldCipher } from '#protection';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';
import { asKeyRefusal } from './key-refusals.ts';
import { partyPlace, type PartyField } from './party-columns.ts';

export interface RevealInput {
  proceedingId: string;
  partyId: string;
  field: PartyField;
  /** Why it has to be seen; it is written into the journal. */
  reason: string;
}

interface Found {
  organId: number;
  identity: string | null;
  phone: string | null;
  address: string | null;
}

const FIND = `select p.organ_id as "organId", t.identity_sealed as identity, t.phone_sealed as phone,
    t.address_sealed as address
  from party t join proceeding p on p.id = t.proceeding_id
  where t.id = $1::bigint and p.id = $2::bigint and not p.voided`;
const LEAST = 5;
const MOST = 500;

/** 查看证件号码、电话或送达地址: shows one of them of one party in clear; who saw it and why stands in the journal first. */
@Injectable()
export class RevealPersonalData {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws UserError for an actor who may not, a reason too short, an unknown party, or a number nobody has */
  async execute(actor: Actor, input: RevealInput): Promise<string> {
    const scope = this.access.scope(actor, 'personal.reveal');
    const reason = input.reason.trim();
    if (reason.length < LEAST || reason.length > MOST) throw reasonNeeded();
    return this.writer.transaction(scope, async client => {
      const { sealed, organId } = await find(client, scope, input);
      const clear = this.opened(sealed, input);
      const subject = { kind: 'PROCEEDING' as const, id: Number(input.proceedingId) };
      // the journal is kept for ever and must hold no number itself
      const details = { partyId: input.partyId, field: input.field, reason: maskNumbersIn(reason) };
      await appendToJournal(client, actor, [{ subject, action: 'PERSONAL_REVEALED', organId, details }]);
      return clear;
    });
  }

  private opened(sealed: string, { partyId, field }: RevealInput): string {
    try {
      return this.cipher.open(sealed, partyPlace(partyId, field));
    } catch (error) {
      throw asKeyRefusal(error);
    }
  }
}

const ID = /^\d{1,18}$/;

async function find(
  client: PoolClient,
  scope: Scope,
  { proceedingId, partyId, field }: RevealInput,
): Promise<{ sealed: string; organId: number }> {
  if (!ID.test(proceedingId) || !ID.test(partyId)) throw partyUnknown();
  const { rows } = await client.query<Found>(FIND, [partyId, proceedingId]);
  const [found] = rows;
  if (!found || !covers(scope, found.organId)) throw partyUnknown(); // also for the organ it is against
  const sealed = found[field];
  if (sealed === null) throw nothingThere();
  return { sealed, organId: found.organId };
}

const reasonNeeded = () =>
  new UserError(
    'REASON_NEEDED',
    { zh: `请写明查看理由(${LEAST}至${MOST}个字)。`, en: `Say why, in ${LEAST} to ${MOST} characters.` },
    { zh: '理由会记入操作日志。', en: 'The reason is written into the journal.' },
  );
const partyUnknown = () =>
  new UserError(
    'PARTY_UNKNOWN',
    { zh: '没有这名当事人,或不在您的可见范围内。', en: 'There is no such party within what you may see.' },
    { zh: '使用案件 parties 中的 id。', en: 'Use an id from the parties of the case.' },
  );
const nothingThere = () =>
  new UserError(
    'NUMBER_UNKNOWN',
    { zh: '这名当事人没有登记该号码。', en: 'No such number is recorded for this party.' },
    { zh: '在台账中补填后重新导入。', en: 'Enter it in the ledger and import it again.' },
  );
