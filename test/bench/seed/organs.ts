import type { Client } from 'pg';

export const CITIES = 20;
export const BELOW_A_CITY = 9;
/** One province, its cities, and what stands below them: county governments and departments. */
export const ORGANS = 1 + CITIES + CITIES * BELOW_A_CITY;

/** Code of the city the figures are asked of; it has more cases than the others. */
export const CITY = 'C01';
/** Code of the city that imports a ledger. */
export const IMPORTING_CITY = 'C02';
/** How the names of the organs below it begin, and its own. */
export const IMPORTING_CITY_NAME = '江南2市';

const TREE = `insert into organ (id, code, name, level, parent_id, path)
  select 1, 'P', '江南省人民政府', 'PROVINCE_GOVERNMENT', null, '/1/'
  union all
  select 1 + c, 'C' || lpad(c::text, 2, '0'), '江南' || c || '市人民政府', 'CITY_GOVERNMENT', 1, '/1/' || 1 + c || '/'
  from generate_series(1, $1::int) c
  union all
  select id, 'C' || lpad(c::text, 2, '0') || '-' || d,
    case when d <= 4 then '江南' || c || '市第' || d || '区人民政府' else '江南' || c || '市第' || d || '局' end,
    case when d <= 4 then 'COUNTY_GOVERNMENT' else 'CITY_DEPARTMENT' end, 1 + c, '/1/' || 1 + c || '/' || id || '/'
  from generate_series(1, $1::int) c, generate_series(1, $2::int) d,
    lateral (select 1 + $1::int + (c - 1) * $2::int + d as id) n`;
const OFFICIALS = `insert into official (organ_id, name)
  select id, '承办人' || n from organ, generate_series(1, 5) n order by id, n`;

export async function seedOrgans(client: Client): Promise<void> {
  await client.query(TREE, [CITIES, BELOW_A_CITY]);
  await client.query(OFFICIALS);
  await client.query("select setval('organ_id_seq', (select max(id) from organ))");
  await client.query('vacuum analyze organ, official');
}
