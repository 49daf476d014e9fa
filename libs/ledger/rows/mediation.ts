import { findCode, saysOpen } from '../values/code.ts';
import { squeeze } from '../values/text.ts';
import { readYesNo } from '../values/yesNo.ts';
import { addParties, checkClosing, checkDays, commonFacts, oneCode, settleReceived } from './common.ts';
import type { LedgerFacts } from './facts.ts';
import { addNumbers } from './partyNumbers.ts';
import type { Readings } from './readings.ts';
import type { RowCells } from './rowCells.ts';

/** A row of a mediation register (行政调解). */
export function mediationFacts(cells: RowCells, readings: Readings): LedgerFacts {
  const facts = commonFacts(cells, readings);
  settleReceived(cells, facts);
  facts.disputeType = oneCode(cells, 'DISPUTE_TYPE', facts.receivedOn || null)?.code ?? null;
  facts.mediator = cells.text('MEDIATOR') ?? cells.context.organName;
  facts.amount = cells.read('AMOUNT', readings.amount);
  const named = addParties(cells, facts, 'PARTIES', 'PARTY');
  addNumbers(cells, facts.parties);
  const others = addParties(cells, facts, 'OTHER_PARTY', 'PARTY');
  const counted = named === null ? others : named + (others ?? 0);
  facts.applicants = cells.read('PARTY_COUNT', readings.count) ?? counted;
  facts.outcome = outcome(cells);
  if (
    facts.acceptedOn === null &&
    (facts.outcome !== null || !cells.has('ACCEPTED_ON')) &&
    facts.receivedOn !== ''
  ) {
    if (!cells.failed('ACCEPTED_ON')) {
      facts.acceptedOn = facts.receivedOn;
      cells.flag('ACCEPTED_DATE_ASSUMED');
    }
  }
  checkDays(cells, facts);
  checkClosing(cells, facts, 'SUCCEEDED');
  return facts;
}

/** Success and form together: 是 + 书面 → agreed in writing. The form alone also speaks of success. */
function outcome(cells: RowCells): string | null {
  const text = cells.text('SUCCEEDED');
  const form = formOf(squeeze(cells.text('AGREEMENT_FORM') ?? ''));
  const said = text === null ? null : success(cells, text);
  if (text !== null && said === null) return null;
  if (said === 'NOT_AGREED') {
    if (form !== null) cells.flag('FORM_WITHOUT_SUCCESS');
    return said;
  }
  if (said === null || said === 'AGREED') return form ?? said;
  return said;
}

function formOf(text: string): string | null {
  if (/口头/.test(text)) return 'AGREED_ORALLY';
  return /书面|协议书|调解书|司法确认|制作/.test(text) ? 'AGREED_IN_WRITING' : null;
}

function success(cells: RowCells, text: string): string | null {
  const { codes } = cells.context;
  const code = findCode(codes, 'MEDIATION_OUTCOME', text, null);
  if (code) return code.code;
  if (saysOpen(text)) return null;
  const yes = readYesNo(text);
  if (yes.ok && yes.value !== null) return yes.value ? 'AGREED' : 'NOT_AGREED';
  cells.problem('SUCCEEDED', 'OUTCOME_UNKNOWN', { list: codes.labels('MEDIATION_OUTCOME') });
  return null;
}
