import type { LetterDrafts, LetterFor } from '#casework';
import {
  fieldsOf,
  LETTER_KINDS,
  letterText,
  type Letter,
  type LetterDraft as Draft,
  type LetterKind,
} from '#documents';
import type { LetterRow } from '#queries';
import { IssuedLetter, LetterDraft, type LetterServedArgs, type LetterToArgs } from './letters.types.ts';

/** What was not given is not there. */
export const letterFor = (
  to?: LetterToArgs | null,
  about?: string | null,
  served?: LetterServedArgs | null,
): LetterFor => ({
  ...(to ? { to: { role: to.role, ...(typeof to.at === 'number' ? { at: to.at } : {}) } } : {}),
  ...(about ? { about } : {}),
  ...(served ? { served: { ...served, by: served.by ?? [] } } : {}),
});

export function shapeDraft(kind: LetterKind, draft: Draft): LetterDraft {
  const title = LETTER_KINDS[kind].words;
  const whole = draft.ok
    ? { text: letterText(draft.letter), fields: fieldsOf(draft.letter), missing: [] }
    : { text: [], fields: [], missing: [...draft.missing] };
  return Object.assign(new LetterDraft(), { kind, title, ...whole });
}

export function shapeLetter(
  row: LetterRow,
  outdated: ReturnType<LetterDrafts['outdated']>,
  signed: string,
): IssuedLetter {
  const { id, number, issuedAt, issuedBy } = row;
  const kind = row.kind as LetterKind;
  const letter = row.content as unknown as Letter;
  const title = LETTER_KINDS[kind].words;
  return Object.assign(new IssuedLetter(), {
    id,
    kind,
    title,
    number,
    on: row.details['on'] as string,
    text: letterText(letter),
    fields: fieldsOf(letter),
    outdated,
    url: `/letters/${id}/${encodeURIComponent(`${title.zh}${number ?? ''}.docx`)}?${signed}`,
    issuedAt,
    issuedBy,
  });
}
