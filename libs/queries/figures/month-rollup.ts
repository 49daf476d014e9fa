import { countingScope, type Scope as Visible } from '#identity';
import { boundsOf, type Scope } from '#statistics';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { Parameters } from '../conditions/parameters.ts';
import { organShape, organSql, type Question } from './question.ts';
import { DIFFERENCES, type Difference } from './recount.ts';

/** Events of one kind before the period and within it. */
export interface EventCount {
  before: number;
  within: number;
}

export const STOCK_EVENTS = ['RECEIVED', 'ACCEPTED', 'CLOSED', 'DISPOSED_EARLY'] as const;
export type StockEvent = (typeof STOCK_EVENTS)[number];

/** Cases disposed of in the period: by outcome code, and those of them that were never accepted. */
export interface OutcomeCount {
  outcome: string;
  n: number;
  early: boolean;
}

/** True when the period begins with a month and ends with one: then no case needs to be looked at. */
export function isWholeMonths(scope: Scope): boolean {
  const { start, end } = boundsOf(scope);
  const dayAfter = new Date(`${end}T00:00:00Z`);
  dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
  return start.endsWith('-01') && dayAfter.getUTCDate() === 1;
}

/**
 * The first days of the months of a period. Written out instead of a range, they let the index jump from organ to
 * organ: a range of months reads every organ between.
 */
function monthsOf(scope: Scope): string[] {
  const { start, end } = boundsOf(scope);
  const months: string[] = [];
  const month = new Date(`${start.slice(0, 7)}-01T00:00:00Z`);
  for (; month.toISOString().slice(0, 10) <= end; month.setUTCMonth(month.getUTCMonth() + 1))
    months.push(month.toISOString().slice(0, 10));
  return months;
}

/** All organs together have sums of their own: adding up every organ's months would grow with what they have done. */
const tableOf = (organIds: Question['organIds']): string =>
  organIds === null ? 'figure_total' : 'figure_month';

/** Reads the month figures, for periods of whole months: the cost depends on organs and months, not on cases. */
@Injectable()
export class MonthRollup {
  constructor(private readonly reader: Reader) {}

  async outcomes({ register, organIds, scope, visible }: Question): Promise<OutcomeCount[]> {
    const bind = new Parameters(scope);
    const text = `select outcome, event = 'OUTCOME_EARLY' as early, sum(n)::int as n from ${tableOf(organIds)} p
      where p.register = ${bind.value(register)} and p.event in ('OUTCOME', 'OUTCOME_EARLY')
        and p.month = any(${bind.value(monthsOf(scope), 'date[]')}) and ${organSql(organIds, bind)}
      group by 1, 2 having sum(n) <> 0`;
    return this.reader.rows<OutcomeCount>(
      countingScope(visible),
      `figures.outcomes.${organShape(organIds)}`,
      text,
      bind.values,
    );
  }

  /** Everything that happened up to the end of the period; the stock is the difference of these. */
  async events({ register, organIds, scope, visible }: Question): Promise<Record<StockEvent, EventCount>> {
    const bind = new Parameters(scope);
    const start = bind.day('start');
    const text = `select event, coalesce(sum(n) filter (where p.month < ${start}), 0)::int as before,
        coalesce(sum(n) filter (where p.month >= ${start}), 0)::int as within
      from ${tableOf(organIds)} p
      where p.register = ${bind.value(register)} and p.event in ('${STOCK_EVENTS.join("', '")}')
        and p.month <= ${bind.day('end')} and ${organSql(organIds, bind)}
      group by event`;
    const name = `figures.events.${organShape(organIds)}`;
    const rows = await this.reader.rows<EventCount & { event: StockEvent }>(
      countingScope(visible),
      name,
      text,
      bind.values,
    );
    const of = (event: StockEvent) => rows.find(row => row.event === event) ?? { before: 0, within: 0 };
    return {
      RECEIVED: of('RECEIVED'),
      ACCEPTED: of('ACCEPTED'),
      CLOSED: of('CLOSED'),
      DISPOSED_EARLY: of('DISPOSED_EARLY'),
    };
  }

  /** What figure_month has and should not have, or lacks: empty when every number is right. */
  differences(visible: Visible): Promise<Difference[]> {
    return this.reader.rows(visible, 'figures.differences', DIFFERENCES);
  }
}
