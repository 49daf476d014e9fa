import type { Scope } from '#identity';
import { FallingDue, LawToday, WorkList, type DueFilter, type WorkFilter, type WorkRow } from '#queries';
import { Injectable } from '@nestjs/common';
import { pageSize } from '../../proceedings/shape.ts';
import { Labels } from '../../shared/labels.ts';
import { pageInfoOf, readWorkCursor, shapeWork } from './work-shapes.ts';
import type { WorkItem, WorkPage } from './work.types.ts';

export interface PageAsked {
  first: number;
  after?: string | null;
}

/** Pages of cases in somebody's work, with how many of them are left out as confidential. */
@Injectable()
export class WorkPages {
  constructor(
    private readonly list: WorkList,
    private readonly falling: FallingDue,
    private readonly law: LawToday,
    private readonly labels: Labels,
  ) {}

  async work(scope: Scope, filter: WorkFilter, { first, after }: PageAsked): Promise<WorkPage> {
    const size = pageSize(first);
    const [rows, confidential] = await Promise.all([
      this.list.rows(scope, filter, readWorkCursor(after), size + 1),
      this.list.hidden(scope, filter),
    ]);
    return this.page(rows, size, confidential);
  }

  async due(scope: Scope, filter: DueFilter, { first, after }: PageAsked): Promise<WorkPage> {
    const size = pageSize(first);
    const [rows, confidential] = await Promise.all([
      this.falling.rows(scope, filter, readWorkCursor(after), size + 1),
      this.falling.hidden(scope, filter),
    ]);
    return this.page(rows, size, confidential);
  }

  private page(rows: readonly WorkRow[], size: number, confidential: number): WorkPage {
    const context = this.law.reconsideration();
    const nodes: WorkItem[] = rows.slice(0, size).map(row => shapeWork(row, this.labels, context));
    return { nodes, pageInfo: pageInfoOf(rows, size), confidential };
  }
}
