import type { TargetName } from '../mapping/targets.ts';
import type { LedgerFacts } from './facts.ts';
import type { RowCells } from './rowCells.ts';

/*
 * Characters a text may have. Numbers and names stand in the database's indexes, whose entries hold some 2,700
 * bytes; a longer one would fail the whole import instead of its row.
 */
const CASE_NUMBER = 100;
const SEQUENCE = 40;
const ORGAN = 120;
/** All organs of a cell together: they stand beside the case number in one index entry. */
const ORGANS = 600;
const PARTY = 200;
const HANDLER = 60;
const TEXT = 10_000;

const ORGANS_OF: readonly (readonly [TargetName, (facts: LedgerFacts) => string | null])[] = [
  ['RESPONDENT', facts => facts.respondent],
  ['DEFENDANT', facts => facts.respondent],
  ['AUTHORITY', facts => facts.authority],
  ['MEDIATOR', facts => facts.mediator],
];
const FREE: readonly TargetName[] = ['REMARK', 'CHANNEL', 'HEAD_NAME', 'HEAD_POST', 'ABSENCE_REASON'];

/** Refuses a cell in which one of the parties' names is too long. */
export function checkParties(cells: RowCells, target: TargetName, names: readonly string[]): void {
  if (names.some(name => name.length > PARTY)) cells.problem(target, 'NAME_TOO_LONG', { limit: PARTY });
}

/** Refuses texts that are longer than what they are meant to hold; nothing is cut. */
export function checkLengths(cells: RowCells, facts: LedgerFacts): void {
  const most = (
    target: TargetName,
    text: string | null,
    limit: number,
    code: 'NUMBER_TOO_LONG' | 'NAME_TOO_LONG' | 'TEXT_TOO_LONG',
  ): void => {
    if (text !== null && text.length > limit) cells.problem(target, code, { limit });
  };
  most('CASE_NUMBER', facts.caseNumber, CASE_NUMBER, 'NUMBER_TOO_LONG');
  most('SEQUENCE', facts.sequence, SEQUENCE, 'NUMBER_TOO_LONG');
  most('COURT', facts.court, ORGAN, 'NAME_TOO_LONG');
  most('HANDLER', facts.handler, HANDLER, 'NAME_TOO_LONG');
  for (const [target, namesOf] of ORGANS_OF) {
    // what the row does not name comes from the office itself
    const names = cells.text(target) === null ? null : namesOf(facts);
    if (names?.split('、').some(name => name.length > ORGAN)) {
      cells.problem(target, 'NAME_TOO_LONG', { limit: ORGAN });
    } else if (names !== null && names.length > ORGANS) {
      cells.problem(target, 'NAMES_TOO_LONG', { limit: ORGANS });
    }
  }
  for (const target of FREE) most(target, cells.text(target), TEXT, 'TEXT_TOO_LONG');
}
