import type { Block, Field, Letter, Run } from './letter.ts';
import { isField } from './runs.ts';

export interface ChangedField {
  readonly source: string;
  /** null: the letter did not speak of it */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every value of the letter with its source, in the order of the text. */
export function fieldsOf(letter: Letter): Field[] {
  const { issuer, number, addressee, blocks, signer, date, copies } = letter;
  return [issuer, number, addressee, ...blocks.flatMap(runsIn), signer, date, copies].flat().filter(isField);
}

/** The canonical text of a letter, sources included: as long as it stays the same, the draft is up to date. */
export function fingerprintOf(letter: Letter): string {
  const { kind, issuer, title, number, addressee, blocks, signer, date, copies } = letter;
  const body = blocks.map(block => [
    block.kind,
    block.kind === 'TABLE' ? block.rows.map(row => [row.label, plain(row.text)]) : plain(block.text),
  ]);
  const rest = [issuer, number, addressee, signer, date, copies].map(plain);
  return JSON.stringify([kind, title, rest, body]);
}

/** The fields in which two drafts of one letter differ. None, and yet another fingerprint: fixed words differ. */
export function changedFields(before: Letter, after: Letter): ChangedField[] {
  const [old, now] = [valuesBySource(before), valuesBySource(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map(source => ({ source, before: old.get(source) ?? null, after: now.get(source) ?? null }))
    .filter(one => one.before !== one.after);
}

/** The letter as lines of plain text, for search, comparison and reading aloud. */
export function letterText(letter: Letter): string[] {
  const { issuer, title, number, addressee, blocks, signer, date, copies } = letter;
  return [
    textOf(issuer),
    title,
    textOf(number),
    addressee.length > 0 ? `${textOf(addressee)}：` : '',
    ...blocks.flatMap(block =>
      block.kind === 'TABLE'
        ? block.rows.map(row => `${row.label}：${textOf(row.text)}`)
        : [textOf(block.text)],
    ),
    textOf(signer),
    textOf(date),
    copies.length > 0 ? `抄送：${textOf(copies)}` : '',
  ].filter(text => text !== '');
}

export const textOf = (runs: readonly Run[]): string =>
  runs.map(run => (typeof run === 'string' ? run : run.value)).join('');

const runsIn = (block: Block): readonly (readonly Run[])[] =>
  block.kind === 'TABLE' ? block.rows.map(row => row.text) : [block.text];

const plain = (runs: readonly Run[]) =>
  runs.map(run => (typeof run === 'string' ? run : [run.source, run.value]));

/** A source may be used several times, by different parts of its value. */
function valuesBySource(letter: Letter): Map<string, string> {
  const values = new Map<string, string[]>();
  for (const { source, value } of fieldsOf(letter)) {
    const known = values.get(source) ?? [];
    if (!known.includes(value)) values.set(source, [...known, value]);
  }
  return new Map([...values].map(([source, all]) => [source, all.join('\n')]));
}
