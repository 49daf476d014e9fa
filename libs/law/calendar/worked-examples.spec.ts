import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  calendarDate,
  cd,
  count,
  mo,
  wd,
  WorkingCalendar,
  type CountInput,
  type Period,
} from '#law/calendar';

interface Example {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly anchor: string;
  readonly period: string;
  readonly rawEnd: string | null;
  readonly due: string;
}

const examples = JSON.parse(
  readFileSync(new URL('../../../test/fixtures/law/worked-examples.json', import.meta.url), 'utf8'),
) as Example[];
const calendar = WorkingCalendar.shipped();

/** `60 CD`, `60+30 CD`, `5 WD backwards`, `60 CD elapsed`: one period counted from one day. */
const PLAIN = /^(\d+)(?:\+(\d+))? (WD|CD|MO)(?: (backwards|elapsed))?$/;

function period(length: string, unit: string): Period {
  return (unit === 'WD' ? wd : unit === 'MO' ? mo : cd)(Number(length));
}

function inputOf({ anchor, period: text }: Example): CountInput | null {
  const match = PLAIN.exec(text);
  const day0 = /\d{4}-\d{2}-\d{2}$/.exec(anchor)?.[0];
  if (!match || !day0) return null;
  const [, length = '', more, unit = '', mode] = match;
  return {
    day0: calendarDate(day0),
    period: period(length, unit),
    extension: more === undefined ? null : period(more, unit),
    direction: mode === 'backwards' ? 'BACKWARD' : mode === 'elapsed' ? 'ELAPSED' : 'FORWARD',
  };
}

const plain = examples.filter(e => inputOf(e) !== null);

describe('worked examples of one period', () => {
  it.each(plain)('$id $article: $period from $anchor → $due', example => {
    const result = count(inputOf(example)!, calendar);
    expect(result.due).toBe(example.due);
    expect(result.rawEnd).toBe(example.rawEnd);
    expect(result.provisional).toBe(false);
  });

  it('leaves only composed examples for the rooms that compose them', () => {
    expect(examples.filter(e => inputOf(e) === null).map(e => e.id)).toEqual([
      'E03a',
      'E03b',
      'E05',
      'E47',
      'E48',
      'E51',
      'E56',
    ]);
  });
});
