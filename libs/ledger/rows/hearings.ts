import { cellText } from '../file/types.ts';
import { readPost } from '../values/post.ts';
import { readYesNo } from '../values/yesNo.ts';
import type { HearingFact } from './facts.ts';
import type { Readings } from './readings.ts';
import type { RowCells } from './rowCells.ts';

/** The hearings of a row with the appearance of the organ's head (负责人出庭); several days are several hearings. */
export function hearings(cells: RowCells, readings: Readings): HearingFact[] {
  const days = cells.read('HEARING_ON', readings.days) ?? [];
  if (days.some(day => day > cells.context.today)) cells.flag('HEARING_IN_FUTURE');
  const answers = appearances(cells, readings, days.length);
  if (days.length === 0) {
    if (answers[0] !== true || cells.failed('HEARING_ON')) return [];
    cells.flag('HEARING_DATE_MISSING');
    return [hearing(cells, null, true)];
  }
  return days.map((on, i) => hearing(cells, on, answers[i] ?? null));
}

function hearing(cells: RowCells, on: string | null, attended: boolean | null): HearingFact {
  const post = cells.text('HEAD_POST');
  const name = cells.text('HEAD_NAME');
  return {
    on,
    attended,
    headName: attended ? name : null,
    headPost: attended ? post : null,
    postClass: attended ? postClass(cells, post ?? postIn(name)) : null,
    absenceReason: attended ? null : cells.text('ABSENCE_REASON'),
  };
}

/** 张某(副区长) in the column of names. */
function postIn(name: string | null): string | null {
  return /[((]([^()()]{2,20})[))]$/.exec(name ?? '')?.[1] ?? null;
}

function postClass(cells: RowCells, post: string | null): HearingFact['postClass'] {
  const known = post === null ? null : readPost(post);
  if (known === 'OTHER') cells.flag('NOT_A_HEAD');
  if (known !== null) return known;
  // the ledger itself says that the head appeared
  cells.flag('POST_UNKNOWN');
  return 'OTHER_HEAD';
}

/** One answer per hearing: as many as there are days, or one for all of them. */
function appearances(cells: RowCells, readings: Readings, count: number): (boolean | null)[] {
  const cell = cells.cell('HEAD_APPEARED');
  if (typeof cell === 'string' && count > 1) {
    const parts = cell.split(/[、,,;;\n]+/).map(part => readYesNo(part));
    if (parts.length === count && parts.every(part => part.ok)) {
      return parts.map(part => (part.ok ? part.value : null));
    }
  }
  const one = cells.read('HEAD_APPEARED', readings.yesNo) ?? inferred(cells, count);
  if (count > 1 && one !== null) cells.flag('ATTENDANCE_FOR_ALL_HEARINGS');
  return Array.from({ length: Math.max(1, count) }, () => one);
}

/** Without a column for it, a name or post of the head says that the head appeared, an empty one that not. */
function inferred(cells: RowCells, hearingCount: number): boolean | null {
  if (cells.has('HEAD_APPEARED') || !(cells.has('HEAD_NAME') || cells.has('HEAD_POST'))) return null;
  const someone = cellText(cells.cell('HEAD_NAME')) !== '' || cellText(cells.cell('HEAD_POST')) !== '';
  if (hearingCount === 0 && !someone) return null;
  cells.flag('APPEARANCE_INFERRED');
  return cells.text('HEAD_NAME') !== null || cells.text('HEAD_POST') !== null;
}
