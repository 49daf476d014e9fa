import {
  all,
  APPEARANCE_ASIDES,
  brokenCondition,
  excludedConditions,
  findAppearanceVariant,
  IDENTITIES,
  measureCondition,
  MEASURES,
  outcomeClassLookup,
  type Condition,
} from '#statistics';
import { countingScope } from '#identity';
import { CodeDirectory, Reader } from '#persistence';
import { Injectable } from '@nestjs/common';
import { conditionSql } from '../conditions/condition-sql.ts';
import { Parameters } from '../conditions/parameters.ts';
import { hash } from '../conditions/hash.ts';
import type { Cursor } from '../proceedings/list-proceedings.ts';
import { PROCEEDING_COLUMNS, type ProceedingRow } from '../proceedings/proceeding-columns.ts';
import { dimensionSql } from './figures.ts';
import { organSql, type Question } from './question.ts';
import type { Reference } from './reference.ts';

function conditionOf(question: Question, what: Reference['what']): Condition {
  if ('measure' in what) return measureCondition(MEASURES[what.measure], question.register);
  if ('identity' in what)
    return brokenCondition(
      IDENTITIES.find(one => one.code === what.identity)!,
      question.register,
    );
  if ('aside' in what) return APPEARANCE_ASIDES[what.aside].where;
  const variant = findAppearanceVariant(what.appearance);
  if (what.part === 'denominator') return variant.base;
  if (what.part === 'numerator') return all(variant.base, variant.hit);
  const reasons = excludedConditions(variant).filter(one => !what.reason || one.reason === what.reason);
  return { any: reasons.map(one => one.where) };
}

/** 打开数字: the proceedings behind a number, found by the very condition that counted it. */
@Injectable()
export class OpenNumber {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodeDirectory,
  ) {}

  rows(
    question: Question,
    what: Reference['what'],
    after: Cursor | null,
    limit: number,
  ): Promise<ProceedingRow[]> {
    const { bind, conditions } = this.compile(question, what);
    if (after)
      conditions.push(
        `(p.received_on, p.id) < (${bind.value(after.receivedOn, 'date')}, ${bind.value(after.id, 'bigint')})`,
      );
    const text = `select ${PROCEEDING_COLUMNS} from proceeding p where ${conditions.join(' and ')}
      order by p.received_on desc, p.id desc limit ${bind.value(limit, 'int')}`;
    return this.reader.rows<ProceedingRow>(question.visible, `figures.open.${hash(text)}`, text, bind.values);
  }

  /** How many cases the number counts that are confidential and not listed to this asker. */
  async hidden(question: Question, what: Reference['what']): Promise<number> {
    const { bind, conditions } = this.compile(question, what);
    const asker = bind.value(question.visible.accountId, 'int');
    const text = `select count(*)::int as n from proceeding p where p.confidential and ${conditions.join(' and ')}
      and not exists (select from confidential_reader r
        where r.proceeding_id = p.id and r.account_id = ${asker} and r.revoked_at is null)`;
    const scope = countingScope(question.visible);
    const row = await this.reader.first<{ n: number }>(
      scope,
      `figures.hidden.${hash(text)}`,
      text,
      bind.values,
    );
    return row?.n ?? 0;
  }

  private compile(question: Question, what: Reference['what']): { bind: Parameters; conditions: string[] } {
    const bind = new Parameters(question.scope, outcomeClassLookup(this.codes.items));
    const conditions = [
      'not p.voided',
      conditionSql(conditionOf(question, what), bind),
      organSql(question.organIds, bind),
    ];
    if ('measure' in what && what.by) {
      const value = dimensionSql(what.by);
      if (what.in) conditions.push(`${value} = any(${bind.value(what.in, 'text[]')})`);
      else conditions.push(`${value} is not distinct from ${bind.value(what.is ?? null, 'text')}`);
    }
    return { bind, conditions };
  }
}
