import { countingScope, type Scope } from '#identity';
import { addDays, type CalendarDate } from '#law/calendar';
import { rcRows } from '#law/reconsideration';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { LawToday } from './law-today.ts';
import {
  HIDDEN_FROM,
  IS_OPEN,
  WORK_COLUMNS,
  WORK_JOINS,
  type WorkCursor,
  type WorkRow,
} from './work-columns.ts';

export const DAYS_AHEAD = 90;

/** How often a clock falls due in a week, by the week's Monday. */
export interface DueCount {
  monday: string;
  clock: string;
  count: number;
}

/** Clocks that fall due from one day to another, both included. */
export interface DueFilter {
  organId: number;
  from: CalendarDate;
  to: CalendarDate;
  /** Null: every clock. */
  clock: string | null;
}

const WHERE = `r.organ_id = $1 and ${IS_OPEN} and c.due_on between $2::date and $3::date and c.code <> all($4::text[])
    and ($5::text is null or c.code = $5)`;
const CLOCKS = 'reconsideration r join case_clock c on c.proceeding_id = r.proceeding_id';

const COUNT = `select date_trunc('week', c.due_on)::date as monday, c.code as clock, count(*)::int as count
  from ${CLOCKS} join proceeding p on p.id = r.proceeding_id and not p.voided where ${WHERE} group by 1, 2 order by 1, 2`;
const LIST = (limit: number) => `select ${WORK_COLUMNS}, c.code as clock, c.due_on as "dueOn", null as part
  from ${CLOCKS} ${WORK_JOINS} where ${WHERE} and (c.due_on, r.proceeding_id, c.code) > ($6::date, $7::bigint, $8::text)
  order by c.due_on, r.proceeding_id, c.code limit ${limit}`;
const HIDDEN = `select count(*)::int as n from ${CLOCKS} join proceeding p on p.id = r.proceeding_id and not p.voided
  where ${WHERE} and ${HIDDEN_FROM('$6')}`;

const LIMITS = [21, 51, 101, 201];

/** 到期预测: which clocks of open cases fall due in the coming weeks, and in which cases. Costs the open cases of the organ. */
@Injectable()
export class FallingDue {
  constructor(
    private readonly reader: Reader,
    private readonly law: LawToday,
  ) {}

  /** With the confidential cases. */
  counts(scope: Scope, organId: number): Promise<DueCount[]> {
    const { today: from } = this.law.reconsideration();
    const values = this.values({ organId, from, to: addDays(from, DAYS_AHEAD), clock: null });
    return this.reader.rows<DueCount>(countingScope(scope), 'work.dueCounts', COUNT, values);
  }

  async rows(scope: Scope, filter: DueFilter, after: WorkCursor | null, limit: number): Promise<WorkRow[]> {
    const most = LIMITS.find(one => one >= limit) ?? limit;
    const values = [...this.values(filter), after?.due ?? '-infinity', after?.id ?? '0', after?.clock ?? ''];
    const rows = await this.reader.rows<WorkRow>(scope, `work.due.${most}`, LIST(most), values);
    return rows.slice(0, limit);
  }

  /** How many clocks the list leaves out because their cases are confidential. */
  async hidden(scope: Scope, filter: DueFilter): Promise<number> {
    const values = [...this.values(filter), scope.accountId];
    const row = await this.reader.first<{ n: number }>(
      countingScope(scope),
      'work.dueHidden',
      HIDDEN,
      values,
    );
    return row?.n ?? 0;
  }

  private values({ organId, from, to, clock }: DueFilter): unknown[] {
    return [organId, from, to, this.passing(), clock];
  }

  /** Days that merely go by oblige nobody, and fall due for nobody. */
  private passing(): string[] {
    const rules = rcRows(this.law.reconsideration().settings).map(row => row.rule);
    return rules.filter(one => one.variants.some(v => v.direction === 'ELAPSED')).map(one => one.code);
  }
}
