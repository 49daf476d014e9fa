import { officeScope, organEntry, type Actor } from '#identity';
import type { LedgerFacts } from '#ledger';
import { appendToJournal, OrganDirectory, withOrganLock } from '#persistence';
import { FieldCipher } from '#protection';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';
import { asKeyRefusal } from '../personal/key-refusals.ts';
import { openFacts, type SealedFacts } from '../personal/sealed-facts.ts';
import { identifyingKeys } from './identifying-keys.ts';
import { ImportContext } from './import-context.ts';
import { NameDirectory } from './name-directory.ts';
import { proceedingRecord } from './proceeding-record.ts';
import { updateCases, type CaseToWrite } from './write-proceedings.ts';
import { sourceOf, writeSources, type SourceRecord } from './write-rows.ts';

const FIND = `select organ_id as "organId", state from ledger_import where id = $1`;
const TOUCHED = `select coalesce(p.case_number, 'id ' || p.id) as label from ledger_row r join proceeding p on p.id = r.proceeding_id
  where r.import_id = $1 and r.result in ('NEW', 'CHANGED') and p.version <> r.proceeding_version order by p.id limit 20`;
const FORGET = `delete from ledger_source s using ledger_row r
  where r.import_id = $1 and r.result = 'NEW' and s.proceeding_id = r.proceeding_id`;
const VOID = `update proceeding p set voided = true, version = p.version + 1 from ledger_row r
  where r.import_id = $1 and r.result = 'NEW' and p.id = r.proceeding_id`;
const CHANGED = `select r.proceeding_id::text as id, p.version, r.before, e.flags
  from ledger_row r join proceeding p on p.id = r.proceeding_id join ledger_row e on e.id = (r.before->>'rowId')::bigint
  where r.import_id = $1 and r.result = 'CHANGED' order by r.id`;
/** The earlier ledger's row speaks for the case again, so that it can be undone too. */
const GIVEN_BACK = `update ledger_row l set proceeding_version = r.proceeding_version
  from jsonb_to_recordset($1::jsonb) as r(row_id bigint, proceeding_version int) where l.id = r.row_id`;
const UNDONE = `update ledger_import set state = 'UNDONE', version = version + 1 where id = $1`;

interface ChangedCase {
  id: string;
  version: number;
  before: { rowId: string; facts: SealedFacts };
  flags: string[];
}

/**
 * 撤销导入: takes an import back as a whole, as long as nothing has touched its cases since. New cases become void
 * and leave every figure, changed ones get back what the earlier ledger said. The history of the rows stays.
 */
@Injectable()
export class UndoImport {
  constructor(
    private readonly access: Access,
    private readonly context: ImportContext,
    private readonly organs: OrganDirectory,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws UserError for an actor who may not, and when the import is unknown, not finished, undone already, or its cases were changed since */
  async execute(actor: Actor, importId: number): Promise<void> {
    const { writer, bus, config } = this.context;
    const asked = this.access.scope(actor, 'ledgers.import');
    const [found] = await writer.transaction(
      asked,
      async client => (await client.query(FIND, [importId])).rows,
    );
    if (!found) throw unknownImport(importId);
    if (['QUEUED', 'RUNNING'].includes(found.state)) throw notFinished(found.state); // it holds the lock until it has ended
    // as a whole: also the cases that the asker may not see
    const office = officeScope([found.organId]);
    await withOrganLock(config.databaseUrl, found.organId, () =>
      writer.transaction(office, client => this.undo(client, actor, importId)),
    );
    await bus.publish({ topic: 'ledgerImport', id: importId });
  }

  private async undo(client: PoolClient, actor: Actor, importId: number): Promise<void> {
    const [found] = (await client.query(`${FIND} for update`, [importId])).rows;
    if (found.state === 'UNDONE') return; // asked twice: it is undone
    if (!['DONE', 'FAILED'].includes(found.state)) throw notFinished(found.state);
    const touched = (await client.query<{ label: string }>(TOUCHED, [importId])).rows;
    if (touched.length) throw changedSince(touched.map(row => row.label));
    const changed = (await client.query<ChangedCase>(CHANGED, [importId])).rows;
    await client.query(FORGET, [importId]);
    const { rowCount: voided } = await client.query(VOID, [importId]);
    await this.restore(client, found.organId, changed);
    await client.query(UNDONE, [importId]);
    const details = { importId, voided, restored: changed.length };
    await appendToJournal(client, actor, [organEntry(found.organId, 'IMPORT_UNDONE', details)]);
  }

  private opened({ facts, rowId }: ChangedCase['before']): LedgerFacts {
    try {
      return openFacts(this.cipher, facts, rowId);
    } catch (error) {
      throw asKeyRefusal(error);
    }
  }

  private async restore(client: PoolClient, organId: number, changed: readonly ChangedCase[]): Promise<void> {
    const names = new NameDirectory(this.organs.byId(organId)!, this.organs);
    const cases: CaseToWrite[] = [];
    const sources: SourceRecord[] = [];
    for (const { id, version, before, flags } of changed) {
      const { rowId } = before;
      const facts = this.opened(before);
      const ids = await names.resolve(client, facts);
      const record = proceedingRecord(facts, ids, flags, this.context.today());
      cases.push({ id, organId, record, facts, appearingOrganId: ids.respondentId ?? organId });
      sources.push(
        sourceOf(
          { proceedingId: id, proceedingVersion: version + 1, keys: identifyingKeys(facts, this.cipher) },
          rowId,
        ),
      );
    }
    try {
      await updateCases(client, this.cipher, cases);
    } catch (error) {
      throw (error as { constraint?: string }).constraint === 'proceeding_case_number'
        ? numberTaken()
        : error;
    }
    await writeSources(client, organId, sources);
    await client.query(GIVEN_BACK, [JSON.stringify(sources)]);
  }
}

export const unknownImport = (id: number) =>
  new UserError(
    'IMPORT_UNKNOWN',
    { zh: `没有编号为${id}的导入。`, en: `There is no import ${id}.` },
    { zh: '用 ledgerImports 查询导入记录。', en: 'Look the imports up with ledgerImports.' },
  );

const notFinished = (state: string) =>
  new UserError(
    'IMPORT_NOT_DONE',
    {
      zh: `导入的状态是${state},还不能撤销。`,
      en: `The import is ${state}; it cannot be undone yet.`,
    },
    {
      zh: '等导入完成后再撤销;失败的导入没有写入整份台账,可改正后重新导入。',
      en: 'Wait until it is done; a failed one can be corrected and imported again.',
    },
  );

const changedSince = (cases: string[]) =>
  new UserError(
    'IMPORT_TOUCHED',
    {
      zh: `导入后已有案件被修改,不能整体撤销:${cases.join('、')}。`,
      en: `Cases were changed after the import, so it cannot be undone as a whole: ${cases.join(', ')}.`,
    },
    {
      zh: '先撤销后来的导入,或在系统中逐件更正。',
      en: 'Undo the later import first, or correct the cases one by one.',
    },
    cases,
  );

const numberTaken = () =>
  new UserError(
    'CASE_NUMBER_TAKEN',
    {
      zh: '撤销会恢复一个已被其他案件使用的案号,不能撤销。',
      en: 'Undoing would give back a case number that another case has taken since.',
    },
    {
      zh: '先撤销使用该案号的导入,或更正那件案件的案号。',
      en: 'Undo the import that uses the number first, or correct that case.',
    },
  );
