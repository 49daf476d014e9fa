import type { CodeItem } from '#codes';
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
import type { Letters } from '../values/opinions.ts';
import type { LedgerFacts } from './facts.ts';
import { addNumbers } from './partyNumbers.ts';
import type { Readings } from './readings.ts';
import type { RowCells } from './rowCells.ts';

/** A row of a reconsideration register (行政复议), as authority or as respondent. */
export function reconsiderationFacts(cells: RowCells, readings: Readings): LedgerFacts {
  const facts = commonFacts(cells, readings);
  settleReceived(cells, facts);
  const day = facts.receivedOn || null;
  const outcome = oneCode(cells, 'OUTCOME', day);
  facts.field = oneCode(cells, 'FIELD', day)?.code ?? null;
  facts.matter = matter(cells, day);
  facts.heard = cells.read('HEARD', readings.yesNo);
  facts.extended = cells.read('EXTENDED', readings.yesNo);
  settleOpinions(cells, facts, readings);
  facts.channel = cells.text('CHANNEL');
  facts.respondent = respondent(cells, 'RESPONDENT', facts.register);
  facts.respondentLevel = respondentLevel(cells, facts.respondent, day);
  facts.authority =
    cells.text('AUTHORITY') ?? (facts.register === 'RECONSIDERATION' ? cells.context.organName : null);
  const named = addParties(cells, facts, 'APPLICANT', 'APPLICANT');
  addNumbers(cells, facts.parties);
  facts.applicants = cells.read('APPLICANT_COUNT', readings.count) ?? named;
  addParties(cells, facts, 'THIRD_PARTY', 'THIRD_PARTY');
  settleAcceptance(cells, facts, outcome, readings);
  checkDays(cells, facts);
  checkClosing(cells, facts, 'OUTCOME');
  return facts;
}

/** Brings 是否受理, 受理日期 and 结案方式 together; each contradiction is a problem of the row. */
function settleAcceptance(
  cells: RowCells,
  facts: LedgerFacts,
  outcome: CodeItem | null,
  readings: Readings,
): void {
  const acceptance = cells.read('ACCEPTED', readings.acceptance);
  facts.outcome = outcome?.code ?? null;
  const before = outcome?.class === 'BEFORE';
  const answer =
    acceptance?.answer ?? (cells.failed('ACCEPTED') ? 'PENDING' : impliedAnswer(cells, facts, before));
  if (answer === 'ACCEPTED' && before) cells.problem('OUTCOME', 'ACCEPTANCE_CONTRADICTS_OUTCOME');
  if (answer !== 'ACCEPTED' && outcome !== null && !before && acceptance !== null) {
    cells.problem('ACCEPTED', 'ACCEPTANCE_CONTRADICTS_OUTCOME');
  }
  if (answer === 'ACCEPTED') assumeAcceptedOn(cells, facts);
  else if (answer === 'NOT_ACCEPTED') refuse(cells, facts, acceptance?.outcome?.code ?? 'REFUSED');
  else facts.acceptedOn = null;
}

/** 意见书: how many were issued and how many of them acted on; a letter that is only said to exist counts as one. */
function settleOpinions(cells: RowCells, facts: LedgerFacts, readings: Readings): void {
  const issued = cells.read('OPINION_LETTER', readings.lettersIssued);
  const performed = cells.read('OPINION_PERFORMED', readings.lettersPerformed);
  // with no column of its own, letters that were acted on have been issued
  const least = cells.has('OPINION_LETTER') ? null : performed;
  if (issued === 'SOME' || (issued === null && least === 'SOME')) cells.flag('OPINION_COUNT_ASSUMED');
  facts.opinionLetters = counted(issued) ?? (counted(least) || null);
  if (performed === null || cells.failed('OPINION_LETTER')) return;
  const all = facts.opinionLetters ?? 0;
  const count = performed === 'SOME' ? Math.max(1, all) : performed;
  if (count > all) cells.problem('OPINION_PERFORMED', 'OPINIONS_PERFORMED_EXCEED');
  facts.opinionsPerformed = count;
}

const counted = (letters: Letters | null): number | null => (letters === 'SOME' ? 1 : letters);

/** What a row without an answer says: a day of acceptance, an outcome, or nothing at all. */
function impliedAnswer(
  cells: RowCells,
  facts: LedgerFacts,
  before: boolean,
): 'ACCEPTED' | 'NOT_ACCEPTED' | 'PENDING' {
  if (before) return 'NOT_ACCEPTED';
  if (facts.acceptedOn !== null || facts.outcome !== null || cells.failed('OUTCOME')) return 'ACCEPTED';
  // with no column for it, the ledger lists accepted cases only; with an empty one, examination goes on
  return cells.has('ACCEPTED') || cells.has('ACCEPTED_ON') ? 'PENDING' : 'ACCEPTED';
}

function assumeAcceptedOn(cells: RowCells, facts: LedgerFacts): void {
  if (facts.acceptedOn !== null || facts.receivedOn === '' || cells.failed('ACCEPTED_ON')) return;
  facts.acceptedOn = facts.receivedOn;
  cells.flag('ACCEPTED_DATE_ASSUMED');
}

/** Disposed before acceptance (办结 but not 审结): closed on the closing day, else on the day of the review. */
function refuse(cells: RowCells, facts: LedgerFacts, outcome: string): void {
  if (!cells.failed('OUTCOME')) facts.outcome ??= outcome;
  if (facts.closedOn === null && !cells.failed('CLOSED_ON') && facts.acceptedOn !== null) {
    facts.closedOn = facts.acceptedOn;
    cells.flag('CLOSED_DATE_FROM_REVIEW');
  }
  facts.acceptedOn = null;
}
