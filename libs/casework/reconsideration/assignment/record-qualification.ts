import { accountOf, type Actor, type JournalEntry } from '#identity';
import { appendToJournal, BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Access } from '../../identity/access.ts';
import { qualificationInvalid } from './assignment-refusals.ts';
import { OfficersOf } from './officers-of.ts';

export interface QualificationInput {
  /** Code of the organ whose cases the officer handles. */
  readonly organ: string;
  readonly officer: string;
  readonly certificateNumber: string;
  readonly validFrom: string;
  /** Last day; null: without end. */
  readonly validTo?: string | null;
}

const SAME = `select valid_from::text as "from", valid_to::text as "to" from officer_qualification
  where organ_id = $1 and account_id = $2 and certificate_number = $3 order by id desc limit 1`;
const ADD = `insert into officer_qualification (organ_id, account_id, certificate_number, valid_from, valid_to, recorded_by_id)
  values ($1, $2, $3, $4, $5, $6)`;

/** 登记复议人员资格 (行政复议法(2023) art. 6(2), 条例(2007) art. 4). Recorded again with other days it is corrected. */
@Injectable()
export class RecordQualification {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly officers: OfficersOf,
  ) {}

  /** @returns the account's id @throws UserError for an asker who may not, somebody unknown there, days in the wrong order */
  async execute(actor: Actor, input: QualificationInput): Promise<number> {
    const scope = this.access.scope(actor, 'officers.keep');
    const organ = this.access.organ(scope, input.organ);
    const number = input.certificateNumber.trim();
    const { validFrom, validTo = null } = input;
    const inOrder = validTo === null || validTo >= validFrom;
    if (!number || number.length > 60 || /\p{Cc}/u.test(number) || !inOrder) throw qualificationInvalid();
    return this.writer.transaction(scope, async client => {
      const { id } = await this.officers.named(client, organ, input.officer);
      const { rows } = await client.query<{ from: string; to: string | null }>(SAME, [organ.id, id, number]);
      if (rows[0]?.from === validFrom && rows[0].to === validTo) return id;
      await client.query(ADD, [organ.id, id, number, validFrom, validTo, accountOf(actor)]);
      const entry: JournalEntry = {
        subject: { kind: 'ACCOUNT', id },
        action: 'QUALIFICATION_RECORDED',
        organId: organ.id,
        details: { certificate: number, from: validFrom, to: validTo },
      };
      await appendToJournal(client, actor, [entry]);
      return id;
    });
  }
}
