import { accountEntry, sees, type Actor } from '#identity';
import { lookupForm } from '#personal';
import { appendToJournal, BulkWriter } from '#persistence';
import { FieldCipher } from '#protection';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';

const FIND = `select p.id::text, p.organ_id as "organId", p.respondent_id as "respondentId" from proceeding p
  where not p.voided and exists (select from party t where t.proceeding_id = p.id and t.identity_hash = any($1::text[]))
  order by p.received_on desc, p.id desc limit $2`;
const MOST = 200;

/**
 * 按证件号码查找: the cases of a person or organisation by the exact number. The database sees keyed hashes only; the
 * number itself is kept nowhere.
 */
@Injectable()
export class FindByIdentityNumber {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly cipher: FieldCipher,
  ) {}

  /** @returns ids of cases in scope, newest first, at most 200 @throws UserError for an actor who may not */
  async execute(actor: Actor, number: string): Promise<string[]> {
    const scope = this.access.scope(actor, 'personal.reveal');
    const form = lookupForm(number);
    if (form.length < 4 || form.length > 60) throw notANumber();
    // while keys are being changed a number may still stand under an older one
    const hashes = this.cipher.hashes('identity', form);
    return this.writer.transaction(scope, async client => {
      const { rows } = await client.query<{ id: string; organId: number; respondentId: number | null }>(
        FIND,
        [hashes, MOST],
      );
      const ids = rows.filter(row => sees(scope, row)).map(row => row.id);
      if ('accountId' in actor) {
        const account = { id: actor.accountId, organId: actor.organId };
        await appendToJournal(client, actor, [
          accountEntry(account, 'PERSONAL_SEARCHED', { found: ids.length }),
        ]);
      }
      return ids;
    });
  }
}

const notANumber = () =>
  new UserError(
    'NUMBER_INVALID',
    { zh: '证件号码应为4至60个字符。', en: 'An identity number has 4 to 60 characters.' },
    { zh: '请输入完整的证件号码。', en: 'Enter the whole number.' },
  );
