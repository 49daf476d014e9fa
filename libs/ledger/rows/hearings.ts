import { cellText } from '../file/types.ts';
import { readAppearance, type Appearance } from '../values/appearance.ts';
import { readPost } from '../values/post.ts';
import type { Flag, HearingFact } from './facts.ts';
import type { Readings } from './readings.ts';
import type { RowCells } from './rowCells.ts';

/** The hearings of a row with the appearance of the organ's head (负责人出庭); several days are several hearings. */
export function hearings(cells: RowCells, readings: Readings): HearingFact[] {
  const days = cells.read('HEARING_ON', readings.days) ?? [];
  if (days.some(day => day > cells.context.today)) cells.flag('HEARING_IN_FUTURE');
  const answers = appearances(cells, readings, days.length);
  const absence = absenceOf(cells, readings);
  if (answers.every(one => one?.attended) && absence.excused) cells.flag('EXCUSE_WITHOUT_ABSENCE');
  if (days.length > 0) return days.map((on, i) => hearing(cells, on, answers[i] ?? null, absence));
  if (!answers[0]?.attended || cells.failed('HEARING_ON')) return [];
  cells.flag('HEARING_DATE_MISSING');
  return [hearing(cells, null, answers[0], absence)];
}

/** What the row says of a head who stayed away; it holds for every hearing the head missed. */
interface Absence {
  absenceReason: string | null;
  excused?: true;
  covered?: true;
  notes: readonly Flag[];
}

function absenceOf(cells: RowCells, readings: Readings): Absence {
  const absenceReason = cells.text('ABSENCE_REASON');
  const accepted = cells.read('EXCUSE_ACCEPTED', readings.excuse);
  const cover = cells.read('CO_DEFENDANT_APPEARED', readings.cover);
  const notes: Flag[] = [];
  if (absenceReason !== null && accepted === null) notes.push('EXCUSE_NOT_JUDGED');
  if (cover?.appeared && !cover.agreed) notes.push('COVER_AGREEMENT_ASSUMED');
  return {
    absenceReason,
    ...(accepted ? { excused: true } : {}),
    ...(cover?.appeared ? { covered: true } : {}),
    notes,
  };
}

function hearing(
  cells: RowCells,
  on: string | null,
  appearance: Appearance | null,
  absence: Absence,
): HearingFact {
  if (!appearance?.attended) {
    const { notes, ...said } = absence;
    for (const note of notes) cells.flag(note);
    return { on, attended: appearance && false, headName: null, headPost: null, postClass: null, ...said };
  }
  const head = headOf(cells, appearance);
  return {
    on,
    attended: true,
    headName: head.name,
    headPost: head.post,
    postClass: postClass(cells, head.post),
    absenceReason: null,
  };
}

/** Name and post, also from one cell: 张某(副区长). */
function headOf(cells: RowCells, appearance: Appearance): { name: string | null; post: string | null } {
  const name = cells.text('HEAD_NAME');
  const post = cells.text('HEAD_POST');
  const both = /^([^()]{1,12})\(([^()]{2,20})\)$/.exec(
    (post === null ? name : name === null ? post : null) ?? '',
  );
  if (both) return { name: both[1] ?? null, post: both[2] ?? null };
  return { name, post: post ?? appearance.post };
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
function appearances(cells: RowCells, readings: Readings, count: number): (Appearance | null)[] {
  const cell = cells.cell('HEAD_APPEARED');
  if (typeof cell === 'string' && count > 1) {
    const parts = cell.split(/[、,,;;\n]+/).map(part => readAppearance(part));
    if (parts.length === count && parts.every(part => part.ok)) {
      return parts.map(part => (part.ok ? part.value : null));
    }
  }
  const one = cells.read('HEAD_APPEARED', readings.appearance) ?? inferred(cells, count);
  if (count > 1 && one !== null) cells.flag('ATTENDANCE_FOR_ALL_HEARINGS');
  return Array.from({ length: Math.max(1, count) }, () => one);
}

/** Without a column for it, a name or post of the head says that the head appeared, an empty one that not. */
function inferred(cells: RowCells, hearingCount: number): Appearance | null {
  if (cells.has('HEAD_APPEARED') || !(cells.has('HEAD_NAME') || cells.has('HEAD_POST'))) return null;
  const someone = cellText(cells.cell('HEAD_NAME')) !== '' || cellText(cells.cell('HEAD_POST')) !== '';
  if (hearingCount === 0 && !someone) return null;
  cells.flag('APPEARANCE_INFERRED');
  return { attended: cells.text('HEAD_NAME') !== null || cells.text('HEAD_POST') !== null, post: null };
}
