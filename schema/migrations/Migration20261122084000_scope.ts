import { Migration } from '@mikro-orm/migrations';

/**
 * What the settings of a connection say; the policies of `schema/policies.ts` ask these. Stable and parallel safe, so
 * that a statement asks once and may still be shared between processes.
 */
const setting = (name: string) => `coalesce(current_setting('anjuan.${name}', true), '')`;
const ids = (name: string) =>
  `select case when ${setting(name)} in ('', '*') then '{}'::int[] else ${setting(name)}::int[] end`;
const FUNCTIONS: readonly (readonly [name: string, returns: string, body: string])[] = [
  ['scope_all', 'boolean', `select ${setting('keeps')} = '*'`],
  ['scope_keeps', 'int[]', ids('keeps')],
  ['scope_own', 'int[]', ids('own')],
  ['scope_account', 'int', `select nullif(${setting('account')}, '')::int`],
  ['scope_purpose', 'text', `select ${setting('purpose')}`],
];

/** Whether the asker may see a confidential case: with the owner's rights, because names are nobody's to list. */
const OPENS = `create function scope_opens(bigint) returns boolean language plpgsql stable parallel safe
  security definer set search_path = public, pg_temp as $body$ begin
    return scope_purpose() in ('COUNT', 'SYSTEM') or exists (select from confidential_reader
      where proceeding_id = $1 and account_id = scope_account() and revoked_at is null);
  end $body$;`;

/** The figures are kept by their triggers with the owner's rights: the role of the application only reads them. */
const FIGURE_TRIGGERS = ['figure_month', 'figure_total'].flatMap(table =>
  ['insert', 'update', 'delete'].map(event => `${table}_${event}`),
);

export class Migration20261122084000_scope extends Migration {
  override name = 'Migration20261122084000_scope';

  override up(): void {
    for (const [name, returns, body] of FUNCTIONS)
      this.addSql(
        `create function ${name}() returns ${returns} language sql stable parallel safe as $body$ ${body} $body$;`,
      );
    this.addSql(OPENS);
    for (const name of FIGURE_TRIGGERS)
      this.addSql(`alter function ${name}() security definer set search_path = public, pg_temp;`);
    this.addSql(`alter view figure_month_recount set (security_invoker = true);`);

    this.addSql(
      `create table "confidential_reader" ("proceeding_id" bigint not null, "account_id" int not null, "named_at" timestamptz not null default now(), "revoked_at" timestamptz null, primary key ("proceeding_id", "account_id"));`,
    );

    this.addSql(`alter table "figure_total" enable row level security;`);
    this.addSql(
      `create policy "figure_total_read" on "figure_total" for select using ((select scope_all()));`,
    );

    this.addSql(`alter table "official" enable row level security;`);
    this.addSql(
      `create policy "official_read" on "official" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "official_insert" on "official" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "official_update" on "official" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "ledger_mapping" enable row level security;`);
    this.addSql(
      `create policy "ledger_mapping_read" on "ledger_mapping" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_mapping_insert" on "ledger_mapping" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_mapping_update" on "ledger_mapping" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "ledger_import" enable row level security;`);
    this.addSql(
      `create policy "ledger_import_read" on "ledger_import" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_import_insert" on "ledger_import" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_import_update" on "ledger_import" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "figure_month" enable row level security;`);
    this.addSql(
      `create policy "figure_month_read" on "figure_month" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "dispute" enable row level security;`);
    this.addSql(
      `create policy "dispute_read" on "dispute" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "dispute_insert" on "dispute" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "dispute_update" on "dispute" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "proceeding" add "confidential" boolean not null default false;`);
    this.addSql(
      `create index proceeding_against on proceeding (respondent_id, received_on, id) where respondent_id is not null and not voided;`,
    );
    this.addSql(`create index proceeding_confidential on proceeding (organ_id) where confidential;`);
    this.addSql(`alter table "proceeding" enable row level security;`);
    this.addSql(
      `create policy "proceeding_read" on "proceeding" for select using (((select scope_all()) or organ_id in (select unnest(scope_keeps())) or respondent_id = any((select scope_own())::int[])) and (not confidential or scope_opens(id)));`,
    );
    this.addSql(
      `create policy "proceeding_insert" on "proceeding" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "proceeding_update" on "proceeding" for update using (((select scope_all()) or organ_id in (select unnest(scope_keeps()))) and (not confidential or scope_opens(id))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "party" enable row level security;`);
    this.addSql(
      `create policy "party_read" on "party" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "party_insert" on "party" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "party_update" on "party" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "party_delete" on "party" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(`alter table "outcome" enable row level security;`);
    this.addSql(
      `create policy "outcome_read" on "outcome" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "outcome_insert" on "outcome" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "outcome_update" on "outcome" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "outcome_delete" on "outcome" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(`alter table "ledger_row" enable row level security;`);
    this.addSql(
      `create policy "ledger_row_read" on "ledger_row" for select using (exists (select from ledger_import i where i.id = import_id) and (proceeding_id is null or (select scope_purpose()) = 'SYSTEM' or exists (select from proceeding p where p.id = proceeding_id)));`,
    );
    this.addSql(
      `create policy "ledger_row_insert" on "ledger_row" for insert with check (exists (select from ledger_import i where i.id = import_id));`,
    );
    this.addSql(
      `create policy "ledger_row_update" on "ledger_row" for update using (exists (select from ledger_import i where i.id = import_id)) with check (exists (select from ledger_import i where i.id = import_id));`,
    );

    this.addSql(`alter table "ledger_source" enable row level security;`);
    this.addSql(
      `create policy "ledger_source_read" on "ledger_source" for select using (((select scope_all()) or organ_id in (select unnest(scope_keeps()))) and ((select scope_purpose()) = 'SYSTEM' or exists (select from proceeding p where p.id = proceeding_id)));`,
    );
    this.addSql(
      `create policy "ledger_source_insert" on "ledger_source" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_source_update" on "ledger_source" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_source_delete" on "ledger_source" for delete using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(`alter table "hearing" enable row level security;`);
    this.addSql(
      `create policy "hearing_read" on "hearing" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "hearing_insert" on "hearing" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "hearing_update" on "hearing" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "hearing_delete" on "hearing" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(`alter table "attendance" enable row level security;`);
    this.addSql(
      `create policy "attendance_read" on "attendance" for select using (exists (select from hearing h where h.id = hearing_id));`,
    );
    this.addSql(
      `create policy "attendance_insert" on "attendance" for insert with check (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))));`,
    );
    this.addSql(
      `create policy "attendance_update" on "attendance" for update using (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))))) with check (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))));`,
    );
    this.addSql(
      `create policy "attendance_delete" on "attendance" for delete using (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))));`,
    );

    this.addSql(`alter table "return_export" enable row level security;`);
    this.addSql(
      `create policy "return_export_read" on "return_export" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "return_export_insert" on "return_export" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "return_export_update" on "return_export" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `alter table "confidential_reader" add constraint "confidential_reader_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on update cascade on delete restrict;`,
    );
    this.addSql(
      `alter table "confidential_reader" add constraint "confidential_reader_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete restrict;`,
    );
  }
}
