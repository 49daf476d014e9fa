import { sees, type Scope } from '#identity';
import { Reader } from '#persistence';
import { Injectable } from '@nestjs/common';

/** 曾撤回的申请: an earlier case that may bar this one (行政复议法(2023) art. 74(2)). */
export interface EarlierWithdrawal {
  readonly id: string;
  readonly organId: number;
  readonly respondentId: number | null;
  readonly caseNumber: string | null;
  readonly closedOn: string;
  readonly actName: string | null;
  readonly actNumber: string | null;
  readonly confidential: boolean;
  /** Every applicant by identity number, and the same act by its number; anything less is for people to check. */
  readonly sure: boolean;
}

/** A settlement ends a case through withdrawal too (74(2)). */
const WITHDRAWN = `select code from code_item where list = 'RECONSIDERATION_OUTCOME' and class in ('WITHDRAWN', 'SETTLED')`;

/** Round, square and lenticular brackets of numbers, full or half width, are written as those of GB/T 9704. */
const BRACKETS = ['\u0028\u0029\uff08\uff09\u005b\u005d\u3010\u3011', '\u3014\u3015'.repeat(4)] as const;
const written = (column: string) =>
  `translate(regexp_replace(${column}, '\\s', '', 'g'), '${BRACKETS[0]}', '${BRACKETS[1]}')`;

/** A hash says nothing across two keys: while keys are being changed the name has to do. */
const BOTH_HASHED = `split_part(a.identity_sealed, '.', 2) = split_part(b.identity_sealed, '.', 2)`;
const APPLICANT = (party: string) => `${party}.role in ('APPLICANT', 'REPRESENTATIVE')`;

/** Cases in which somebody of the same number or name applied: by index, however many cases the respondent has. */
const CASES_OF_THE_SAME = `select distinct b.proceeding_id from applicants a cross join lateral (
      select t.proceeding_id from party t where t.identity_hash = a.identity_hash and ${APPLICANT('t')}
      union all
      select t.proceeding_id from party t where t.name = a.name and ${APPLICANT('t')}) b`;

/**
 * Of one case: those of the same organ against the same respondent that were withdrawn before it came in, with an applicant
 * who is or may be the same. Two acts with different numbers are two acts.
 */
export const EARLIER_WITHDRAWALS = `with applicants as materialized (select a.id, a.name, a.identity_hash, a.identity_sealed
      from party a where a.proceeding_id = $1::bigint and ${APPLICANT('a')}),
    same as materialized (${CASES_OF_THE_SAME})
  select e.id::text, e.organ_id as "organId", e.respondent_id as "respondentId",
    e.case_number as "caseNumber", e.closed_on::text as "closedOn", x.act_name as "actName", x.act_number as "actNumber",
    e.confidential, coalesce(m.known = m.applicants and ${written('x.act_number')} = ${written('r.act_number')}, false) as sure
  from proceeding p join reconsideration r on r.proceeding_id = p.id
    cross join same c
    join proceeding e on e.id = c.proceeding_id and e.respondent_id = p.respondent_id and e.organ_id = p.organ_id
      and e.register = 'RECONSIDERATION' and e.id <> p.id and not e.voided and e.outcome in (${WITHDRAWN})
      and e.closed_on <= p.received_on
    left join reconsideration x on x.proceeding_id = e.id
    cross join lateral (select count(*) as applicants, count(*) filter (where s.known) as known, count(*) filter (where s.alike) as alike
      from (select coalesce(bool_or(a.identity_hash = b.identity_hash), false) as known,
          coalesce(bool_or(a.identity_hash = b.identity_hash
            or (a.name = b.name and coalesce(not (${BOTH_HASHED}), true))), false) as alike
        from applicants a left join party b on b.proceeding_id = e.id and ${APPLICANT('b')} group by a.id) s) m
  where p.id = $1::bigint and m.alike > 0
    and case when x.act_number is not null and r.act_number is not null
      then ${written('x.act_number')} = ${written('r.act_number')}
      else x.act_name is null or x.act_name = r.act_name end
  order by e.closed_on desc, e.id desc limit 20`;

/** Looks for what bars an application, within what the asker sees and nowhere else. */
@Injectable()
export class FindEarlierWithdrawals {
  constructor(private readonly reader: Reader) {}

  async of(scope: Scope, caseId: string): Promise<EarlierWithdrawal[]> {
    const rows = await this.reader.rows<EarlierWithdrawal>(
      scope,
      'case.earlierWithdrawals',
      EARLIER_WITHDRAWALS,
      [caseId],
    );
    return rows.filter(row => sees(scope, row));
  }
}
