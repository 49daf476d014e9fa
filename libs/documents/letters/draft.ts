import { w } from '#law/statute';
import { LETTER_FORM, ORGAN_FORM } from './facts.ts';
import type { Block, Letter, LetterDraft, MissingFact, Part, Run } from './letter.ts';
import type { LetterCase } from './letter-case.ts';
import { LETTER_KINDS, type LetterKind } from './letter-kind.ts';
import { NUMBERED } from './numbers.ts';
import { LETTERS } from './registry.ts';
import { dayText, flatten, isMissing, joined, field, need } from './runs.ts';

/** Writes a letter from the case: whole, or the list of everything that is missing for it. */
export function draftLetter(kind: LetterKind, c: LetterCase): LetterDraft {
  const { code, words, issuedBy } = LETTER_KINDS[kind];
  const { to, blocks } = LETTERS[kind](c);
  const missing: MissingFact[] = [];
  const take = (part: Part): Run[] =>
    flatten(part).filter((one): one is Run => {
      if (isMissing(one)) missing.push(one);
      return !isMissing(one);
    });
  const letter: Letter = {
    kind,
    code,
    issuer: take(issuer(c, issuedBy)),
    title: words.zh,
    number: take(NUMBERED[kind] === null ? null : numberOf(c)),
    addressee: take(to ?? null),
    blocks: blocks.map(block => takeBlock(block, take)).filter(isNotEmpty),
    signer: take(issuer(c, issuedBy)),
    date: take(issuedBy === 'SIGNED_BY_HAND' ? null : dateOf(c)),
    copies: take(
      joined(
        (c.letter.copies ?? []).map((one, at) => field(one, `letter.copies[${at}]`)),
        '，',
      ),
    ),
  };
  return missing.length > 0 ? { ok: false, missing: once(missing) } : { ok: true, letter };
}

function issuer(c: LetterCase, by: (typeof LETTER_KINDS)[LetterKind]['issuedBy']): Part {
  if (by === 'SIGNED_BY_HAND') return null;
  return by === 'ORGAN'
    ? need(c.organ.name, 'case.organ.name', w('复议机关名称', 'name of the organ'), ORGAN_FORM)
    : need(c.office.name, 'case.office.name', w('复议机构名称', 'name of the office'), ORGAN_FORM);
}

const numberOf = (c: LetterCase): Part =>
  need(c.letter.number, 'letter.number', w('文号', 'document number'), LETTER_FORM);

const dateOf = (c: LetterCase): Part =>
  need(c.letter.on && dayText(c.letter.on), 'letter.on', w('文书日期', 'date of the letter'), LETTER_FORM);

function takeBlock(block: Block<Part>, take: (part: Part) => Run[]): Block {
  if (block.kind !== 'TABLE') return { kind: block.kind, text: take(block.text) };
  return { kind: 'TABLE', rows: block.rows.map(({ label, text }) => ({ label, text: take(text) })) };
}

/** A sentence whose fact is absent leaves no empty paragraph behind. */
function isNotEmpty(block: Block): boolean {
  return block.kind === 'TABLE' || block.text.length > 0;
}

function once(missing: readonly MissingFact[]): MissingFact[] {
  return [...new Map(missing.map(one => [one.source, one])).values()];
}
