import { Migration } from '@mikro-orm/migrations';

const setting = `coalesce(current_setting('anjuan.keeps', true), '')`;
const KEPT = `create function scope_kept() returns varbit language sql stable parallel safe
  as $body$ select case when ${setting} in ('', '*') then B'' else ${setting}::varbit end $body$;`;
/** The bits are read once for all organs. */
const WHOLLY_KEPT = `create or replace function organs_wholly_kept() returns setof int language sql stable as $body$
  with kept as materialized (select scope_kept() as bits)
  select above from organ o cross join lateral organs_above(o.path) above cross join kept
  group by above having bool_and(substring(kept.bits, o.id, 1) = B'1') $body$;`;

const KEEPS = `create function scope_keeps() returns int[] language sql stable parallel safe
  as $body$ select case when ${setting} in ('', '*') then '{}'::int[] else ${setting}::int[] end $body$;`;
const WHOLLY_KEPT_BEFORE = `create or replace function organs_wholly_kept() returns setof int language sql stable as $body$
  select above from organ o cross join lateral organs_above(o.path) above
    left join (select unnest(scope_keeps()) as id) kept on kept.id = o.id
  group by above having bool_and(kept.id is not null) $body$;`;

/** The organs of a scope as bits, not as a list that every statement hashes. */
export class Migration20261122124000_scope_bits extends Migration {
  override name = 'Migration20261122124000_scope_bits';

