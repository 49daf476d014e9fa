import { it } from 'vitest';
import { draftLetter, letterText, LETTER_KINDS, letterDocx, type LetterKind } from '#documents';
import { caseFor } from '#test/fixtures/letters/worked-cases';
import { writeFileSync, mkdirSync } from 'node:fs';
it('prints', async () => {
  mkdirSync('/tmp/d5out', { recursive: true });
  let out = '';
  for (const kind of Object.keys(LETTER_KINDS) as LetterKind[]) {
    const draft = draftLetter(kind, caseFor(kind));
    out +=
      `\n##### ${kind}\n` +
      (draft.ok ? letterText(draft.letter).join('\n') : JSON.stringify(draft.missing, null, 1));
    if (draft.ok)
      writeFileSync(
        `/tmp/d5out/${kind}.docx`,
        await letterDocx(draft.letter, new Date('2026-04-24T00:00:00Z')),
      );
  }
  writeFileSync('/tmp/d5out/all.txt', out);
});
