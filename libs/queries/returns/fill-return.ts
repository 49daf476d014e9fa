import {
  countedColumns,
  fillReturn,
  outcomeClassLookup,
  returnForm,
  type CountedGroup,
  type ReturnForm,
  type ReturnGrid,
  type RowBlock,
} from '#statistics';
import { CodeDirectory, OrganDirectory, Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { aggregateSql } from '../conditions/aggregate-sql.ts';
import { columnSql } from '../conditions/columns.ts';
import { inHandOrHeardSql } from '../conditions/in-hand-sql.ts';
import { Parameters } from '../conditions/parameters.ts';
import { hash } from '../figures/figures.ts';
import { organSql, type Question } from '../figures/question.ts';

/** Fills a return: one pass per block of rows, every column a filtered aggregate. */
@Injectable()
export class FillReturn {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodeDirectory,
    private readonly organs: OrganDirectory,
  ) {}

  async fill(formCode: string, question: Question): Promise<ReturnGrid> {
    const form = returnForm(formCode);
    const groups = await Promise.all(form.blocks.map(block => this.groups(form, block, question)));
    return fillReturn(form, question.register, question.scope, groups, this.labels(groups, form));
  }

  private async groups(form: ReturnForm, block: RowBlock, question: Question): Promise<CountedGroup[]> {
    const { register, organIds, scope } = question;
    const bind = new Parameters(scope, outcomeClassLookup(this.codes.items));
    const columns = countedColumns(form).map(c => `(${aggregateSql(c.aggregate, c.where, bind)})::float`);
    const text = `select ${columnSql(block.column, 'p')}::text as value, array[${columns.join(',\n')}] as numbers
      from proceeding p
      where not p.voided and p.register = ${bind.value(register)} and ${organSql(organIds, bind)}
        and ${inHandOrHeardSql(bind)}
      group by 1`;
    return this.reader.rows<CountedGroup>(`returns.${form.code}.${hash(text)}`, text, bind.values);
  }

  private labels(groups: readonly CountedGroup[][], form: ReturnForm): Map<string, string> {
    const labels = new Map<string, string>();
    form.blocks.forEach((block, i) => {
      if (block.column !== 'respondent') return;
      for (const { value } of groups[i] ?? [])
        if (value) labels.set(value, this.organs.byId(Number(value))?.name ?? value);
    });
    return labels;
  }
}
