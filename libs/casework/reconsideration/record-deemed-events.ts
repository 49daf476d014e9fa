import type { Actor } from '#identity';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { RecordDue } from './record-due.ts';

/** 立即登记视为事项: what the daily job does, at once and for the cases of one office. */
@Injectable()
export class RecordDeemedEvents {
  constructor(
    private readonly access: Access,
    private readonly due: RecordDue,
  ) {}

  /** @returns the cases in which something had happened. @throws UserError for an actor who may not, or a foreign organ */
  execute(actor: Actor, organ: string): Promise<string[]> {
    const scope = this.access.scope(actor, 'cases.handle');
    return this.due.execute(actor, scope, this.access.organ(scope, organ).id);
  }
}
