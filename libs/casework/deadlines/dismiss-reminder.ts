import { accountOf, type Actor } from '#identity';
import { BulkWriter } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { UserError } from '../refusal.ts';

const DISMISS = `update reminder set dismissed_at = coalesce(dismissed_at, now())
  where id = $1::bigint and account_id = $2`;

/** 知道了: a reminder is read and shown no more. The clock runs on. */
@Injectable()
export class DismissReminder {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
  ) {}

  /** @throws UserError for an actor who may not, or a reminder that is not theirs */
  async execute(actor: Actor, id: string): Promise<void> {
    const scope = this.access.scope(actor, 'cases.handle');
    if (!/^\d{1,18}$/.test(id)) throw reminderUnknown();
    const found = await this.writer.transaction(scope, client =>
      client.query(DISMISS, [id, accountOf(actor)]),
    );
    if (!found.rowCount) throw reminderUnknown();
  }
}

const reminderUnknown = () =>
  new UserError(
    'REMINDER_UNKNOWN',
    { zh: '没有这条提醒,或不是给您的。', en: 'There is no such reminder, or it is not yours.' },
    { zh: '使用 myReminders 中的 id。', en: 'Use an id from myReminders.' },
  );
