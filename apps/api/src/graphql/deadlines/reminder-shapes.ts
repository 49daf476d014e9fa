import { DEFAULT_LAW_SETTINGS, reconsiderationSettings } from '#law';
import { rcRows } from '#law/reconsideration';
import { w, type Words } from '#law/statute';
import type { ReminderCursor, ReminderRow } from '#queries';
import { isDay } from '#statistics';
import { noCursor } from '../proceedings/shape.ts';
import type { Reminder, ReminderPage } from './deadlines.types.ts';

type Rule = Pick<Reminder, 'name' | 'who' | 'missed'>;

const RULES = new Map<string, Rule>(
  rcRows(reconsiderationSettings(DEFAULT_LAW_SETTINGS)).map(({ rule }) => [rule.code, rule]),
);
const NOTHING: Words = w('', '');

/** @param rows one more than the page, to know whether it goes on */
export function shapeReminders(rows: ReminderRow[], size: number): ReminderPage {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const endCursor = last ? Buffer.from(`${last.dueOn}|${last.id}`).toString('base64url') : null;
  return { nodes: page.map(shape), pageInfo: { hasNextPage: rows.length > size, endCursor } };
}

function shape({ code, ...row }: ReminderRow): Reminder {
  const { name, who, missed } = RULES.get(code) ?? { name: w(code, code), who: NOTHING, missed: NOTHING };
  return { ...row, clock: code, name, who, missed };
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})\|(\d{1,18})$/;

/** @throws UserError for a text that is not a cursor of ours */
export function readReminderCursor(after: string | null | undefined): ReminderCursor | null {
  if (!after) return null;
  const parts = CURSOR.exec(Buffer.from(after, 'base64url').toString());
  if (parts && isDay(parts[1]!)) return { dueOn: parts[1]!, id: parts[2]! };
  throw noCursor();
}
