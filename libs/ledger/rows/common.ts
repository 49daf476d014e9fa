import type { CodeItem, Register } from '#codes';
import { cellText } from '../file/types.ts';
import type { TargetName } from '../mapping/targets.ts';
import { codeInCause, findCodes, saysOpen } from '../values/code.ts';
import { inferLevel, levelOfRank } from '../values/level.ts';
import { splitNames, splitParties } from '../values/names.ts';
import { squeeze } from '../values/text.ts';
import type { LedgerFacts, PartyFact } from './facts.ts';
import { checkParties } from './lengths.ts';
import { partyOf } from './partyNumbers.ts';
import { caseNumber, type RowCells } from './rowCells.ts';
import type { Readings } from './readings.ts';

/** Facts every register shares, before the register's own; days and outcome are settled later. */
export function commonFacts(cells: RowCells, readings: Readings): LedgerFacts {
  const { register } = cells.sheet;
  return {
    ...EMPTY,
    register,
    parties: [],
    hearings: [],
    caseNumber: caseNumber(cells),
    sequence: cells.text('SEQUENCE'),
    receivedOn: cells.read('RECEIVED_ON', readings.pastDay) ?? '',
    acceptedOn: cells.read('ACCEPTED_ON', readings.acceptedDay),
    closedOn: cells.read('CLOSED_ON', readings.closedDay),
    compensation: cells.read('COMPENSATION', readings.compensation),
    normativeReview: cells.read('NORMATIVE_REVIEW', readings.normativeReview),
    handler: cells.text('HANDLER'),
    remark: cells.text('REMARK'),
  };
}

const EMPTY: LedgerFacts = {
  register: 'RECONSIDERATION',
  instance: null,
  caseNumber: null,
  sequence: null,
  receivedOn: '',
  acceptedOn: null,
  closedOn: null,
  outcome: null,
  field: null,
  matter: null,
  disputeType: null,
  respondentLevel: null,
  applicants: null,
  parties: [],
  respondent: null,
  authority: null,
  mediator: null,
  court: null,
  afterReconsideration: null,
  heard: null,
  extended: null,
  compensation: null,
  amount: null,
  normativeReview: null,
  opinionLetters: null,
  hearings: [],
  channel: null,
  handler: null,
  remark: null,
};

/** A ledger without a day of receipt is read by its day of acceptance; a row without either is refused. */
export function settleReceived(cells: RowCells, facts: LedgerFacts): void {
  if (facts.receivedOn !== '' || cells.failed('RECEIVED_ON')) return;
  if (!cells.has('RECEIVED_ON') && facts.acceptedOn !== null) {
    facts.receivedOn = facts.acceptedOn;
    cells.flag('RECEIVED_DATE_ASSUMED');
  } else if (cells.has('RECEIVED_ON') || !cells.failed('ACCEPTED_ON')) {
    cells.problem('RECEIVED_ON', 'RECEIVED_DATE_MISSING');
  }
}

/** Names in a cell as parties of a role; returns the persons the cell itself counts. */
export function addParties(
  cells: RowCells,
  facts: LedgerFacts,
  target: TargetName,
  role: PartyFact['role'],
): number | null {
  const cell = cells.cell(target);
  if (cell === null || cells.text(target) === null) return null;
  const { names, persons } = role === 'PARTY' ? splitParties(cellText(cell)) : splitNames(cellText(cell));
  checkParties(cells, target, names);
  for (const name of names) facts.parties.push(partyOf(role, name));
  return persons ?? (names.length > 0 ? names.length : null);
}

