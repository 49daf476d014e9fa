import { Migration } from '@mikro-orm/migrations';

export class Migration20261122121000_assignment extends Migration {
  override name = 'Migration20261122121000_assignment';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "officer_qualification" ("id" serial primary key, "organ_id" int not null, "account_id" int not null, "certificate_number" text not null, "valid_from" date not null, "valid_to" date null, "recorded_by_id" int null, "recorded_at" timestamptz not null default now());`,
    );
    this.addSql(
      `create index "officer_qualification_account_id_index" on "officer_qualification" ("account_id");`,
    );

    this.addSql(
      `create table "conflict_declaration" ("id" serial primary key, "organ_id" int not null, "account_id" int not null, "kind" text not null, "proceeding_id" bigint null, "against_id" int null, "party_name" text null, "reason" text not null, "declared_by_id" int null, "declared_at" timestamptz not null default now(), "withdrawn_at" timestamptz null, "withdrawn_by_id" int null, "withdrawn_reason" text null);`,
    );
    this.addSql(
      `create index "conflict_declaration_account_id_index" on "conflict_declaration" ("account_id");`,
    );

    this.addSql(
      `create table "case_assignment" ("id" bigserial primary key, "proceeding_id" bigint not null, "request_id" text not null, "part" text not null, "account_id" int null, "assigned_at" timestamptz not null default now(), "assigned_by_id" int null, "reason" text not null, "warnings" text[] not null default '{}', "version" int not null);`,
    );
    this.addSql(
      `create index case_assignment_of_account on case_assignment (account_id, proceeding_id) where account_id is not null;`,
    );
    this.addSql(
      `alter table "case_assignment" add constraint "case_assignment_proceeding_id_request_id_part_unique" unique ("proceeding_id", "request_id", "part");`,
    );

    this.addSql(`drop index "reconsideration_of_handler";`);
    this.addSql(`drop index "reconsideration_of_organ";`);
    this.addSql(
      `create index reconsideration_open_of_organ on reconsideration (organ_id, (case when next_due_on is null then 'infinity'::date else next_due_on end), proceeding_id) where state not in ('ABANDONED', 'REFUSED', 'CLOSED', 'TRANSFERRED');`,
    );
    this.addSql(
      `create index reconsideration_open_of_handler on reconsideration (handler_id, organ_id, (case when next_due_on is null then 'infinity'::date else next_due_on end), proceeding_id) where state not in ('ABANDONED', 'REFUSED', 'CLOSED', 'TRANSFERRED');`,
    );
    this.addSql(
      `create index reconsideration_open_of_second on reconsideration (second_handler_id, organ_id, (case when next_due_on is null then 'infinity'::date else next_due_on end), proceeding_id) where state not in ('ABANDONED', 'REFUSED', 'CLOSED', 'TRANSFERRED');`,
    );

    this.addSql(
      `alter table "officer_qualification" add constraint "officer_qualification_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "officer_qualification" add constraint "officer_qualification_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "officer_qualification" add constraint "officer_qualification_recorded_by_id_foreign" foreign key ("recorded_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "officer_qualification" add constraint "officer_qualification_number_not_blank" check (btrim(certificate_number) <> '');`,
    );
    this.addSql(
      `alter table "officer_qualification" add constraint "officer_qualification_from_to" check (valid_to >= valid_from);`,
    );
    this.addSql(`alter table "officer_qualification" enable row level security;`);
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
      `alter table "conflict_declaration" add constraint "conflict_declaration_organ_id_foreign" foreign key ("organ_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_against_id_foreign" foreign key ("against_id") references "organ" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_declared_by_id_foreign" foreign key ("declared_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_withdrawn_by_id_foreign" foreign key ("withdrawn_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_of_one" check (num_nonnulls(proceeding_id, against_id, party_name) = 1);`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_party_not_blank" check (btrim(party_name) <> '');`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_reason_not_blank" check (btrim(reason) <> '');`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_withdrawn_why" check ((withdrawn_at is null) = (withdrawn_reason is null));`,
    );
    this.addSql(
      `alter table "conflict_declaration" add constraint "conflict_declaration_kind_check" check ("kind" in ('TOOK_PART_IN_ACT', 'KINSHIP', 'INTEREST', 'OTHER'));`,
    );
    this.addSql(`alter table "conflict_declaration" enable row level security;`);
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
      `alter table "case_assignment" add constraint "case_assignment_proceeding_id_foreign" foreign key ("proceeding_id") references "proceeding" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "case_assignment" add constraint "case_assignment_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "case_assignment" add constraint "case_assignment_assigned_by_id_foreign" foreign key ("assigned_by_id") references "account" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "case_assignment" add constraint "case_assignment_reason_not_blank" check (btrim(reason) <> '');`,
    );
    this.addSql(
      `alter table "case_assignment" add constraint "case_assignment_part_check" check ("part" in ('HANDLER', 'SECOND'));`,
    );
    this.addSql(`alter table "case_assignment" enable row level security;`);
    this.addSql(
      `create policy "case_assignment_read" on "case_assignment" for select using (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
    this.addSql(
      `create policy "case_assignment_insert" on "case_assignment" for insert with check (exists (select from proceeding p where p.id = proceeding_id and ((select scope_all()) or p.organ_id in (select unnest(scope_keeps())))));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "officer_qualification" cascade;`);
    this.addSql(`drop table if exists "conflict_declaration" cascade;`);
    this.addSql(`drop table if exists "case_assignment" cascade;`);

    this.addSql(`drop index "reconsideration_open_of_organ";`);
    this.addSql(`drop index "reconsideration_open_of_handler";`);
    this.addSql(`drop index "reconsideration_open_of_second";`);
    this.addSql(
      `create index reconsideration_of_handler on reconsideration (handler_id, next_due_on, proceeding_id) where handler_id is not null;`,
    );
    this.addSql(
      `create index reconsideration_of_organ on reconsideration (organ_id, next_due_on, proceeding_id);`,
    );
  }
}
