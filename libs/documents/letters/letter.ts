import type { Words } from '#law/statute';
import type { LetterKind } from './letter-kind.ts';

/** A value of the case inside a text, and where it comes from: `event:ACCEPT.on`, `case.act.number`, `clock:RC-28.due`. */
export interface Field {
  readonly value: string;
  readonly source: string;
}

/** A fact a letter cannot do without, and who has it: a draft lists what is missing instead of having holes. */
export interface MissingFact {
  /** where the fact would have come from */
  readonly source: string;
  readonly what: Words;
  /** the step that supplies it, or the place where it is kept */
  readonly suppliedBy: Words;
}

/** Fixed words, or a field. */
export type Run = string | Field;
/** What a letter is written in: nothing, a run, a fact found missing, or several of these. */
export type Part = Run | MissingFact | null | readonly Part[];

/** A piece of the body. `R` is `Part` while a letter is written and `readonly Run[]` once it is whole. */
export type Block<R = readonly Run[]> =
  /** indented two characters */
  | { readonly kind: 'PARAGRAPH'; readonly text: R }
  /** flush left */
  | { readonly kind: 'LINE'; readonly text: R }
  /** what stands before a part of a long letter */
  | { readonly kind: 'HEADING'; readonly text: R }
  /** a place to sign by hand; an empty place is no missing fact */
  | { readonly kind: 'SIGNATURE'; readonly text: R }
  /** a label and what belongs to it, in two columns */
  | { readonly kind: 'TABLE'; readonly rows: readonly { readonly label: string; readonly text: R }[] };

/** What one kind of letter adds to the frame all letters share. */
export interface LetterBody {
  /** who is spoken to; records and decisions speak to nobody */
  readonly to?: Part;
  readonly blocks: readonly Block<Part>[];
}

/** A letter with nothing missing: plain data, to be kept, compared and rendered. */
export interface Letter {
  readonly kind: LetterKind;
  readonly code: string;
  /** the name above the title; records bear none */
  readonly issuer: readonly Run[];
  readonly title: string;
  readonly number: readonly Run[];
  readonly addressee: readonly Run[];
  readonly blocks: readonly Block[];
  /** who seals it; empty for what is signed by hand */
  readonly signer: readonly Run[];
  readonly date: readonly Run[];
  /** 抄送 */
  readonly copies: readonly Run[];
}

export type LetterDraft =
  | { readonly ok: true; readonly letter: Letter }
  | { readonly ok: false; readonly missing: readonly MissingFact[] };