/** The first code of a single-valued list; two codes where one is meant are a problem. */
export function oneCode(
  cells: RowCells,
  target: 'OUTCOME' | 'FIELD' | 'RESPONDENT_LEVEL' | 'DISPUTE_TYPE',
  day: string | null,
): CodeItem | null {
  const unknown = `${target === 'RESPONDENT_LEVEL' ? 'LEVEL' : target}_UNKNOWN` as const;
  if (target === 'OUTCOME' && saysOpen(cells.text('OUTCOME') ?? '')) return null;
  const found = cells.codes(target, unknown, day);
  if (found.length > 1) cells.problem(target, unknown, { list: found.map(code => code.zh) });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** 申请复议事项; an application that touches two or more matters is counted under 其他 (form 国法复统字1号, 说明). */
export function matter(cells: RowCells, day: string | null): string | null {
  if (isCause(cells)) return matterOfCause(cells);
  const found = cells.codes('MATTER', 'MATTER_UNKNOWN', day);
  if (found.length <= 1) return found[0]?.code ?? null;
  cells.flag('SEVERAL_MATTERS');
  return 'OTHER_MATTER';
}

/** A court's cause (案由) is free text, not a word of the code list. */
function isCause(cells: RowCells): boolean {
  const text = cells.text('MATTER');
  if (text === null || !cells.sheet.columns.get('MATTER')?.header.includes('案由')) return false;
  return findCodes(cells.context.codes, 'MATTER', text, null) === null;
}

/** What a cause speaks of is taken; a cause that does not tell is no reason to refuse the case. */
function matterOfCause(cells: RowCells): string | null {
  const found = codeInCause(cells.context.codes, cells.text('MATTER') ?? '');
  cells.flag(found ? 'MATTER_READ_FROM_CAUSE' : 'MATTER_NOT_CODED');
  return found?.code ?? null;
}

/** The sued or responding organ: the column, else the office whose ledger this is where that is certain. */
export function respondent(
  cells: RowCells,
  target: 'RESPONDENT' | 'DEFENDANT',
  register: Register,
): string | null {
  const text = cells.text(target);
  if (text !== null) return splitNames(cellText(cells.cell(target))).names.join('、') || text;
  if (register === 'RECONSIDERATION') return null;
  cells.flag('RESPONDENT_ASSUMED');
  return cells.context.organName;
}

/** Level as written, else by the name; respondents of two or more kinds are counted under 其他 (form, 说明). */
export function respondentLevel(cells: RowCells, name: string | null, day: string | null): string | null {
  const stated = cells.text('RESPONDENT_LEVEL');
  const ofRank = stated === null ? null : levelOfRank(stated, name);
  if (ofRank !== null) {
    cells.flag('LEVEL_INFERRED');
    return ofRank;
  }
  if (stated !== null) return oneCode(cells, 'RESPONDENT_LEVEL', day)?.code ?? null;
  if (name === null) {
    cells.flag('LEVEL_UNKNOWN');
    return null;
  }
  const { organName, organLevel } = cells.context;
  const levels = new Set(
    name
      .split('、')
      .map(one => (squeeze(one) === squeeze(organName) ? organLevel : inferLevel(one, organLevel))),
  );
  if (levels.has(null)) {
    cells.flag('LEVEL_UNKNOWN');
    return null;
  }
  cells.flag(levels.size > 1 ? 'SEVERAL_RESPONDENT_LEVELS' : 'LEVEL_INFERRED');
  return levels.size > 1 ? 'OTHER_LEVEL' : ([...levels][0] ?? null);
}

/** The order of days, and closing day and outcome together; faults already found are not reported twice. */
export function checkDays(cells: RowCells, facts: LedgerFacts): void {
  const { receivedOn, acceptedOn, closedOn } = facts;
  if (receivedOn !== '' && acceptedOn !== null && acceptedOn < receivedOn) {
    cells.problem('ACCEPTED_ON', 'ACCEPTED_BEFORE_RECEIVED');
  }
  if (receivedOn !== '' && closedOn !== null && closedOn < receivedOn) {
    cells.problem('CLOSED_ON', 'CLOSED_BEFORE_RECEIVED');
  } else if (acceptedOn !== null && closedOn !== null && closedOn < acceptedOn) {
    cells.problem('CLOSED_ON', 'CLOSED_BEFORE_ACCEPTED');
  }
}

export function checkClosing(cells: RowCells, facts: LedgerFacts, outcomeTarget: TargetName): void {
  if (cells.failed('CLOSED_ON') || cells.failed(outcomeTarget)) return;
  if (facts.closedOn !== null && facts.outcome === null) cells.problem(outcomeTarget, 'OUTCOME_MISSING');
  if (facts.closedOn === null && facts.outcome !== null) cells.problem('CLOSED_ON', 'CLOSED_DATE_MISSING');
}
