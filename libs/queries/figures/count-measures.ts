import { kindOf } from '#codes';
import { measuresOfKind, outcomeClassLookup, type MeasureCode, type MeasureValues } from '#statistics';
import { countingScope } from '#identity';
import { CodeDirectory, Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { aggregateSql } from '../conditions/aggregate-sql.ts';
import { hash } from '../conditions/hash.ts';
import { Parameters } from '../conditions/parameters.ts';
import { organShape, organSql, type Question } from './question.ts';

/** Counts measures of a register in one pass over the cases in hand during the period. */
@Injectable()
export class CountMeasures {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodeDirectory,
  ) {}

  /** @param only the measures wanted; all of the register's when left out */
  async count(question: Question, only?: readonly MeasureCode[]): Promise<MeasureValues> {
    const { register, organIds, scope, visible } = question;
    const bind = new Parameters(scope, outcomeClassLookup(this.codes.items));
    const measures = measuresOfKind(kindOf(register)).filter(one => !only || only.includes(one.code));
    const columns = measures.map(m => `(${aggregateSql(m.aggregate, m.where, bind)})::text as "${m.code}"`);
    const text = `select ${columns.join(',\n')} from proceeding p
      where not p.voided and p.register = ${bind.value(register)} and ${organSql(organIds, bind)}
        and p.received_on <= ${bind.day('end')} and (p.closed_on is null or p.closed_on >= ${bind.day('start')})`;
    const name = only
      ? `figures.measures.${hash(text)}`
      : `figures.measures.${kindOf(register)}.${organShape(organIds)}`;
    const row = await this.reader.first<Record<MeasureCode, string>>(
      countingScope(visible),
      name,
      text,
      bind.values,
    );
    return Object.fromEntries(Object.entries(row ?? {}).map(([code, value]) => [code, Number(value)]));
  }
}
