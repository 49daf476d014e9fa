import type { Register } from '#codes';
import { readCaseNumber } from '../values/court.ts';
import {
  addParties,
  checkClosing,
  checkDays,
  commonFacts,
  matter,
  oneCode,
  respondent,
  respondentLevel,
  settleReceived,
} from './common.ts';
import type { LedgerFacts } from './facts.ts';
import { hearings } from './hearings.ts';
import { addNumbers } from './partyNumbers.ts';
import type { Readings } from './readings.ts';
import type { RowCells } from './rowCells.ts';

/** A row of a litigation register (行政应诉): one agency's part in one court instance. */
export function litigationFacts(cells: RowCells, readings: Readings): LedgerFacts {
  const facts = commonFacts(cells, readings);
  facts.acceptedOn = null;
  settleReceived(cells, facts);
  const day = facts.receivedOn || null;
  settleNature(cells, facts, readings);
  facts.outcome = oneCode(cells, 'OUTCOME', day)?.code ?? null;
  facts.field = oneCode(cells, 'FIELD', day)?.code ?? null;
  facts.matter = matter(cells, day);
  facts.court = cells.text('COURT');
  facts.afterReconsideration = cells.read('AFTER_RECONSIDERATION', readings.yesNo);
  settleCapacity(cells, facts, readings);
  facts.respondent = respondent(cells, 'DEFENDANT', facts.register);
  facts.respondentLevel = respondentLevel(cells, facts.respondent, day);
  const named = addParties(cells, facts, 'PLAINTIFF', 'PLAINTIFF');
  addNumbers(cells, facts.parties);
  facts.applicants = cells.read('PLAINTIFF_COUNT', readings.count) ?? named;
  addParties(cells, facts, 'THIRD_PARTY', 'THIRD_PARTY');
  facts.hearings = hearings(cells, readings);
  checkDays(cells, facts);
  checkClosing(cells, facts, 'OUTCOME');
  return facts;
}

/** 被告身份: left out where the ledger is silent, which figures take for the organ that acted. */
function settleCapacity(cells: RowCells, facts: LedgerFacts, readings: Readings): void {
  const capacity = cells.read('CAPACITY', readings.capacity);
  if (capacity === null) return;
  facts.asReconsiderationOrgan = capacity.asReconsiderationOrgan;
  if (!capacity.coDefendantStated) cells.flag('CO_DEFENDANT_ASSUMED');
}

/**
 * Register and instance by the columns and by the court's number. A civil case never becomes administrative:
 * where column and number disagree the row is refused, where either says civil it moves to the civil register.
 */
function settleNature(cells: RowCells, facts: LedgerFacts, readings: Readings): void {
  const stated = cells.read('NATURE', readings.nature);
  const number = readCaseNumber(facts.caseNumber ?? '');
  if (stated !== null && number.nature !== null && stated !== number.nature) {
    cells.problem('NATURE', 'NATURE_CONTRADICTS_NUMBER');
  }
  const nature = stated ?? number.nature;
  if (nature === 'OTHER') cells.problem(stated ? 'NATURE' : 'CASE_NUMBER', 'NATURE_OUTSIDE');
  facts.register = registerOf(cells, nature === 'CIVIL', nature === 'ADMINISTRATIVE');
  const instance = cells.read('INSTANCE', readings.instance);
  if (instance !== null && number.instance !== null && instance !== number.instance) {
    cells.flag('INSTANCE_DIFFERS_FROM_NUMBER');
  }
  facts.instance = instance ?? number.instance;
  if (facts.instance === null && !cells.failed('INSTANCE')) {
    facts.instance = 'FIRST';
    cells.flag('INSTANCE_ASSUMED');
  }
}

function registerOf(cells: RowCells, civil: boolean, administrative: boolean): Register {
  const { register } = cells.sheet;
  if (civil && register === 'LITIGATION') cells.flag('MOVED_TO_CIVIL');
  if (civil) return 'CIVIL_LITIGATION';
  if (administrative && register === 'CIVIL_LITIGATION')
    cells.problem('CASE_NUMBER', 'NATURE_CONTRADICTS_NUMBER');
  return register;
}
