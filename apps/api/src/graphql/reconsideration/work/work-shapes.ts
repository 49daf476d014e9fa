import { calendarDate, daysBetween, type WorkingCalendar, type CalendarDate } from '#law/calendar';
import type { Context } from '#law/procedure';
import { ruleOfClock, type RcState, type ReconsiderationSettings } from '#law/reconsideration';
import type { WorkCursor, WorkRow } from '#queries';
import { isDay } from '#statistics';
import { noCursor } from '../../proceedings/shape.ts';
import type { Labels } from '../../shared/labels.ts';
import type { CodeLabel, PageInfo } from '../../shared/types.ts';
import { stateLabel } from '../reconsideration.types.ts';
import type { WorkItem } from './work.types.ts';

type LawContext = Context<ReconsiderationSettings>;

/** A clock in the words of the law. */
export function clockLabel(code: string, { settings }: Pick<LawContext, 'settings'>): CodeLabel {
  const name = ruleOfClock(code, settings)?.name;
  return { code, ...(name ?? { zh: code, en: code }) };
}

export function shapeWork(row: WorkRow, labels: Labels, context: LawContext): WorkItem {
  const { respondentId, actName, state, clock, dueOn, ...rest } = row;
  return {
    ...rest,
    act: actName,
    respondent: labels.organ(respondentId),
    state: stateLabel(state as RcState)!,
    clock: clock === null ? null : clockLabel(clock, context),
    dueOn,
    ...left(dueOn, context),
  };
}

function left(dueOn: string | null, { today, calendar }: LawContext) {
  if (dueOn === null) return { daysLeft: null, workingDaysLeft: null };
  const due = calendarDate(dueOn);
  return { daysLeft: daysBetween(today, due), workingDaysLeft: workingDays(calendar, today, due) };
}

const workingDays = (calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number =>
  from <= to ? calendar.workdaysBetween(from, to) : 0 - calendar.workdaysBetween(to, from);

/** What comes after the page: `infinity` stands for no due date. */
export function pageInfoOf(rows: readonly WorkRow[], size: number): PageInfo {
  const last = rows.slice(0, size).at(-1);
  const at = last && `${last.dueOn ?? 'infinity'}|${last.id}|${last.clock ?? ''}`;
  const endCursor = at ? Buffer.from(at).toString('base64url') : null;
  return { hasNextPage: rows.length > size, endCursor };
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}|infinity)\|(\d{1,18})\|([A-Z0-9_-]{0,40})$/;

/** @throws UserError for a text that is not a cursor of ours */
export function readWorkCursor(after: string | null | undefined): WorkCursor | null {
  if (!after) return null;
  const [, due, id, clock] = CURSOR.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (due === undefined || id === undefined || clock === undefined || (due !== 'infinity' && !isDay(due)))
    throw noCursor();
  return { due, id, clock };
}
