import { UserError } from '#casework';
import { kindOf } from '#codes';
import type { Cursor, ProceedingRow } from '#queries';
import { isDay } from '#statistics';
import type { Labels } from '../shared/labels.ts';
import type { Proceeding, ProceedingPage } from './proceedings.types.ts';

export function shapeProceeding(row: ProceedingRow, labels: Labels): Proceeding {
  return {
    ...(row as unknown as Proceeding),
    kind: kindOf(row.register),
    organ: labels.organ(row.organId),
    respondent: labels.organ(row.respondentId),
    authority: labels.organ(row.authorityId),
    outcome: labels.code(row.outcome),
    field: labels.code(row.field),
    matter: labels.code(row.matter),
    respondentLevel: labels.code(row.respondentLevel),
  };
}

/** @param rows one more than the page, to know whether it goes on */
export function shapePage(rows: ProceedingRow[], first: number, labels: Labels): ProceedingPage {
  const page = rows.length > first ? rows.slice(0, first) : rows;
  const last = page.at(-1);
  const endCursor = last ? Buffer.from(`${last.receivedOn}|${last.id}`).toString('base64url') : null;
  return {
    nodes: page.map(row => shapeProceeding(row, labels)),
    pageInfo: { hasNextPage: rows.length > first, endCursor },
  };
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})\|(\d{1,18})$/;

/** @throws UserError for a text that is not a cursor of ours */
export function readCursor(after: string | null | undefined): Cursor | null {
  if (!after) return null;
  const parts = CURSOR.exec(Buffer.from(after, 'base64url').toString());
  if (parts && isDay(parts[1]!)) return { receivedOn: parts[1]!, id: parts[2]! };
  throw noCursor();
}

export const noCursor = () =>
  new UserError(
    'CURSOR_INVALID',
    { zh: '翻页位置(after)无效。', en: 'This is not a cursor.' },
    {
      zh: '使用上一页返回的 endCursor,或不填从头开始。',
      en: 'Use the endCursor of the page before, or leave it out.',
    },
  );

const MOST = 200;

/** @throws UserError outside 1–200 */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MOST) return first;
  throw new UserError(
    'PAGE_SIZE',
    { zh: `每页条数应为1至${MOST}。`, en: `A page has 1 to ${MOST} items.` },
    { zh: '修改 first。', en: 'Change first.' },
  );
}
