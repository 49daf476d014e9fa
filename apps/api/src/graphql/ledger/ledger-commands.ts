import { CheckLedger, ImportLedger, SaveMapping, UndoImport } from '#casework';
import { Injectable } from '@nestjs/common';

/** What can be done with ledgers, in one hand. */
@Injectable()
export class LedgerCommands {
  constructor(
    readonly check: CheckLedger,
    readonly bringIn: ImportLedger,
    readonly save: SaveMapping,
    readonly undo: UndoImport,
  ) {}
}