  override up(): void | Promise<void> {
    for (const sql of [KEPT, WHOLLY_KEPT]) this.addSql(sql);
    this.addSql(`drop policy "journal_read" on "journal";`);

    this.addSql(`drop policy "official_insert" on "official";`);
    this.addSql(`drop policy "official_read" on "official";`);
    this.addSql(`drop policy "official_update" on "official";`);

    this.addSql(`drop policy "letter_series_insert" on "letter_series";`);
    this.addSql(`drop policy "letter_series_read" on "letter_series";`);
    this.addSql(`drop policy "letter_series_update" on "letter_series";`);

    this.addSql(`drop policy "ledger_mapping_insert" on "ledger_mapping";`);
    this.addSql(`drop policy "ledger_mapping_read" on "ledger_mapping";`);
    this.addSql(`drop policy "ledger_mapping_update" on "ledger_mapping";`);

    this.addSql(`drop policy "figure_month_read" on "figure_month";`);

    this.addSql(`drop policy "dispute_insert" on "dispute";`);
    this.addSql(`drop policy "dispute_read" on "dispute";`);
    this.addSql(`drop policy "dispute_update" on "dispute";`);

    this.addSql(`drop policy "officer_qualification_insert" on "officer_qualification";`);
    this.addSql(`drop policy "officer_qualification_read" on "officer_qualification";`);
    this.addSql(`drop policy "officer_qualification_update" on "officer_qualification";`);

    this.addSql(`drop policy "ledger_import_insert" on "ledger_import";`);
    this.addSql(`drop policy "ledger_import_read" on "ledger_import";`);
    this.addSql(`drop policy "ledger_import_update" on "ledger_import";`);

    this.addSql(`drop policy "proceeding_insert" on "proceeding";`);
    this.addSql(`drop policy "proceeding_read" on "proceeding";`);
    this.addSql(`drop policy "proceeding_update" on "proceeding";`);

    this.addSql(`drop policy "party_delete" on "party";`);
    this.addSql(`drop policy "party_insert" on "party";`);
    this.addSql(`drop policy "party_update" on "party";`);

    this.addSql(`drop policy "outcome_delete" on "outcome";`);
    this.addSql(`drop policy "outcome_insert" on "outcome";`);
    this.addSql(`drop policy "outcome_update" on "outcome";`);

    this.addSql(`drop policy "letter_insert" on "letter";`);

    this.addSql(`drop policy "letter_service_insert" on "letter_service";`);

    this.addSql(`drop policy "ledger_source_delete" on "ledger_source";`);
    this.addSql(`drop policy "ledger_source_insert" on "ledger_source";`);
    this.addSql(`drop policy "ledger_source_read" on "ledger_source";`);
    this.addSql(`drop policy "ledger_source_update" on "ledger_source";`);

    this.addSql(`drop policy "hearing_delete" on "hearing";`);
    this.addSql(`drop policy "hearing_insert" on "hearing";`);
    this.addSql(`drop policy "hearing_update" on "hearing";`);

    this.addSql(`drop policy "attendance_delete" on "attendance";`);
    this.addSql(`drop policy "attendance_insert" on "attendance";`);
    this.addSql(`drop policy "attendance_update" on "attendance";`);

    this.addSql(`drop policy "conflict_declaration_insert" on "conflict_declaration";`);
    this.addSql(`drop policy "conflict_declaration_read" on "conflict_declaration";`);
    this.addSql(`drop policy "conflict_declaration_update" on "conflict_declaration";`);

    this.addSql(`drop policy "case_step_insert" on "case_step";`);

    this.addSql(`drop policy "case_document_insert" on "case_document";`);

    this.addSql(`drop policy "case_clock_delete" on "case_clock";`);
    this.addSql(`drop policy "case_clock_insert" on "case_clock";`);
    this.addSql(`drop policy "case_clock_update" on "case_clock";`);

    this.addSql(`drop policy "case_assignment_insert" on "case_assignment";`);
    this.addSql(`drop policy "case_assignment_read" on "case_assignment";`);

    this.addSql(`drop policy "reconsideration_delete" on "reconsideration";`);
    this.addSql(`drop policy "reconsideration_insert" on "reconsideration";`);
    this.addSql(`drop policy "reconsideration_update" on "reconsideration";`);

    this.addSql(`drop policy "reminder_insert" on "reminder";`);
    this.addSql(`drop policy "reminder_update" on "reminder";`);

    this.addSql(`drop policy "return_export_insert" on "return_export";`);
    this.addSql(`drop policy "return_export_read" on "return_export";`);
    this.addSql(`drop policy "return_export_update" on "return_export";`);

    this.addSql(
      `create policy "journal_read" on "journal" for select using (((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') and (subject_kind <> 'PROCEEDING' or (select scope_purpose()) = 'SYSTEM' or exists (select from proceeding p where p.id = subject_id)));`,
    );

    this.addSql(
      `create policy "official_insert" on "official" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "official_read" on "official" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "official_update" on "official" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "letter_series_insert" on "letter_series" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "letter_series_read" on "letter_series" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "letter_series_update" on "letter_series" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "ledger_mapping_insert" on "ledger_mapping" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "ledger_mapping_read" on "ledger_mapping" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "ledger_mapping_update" on "ledger_mapping" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "figure_month_read" on "figure_month" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "dispute_insert" on "dispute" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "dispute_read" on "dispute" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "dispute_update" on "dispute" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "officer_qualification_insert" on "officer_qualification" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "officer_qualification_read" on "officer_qualification" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "officer_qualification_update" on "officer_qualification" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "ledger_import_insert" on "ledger_import" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "ledger_import_read" on "ledger_import" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "ledger_import_update" on "ledger_import" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "proceeding_insert" on "proceeding" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "proceeding_read" on "proceeding" for select using (((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1' or respondent_id = any((select scope_own())::int[])) and (not confidential or scope_opens(id)));`,
    );
    this.addSql(
      `create policy "proceeding_update" on "proceeding" for update using (((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') and (not confidential or scope_opens(id))) with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "party_delete" on "party" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "party_insert" on "party" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "party_update" on "party" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "outcome_delete" on "outcome" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "outcome_insert" on "outcome" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "outcome_update" on "outcome" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "letter_insert" on "letter" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "letter_service_insert" on "letter_service" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "ledger_source_delete" on "ledger_source" for delete using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "ledger_source_insert" on "ledger_source" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "ledger_source_read" on "ledger_source" for select using (((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') and ((select scope_purpose()) = 'SYSTEM' or exists (select from proceeding p where p.id = proceeding_id)));`,
    );
    this.addSql(
      `create policy "ledger_source_update" on "ledger_source" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "hearing_delete" on "hearing" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "hearing_insert" on "hearing" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "hearing_update" on "hearing" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "attendance_delete" on "attendance" for delete using (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))));`,
    );
    this.addSql(
      `create policy "attendance_insert" on "attendance" for insert with check (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))));`,
    );
    this.addSql(
      `create policy "attendance_update" on "attendance" for update using (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')))) with check (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))));`,
    );

    this.addSql(
      `create policy "conflict_declaration_insert" on "conflict_declaration" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "conflict_declaration_read" on "conflict_declaration" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "conflict_declaration_update" on "conflict_declaration" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );

    this.addSql(
      `create policy "case_step_insert" on "case_step" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "case_document_insert" on "case_document" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "case_clock_delete" on "case_clock" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "case_clock_insert" on "case_clock" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "case_clock_update" on "case_clock" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "case_assignment_insert" on "case_assignment" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "case_assignment_read" on "case_assignment" for select using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "reconsideration_delete" on "reconsideration" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "reconsideration_insert" on "reconsideration" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "reconsideration_update" on "reconsideration" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "reminder_insert" on "reminder" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );
    this.addSql(
      `create policy "reminder_update" on "reminder" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1'))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or substring((select scope_kept()), p.organ_id, 1) = B'1')));`,
    );

    this.addSql(
      `create policy "return_export_insert" on "return_export" for insert with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "return_export_read" on "return_export" for select using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql(
      `create policy "return_export_update" on "return_export" for update using ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1') with check ((select scope_all()) or substring((select scope_kept()), organ_id, 1) = B'1');`,
    );
    this.addSql('drop function scope_keeps();');
  }

