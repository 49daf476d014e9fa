import type { Actor } from '#identity';
import { BulkWriter, CodeDirectory, OrganDirectory } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Access } from '../identity/access.ts';
import { checkRequestId } from '../requests.ts';
import { unknownOrgan } from '../refusal.ts';
import { caseNumberTaken, isTakenNumber } from './application-refusals.ts';
import { checkApplication, type ApplicationInput } from './application.ts';
import { Intake } from './intake.ts';
import { checkRecord } from './records.ts';

/** 登记收件: an application is registered first, whatever becomes of it (行政复议法(2023) art. 30(1)). */
@Injectable()
export class RegisterApplication {
  constructor(
    private readonly access: Access,
    private readonly writer: BulkWriter,
    private readonly organs: OrganDirectory,
    private readonly codes: CodeDirectory,
    private readonly intake: Intake,
  ) {}

  /**
   * Sent twice under one requestId, it is one case.
   * @returns the id of the case @throws UserError for an asker who may not, an organ there is not, or what the form lacks
   */
  async execute(actor: Actor, input: ApplicationInput): Promise<string> {
    const scope = this.access.scope(actor, 'cases.register');
    checkRequestId(input.requestId);
    checkApplication(input, this.codes);
    checkRecord('RECEIVE', { ...input.oral });
    const organ = this.access.organ(scope, input.organ);
    const respondent = this.organs.byCode(input.respondent);
    if (!respondent) throw unknownOrgan(input.respondent);
    try {
      return await this.writer.transaction(scope, client =>
        this.intake.register(client, { actor, scope, organ, respondent, input }),
      );
    } catch (error) {
      if (isTakenNumber(error)) throw caseNumberTaken(input.caseNumber ?? '');
      throw error;
    }
  }
}
