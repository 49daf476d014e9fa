import { kindOf } from '#codes';
import {
  brokenCondition,
  checkIdentities,
  DIMENSIONS,
  MEASURES,
  neededMeasures,
  measureCondition,
  outcomeClassLookup,
  ratesOfKind,
  evaluateRate,
  type Condition,
  type Dimension,
  type IdentityCheck,
  type MeasureCode,
  type MeasureValues,
  type RateValue,
} from '#statistics';
import { countingScope } from '#identity';
import { CodeDirectory, Reader, type Moment } from '#persistence';
import { Injectable } from '@nestjs/common';
import { aggregateSql } from '../conditions/aggregate-sql.ts';
import { columnSql } from '../conditions/columns.ts';
import { conditionSql } from '../conditions/condition-sql.ts';
import { Parameters } from '../conditions/parameters.ts';
import { hash } from '../conditions/hash.ts';
import { CountMeasures } from './count-measures.ts';
import { flowOfEvents } from './flow.ts';
import { isWholeMonths, MonthRollup, type OutcomeCount } from './month-rollup.ts';
import { organSql, type Question } from './question.ts';

export interface Part {
  value: string | null;
  n: number;
}

/** The figures of a register: each number comes from its definition in `libs/statistics`. */
@Injectable()
export class Figures {
  /** A question is asked by one request; its fields share what was counted. */
  readonly #counted = new WeakMap<Question, Promise<MeasureValues>>();

  constructor(
    private readonly reader: Reader,
    private readonly codes: CodeDirectory,
    private readonly rollup: MonthRollup,
    private readonly counter: CountMeasures,
  ) {}

  /** For fields of one answer: what `use` runs is read at one moment. */
  moment(): Moment {
    return this.reader.moment();
  }

  /** @param only counted for itself; all of them are counted once for a question */
  measures(question: Question, only?: readonly MeasureCode[]): Promise<MeasureValues> {
    if (only) return this.counter.count(question, only);
    const counted = this.#counted.get(question) ?? this.counter.count(question);
    this.#counted.set(question, counted);
    return counted;
  }

  /** Stock and flow: from the month figures for whole months, else counted. */
  async flow(question: Question): Promise<MeasureValues> {
    if (!isWholeMonths(question.scope)) return this.measures(question);
    const [events, outcomes] = await Promise.all([
      this.rollup.events(question),
      this.rollup.outcomes(question),
    ]);
    return flowOfEvents(question.register, events, outcomes, outcomeClassLookup(this.codes.items));
  }

  /** Cases disposed of in the period, by outcome. */
  async outcomes(question: Question): Promise<Part[]> {
    const counted: (Part | OutcomeCount)[] = isWholeMonths(question.scope)
      ? await this.rollup.outcomes(question)
      : await this.parts(question, DISPOSED[kindOf(question.register)], 'OUTCOME');
    const sums = new Map<string, number>();
    for (const one of counted) {
      const code = ('outcome' in one ? one.outcome : one.value) ?? '';
      sums.set(code, (sums.get(code) ?? 0) + one.n);
    }
    return [...sums].map(([value, n]) => ({ value, n }));
  }

  /** A measure by the values of a dimension; what is unknown stands under null, so that the parts add up. */
  async parts(question: Question, code: MeasureCode, dimension: Dimension): Promise<Part[]> {
    const { register, organIds, scope, visible } = question;
    const measure = MEASURES[code];
    const bind = new Parameters(scope, outcomeClassLookup(this.codes.items));
    const where = conditionSql(measureCondition(measure, register), bind);
    const text = `select ${dimensionSql(dimension)} as value, (${aggregateSql(measure.aggregate, { all: [] }, bind)})::float as n
      from proceeding p where not p.voided and ${where} and ${organSql(organIds, bind)} group by 1`;
    return this.reader.rows<Part>(countingScope(visible), `figures.parts.${hash(text)}`, text, bind.values);
  }

  /** The rates of a register, or those of one code; only what they divide is counted, in whichever register. */
  async rates(question: Question, code?: string | null): Promise<RateValue[]> {
    const rates = ratesOfKind(kindOf(question.register)).filter(one => !code || one.code === code);
    const needed = Map.groupBy(neededMeasures(rates, question.register), one => one.register);
    const counted = await Promise.all(
      [...needed].map(([register, list]) =>
        this.measures(
          { ...question, register },
          list.map(one => one.code),
        ),
      ),
    );
    const values = Object.assign({}, ...counted) as MeasureValues;
    return rates.map(rate => evaluateRate(rate, values));
  }

  async identities(question: Question): Promise<IdentityCheck[]> {
    return checkIdentities(question.register, await this.measures(question));
  }

  /** The case numbers or ids behind a broken identity, at most `limit`. */
  async broken(question: Question, check: IdentityCheck, limit = 20): Promise<string[]> {
    return this.casesOf(question, brokenCondition(check.identity, question.register), limit);
  }

  /** The authorities of the cases that meet a condition, at most ten. */
  async authoritiesOf(
    { organIds, scope, visible }: Question,
    condition: Condition,
  ): Promise<AuthorityLevel[]> {
    const bind = new Parameters(scope, outcomeClassLookup(this.codes.items));
    const where = conditionSql(condition, bind);
    const text = `select distinct o.code, o.name from proceeding p left join organ o on o.id = p.authority_id
      where not p.voided and ${where} and ${organSql(organIds, bind)} order by o.name limit 10`;
    return this.reader.rows<AuthorityLevel>(visible, `figures.authorities.${hash(text)}`, text, bind.values);
  }

  /** The cases that meet a condition, as far as the asker may see them. */
  async casesOf(
    { organIds, scope, visible }: Question,
    condition: Condition,
    limit: number,
  ): Promise<string[]> {
    const bind = new Parameters(scope, outcomeClassLookup(this.codes.items));
    const where = conditionSql(condition, bind);
    const text = `select coalesce(p.case_number, 'id ' || p.id) as label from proceeding p
      where not p.voided and ${where} and ${organSql(organIds, bind)} order by p.id limit ${bind.value(limit, 'int')}`;
    const rows = await this.reader.rows<{ label: string }>(
      visible,
      `figures.cases.${hash(text)}`,
      text,
      bind.values,
    );
    return rows.map(row => row.label);
  }
}

/** An authority of some cases; null: the cases name none. */
export interface AuthorityLevel {
  code: string | null;
  name: string | null;
}

const DISPOSED = {
  RECONSIDERATION: 'DISPOSED',
  LITIGATION: 'SUITS_CLOSED',
  MEDIATION: 'MEDIATIONS_CLOSED',
} as const;

/** The SQL of a dimension's value, as text. */
export function dimensionSql(dimension: Dimension): string {
  const column = columnSql(DIMENSIONS[dimension].column, 'p');
  return dimension.startsWith('MONTH') ? `to_char(${column}, 'YYYY-MM')` : `${column}::text`;
}