  override down(): void | Promise<void> {
    for (const sql of [KEEPS, WHOLLY_KEPT_BEFORE]) this.addSql(sql);
    this.addSql(`drop policy "attendance_insert" on "attendance";`);
    this.addSql(`drop policy "attendance_update" on "attendance";`);
    this.addSql(`drop policy "attendance_delete" on "attendance";`);

    this.addSql(`drop policy "case_assignment_read" on "case_assignment";`);
    this.addSql(`drop policy "case_assignment_insert" on "case_assignment";`);

    this.addSql(`drop policy "case_clock_insert" on "case_clock";`);
    this.addSql(`drop policy "case_clock_update" on "case_clock";`);
    this.addSql(`drop policy "case_clock_delete" on "case_clock";`);

    this.addSql(`drop policy "case_document_insert" on "case_document";`);

    this.addSql(`drop policy "case_step_insert" on "case_step";`);

    this.addSql(`drop policy "conflict_declaration_read" on "conflict_declaration";`);
    this.addSql(`drop policy "conflict_declaration_insert" on "conflict_declaration";`);
    this.addSql(`drop policy "conflict_declaration_update" on "conflict_declaration";`);

    this.addSql(`drop policy "dispute_read" on "dispute";`);
    this.addSql(`drop policy "dispute_insert" on "dispute";`);
    this.addSql(`drop policy "dispute_update" on "dispute";`);

    this.addSql(`drop policy "figure_month_read" on "figure_month";`);

    this.addSql(`drop policy "hearing_insert" on "hearing";`);
    this.addSql(`drop policy "hearing_update" on "hearing";`);
    this.addSql(`drop policy "hearing_delete" on "hearing";`);

    this.addSql(`drop policy "journal_read" on "journal";`);

    this.addSql(`drop policy "ledger_import_read" on "ledger_import";`);
    this.addSql(`drop policy "ledger_import_insert" on "ledger_import";`);
    this.addSql(`drop policy "ledger_import_update" on "ledger_import";`);

    this.addSql(`drop policy "ledger_mapping_read" on "ledger_mapping";`);
    this.addSql(`drop policy "ledger_mapping_insert" on "ledger_mapping";`);
    this.addSql(`drop policy "ledger_mapping_update" on "ledger_mapping";`);

    this.addSql(`drop policy "ledger_source_read" on "ledger_source";`);
    this.addSql(`drop policy "ledger_source_insert" on "ledger_source";`);
    this.addSql(`drop policy "ledger_source_update" on "ledger_source";`);
    this.addSql(`drop policy "ledger_source_delete" on "ledger_source";`);

    this.addSql(`drop policy "letter_insert" on "letter";`);

    this.addSql(`drop policy "letter_series_read" on "letter_series";`);
    this.addSql(`drop policy "letter_series_insert" on "letter_series";`);
    this.addSql(`drop policy "letter_series_update" on "letter_series";`);

    this.addSql(`drop policy "letter_service_insert" on "letter_service";`);

    this.addSql(`drop policy "officer_qualification_read" on "officer_qualification";`);
    this.addSql(`drop policy "officer_qualification_insert" on "officer_qualification";`);
    this.addSql(`drop policy "officer_qualification_update" on "officer_qualification";`);

    this.addSql(`drop policy "official_read" on "official";`);
    this.addSql(`drop policy "official_insert" on "official";`);
    this.addSql(`drop policy "official_update" on "official";`);

    this.addSql(`drop policy "outcome_insert" on "outcome";`);
    this.addSql(`drop policy "outcome_update" on "outcome";`);
    this.addSql(`drop policy "outcome_delete" on "outcome";`);

    this.addSql(`drop policy "party_insert" on "party";`);
    this.addSql(`drop policy "party_update" on "party";`);
    this.addSql(`drop policy "party_delete" on "party";`);

    this.addSql(`drop policy "proceeding_read" on "proceeding";`);
    this.addSql(`drop policy "proceeding_insert" on "proceeding";`);
    this.addSql(`drop policy "proceeding_update" on "proceeding";`);

    this.addSql(`drop policy "reconsideration_insert" on "reconsideration";`);
    this.addSql(`drop policy "reconsideration_update" on "reconsideration";`);
    this.addSql(`drop policy "reconsideration_delete" on "reconsideration";`);

    this.addSql(`drop policy "reminder_insert" on "reminder";`);
    this.addSql(`drop policy "reminder_update" on "reminder";`);

    this.addSql(`drop policy "return_export_read" on "return_export";`);
    this.addSql(`drop policy "return_export_insert" on "return_export";`);
    this.addSql(`drop policy "return_export_update" on "return_export";`);

    this.addSql(
      `create policy "attendance_insert" on "attendance" for insert with check (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))));`,
    );
    this.addSql(
      `create policy "attendance_update" on "attendance" for update using (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))))) with check (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))));`,
    );
    this.addSql(
      `create policy "attendance_delete" on "attendance" for delete using (exists (select from hearing h where h.id = hearing_id and exists (select from proceeding p where p.id = h.proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))));`,
    );

    this.addSql(
      `create policy "case_assignment_read" on "case_assignment" for select using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "case_assignment_insert" on "case_assignment" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "case_clock_insert" on "case_clock" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "case_clock_update" on "case_clock" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "case_clock_delete" on "case_clock" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "case_document_insert" on "case_document" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "case_step_insert" on "case_step" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "conflict_declaration_read" on "conflict_declaration" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "conflict_declaration_insert" on "conflict_declaration" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "conflict_declaration_update" on "conflict_declaration" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `create policy "dispute_read" on "dispute" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "dispute_insert" on "dispute" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "dispute_update" on "dispute" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `create policy "figure_month_read" on "figure_month" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
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

    this.addSql(
      `create policy "journal_read" on "journal" for select using (((select scope_all()) or organ_id in (select unnest(scope_keeps()))) and (subject_kind <> 'PROCEEDING' or (select scope_purpose()) = 'SYSTEM' or exists (select from proceeding p where p.id = subject_id)));`,
    );

    this.addSql(
      `create policy "ledger_import_read" on "ledger_import" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_import_insert" on "ledger_import" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_import_update" on "ledger_import" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `create policy "ledger_mapping_read" on "ledger_mapping" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_mapping_insert" on "ledger_mapping" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "ledger_mapping_update" on "ledger_mapping" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

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

    this.addSql(
      `create policy "letter_insert" on "letter" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "letter_series_read" on "letter_series" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "letter_series_insert" on "letter_series" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "letter_series_update" on "letter_series" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `create policy "letter_service_insert" on "letter_service" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "officer_qualification_read" on "officer_qualification" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "officer_qualification_insert" on "officer_qualification" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "officer_qualification_update" on "officer_qualification" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `create policy "official_read" on "official" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "official_insert" on "official" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "official_update" on "official" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
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

    this.addSql(
      `create policy "party_insert" on "party" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "party_update" on "party" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "party_delete" on "party" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "proceeding_read" on "proceeding" for select using (((select scope_all()) or organ_id in (select unnest(scope_keeps())) or respondent_id = any((select scope_own())::int[])) and (not confidential or scope_opens(id)));`,
    );
    this.addSql(
      `create policy "proceeding_insert" on "proceeding" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "proceeding_update" on "proceeding" for update using (((select scope_all()) or organ_id in (select unnest(scope_keeps()))) and (not confidential or scope_opens(id))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );

    this.addSql(
      `create policy "reconsideration_insert" on "reconsideration" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "reconsideration_update" on "reconsideration" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "reconsideration_delete" on "reconsideration" for delete using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "reminder_insert" on "reminder" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "reminder_update" on "reminder" for update using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps()))))) with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `create policy "return_export_read" on "return_export" for select using ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "return_export_insert" on "return_export" for insert with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql(
      `create policy "return_export_update" on "return_export" for update using ((select scope_all()) or organ_id in (select unnest(scope_keeps()))) with check ((select scope_all()) or organ_id in (select unnest(scope_keeps())));`,
    );
    this.addSql('drop function scope_kept();');
  }
}
