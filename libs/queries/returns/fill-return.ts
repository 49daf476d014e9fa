import {
  countedColumns,
  DEFAULT_RETURN_SETTINGS,
  fillReturn,
  outcomeClassLookup,
  returnForm,
  type CountedGroup,
  type ReturnForm,
  type ReturnGrid,
  type ReturnLists,
  type RowBlock,
} from '#statistics';
import { countingScope } from '#identity';
import { CodeDirectory, OrganDirectory, Reader } from '#persistence';
import { FIELD_EDITIONS } from '#codes';
import { Injectable } from '@nestjs/common';
import { aggregateSql } from '../conditions/aggregate-sql.ts';
import { columnSql } from '../conditions/columns.ts';
import { inHandOrHeardSql } from '../conditions/in-hand-sql.ts';
import { Parameters } from '../conditions/parameters.ts';
import { hash } from '../conditions/hash.ts';
import { distinctNames, type OwnedName } from '../figures/distinct-names.ts';
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
    const form = returnForm(formCode, DEFAULT_RETURN_SETTINGS, this.lists());
    const groups = await Promise.all(form.blocks.map(block => this.groups(form, block, question)));
    return fillReturn(form, question.register, question.scope, groups, this.labels(groups, form));
  }

  /** The living fields and the rows of the form they are counted in. */
  private lists(): ReturnLists {
    const { items } = this.codes;
    const edition = FIELD_EDITIONS.E2015;
    const mappings = items.map(({ list, code }) => ({
      list,
      edition,
      from: code,
      to: this.codes.inEdition(code, edition),
    }));
    return { items, mappings };
  }

  private async groups(form: ReturnForm, block: RowBlock, question: Question): Promise<CountedGroup[]> {
    const { register, organIds, scope, visible } = question;
    const bind = new Parameters(scope, outcomeClassLookup(this.codes.items));
    const columns = countedColumns(form).map(c => `(${aggregateSql(c.aggregate, c.where, bind)})::float`);
    const text = `select ${columnSql(block.column, 'p')}::text as value, array[${columns.join(',\n')}] as numbers
      from proceeding p
      where not p.voided and p.register = ${bind.value(register)} and ${organSql(organIds, bind)}
        and ${inHandOrHeardSql(bind)}
      group by 1`;
    const name = `returns.${form.code}.${hash(text)}`;
    return this.reader.rows<CountedGroup>(countingScope(visible), name, text, bind.values);
  }

  private labels(groups: readonly CountedGroup[][], form: ReturnForm): Map<string, string> {
    const names = new Map<string, OwnedName>();
    form.blocks.forEach((block, i) => {
      if (block.column !== 'respondent') return;
      for (const { value } of groups[i] ?? []) if (value) names.set(value, this.nameOf(value));
    });
    return distinctNames(names);
  }

  private nameOf(id: string): OwnedName {
    const organ = this.organs.byId(Number(id));
    const above = organ?.parentId ? this.organs.byId(organ.parentId) : null;
    return { name: organ?.name ?? id, of: above?.name ?? null };
  }
}
