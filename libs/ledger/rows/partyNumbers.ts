import { readIdentity, readPhone, type Identity } from '#personal';
import { cellText, type Cell } from '../file/types.ts';
import type { TargetName } from '../mapping/targets.ts';
import { isOrganisation } from '../values/names.ts';
import { isPlaceholder, squeeze } from '../values/text.ts';
import type { PartyFact } from './facts.ts';
import type { RowCells } from './rowCells.ts';

/** Fields whose cells must be shown masked wherever they are shown. */
export const PERSONAL_TARGETS: readonly TargetName[] = ['IDENTITY_NUMBER', 'CREDIT_CODE', 'PHONE'];

/** A number that a spreadsheet has kept as a number lost its last digits beyond this. */
const EXACT = Number.MAX_SAFE_INTEGER;
const SEPARATORS = /[、;；,，\n]|\s{2,}|(?<=[0-9Xx])[ /](?=[0-9])/;

/** 证件号码 and 联系电话 of the applying side, each to its party. A wrong number is kept and flagged, never lost. */
export function addNumbers(cells: RowCells, parties: readonly PartyFact[]): void {
  const codes = numbersIn(cells.cell('CREDIT_CODE'));
  const numbers = numbersIn(cells.cell('IDENTITY_NUMBER'));
  const both = codes.some(one => one !== null) && numbers.some(one => one !== null);
  const persons = both ? parties.filter(party => !party.isOrganisation) : parties;
  const organisations = both ? parties.filter(party => party.isOrganisation) : parties;
  give(cells, 'IDENTITY_NUMBER', persons, numbers, setIdentity);
  give(cells, 'CREDIT_CODE', organisations, codes, setIdentity);
  give(cells, 'PHONE', parties, numbersIn(cells.cell('PHONE')), setPhone);
}

interface Written {
  text: string;
  /** False where the spreadsheet itself has spoilt it. */
  exact: boolean;
}

/** The numbers of a cell in order; null for a party without one (无). */
function numbersIn(cell: Cell): (Written | null)[] {
  if (cell === null || typeof cell === 'boolean') return [];
  const stored = typeof cell === 'object' ? cell.serial : cell;
  if (typeof stored === 'number') return [{ text: String(stored), exact: stored <= EXACT }];
  const pieces = cellText(cell)
    .normalize('NFKC')
    .split(SEPARATORS)
    .filter(piece => piece.trim() !== '');
  const written = pieces.map(text => (isNone(text) ? null : { text, exact: true }));
  return written.some(one => one !== null) ? written : [];
}

/** 无, — and words like 不详: a number has a digit or a letter. */
const isNone = (text: string): boolean => isPlaceholder(squeeze(text)) || !/[0-9A-Za-z]/.test(text);

const NUMBER_BEHIND = /^(.+?)[\s(（,，:：]*(?:身份证号?码?)?[\s:：]*(\d{17}[\dXx]|\d{15})[)）]?$/;

/** A party by its name; a right identity number behind the name (张三 5105…) is its number, not a part of the name. */
export function partyOf(role: PartyFact['role'], written: string): PartyFact {
  const [, before, number] = NUMBER_BEHIND.exec(written) ?? [];
  const identity = number === undefined ? null : readIdentity(number);
  const name = identity?.valid ? before! : written;
  const party: PartyFact = { role, name, isOrganisation: isOrganisation(name) };
  if (identity?.valid) party.identity = { type: identity.type, number: identity.number };
  return party;
}

type Setter = (cells: RowCells, party: PartyFact, written: Written) => void;

function give(
  cells: RowCells,
  target: TargetName,
  parties: readonly PartyFact[],
  numbers: readonly (Written | null)[],
  set: Setter,
): void {
  if (numbers.length === 0) return;
  const one = numbers.length === 1 && parties.length > 1;
  if (one) cells.flag('NUMBER_OF_FIRST_PARTY');
  else if (numbers.length !== parties.length) return cells.problem(target, 'NUMBERS_NOT_MATCHING');
  numbers.forEach((written, i) => {
    if (written) set(cells, parties[i]!, written);
  });
}

function setIdentity(cells: RowCells, party: PartyFact, { text, exact }: Written): void {
  const { type, number, valid }: Identity = readIdentity(text);
  if (!valid || !exact) cells.flag('IDENTITY_NUMBER_INVALID');
  if (number !== '') party.identity = { type, number };
}

function setPhone(cells: RowCells, party: PartyFact, { text }: Written): void {
  const { number, valid } = readPhone(text);
  if (!valid) cells.flag('PHONE_INVALID');
  if (number !== '') party.phone = number;
}
