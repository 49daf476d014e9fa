import type { Register } from '#codes';
import { maskNumbersIn, maskWhole } from '#personal';
import { columnLetter } from '../file/columns.ts';
import type { Cell, SheetRow } from '../file/types.ts';
import { cellText } from '../file/types.ts';
import { contentFit, weigh, type ContentContext } from './content.ts';
import { headerText, type HeaderBlock } from './headerBlock.ts';
import { assign, scoreHeader, type Assignment } from './score.ts';
import { listOf, targetOf, targetsOf, type TargetName } from './targets.ts';
import type { ColumnProposal } from './types.ts';

const LEAST = 0.45;
const SAMPLE = 60;
/** Share of a column's cells that must be words of the outcome to make up for a header that says nothing. */
const SPEAKING = 0.8;
/** How sure a column is that only its content proposes. */
const BY_CONTENT = 0.5;

export interface Proposal {
  columns: ColumnProposal[];
  missingRequired: TargetName[];
  missingAdvised: TargetName[];
}

/** Proposes a target for each column from header and content. */
export function propose(
  block: HeaderBlock,
  body: readonly SheetRow[],
  register: Register,
  context: Omit<ContentContext, 'register'>,
): Proposal {
  const samples = block.columns.map((_, index) => sampleOf(body, index));
  const judged = block.columns.map((levels, index) => {
    const scores = new Map<TargetName, number>();
    for (const [target, score] of scoreHeader(levels)) {
      if (!targetOf(target).registers.includes(register)) continue;
      scores.set(
        target,
        weigh(score, target, contentFit(target, samples[index] ?? [], { ...context, register })),
      );
    }
    return scores;
  });
  const assigned = new Map(assign(judged, register, LEAST).map(a => [a.column, a]));
  const spoken = outcomeByContent(samples, assigned, { ...context, register });
  if (spoken) assigned.set(spoken.column, spoken);
  const columns = block.columns.map((levels, index): ColumnProposal => {
    const found = assigned.get(index);
    return {
      column: columnLetter(index),
      header: headerText(levels),
      target: found?.target ?? null,
      confidence: found ? Math.round(found.score * 100) / 100 : 0,
      samples: [
        ...new Set((samples[index] ?? []).map(cell => sampleText(cell, found?.target ?? null))),
      ].slice(0, 3),
    };
  });
  return {
    columns: columns.filter(c => c.header !== '' || c.samples.length > 0),
    ...missing(columns, register),
  };
}

/** A sample is shown and kept nowhere; personal numbers are masked even so. */
function sampleText(cell: Cell, target: TargetName | null): string {
  const kind = target === null ? null : targetOf(target).type.kind;
  const text = cellText(cell);
  return kind === 'IDENTITY' || kind === 'PHONE' ? maskWhole(text) : maskNumbersIn(text);
}

/** Where no header names the outcome, a column that nearly always speaks its words; not where two do. */
function outcomeByContent(
  samples: readonly (readonly Cell[])[],
  assigned: ReadonlyMap<number, Assignment>,
  context: ContentContext,
): Assignment | null {
  if ([...assigned.values()].some(one => one.target === 'OUTCOME')) return null;
  if (listOf('OUTCOME', context.register) === null) return null;
  const speaking = samples.flatMap((sample, column) => {
    const fit = assigned.has(column) ? null : contentFit('OUTCOME', sample, context);
    return fit !== null && fit >= SPEAKING ? [{ target: 'OUTCOME' as const, column, score: BY_CONTENT }] : [];
  });
  return speaking.length === 1 ? (speaking[0] ?? null) : null;
}

function missing(columns: readonly ColumnProposal[], register: Register): Omit<Proposal, 'columns'> {
  const present = new Set(columns.map(c => c.target));
  // a day of acceptance can stand in for the day of receipt
  if (present.has('ACCEPTED_ON')) present.add('RECEIVED_ON');
  const absent = targetsOf(register).filter(name => !present.has(name));
  return {
    missingRequired: absent.filter(name => targetOf(name).need === 'REQUIRED'),
    missingAdvised: absent.filter(name => targetOf(name).need === 'ADVISED'),
  };
}

/** Cells of a column from rows that look like data: three cells or more. */
function sampleOf(body: readonly SheetRow[], index: number): Cell[] {
  const sample: Cell[] = [];
  for (const { cells } of body) {
    const cell = cells[index];
    if (cell === undefined || cell === null || cellText(cell) === '') continue;
    if (cells.filter(c => cellText(c) !== '').length < 3) continue;
    sample.push(cell);
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}
