import { accountOf, type Actor, type JournalAction, type JournalEntry } from '#identity';
import { appendToJournal, BulkWriter, OrganDirectory } from '#persistence';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../../identity/access.ts';
import { accountsUnknown, caseUnknown } from '../../proceedings/case-refusals.ts';
import { unknownOrgan } from '../../refusal.ts';
import { checkReason, conflictOfOne, conflictUnknown } from './assignment-refusals.ts';
import type { Conflict, ConflictKind } from './facts.ts';
import { OfficersOf } from './officers-of.ts';

export interface ConflictInput {
  /** Code of the organ whose cases the officer handles. */
  readonly organ: string;
  /** Login; without, whoever asks. */
  readonly officer?: string | null;
  readonly kind: ConflictKind;
  /** One of three: a case, */
  readonly caseId?: string | null;
  /** every case against an organ, by its code, */
  readonly against?: string | null;
  /** or every case of a party, by name. */
  readonly party?: string | null;
  readonly reason: string;
}

interface NewConflict extends Conflict {
  readonly organId: number;
  readonly officer: number | null;
  readonly reason: string;
}

const SAME = `select id from conflict_declaration where organ_id = $1 and account_id = $2 and kind = $3
    and proceeding_id is not distinct from $4::bigint and against_id is not distinct from $5::int
    and party_name is not distinct from $6 and withdrawn_at is null`;
const ADD = `insert into conflict_declaration (organ_id, account_id, kind, proceeding_id, against_id, party_name, reason,
    declared_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`;
const CASE = 'select 1 from proceeding where id = $1::bigint and organ_id = $2 and not voided';
const WITHDRAW = `update conflict_declaration set withdrawn_at = now(), withdrawn_by_id = $2, withdrawn_reason = $3
  where id = $1 and withdrawn_at is null returning account_id as officer, organ_id as "organId"`;

/** @returns its id, and whether it is new: declared twice it stands once */
export async function addConflict(client: PoolClient, actor: Actor, conflict: NewConflict) {
  const { organId, officer, kind, caseId, against, party, reason } = conflict;
  const key = [organId, officer, kind, caseId, against, party];
  const known = await client.query<{ id: number }>(SAME, key);
  if (known.rows[0]) return { id: known.rows[0].id, isNew: false };
  const { rows } = await client.query<{ id: number }>(ADD, [...key, reason, accountOf(actor)]);
  return { id: rows[0]!.id, isNew: true };
}

/** 申报和撤销回避事由: why an officer should keep out of cases, before anybody assigns one. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly organs: OrganDirectory,
    private readonly officers: OfficersOf,
  ) {}

  /** @returns its id @throws UserError for an asker who may not, somebody unknown there, none or several things it is about */
  async declare(actor: Actor, input: ConflictInput): Promise<number> {
    const scope = this.access.scope(actor, input.officer ? 'cases.assign' : 'cases.handle');
    const organ = this.access.organ(scope, input.organ);
    const reason = checkReason(input.reason);
    const about = this.about(input);
    return this.writer.transaction(scope, async client => {
      const officer = input.officer
        ? (await this.officers.named(client, organ, input.officer)).id
        : accountOf(actor);
      if (officer === null) throw accountsUnknown([]);
      if (about.caseId !== null && !(await client.query(CASE, [about.caseId, organ.id])).rowCount)
        throw caseUnknown();
      const { id, isNew } = await addConflict(client, actor, {
        ...about,
        organId: organ.id,
        officer,
        reason,
      });
      const entry = entryOf({ officer, organId: organ.id }, 'CONFLICT_DECLARED', {
        conflict: id,
        because: input.kind,
      });
      if (isNew) await appendToJournal(client, actor, [entry]);
      return id;
    });
  }

  /** It stays on record, with the reason. @returns its id @throws UserError for one there is not */
  async withdraw(actor: Actor, id: number, why: string): Promise<number> {
    const scope = this.access.scope(actor, 'cases.assign');
    const reason = checkReason(why);
    return this.writer.transaction(scope, async client => {
      const { rows } = await client.query<{ officer: number; organId: number }>(WITHDRAW, [
        id,
        accountOf(actor),
        reason,
      ]);
      if (!rows[0]) throw conflictUnknown();
      const entry = entryOf(rows[0], 'CONFLICT_WITHDRAWN', { conflict: id, reason });
      await appendToJournal(client, actor, [entry]);
      return id;
    });
  }

  private about({ kind, caseId, against, party }: ConflictInput): Conflict {
    const name = party?.trim();
    if ([caseId, against, name].filter(Boolean).length !== 1 || (name ?? '').length > 200)
      throw conflictOfOne();
    if (caseId && !/^\d{1,18}$/.test(caseId)) throw caseUnknown();
    const organ = against ? this.organs.byCode(against) : null;
    if (against && !organ) throw unknownOrgan(against);
    return { kind, caseId: caseId || null, against: organ?.id ?? null, party: name || null };
  }
}

/** In the journal of the officer; whom it is about stands in the declaration alone. */
const entryOf = (
  { officer, organId }: { officer: number; organId: number },
  action: JournalAction,
  details: JournalEntry['details'],
): JournalEntry => ({ subject: { kind: 'ACCOUNT', id: officer }, action, organId, details });
