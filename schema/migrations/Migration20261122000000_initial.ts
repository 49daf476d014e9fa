import { Migration } from '@mikro-orm/migrations';

export class Migration20261122000000_initial extends Migration {
  override name = 'Migration20261122000000_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "code_item" ("code" text not null, "list" text not null, "zh" text not null, "en" text not null, "valid_from" date null, "valid_to" date null, "ordinal" int not null, "parent_code" text null, "class" text null, "synonyms" text[] not null, "tag" text not null, "version" int not null default 1, primary key ("code"));`,
    );
    this.addSql(`create index "code_item_list_ordinal_index" on "code_item" ("list", "ordinal");`);

    this.addSql(
      `create table "code_mapping" ("from_code" text not null, "edition" text not null, "to_code" text not null, "tag" text not null, primary key ("from_code", "edition"));`,
    );

    this.addSql(
      `create table "organ" ("id" serial primary key, "code" text not null, "name" text not null, "level" text null, "parent_id" int null, "path" text not null, "created_at" timestamptz not null default now(), "version" int not null default 1);`,
    );
    this.addSql(`alter table "organ" add constraint "organ_code_unique" unique ("code");`);
    this.addSql(`create index "organ_path_index" on "organ" ("path");`);
    this.addSql(`create unique index organ_parent_name_unique on organ (coalesce(parent_id, 0), name);`);

    this.addSql(
      `create table "official" ("id" serial primary key, "organ_id" int not null, "name" text not null, "post" text null);`,
    );
    this.addSql(
      `alter table "official" add constraint "official_organ_id_name_unique" unique ("organ_id", "name");`,
    );

    this.addSql(
      `create table "ledger_mapping" ("organ_id" int not null, "mapping" jsonb not null, "updated_at" timestamptz not null default now(), "version" int not null default 1, primary key ("organ_id"));`,
    );

    this.addSql(
      `create table "ledger_import" ("id" serial primary key, "organ_id" int not null, "request_id" text not null, "file_key" text not null, "file_name" text not null, "mapping" jsonb null, "state" text not null default 'QUEUED', "rows_in" int not null default 0, "rows_new" int not null default 0, "rows_changed" int not null default 0, "rows_unchanged" int not null default 0, "rows_rejected" int not null default 0, "rows_skipped" int not null default 0, "error" jsonb null, "report" jsonb null, "created_at" timestamptz not null default now(), "finished_at" timestamptz null, "version" int not null default 1);`,
    );
    this.addSql(
      `alter table "ledger_import" add constraint "ledger_import_request_id_unique" unique ("request_id");`,
    );
    this.addSql(`create index "ledger_import_organ_id_id_index" on "ledger_import" ("organ_id", "id");`);

    this.addSql(
      `create table "figure_month" ("register" text not null, "event" text not null, "month" date not null, "organ_id" int not null, "instance" text not null, "outcome" text not null, "n" bigint not null, primary key ("register", "event", "month", "organ_id", "instance", "outcome"));`,
    );

    this.addSql(
      `create table "dispute" ("id" bigserial primary key, "organ_id" int not null, "created_at" timestamptz not null default now());`,
    );

    this.addSql(
      `create table "outbox" ("id" bigserial primary key, "job" text not null, "payload" jsonb not null, "created_at" timestamptz not null default now(), "relayed_at" timestamptz null);`,
    );
    this.addSql(`create index outbox_waiting on outbox (id) where relayed_at is null;`);

    this.addSql(
      `create table "proceeding" ("id" bigserial primary key, "dispute_id" bigint not null, "register" text not null, "instance" text null, "organ_id" int not null, "respondent_id" int null, "authority_id" int null, "case_number" text null, "court" text null, "channel" text null, "received_on" date not null, "accepted_on" date null, "closed_on" date null, "due_on" date null, "outcome" text null, "field" text null, "matter" text null, "dispute_type" text null, "respondent_level" text null, "authority_level" text null, "handler_id" int null, "applicants" int not null default 1, "after_reconsideration" boolean null, "as_reconsideration_organ" boolean not null default false, "extended" boolean not null default false, "hearing_held" boolean not null default false, "normative_review" boolean not null default false, "opinions_issued" int not null default 0, "opinions_performed" int not null default 0, "compensation" numeric(18,2) null, "heard_on" date null, "hearings_held" int not null default 0, "hearings_attended" int not null default 0, "appeared" boolean null, "appeared_post" text null, "excused" boolean not null default false, "covered" boolean not null default false, "flags" text[] not null default '{}', "remark" text null, "voided" boolean not null default false, "version" int not null default 1);`,
    );
    this.addSql(`create index proceeding_list on proceeding (received_on desc, id desc) where not voided;`);
    this.addSql(
      `create index proceeding_received on proceeding (organ_id, register, received_on, id) where not voided;`,
    );
    this.addSql(
      `create index proceeding_accepted on proceeding (register, accepted_on, organ_id) where not voided;`,
    );
    this.addSql(
      `create index proceeding_closed on proceeding (register, closed_on, organ_id) where not voided;`,
    );
    this.addSql(
      `create index proceeding_open on proceeding (register, organ_id) where closed_on is null and not voided;`,
    );
    this.addSql(
      `create index proceeding_heard on proceeding (register, heard_on, organ_id) where heard_on is not null and not voided;`,
    );
    this.addSql(
      `create unique index proceeding_case_number on proceeding (organ_id, register, case_number, coalesce(instance, ''), coalesce(case when register in ('LITIGATION', 'CIVIL_LITIGATION') then respondent_id else authority_id end, 0)) where case_number is not null and not voided;`,
    );

    this.addSql(
      `create table "party" ("id" bigserial primary key, "proceeding_id" bigint not null, "role" text not null, "name" text not null, "is_organisation" boolean not null);`,
    );
    this.addSql(`create index "party_proceeding_id_index" on "party" ("proceeding_id");`);

    this.addSql(
      `create table "outcome" ("id" bigserial primary key, "proceeding_id" bigint not null, "code" text not null, "decided_on" date not null);`,
    );
    this.addSql(`create index "outcome_proceeding_id_index" on "outcome" ("proceeding_id");`);

    this.addSql(
      `create table "ledger_row" ("id" bigserial primary key, "import_id" int not null, "sheet" text not null, "row_number" int not null, "result" text not null, "proceeding_id" bigint null, "proceeding_version" int null, "facts" jsonb null, "before" jsonb null, "flags" text[] not null default '{}', "problems" jsonb null, "raw" jsonb null);`,
    );
    this.addSql(`create index "ledger_row_proceeding_id_index" on "ledger_row" ("proceeding_id");`);
    this.addSql(
      `alter table "ledger_row" add constraint "ledger_row_import_id_sheet_row_number_unique" unique ("import_id", "sheet", "row_number");`,
    );

    this.addSql(
      `create table "ledger_source" ("proceeding_id" bigint not null, "organ_id" int not null, "row_id" bigint not null, "proceeding_version" int not null, "case_key" text null, "exact_key" text null, "date_party_key" text null, "seq_party_key" text null, "seq_date_key" text null, "content_hash" text not null, primary key ("proceeding_id"));`,
    );
    this.addSql(
      `create index ledger_source_case_key on ledger_source (organ_id, case_key) where case_key is not null;`,
    );
    this.addSql(
      `create index ledger_source_exact_key on ledger_source (organ_id, exact_key) where exact_key is not null;`,
    );
    this.addSql(
      `create index ledger_source_date_party_key on ledger_source (organ_id, date_party_key) where date_party_key is not null;`,
    );
    this.addSql(
      `create index ledger_source_seq_party_key on ledger_source (organ_id, seq_party_key) where seq_party_key is not null;`,
    );
    this.addSql(
      `create index ledger_source_seq_date_key on ledger_source (organ_id, seq_date_key) where seq_date_key is not null;`,
    );

    this.addSql(
      `create table "hearing" ("id" bigserial primary key, "proceeding_id" bigint not null, "held_on" date not null, "head_summoned_again" boolean not null default false);`,
    );
    this.addSql(`create index "hearing_proceeding_id_index" on "hearing" ("proceeding_id");`);

    this.addSql(
      `create table "attendance" ("id" bigserial primary key, "hearing_id" bigint not null, "organ_id" int not null, "attended" boolean not null, "head_name" text null, "head_post" text null, "post_class" text null, "identity_accepted" boolean not null default true, "left_early" boolean not null default false, "absence_reason" text null, "excused" boolean not null default false);`,
    );
    this.addSql(`create index "attendance_hearing_id_index" on "attendance" ("hearing_id");`);
    this.addSql(
      `alter table "attendance" add constraint "attendance_hearing_id_organ_id_unique" unique ("hearing_id", "organ_id");`,
    );

    this.addSql(
      `create table "return_export" ("id" serial primary key, "organ_id" int not null, "request_id" text not null, "form" text not null, "format" text not null, "with_subordinates" boolean not null, "period_from" date not null, "period_to" date not null, "cut_off" date null, "state" text not null default 'QUEUED', "progress" int not null default 0, "file_key" text null, "file_name" text null, "violations" jsonb null, "error" jsonb null, "created_at" timestamptz not null default now(), "finished_at" timestamptz null, "version" int not null default 1);`,
    );
    this.addSql(
      `alter table "return_export" add constraint "return_export_request_id_unique" unique ("request_id");`,
    );
    this.addSql(`create index "return_export_organ_id_id_index" on "return_export" ("organ_id", "id");`);

    this.addSql(
      `alter table "code_item" add constraint "code_item_parent_code_foreign" foreign key ("parent_code") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "code_item" add constraint "code_item_validity" check (valid_from is null or valid_to is null or valid_from < valid_to);`,
    );
    this.addSql(
      `alter table "code_item" add constraint "code_item_tag_check" check ("tag" in ('V', 'A', 'LOCAL'));`,
    );

    this.addSql(
      `alter table "code_mapping" add constraint "code_mapping_from_code_foreign" foreign key ("from_code") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "code_mapping" add constraint "code_mapping_to_code_foreign" foreign key ("to_code") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "code_mapping" add constraint "code_mapping_tag_check" check ("tag" in ('V', 'A', 'LOCAL'));`,
    );

    this.addSql(
      `alter table "organ" add constraint "organ_level_foreign" foreign key ("level") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "organ" add constraint "organ_parent_id_foreign" foreign key ("parent_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "organ" add constraint "organ_name_not_blank" check (btrim(name) <> '');`);
    this.addSql(
      `alter table "organ" add constraint "organ_path_ends_with_id" check (path ~~ (('%/'::text || id) || '/'::text));`,
    );

    this.addSql(
      `alter table "official" add constraint "official_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "official" add constraint "official_name_not_blank" check (btrim(name) <> '');`);

    this.addSql(
      `alter table "ledger_mapping" add constraint "ledger_mapping_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on update cascade on delete restrict;`,
    );

    this.addSql(
      `alter table "ledger_import" add constraint "ledger_import_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "ledger_import" add constraint "ledger_import_balances" check ((state <> ALL (ARRAY['DONE'::text, 'UNDONE'::text])) OR (rows_in = ((((rows_new + rows_changed) + rows_unchanged) + rows_rejected) + rows_skipped)));`,
    );
    this.addSql(
      `alter table "ledger_import" add constraint "ledger_import_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'UNDONE'));`,
    );

    this.addSql(
      `alter table "figure_month" add constraint "figure_month_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "dispute" add constraint "dispute_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "proceeding" add constraint "proceeding_dispute_id_foreign" foreign key ("dispute_id") references "dispute" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_respondent_id_foreign" foreign key ("respondent_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_authority_id_foreign" foreign key ("authority_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_outcome_foreign" foreign key ("outcome") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_field_foreign" foreign key ("field") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_matter_foreign" foreign key ("matter") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_dispute_type_foreign" foreign key ("dispute_type") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_respondent_level_foreign" foreign key ("respondent_level") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_authority_level_foreign" foreign key ("authority_level") references "code_item" ("code") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_handler_id_foreign" foreign key ("handler_id") references "official" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_accepted_after_received" check (accepted_on is null or accepted_on >= received_on);`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_closed_after_received" check (closed_on is null or closed_on >= received_on);`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_closed_after_accepted" check (closed_on is null or accepted_on is null or closed_on >= accepted_on);`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_outcome_with_closing" check ((closed_on is null) = (outcome is null));`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_instance_of_litigation" check ((instance is not null) = (register in ('LITIGATION', 'CIVIL_LITIGATION')));`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_applicants_positive" check (applicants >= 0);`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_attended_within_held" check ((hearings_attended >= 0) AND (hearings_attended <= hearings_held));`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_heard_with_hearing" check ((heard_on is null) = (hearings_held = 0));`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_register_check" check ("register" in ('RECONSIDERATION', 'RECONSIDERATION_RESPONSE', 'LITIGATION', 'CIVIL_LITIGATION', 'MEDIATION'));`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_instance_check" check ("instance" in ('FIRST', 'SECOND', 'RETRIAL'));`,
    );
    this.addSql(
      `alter table "proceeding" add constraint "proceeding_appeared_post_check" check ("appeared_post" in ('CHIEF', 'DEPUTY', 'OTHER_HEAD', 'OTHER'));`,
    );

    this.addSql(
      `alter table "party" add constraint "party_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "party" add constraint "party_role_check" check ("role" in ('APPLICANT', 'PLAINTIFF', 'THIRD_PARTY', 'PARTY'));`,
    );

    this.addSql(
      `alter table "outcome" add constraint "outcome_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "outcome" add constraint "outcome_code_foreign" foreign key ("code") references "code_item" ("code") on delete restrict;`,
    );

    this.addSql(
      `alter table "ledger_row" add constraint "ledger_row_import_id_foreign" foreign key ("import_id") references "ledger_import" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "ledger_row" add constraint "ledger_row_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "ledger_row" add constraint "ledger_row_result_check" check ("result" in ('NEW', 'CHANGED', 'UNCHANGED', 'REJECTED', 'SKIPPED'));`,
    );

    this.addSql(
      `alter table "ledger_source" add constraint "ledger_source_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on update cascade on delete restrict;`,
    );
    this.addSql(
      `alter table "ledger_source" add constraint "ledger_source_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "ledger_source" add constraint "ledger_source_row_id_foreign" foreign key ("row_id") references "ledger_row" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "hearing" add constraint "hearing_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "attendance" add constraint "attendance_hearing_id_foreign" foreign key ("hearing_id") references "hearing" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "attendance" add constraint "attendance_post_class_check" check ("post_class" in ('CHIEF', 'DEPUTY', 'OTHER_HEAD', 'OTHER'));`,
    );

    this.addSql(
      `alter table "return_export" add constraint "return_export_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "return_export" add constraint "return_export_period" check (period_from <= period_to);`,
    );
    this.addSql(
      `alter table "return_export" add constraint "return_export_progress" check ((progress >= 0) AND (progress <= 100));`,
    );
    this.addSql(
      `alter table "return_export" add constraint "return_export_format_check" check ("format" in ('XLSX', 'CSV'));`,
    );
    this.addSql(
      `alter table "return_export" add constraint "return_export_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED'));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "code_item" drop constraint "code_item_parent_code_foreign";`);
    this.addSql(`alter table "code_mapping" drop constraint "code_mapping_from_code_foreign";`);
    this.addSql(`alter table "code_mapping" drop constraint "code_mapping_to_code_foreign";`);
    this.addSql(`alter table "organ" drop constraint "organ_level_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_outcome_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_field_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_matter_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_dispute_type_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_respondent_level_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_authority_level_foreign";`);
    this.addSql(`alter table "outcome" drop constraint "outcome_code_foreign";`);
    this.addSql(`alter table "organ" drop constraint "organ_parent_id_foreign";`);
    this.addSql(`alter table "official" drop constraint "official_organ_id_foreign";`);
    this.addSql(`alter table "ledger_mapping" drop constraint "ledger_mapping_organ_id_foreign";`);
    this.addSql(`alter table "ledger_import" drop constraint "ledger_import_organ_id_foreign";`);
    this.addSql(`alter table "figure_month" drop constraint "figure_month_organ_id_foreign";`);
    this.addSql(`alter table "dispute" drop constraint "dispute_organ_id_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_organ_id_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_respondent_id_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_authority_id_foreign";`);
    this.addSql(`alter table "ledger_source" drop constraint "ledger_source_organ_id_foreign";`);
    this.addSql(`alter table "attendance" drop constraint "attendance_organ_id_foreign";`);
    this.addSql(`alter table "return_export" drop constraint "return_export_organ_id_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_handler_id_foreign";`);
    this.addSql(`alter table "ledger_row" drop constraint "ledger_row_import_id_foreign";`);
    this.addSql(`alter table "proceeding" drop constraint "proceeding_dispute_id_foreign";`);
    this.addSql(`alter table "party" drop constraint "party_proceeding_id_foreign";`);
    this.addSql(`alter table "outcome" drop constraint "outcome_proceeding_id_foreign";`);
    this.addSql(`alter table "ledger_row" drop constraint "ledger_row_proceeding_id_foreign";`);
    this.addSql(`alter table "ledger_source" drop constraint "ledger_source_proceeding_id_foreign";`);
    this.addSql(`alter table "hearing" drop constraint "hearing_proceeding_id_foreign";`);
    this.addSql(`alter table "ledger_source" drop constraint "ledger_source_row_id_foreign";`);
    this.addSql(`alter table "attendance" drop constraint "attendance_hearing_id_foreign";`);

    this.addSql(`drop table if exists "code_item" cascade;`);
    this.addSql(`drop table if exists "code_mapping" cascade;`);
    this.addSql(`drop table if exists "organ" cascade;`);
    this.addSql(`drop table if exists "official" cascade;`);
    this.addSql(`drop table if exists "ledger_mapping" cascade;`);
    this.addSql(`drop table if exists "ledger_import" cascade;`);
    this.addSql(`drop table if exists "figure_month" cascade;`);
    this.addSql(`drop table if exists "dispute" cascade;`);
    this.addSql(`drop table if exists "outbox" cascade;`);
    this.addSql(`drop table if exists "proceeding" cascade;`);
    this.addSql(`drop table if exists "party" cascade;`);
    this.addSql(`drop table if exists "outcome" cascade;`);
    this.addSql(`drop table if exists "ledger_row" cascade;`);
    this.addSql(`drop table if exists "ledger_source" cascade;`);
    this.addSql(`drop table if exists "hearing" cascade;`);
    this.addSql(`drop table if exists "attendance" cascade;`);
    this.addSql(`drop table if exists "return_export" cascade;`);
  }
}
