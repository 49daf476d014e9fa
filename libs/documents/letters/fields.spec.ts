import { describe, expect, it } from 'vitest';
import {
  changedFields,
  draftLetter,
  fingerprintOf,
  LETTER_KINDS,
  type Letter,
  type LetterCase,
  type LetterKind,
} from '#documents';
import { calendarDate as d } from '#law/calendar';
import { caseFor, RECORDS } from '#test/fixtures/letters/worked-cases';

const KINDS = Object.keys(LETTER_KINDS) as LetterKind[];
const letterOf = (kind: LetterKind, change: Partial<LetterCase> = {}): Letter => {
  const draft = draftLetter(kind, caseFor(kind, change));
  if (!draft.ok) throw new Error(draft.missing.map(one => one.source).join());
  return draft.letter;
};

describe('whether a draft is out of date', () => {
  it.each(KINDS)('%s stays what it is while the facts do, also through storage', kind => {
    const kept = JSON.parse(JSON.stringify(letterOf(kind))) as Letter;
    expect(fingerprintOf(kept)).toBe(fingerprintOf(letterOf(kind)));
    expect(changedFields(kept, letterOf(kind))).toEqual([]);
  });

  it('a changed fact changes the fingerprint and is named with both values', () => {
    const before = letterOf('ACCEPTANCE_NOTICE');
    const after = letterOf('ACCEPTANCE_NOTICE', { dues: { 'RC-28': d('2026-05-07') } });
    expect(fingerprintOf(after)).not.toBe(fingerprintOf(before));
    expect(changedFields(before, after)).toEqual([
      { source: 'clock:RC-28.due', before: '2026年5月6日', after: '2026年5月7日' },
    ]);
  });

  it('a fact that came or went is named too, and paragraphs of one fact are one', () => {
    const before = letterOf('DECISION');
    const records = {
      ...RECORDS,
      DECIDE: { ...RECORDS.DECIDE, findings: '查明一。\n查明二。', thirdPartySays: '同意' },
    };
    expect(changedFields(before, letterOf('DECISION', { records }))).toEqual([
      {
        source: 'event:DECIDE.findings',
        before: expect.stringMatching(/^2026年1月8日.*\n2026年2月2日/) as string,
        after: '查明一。\n查明二。',
      },
      { source: 'event:DECIDE.thirdPartySays', before: null, after: '同意' },
    ]);
  });

  it('a fact that only chooses between fixed words shows in the fingerprint', () => {
    const before = letterOf('RECEIPT');
    const [one] = caseFor('RECEIPT').applicants;
    const after = letterOf('RECEIPT', { applicants: [{ ...one!, organisation: true }] });
    expect(changedFields(before, after)).toEqual([]);
    expect(fingerprintOf(after)).not.toBe(fingerprintOf(before));
  });

  it('where a value comes from counts as much as the value', () => {
    const letter = letterOf('RECEIPT');
    const moved = { ...letter, addressee: [{ value: '林青', source: 'elsewhere' }] };
    expect(fingerprintOf(moved)).not.toBe(fingerprintOf(letter));
  });
});
