import { Migration } from '@mikro-orm/migrations';

export class Migration20261122122000_letters extends Migration {
  override name = 'Migration20261122122000_letters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "letter_series" ("organ_id" int not null, "series" text not null, "last" int not null, primary key ("organ_id", "series"));`,
    );

    this.addSql(
      `create table "letter" ("id" bigserial primary key, "proceeding_id" bigint not null, "request_id" text not null, "kind" text not null, "number" text null, "details" jsonb not null, "content" jsonb not null, "fingerprint" text not null, "file_key" text not null, "issued_by_id" int null, "issued_at" timestamptz not null default now());`,
    );
    this.addSql(`create index "letter_proceeding_id_index" on "letter" ("proceeding_id");`);
    this.addSql(`alter table "letter" add constraint "letter_request_id_unique" unique ("request_id");`);

    this.addSql(
      `create table "letter_service" ("id" bigserial primary key, "proceeding_id" bigint not null, "letter_id" bigint not null, "request_id" text not null, "role" text not null, "party_place" int not null, "recipient" text not null, "method" text not null, "sent_on" date null, "happened_on" date null, "served_on" date null, "returned_on" date null, "note" text null, "corrects_id" bigint null, "entered_by_id" int null, "entered_at" timestamptz not null default now());`,
    );
    this.addSql(`create index "letter_service_proceeding_id_index" on "letter_service" ("proceeding_id");`);
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_request_id_unique" unique ("request_id");`,
    );

    this.addSql(
      `create table "case_document" ("id" bigserial primary key, "proceeding_id" bigint not null, "request_id" text not null, "title" text not null, "kind" text not null, "content_type" text not null, "bytes" bigint not null, "file_key" text not null, "attached_by_id" int null, "attached_at" timestamptz not null default now());`,
    );
    this.addSql(`create index "case_document_proceeding_id_index" on "case_document" ("proceeding_id");`);
    this.addSql(
      `alter table "case_document" add constraint "case_document_request_id_unique" unique ("request_id");`,
    );

    this.addSql(`alter table "organ" add "letterhead" jsonb null;`);

    this.addSql(
      `alter table "letter_series" add constraint "letter_series_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "letter_series" add constraint "letter_series_counts" check (last > 0);`);
    this.addSql(`alter table "letter_series" enable row level security;`);
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
      `alter table "letter" add constraint "letter_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "letter" add constraint "letter_issued_by_id_foreign" foreign key ("issued_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(`alter table "letter" enable row level security;`);
    this.addSql(
      `create policy "letter_read" on "letter" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "letter_insert" on "letter" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `alter table "letter_service" add constraint "letter_service_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_letter_id_foreign" foreign key ("letter_id") references "letter" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_corrects_id_foreign" foreign key ("corrects_id") references "letter_service" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_entered_by_id_foreign" foreign key ("entered_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_returned_or_served" check (served_on is null or returned_on is null);`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_has_a_day" check (num_nonnulls(sent_on, happened_on, returned_on) > 0);`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_role_check" check ("role" in ('APPLICANT', 'RESPONDENT', 'THIRD_PARTY'));`,
    );
    this.addSql(
      `alter table "letter_service" add constraint "letter_service_method_check" check ("method" in ('DIRECT', 'LEFT', 'ELECTRONIC', 'MAIL', 'ENTRUSTED', 'FORWARDED', 'ANNOUNCEMENT'));`,
    );
    this.addSql(`alter table "letter_service" enable row level security;`);
    this.addSql(
      `create policy "letter_service_read" on "letter_service" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "letter_service_insert" on "letter_service" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );

    this.addSql(
      `alter table "case_document" add constraint "case_document_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "case_document" add constraint "case_document_attached_by_id_foreign" foreign key ("attached_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "case_document" add constraint "case_document_title_not_blank" check (btrim(title) <> '');`,
    );
    this.addSql(
      `alter table "case_document" add constraint "case_document_kind_check" check ("kind" in ('APPLICATION', 'REPLY', 'EVIDENCE', 'RECORD', 'SERVICE', 'OTHER'));`,
    );
    this.addSql(
      `alter table "case_document" add constraint "case_document_content_type_check" check ("content_type" in ('PDF', 'DOCX', 'XLSX', 'JPEG', 'PNG'));`,
    );
    this.addSql(`alter table "case_document" enable row level security;`);
    this.addSql(
      `create policy "case_document_read" on "case_document" for select using (exists (select from proceeding p where p.id = proceeding_id));`,
    );
    this.addSql(
      `create policy "case_document_insert" on "case_document" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "letter_service" drop constraint "letter_service_letter_id_foreign";`);
    this.addSql(`alter table "letter_service" drop constraint "letter_service_corrects_id_foreign";`);

    this.addSql(`drop table if exists "letter_series" cascade;`);
    this.addSql(`drop table if exists "letter" cascade;`);
    this.addSql(`drop table if exists "letter_service" cascade;`);
    this.addSql(`drop table if exists "case_document" cascade;`);

    this.addSql(`alter table "organ" drop column "letterhead";`);
  }
}
