import { officeScope, openCases, systemScope } from '#identity';
import type { JobHandler } from '#jobs';
import { OrganDirectory, Reader, type OrganRecord } from '#persistence';
import { Figures, FillReturn, type Question } from '#queries';
import { checkReturn, groupViolations, scopeOf, type ReturnGrid } from '#statistics';
import { Injectable } from '@nestjs/common';
import type { Text } from '../refusal.ts';
import { ExportOutput, type ExportRow } from './export-output.ts';
import { remedyOf } from './return-remedies.ts';

/** A broken identity of a return that was refused, with the cases to look at. */
export interface RefusedIdentity {
  identity: string;
  zh: string;
  en: string;
  cases: string[];
  remedy: Text;
}

const FIND = `select id, organ_id as "organId", with_subordinates as "withSubordinates", form, format, period_from as "from",
  period_to as "to", cut_off as "cutOff", state from return_export where id = $1`;
const PROGRESS = `state = 'RUNNING', progress = $2`;
const DONE = `state = 'DONE', progress = 100, file_key = $2, file_name = $3`;
const REFUSED = `state = 'REFUSED', violations = $2`;
const FAILED = `state = 'FAILED', error = $2`;
const FAULT = {
  code: 'EXPORT_FAULT',
  zh: '导出多次出错,已停止。请联系管理员查看日志后重新导出。',
  en: 'The export failed repeatedly and was stopped. Ask the administrator to look at the log, then export again.',
};

/** Fills a return, checks its identities and writes the file; a return that does not balance is refused with its cases. */
@Injectable()
export class RunExport implements JobHandler<'exportReturn'> {
  readonly job = 'exportReturn';

  constructor(
    private readonly reader: Reader,
    private readonly organs: OrganDirectory,
    private readonly filler: FillReturn,
    private readonly figures: Figures,
    private readonly output: ExportOutput,
  ) {}

  async handle({ exportId }: { exportId: number }): Promise<void> {
    const row = await this.reader.first<ExportRow>(systemScope(), 'returns.export', FIND, [exportId]);
    if (!row || !['QUEUED', 'RUNNING'].includes(row.state)) return;
    if (!this.organs.byId(row.organId)) await this.organs.refresh();
    const organ = this.organs.byId(row.organId)!;
    const question = this.question(row, organ);
    const scope = question.visible;
    if (!(await this.output.write(scope, exportId, PROGRESS, [10]))) return;
    const grid = await this.filler.fill(row.form, question);
    if (!(await this.output.write(scope, exportId, PROGRESS, [60]))) return;
    const refused = await this.refusal(grid, question);
    if (refused.length) {
      const values = [JSON.stringify(refused)];
      return this.output.end(scope, exportId, 'EXPORT_REFUSED', { set: REFUSED, values });
    }
    const { key, name } = await this.output.file(grid, row, organ);
    await this.output.end(scope, exportId, 'EXPORT_DONE', { set: DONE, values: [key, name] });
  }

  async giveUp({ exportId }: { exportId: number }): Promise<void> {
    const values = [JSON.stringify(FAULT)];
    await this.output.end(systemScope(), exportId, 'EXPORT_FAILED', { set: FAILED, values });
  }

  private question(row: ExportRow, organ: OrganRecord): Question {
    const ids = row.withSubordinates ? this.organs.subtree(organ.id).map(one => one.id) : [organ.id];
    const register = row.form === 'APPEARANCE' ? 'LITIGATION' : 'RECONSIDERATION';
    const organIds = ids.length === this.organs.size ? null : ids;
    const scope = scopeOf(row.from, row.to, { cutOff: row.cutOff });
    return { register, organIds, scope, visible: officeScope(organIds ?? 'ALL') };
  }

  /** One entry per identity that does not hold; whoever reads the refusal, confidential cases are not named in it. */
  private async refusal(grid: ReturnGrid, asked: Question): Promise<RefusedIdentity[]> {
    const question = { ...asked, visible: openCases(asked.visible) };
    const violations = groupViolations(checkReturn(grid));
    return Promise.all(
      violations.map(async ({ identity, zh, en, rows, cases }) => ({
        identity,
        zh: `${zh}(${rows.map(row => `${row.row} ${row.left}/${row.right}`).join(';')})`,
        en,
        cases: await this.figures.casesOf(question, cases, 20),
        remedy: remedyOf(
          identity,
          identity === 'AUTHORITIES' ? await this.figures.authoritiesOf(question, cases) : [],
        ),
      })),
    );
  }
}
