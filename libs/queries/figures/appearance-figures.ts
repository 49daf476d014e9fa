import {
  APPEARANCE_ASIDES,
  APPEARANCE_VARIANTS,
  all,
  excludedConditions,
  outcomeClassLookup,
  ratio,
  type AppearanceVariant,
  type ExclusionReason,
  type Ratio,
} from '#statistics';
import { countingScope } from '#identity';
import { CodeDirectory, Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { aggregateSql } from '../conditions/aggregate-sql.ts';
import { inHandOrHeardSql } from '../conditions/in-hand-sql.ts';
import { Parameters } from '../conditions/parameters.ts';
import { hash } from '../conditions/hash.ts';
import { organSql, type Question } from './question.ts';

export interface AppearanceFigure extends Ratio {
  variant: AppearanceVariant;
  /** How many suits in hand are not in the base, by reason. */
  excluded: { reason: ExclusionReason; n: number }[];
}

export interface AppearanceFigures {
  variants: AppearanceFigure[];
  asides: { code: keyof typeof APPEARANCE_ASIDES; n: number }[];
}

/** 出庭应诉率 in all its variants, from one pass over the suits in hand or heard in the period. */
@Injectable()
export class CountAppearance {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodeDirectory,
  ) {}

  async count(question: Pick<Question, 'organIds' | 'scope' | 'visible'>): Promise<AppearanceFigures> {
    const bind = new Parameters(question.scope, outcomeClassLookup(this.codes.items));
    const columns: string[] = [];
    const add = (sql: string) => columns.push(`(${sql})::int as c${columns.length}`) - 1;
    const counted = APPEARANCE_VARIANTS.map(variant => ({
      variant,
      top: add(aggregateSql(variant.numerator, all(variant.base, variant.hit), bind)),
      bottom: add(aggregateSql(variant.denominator, variant.base, bind)),
      excluded: excludedConditions(variant).map(({ reason, where }) => ({
        reason,
        at: add(aggregateSql({ count: true }, where, bind)),
      })),
    }));
    const asides = Object.entries(APPEARANCE_ASIDES).map(([code, { where }]) => ({
      code: code as keyof typeof APPEARANCE_ASIDES,
      at: add(aggregateSql({ count: true }, where, bind)),
    }));
    const text = `select ${columns.join(',\n')} from proceeding p
      where not p.voided and p.register in ('LITIGATION', 'CIVIL_LITIGATION') and ${organSql(question.organIds, bind)}
        and ${inHandOrHeardSql(bind)}`;
    const row = await this.reader.first<Record<string, number>>(
      countingScope(question.visible),
      `figures.appearance.${hash(text)}`,
      text,
      bind.values,
    );
    const at = (index: number) => row?.[`c${index}`] ?? 0;
    return {
      variants: counted.map(({ variant, top, bottom, excluded }) => ({
        variant,
        ...ratio(at(top), at(bottom)),
        excluded: excluded.map(one => ({ reason: one.reason, n: at(one.at) })).filter(one => one.n > 0),
      })),
      asides: asides.map(one => ({ code: one.code, n: at(one.at) })),
    };
  }
}
