import { runSql } from '../database.ts';

/** A planted case, as the test counts it again. */
export interface PlantedCase {
  id: string;
  organId: number;
  handler: number | null;
  second: number | null;
  state: string;
  dueOn: string | null;
  receivedOn: string;
  confidential: boolean;
  clocks: { code: string; dueOn: string | null }[];
}

const STATES = ['RECEIVED', 'IN_REVIEW', 'ACCEPTED', 'CLOSED', 'REFUSED', 'EFFECTIVE', 'DECISION_PENDING'];
const CODES = ['RC-28', 'RC-07', 'RC-12', 'RC-31'];

const INSERT = `with c as (select * from jsonb_to_recordset($1::jsonb) as c("organId" int, handler int, second int, state text, "dueOn" date,
      "receivedOn" date, confidential boolean, clocks jsonb, n int)),
    d as (insert into dispute (organ_id) select "organId" from c limit 1 returning id),
    p as (insert into proceeding (dispute_id, register, organ_id, respondent_id, case_number, received_on, confidential)
      select d.id, 'RECONSIDERATION', "organId", $2, 'P' || n, "receivedOn", confidential from c, d returning id, case_number),
    r as (insert into reconsideration (proceeding_id, organ_id, request_id, channel, act_name, claims, state, procedure,
        next_clock, next_due_on, handler_id, second_handler_id)
      select p.id, "organId", 'planted ' || n, 'PAPER', '处罚决定', '撤销', state, 'ORDINARY',
        case when "dueOn" is null then null else 'RC-28' end, "dueOn", handler, second
      from c join p on p.case_number = 'P' || n),
    k as (insert into case_clock (proceeding_id, code, due_on)
      select p.id, k.code, k."dueOn" from c join p on p.case_number = 'P' || n,
        jsonb_to_recordset(c.clocks) as k(code text, "dueOn" date))
  select id::text, substr(case_number, 2)::int as n from p order by n`;

const dayAt = (today: string, days: number): string =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** Cases of every kind, the same ones each time. Primes keep the kinds from falling together. */
export async function plantWork(
  databaseUrl: string,
  organs: readonly number[],
  people: readonly (number | null)[],
  respondent: number,
  today: string,
  count: number,
): Promise<PlantedCase[]> {
  const cases = Array.from({ length: count }, (_, n) => {
    const due = n % 11 === 0 ? null : dayAt(today, ((n * 37) % 140) - 20);
    const handler = people[n % people.length] ?? null;
    const second = people[(n * 3 + 1) % people.length] ?? null;
    return {
      n,
      organId: organs[n % 13 === 0 ? 1 : 0]!,
      handler,
      second: second === handler ? null : second,
      state: STATES[n % STATES.length]!,
      dueOn: due,
      receivedOn: dayAt(today, -((n * 7) % 200)),
      confidential: n % 17 === 0,
      clocks: CODES.filter((_c, i) => (n + i) % 3 !== 0).map((code, i) => ({
        code,
        dueOn: (n + i) % 7 === 0 ? null : dayAt(today, ((n * 53 + i * 29) % 130) - 15),
      })),
    };
  });
  const rows: { id: string; n: number }[] = [];
  for (const organId of organs) {
    const some = JSON.stringify(cases.filter(one => one.organId === organId));
    rows.push(...(await runSql<{ id: string; n: number }>(databaseUrl, INSERT, [some, respondent])));
  }
  return rows.map(({ id, n }) => ({ ...cases[n]!, id }));
}
