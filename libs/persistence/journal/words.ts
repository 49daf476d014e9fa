import { JOURNAL_ACTIONS, type JournalAction } from '#identity';
import type { WrittenEntry } from './entry-hash.ts';
import { JOURNAL_PROBLEMS, type JournalFault } from './faults.ts';

/** An entry in one line, for a terminal. */
export function entryLine(entry: WrittenEntry): string {
  const { seq, at, accountId, via, system, address, action, basis, details } = entry;
  const who = [accountId === null ? null : `account ${accountId}`, via, system, address].filter(Boolean);
  const what = JOURNAL_ACTIONS[action as JournalAction]?.zh ?? '';
  const more = [basis && JSON.stringify(basis), JSON.stringify(details)].filter(Boolean);
  return `${seq} ${at} ${action} ${what} [${who.join(' ')}] ${more.join(' ')}`;
}

/** A fault in one line: which entry of which subject, and what is wrong with it. */
export function faultLine({ subject, seq, id, problem }: JournalFault): string {
  const { zh, en } = JOURNAL_PROBLEMS[problem];
  const row = id === null ? '' : ` (id ${id})`;
  return `${subject.kind}:${subject.id} seq ${seq}${row} ${problem}: 第${seq}条${zh} | entry ${seq} ${en}`;
}
